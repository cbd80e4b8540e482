import { brotliDecompressSync, constants, inflateRawSync } from 'node:zlib'
import { isSpace } from './pdfObjects.ts'
import { Unpacked } from './unpacked.ts'

/** What a filter makes of bytes: at most so many, or `too large`; `unreadable` where they are not packed so. */
export type Decode = (bytes: Uint8Array, most: number, earlyChange: number) => Decoded

/** See {@link Decode}. */
export type Decoded = Uint8Array | 'too large' | 'unreadable'

/** The filters that unpack, by the names that they have in streams and in pictures within the text. */
export const decoders: ReadonlyMap<string, Decode> = new Map([
  ...named(inflated, 'FlateDecode', 'Fl'),
  ...named(unzippedBrotli, 'BrotliDecode'),
  ...named(unpackedLzw, 'LZWDecode', 'LZW'),
  ...named(unpackedRuns, 'RunLengthDecode', 'RL'),
  ...named(ofHexadecimal, 'ASCIIHexDecode', 'AHx'),
  ...named(ofBase85, 'ASCII85Decode', 'A85'),
])

/** Those whose result may be many times as long. */
export const growing: ReadonlySet<Decode | undefined> = new Set([
  inflated,
  unzippedBrotli,
  unpackedLzw,
  unpackedRuns,
])

/** Filters of pictures: what they unpack is no text, whatever else is said of it. */
export const pictureFilters: ReadonlySet<string> = new Set([
  ...['DCTDecode', 'DCT', 'JPXDecode', 'JPX', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode'],
])

function named(decode: Decode, ...names: readonly string[]): (readonly [string, Decode])[] {
  return names.map((name) => [name, decode])
}

/** Without its two bytes of heading, of which pdf.js demands less than zlib. */
function inflated(bytes: Uint8Array, most: number): Decoded {
  return byZlib(() =>
    inflateRawSync(bytes.subarray(2), {
      maxOutputLength: most,
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: pieces(bytes),
    }),
  )
}

function unzippedBrotli(bytes: Uint8Array, most: number): Decoded {
  return byZlib(() =>
    brotliDecompressSync(bytes, {
      maxOutputLength: most,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      chunkSize: pieces(bytes),
    }),
  )
}

/** Short streams are unpacked into little, long ones into few pieces. */
function pieces({ length }: Uint8Array): number {
  return Math.min(1_000_000, Math.max(4096, 4 * length))
}

function byZlib(unpack: () => Uint8Array): Decoded {
  try {
    return unpack()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'unreadable'
  }
}

function unpackedRuns(bytes: Uint8Array, most: number): Decoded {
  const result = new Unpacked(most)
  for (let at = 0; at < bytes.length && !result.isFull;) {
    const length = bytes[at] ?? 128
    if (length === 128) break
    if (length < 128) result.addAll(bytes.subarray(at + 1, at + length + 2))
    else result.addAll(new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0))
    at += length < 128 ? length + 2 : 2
  }
  return result.whole()
}

/** Codes of nine to twelve bits, as ISO 32000-1, 7.4.4 has them. */
function unpackedLzw(bytes: Uint8Array, most: number, earlyChange: number): Decoded {
  const result = new Unpacked(most)
  const sequences: Uint8Array[] = []
  let last: Uint8Array | undefined
  let width = 9
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >>> bits) & ((1 << width) - 1)
    if (code === 257 || result.isFull) break
    if (code === 256) {
      sequences.length = 0
      last = undefined
      width = 9
      continue
    }
    const known = code < 256 ? Uint8Array.of(code) : sequences[code - 258]
    const sequence: Uint8Array = known ?? followed(last ?? new Uint8Array(1), last?.[0] ?? 0)
    result.addAll(sequence)
    if (last !== undefined && sequences.length < 4096 - 258) {
      sequences.push(followed(last, sequence[0] ?? 0))
      const next = 258 + sequences.length + earlyChange
      width = Math.min(12, Math.max(9, Math.floor(Math.log2(next)) + 1))
    }
    last = sequence
  }
  return result.whole()
}

function followed(sequence: Uint8Array, byte: number): Uint8Array {
  const longer = new Uint8Array(sequence.length + 1)
  longer.set(sequence)
  longer[sequence.length] = byte
  return longer
}

function ofHexadecimal(bytes: Uint8Array, most: number): Decoded {
  const result = new Unpacked(most)
  let half: number | undefined
  for (const byte of bytes) {
    if (byte === 0x3e || result.isFull) break
    const digit = Number.parseInt(String.fromCharCode(byte), 16)
    if (Number.isNaN(digit)) continue
    if (half === undefined) half = digit
    else {
      result.add(16 * half + digit)
      half = undefined
    }
  }
  if (half !== undefined) result.add(16 * half)
  return result.whole()
}

function ofBase85(bytes: Uint8Array, most: number): Decoded {
  const result = new Unpacked(most)
  let group: number[] = []
  for (const byte of bytes) {
    if (byte === 0x7e || result.isFull) break
    if (isSpace(byte)) continue
    if (byte === 0x7a && group.length === 0) group = [0, 0, 0, 0, 0]
    else group.push(byte - 0x21)
    if (group.length < 5) continue
    addGroup(result, group, 4)
    group = []
  }
  if (group.length > 1) addGroup(result, [...group, 84, 84, 84, 84].slice(0, 5), group.length - 1)
  return result.whole()
}

function addGroup(result: Unpacked, group: readonly number[], count: number): void {
  const number = group.reduce((sum, digit) => sum * 85 + digit, 0)
  for (let place = 0; place < count; place += 1) {
    result.add(Math.floor(number / 256 ** (3 - place)) & 0xff)
  }
}
