import type { CorpusFile } from '../../core/corpusFile/corpusFile.ts'
import { decodeCorpusFile } from '../../core/corpusFile/decodeCorpusFile.ts'
import { readCorpusFile } from '../../core/corpusFile/parseCorpusFile.ts'
import { fileIn, storedFile } from '../../core/corpusFile/storedFile.ts'
import { inSlices } from '../inSlices.ts'

/**
 * Reads the bytes of a corpus file called `name`, in slices between which others have their turn. The provisions
 * of an instrument are held in bytes: a window has many that nobody looks at.
 */
export async function readOwnFile(bytes: Uint8Array, name: string): Promise<CorpusFile> {
  const decoded = decodeCorpusFile(bytes, name)
  if ('trouble' in decoded) return { kind: 'failed', troubles: [decoded.trouble] }
  const read = await readOwnText(decoded.text, name)
  const inBytes = read.kind === 'instrument' ? fileIn(storedFile(read)) : undefined
  return inBytes ?? read
}

/** Reads the text of a corpus file as {@link readOwnFile} does. */
export function readOwnText(text: string, name: string): Promise<CorpusFile> {
  return inSlices(readCorpusFile(text, name, Infinity))
}

export { assembleCorpus } from '../../core/corpusFile/assembleCorpus.ts'
