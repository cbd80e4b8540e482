import { namesOfInstrument, type Corpus } from '../corpus/corpus.ts'
import type { Instrument } from '../corpus/provision.ts'
import { typeWords } from '../words/kindWords.ts'
import { readWords, squeeze, type Word } from '../words/words.ts'
import type { Span } from '../text/span.ts'
import { fillers, isSlip } from './pathTokens.ts'

/**
 * How well a typed text names an instrument: it is a whole name of it (`whole`) or the beginning of its
 * key (`key`), all its words stand in one of its names (`words`), or in several of them, or begin so (`parts`).
 */
export type NameFit = (typeof nameFits)[number]

/** The best first. */
export const nameFits = ['whole', 'key', 'words', 'parts'] as const

/** An instrument that a typed text names. */
export interface NamedInstrument {
  readonly instrument: Instrument
  readonly fit: NameFit
}

/** One name of an instrument. */
interface KnownName {
  readonly squeezed: string
  readonly words: ReadonlySet<string>
  /** Its runs of Chinese, each between blanks. */
  readonly runs: string
}

interface KnownInstrument {
  readonly instrument: Instrument
  readonly names: readonly KnownName[]
  /** The words of all its names, and of its type. */
  readonly words: readonly string[]
  readonly runs: string
}

/** The instruments of a corpus by their names. */
interface KnownNames {
  readonly all: readonly KnownInstrument[]
  /** By what a word of theirs begins with, and by each character of Chinese, and each two. */
  readonly begun: ReadonlyMap<string, ReadonlySet<KnownInstrument>>
}

const namesOf = new WeakMap<Corpus, KnownNames>()

function knownIn(corpus: Corpus): KnownNames {
  const known = namesOf.get(corpus) ?? knownNames(corpus.instruments.map(readNames))
  namesOf.set(corpus, known)
  return known
}

function knownNames(all: readonly KnownInstrument[]): KnownNames {
  const begun = new Map<string, Set<KnownInstrument>>()
  for (const one of all) {
    for (const name of beginningsIn(one)) begun.set(name, (begun.get(name) ?? new Set()).add(one))
  }
  return { all, begun }
}

/** So much of a word is looked up. */
const longestBeginning = 2

function beginningsIn({ words, runs }: KnownInstrument): readonly string[] {
  const ofWords = words.flatMap((word) => [word.slice(0, 1), word.slice(0, longestBeginning)])
  const ofRuns = Array.from({ length: runs.length }, (_, at) => [
    runs.charAt(at),
    runs.slice(at, at + longestBeginning).trim(),
  ])
  return [...ofWords, ...ofRuns.flat()]
}

function readNames(instrument: Instrument): KnownInstrument {
  const texts = [instrument.key, ...namesOfInstrument(instrument)]
  const names = [...new Set([...texts, ...texts.map(withAi)])].map(readName)
  const types = typeWords[instrument.type].map(readName)
  const all = [...names, ...types]
  return {
    instrument,
    names,
    words: [...new Set(all.flatMap(({ words }) => [...words]))],
    runs: all.map(({ runs }) => runs).join(''),
  }
}

/** `text` with `AI` for what it stands for: a plan is called 美国AI行动计划 and 美国人工智能行动计划. */
function withAi(text: string): string {
  return text.replaceAll(/人工智[能慧]|artificial intelligence/giu, 'AI')
}

function readName(text: string): KnownName {
  const words = readWords(text)
  return {
    squeezed: squeeze(words),
    words: new Set(words.flatMap((word) => (word.han ? [] : [word.text]))),
    runs: words.flatMap((word) => (word.han ? [` ${word.text} `] : [])).join(''),
  }
}

/** The instruments that `text` is a whole name of. */
export function instrumentsCalled(text: string, corpus: Corpus): readonly Instrument[] {
  const typed = squeeze(readWords(text))
  return knownIn(corpus)
    .all.filter(({ names }) => names.some(({ squeezed }) => squeezed === typed))
    .map(({ instrument }) => instrument)
}

/** Words for which a name may have `AI`, and characters that it may do without. */
const isAi = /^(?:artificial|intelligence)$/u
const mayBeLeftOut = /[第号人工智能慧]/u

/** What Chinese writes around an official number: `行政令第14110号`. */
const aroundNumber = /第(?=\s?\d)|(?<=\d\s?)[号號]/gu

/** Finds the instruments that parts of one typed text name. */
export class NameReader {
  readonly #known: KnownNames
  /** Which instruments have a word, or one that begins so. */
  readonly #having = new Map<string, readonly KnownInstrument[]>()

  constructor(corpus: Corpus) {
    this.#known = knownIn(corpus)
  }

  /** The instruments that `text` names; where it is a whole name, those that have it. */
  named(text: string): readonly NamedInstrument[] {
    for (const way of new Set([text, text.replace(aroundNumber, ' '), withAi(text)])) {
      const found = this.#read(way)
      if (found.length > 0) return found
    }
    return []
  }

  /** The words and characters of `text` that no name has: what has one of them names nothing. */
  strangeIn(text: string): readonly Span[] {
    return readWords(text).flatMap((word) => {
      if (word.han) return this.#strangeCharacters(word)
      const isKnown =
        fillers.includes(word.text) || isAi.test(word.text) || this.#with(word).length > 0
      return isKnown ? [] : [word.span]
    })
  }

  #strangeCharacters({ text, span }: Word): readonly Span[] {
    if (text.length !== span.end - span.start) return []
    return Array.from({ length: text.length }, (_, at) => ({
      start: span.start + at,
      end: span.start + at + 1,
    })).filter((_, at) => {
      const character = text.charAt(at)
      return !this.#known.begun.has(character) && !mayBeLeftOut.test(character)
    })
  }

  #read(text: string): readonly NamedInstrument[] {
    const words = readWords(text).filter(({ text: word }) => !fillers.includes(word))
    const found = words.map((word) => this.#with(word))
    const [first, ...others] = found
    if (first === undefined) return []
    const all = first.filter((one) => others.every((those) => those.includes(one)))
    const named = all.map((one) => ({ instrument: one.instrument, fit: fitOf(one, words) }))
    const called = named.filter(({ fit }) => fit === 'whole')
    return called.length > 0 ? called : named
  }

  #with(word: Word): readonly KnownInstrument[] {
    const known = this.#having.get(word.text)
    if (known !== undefined) return known
    const begun = this.#known.begun.get(word.text.slice(0, longestBeginning)) ?? []
    const found = [...begun].filter((one) => hasPart(one, word))
    const having = found.length > 0 || word.han ? found : this.#withSlip(word.text)
    this.#having.set(word.text, having)
    return having
  }

  #withSlip(typed: string): readonly KnownInstrument[] {
    return this.#known.all.filter(({ words }) => words.some((word) => isSlip(typed, word)))
  }
}

function fitOf({ instrument, names }: KnownInstrument, words: readonly Word[]): NameFit {
  const typed = squeeze(words)
  const beginning = `${words.map(({ text }) => text).join('-')}-`
  if (names.some(({ squeezed }) => squeezed === typed)) return 'whole'
  if (instrument.key.startsWith(beginning)) return 'key'
  return names.some((name) => words.every((word) => hasWord(name, word))) ? 'words' : 'parts'
}

function hasWord({ words, runs }: KnownName, { text, han }: Word): boolean {
  return han ? isCovered(text, runs) : words.has(text)
}

function hasPart({ words, runs }: KnownInstrument, { text, han }: Word): boolean {
  return han ? isCovered(text, runs) : words.some((word) => word.startsWith(text))
}

/** Fewer Chinese characters are no part of a name. */
const shortestPart = 2

/** Whether `run` stands in `runs`, in one piece or in several: `欧盟法案` in `欧盟AI法案`. Looks at each place in it once. */
function isCovered(run: string, runs: string): boolean {
  const starts = new Set([0])
  for (const start of starts) {
    if (runs.includes(` ${run.slice(start)} `)) return true
    for (let end = start + shortestPart; end <= run.length; end++) {
      if (!runs.includes(run.slice(start, end))) break
      if (end === run.length) return true
      starts.add(end)
    }
  }
  return false
}
