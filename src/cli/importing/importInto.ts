import type { Corpus } from '../../core/corpus/corpus.ts'
import { correctionText } from '../../core/corpus/imports/importCorrection.ts'
import { inWords, sentence } from '../../core/corpus/sentence.ts'
import { decodeCorpusFile } from '../../core/corpusFile/decodeCorpusFile.ts'
import { largestFile, parseCorpusFile } from '../../core/corpusFile/parseCorpusFile.ts'
import { changesText } from '../../core/editions/writeChanges.ts'
import { codeOfAgency } from '../../core/features/importing/importing.ts'
import { mergedFile } from '../../core/features/importing/mergedFile.ts'
import {
  correctionsOf,
  isUsuallyTaken,
  nextEdition,
  rowKinds,
  type EditionRow,
} from '../../core/features/importing/nextEdition.ts'
import { encodedLike } from '../../core/text/bytes/decoding.ts'
import { wordsIn } from '../../wording/words.ts'
import { complain, tell } from '../console.ts'
import { Failure, Misuse } from '../failure.ts'
import { readBytes, writeText } from '../files.ts'
import type { ReaderOfDocuments } from '../officialTexts.ts'
import { notUnderstood, readParts, type ImportRequest } from './import.ts'

/** The next edition of a document that a corpus file was imported from. */
export interface NextEditionRequest extends Pick<
  ImportRequest,
  'file' | 'output' | 'map' | keyof ReaderOfDocuments
> {
  /** The corpus file. */
  readonly into: string
  /** What became of provisions, as far as it is taken; what usually is unless given. */
  readonly taken: ReadonlySet<EditionRow['kind']> | undefined
}

/**
 * What `text`, kinds of changes with commas between them or `none`, takes of the next edition.
 *
 * @throws Misuse where one is no kind.
 */
export function takenIn(text: string): ReadonlySet<EditionRow['kind']> {
  if (text === 'none') return new Set()
  const kinds = text.split(',').map((word) => {
    const kind = rowKinds.find((known) => known === word.trim())
    if (kind !== undefined) return kind
    throw new Misuse(
      sentence`“${word}” is no change that can be taken: ${[...rowKinds, 'none'].join(', ')}.`,
    )
  })
  return new Set(kinds)
}

/**
 * Writes the next edition of a document into the corpus file that an earlier one was imported into, with what
 * stands there of corrections and of fields of a list, and says what became of each provision, and what is left.
 *
 * @throws Failure where a file cannot be read, is no corpus file of an instrument, has no parts, or the result
 * would not read back; nothing is written then.
 */
export async function importInto(request: NextEditionRequest, corpus: Corpus): Promise<void> {
  const { file, into, output, language, taken } = request
  const t = wordsIn(language)
  const bytes = readBytes(into, largestFile)
  const text = corpusText(bytes, into)
  const read = parseCorpusFile(text, into)
  if (read.kind !== 'instrument') throw new Failure(noInstrument(into))
  const { instrument } = read.file
  const { outline, ...facts } = await readParts(request, instrument.listFields)
  const edition = nextEdition(read.file, outline, correctionsOf(instrument))
  const rows = edition.rows.filter((row) => taken?.has(row.kind) ?? isUsuallyTaken(row))
  const codeOf = (name: string) => codeOfAgency(corpus, name)
  const merged = mergedFile(text, edition, new Set(rows), { ...facts, codeOf })
  if (merged === undefined) {
    throw new Failure(
      sentence`${file} cannot be written into ${into}: mend the troubles of ${into} first.`,
    )
  }
  const written = encodedLike(bytes, merged)
  if (output !== undefined) await writeText(output, written, { onlyNew: true })
  else if (areSame(readBytes(into, largestFile), bytes)) await writeText(into, written)
  else throw new Failure(sentence`${into} changed meanwhile; try again.`)
  for (const one of outline.unread) complain(notUnderstood(file, one, t))
  for (const one of edition.unfit) {
    complain(
      inWords(sentence`“${correctionText(one)}” fits nothing in ${file}, and stays in ${into}.`, t),
    )
  }
  for (const row of edition.rows) {
    if (rows.includes(row)) continue
    const { kind, change } = row
    complain(inWords(sentence`Left as it is in ${into}, unless ${`--take ${kind}`} is given:`, t))
    for (const line of changesText([change], t).trimEnd().split('\n')) complain(line)
  }
  tell(
    changesText(
      rows.map(({ change }) => change),
      t,
    ),
  )
}

function corpusText(bytes: Uint8Array, into: string): string {
  const decoded = decodeCorpusFile(bytes, into)
  if ('text' in decoded) return decoded.text
  throw new Failure(noInstrument(into))
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => other[at] === byte)
}

function noInstrument(file: string) {
  return sentence`${file} is no corpus file of an instrument.`
}
