import { placeOf, sourceText } from './source/sourceText.ts'
import { sentence } from '../corpus/sentence.ts'
import { decodedText, encodingOf, type Encoding } from '../text/bytes/decoding.ts'
import { makeTrouble, type Trouble } from '../corpus/trouble.ts'

/**
 * The text of a corpus file: UTF-8, or UTF-16 with a byte order mark, which is left out. Anything
 * else, such as GB18030, is a trouble that names the first byte at which it is not UTF-8.
 */
export function decodeCorpusFile(
  bytes: Uint8Array,
  name: string,
): { readonly text: string } | { readonly trouble: Trouble } {
  const encoding = encodingOf(bytes)
  const text = decodedText(bytes, encoding)
  if (text !== undefined) return { text }
  const offset = firstBadByte(bytes, encoding)
  const hex = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const trouble = makeTrouble(
    'file.not-utf-8',
    placeOf(sourceText(name, ''), { start: 0, end: 0 }),
    sentence`The file is not ${encodingNames[encoding]}: byte ${offset} (0x${hex}) cannot stand where it does.`,
    sentence`Save the file in the encoding UTF-8; Chinese text is often in GB18030 or Big5 instead.`,
  )
  return { trouble }
}

const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': sentence`UTF-16 (little-endian), as its first bytes say`,
  'utf-16be': sentence`UTF-16 (big-endian), as its first bytes say`,
} as const

/** Offset of the first byte that belongs to no character: the longest good beginning, by halving. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (beginsWell(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  return startOfCharacter(bytes, good, encoding)
}

/** Whether `bytes` decode, perhaps with a character cut off at their end. */
function beginsWell(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Where the character that breaks off after `end` bytes begins. */
function startOfCharacter(bytes: Uint8Array, end: number, encoding: Encoding): number {
  for (let start = end; start >= Math.max(0, end - 4); start -= 1) {
    if (decodedText(bytes.subarray(0, start), encoding) !== undefined) return start
  }
  return end
}
