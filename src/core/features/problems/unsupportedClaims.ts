import { instrumentOf, isClaim, type Corpus } from '../../corpus/corpus.ts'
import type { Key } from '../../corpus/key.ts'
import { allNames } from '../../corpus/language.ts'
import type { Instrument, Measure } from '../../corpus/provision.ts'
import { known } from '../../corpus/stored/knownProvisions.ts'
import { longestNames, NamedThings, type NamedThing } from '../../names/namedThings.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import { citedPlaces } from '../../citation/meaning.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import { movedSpan, sliceSpan, type Span } from '../../text/span.ts'
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

/** A claim that its instrument does not support. */
interface SpokenClaim {
  readonly claim: Measure
  readonly instrument: Instrument
}

/**
 * The names that `sentences` of `report` use as if an instrument that the sentence cites contained what they
 * name, while the corpus says that it does not. Few false alarms matter more than many finds: the
 * sentence must use the name itself, in whatever number, spelling or script, and one that denies something, speaks of the press or cites the
 * article as well is left alone.
 */
export function findUnsupportedClaims(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
): readonly UnsupportedClaim[] {
  const names = claimNames(corpus)
  return sentences.flatMap((sentence) => inSentence(report, corpus, sentence, names))
}

function inSentence(
  report: Report,
  corpus: Corpus,
  sentence: CitedSentence,
  names: NamedThings<SpokenClaim>,
): readonly UnsupportedClaim[] {
  const used = names.find(sentence.words)
  if (used.length === 0 || keepsApart(sentence.words)) return []
  const cited = meaningsIn(report, corpus, sentence.citations).flatMap((meaning) =>
    citedPlaces(meaning).map(({ provision }) => ({
      citation: meaning.citation,
      instrument: instrumentOf(corpus, provision.key),
    })),
  )
  return withoutRepeats(used).flatMap(({ thing: { claim, instrument }, span: own }) => {
    const saysSo = instrumentOf(corpus, claim.key)
    if (cited.some((one) => one.instrument !== undefined && one.instrument === saysSo)) return []
    const span = movedSpan(own, sentence.span.start)
    const credited = cited.filter((one) => one.instrument === instrument)
    const nearest =
      credited.find(({ citation }) => citation.span.start > span.start) ?? credited.at(-1)
    if (nearest === undefined) return []
    const name = sliceSpan(report.source, span)
    return [{ span, name, claim, instrument, citation: nearest.citation }]
  })
}

/** Of names that overlap the longest, and of each claim its first. */
function withoutRepeats(
  used: readonly NamedThing<SpokenClaim>[],
): readonly NamedThing<SpokenClaim>[] {
  const seen = new Set<Measure>()
  return longestNames(used).filter(({ thing: { claim } }) => {
    const isFirst = !seen.has(claim)
    seen.add(claim)
    return isFirst
  })
}

const namesOf = new WeakMap<Corpus, NamedThings<SpokenClaim>>()

/** The names of all claims that an instrument of `corpus` does not support; none that a provision of it bears too. */
function claimNames(corpus: Corpus): NamedThings<SpokenClaim> {
  const before = namesOf.get(corpus)
  if (before !== undefined) return before
  const names = known(corpus.provisions)
    .marked('claim')
    .filter(isClaim)
    .flatMap((claim) => {
      const instrument = spokenOf(corpus, claim)
      if (claim.claim?.supported !== 'no' || instrument === undefined) return []
      const own = namesWithin(corpus, instrument.key)
      return claim.aliases
        .filter((name) => !own.has(name.toLowerCase()))
        .map((name) => [name, { claim, instrument }] as const)
    })
  const found = new NamedThings(names)
  namesOf.set(corpus, found)
  return found
}

/** The instrument that a claim is about. */
function spokenOf(corpus: Corpus, claim: Measure): Instrument | undefined {
  const article = instrumentOf(corpus, claim.key)
  const key = article?.about ?? claim.claim?.about[0]
  return key && instrumentOf(corpus, key)
}

/** The titles and aliases of an instrument and of all in it, in lower case. */
function namesWithin(corpus: Corpus, instrument: Key): ReadonlySet<string> {
  const own = known(corpus.provisions).ofInstrument(instrument)
  return new Set(
    own
      .flatMap(({ titles, aliases }) => [...allNames(titles), ...aliases])
      .map((name) => name.toLowerCase()),
  )
}
