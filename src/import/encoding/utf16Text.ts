import { decodedText } from '../../core/text/bytes/decoding.ts'

/** The text of `bytes` that are UTF-16 without a byte order mark; `undefined` where they are not. */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const [best, other] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => {
      const text = decodedText(bytes, encoding)
      return { text, usual: text === undefined ? 0 : usualIn(text) }
    })
    .sort((one, two) => two.usual - one.usual)
  if (best?.text === undefined || best.text.includes('\0')) return undefined
  // One character in fifty is a space, an end of a line or a mark in any text.
  const isText = best.usual * 50 >= best.text.length && best.usual > (other?.usual ?? 0) * 2
  return isText ? best.text : undefined
}

/** How many characters of `text` stand in all texts. */
function usualIn(text: string): number {
  return text.match(/[\t\n\r\x20-\x7e\u3000、。，]/gu)?.length ?? 0
}
