import * as vscode from 'vscode'
import { comparedEditions } from '../../core/editions/compareEditions.ts'
import type { Edition } from '../../core/editions/edition.ts'
import { editionOfDocument } from '../../core/editions/editionOf.ts'
import { changesMarkdown } from '../../core/editions/writeChanges.ts'
import { editionOfCorpusFile } from '../../core/features/documents/editions.ts'
import { escapeMarkdown } from '../../core/text/escapeMarkdown.ts'
import {
  chooseDocument,
  readWithProgress,
  type ChosenDocument,
  type ReadDocument,
} from '../official/chosenDocument.ts'
import { inSlices } from '../../workspace/inSlices.ts'
import { refuse, tell } from '../messages.ts'
import { withProgress } from '../results/progress.ts'
import { nameWithoutEnding } from '../results/results.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Shows what became of each provision from one document to another, corpus files or official documents. */
export async function compareEditions({ extension, results }: State): Promise<void> {
  const older = await chooseDocument(t('The older edition'), t('Choose'))
  if (older === undefined) return
  const newer = await chooseDocument(t('The newer edition'), t('Choose'))
  if (newer === undefined) return
  const before = await editionOf(older, extension)
  const after = before && (await editionOf(newer, extension, before.listFields))
  if (before === undefined || after === undefined) return
  const comparing = comparedEditions(before, after)
  const changes = await withProgress(t('Comparing {0}', newer.name), ({ signal }) =>
    inSlices(comparing, () => signal.aborted),
  )
  if (changes === undefined) return
  if (changes.length === 0) {
    tell(t('{0} and {1} say the same.', older.name, newer.name), newer.file)
    return
  }
  const title = escapeMarkdown(`${older.name} → ${newer.name}`)
  const text = `# ${title}\n\n${changesMarkdown(changes, t)}`
  const name = `${nameWithoutEnding(older.name)} → ${nameWithoutEnding(newer.name)}.md`
  await results.show({ name, language: 'markdown', text }, { preview: false })
  await vscode.commands.executeCommand('markdown.showPreviewToSide')
}

/** The edition that a document is, of whose fields, where it is a list, `listFields` says which is what, as that of another one. */
async function editionOf(
  document: ChosenDocument,
  extension: vscode.Uri,
  listFields?: string,
): Promise<(Edition & Pick<ReadDocument, 'listFields'>) | undefined> {
  const own = editionOfCorpusFile(document.bytes, document.name)
  if (own !== undefined) return own
  const read = await readWithProgress(extension, document, listFields)
  if (read === undefined) return undefined
  if (read.outline.parts.length > 0)
    return { ...editionOfDocument(read.outline), listFields: read.listFields }
  refuse(
    t(
      'Nothing that could be a division or a measure was found in {0}. Try another copy, or write the file with “New Corpus File”.',
      document.name,
    ),
    document.file,
  )
  return undefined
}
