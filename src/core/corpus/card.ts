import {
  ancestorsOf,
  bearsPrintedHeading,
  childrenOf,
  instrumentOf,
  type Corpus,
} from './corpus.ts'
import type { Key } from './key.ts'
import { statesOf, type ProvisionState } from './states.ts'
import { known } from './stored/knownProvisions.ts'
import type {
  Agency,
  Division,
  Instrument,
  Measure,
  Provision,
  Relation,
  RelationType,
} from './provision.ts'

/** An agency as a card names it; without a register entry only its code is known. */
export interface AgencyName {
  readonly code: string
  readonly agency?: Agency
}

/** All that a reader is shown of one provision: data, no wording. */
export interface Card {
  readonly provision: Provision
  readonly instrument?: Instrument
  /** The provisions above, the instrument first. */
  readonly path: readonly Provision[]
  readonly lead: readonly AgencyName[]
  readonly through: readonly AgencyName[]
  readonly with: readonly AgencyName[]
  readonly children: readonly (Division | Measure)[]
  /** The provisions with the same words elsewhere in the instrument. */
  readonly twins: readonly Provision[]
  /** What secondary instruments say of it. */
  readonly claims: readonly Measure[]
  /** Of a claim: the provisions that it is about. */
  readonly about: readonly Provision[]
  /** Of a claim: the instrument that it speaks of, as far as one is named. */
  readonly aboutInstrument?: Instrument
  readonly counterparts: readonly Counterpart[]
  /** What must be known of it before it is cited. */
  readonly states: readonly ProvisionState[]
  /** Whether the English title is a heading that the instrument prints. */
  readonly hasPrintedHeading: boolean
}

/** A provision, mostly of another instrument, that the corpus relates to one. */
export interface Counterpart {
  readonly provision: Provision
  /** How it stands to the one it is a counterpart of. */
  readonly type: RelationType
  readonly relation: Relation
}

/** The card of `provision`, a member of `corpus`, as it stands on the day `today`. */
export function cardOf(corpus: Corpus, provision: Provision, today?: string): Card {
  const instrument = instrumentOf(corpus, provision.key)
  const measure = provision.level === 'measure' ? provision : undefined
  const path = ancestorsOf(corpus, provision)
  const named = (codes: readonly string[] = []): readonly AgencyName[] =>
    codes.map((code) => agencyName(corpus, code))
  return {
    provision,
    ...(instrument && { instrument }),
    path,
    states: statesOf([...path, provision], today),
    lead: named(measure?.lead),
    through: named(measure?.through),
    with: named(measure?.with),
    children: childrenOf(corpus, provision),
    twins: twinsOf(corpus, provision),
    claims: corpus.claimsByKey.get(provision.key) ?? [],
    ...aboutOf(corpus, measure, instrument),
    counterparts: counterpartsOf(corpus, provision),
    hasPrintedHeading: bearsPrintedHeading(provision, instrument),
  }
}

/** The counterparts of `provision`, in the order of the relations. */
export function counterpartsOf(corpus: Corpus, provision: Provision): readonly Counterpart[] {
  return (corpus.relationsByKey.get(provision.key) ?? []).flatMap((relation) => {
    const isFrom = corpus.byKey.get(relation.from) === provision
    const other = corpus.byKey.get(isFrom ? relation.to : relation.from)
    const type = isFrom ? opposites[relation.type] : relation.type
    return other === undefined ? [] : [{ provision: other, type, relation }]
  })
}

const opposites: Readonly<Record<RelationType, RelationType>> = {
  Broader_Than: 'Narrower_Than',
  Peer_To: 'Peer_To',
  Narrower_Than: 'Broader_Than',
}

function aboutOf(
  corpus: Corpus,
  measure: Measure | undefined,
  instrument: Instrument | undefined,
): Pick<Card, 'about' | 'aboutInstrument'> {
  if (measure?.claim === undefined) return { about: [] }
  const about = measure.claim.about.flatMap((key) => corpus.byKey.get(key) ?? [])
  const key: Key | undefined = instrument?.about ?? about[0]?.key
  const aboutInstrument = key && instrumentOf(corpus, key)
  return { about, ...(aboutInstrument && { aboutInstrument }) }
}

/** The agency that `code` names in `corpus`, as far as it is known there. */
export function agencyName(corpus: Corpus, code: string): AgencyName {
  const agency = corpus.agencies.get(code)
  return agency === undefined ? { code } : { code, agency }
}

const twins = new WeakMap<Corpus, ReadonlyMap<Key, readonly Provision[]>>()

/** What says the same as `provision`, whichever of the two its file says so of, in the order of the corpus. */
function twinsOf(corpus: Corpus, provision: Provision): readonly Provision[] {
  const known = twins.get(corpus) ?? twinsByKey(corpus)
  twins.set(corpus, known)
  return known.get(provision.key) ?? []
}

/** The twins of each provision that has any: found once, since a card is shown at each rest of the pointer. */
function twinsByKey({ provisions, byKey }: Corpus): ReadonlyMap<Key, readonly Provision[]> {
  const all = known(provisions)
  const pairs = all.marked('sameAs').flatMap((one) => {
    const other = one.level === 'measure' && one.sameAs ? byKey.get(one.sameAs) : undefined
    const isThere = other !== undefined && other.key !== one.key
    return isThere && one.level === 'measure' && other.key === one.sameAs ? [{ one, other }] : []
  })
  const found = new Map<Key, Set<Provision>>()
  for (const { one, other } of pairs) {
    found.set(one.key, (found.get(one.key) ?? new Set()).add(other))
    found.set(other.key, (found.get(other.key) ?? new Set()).add(one))
  }
  const paired = new Set(pairs.flatMap(({ one, other }) => [one, other]))
  const places = new Map(Array.from(paired, (one) => [one, all.indexOf(one)]))
  const place = (one: Provision): number => places.get(one) ?? 0
  return new Map(
    Array.from(found, ([key, those]) => [key, [...those].sort((a, b) => place(a) - place(b))]),
  )
}
