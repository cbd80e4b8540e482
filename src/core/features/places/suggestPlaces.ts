import { readLocator } from '../../citation/locator.ts'
import { placesIn } from '../../citation/meaning.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import type { Division, Measure, Pages, Provision } from '../../corpus/provision.ts'
import { openSuffixAt } from '../../pandoc/openSuffix.ts'
import { plainSuffix } from '../../pandoc/plainSuffix.ts'
import { citingFormat, type CitingOptions } from '../../report/citingFormat.ts'
import { proseAround, type Report } from '../../report/report.ts'
import { movedSpan, sliceSpan, type Span } from '../../text/span.ts'
import { begunPlaces, type BegunPlace } from './begunPlace.ts'
import { pagesFrom } from './pagesFrom.ts'
import { provisionsFrom } from './provisionsFrom.ts'
import { canGoOn, type Said } from './said.ts'

/** One place to offer, and the text that accepting it writes in place of the whole span. */
export type PlaceSuggestion =
  | {
      readonly kind: 'provision'
      /** What it names: `art. 5(1)`. */
      readonly label: string
      readonly text: string
      readonly provision: Provision
    }
  | {
      readonly kind: 'pages'
      readonly pages: Pages
      readonly text: string
      /** What stands on them, in the order of the instrument. */
      readonly standing: readonly (Division | Measure)[]
    }

export interface PlaceSuggestions {
  /** What accepting replaces: the words that are begun, and the rest of the place that the caret is in. */
  readonly span: Span
  /** The part of the span before the caret, as typed. */
  readonly typed: string
  readonly items: readonly PlaceSuggestion[]
  /** The one that stands there now, or holds what does. */
  readonly current?: PlaceSuggestion
}

/** How places are written, and how many are offered at most. */
export type PlaceOptions = CitingOptions & { readonly limit: number }

/**
 * The places to offer behind the key of a citation of ours, at a caret in its brackets where `selected`
 * begins; all of that is replaced. They stand in the order of the instrument, and each is read back as
 * what it names. `undefined` where no place can begin.
 */
export function suggestPlaces(
  report: Report,
  corpus: Corpus,
  selected: Span,
  options: PlaceOptions,
): PlaceSuggestions | undefined {
  const { start: offset, end } = selected
  const prose = proseAround(report, offset)
  if (prose === undefined) return undefined
  const suffix = openSuffixAt(prose.mask, prose.start, offset)
  const named = suffix && corpus.byKey.get(suffix.key)
  if (suffix === undefined || named === undefined) return undefined
  const read = readerOf(prose)
  const before = read(suffix.before)
  for (const begun of begunPlaces(before, suffix.isNarrative)) {
    if (hasLineEnd.test(begun.begun)) continue
    const found = itemsFrom(begun, named, report, corpus, options)
    if (found.length === 0) continue
    const start = offset - begun.begun.length
    const rest =
      end > offset ? end : offset + lengthOfRest(begun, before, lineOf(read(suffix.after)))
    const typed = sliceSpan(report.source, { start, end: offset })
    const items = found.map((item) => ({ ...item, text: asTyped(typed, begun.begun, item.text) }))
    const span = { start, end: rest }
    const current = currentIn(span, items, report, corpus)
    return { span, typed, items, ...(current && { current }) }
  }
  return undefined
}

/** `text` that goes on from `begun`, with what was typed for it: `pillar&nbsp;I`. */
function asTyped(typed: string, begun: string, text: string): string {
  return text.startsWith(begun) ? typed + text.slice(begun.length) : text
}

/** Reads spans of the report in `prose` as a reader sees them. */
function readerOf({ mask, start }: { readonly mask: string; readonly start: number }) {
  return (span: Span): string => plainSuffix(sliceSpan(mask, movedSpan(span, -start)))
}

/** An editor replaces nothing that goes over a line end. */
const hasLineEnd = /[\r\n]/u

function lineOf(text: string): string {
  const end = text.search(hasLineEnd)
  return end === -1 ? text : text.slice(0, end)
}

function currentIn(
  { start, end }: Span,
  items: readonly PlaceSuggestion[],
  report: Report,
  corpus: Corpus,
): PlaceSuggestion | undefined {
  const places = report.meaningsAround(end, corpus).flatMap((meaning) => meaning.places)
  const place = places.find(
    ({ by, span }) => by === 'words' && start <= span.start && span.start < end,
  )
  if (place === undefined) return undefined
  const path = [place.provision, ...ancestorsOf(corpus, place.provision)]
  return items.find((item) => item.kind === 'provision' && path.includes(item.provision))
}

function itemsFrom(
  begun: BegunPlace,
  named: Provision,
  report: Report,
  corpus: Corpus,
  options: PlaceOptions,
): readonly PlaceSuggestion[] {
  const instrument = instrumentOf(corpus, named.key)
  if (instrument === undefined) return []
  const { language, locatorLanguage = language } = citingFormat(report, corpus, options)
  const places = placesIn(named, begun.said, corpus)
  const said: Said = { ...begun, corpus, named, instrument, places, language, locatorLanguage }
  if (!canGoOn(said)) return []
  return [...first(options.limit, suggestionsFrom(said))]
}

function* suggestionsFrom(said: Said): Generator<PlaceSuggestion, undefined, undefined> {
  for (const found of provisionsFrom(said)) yield { kind: 'provision', ...found }
  for (const found of pagesFrom(said)) yield { kind: 'pages', ...found }
  return undefined
}

function* first<T>(limit: number, all: Iterable<T>): Generator<T, undefined, undefined> {
  let left = limit
  for (const one of all) {
    if (left === 0) return undefined
    left -= 1
    yield one
  }
  return undefined
}

/**
 * How much of `after`, which stands behind the caret, belongs to the place that the caret is in or
 * before: `(1)` in `art. 5|(1)`, a word that was begun, the bracket that an editor closed by itself.
 */
function lengthOfRest({ begun }: BegunPlace, before: string, after: string): number {
  const caret = before.length
  const { pages, steps } = readLocator(before + after)
  const spans = [...steps.map(({ span }) => span), ...pages.map(({ wholeSpan }) => wholeSpan)]
  const reached = spans
    .toSorted((one, other) => one.start - other.start)
    .reduce((end, span) => (span.start <= end && span.end > end ? span.end : end), caret)
  const word = begun === '' ? '' : (/^[\p{L}\p{N}]*/u.exec(after)?.[0] ?? '')
  const closed = /[(（][^()（）]*$/u.test(begun) && /^[)）]/u.test(after) ? 1 : 0
  return Math.max(reached - caret, word.length, closed)
}
