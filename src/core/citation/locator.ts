import type { Pages } from '../corpus/provision.ts'
import { movedSpan, type Span } from '../text/span.ts'
import { withoutOthers } from './laws/otherLaws.ts'
import { markOwnNames, type OwnNames } from './laws/ownNames.ts'
import { narrowed } from './narrowedSuffix.ts'
import { readSteps, type LocatorStep } from './locatorSteps.ts'
import { linkIn, mayBeElsewhere, proseStart, withMarks } from './suffixWords.ts'

/** Printed pages that a citation names. */
export interface NamedPages {
  readonly pages: Pages
  /** Of the numbers, without their term, in the suffix: `3-4` of `pp. 3-4`. */
  readonly span: Span
  /** With the term. */
  readonly wholeSpan: Span
}

/** What the suffix of a citation says about the place it cites. */
export interface Locator {
  readonly pages: readonly NamedPages[]
  /** In the order as written. */
  readonly steps: readonly LocatorStep[]
}

/** `locator` as it stands when the text before it grew by `by` characters. */
export function movedLocator(locator: Locator, by: number): Locator {
  return respanned(locator, (span) => movedSpan(span, by))
}

/** `locator` with each of its spans as `spanOf` gives it. */
function respanned({ pages, steps }: Locator, spanOf: (span: Span) => Span): Locator {
  return {
    pages: pages.map((named) => ({
      ...named,
      span: spanOf(named.span),
      wholeSpan: spanOf(named.wholeSpan),
    })),
    steps: steps.map((step) => ({ ...step, span: spanOf(step.span) })),
  }
}

const range = '\\s?(?:-{1,3}|[–—~至])\\s?|\\sto\\s'
const numbers = `(\\d{1,6})(?:(?:${range})(\\d{1,6}))?`
const wordEnd = '(?![\\p{L}\\p{N}])'
const wordStart = '(?<![\\p{L}\\p{N}])'

/** `3–5–7` is no range, and `1.1` no page; Pandoc prints them as they stand. */
const rangeEnd = `(?!(?:${range})\\d|\\.\\d)`
const pagePatterns: readonly RegExp[] = [
  new RegExp(
    `${wordStart}(?:pp?|pages?|pgs?)\\.?\\s{0,8}${numbers}(?:ff?)?${wordEnd}${rangeEnd}`,
    'dgiu',
  ),
  new RegExp(`[页頁]\\s{0,3}${numbers}(?!\\p{N})${rangeEnd}`, 'dgu'),
  new RegExp(`(?:第\\s?|(?<!\\p{N}))${numbers}\\s?[页頁]`, 'dgu'),
]
/** `第3、5、7页`: one word for several. */
const chinesePages = new RegExp(
  `(?:第\\s?|(?<![\\p{N}.]))\\d{1,6}(?:(?:${range}|\\s?[、,和及与與]\\s?)(?:第\\s?)?\\d{1,6}){1,12}\\s?[页頁]`,
  'gu',
)
const pagesInList = new RegExp(`(?:第\\s?)?${numbers}(?:\\s?[页頁])?`, 'dgu')
/** A number that runs on into words is none of a page: `, 28 pages`, `, 2025 edition`. */
const barePage = new RegExp(
  `^\\s{0,3},?\\s{0,3}\\{?\\s{0,3}${numbers}(?![^\\s,;}.])(?!\\s{1,3}(?!(?:ff?|et|seqq?|and|to|n|see)${wordEnd})[\\p{L}$€£%])(?!\\s(?:-{1,3}|[–—~至])\\s?\\d|\\.\\d)`,
  'diu',
)
const furtherPages = new RegExp(
  `^(?:,?\\s?(?:[、&和及与與]|(?<=\\s)and)|,)\\s?${numbers}${wordEnd}`,
  'diu',
)

/**
 * Reads `suffix`, all after the key of a citation, for pages and for steps in the bibliographic form
 * (`pillar I, sec. 1, action 3`, `第一支柱，第1节`), in any order, in English and Chinese, in ASCII or
 * full width. Pages are printed numbers; Roman ones are no pages of a body. Pandoc's `{…}` are looked
 * through, `{}` says that there is none. What belongs to another citation, from `@` on, is not read.
 * However much space stands between two words, it is one space. A step of another law (`Article 35
 * GDPR`) is none; by names of the instrument that are in `own` the steps beside them are its own.
 */
export function readLocator(suffix: string, own?: OwnNames): Locator {
  const { text, spanIn } = narrowed(toAsciiWidth(ownPart(suffix)))
  return respanned(locatorIn(own === undefined ? text : markOwnNames(text, own)), spanIn)
}

function locatorIn(text: string): Locator {
  if (/^[\s,]*\{\s*\}/.test(text)) return { pages: [], steps: [] }
  const items = itemsIn(text)
  const marked = withMarks(text, items.map(spanOf))
  const prose = proseStart(marked)
  const read = linked(text, marked, items)
  const steps = withoutOthers(
    read.flatMap(({ step }) => step ?? []),
    ({ span: { end } }) => marked.slice(end, end + longestRest),
  )
  return {
    pages: read
      .flatMap(({ pages }) => pages ?? [])
      .filter(({ wholeSpan }) => wholeSpan.start < prose),
    steps: steps.filter(({ span }) => span.start < prose),
  }
}

/** What a suffix says of a place: pages, or a step. */
type Item =
  | { readonly pages: NamedPages; readonly step?: never }
  | { readonly step: LocatorStep; readonly pages?: never }

function spanOf(item: Item): Span {
  return item.pages === undefined ? item.step.span : item.pages.wholeSpan
}

/** In their order, without those that overlap one before them. */
function itemsIn(text: string): readonly Item[] {
  const pages = readPages(text).map((named): Item => ({ pages: named }))
  const steps = readSteps(text).map((step): Item => ({ step }))
  const sorted = [...pages, ...steps].sort((a, b) => spanOf(a).start - spanOf(b).start)
  let end = 0
  return sorted.filter((item) => {
    const isFree = spanOf(item).start >= end
    if (isFree) ({ end } = spanOf(item))
    return isFree
  })
}

/** `items` with how each step stands to those before it, and whether it may be of another law. */
function linked(text: string, marked: string, items: readonly Item[]): readonly Item[] {
  let between: string[] = []
  return items.map((item, at) => {
    const before = items[at - 1]
    const { start, end } = spanOf(item)
    const isPageList = item.pages !== undefined && before?.pages !== undefined
    if (!isPageList) between.push(text.slice(before === undefined ? 0 : spanOf(before).end, start))
    if (item.step === undefined) return item
    const link = item.step.link ?? linkIn(between.join())
    between = []
    const isElsewhere = mayBeElsewhere(marked.slice(end, end + longestRest))
    return {
      step: {
        ...item.step,
        ...(link && { link }),
        ...(isElsewhere && { mayBeElsewhere: isElsewhere }),
      },
    }
  })
}

/** So much behind a step is looked at, in UTF-16 units. */
const longestRest = 80

/** The longest suffix that is read, in UTF-16 units: no locator is longer. */
const longestSuffix = 1000

/** So much of `suffix` as may be read as a place: up to the next citation. */
export function ownPart(suffix: string): string {
  const at = suffix.indexOf('@')
  return suffix.slice(0, Math.min(at === -1 ? suffix.length : at, longestSuffix))
}

/** Full-width digits, letters and punctuation as ASCII, unit by unit, so that offsets stay. */
export function toAsciiWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

function readPages(text: string): readonly NamedPages[] {
  const named = [
    ...[...text.matchAll(chinesePages)].flatMap(pagesOfList),
    ...pagePatterns.flatMap((pattern) => [...text.matchAll(pattern)].map(pagesOf)),
  ]
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

function pagesOfList({ index, 0: list }: RegExpExecArray): readonly NamedPages[] {
  return [...list.matchAll(pagesInList)].map((match) => movedPages(pagesOf(match), index))
}

function movedPages({ pages, span, wholeSpan }: NamedPages, by: number): NamedPages {
  return { pages, span: movedSpan(span, by), wholeSpan: movedSpan(wholeSpan, by) }
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
  const next = movedPages(pagesOf(match), span.end)
  return [next, ...pagesAfter(text, next)]
}

function withoutOverlaps(all: readonly NamedPages[]): readonly NamedPages[] {
  const inOrder = [...all].sort((a, b) => a.span.start - b.span.start)
  return inOrder.filter(({ span }, index) => {
    const before = inOrder[index - 1]
    return before === undefined || before.span.end <= span.start
  })
}
