import type { Pages, ProvisionKind } from '../corpus/provision.ts'
import { movedSpan, type Span } from '../text/span.ts'
import {
  chineseWordsAfter,
  chineseWordsBefore,
  englishWords,
  type LabelWord,
} from './locatorLabels.ts'

/** Printed pages that a citation names. */
export interface NamedPages {
  readonly pages: Pages
  /** Of the numbers, without their term, in the suffix: `3-4` of `pp. 3-4`. */
  readonly span: Span
  /** With the term. */
  readonly wholeSpan: Span
}

/** One step of a locator in the bibliographic form: `sec. 1`. */
export interface LocatorStep {
  /** What the word can mean; `undefined` for a bare `(1)` after another step. */
  readonly kinds: readonly ProvisionKind[] | undefined
  /** As written: `1`, `I`, `三`, `a`. */
  readonly label: string
  /** Of the whole step, in the suffix. */
  readonly span: Span
}

/** What the suffix of a citation says about the place it cites. */
export interface Locator {
  readonly pages: readonly NamedPages[]
  /** In the order as written. */
  readonly steps: readonly LocatorStep[]
}

/** `locator` as it stands when the text before it grew by `by` characters. */
export function movedLocator({ pages, steps }: Locator, by: number): Locator {
  return {
    pages: pages.map((named) => ({
      ...named,
      span: movedSpan(named.span, by),
      wholeSpan: movedSpan(named.wholeSpan, by),
    })),
    steps: steps.map((step) => ({ ...step, span: movedSpan(step.span, by) })),
  }
}

const range = '\\s?(?:-{1,3}|[–—~至])\\s?'
const numbers = `(\\d{1,6})(?:${range}(\\d{1,6}))?`
const wordEnd = '(?![\\p{L}\\p{N}])'
const wordStart = '(?<![\\p{L}\\p{N}])'

const pagePatterns: readonly RegExp[] = [
  new RegExp(`${wordStart}(?:pp?|pages?|pg)\\.?\\s{0,3}${numbers}(?:ff?)?${wordEnd}`, 'dgiu'),
  new RegExp(`[页頁]\\s{0,3}${numbers}(?!\\p{N})`, 'dgu'),
  new RegExp(`(?:第\\s?|(?<!\\p{N}))${numbers}\\s?[页頁]`, 'dgu'),
]
const barePage = new RegExp(`^\\s{0,3},?\\s{0,3}\\{?\\s{0,3}${numbers}(?![^\\s,;}.])`, 'du')
const furtherPages = new RegExp(`^\\s?(?:[,、&和及与與]|and)\\s?${numbers}${wordEnd}`, 'diu')

/**
 * Reads `suffix`, all after the key of a citation, for pages and for steps in the bibliographic form
 * (`pillar I, sec. 1, action 3`, `第一支柱，第1节`), in any order, in English and Chinese, in ASCII or
 * full width. Pages are printed numbers; Roman ones are no pages of a body. Pandoc's `{…}` are looked
 * through, `{}` says that there is none. What belongs to another citation, from `@` on, is not read.
 */
export function readLocator(suffix: string): Locator {
  const text = toAsciiWidth(ownPart(suffix))
  if (/^[\s,]*\{\s*\}/.test(text)) return { pages: [], steps: [] }
  const [pages, steps] = [readPages(text), readSteps(text)]
  const prose = proseStart(text, pages, steps)
  return {
    pages: pages.filter(({ span }) => span.start < prose),
    steps: steps.filter(({ span }) => span.start < prose),
  }
}

/**
 * Where words of prose begin, behind which nothing belongs to the locator: `unlike` in `, p. 3, unlike
 * section 9 there`. A conjunction whose page or step runs on into prose is prose itself: `and` in
 * `, p. 3 and section 2 of the act`, `与` in `，与第9节不同`.
 */
function proseStart(
  text: string,
  pages: readonly NamedPages[],
  steps: readonly LocatorStep[],
): number {
  const read = [...pages.map(({ wholeSpan }) => wholeSpan), ...steps.map(({ span }) => span)]
  const rest = blankOut(text, read).replace(linkingWords, blanks).replace(conjunctions, blanks)
  return /\p{L}/u.exec(rest)?.index ?? text.length
}

const linkingWords = new RegExp(
  [
    '(?<!\\p{L})(?:at|on|in|see|also|esp|ff?|et|seqq?)(?!\\p{L})',
    // Roman pages, which are not read.
    '(?<!\\p{L})pp?[. ]\\s?[ivxlcdm]{1,8}(?:[-–—]{1,3}[ivxlcdm]{1,8})?(?!\\p{L})',
    '[在于於见見参參的]',
  ].join('|'),
  'giu',
)
const conjunctions = /(?:(?<!\p{L})and(?!\p{L})|[及和与與])(?!\s*\p{L})/giu

function blankOut(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
}

function blanks(word: string): string {
  return ' '.repeat(word.length)
}

/** The longest suffix that is read, in UTF-16 units: no locator is longer. */
const longestSuffix = 1000

function ownPart(suffix: string): string {
  const at = suffix.indexOf('@')
  return suffix.slice(0, Math.min(at === -1 ? suffix.length : at, longestSuffix))
}

/** Full-width digits, letters and punctuation as ASCII, unit by unit, so that offsets stay. */
function toAsciiWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

function readPages(text: string): readonly NamedPages[] {
  const named = pagePatterns.flatMap((pattern) => [...text.matchAll(pattern)].map(pagesOf))
  const bare = barePage.exec(text)
  const first = named.length === 0 && bare !== null ? [pagesOf(bare)] : named
  return withoutOverlaps([...first, ...first.flatMap((pages) => pagesAfter(text, pages))])
}

function pagesOf(match: RegExpExecArray): NamedPages {
  const first = match.indices?.[1] ?? [0, 0]
  const last = match.indices?.[2] ?? first
  const from = Number(match[1])
  const to = match[2] === undefined ? from : abbreviated(match[1] ?? '', match[2])
  const wholeSpan = { start: match.index, end: match.index + match[0].length }
  return { pages: { first: from, last: to }, span: { start: first[0], end: last[1] }, wholeSpan }
}

/** The end of a range: 117 for `112-17`. */
function abbreviated(from: string, to: string): number {
  const whole = from.slice(0, Math.max(0, from.length - to.length)) + to
  return Number(Number(to) < Number(from) ? whole : to)
}

/** `5` and `7-8` after `pp. 3`. */
function pagesAfter(text: string, { span }: NamedPages): readonly NamedPages[] {
  const match = furtherPages.exec(text.slice(span.end))
  if (match === null) return []
  const relative = pagesOf(match)
  const next = {
    pages: relative.pages,
    span: movedSpan(relative.span, span.end),
    wholeSpan: movedSpan(relative.wholeSpan, span.end),
  }
  return [next, ...pagesAfter(text, next)]
}

function withoutOverlaps(all: readonly NamedPages[]): readonly NamedPages[] {
  const inOrder = [...all].sort((a, b) => a.span.start - b.span.start)
  return inOrder.filter(({ span }, index) => {
    const before = inOrder[index - 1]
    return before === undefined || before.span.end <= span.start
  })
}

const alternatives = (words: readonly LabelWord[]): string =>
  words.map(({ word }) => word).join('|')
const chineseNumber = '[零〇一二两兩三四五六七八九十百]{1,7}'
/** `aa` to `zz`: what comes behind `z` in a long list. */
const doubledLetters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => letter + letter).join(
  '|',
)
const label = '\\d{1,4}(?:\\.\\d{1,3})?[a-z]?|[ivxlcdm]{1,8}|' + doubledLetters + '|[a-z]'

const englishStep = new RegExp(
  `(?<![\\p{L}\\p{N}])(${alternatives(englishWords)})(?:\\.\\s{0,3}|\\s{1,3}|(?=[\\d(]))\\(?(${label})\\)?${wordEnd}`,
  'giu',
)
const chineseStepAfter = new RegExp(
  `第\\s?\\(?(${chineseNumber}|${label})\\)?\\s?(${alternatives(chineseWordsAfter)})`,
  'giu',
)
const chineseStepBefore = new RegExp(
  `(${alternatives(chineseWordsBefore)})\\s?(${chineseNumber}|${label})(?![a-z\\d])`,
  'giu',
)
const childStep = new RegExp(`^\\s?\\((${label})\\)`, 'iu')

function readSteps(text: string): readonly LocatorStep[] {
  const steps = [
    ...[...text.matchAll(englishStep)].map((match) =>
      stepOf(match, englishWords, match[1], match[2]),
    ),
    ...[...text.matchAll(chineseStepAfter)].map((match) =>
      stepOf(match, chineseWordsAfter, match[2], match[1]),
    ),
    ...[...text.matchAll(chineseStepBefore)].map((match) =>
      stepOf(match, chineseWordsBefore, match[1], match[2]),
    ),
  ].filter(isStep)
  const inOrder = steps.sort((a, b) => a.span.start - b.span.start)
  return inOrder
    .filter((step, index) => step.span.start >= (inOrder[index - 1]?.span.end ?? 0))
    .flatMap((step) => [step, ...stepsAfter(text, step.span.end)])
}

function stepOf(
  match: RegExpExecArray,
  words: readonly LabelWord[],
  word = '',
  written = '',
): LocatorStep {
  const kinds = words.find((known) => known.word === word.toLowerCase())?.kinds ?? []
  const span = { start: match.index, end: match.index + match[0].length }
  return { kinds, label: written, span }
}

/** A single letter is a label of few kinds; elsewhere it is a word: `take action a second time`. */
function isStep({ kinds, label: written }: LocatorStep): boolean {
  return (
    !/^([a-z])\1?$/.test(written) ||
    /^[ivx]{1,2}$/.test(written) ||
    (kinds?.some(isLettered) ?? true)
  )
}

function isLettered(kind: ProvisionKind): boolean {
  return kind === 'point' || kind === 'paragraph' || kind === 'annex'
}

/** `(1)` and `(a)` of `art. 5(1)(a)`. */
function stepsAfter(text: string, offset: number): readonly LocatorStep[] {
  const match = childStep.exec(text.slice(offset))
  if (match === null) return []
  const end = offset + match[0].length
  return [
    { kinds: undefined, label: match[1] ?? '', span: { start: offset, end } },
    ...stepsAfter(text, end),
  ]
}
