/**
 * The CRC-32 of `bytes` (that of gzip and PNG), from 0 to 2^32 - 1. Another one for sure when up to 32
 * bits that stand together are changed, and but for one time in four thousand million after any other
 * damage, pieces in another order included.
 */
export function crc32(bytes: Uint8Array): number {
  const begin = Math.min(-bytes.byteOffset & 3, bytes.length)
  const end = begin + ((bytes.length - begin) & ~7)
  const atBegin = remainderOfBytes(bytes.subarray(0, begin), allBits)
  const inMiddle = remainderOfWords(wordsOf(bytes.subarray(begin, end)), atBegin)
  return ~remainderOfBytes(bytes.subarray(end), inMiddle) >>> 0
}

/** `bytes`, which begin at a multiple of four in their buffer or are none, as words in place. */
function wordsOf({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return length === 0 ? new Uint32Array(0) : new Uint32Array(buffer, byteOffset, length >>> 2)
}

const allBits = 0xffffffff

/** That of ISO 3309, its bits reversed. */
const polynomial = 0xedb88320

/** What is left of the division by the polynomial after `bytes`, when `before` was left before them. */
function remainderOfBytes(bytes: Uint8Array, before: number): number {
  let left = before
  for (const byte of bytes) left = (table[(left ^ byte) & 0xff] ?? 0) ^ (left >>> 8)
  return left
}

/** The same of an even number of 32-bit words, little-endian: eight bytes in one step (“slicing by 8”). */
function remainderOfWords(words: Uint32Array, before: number): number {
  let left = before
  for (let at = 0; at < words.length; at += 2) {
    const one = left ^ (words[at] ?? 0)
    const other = words[at + 1] ?? 0
    left =
      (table[0x700 + (one & 0xff)] ?? 0) ^
      (table[0x600 + ((one >>> 8) & 0xff)] ?? 0) ^
      (table[0x500 + ((one >>> 16) & 0xff)] ?? 0) ^
      (table[0x400 + (one >>> 24)] ?? 0) ^
      (table[0x300 + (other & 0xff)] ?? 0) ^
      (table[0x200 + ((other >>> 8) & 0xff)] ?? 0) ^
      (table[0x100 + ((other >>> 16) & 0xff)] ?? 0) ^
      (table[other >>> 24] ?? 0)
  }
  return left
}

/** What each byte leaves, and behind it what it leaves with one to seven zero bytes after it. */
const table = makeTable()

function makeTable(): Uint32Array {
  const made = new Uint32Array(8 * 0x100)
  for (let byte = 0; byte < 0x100; byte++) made[byte] = remainderOf(byte)
  for (let at = 0x100; at < made.length; at++) {
    const before = made[at - 0x100] ?? 0
    made[at] = (made[before & 0xff] ?? 0) ^ (before >>> 8)
  }
  return made
}

function remainderOf(byte: number): number {
  let left = byte
  for (let bit = 0; bit < 8; bit++) left = (left >>> 1) ^ (left & 1 ? polynomial : 0)
  return left
}
