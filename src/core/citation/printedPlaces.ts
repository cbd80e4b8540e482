import { allNames, type Names } from '../corpus/language.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Provision, ProvisionKind } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { greatestOf, leastOf } from '../text/lists.ts'
import { chineseNumerals } from '../text/numerals.ts'
import type { Span } from '../text/span.ts'
import { ownNamesOf } from './laws/ownNames.ts'
import { ownPart, readLocator, toAsciiWidth, type Locator } from './locator.ts'
import { wordsAround, type WordsAround } from './locatorLabels.ts'
import { stepsBelowKey, type LocatorStep } from './locatorSteps.ts'

/**
 * What {@link readLocator} reads in `suffix` behind the key of `named`, and the places in it that its
 * instrument prints (`GOVERN 1.1`), with a word of their kind or without: each is a step that names
 * those who bear it. Behind the key of a provision its parts need no word: `(1)(a)` of `[@eu-ai-act:5,
 * (1)(a)]`.
 */
export function readLocatorOf(named: Provision, suffix: string, corpus: Corpus): Locator {
  const locator = readPrinted(named, suffix, corpus)
  return named.level === 'instrument' ? locator : withStepsBelow(locator, ownPart(suffix))
}

/** `locator` with the labels in parentheses that come first in `suffix`, or right behind its pages. */
function withStepsBelow({ pages, steps }: Locator, suffix: string): Locator {
  const start = pages.reduce((end, { wholeSpan }) => {
    return /^[\s,，]*$/u.test(suffix.slice(end, wholeSpan.start)) ? wholeSpan.end : end
  }, 0)
  const below = stepsBelowKey(toAsciiWidth(suffix), start)
  const isFirst = (steps[0]?.span.start ?? Infinity) >= (below.at(-1)?.span.end ?? 0)
  return { pages, steps: isFirst ? [...below, ...steps] : steps }
}

function readPrinted(named: Provision, suffix: string, corpus: Corpus): Locator {
  const places = printedIn(corpus).get(instrumentIdOf(named.key))
  const found = places === undefined ? [] : findPlaces(ownPart(suffix), places)
  const instrument = instrumentOf(corpus, named.key)
  const own = instrument && ownNamesOf(instrument)
  if (found.length === 0) return readLocator(suffix, own)
  const { pages, steps } = readLocator(withStandIns(suffix, found), own)
  return { pages, steps: steps.map((step) => ({ ...step, ...found.find(endsWith(step)) })) }
}

/** Whether `suffix` has a place that the instrument of `named` prints, so that it is not read there as elsewhere. */
export function saysPrintedPlace(named: Provision, suffix: string, corpus: Corpus): boolean {
  const places = printedIn(corpus).get(instrumentIdOf(named.key))
  return places !== undefined && findPlaces(ownPart(suffix), places).length > 0
}

/**
 * Where in `text` the Chinese words of a place may begin that any instrument prints, with a number right
 * behind them: before `治理` of `AI风险管理框架治理1.1`, where no blank parts it from what it stands in.
 */
export function chineseStartsIn(text: string, corpus: Corpus): readonly number[] {
  const words = [...printedIn(corpus).values()].flatMap(({ chineseWords }) => chineseWords)
  return [...text.matchAll(/(?<=\p{Script=Han})\s?\d/gu)].flatMap(({ index: end }) =>
    words.filter((word) => text.endsWith(word, end)).map((word) => end - word.length),
  )
}

function endsWith(step: LocatorStep): (place: PrintedStep) => boolean {
  return ({ span }) => span.end === step.span.end
}

/** `suffix` with a step that every reader knows at the end of each of `places`, and blanks before it. */
function withStandIns(suffix: string, places: readonly PrintedStep[]): string {
  return places.reduce(
    (text, { span: { start, end } }) =>
      text.slice(0, start) + standIn(end - start) + text.slice(end),
    suffix,
  )
}

/** `length` units that are read as one step, whatever stands around them; but for two, which no letter may follow. */
function standIn(length: number): string {
  return (length > shortestPlace ? '第1段' : '¶1').padStart(length)
}

/** So long is a place that is read without a word of its kind, in UTF-16 units. */
const shortestPlace = 2

/** A step that is a printed place. */
type PrintedStep = Omit<LocatorStep, 'printed'> & { readonly printed: readonly Bearer[] }

/** The printed places of one instrument. */
interface PrintedPlaces {
  /** Those who bear each, in the order of the instrument. */
  readonly bearers: ReadonlyMap<string, readonly Bearer[]>
  /** How long they are: longest first. */
  readonly lengths: readonly number[]
  /** Those that have the same words before a number, by these words and how many parts the number has. */
  readonly series: ReadonlyMap<string, readonly Bearer[]>
  /** The Chinese words that stand before their numbers: `治理` of `治理1.1`. */
  readonly chineseWords: readonly string[]
}

/** Who has a printed place. */
type Bearer = Exclude<Provision, { readonly level: 'instrument' }>

/** Of each corpus, the printed places of its instruments. */
const printedOf = new WeakMap<Corpus, ReadonlyMap<string, PrintedPlaces>>()

function printedIn(corpus: Corpus): ReadonlyMap<string, PrintedPlaces> {
  const known = printedOf.get(corpus)
  if (known !== undefined) return known
  const places = collectPlaces(corpus)
  printedOf.set(corpus, places)
  return places
}

function collectPlaces(corpus: Corpus): ReadonlyMap<string, PrintedPlaces> {
  const byInstrument = new Map<string, Map<string, Bearer[]>>()
  for (const provision of known(corpus.provisions).marked('place')) {
    if (provision.level === 'instrument' || provision.place === undefined) continue
    const id = instrumentIdOf(provision.key)
    const bearers = byInstrument.get(id) ?? new Map<string, Bearer[]>()
    byInstrument.set(id, bearers)
    for (const place of new Set(namesOfPlace(provision, provision.place, corpus).map(foldPlace))) {
      bearers.set(place, [...(bearers.get(place) ?? []), provision])
    }
  }
  return new Map(
    [...byInstrument].map(([id, bearers]) => [
      id,
      {
        bearers,
        lengths: longestFirst(bearers),
        series: seriesIn(bearers),
        chineseWords: chineseWordsIn(bearers),
      },
    ]),
  )
}

/**
 * What the place of `bearer` is read from: as printed, in all languages, and by {@link chineseFor} all
 * above it; with blanks or none, and `13(a)` or `13a` for `13.a`.
 */
export function namesOfPlace(bearer: Bearer, place: Names, corpus: Corpus): readonly string[] {
  const above = [...ancestorsOf(corpus, bearer), bearer]
  const names = [...allNames(place), ...above.flatMap((step) => chineseFor(place.en, step))]
  return names.flatMap((name) => [
    ...['.$1', '($1)', '$1'].map((letter) => name.replace(lastLetter, letter)),
    name.replaceAll(' ', ''),
  ])
}

const lastLetter = /(?<=\p{N})\.(\p{Ll})$/u

/** `治理 1.1` for `GOVERN 1.1`, where the division `GOVERN` is called `治理`. */
function chineseFor(place: string, step: Provision): readonly string[] {
  const word = step.level === 'division' ? step.place?.en : undefined
  if (word === undefined || digit.test(word) || !`${place} `.startsWith(`${word} `)) return []
  const rest = place.slice(word.length)
  const names = [...allNames(step.titles), ...step.aliases].filter((name) => han.test(name))
  return names.map((name) => name + rest)
}

function longestFirst(bearers: ReadonlyMap<string, unknown>): readonly number[] {
  const lengths = [...bearers.keys()].map(({ length }) => length)
  return [...new Set(lengths)].sort((a, b) => b - a)
}

function chineseWordsIn(bearers: ReadonlyMap<string, unknown>): readonly string[] {
  const words = [...bearers.keys()].flatMap((place) => /^\p{Script=Han}+(?=\d)/u.exec(place) ?? [])
  return [...new Set(words)]
}

function seriesIn(
  bearers: ReadonlyMap<string, readonly Bearer[]>,
): ReadonlyMap<string, readonly Bearer[]> {
  const series = new Map<string, readonly Bearer[]>()
  for (const [place, those] of bearers) {
    const name = seriesOf(place)
    const own = those.filter((bearer) => !saysKind(place, bearer))
    if (name !== undefined) series.set(name, [...(series.get(name) ?? []), ...own])
  }
  return series
}

/** Whether `place` begins with a word of the kind of `bearer`: `article 4`, which is read without it. */
function saysKind(place: string, { kind }: Bearer): boolean {
  return wordsAround(kind).some(({ before }) => before !== '' && place.startsWith(`${before} `))
}

/** `govern 2` of `govern 1.1`: its words, and how many parts its number has. */
function seriesOf(place: string): string | undefined {
  const [, words, number] = /^(\p{L}[\p{L} ]* )(\p{N}+(?:\.\p{N}+)*)$/u.exec(place) ?? []
  return words && number && `${words}${String(number.split('.').length)}`
}

/** `text` with what a printed place may be written with besides: another case, dash, blank or width; unit by unit. */
function foldPlace(text: string): string {
  return toAsciiWidth(text)
    .replace(/\s/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\p{Lu}/gu, lowered)
}

function lowered(capital: string): string {
  const small = capital.toLowerCase()
  return small.length === capital.length ? small : capital
}

function findPlaces(suffix: string, places: PrintedPlaces): readonly PrintedStep[] {
  const text = foldPlace(suffix)
  const found: PrintedStep[] = []
  for (let at = 0; at < text.length;) {
    const step =
      nextAt(text, at, found.at(-1), places) ??
      placeAt(text, at, places) ??
      missingAt(suffix, at, places)
    if (step !== undefined && step.span.start >= (found.at(-1)?.span.end ?? 0)) found.push(step)
    at = Math.max(at + 1, step?.span.end ?? 0)
  }
  return found
}

/** The longest place that begins at `at`, with the words of its kind around it. */
function placeAt(text: string, at: number, places: PrintedPlaces): PrintedStep | undefined {
  if (!beginsAt(text, at)) return undefined
  for (const length of places.lengths) {
    const span = { start: at, end: at + length }
    const label = text.slice(at, span.end)
    const bearers = span.end > text.length ? undefined : places.bearers.get(label)
    if (bearers === undefined || !endsAt(text, span.end, places)) continue
    const step = namedByKind(text, span, bearers) ?? alone(text, span, bearers)
    if (step !== undefined) return { kinds: kindsOf(step), label, ...step }
  }
  return undefined
}

const capitals = /^\p{Lu}[\p{Lu} ]* \p{N}{1,4}(?:\.\p{N}{1,4}){0,4}(?![\p{L}\p{N}])/u

/** `GOVERN 9.9`, in capitals, where the instrument prints `GOVERN 1.1`: a place that nobody bears. */
function missingAt(suffix: string, at: number, { series }: PrintedPlaces): PrintedStep | undefined {
  const rest = beginsAt(suffix, at) ? suffix.slice(at, at + longestMissing) : ''
  const written = capitals.exec(rest)?.[0]
  const label = foldPlace(written ?? '')
  const those = series.get(seriesOf(label) ?? '')
  if (written === undefined || those === undefined || those.length === 0) return undefined
  const span = { start: at, end: at + written.length }
  return { kinds: kindsOf({ span, printed: those }), label, span, printed: [] }
}

/** So long is it at most, in UTF-16 units. */
const longestMissing = 64

const goesOn = /^(?:,? and | ?[,&、和及与與-] ?)$/u
const wordsFirst = /^.*[ \p{Script=Han}]/u
const numbered = /^\p{N}[\p{N}\p{L}.]*(?<!\.)/u

/** `1.2` of `GOVERN 1.1 and 1.2`, which has the words of the place right before it. */
function nextAt(
  text: string,
  at: number,
  before: PrintedStep | undefined,
  { bearers }: PrintedPlaces,
): PrintedStep | undefined {
  if (before === undefined || !goesOn.test(text.slice(before.span.end, at))) return undefined
  const number = numberAt(text, at)
  const label = (wordsFirst.exec(before.label)?.[0] ?? '') + number
  const printed = bearers.get(label)
  if (printed === undefined || number.length < shortestPlace) return undefined
  const span = { start: at, end: at + number.length }
  return { kinds: kindsOf({ span, printed }), label, span, printed }
}

function numberAt(text: string, at: number): string {
  return numbered.exec(text.slice(at, at + longestNumber))?.[0] ?? ''
}

/** So long is a number that goes on a list, in UTF-16 units. */
const longestNumber = 20

function kindsOf({ printed }: PlaceRead): readonly ProvisionKind[] {
  return [...new Set(printed.map(({ kind }) => kind))]
}

const han = /\p{Script=Han}/u
const joining = /[.:/-]/u
const letterOrDigit = /[\p{L}\p{N}]/u

/** Whether no longer label or word goes on over `at`: `1.1` of `GV-1.1-001`. */
function beginsAt(text: string, at: number): boolean {
  const [earlier = '', before = '', first = ''] = [text[at - 2], text[at - 1], text[at]]
  if (!/[\p{L}\p{N}§¶(]/u.test(first)) return false
  if (joining.test(before)) return !letterOrDigit.test(earlier)
  return han.test(before) || han.test(first) || !letterOrDigit.test(before)
}

function endsAt(text: string, at: number, { bearers }: PrintedPlaces): boolean {
  const [last = '', next = '', later = ''] = [text[at - 1], text[at], text[at + 1]]
  if (joining.test(next)) return !letterOrDigit.test(later) || bearers.has(numberAt(text, at + 1))
  return han.test(next) || han.test(last) || !letterOrDigit.test(next)
}

/** What of a step is known of a place. */
type PlaceRead = Pick<PrintedStep, 'span' | 'printed'>

/** With a word of the kind of those who bear it: `subcategory GOVERN 1.1`, `第GV-1.1-001项建议行动`. */
function namedByKind(text: string, span: Span, bearers: readonly Bearer[]): PlaceRead | undefined {
  const grown = bearers.map((bearer) => ({ bearer, span: grownSpan(text, span, bearer) }))
  const start = leastOf(grown.map((one) => one.span.start))
  const end = greatestOf(grown.map((one) => one.span.end))
  if (start === span.start && end === span.end) return undefined
  const named = grown.filter((one) => one.span.start === start && one.span.end === end)
  return { span: { start, end }, printed: named.map(({ bearer }) => bearer) }
}

/** `span` with the longest words around it that name the kind of `bearer`. */
function grownSpan(text: string, span: Span, { kind }: Bearer): Span {
  const spans = wordsAround(kind).flatMap((words) => spanWith(text, span, words) ?? [])
  return spans.reduce((longest, one) => (lengthOf(one) > lengthOf(longest) ? one : longest), span)
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function spanWith(text: string, span: Span, { before, after }: WordsAround): Span | undefined {
  const start = before === '' ? span.start : startOf(text, span.start, before)
  const end = after === '' ? span.end : endOf(text, span.end, after)
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** So much may stand between a place and the word of its kind: blanks, a full stop, a bracket. */
const longestGap = 5

function startOf(text: string, at: number, word: string): number | undefined {
  const before = text.slice(Math.max(0, at - word.length - longestGap), at)
  const rest = before.replace(/(?<=\p{L})\.? {0,3}\(?$/u, '')
  const one = rest.endsWith(word) ? rest : rest.replace(/s$/u, '').replace(/ie$/u, 'y')
  const start = at - before.length + one.length - word.length
  const isWhole = han.test(word) || !letterOrDigit.test(text[start - 1] ?? '')
  return one.endsWith(word) && isWhole ? start : undefined
}

function endOf(text: string, at: number, word: string): number | undefined {
  const start = text[at] === ' ' ? at + 1 : at
  const end = start + word.length
  const isWhole = han.test(word) || !letterOrDigit.test(text[end] ?? '')
  return text.startsWith(word, start) && isWhole ? end : undefined
}

/**
 * Without such a word. A mere number is a page; letters without a digit are a place only where nothing
 * else stands between two commas, for they may be a word: `GOVERN`.
 */
function alone(text: string, span: Span, bearers: readonly Bearer[]): PlaceRead | undefined {
  const label = text.slice(span.start, span.end)
  if (/^\p{N}*$/u.test(label) || label.length < shortestPlace) return undefined
  return digit.test(label) || isWholePart(text, span) ? { span, printed: bearers } : undefined
}

const digit = new RegExp(`[\\p{N}${chineseNumerals}]`, 'u')

function isWholePart(text: string, { start, end }: Span): boolean {
  return (
    /(?:^|[,;、]) {0,3}$/u.test(text.slice(Math.max(0, start - longestGap), start)) &&
    /^ {0,3}(?:$|[,;、.。)])/u.test(text.slice(end, end + longestGap))
  )
}
