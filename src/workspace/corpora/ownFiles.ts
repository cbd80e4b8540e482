import type { Corpus } from '../../core/corpus/corpus.ts'
import { assembleCorpus } from '../../core/corpusFile/assembleCorpus.ts'
import type { CorpusFile } from '../../core/corpusFile/corpusFile.ts'
import { refusedFile, type Refusal } from '../../core/corpusFile/refusedFile.ts'
import { fileIn } from '../../core/corpusFile/storedFile.ts'
import { isIn } from '../addresses.ts'
import { codeOf, reasonUnread } from '../fileErrors.ts'
import type { Address, Host } from '../host.ts'
import { readSteady } from '../readSteady.ts'
import { largestCorpusFile } from '../settings.ts'
import { hashOf } from '../storedFiles.ts'
import { isThreadEnded } from '../tasks/beside.ts'
import { CorpusWork } from '../tasks/corpusWork.ts'
import { fileState, type FileState } from './fileState.ts'
import type { KeptFiles } from './keptFiles.ts'
import { mostFiles, type FoundOwnFiles } from './findOwnFiles.ts'

/** One of the analyst's own corpus files. */
export interface OwnFile {
  readonly address: Address
  /** What troubles and cards call it: its path in the folder that is worked in. */
  readonly name: string
  /** What the file system said of it when it was read; empty where it is to be read again in any case. */
  readonly stamp: string
  /** As it was read last. */
  readonly read: CorpusFile
  /** As it was read last without failing; what is in use. */
  readonly good: CorpusFile | undefined
  /** The SHA-256 of its content when it was read so. */
  readonly goodHash: string | undefined
  /** As it is stored, when it was read so. */
  readonly goodStored: Uint8Array | undefined
}

/** What a file is when it can be looked at. */
type Present = Exclude<FileState, { readonly kind: 'gone' }>

/** What corpus files are read with. */
export interface Reading {
  readonly work: CorpusWork
  /** What was read before; absent where nothing is kept. */
  readonly kept?: Pick<KeptFiles, 'get'>
}

/** So many files are read ahead of those that are in work. */
const mostAhead = 4

/**
 * What was found as it is now, what is gone left out. Of `known`, what did not change is not read again; of what
 * cannot be read any more, or lies in a folder that cannot be looked into, the last good state stays in use. Such
 * a folder stands for itself with its trouble.
 *
 * @throws the reason of `signal` once that is aborted.
 */
export async function readOwnFiles(
  host: Host,
  { files, unread, beyond }: FoundOwnFiles,
  known: readonly OwnFile[],
  signal?: AbortSignal,
  reading: Reading = { work: new CorpusWork() },
): Promise<readonly OwnFile[]> {
  const own: Promise<OwnFile>[] = []
  const knownAt = new Map(known.map((file) => [file.address, file]))
  const hidden = known.filter(
    ({ address, good }) => good !== undefined && unread.some((folder) => isIn(folder, address)),
  )
  for (const address of new Set([...files, ...hidden.map((file) => file.address)])) {
    signal?.throwIfAborted()
    const state = await fileState(host, address)
    if (state.kind === 'gone') continue
    const before = knownAt.get(address)
    const begun = await (before?.stamp === stampOf(state)
      ? { done: Promise.resolve(before) }
      : readAnew(host, reading, { address, name: host.nameOf(address), state, before, signal }))
    // Who waits for it hears of it.
    begun.done.catch(() => undefined)
    own.push(begun.done)
    await own[own.length - mostAhead]
  }
  const shut = unread.map((folder) => standingFor(host, folder, { kind: 'shutFolder' }, known))
  const tooMany = { kind: 'tooMany', limit: mostFiles } as const
  const left = beyond === undefined ? [] : [standingFor(host, beyond, tooMany, known)]
  return [...(await Promise.all(own)), ...shut, ...left]
}

/** `library` and `own` as one corpus. */
export function withOwnFiles(library: Corpus, own: readonly OwnFile[]): Corpus {
  if (own.length === 0) return library
  return assembleCorpus(own.map(inUse), library)
}

/** What stands for what is at `address`, none of which is read because of `why`. */
function standingFor(
  host: Host,
  address: Address,
  why: Refusal,
  known: readonly OwnFile[],
): OwnFile {
  const before = known.find((file) => file.address === address)
  if (before?.read.kind === 'failed') return before
  const name = host.nameOf(address)
  const read = refusedFile(name, why)
  return { address, name, stamp: '', read, ...noGood }
}

function stampOf(state: Present): string {
  if (state.kind === 'unknown') return `${state.kind} ${codeOf(state.error)}`
  return state.kind === 'file' ? state.stamp : state.kind
}

const noGood = { good: undefined, goodHash: undefined, goodStored: undefined }

/** A file that is to be read. */
interface ToRead {
  readonly address: Address
  readonly name: string
  readonly state: Present
  readonly before: OwnFile | undefined
  readonly signal: AbortSignal | undefined
}

/** Resolves once the bytes of the file are there; what comes of them is `done` later. */
async function readAnew(
  host: Host,
  reading: Reading,
  toRead: ToRead,
): Promise<{ readonly done: Promise<OwnFile> }> {
  const bytes = await bytesOf(host, toRead)
  if ('read' in bytes) return { done: Promise.resolve(ownFile(toRead, bytes)) }
  const done = readOne(reading, bytes, toRead)
  return { done: done.then((read) => ownFile(toRead, read)) }
}

/** What reading a file gave. */
interface ReadOnce {
  readonly read: CorpusFile
  readonly hash?: string
  readonly stored?: Uint8Array
  /** Whether it may be read the next time, though nothing of it changes. */
  readonly isToRepeat?: boolean
}

function ownFile(
  { address, name, state, before }: ToRead,
  { read, hash, stored, isToRepeat }: ReadOnce,
): OwnFile {
  const file = { address, name, stamp: isToRepeat === true ? '' : stampOf(state), read }
  if (read.kind !== 'failed') return { ...file, good: read, goodHash: hash, goodStored: stored }
  const { good, goodHash, goodStored } = before ?? noGood
  return { ...file, good, goodHash, goodStored }
}

async function bytesOf(
  host: Host,
  { address, name, state }: ToRead,
): Promise<Uint8Array | ReadOnce> {
  if (state.kind === 'unknown') return { read: unreadable(name, state.error) }
  if (state.kind !== 'file') return { read: refusedFile(name, { kind: state.kind }) }
  const { size } = state.stat
  const limit = largestCorpusFile(host.settings())
  if (size > limit) return { read: refusedFile(name, { kind: 'tooLarge', size, limit }) }
  try {
    const bytes = await readSteady(host.files, address, state.stat)
    return bytes.length > limit
      ? { read: refusedFile(name, { kind: 'tooLarge', size: bytes.length, limit }) }
      : bytes
  } catch (error) {
    return { read: unreadable(name, error), isToRepeat: true }
  }
}

/** What `before` is when its content is what it was when it was read last without failing: the same objects. */
function knownAlready(hash: string, before: OwnFile | undefined): ReadOnce | undefined {
  if (before?.good === undefined || before.goodHash !== hash) return undefined
  return { read: before.good, hash, ...(before.goodStored && { stored: before.goodStored }) }
}

function keptBefore(name: string, hash: string, kept: Reading['kept']): ReadOnce | undefined {
  const stored = kept?.get(name, hash)
  const read = stored && fileIn(stored)
  return read && { read, hash, stored }
}

async function readOne(
  { work, kept }: Reading,
  bytes: Uint8Array,
  { name, before, signal }: ToRead,
): Promise<ReadOnce> {
  try {
    const hash = await hashOf(bytes)
    const known = knownAlready(hash, before) ?? keptBefore(name, hash, kept)
    if (known !== undefined) return known
    const stored = await work.read(bytes, name, signal)
    const read = fileIn(stored)
    if (read !== undefined) return { read, hash, stored }
    throw new Error('What was read is not what was written.')
  } catch (error) {
    signal?.throwIfAborted()
    if (isThreadEnded(error)) return { read: refusedFile(name, { kind: 'ended' }) }
    return { read: unreadable(name, error), isToRepeat: true }
  }
}

function unreadable(name: string, error: unknown): CorpusFile {
  const message = error instanceof Error ? error.message : String(error)
  return refusedFile(name, { kind: 'unreadable', reason: reasonUnread(error) ?? message })
}

/** What of a file is in use, with the troubles that it has now. */
function inUse({ read, good }: OwnFile): CorpusFile {
  return good === undefined || read === good ? read : { ...good, troubles: read.troubles }
}
