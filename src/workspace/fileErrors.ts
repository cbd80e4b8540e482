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

/** Why something was not read, and what to do, in a clause; `undefined` where nothing more is to be said. */
export function reasonUnread(error: unknown): Sentence | undefined {
  return unread.get(codeOf(error))
}

const mayNotRead = sentence`you may not read it; ask for the permission`
const isHeld = sentence`another program holds it; close that, or try again later`
const isFolder = sentence`it is a folder`
const diskFails = sentence`the disk reports an error; try again, or take another copy`
const tooManyOpen = sentence`too many files are open; try again later`
const notReached = sentence`where it lies cannot be reached; try again later`

const unread: ReadonlyMap<string, Sentence> = new Map([
  ['EACCES', mayNotRead],
  ['EPERM', mayNotRead],
  ['NoPermissions', mayNotRead],
  ['EBUSY', isHeld],
  ['ETXTBSY', isHeld],
  ['EISDIR', isFolder],
  ['FileIsADirectory', isFolder],
  ['EIO', diskFails],
  ['EMFILE', tooManyOpen],
  ['ENFILE', tooManyOpen],
  ['ELOOP', sentence`links lead in a circle; put the file itself there`],
  ['ESTALE', notReached],
  ['ETIMEDOUT', notReached],
  ['Unavailable', notReached],
  ['UNSTEADY', sentence`it changes while it is read; try again when it is written`],
])

/** That what is called `name` could not be written, with why where `error` tells that, and else with what to look at. */
export function notWritten(name: string, error?: unknown): Sentence {
  const why = reasonUnwritten(error)
  return why === undefined
    ? sentence`${name} could not be written. See whether it may be changed.`
    : sentence`${name} could not be written: ${why}.`
}

/** Why something was not written, in a clause; `undefined` where `error` does not tell. */
export function reasonUnwritten(error: unknown): Sentence | undefined {
  return unwritten.get(codeOf(error))
}

const mayNotWrite = sentence`you may not write there`
const noSpace = sentence`no space is left`
const isOther = sentence`something else is there`

const unwritten: ReadonlyMap<string, Sentence> = new Map([
  ['EACCES', mayNotWrite],
  ['EPERM', mayNotWrite],
  ['NoPermissions', mayNotWrite],
  ['EROFS', sentence`nothing may be written there`],
  ['ENOSPC', noSpace],
  ['EDQUOT', noSpace],
  ['EFBIG', sentence`it would be too large`],
  ['ENOTDIR', sentence`it lies in what is no folder`],
  ['EEXIST', isOther],
  ['FileExists', isOther],
  ['ENAMETOOLONG', sentence`its name is too long`],
  ['EBUSY', isHeld],
  ['ETXTBSY', isHeld],
  ['EIO', sentence`the disk reports an error`],
  ['EMFILE', tooManyOpen],
  ['ENFILE', tooManyOpen],
  ['ELOOP', sentence`links lead in a circle`],
  ['ESTALE', notReached],
  ['ETIMEDOUT', notReached],
  ['Unavailable', notReached],
])
