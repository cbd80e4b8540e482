import { instrumentOf, isClaim, type Corpus } from '../../corpus/corpus.ts'
import type { Key } from '../../corpus/key.ts'
import { allNames } from '../../corpus/language.ts'
import type { Instrument, Measure } from '../../corpus/provision.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import { citedPlaces } from '../../citation/meaning.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import { keepsApart } from './keepsApart.ts'

/** A name of something that an instrument does not contain, in a sentence that cites that instrument. */
export interface UnsupportedClaim {
  /** Of the name, in the report. */
  readonly span: Span
  /** As written. */
  readonly name: string
  readonly claim: Measure
  readonly instrument: Instrument
  /** The citation that credits the instrument. */
  readonly citation: Citation
}

/** A claim that its instrument does not support, under one of its names in lower case. */
interface ClaimName {
  readonly name: string
  readonly claim: Measure
  readonly instrument: Instrument
}

/**
 * The names that `sentences` of `report` use as if an instrument that the sentence cites contained what they
 * name, while the corpus says that it does not. Few false alarms matter more than many finds: the
 * sentence must use the name itself, and one that denies something, speaks of the press or cites the
 * article as well is left alone.
 */
export function findUnsupportedClaims(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
): readonly UnsupportedClaim[] {
  const text = inSmallLetters(sentences.map(({ words }) => words).join('\n'))
  const names = claimNames(corpus).filter(({ name }) => text.includes(name))
  if (names.length === 0) return []
  return sentences.flatMap((sentence) => inSentence(report, corpus, sentence, names))
}

function inSentence(
  report: Report,
  corpus: Corpus,
  sentence: CitedSentence,
  names: readonly ClaimName[],
): readonly UnsupportedClaim[] {
  const words = inSmallLetters(sentence.words)
  const used = names.flatMap((name) => {
    const at = placeOf(name.name, words)
    return at === undefined ? [] : [{ ...name, at }]
  })
  if (used.length === 0 || keepsApart(sentence.words)) return []
  const cited = meaningsIn(report, corpus, sentence.citations).flatMap((meaning) =>
    citedPlaces(meaning).map(({ provision }) => ({
      citation: meaning.citation,
      instrument: instrumentOf(corpus, provision.key),
    })),
  )
  return withoutRepeats(used).flatMap(({ at, name, claim, instrument }) => {
    const saysSo = instrumentOf(corpus, claim.key)
    if (cited.some((one) => one.instrument !== undefined && one.instrument === saysSo)) return []
    const start = sentence.span.start + at
    const credited = cited.filter((one) => one.instrument === instrument)
    const nearest = credited.find(({ citation }) => citation.span.start > start) ?? credited.at(-1)
    if (nearest === undefined) return []
    const span = { start, end: start + name.length }
    const written = report.source.slice(span.start, span.end)
    return [{ span, name: written, claim, instrument, citation: nearest.citation }]
  })
}

/** Where `name` stands in `words`, not within a longer word of Latin letters. */
function placeOf(name: string, words: string): number | undefined {
  let at = words.indexOf(name)
  while (at !== -1) {
    if (isApart(words, at - 1, name, 0) && isApart(words, at + name.length, name, -1)) return at
    at = words.indexOf(name, at + 1)
  }
  return undefined
}

/** Whether the unit of `words` at `place` cannot belong to the word that ends or begins at that end of `name`. */
function isApart(words: string, place: number, name: string, end: number): boolean {
  const inside = name.at(end) ?? ''
  return !latinOrDigit.test(inside) || !latinOrDigit.test(words.charAt(place))
}

const latinOrDigit = /[\p{Script=Latin}\p{N}]/u

/** Of names that overlap the longest, and of each claim its first. */
function withoutRepeats<T extends ClaimName & { readonly at: number }>(
  used: readonly T[],
): readonly T[] {
  const longestFirst = [...used].sort((a, b) => b.name.length - a.name.length)
  const kept: T[] = []
  for (const one of longestFirst) {
    const repeats = kept.some(
      (other) =>
        other.claim === one.claim ||
        (one.at < other.at + other.name.length && other.at < one.at + one.name.length),
    )
    if (!repeats) kept.push(one)
  }
  return kept.sort((a, b) => a.at - b.at)
}

const namesOf = new WeakMap<Corpus, readonly ClaimName[]>()

/** `text` in small letters and at its length, which the one letter `İ` alone would change. */
function inSmallLetters(text: string): string {
  return text.replaceAll('İ', 'I').toLowerCase()
}

/** The names of all claims that an instrument of `corpus` does not support; none that a provision of it bears too. */
function claimNames(corpus: Corpus): readonly ClaimName[] {
  const known = namesOf.get(corpus)
  if (known !== undefined) return known
  const names = corpus.provisions.filter(isClaim).flatMap((claim) => {
    const instrument = spokenOf(corpus, claim)
    if (claim.claim?.supported !== 'no' || instrument === undefined) return []
    const own = namesWithin(corpus, instrument.key)
    return claim.aliases
      .map((alias) => alias.toLowerCase())
      .filter((name) => !own.has(name))
      .map((name) => ({ name, claim, instrument }))
  })
  namesOf.set(corpus, names)
  return names
}

/** The instrument that a claim is about. */
function spokenOf(corpus: Corpus, claim: Measure): Instrument | undefined {
  const article = instrumentOf(corpus, claim.key)
  const key = article?.about ?? claim.claim?.about[0]
  return key && instrumentOf(corpus, key)
}

/** The titles and aliases of an instrument and of all in it, in lower case. */
function namesWithin(corpus: Corpus, instrument: Key): ReadonlySet<string> {
  const own = corpus.provisions.filter((one) => instrumentOf(corpus, one.key)?.key === instrument)
  return new Set(
    own
      .flatMap(({ titles, aliases }) => [...allNames(titles), ...aliases])
      .map((name) => name.toLowerCase()),
  )
}
