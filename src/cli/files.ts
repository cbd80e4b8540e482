import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { sentence } from '../core/corpus/sentence.ts'
import { Failure, Unwritten } from './failure.ts'

/**
 * The bytes of a regular file of at most `limit` bytes.
 *
 * @throws Failure where it is none.
 */
export function readBytes(name: string, limit: number): Uint8Array {
  try {
    const stat = statSync(name)
    if (!stat.isFile()) throw new Failure(sentence`${name} is no file.`)
    if (stat.size > limit) throw new Failure(sentence`${name} is larger than ${limit} bytes.`)
    return readFileSync(name)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(sentence`${name} could not be read.`)
  }
}

/**
 * Writes `text` to the file called `name`, and makes the folders above it; with the flag `wx` only where
 * nothing is called so yet. A new file that cannot be written whole does not stay.
 *
 * @throws Unwritten where it cannot be written.
 */
export function writeText(name: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  try {
    mkdirSync(path.dirname(name), { recursive: true })
    const isNew = lstatSync(name, { throwIfNoEntry: false }) === undefined
    const file = openSync(name, flag)
    try {
      writeFileSync(file, text)
    } catch (error) {
      if (isNew) rmSync(name, { force: true })
      throw error
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new Unwritten(name, error)
  }
}
