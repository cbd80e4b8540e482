import { sentence } from '../core/corpus/sentence.ts'
import { compareEditions } from '../core/editions/compareEditions.ts'
import type { Edition } from '../core/editions/edition.ts'
import {
  changesJson,
  changesMarkdown,
  changesText,
  type WriteChanges,
} from '../core/editions/writeChanges.ts'
import { editionOfDocument } from '../core/editions/editionOf.ts'
import { editionOfCorpusFile } from '../core/features/documents/editions.ts'
import { wordsIn } from '../wording/words.ts'
import { tell } from './console.ts'
import { Misuse } from './failure.ts'
import { documentIn, noParts, readDocument, type ReaderOfDocuments } from './officialTexts.ts'

/** @throws Misuse where there is no such format. */
export function changesWriter(format: string): WriteChanges {
  if (format === 'text') return changesText
  if (format === 'markdown') return changesMarkdown
  if (format === 'json') return changesJson
  throw new Misuse(sentence`There is no format “${format}”: text, markdown or json.`)
}

/**
 * Writes what became of each provision from one file to the other, corpus files or official documents, and
 * gives the exit code: 1 where anything changed. What reads documents lies in `folder`.
 *
 * @throws Failure where a file cannot be read, or has no parts that could be found.
 */
export async function tellChanges(
  [before, after]: readonly [string, string],
  session: ReaderOfDocuments,
  write: WriteChanges,
): Promise<number> {
  const older = await readEdition(before, session)
  const newer = await readEdition(after, session, older.listFields)
  const changes = compareEditions(older, newer)
  tell(write(changes, wordsIn(session.language)))
  return changes.length > 0 ? 1 : 0
}

/** The edition that `file` is; where it is a list, `listFields` says which of its fields is what. */
async function readEdition(
  file: string,
  session: ReaderOfDocuments,
  listFields?: string,
): Promise<Edition & { readonly listFields?: string | undefined }> {
  const document = documentIn(file)
  const own = editionOfCorpusFile(document.bytes, file)
  if (own !== undefined) return own
  const edition = editionOfDocument(await readDocument(document, session, listFields))
  if (edition.parts.length === 0) throw new Misuse(noParts(file))
  return edition
}
