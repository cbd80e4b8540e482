import { chineseStartsIn } from '../citation/printedPlaces.ts'
import { hasEnded, type Corpus } from '../corpus/corpus.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import {
  instrumentsCalled,
  nameFits,
  NameReader,
  type NamedInstrument,
  type NameFit,
} from './instrumentNames.ts'
import { lazily } from '../text/lazily.ts'
import { sliceSpan, type Span } from '../text/span.ts'
import { chineseNumerals } from '../text/numerals.ts'
import { numbersBegunWith } from '../words/writtenNumbers.ts'
import { mayBeKind, tokensOf, type PathToken } from './pathTokens.ts'
import { PathReader, type PlacesFound } from './placesOf.ts'
import {
  edgesIn,
  hasChineseStep,
  plainPath,
  type PathReading,
  wholeReading,
  begunReadings,
} from './spelledOut.ts'
import { runStart } from '../text/characters.ts'
import { addAll } from '../text/lists.ts'

/** How often each instrument is cited here, and where it stands among those cited lately elsewhere. */
export interface InstrumentUse {
  /** How often the report cites it. */
  citedTimes(instrument: Instrument): number
  /** Its place among those cited lately in this workspace, from 0 on; `Infinity` where it is not. */
  recency(instrument: Instrument): number
}

/** Of an analyst who has cited nothing. */
const unused: InstrumentUse = { citedTimes: () => 0, recency: () => Infinity }

/**
 * The provisions that `text`, as somebody types it, names by their place: `pillar 2 section 3`,
 * `Article 5 1 a AI Act`, `uk recomendation twelve`, `办法第十二条`; or an instrument by its number,
 * `EO 14110`. Levels go by any of their words in any language, whole or begun, and by any numerals; the
 * name of an instrument stands before or behind. Without one they are those of every instrument that has
 * the place: of the report's first, the most cited before the others, then of those cited lately, then in
 * the order of the corpus. Empty where `text` is no such path.
 */
export function provisionsAtPath(
  text: string,
  corpus: Corpus,
  use: InstrumentUse = unused,
): readonly Provision[] {
  const path = plainPath(text)
  if (path === '' || path.length > longestPath) return []
  const called = instrumentsCalled(path, corpus)
  const tokens = tokensOf(path)
  if (called.length > 0 || !mayBePath(path, tokens)) return called
  const placed = new TypedPath({ path, tokens }, corpus, use).provisions()
  return placed.length > 0 ? placed : instrumentsNumbered(path, corpus)
}

/** The instruments that have the number in `path`, and all else in it as well: `EO 14110`, `行政令14110`. */
function instrumentsNumbered(path: string, corpus: Corpus): readonly Instrument[] {
  if (!telling.test(path)) return []
  return new NameReader(corpus).named(path).map(({ instrument }) => instrument)
}

/** A number that is no year: nothing but an official number is so long. */
const telling = /(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{4}/u

/** Whether `path`, of `tokens`, has a label, a word for a kind, or what may be the beginnings of both. */
function mayBePath(path: string, tokens: readonly PathToken[]): boolean {
  return tokens.some(isOfPath) || hasChineseStep(path) || endsInNumber(tokens.slice(-2))
}

/** Whether a word begins like a number, alone or behind what may be a word for a kind. */
function endsInNumber(words: readonly PathToken[]): boolean {
  const [last, before] = words.toReversed()
  if (last?.role !== 'word' || numbersBegunWith(last.text.toLowerCase()).length === 0) return false
  return before === undefined ? last.text.length >= 4 : mayBeKind(before.text)
}

function isOfPath({ role }: PathToken): boolean {
  return role !== 'word' && role !== 'han'
}

/** Longer texts are no paths, in UTF-16 units. */
const longestPath = 160

/** A name, maybe none, and the path that stands before or behind it. */
interface Way {
  readonly instruments: readonly NamedInstrument[]
  readonly rest: string
  readonly isNamed: boolean
}

/** A provision that a way leads to, with what it is ranked by. */
interface Reached {
  readonly provision: Provision
  readonly rank: number
  readonly isDeeper: boolean
}

/** A typed path, and its pieces. */
interface Tokenised {
  readonly path: string
  readonly tokens: readonly PathToken[]
}

class TypedPath {
  readonly #path: string
  readonly #tokens: readonly PathToken[]
  readonly #edges: () => ReadonlySet<number>
  readonly #names: NameReader
  readonly #strange: () => readonly Span[]
  readonly #reader: PathReader
  readonly #instruments: readonly Instrument[]

  constructor({ path, tokens }: Tokenised, corpus: Corpus, use: InstrumentUse) {
    this.#path = path
    this.#tokens = tokens
    this.#edges = lazily(
      () => new Set([...edgesIn(path, tokens), ...chineseStartsIn(path, corpus)]),
    )
    this.#names = new NameReader(corpus)
    this.#strange = lazily(() => this.#names.strangeIn(path))
    this.#reader = new PathReader(corpus)
    this.#instruments = inOrderOfUse(corpus, use)
  }

  provisions(): readonly Provision[] {
    const whole = this.#reachedBy((path) => [wholeReading(path)])
    const reached = whole.length > 0 ? whole : this.#reachedBy(begunReadings)
    const inOrder = reached.toSorted((one, other) => one.rank - other.rank)
    return [...new Set(inOrder.map(({ provision }) => provision))]
  }

  /** First without a name, then with one before the path or behind it, the longest first. */
  *#ways(): Generator<Way, void> {
    const alone = this.#instruments.map((instrument) => ({ instrument, fit: nameFits[0] }))
    yield { instruments: alone, rest: this.#path, isNamed: false }
    for (const { name, rest } of cutsOf(this.#path, this.#edges())) {
      if (this.#mayBeName(name)) yield* this.#wayOf(name, rest)
    }
  }

  #wayOf(name: Span, rest: string): readonly Way[] {
    const path = withoutJoints(rest)
    const instruments = path === '' ? [] : this.#names.named(sliceSpan(this.#path, name))
    return instruments.length === 0 ? [] : [{ instruments, rest: path, isNamed: true }]
  }

  /** Whether `name` has something that no mere place has. */
  #mayBeName(name: Span): boolean {
    const isIn = ({ start, end }: Span): boolean => name.start <= start && end <= name.end
    if (/[§¶]/.test(sliceSpan(this.#path, name)) || this.#strange().some(isIn)) return false
    return this.#tokens.some(
      ({ role, text, span }) =>
        span.start < name.end &&
        span.end > name.start &&
        (role === 'word' || role === 'han' || /\d{3}/.test(text)),
    )
  }

  /** Where the ways lead, up to the first that surely leads somewhere. */
  #reachedBy(readingsOf: (path: string) => readonly PathReading[]): readonly Reached[] {
    const all: Reached[] = []
    for (const { instruments, rest, isNamed } of this.#ways()) {
      const reached = readingsOf(rest).flatMap((reading) =>
        this.#reachedIn(instruments, reading, isNamed),
      )
      addAll(all, reached)
      const isSure = instruments.some(({ fit }) => fit === 'whole')
      if (isSure && reached.some(({ isDeeper }) => !isDeeper)) break
    }
    return all
  }

  #reachedIn(
    instruments: readonly NamedInstrument[],
    reading: PathReading,
    isNamed: boolean,
  ): readonly Reached[] {
    return instruments.flatMap(({ instrument, fit }) => {
      const isSure = isNamed && (fit === 'whole' || fit === 'key')
      const found = this.#reader.read(instrument, reading, isSure)
      if (found === undefined) return []
      const { isDeeper } = found
      const rank = this.#rankOf(instrument, fit, found)
      return found.provisions.map((provision) => ({ provision, rank, isDeeper }))
    })
  }

  /** What the place of a provision is ranked by: whether it is surely meant and all there, its instrument's name, its instrument's use. */
  #rankOf(instrument: Instrument, fit: NameFit, { isDeeper, isVague }: PlacesFound): number {
    const doubts = Number(isDeeper) * 2 + Number(isVague)
    const byName = nameFits.indexOf(fit) + doubts * nameFits.length
    return byName * this.#instruments.length + this.#instruments.indexOf(instrument)
  }
}

/** What may be a name at one end of a path, and the rest of it. */
interface Cut {
  readonly name: Span
  readonly rest: string
}

/** The ways to cut `path` at one of `edges`, those with the longest name first; a blank between the two is cut once. */
function cutsOf(path: string, edges: ReadonlySet<number>): readonly Cut[] {
  const cuts = [...edges].filter((at) => mayBeCut(path, at))
  const before = cuts
    .filter((at) => path.charAt(at) !== ' ' || !edges.has(at + 1))
    .map((at) => ({ name: { start: 0, end: at }, rest: path.slice(at) }))
  const behind = cuts
    .filter((at) => path.charAt(at - 1) !== ' ' || !edges.has(at - 1))
    .map((at) => ({ name: { start: at, end: path.length }, rest: path.slice(0, at) }))
    .filter(({ name }) => !beginsWithLabel.test(sliceSpan(path, name)))
  return [...before, ...behind].sort((one, other) => lengthOf(other) - lengthOf(one))
}

/** Whether a name and a path may meet at `at`: not within brackets. */
function mayBeCut(path: string, at: number): boolean {
  return at > 0 && at < path.length && !/^[^(]*\)/.test(path.slice(at))
}

/** `(a)` behind a number goes on the path: `item 3(a) of the AI Act`. But `(EU) 2024/1689` is a name. */
const beginsWithLabel = new RegExp(
  `^(?:\\([a-z]{2}|\\s?\\((?:[a-z]|\\d{1,3}|[ivx]{1,5}|[${chineseNumerals}]{1,3}))\\)`,
  'iu',
)

const joiningWord = /\s(?:of|in|under|from|to)(?:\sthe)?$/iu

/** `text` without what joins a path and a name at its beginning and its end. */
function withoutJoints(text: string): string {
  const path = text.replace(/^[\s,，、:：·的之》」』）]+/u, '')
  const word = joiningWord.exec(path.trimEnd())
  return path.slice(0, word?.index ?? runStart(path, /[\s,，、《「『（的]/))
}

function lengthOf({ name }: Cut): number {
  return name.end - name.start
}

function inOrderOfUse({ instruments }: Corpus, use: InstrumentUse): readonly Instrument[] {
  return instruments.toSorted(
    (one, other) =>
      use.citedTimes(other) - use.citedTimes(one) ||
      compare(use.recency(one), use.recency(other)) ||
      Number(hasEnded(one)) - Number(hasEnded(other)),
  )
}

/** For numbers that may both be infinite. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other
}
