import { readFileSync, statSync } from 'node:fs'
import { Failure } from './failure.ts'

/**
 * The bytes of a regular file of at most `limit` bytes.
 *
 * @throws Failure where it is none.
 */
export function readBytes(name: string, limit: number): Uint8Array {
  try {
    const stat = statSync(name)
    if (!stat.isFile()) throw new Failure(`${name} is no file.`)
    if (stat.size > limit) throw new Failure(`${name} is larger than ${String(limit)} bytes.`)
    return readFileSync(name)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${name} could not be read.`)
  }
}
