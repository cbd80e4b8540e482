import { sentence, type Sentence } from '../core/corpus/sentence.ts'

/** Thrown where a file is not what it was when it was looked at, however often it is read. */
export class UnsteadyFile extends Error {
  readonly code = 'UNSTEADY'
}

/** What Node, or VS Code, calls `error`; empty where neither has a name for it. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Whether `error` says that nothing is there, or that what leads there is no folder. */
export function isNotThere(error: unknown): boolean {
  return notThere.has(codeOf(error))
}

const notThere: ReadonlySet<string> = new Set([
  ...['ENOENT', 'ENOTDIR'],
  ...['FileNotFound', 'FileNotADirectory', 'EntryNotFound', 'EntryNotADirectory'],
])

/** That what is called `name` could not be read, with why and what to do where `error` tells that. */
export function notRead(name: string, error: unknown): Sentence {
  const why = reasonUnread(error)
  return why === undefined
    ? sentence`${name} could not be read.`
    : sentence`${name} could not be read: ${why}.`
}

/** That what is called `name` could not be written, with why where `error` tells that, and else with what to look at. */
export function notWritten(name: string, error?: unknown): Sentence {
  const why = reasonUnwritten(error)
  return why === undefined
    ? sentence`${name} could not be written. See whether it may be changed.`
    : sentence`${name} could not be written: ${why}.`
}

/** Why something was not read, and what to do, in a clause; `undefined` where `error` does not tell. */
export function reasonUnread(error: unknown): Sentence | undefined {
  return reasonWhile('reading', error)
}

/** Why something was not written, in a clause; `undefined` where `error` does not tell. */
export function reasonUnwritten(error: unknown): Sentence | undefined {
  return reasonWhile('writing', error)
}

/** Why something stopped of which nobody knows here whether it read or wrote, in a clause, by what the system was asked for. */
export function reasonStopped(error: unknown): Sentence | undefined {
  return reasonWhile(doingOf(error), error)
}

/** What was done with a file. */
type Doing = 'reading' | 'writing' | 'either'

function doingOf(error: unknown): Doing {
  const asked = error instanceof Error && 'syscall' in error ? String(error.syscall) : ''
  if (readingCalls.has(asked)) return 'reading'
  return writingCalls.has(asked) ? 'writing' : 'either'
}

/** What Node asks systems for that changes nothing; to `open` may be either. */
const readingCalls: ReadonlySet<string> = new Set([
  ...['read', 'stat', 'lstat', 'fstat', 'scandir', 'opendir', 'readlink', 'realpath'],
])

const writingCalls: ReadonlySet<string> = new Set([
  ...['write', 'ftruncate', 'fsync', 'rename', 'link', 'symlink', 'unlink', 'mkdir', 'mkdtemp'],
  ...['rmdir', 'rm', 'chmod', 'fchmod', 'chown', 'copyfile', 'utime', 'futime'],
])

function reasonWhile(doing: Doing, error: unknown): Sentence | undefined {
  const reason = reasons.get(codeOf(error))
  return reason && (doing in reason ? reason[doing] : reason.either)
}

/** A reason, and how it is put where it is known what was done: with what to do about it, or not at all. */
type Reason = { readonly either: Sentence } & Partial<Readonly<Record<Doing, Sentence | undefined>>>

const noPermission: Reason = {
  either: sentence`you lack the permission for it; ask for it`,
  reading: sentence`you may not read it; ask for the permission`,
  writing: sentence`you may not write there`,
}
const isHeld = { either: sentence`another program holds it; close that, or try again later` }
const isFolder: Reason = { either: sentence`it is a folder`, writing: undefined }
const diskFails: Reason = {
  either: sentence`the disk reports an error`,
  reading: sentence`the disk reports an error; try again, or take another copy`,
}
const tooManyOpen = { either: sentence`too many files are open; try again later` }
const notReached = { either: sentence`where it lies cannot be reached; try again later` }
const isInCircle: Reason = {
  either: sentence`links lead in a circle`,
  reading: sentence`links lead in a circle; put the file itself there`,
}
const noSpace = { either: sentence`no space is left` }
const isOther = { either: sentence`something else is there` }

/** By the names that Node and VS Code have for what happened. */
const reasons: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['EACCES', noPermission],
  ['EPERM', noPermission],
  ['NoPermissions', noPermission],
  ['EROFS', { either: sentence`nothing may be written there` }],
  ['ENOSPC', noSpace],
  ['EDQUOT', noSpace],
  ['EFBIG', { either: sentence`it would be too large` }],
  ['ENOTDIR', { either: sentence`it lies in what is no folder` }],
  ['EEXIST', isOther],
  ['FileExists', isOther],
  ['ENAMETOOLONG', { either: sentence`its name is too long` }],
  ['EBUSY', isHeld],
  ['ETXTBSY', isHeld],
  ['EISDIR', isFolder],
  ['FileIsADirectory', isFolder],
  ['EIO', diskFails],
  ['EMFILE', tooManyOpen],
  ['ENFILE', tooManyOpen],
  ['ELOOP', isInCircle],
  ['ESTALE', notReached],
  ['ETIMEDOUT', notReached],
  ['Unavailable', notReached],
  ['UNSTEADY', { either: sentence`it changes while it is read; try again when it is written` }],
])
