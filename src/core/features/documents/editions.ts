import { assembleCorpus } from '../../corpusFile/assembleCorpus.ts'
import { decodeCorpusFile } from '../../corpusFile/decodeCorpusFile.ts'
import { largestFile, parseCorpusFile } from '../../corpusFile/parseCorpusFile.ts'
import type { Edition } from '../../editions/edition.ts'
import { editionOfInstrument } from '../../editions/editionOf.ts'

/** An edition that a corpus file is. */
export interface EditionOfFile extends Edition {
  /** Which field is what in lists that it is imported from, where it says so. */
  readonly listFields: string | undefined
}

/**
 * The edition that a corpus file is, of what it says itself; `undefined` where `bytes`, of a file called `name`,
 * are none that describes an instrument, as Markdown of other kinds.
 */
export function editionOfCorpusFile(bytes: Uint8Array, name: string): EditionOfFile | undefined {
  if (!name.endsWith('.md') || bytes.length > largestFile) return undefined
  const read = decodeCorpusFile(bytes, name)
  if (!('text' in read)) return undefined
  const corpus = assembleCorpus([parseCorpusFile(read.text, name)])
  const [instrument] = corpus.instruments
  if (instrument === undefined) return undefined
  const { listFields } = instrument
  return { ...editionOfInstrument(instrument, corpus), listFields }
}
