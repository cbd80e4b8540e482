import type { Corpus } from '../core/corpus/corpus.ts'
import { readLibrary } from '../core/corpus/library.ts'
import { childOf } from './addresses.ts'
import type { Address, Files } from './host.ts'

/**
 * The library that was compiled when we were built; `folder` is that of our built files.
 *
 * @throws Error, with why in a sentence, where it cannot be read.
 */
export async function readShippedLibrary(files: Files, folder: Address): Promise<Corpus> {
  const json = await files.readFile(childOf(folder, 'library.json'))
  const corpus = readLibrary(new TextDecoder().decode(json))
  if (corpus === undefined)
    throw new Error('The compiled library is damaged or of another version.')
  return corpus
}

/** The index that was made with the library, as it lies in `folder`; `undefined` where it is not there. */
export async function readShippedIndex(
  files: Files,
  folder: Address,
): Promise<Uint8Array | undefined> {
  return files.readFile(childOf(folder, 'library.index')).catch(() => undefined)
}
