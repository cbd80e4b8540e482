import * as vscode from 'vscode'
import type { NoList, PrintedList } from '../../ownPandoc/printWithPandoc.ts'
import type { RefusedFile } from '../../ownPandoc/reportFiles.ts'
import { bibliographyAddress } from '../../workspace/reports/bibliographyFiles.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { reasonUnwritten } from '../../workspace/fileErrors.ts'
import { commandIds } from '../commandIds.ts'
import { editorHost } from '../host.ts'
import { refuse, warn } from '../messages.ts'
import { openMachineSetting } from '../window/openSettings.ts'

const { t } = vscode.l10n

/** Why there is no list, and what leads to one. */
interface Reason {
  readonly message: string
  readonly action?: Action
  /** What the message speaks of. */
  readonly file?: vscode.Uri
}

interface Action {
  readonly title: string
  readonly run: () => PromiseLike<unknown>
}

/** Says why there is no list of `report`, and offers what leads to one; nothing where the analyst cancelled it. */
export function explain(why: PrintedList | NoList, report: vscode.Uri): void {
  const reason = reasonOf(why, report)
  if (reason !== undefined) void tell(reason)
}

async function tell({ message, action, file }: Reason): Promise<void> {
  if (action === undefined) {
    refuse(message, file)
    return
  }
  const chosen = await warn(message, action.title)
  if (chosen !== undefined) await action.run()
}

function noFolderText(error: unknown): string {
  const reason = reasonUnwritten(error)
  return reason === undefined
    ? t('The folder for temporary files could not be written: see whether it is there.')
    : t('The folder for temporary files could not be written: {0}.', inWords(reason, t))
}

function reasonOf(why: PrintedList | NoList, report: vscode.Uri): Reason | undefined {
  switch (why.kind) {
    case 'noPandoc':
      return settingReason(
        t('Pandoc was not found. Install it from pandoc.org, or set where it is.'),
      )
    case 'notWhole':
      return settingReason(
        t('“policyCitation.pandoc.path” must be the whole path of Pandoc, from the root on.'),
      )
    case 'noProgram':
      return settingReason(t('“policyCitation.pandoc.path” names no program that can be run.'))
    case 'notPandoc':
      return settingReason(
        t('What was found as Pandoc does not answer as Pandoc does. Set where Pandoc is.'),
      )
    case 'tooOld':
      return settingReason(
        t('Pandoc {0} is too old: install version 2.17 or a later one.', why.version),
      )
    case 'nothingCited':
      return { message: t('The report cites nothing.') }
    case 'noBibliography':
      return {
        message: t('The report names no bibliography: write one first.'),
        action: {
          title: t('Write Bibliography'),
          run: () => vscode.commands.executeCommand(commandIds.writeBibliography),
        },
      }
    case 'noFolder':
      return { message: noFolderText(why.error) }
    case 'tooMuch':
      return { message: t('Pandoc wrote too much and was stopped.') }
    case 'tooSlow':
      return { message: t('Pandoc took longer than 20 seconds and was stopped.') }
    case 'refused':
      return fileReason(why.file, report)
    case 'cancelled':
    case 'failed':
    case 'printed':
      return undefined
  }
}

function settingReason(message: string): Reason {
  const run = (): Promise<void> => openMachineSetting('policyCitation.pandoc.path')
  return { message, action: { title: t('Open Setting'), run } }
}

function fileReason(refused: RefusedFile, report: vscode.Uri): Reason {
  const file = fileMeant(refused, report)
  return { message: refusalText(refused), ...(file && { file }) }
}

/** What `path` in a report means: an address, or a file here; none on another machine. */
function fileMeant({ path, why }: RefusedFile, report: vscode.Uri): vscode.Uri | undefined {
  const address = bibliographyAddress(editorHost, report.toString(), path)
  if (address !== undefined) return vscode.Uri.parse(address)
  if (why === 'address') return /^https:/iu.test(path) ? vscode.Uri.parse(path) : undefined
  if (/^[/\\]{2}/u.test(path)) return undefined
  return path.startsWith('/') ? vscode.Uri.file(path) : vscode.Uri.joinPath(report, '..', path)
}

function refusalText({ path, why }: RefusedFile): string {
  switch (why) {
    case 'address':
      return t('{0} is an address: save what is there in the workspace, and name the file.', path)
    case 'outside':
      return t('{0} is outside the workspace and was not given to Pandoc.', path)
    case 'unread':
      return t('{0} could not be read.', path)
    case 'tooLarge':
      return t('{0} is too large and was not given to Pandoc.', path)
    case 'dependent':
      return t(
        'The style {0} only leads to another one: save that in the workspace, and name it under “csl:”.',
        path,
      )
    case 'notAStyle':
      return t('{0} declares a document type of its own and was not given to Pandoc.', path)
  }
}
