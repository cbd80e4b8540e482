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
  return knownSorts[code] ?? learnSort(text, at, code)
}

/** What was found out about characters of the basic plane; surrogates are never in it. */
const knownSorts: (Sort | undefined)[] = []

function learnSort(text: string, at: number, code: number): Sort {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  const sort = classify(String.fromCodePoint(text.codePointAt(at) ?? space))
  if (!isSurrogate) knownSorts[code] = sort
  return sort
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

function classify(character: string): Sort {
  return sorts.find(([pattern]) => pattern.test(character))?.[1] ?? 'symbol'
}

/** Whether the character is a hyphen or a dash of any length. */
export function isDash(character: string): boolean {
  return dashes.test(character)
}

/** A space, a tab, or what ends a line or a paragraph. */
export function isSpaceOrLineEnd(code: number): boolean {
  return code === space || (code >= 0x09 && code <= 0x0d) || code === 0x2028 || code === 0x2029
}
