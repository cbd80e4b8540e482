import type { CorpusFile } from '../../core/corpus/corpusFile.ts'
import { decodeCorpusFile } from '../../core/corpus/decodeCorpusFile.ts'
import { readCorpusFile } from '../../core/corpus/parseCorpusFile.ts'
import { inSlices } from '../inSlices.ts'

/** Reads the bytes of a corpus file called `name`, in slices between which others have their turn. */
export async function readOwnFile(bytes: Uint8Array, name: string): Promise<CorpusFile> {
  const decoded = decodeCorpusFile(bytes, name)
  if ('trouble' in decoded) return { kind: 'failed', troubles: [decoded.trouble] }
  return readOwnText(decoded.text, name)
}

/** Reads the text of a corpus file as {@link readOwnFile} does. */
export function readOwnText(text: string, name: string): Promise<CorpusFile> {
  return inSlices(readCorpusFile(text, name, Infinity))
}

export { assembleCorpus } from '../../core/corpus/assembleCorpus.ts'
