import { UnsteadyFile } from './fileErrors.ts'
import type { Address, Files, FileStat } from './host.ts'

/** So often a file is read at most that changes while it is read. */
const mostReadings = 3

/**
 * What is in the file at `address`, as one that it was once: it is read again where it changed meanwhile, or less
 * came than it holds. `before` is what it said of itself.
 *
 * @throws UnsteadyFile where it goes on changing; what `files` throw.
 */
export async function readSteady(
  files: Pick<Files, 'stat' | 'readFile'>,
  address: Address,
  before: FileStat,
): Promise<Uint8Array> {
  let known = before
  let last: Uint8Array | undefined
  for (let reading = 0; reading < mostReadings; reading++) {
    const bytes = await files.readFile(address)
    const now = await files.stat(address)
    // There are file systems that know no size, and others that know no time.
    const isWhole = now.size === bytes.length || now.size === 0
    const isSame = now.size === known.size && now.modified === known.modified
    if (isWhole && (isSame || (last !== undefined && areSame(bytes, last)))) return bytes
    known = now
    last = bytes
  }
  throw new UnsteadyFile(`${address} changes while it is read`)
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
