import { distance } from 'fastest-levenshtein'
import { englishWords, type LabelWord } from '../citation/locatorLabels.ts'
import { shortenedKinds } from '../corpus/kinds.ts'
import { numberOf } from '../text/numerals.ts'
import type { Span } from '../text/span.ts'
import { writtenNumber } from '../words/writtenNumbers.ts'

/** Words that join parts of what is typed, or say what number follows, and mean nothing by themselves. */
export const fillers: readonly string[] = [
  ...['of', 'in', 'the', 'under', 'to', 'from'],
  ...['no', 'nr', 'number'],
]

/** A piece of a typed path. */
export interface PathToken {
  /** A word for a kind, a label, a label that says a place in a row, any other word, or a run of Chinese. */
  readonly role: 'kind' | 'label' | 'ordinal' | 'word' | 'han'
  /** As the reader of places reads it: `section` for `Sect`, `12` for `twelve`. */
  readonly text: string
  readonly span: Span
}

const token =
  /\d+(?:st|nd|rd|th)(?![a-z\d])|\d+[a-z]{0,2}(?![a-z\d])|\d+|[a-z]+(?:-[a-z]+)*|\p{Script=Han}+|[§¶]/giu

/** The pieces of `text`, in ASCII width, in their order. */
export function tokensOf(text: string): readonly PathToken[] {
  const found = [...text.matchAll(token)].flatMap(readMatch).filter(saysMoreThanNumber)
  return found.map((one, at) => withKind(one, found[at - 1], found[at + 1])).reduce(addOnes, [])
}

const wordsForNumber: ReadonlySet<string> = new Set(['no', 'nos', 'nr', 'num', 'number'])

/** Whether `one` is not the word for a number before it: the `no.` of `recommendation no. 12`. */
function saysMoreThanNumber(one: PathToken, at: number, all: readonly PathToken[]): boolean {
  const isBetween = at > 0 && isLabel(all[at + 1])
  return !isBetween || !wordsForNumber.has(one.text.toLowerCase())
}

function readMatch(match: RegExpExecArray): readonly PathToken[] {
  const [written] = match
  const { index: start } = match
  const end = start + written.length
  const middle = start + lengthOfKind(written)
  if (middle === start) return [{ ...readToken(written), span: { start, end } }]
  const [word, label] = [written.slice(0, middle - start), written.slice(middle - start)]
  return [
    { role: 'kind', text: word.toLowerCase(), span: { start, end: middle } },
    { role: 'label', text: label, span: { start: middle, end } },
  ]
}

/** How long the word for a kind is to which `written` glues a Roman numeral: `annexIII`; 0 where there is none. */
function lengthOfKind(written: string): number {
  if (!/[ivxl]$/i.test(written) || isKindWord(written)) return 0
  const kind = kindWords.find(
    (word) =>
      word.length >= shortestBeginning &&
      written.toLowerCase().startsWith(word) &&
      numberOf(written.slice(word.length)) !== undefined,
  )
  return kind?.length ?? 0
}

function readToken(written: string): Omit<PathToken, 'span'> {
  const word = written.toLowerCase()
  if (/^\p{Script=Han}/u.test(word)) return { role: 'han', text: written }
  if (isKindWord(word)) return { role: 'kind', text: word }
  const number = writtenNumber(word)
  if (number !== undefined) {
    return { role: number.isOrdinal ? 'ordinal' : 'label', text: String(number.number) }
  }
  const isLabel = /^\d|^[a-oq-z]$/.test(word) || (numberOf(word) !== undefined && word.length <= 8)
  return { role: isLabel ? 'label' : 'word', text: written }
}

const kindWords: readonly string[] = [
  ...new Set([...englishWords.map(({ word }) => word), ...shortenedKinds.keys()]),
].filter((word) => !word.includes(' '))

const kindWordSet: ReadonlySet<string> = new Set(
  kindWords.flatMap((word) => (word.length > 3 ? [word, `${word}s`] : [word])),
)

function isKindWord(word: string): boolean {
  return kindWordSet.has(word.toLowerCase())
}

/** The words for kinds that begin with `beginning`, in lower case. */
export function kindWordsBegunWith(beginning: string): readonly LabelWord[] {
  const word = beginning.toLowerCase()
  return englishWords.filter((known) => known.word.startsWith(word))
}

/** `one`; beside a label also a word for a kind that is only begun, or has a slip: `recomendation twelve`. */
function withKind(one: PathToken, before?: PathToken, after?: PathToken): PathToken {
  const isBeside = isLabel(after) || before?.role === 'ordinal'
  if (one.role !== 'word' || !isBeside) return one
  const meant = kindMeant(one.text.toLowerCase())
  return meant === undefined ? one : { ...one, role: 'kind', text: meant }
}

function isLabel(one: PathToken | undefined): boolean {
  return one?.role === 'label' || one?.role === 'ordinal'
}

const shortestBeginning = 3

function kindMeant(word: string): string | undefined {
  if (word.length < shortestBeginning) return undefined
  const begun = kindWords.filter((known) => known.startsWith(word))
  return shortest(begun) ?? kindWords.find((known) => isSlip(word, known))
}

function shortest(words: readonly string[]): string | undefined {
  return words.toSorted((one, other) => one.length - other.length)[0]
}

/** `twenty one` as 21. */
function addOnes(all: readonly PathToken[], one: PathToken): readonly PathToken[] {
  const before = all.at(-1)
  const isTens = before?.role === 'label' && /^[2-9]0$/.test(before.text)
  const isWritten = before !== undefined && before.span.end - before.span.start > 2
  if (!isTens || !isWritten || !isLabel(one) || !/^[1-9]$/.test(one.text)) return [...all, one]
  if (one.span.end - one.span.start < 3 || one.span.start > before.span.end + 1)
    return [...all, one]
  const text = String(Number(before.text) + Number(one.text))
  const span = { start: before.span.start, end: one.span.end }
  return [...all.slice(0, -1), { ...one, text, span }]
}

/** Whether `word` may be meant as a word for a kind, with a slip or only begun, or for a number. */
export function mayBeKind(word: string): boolean {
  const known = word.toLowerCase()
  return isKindWord(word) || wordsForNumber.has(known) || kindMeant(known) !== undefined
}

/** Whether `word` is `known` but for a slip or two, or two letters changed round. */
export function isSlip(word: string, known: string): boolean {
  const slips = known.length >= 8 ? 2 : known.length >= 5 ? 1 : 0
  if (slips === 0 || Math.abs(word.length - known.length) > slips) return false
  const apart = distance(word, known)
  return apart <= slips || (apart === 2 && sorted(word) === sorted(known))
}

function sorted(word: string): string {
  return Array.from(word).sort().join('')
}
