import type { CorpusFile } from '../../core/corpusFile/corpusFile.ts'
import { decodeCorpusFile } from '../../core/corpusFile/decodeCorpusFile.ts'
import { readCorpusFile } from '../../core/corpusFile/parseCorpusFile.ts'
import { storedFile } from '../../core/corpusFile/storedFile.ts'
import { inSlices } from '../inSlices.ts'

/** The bytes of a corpus file called `name` as they are stored once it is read, in steps between which others can have their turn. */
export function* storedInSteps(
  bytes: Uint8Array,
  name: string,
): Generator<unknown, Uint8Array<ArrayBuffer>> {
  const decoded = decodeCorpusFile(bytes, name)
  return storedFile(
    'trouble' in decoded
      ? { kind: 'failed', troubles: [decoded.trouble] }
      : yield* readCorpusFile(decoded.text, name, Infinity),
  )
}

/** Reads the text of a corpus file called `name`, in slices between which others have their turn. */
export function readOwnText(text: string, name: string): Promise<CorpusFile> {
  return inSlices(readCorpusFile(text, name, Infinity))
}
