import { decodedText, encodingOf } from '../../core/text/bytes/decoding.ts'
import { declaredEncoding } from './declaredEncoding.ts'
import { decodeAs, type DecodedText } from './decodeAs.ts'
import { likelyEncodings } from './likelyEncodings.ts'
import { utf16Text } from './utf16Text.ts'

export type { DecodedText } from './decodeAs.ts'

/**
 * The text of a document of whatever encoding: by its byte order mark; as UTF-8 where it is valid UTF-8; by
 * what it declares; else by what its bytes are like. `undefined` where it is no text.
 */
export function readText(bytes: Uint8Array): DecodedText | undefined {
  const marked = encodingOf(bytes)
  if (marked !== 'utf-8') return whole(decodedText(bytes, marked))
  if (bytes.includes(0)) return whole(utf16Text(bytes))
  if (isBinary(bytes)) return undefined
  // Japanese of seven bits is valid UTF-8, with escapes between the scripts.
  const japanese = escapesToJapanese(bytes) ? decodeAs(bytes, 'iso-2022-jp') : undefined
  if (japanese?.misread === 0) return japanese
  const text = decodedText(bytes)
  if (text !== undefined) return whole(text)
  return declaredText(bytes) ?? likelyText(bytes) ?? damagedText(bytes, 'utf-8')
}

function whole(text: string | undefined): DecodedText | undefined {
  return text === undefined ? undefined : { text, misread: 0 }
}

/** The text in the encoding that the document declares. */
function declaredText(bytes: Uint8Array): DecodedText | undefined {
  const declared = declaredEncoding(bytes)
  return declared === undefined ? undefined : damagedText(bytes, declared)
}

/** The text in `encoding`, though some of its bytes may be damaged: one character in a hundred at most. */
function damagedText(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  const decoded = decodeAs(bytes, encoding)
  return decoded !== undefined && decoded.misread * 100 <= beyondAscii(decoded.text)
    ? decoded
    : undefined
}

function beyondAscii(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count += 1
  return count
}

/** The text in the first encoding that the bytes are like and that reads all of them. */
function likelyText(bytes: Uint8Array): DecodedText | undefined {
  const isDamagedUtf8 = damagedText(bytes, 'utf-8')
  if (isDamagedUtf8 !== undefined) return isDamagedUtf8
  for (const encoding of likelyEncodings(bytes)) {
    const decoded = decodeAs(bytes, encoding)
    if (decoded?.misread === 0 && !/[\u0080-\u009F]/u.test(decoded.text)) return decoded
  }
  return undefined
}

/** Whether there are controls that no text has. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) {
    const isUsual = byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1a
    if (!isUsual) controls += 1
  }
  return controls * 20 > bytes.length
}

/** Whether an escape to JIS X 0208 stands anywhere. */
function escapesToJapanese(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1)) {
    const isTo208 = bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)
    if (isTo208) return true
  }
  return false
}
