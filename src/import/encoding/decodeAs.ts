import { decodeWindows949 } from './windows949.ts'

/** A text, and how many of its characters could not be read. */
export interface DecodedText {
  readonly text: string
  readonly misread: number
}

/** Encodings that another one holds whole, with what documents in them have besides. */
const wider: ReadonlyMap<string, string> = new Map([
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
])

/** `bytes` in the encoding that is called `label` on the web; `undefined` where there is none of this name. */
export function decodeAs(bytes: Uint8Array, label: string): DecodedText | undefined {
  const decoder = decoderFor(label)
  if (decoder === undefined) return undefined
  const text =
    decoder.encoding === 'euc-kr' ? decodeWindows949(bytes, decoder) : decoder.decode(bytes)
  const isWestern = decoder.encoding === 'windows-1252'
  return { text: isWestern ? withoutControls(text) : text, misread: misreadIn(text) }
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  const name = label.trim().toLowerCase()
  // A document that can be read so far is in no UTF-16, whatever it says.
  if (name.startsWith('utf-16') || name.startsWith('utf-32')) return undefined
  try {
    const { encoding } = new TextDecoder(name)
    return new TextDecoder(wider.get(encoding) ?? encoding)
  } catch {
    return undefined
  }
}

/** Where a character could not be read. */
const replacement = '\uFFFD'

function misreadIn(text: string): number {
  let count = 0
  for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) {
    count += 1
  }
  return count
}

/** What windows-1252 has from 0x80 to 0x9F, where some versions of Node read controls. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function withoutControls(text: string): string {
  return text.replaceAll(/[\u0080-\u009F]/gu, (control) =>
    western.charAt(control.charCodeAt(0) - 0x80),
  )
}
