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
  const after = before && (await editionOf(newer, extension))
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

async function editionOf(
  document: ChosenDocument,
  extension: vscode.Uri,
): Promise<Edition | undefined> {
  const own = editionOfCorpusFile(document.bytes, document.name)
  if (own !== undefined) return own
  const outline = await readWithProgress(extension, document)
  if (outline === undefined || outline.parts.length > 0)
    return outline && editionOfDocument(outline)
  refuse(
    t(
      'Nothing that could be a division or a measure was found in {0}. Try another copy, or write the file with “New Corpus File”.',
      document.name,
    ),
    document.file,
  )
  return undefined
}
