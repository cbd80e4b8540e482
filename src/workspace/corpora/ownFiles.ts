import type { Corpus } from '../../core/corpus/corpus.ts'
import type { CorpusFile } from '../../core/corpusFile/corpusFile.ts'
import { refusedFile } from '../../core/corpusFile/refusedFile.ts'
import type { Address, Host } from '../host.ts'
import { largestCorpusFile } from '../settings.ts'
import { hashOf } from '../storedFiles.ts'
import { fileState, type FileState } from './fileState.ts'

/** One of the analyst's own corpus files. */
export interface OwnFile {
  readonly address: Address
  /** What troubles and cards call it: its path in the folder that is worked in. */
  readonly name: string
  /** What the file system said of it when it was read. */
  readonly stamp: string
  /** As it was read last. */
  readonly read: CorpusFile
  /** As it was read last without failing; what is in use. */
  readonly good: CorpusFile | undefined
  /** The SHA-256 of its content when it was read so. */
  readonly goodHash: string | undefined
}

/** What a file is when it can be looked at. */
type Present = Exclude<FileState, { readonly kind: 'gone' }>

/**
 * The files at `addresses` as they are now, those that are gone left out. Of `known`, what did not
 * change is not read again; of one that cannot be read any more the last good state stays in use.
 *
 * @throws the reason of `signal` once that is aborted.
 */
export async function readOwnFiles(
  host: Host,
  addresses: readonly Address[],
  known: readonly OwnFile[],
  signal?: AbortSignal,
): Promise<readonly OwnFile[]> {
  const own: OwnFile[] = []
  for (const address of addresses) {
    signal?.throwIfAborted()
    const state = await fileState(host, address)
    if (state.kind === 'gone') continue
    const before = known.find((file) => file.address === address)
    own.push(
      before?.stamp === stampOf(state) ? before : await readAnew(host, address, state, before),
    )
  }
  return own
}

/** `library` and `own` as one corpus; what reads and joins corpus files is loaded when there is one. */
export async function withOwnFiles(library: Corpus, own: readonly OwnFile[]): Promise<Corpus> {
  if (own.length === 0) return library
  const { assembleCorpus } = await import('./readOwnFile.ts')
  return assembleCorpus(own.map(inUse), library)
}

function stampOf(state: Present): string {
  return state.kind === 'file' ? state.stamp : state.kind
}

async function readAnew(
  host: Host,
  address: Address,
  state: Present,
  before: OwnFile | undefined,
): Promise<OwnFile> {
  const name = host.nameOf(address)
  const { read, hash } = await readOne(host, address, name, state)
  const file = { address, name, stamp: stampOf(state), read }
  return read.kind === 'failed'
    ? { ...file, good: before?.good, goodHash: before?.goodHash }
    : { ...file, good: read, goodHash: hash }
}

async function readOne(
  host: Host,
  address: Address,
  name: string,
  state: Present,
): Promise<{ readonly read: CorpusFile; readonly hash?: string }> {
  if (state.kind !== 'file') return { read: refusedFile(name, { kind: state.kind }) }
  const { size } = state
  const limit = largestCorpusFile(host.settings())
  if (size > limit) return { read: refusedFile(name, { kind: 'tooLarge', size, limit }) }
  try {
    const bytes = await host.files.readFile(address)
    const { readOwnFile } = await import('./readOwnFile.ts')
    return { read: await readOwnFile(bytes, name), hash: await hashOf(bytes) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { read: refusedFile(name, { kind: 'unreadable', reason }) }
  }
}

/** What of a file is in use, with the troubles that it has now. */
function inUse({ read, good }: OwnFile): CorpusFile {
  return good === undefined || read === good ? read : { ...good, troubles: read.troubles }
}
