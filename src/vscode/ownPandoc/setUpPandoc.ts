import * as vscode from 'vscode'
import { defaultsFile, type Printer } from '../../core/setUp/ownFiles.ts'
import { findProject, placeFor, type Place, type Project } from '../../workspace/setUp/projects.ts'
import { editorHost } from '../host.ts'
import { isRestricted, refuse, tell } from '../messages.ts'
import { isReport } from '../reports/isReport.ts'
import type { State } from '../state.ts'
import { stateText, takeOut, write } from './setUpEdits.ts'
import { isAbsent, isWhole, survey, type Survey } from './setUpSurvey.ts'

const { t } = vscode.l10n

/**
 * Writes what the project of a report needs so that Quarto or Pandoc runs our filter, or takes it out again, each
 * after VS Code's preview. The report is the open one at the address `of`, or else the active one.
 */
export async function setUpPandoc({ extension }: State, of: unknown): Promise<void> {
  if (isRestricted(t('In Restricted Mode nothing is set up: trust the workspace first.'))) return
  const report = savedReport(of)
  if (report === undefined) return
  const project = await findProject(editorHost, report.uri.toString())
  const place = await choosePlace(project, report)
  if (place === undefined) return
  const look = async (): Promise<Survey> => survey(place, project, report, extension)
  const before = await look()
  const chosen = isAbsent(before) ? 'write' : await chooseChange(before)
  if (chosen === undefined) return
  await (chosen === 'write' ? write : takeOut)(before)
  tellChange(report, before, await look())
}

/** The report that is meant; says why where nothing can be written beside it. */
function savedReport(of: unknown): vscode.TextDocument | undefined {
  const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === of)
  const document = named ?? vscode.window.activeTextEditor?.document
  const reason =
    document === undefined || !isReport(document)
      ? t('Open a report first.')
      : document.isUntitled
        ? t('Save the report first: what is set up lies beside it.')
        : undefined
  if (reason === undefined) return document
  refuse(reason)
  return undefined
}

/** Where files of ours lie, or are to lie; asked where the project does not say by what it is printed. */
async function choosePlace(
  project: Project,
  { uri }: vscode.TextDocument,
): Promise<Place | undefined> {
  const known = new Set(project.setUp.map(({ printer }) => printer))
  const isQuarto = project.quartoFile !== undefined || /\.qmd$/iu.test(uri.path)
  if (known.size === 0 && isQuarto) known.add('quarto')
  const [only] = known
  const printer = known.size === 1 ? only : await choosePrinter()
  return printer && placeFor(printer, project, uri.toString())
}

async function choosePrinter(): Promise<Printer | undefined> {
  const rows = [
    {
      ...{ printer: 'pandoc' as const, label: t('Pandoc') },
      detail: t('A defaults file and the filter beside the report: {0}', defaultsFile),
    },
    {
      ...{ printer: 'quarto' as const, label: t('Quarto') },
      detail: t('An extension in _extensions, named under “filters:”'),
    },
  ]
  const placeHolder = t('What prints the report?')
  const chosen = await vscode.window.showQuickPick(rows, { title: title(), placeHolder })
  return chosen?.printer
}

function title(): string {
  return t('Set Up Pandoc and Quarto')
}

/** Asks what is to become of a set-up that is there. */
async function chooseChange(found: Survey): Promise<'write' | 'takeOut' | undefined> {
  const detail = detailOf(found)
  const update = { change: 'write' as const, label: t('Update'), detail }
  const remove = { change: 'takeOut' as const, label: t('Remove'), detail }
  const whole = isWhole(found)
  const placeHolder = whole
    ? t('It is set up already, by this version of Policy Citation.')
    : t('It is set up already, but not as this version of Policy Citation would do it.')
  const rows = whole ? [remove] : [update, remove]
  const chosen = await vscode.window.showQuickPick(rows, { title: title(), placeHolder })
  return chosen?.change
}

/** What is not as this version writes it, in one line. */
function detailOf({ files, naming }: Survey): string {
  const isNamed = naming === undefined || naming.added.kind === 'nothing'
  const others = files.filter(({ state }) => state !== 'current')
  return [
    ...others.map(({ uri, state }) => [nameOf(uri), state] as const),
    ...(isNamed ? [] : [['filters', 'missing'] as const]),
  ]
    .map(([name, state]) => t('{0}: {1}', name, stateText(state)))
    .join(' · ')
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Says what was done; nothing where all was refused in the preview. */
function tellChange(report: vscode.TextDocument, before: Survey, after: Survey): void {
  if (isAbsent(after) && !isAbsent(before)) tell(t('What Policy Citation had set up is taken out.'))
  if (!isWhole(after) || isWhole(before)) return
  const file = after.files[0]?.uri
  if (after.place.printer === 'quarto' || file === undefined)
    tell(t('Quarto runs the filter of Policy Citation now.'), after.naming?.document.uri ?? file)
  else {
    const [options, name] = [file, report.uri].map((uri) => vscode.workspace.asRelativePath(uri))
    tell(t('Print with: {0}', `pandoc --defaults ${options ?? ''} ${name ?? ''}`), file)
  }
}
