import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { readLibrary } from '../../src/core/corpus/library.ts'

/** The corpus that the library in `bytes` holds. */
export function readBack(bytes: Uint8Array): Corpus {
  const reading = readLibrary(bytes)
  if ('refused' in reading) throw new Error(`The library is not read: ${reading.refused.why}.`)
  return reading.corpus
}
