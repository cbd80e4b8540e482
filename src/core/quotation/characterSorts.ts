import { space } from '../text/characters.ts'

/**
 * What a character is to the comparison of two wordings:
 *
 * - `letter`: part of a word, as digits and combining marks are
 * - `single`: a word by itself, as each Chinese character (or Japanese kana) is
 * - `symbol`: the same, but nothing that a length is counted in: `$`, `%`, emoji, lone surrogates
 * - `mark`: punctuation that is compared
 * - `quote`: a quotation mark, a bullet or a sign of Markdown: parts words, and is not compared
 * - `invisible`: neither parts words nor is it compared: soft hyphens, joiners, bidirectional controls
 */
export type Sort = 'letter' | 'single' | 'symbol' | 'mark' | 'quote' | 'invisible' | 'space'

/** The sort of the character at `at`, which must be the beginning of one. */
export function sortAt(text: string, at: number): Sort {
  const code = text.charCodeAt(at)
  if (code < latinSorts.length) return latinSorts[code] ?? 'symbol'
  if (code >= 0x4e00 && code <= 0x9fff) return 'single'
  return usualSorts.get(code) ?? sortOfCode(text.codePointAt(at) ?? space)
}

const dashes = /[\p{Pd}\u2043\u2212\u2500]/u
const quotes = /["'`´ʻʼ‘’‚‛“”„‟′″‹›«»「」『』〈〉《》〝〞〟＂＇｢｣﹁﹂﹃﹄*_\\•◦‣●○■□▪▫·‧∙・･†‡]/u
const symbols = /[%&#@§‰％＆＃＠\p{S}]/u
const ellipses = /[…⋯]/u

const sorts: readonly (readonly [RegExp, Sort])[] = [
  [/[\s\p{Cc}]/u, 'space'],
  [/\p{Default_Ignorable_Code_Point}/u, 'invisible'],
  [quotes, 'quote'],
  [dashes, 'mark'],
  [ellipses, 'mark'],
  [/[ー\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}]/u, 'single'],
  [/[\p{L}\p{N}\p{M}]/u, 'letter'],
  [/\p{Sk}/u, 'quote'],
  [symbols, 'symbol'],
  [/\p{P}/u, 'mark'],
]

function sortOfCode(code: number): Sort {
  const character = String.fromCodePoint(code)
  return sorts.find(([pattern]) => pattern.test(character))?.[1] ?? 'symbol'
}

/** By code, up to the end of Latin Extended-A: most of what Western texts are made of. */
const latinSorts: readonly Sort[] = Array.from({ length: 0x180 }, (_, code) => sortOfCode(code))

/** General punctuation, Chinese punctuation and kana, full-width forms. */
const usualSorts: ReadonlyMap<number, Sort> = new Map(
  (
    [
      [0x2000, 0x206f],
      [0x3000, 0x30ff],
      [0xff00, 0xffef],
    ] as const
  ).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, step) => [first + step, sortOfCode(first + step)]),
  ),
)

/** Whether the character is a hyphen or a dash of any length. */
export function isDash(character: string): boolean {
  return dashes.test(character)
}

/** A space, a tab, or what ends a line or a paragraph. */
export function isSpaceOrLineEnd(code: number): boolean {
  return code === space || (code >= 0x09 && code <= 0x0d) || code === 0x2028 || code === 0x2029
}

/** Letters, not digits, which no hyphen at the end of a line parts. */
export function isLetterAt(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at)) && sortAt(text, at) === 'letter'
}

/** Whether a small letter stands there. */
export function isLowerAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  return code < 0x2000 && /\p{Ll}/u.test(text.charAt(at))
}
