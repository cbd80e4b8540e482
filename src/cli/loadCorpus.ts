import { realpathSync } from 'node:fs'
import type { Corpus } from '../core/corpus/corpus.ts'
import { sentence } from '../core/corpus/sentence.ts'
import { inOrder } from '../workspace/addresses.ts'
import {
  corpusFilesIn,
  lookForOwnFiles,
  type FoundOwnFiles,
} from '../workspace/corpora/findOwnFiles.ts'
import { readOwnFiles, withOwnFiles } from '../workspace/corpora/ownFiles.ts'
import { isNotThere, notRead } from '../workspace/fileErrors.ts'
import type { Host } from '../workspace/host.ts'
import { readShippedLibrary } from '../workspace/library.ts'
import { Failure, Misuse } from './failure.ts'
import { addressOf } from './nodeFiles.ts'
import { notLookedInto, notThere } from './reports.ts'

/** What the editor would know in the folder that a command runs in. */
export interface LoadedCorpus {
  readonly library: Corpus
  /** The library, and the analyst's own corpus files. */
  readonly corpus: Corpus
}

/**
 * The library that lies in `folder`, and the analyst's own corpus files: those of `named`, files or
 * folders, or else those that the editor finds in the folder that the command runs in.
 *
 * @throws Failure where the library cannot be read, or something named is not there.
 */
export async function loadCorpus(
  host: Host,
  folder: string,
  named: readonly string[],
): Promise<LoadedCorpus> {
  const library = await libraryIn(host, folder)
  const found =
    named.length > 0
      ? await Promise.all(named.map((name) => corpusFilesNamed(host, name)))
      : [await lookForOwnFiles(host)]
  const own = await readOwnFiles(host, together(found), [])
  return { library, corpus: withOwnFiles(library, own) }
}

function together(found: readonly FoundOwnFiles[]): FoundOwnFiles {
  const [beyond] = found.flatMap((one) => one.beyond ?? [])
  return {
    files: found.flatMap(({ files }) => files),
    unread: found.flatMap(({ unread }) => unread),
    ...(beyond !== undefined && { beyond }),
  }
}

async function libraryIn({ files }: Host, folder: string): Promise<Corpus> {
  const read = await readShippedLibrary(files, addressOf(folder))
  if ('refused' in read) throw new Failure(read.refused)
  return read.corpus
}

/** What is named may itself be a link; what is found in it may not. */
async function corpusFilesNamed({ files }: Host, name: string): Promise<FoundOwnFiles> {
  const address = addressOf(wholePathOf(name))
  const { kind } = await files.stat(address).catch((error: unknown) => {
    throw new Failure(notRead(name, error))
  })
  if (kind !== 'folder') return { files: [address], unread: [] }
  const { files: found, unread, isWhole } = await corpusFilesIn(files, address)
  if (unread.length > 0) throw new Failure(notLookedInto(name))
  if (!isWhole) throw new Failure(sentence`${name} holds too many corpus files, or folders.`)
  return { files: inOrder(found.map((file) => file.address)), unread: [] }
}

function wholePathOf(name: string): string {
  try {
    return realpathSync(name)
  } catch (error) {
    throw isNotThere(error) ? new Misuse(notThere(name)) : new Failure(notRead(name, error))
  }
}
