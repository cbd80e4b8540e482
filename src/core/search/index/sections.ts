import { crc32 } from '../../text/bytes/checksum.ts'

/** Says what the bytes are: `PCIX`, little-endian. */
const magic = 0x58494350

/** Raised with every change of the stored form, and of how texts are cut into words. */
const version = 15

/** Magic, version, checksum, fingerprint, number of sections; then the length in bytes of each. */
const headerLength = 5

/** Where the checksum stands in the header. */
const checksumPlace = 2

/**
 * `sections` one behind the other, each from a multiple of four on, behind a header that says what
 * they are. `fingerprint` tells what they were made of (0 to 2^32 - 1).
 */
export function packSections(
  sections: readonly ArrayBufferView[],
  fingerprint: number,
): Uint8Array {
  const head = headerLength + sections.length
  const length = sections.reduce((sum, { byteLength }) => sum + whole(byteLength), head * 4)
  const bytes = new Uint8Array(length)
  const numbers = new Uint32Array(bytes.buffer)
  numbers.set([magic, version, 0, fingerprint, sections.length])
  let at = head * 4
  for (const [place, { buffer, byteOffset, byteLength }] of sections.entries()) {
    numbers[headerLength + place] = byteLength
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += whole(byteLength)
  }
  numbers[checksumPlace] = checksumOf(bytes)
  return bytes
}

/** The sections in `bytes`, in place, and what they were made of. */
export interface Sections {
  readonly sections: readonly Uint8Array[]
  readonly fingerprint: number
  readonly checksum: number
}

/**
 * The `count` sections that {@link packSections} wrote into `bytes`, used where they are; copied only
 * where `bytes` does not begin at a multiple of four in its buffer. `undefined` for bytes of another
 * kind or version, and for such as are cut or damaged. Never throws.
 */
export function openSections(bytes: Uint8Array, count: number): Sections | undefined {
  if (bytes.length < (headerLength + count) * 4 || bytes.length % 4 !== 0) return undefined
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
  const [mark, itsVersion, sum, fingerprint = 0, itsCount] = numbers
  if (mark !== magic || itsVersion !== version || itsCount !== count) return undefined
  const checksum = checksumOf(aligned)
  if (sum !== checksum) return undefined
  const sections: Uint8Array[] = []
  let at = (headerLength + count) * 4
  for (let place = 0; place < count; place++) {
    const length = numbers[headerLength + place] ?? 0
    if (at + length > aligned.length) return undefined
    sections.push(aligned.subarray(at, at + length))
    at += whole(length)
  }
  return at === aligned.length ? { sections, fingerprint, checksum } : undefined
}

/** `bytes` as numbers of 32 bits, in place. */
export function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength >>> 2)
}

/** `bytes` as numbers of 16 bits, in place. */
export function halvesOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, byteLength >>> 1)
}

/** The next multiple of four. */
function whole(length: number): number {
  return (length + 3) & ~3
}

/** Of all bytes behind the checksum itself; what stands before it is known. */
function checksumOf(bytes: Uint8Array): number {
  return crc32(bytes.subarray((checksumPlace + 1) * 4))
}
