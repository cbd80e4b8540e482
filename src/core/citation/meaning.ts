import { childrenOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Citation } from '../pandoc/syntax.ts'
import { movedCitation } from '../pandoc/movedGroups.ts'
import { sameLabel } from '../text/numerals.ts'
import { movedSpan, type Span } from '../text/span.ts'
import { readKey, type KeyMeaning } from './keyMeaning.ts'
import { movedLocator, readLocator, type LocatorStep, type NamedPages } from './locator.ts'
import { printedLabel } from './locatorLabels.ts'

/** One place that a citation names. All spans are the report's. */
export interface Place {
  /** The narrowest provision that the words name. */
  readonly provision: Provision
  /** Whether the key of the citation names it, or words behind the key do: `pillar I, sec. 1, action 3`. */
  readonly by: 'key' | 'words'
  /** Of what names it: the key, or the words from the first of their steps to the last. */
  readonly span: Span
  /** The printed pages that stand with it. */
  readonly pages: readonly NamedPages[]
  /** The first step that names nothing below what the steps before it name, where one does. */
  readonly notUnderstood?: LocatorStep
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
  const start = { start: 0, end: 0 }
  const [place, ...others] = placesBehind(instrument, start, { text: suffix, start: 0 }, corpus)
  const isAll = others.length === 0 && place?.notUnderstood === undefined
  return isAll && place?.provision.key === provision.key
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
  if (suffix.text === '') return [placeOfKey(named, keySpan)]
  const { pages, steps } = movedLocator(readLocator(suffix.text), suffix.start)
  const { provision, read, notUnderstood } = followSteps(named, steps, corpus)
  const [first] = read
  const last = read.at(-1)
  const isByKey = provision === named || first === undefined || last === undefined
  const place: Place = isByKey
    ? { provision, by: 'key', span: keySpan, pages }
    : { provision, by: 'words', span: { start: first.span.start, end: last.span.end }, pages }
  return [{ ...place, ...(notUnderstood && { notUnderstood }) }]
}

interface Followed {
  readonly provision: Provision
  /** The steps that lead to it. */
  readonly read: readonly LocatorStep[]
  readonly notUnderstood?: LocatorStep
}

function followSteps(start: Provision, steps: readonly LocatorStep[], corpus: Corpus): Followed {
  let provision = start
  const read: LocatorStep[] = []
  for (const step of steps) {
    const next = findBelow(provision, step, corpus)
    // `sec. 1` behind the key of that section says nothing new.
    if (next === undefined && !matches(provision, step)) {
      return { provision, read, notUnderstood: step }
    }
    provision = next ?? provision
    read.push(step)
  }
  return { provision, read }
}

/** The provision that `step` names below `provision`: a child, else the only one further down. */
function findBelow(provision: Provision, step: LocatorStep, corpus: Corpus): Provision | undefined {
  let level: readonly Provision[] = childrenOf(corpus, provision)
  while (level.length > 0) {
    const found = level.filter((candidate) => matches(candidate, step))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
    level = level.flatMap((candidate) => childrenOf(corpus, candidate))
  }
  return undefined
}

function matches(provision: Provision, { kinds, label }: LocatorStep): boolean {
  if (provision.level === 'instrument') return false
  if (kinds !== undefined && !kinds.includes(provision.kind)) return false
  return sameLabel(printedLabel(provision), label)
}
