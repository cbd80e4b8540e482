import {
  chineseWordsAfter,
  chineseWordsAround,
  chineseWordsBefore,
  type LabelWord,
} from '../citation/locatorLabels.ts'
import { toAsciiWidth } from '../citation/locator.ts'
import type { ProvisionKind } from '../corpus/provision.ts'
import { chineseNumerals } from '../text/numerals.ts'
import { numbersBegunWith, writtenNumber } from '../words/writtenNumbers.ts'
import { fillers, kindWordsBegunWith, tokensOf, type PathToken } from './pathTokens.ts'

/** A way to read a typed path. */
export interface PathReading {
  /** Steps, as the reader of places reads them behind a key; may be empty. */
  readonly place: string
  /** What is asked for below that place: all of these kinds, whose word is typed without a label. */
  readonly kinds?: readonly ProvisionKind[]
  /** Or all with this label, of whatever kind. */
  readonly label?: string
}

/** `text` in ASCII width, with what was typed of brackets closed, and a single blank for each run of them. */
export function plainPath(text: string): string {
  const plain = toAsciiWidth(text)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\(\s?$/u, '')
  return /\([^()]*$/u.test(plain) ? `${plain})` : plain
}

/** How `path`, see {@link plainPath}, reads as it stands. */
export function wholeReading(path: string): PathReading {
  return { place: spelledOut(path) }
}

/** The ways to read `path` with its last words without a label yet, or as the beginnings of others. */
export function begunReadings(path: string): readonly PathReading[] {
  const last = tokensOf(path).at(-1)
  const isChinese = last?.role === 'han' || /第\s?\d{1,4}(?:\.\d{0,3}){0,4}$/u.test(path)
  return isChinese ? begunInChinese(path) : begunInEnglish(path.replace(/\.$/, ''))
}

/** So many words a kind has: `recommended policy action`. */
const mostWords = 3

/** What the last words may be the beginning of: a word for a kind, a number, `of`. */
function begunInEnglish(path: string): readonly PathReading[] {
  const tokens = tokensOf(path)
  const last = tokens.at(-1)
  if (last === undefined || last.role === 'ordinal' || last.span.end < path.length) return []
  const kinds = tokens
    .slice(-mostWords)
    .map(({ span }) => begunKind(path, span.start))
    .find((reading) => reading !== undefined)
  const before = path.slice(0, last.span.start)
  const word = path.slice(last.span.start).toLowerCase()
  return [
    ...(kinds === undefined ? [] : [kinds]),
    ...numbersBegunWith(word).flatMap((number) => begunNumber(before, number, word)),
    ...(fillers.some((filler) => filler.startsWith(word)) ? [{ place: spelledOut(before) }] : []),
  ]
}

/** `sec` of `pillar 1 sec`, and all of `section` without a label. */
function begunKind(path: string, start: number): PathReading | undefined {
  const words = path.slice(start).toLowerCase()
  const kinds = kindsOf(kindWordsBegunWith(words.replace(/(?<=\p{L}{4})s$/u, '')))
  const isWord = /^[\p{L}-]/u.test(words)
  return kinds.length > 0 && isWord ? { place: spelledOut(path.slice(0, start)), kinds } : undefined
}

/** Fewer letters alone begin too many words. */
const shortestNumber = 4

/** `twel` behind a word for a kind, or `twelf` alone: all that is the twelfth. */
function begunNumber(before: string, number: string, begun: string): readonly PathReading[] {
  const place = spelledOut(before + number)
  if (before !== '') return [{ place }]
  const isTelling = begun.length >= shortestNumber && writtenNumber(number)?.isOrdinal === true
  return isTelling ? [{ place: '', label: place }] : []
}

function kindsOf(words: readonly LabelWord[]): readonly ProvisionKind[] {
  return [...new Set(words.flatMap(({ kinds }) => kinds))]
}

const chineseNumber = `[${chineseNumerals}]{1,7}`
const numbered = new RegExp(
  `第?\\s?(\\d{1,4}(?:\\.\\d{1,3}){0,4}|${chineseNumber})\\.?\\s?((?:(?![第${chineseNumerals}])\\p{Script=Han}){0,6})$`,
  'u',
)
const chineseKinds = [...chineseWordsBefore, ...chineseWordsAround]

/** What the last characters may be the beginning of: `第一支` of 支柱, `附` of 附件. */
function begunInChinese(path: string): readonly PathReading[] {
  const [whole, number = '', behind = ''] = numbered.exec(path) ?? []
  if (whole !== undefined) {
    const before = path.slice(0, path.length - whole.length)
    if (behind === '') return [{ place: spelledOut(before), label: number }]
    return chineseWordsAfter
      .filter(({ word }) => word.startsWith(behind) && word !== behind)
      .map(({ word }) => ({ place: spelledOut(`${before}第${number}${word}`) }))
  }
  if (path.endsWith('第')) return [{ place: spelledOut(path.slice(0, -1)) }]
  return begunChineseWord(path)
}

function begunChineseWord(path: string): readonly PathReading[] {
  const lengths = [4, 3, 2, 1]
  for (const length of lengths) {
    const begun = path.slice(-length)
    const words = chineseKinds.filter(({ word }) => word.startsWith(begun))
    if (begun.length < length || words.length === 0) continue
    return [{ place: spelledOut(path.slice(0, -length)), kinds: kindsOf(words) }]
  }
  return []
}

/** `path` as the reader of places reads it: `pillar 3 section 2` for `third pillar sect. two`, `article 5(1)(a)` for `Art 5 1 a`. */
function spelledOut(path: string): string {
  const tokens = tokensOf(path)
  let text = ''
  let end = 0
  for (let at = 0; at < tokens.length; at++) {
    const [before, one, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    if (one === undefined) break
    const gap = path.slice(end, one.span.start)
    ;({ end } = one.span)
    if (one.role === 'ordinal' && next?.role === 'kind') {
      text += `${gap}${next.text} ${one.text}`
      ;({ end } = next.span)
      at += 1
    } else text += joined(gap, one, before, text)
  }
  return withCounters(text + path.slice(end))
}

/** `one` behind `gap`: a bare label behind another one stands in brackets. */
function joined(gap: string, one: PathToken, before: PathToken | undefined, text: string): string {
  if (one.role !== 'label' || before === undefined) return gap + one.text
  if (before.role === 'kind') return ` ${one.text}`
  const isNumberOfParts = gap === '.' && /^\d/.test(one.text) && /\d$/.test(before.text)
  const isBehind = /^\)?[\s.]*$/u.test(gap) && !isNumberOfParts
  const isStep = before.role === 'label' || (before.role === 'han' && endsStep.test(text))
  return isBehind && isStep ? `${gap.startsWith(')') ? ')' : ''}(${one.text})` : gap + one.text
}

const after = chineseWordsAfter.map(({ word }) => word).join('|')
const endsStep = new RegExp(`(?:\\d|${chineseNumber})\\)?\\s?(?:${after})$`, 'u')
const counted = new RegExp(
  `(?<![第(.\\d${chineseNumerals}]\\s?|第\\s?[a-z]+\\s)((?:\\d{1,4}|${chineseNumber})\\s?(?:${after}))`,
  'giu',
)

/** With the `第` that people leave out: `第12条` for `12条`; none within `第GOVERN 1项类别`. */
function withCounters(text: string): string {
  return text.replace(counted, '第$1')
}

/** The labels of `place` where it has nothing else, as in `57` and `II.3(1)`; none where it has words. */
export function labelsOf(place: string): readonly string[] {
  const tokens = /^[\sa-z\d.()-]*$/iu.test(place) ? tokensOf(place) : []
  return tokens.every(({ role }) => role === 'label') ? tokens.map(({ text }) => text) : []
}

const before = chineseKinds.map(({ word }) => word).join('|')
const chineseStep = new RegExp(
  `第?\\s?(?:\\d{1,4}|${chineseNumber})\\s?(?:${after})|(?:${before})|第`,
  'gu',
)

/** Where in `path`, of `tokens`, a step may begin or end. */
export function edgesIn(path: string, tokens: readonly PathToken[]): ReadonlySet<number> {
  const steps = [...path.matchAll(chineseStep)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }))
  const tail = /(?<=\p{Script=Han})\p{Script=Han}$/u.exec(path)
  const edges = [...tokens.map(({ span }) => span), ...steps].flatMap(({ start, end }) => [
    start,
    end,
  ])
  return new Set([...edges, ...(tail === null ? [] : [tail.index])])
}

/** Whether `path` may have a step in Chinese. */
export function hasChineseStep(path: string): boolean {
  return path.search(chineseStep) !== -1
}
