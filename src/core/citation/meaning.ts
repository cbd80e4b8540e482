import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Citation } from '../pandoc/syntax.ts'
import { movedCitation } from '../pandoc/movedGroups.ts'
import { greatestOf, leastOf } from '../text/lists.ts'
import { movedSpan, type Span } from '../text/span.ts'
import { followSteps, placesBetween, type Followed } from './followSteps.ts'
import { readKey, type KeyMeaning } from './keyMeaning.ts'
import { movedLocator, type NamedPages } from './locator.ts'
import type { LocatorStep } from './locatorSteps.ts'
import { withPages } from './pagesOfPlaces.ts'
import { readLocatorOf } from './printedPlaces.ts'

/** One place that a citation names. All spans are the report's. */
export interface Place {
  /** The narrowest provision that the words name. */
  readonly provision: Provision
  /** Whether the key of the citation names it, or words behind the key do: `pillar I, sec. 1, action 3`. */
  readonly by: 'key' | 'words'
  /**
   * Of what names it: the key, or the words from the first of their steps to the last. What stands in a
   * range, `6` in `arts. 5–7`, has that of the dash.
   */
  readonly span: Span
  /** The printed pages that stand with it. */
  readonly pages: readonly NamedPages[]
  /** Of the words in it that go deeper than the corpus: `(1)` of `art. 3(1)`. The provision is what the corpus has. */
  readonly deeper?: Span
  /** The first step that names nothing below what the steps before it name, where one does. */
  readonly notUnderstood?: LocatorStep
  /** Whether they are words of a place that it had before. */
  readonly isFormer?: true
}

/** What a citation names in a corpus. */
export interface Meaning {
  readonly citation: Citation
  /** What its key names, and what is wrong with it. */
  readonly key: KeyMeaning
  /**
   * What it names, in the order as written; also where its key is in another case or swallowed the text
   * behind it. Empty where the key names nothing.
   */
  readonly places: readonly Place[]
}

/** What stands behind the key of a citation, with U+FFFC for what is no prose, and where in the report it begins. */
export interface CitedSuffix {
  readonly text: string
  readonly start: number
}

/** What a citation names, with the words by which it does. */
export interface CitationRead {
  readonly meaning: Meaning
  readonly suffix: CitedSuffix
}

/**
 * What `citation`, behind whose key `suffix` stands, names in `corpus`. In the bibliographic form
 * (`[@us-aiap-2025, pillar I, sec. 1, action 3]`) that is the narrowest provision that the steps name.
 */
export function readMeaning(citation: Citation, suffix: CitedSuffix, corpus: Corpus): Meaning {
  const key = meaningOfKey(citation.key, suffix.text, corpus)
  switch (key.kind) {
    case 'known':
      return {
        citation,
        key,
        places: placesBehind(key.provision, citation.keySpan, suffix, corpus),
      }
    case 'otherCase':
      return { citation, key, places: [placeOfKey(key.provision, citation.keySpan)] }
    case 'swallowed': {
      const { start } = citation.keySpan
      const span = { start, end: start + key.keySpanLength }
      return { citation, key, places: [placeOfKey(key.provision, span)] }
    }
    case 'unknown':
    case 'malformed':
    case 'foreign':
      return { citation, key, places: [] }
  }
}

/** The places of `meaning` that a reader finds too: none where the key has to be mended first. */
export function citedPlaces({ key, places }: Meaning): readonly Place[] {
  return key.kind === 'known' ? places : []
}

/** `meaning` as it stands when the text before it grew by `by` characters. */
export function movedMeaning({ citation, key, places }: Meaning, by: number): Meaning {
  const moved = places.map((place) => movedPlace(place, by))
  return { citation: movedCitation(citation, by), key, places: moved }
}

function movedPlace(place: Place, by: number): Place {
  const { pages, steps } = movedLocator(
    { pages: place.pages, steps: place.notUnderstood === undefined ? [] : [place.notUnderstood] },
    by,
  )
  const [notUnderstood] = steps
  return {
    ...place,
    span: movedSpan(place.span, by),
    pages,
    ...(place.deeper && { deeper: movedSpan(place.deeper, by) }),
    ...(notUnderstood && { notUnderstood }),
  }
}

/** Whether `suffix` behind the key of `instrument` names `provision` in `corpus`, and nothing besides. */
export function leadsTo(
  provision: Provision,
  instrument: Provision,
  suffix: string,
  corpus: Corpus,
): boolean {
  const [place, ...others] = placesIn(instrument, suffix, corpus)
  const isAll = others.length === 0 && place?.notUnderstood === undefined && !place?.deeper
  return isAll && place?.provision.key === provision.key
}

/** The places that the key of `named` with `suffix` behind it names; spans are those of the suffix. */
export function placesIn(named: Provision, suffix: string, corpus: Corpus): readonly Place[] {
  return placesBehind(named, { start: 0, end: 0 }, { text: suffix, start: 0 }, corpus)
}

function meaningOfKey(key: string, suffix: string, corpus: Corpus): KeyMeaning {
  const meant = readKey(key, corpus)
  if (meant.kind !== 'known') return meant
  const { provision } = meant
  const isCut = provision.level === 'instrument' && /^\s?：\s?[a-z\d]/i.test(suffix)
  const rest = restOfKey(suffix) ?? (isCut ? '' : undefined)
  const instrument = rest === undefined ? undefined : instrumentOf(corpus, provision.key)
  return instrument === undefined || rest === undefined
    ? meant
    : { kind: 'malformed', key: key + rest, instrument }
}

/** `..3` behind `us-aiap-2025:I` at the beginning of `text`: a key ends before two marks, but was meant to go on. */
export function restOfKey(text: string): string | undefined {
  return /^(?:[.:][.:-]|-[.:])[a-z\d]+(?:[.:-]+[a-z\d]+)*/i.exec(text)?.[0]
}

function placeOfKey(provision: Provision, span: Span): Place {
  return { provision, by: 'key', span, pages: [] }
}

/** The places that the key of `named` with what stands behind it names. */
function placesBehind(
  named: Provision,
  keySpan: Span,
  suffix: CitedSuffix,
  corpus: Corpus,
): readonly Place[] {
  const instrument = instrumentOf(corpus, named.key)
  if (suffix.text === '' || instrument === undefined) return [placeOfKey(named, keySpan)]
  const locator = movedLocator(readLocatorOf(named, suffix.text, corpus), suffix.start)
  const followed = followSteps(named, instrument, locator.steps, corpus)
  const places = followed.flatMap((end, at) => {
    const place = placeOf(end, named, keySpan, at === 0)
    const before = followed[at - 1]
    if (before === undefined || end.endsRange !== true) return [place]
    const start = endBefore(before, place.span.start)
    if (start === undefined) return [place]
    const span = trimmedSpan(suffix, { start, end: place.span.start })
    const between = placesBetween(before, end, instrument, corpus)
    return [...between.map((provision) => placeInWords(provision, span)), place]
  })
  return withPages(places, locator)
}

function placeOf(
  { path, read, deeper, notUnderstood, isFormer }: Followed,
  named: Provision,
  keySpan: Span,
  isFirst: boolean,
): Place {
  const provision = path.at(-1) ?? named
  const steps = [...read, ...deeper]
  const words = spanOf(steps)
  const isByKey = isFirst && (words === undefined || (provision === named && deeper.length === 0))
  const span = isByKey ? keySpan : (words ?? notUnderstood?.span ?? keySpan)
  const asked = spanOf(deeper)
  return {
    provision,
    by: isByKey ? 'key' : 'words',
    span,
    pages: [],
    ...(asked && { deeper: asked }),
    ...(notUnderstood && { notUnderstood }),
    ...(isFormer && { isFormer }),
  }
}

function placeInWords(provision: Provision, span: Span): Place {
  return { provision, by: 'words', span, pages: [] }
}

/** Where the last step of `place` ends that does so before `offset`. */
function endBefore({ read, deeper }: Followed, offset: number): number | undefined {
  const ends = [...read, ...deeper].map(({ span }) => span.end).filter((end) => end <= offset)
  return ends.length === 0 ? undefined : greatestOf(ends)
}

function spanOf(steps: readonly LocatorStep[]): Span | undefined {
  if (steps.length === 0) return undefined
  const start = leastOf(steps.map(({ span }) => span.start))
  return { start, end: greatestOf(steps.map(({ span }) => span.end)) }
}

/** `span` of the report without the blanks at its ends, where it lies in `suffix`. */
function trimmedSpan({ text, start }: CitedSuffix, span: Span): Span {
  const words = text.slice(span.start - start, span.end - start)
  const blanks = words.length - words.trimStart().length
  return { start: span.start + blanks, end: span.start + blanks + words.trim().length }
}
