/** How the characters of a file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** UTF-16 where `bytes` begin with its byte order mark, else UTF-8. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** The text of `bytes`, without a byte order mark; `undefined` where they are not of that encoding. */
export function decodedText(bytes: Uint8Array, encoding = encodingOf(bytes)): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** `text`, which has no byte order mark, in the encoding of `like`, and with such a mark where `like` has one. */
export function encodedLike(like: Uint8Array, text: string): Uint8Array {
  const encoding = encodingOf(like)
  const isMarked = encoding !== 'utf-8' || mark.every((byte, at) => like[at] === byte)
  const marked = isMarked ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  const bytes = new DataView(new ArrayBuffer(marked.length * 2))
  for (let at = 0; at < marked.length; at++)
    bytes.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le')
  return new Uint8Array(bytes.buffer)
}

/** The byte order mark of UTF-8. */
const mark = [0xef, 0xbb, 0xbf]
