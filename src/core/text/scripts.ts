import { lazily } from './lazily.ts'

/** A Chinese character, or one of Japanese kana: of a script without spaces between words. */
export const hanOrKana = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/** The Chinese characters of GB/T 2312-1980, rows 16 to 87, by which Simplified Chinese is written. */
export const simplifiedCharacters = lazily(() => charactersOf('gb18030', [[0xb0, 0xf7]]))

/** The Chinese characters of Big5 as first published, planes 1 and 2, by which Traditional Chinese is written. */
const traditionalCharacters = lazily(() =>
  charactersOf('big5', [
    [0xa4, 0xc6],
    [0xc9, 0xf9],
  ]),
)

/**
 * Whether `text` can stand before readers of Simplified Chinese: all its Chinese characters are of
 * GB 2312. True where it has none.
 */
export function isSimplified(text: string): boolean {
  return isWrittenWith(simplifiedCharacters(), text)
}

/**
 * Whether `text` can stand before readers of Traditional Chinese: all its Chinese characters are of
 * Big5. True where it has none.
 */
export function isTraditional(text: string): boolean {
  return isWrittenWith(traditionalCharacters(), text)
}

function isWrittenWith(characters: ReadonlySet<string>, text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).every((character) => characters.has(character))
}

/** What two bytes of `encoding` stand for, whose first is in one of these ranges. */
function charactersOf(
  encoding: 'gb18030' | 'big5',
  ranges: readonly (readonly [number, number])[],
): ReadonlySet<string> {
  const bytes = ranges.flatMap(([from, to]) =>
    bytesBetween(from, to).flatMap((first) =>
      bytesBetween(encoding === 'big5' ? 0x40 : 0xa1, 0xfe).flatMap((second) => [first, second]),
    ),
  )
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu))
}

function bytesBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}
