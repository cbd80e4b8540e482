import * as vscode from 'vscode'
import type { BibliographyPlan, NoPlan } from '../../core/bibliography/plan.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { notWritten } from '../../workspace/fileErrors.ts'
import { bibliographyAddress } from '../../workspace/reports/bibliographyFiles.ts'
import { notInUtf8, saveInUtf8 } from '../../workspace/reports/readReport.ts'
import { toRange } from '../convert.ts'
import { editorHost } from '../host.ts'
import { writeFile, writeNewFile } from '../wholeFiles.ts'

const { t } = vscode.l10n

/** The file that `path` of its front matter means to `report`; `undefined` outside of the workspace. */
export function fileOf(
  { uri }: Pick<vscode.TextDocument, 'uri'>,
  path: string,
): vscode.Uri | undefined {
  const address = bibliographyAddress(editorHost, uri.toString(), path)
  return address === undefined ? undefined : vscode.Uri.parse(address)
}

/** The document of `file` that has changes which are not saved. */
export function editedDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  const address = file.toString()
  return vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.toString() === address,
  )
}

/** Why nothing was planned for `report`, in a sentence, and the file that is the reason. */
export function whyNot(
  report: vscode.TextDocument,
  plan: NoPlan,
): { readonly message: string; readonly file?: vscode.Uri } {
  if (!('path' in plan)) return { message: whyNothing(plan.why) }
  const { path, why } = plan
  const file = fileOf(report, path)
  return file === undefined
    ? {
        message: t(
          '{0} is outside the workspace, and nothing was written: name a file of the workspace under “bibliography:”.',
          path,
        ),
      }
    : { message: whyLeft(path, why), file }
}

function whyNothing(why: 'nothingCited' | 'frontMatterNotUnderstood' | 'heldElsewhere'): string {
  switch (why) {
    case 'nothingCited':
      return t('The report cites nothing of the corpus.')
    case 'heldElsewhere':
      return t('The files under “bibliography:” hold all that the report cites.')
    case 'frontMatterNotUnderstood':
      return t(
        'The front matter is written in a way that cannot be added to safely: name a .json file under “bibliography:” yourself.',
      )
  }
}

/** Why the file called `path` was left as it is, and what to do. */
function whyLeft(path: string, why: 'malformed' | 'notUtf8' | 'unread'): string {
  switch (why) {
    case 'malformed':
      return t('{0} is not a CSL-JSON file and was left as it is: correct it first.', path)
    case 'notUtf8':
      return t('{0} {1}', inWords(notInUtf8(path), t), inWords(saveInUtf8, t))
    case 'unread':
      return t('{0} could not be read.', path)
  }
}

/**
 * Writes `plan` for `report`: its file, byte by byte, and the line that names it; says where one of them could not,
 * and which. The file is written without the editor, which would normalise its line ends, and take it for its own to
 * undo.
 */
export async function carryOut(
  report: vscode.TextDocument,
  file: vscode.Uri,
  plan: BibliographyPlan,
): Promise<Written> {
  const contents = new TextEncoder().encode(plan.text)
  const trouble = await write(file, contents, plan)
  if (trouble !== undefined || plan.edit === undefined) return trouble
  const edit = new vscode.WorkspaceEdit()
  edit.replace(report.uri, toRange(report, plan.edit.span), plan.edit.text)
  if (await vscode.workspace.applyEdit(edit)) return undefined
  return t(
    '{0} is written, but the report could not be changed: name the file under “bibliography:” yourself.',
    plan.path,
  )
}

/** Nothing where something was written; else why not, in a sentence. */
type Written = string | undefined

/** Writes `file`, which is called `path`, all of it or nothing; over nothing where it is new. */
export async function write(
  file: vscode.Uri,
  contents: Uint8Array,
  { path, isNew }: { readonly path: string; readonly isNew: boolean },
): Promise<Written> {
  try {
    await (isNew ? writeNewFile : writeFile)(file, contents)
    return undefined
  } catch (error) {
    return inWords(notWritten(path, error), t)
  }
}
