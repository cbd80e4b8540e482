import path from 'node:path'
import { instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import type { OfficialTextOf } from '../core/features/problems/quotations.ts'
import { findPassages, type OfficialText } from '../core/official/officialText.ts'
import { readOfficialDocument } from '../import/readOfficialDocument.ts'
import { Failure } from './failure.ts'
import { readBytes } from './files.ts'

/** The largest official document that is read, in bytes. */
const largestDocument = 100_000_000

/**
 * The official texts of the documents that `pairs` name, each as `instrument=file`.
 *
 * @throws Failure where a document cannot be read, or belongs to no instrument of `corpus`.
 */
export async function readOfficialTexts(
  pairs: readonly string[],
  corpus: Corpus,
  folder: string,
): Promise<OfficialTextOf> {
  const texts = new Map<string, OfficialText>()
  for (const pair of pairs) {
    const [id = '', ...rest] = pair.split('=')
    const file = rest.join('=')
    const instrument = corpus.instruments.find(({ key }) => key === id)
    if (instrument === undefined) throw new Failure(`No instrument is called “${id}”.`)
    const script = path.join(folder, 'reader/readerProcess.mjs')
    const reader = { command: process.execPath, script }
    try {
      const outline = await readOfficialDocument(readBytes(file, largestDocument), reader)
      texts.set(id, findPassages(outline, instrument, corpus))
    } catch (error) {
      if (error instanceof Failure) throw error
      throw new Failure(`${file} was not read: ${error instanceof Error ? error.message : ''}`)
    }
  }
  return (key) => {
    const instrument = instrumentOf(corpus, key)
    return instrument && texts.get(instrument.key)
  }
}
