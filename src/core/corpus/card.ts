import { ancestorsOf, childrenOf, instrumentOf, type Corpus } from './corpus.ts'
import type { Agency, Division, Instrument, Measure, Provision } from './provision.ts'

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
}

/** The card of `provision`, a member of `corpus`. */
export function cardOf(corpus: Corpus, provision: Provision): Card {
  const instrument = instrumentOf(corpus, provision.key)
  const measure = provision.level === 'measure' ? provision : undefined
  const named = (codes: readonly string[] = []): readonly AgencyName[] =>
    codes.map((code) => agencyName(corpus, code))
  return {
    provision,
    ...(instrument && { instrument }),
    path: ancestorsOf(corpus, provision),
    lead: named(measure?.lead),
    through: named(measure?.through),
    with: named(measure?.with),
    children: childrenOf(corpus, provision),
    twins: twinsOf(corpus, provision),
  }
}

function agencyName(corpus: Corpus, code: string): AgencyName {
  const agency = corpus.agencies.get(code)
  return agency === undefined ? { code } : { code, agency }
}

function twinsOf(corpus: Corpus, provision: Provision): readonly Provision[] {
  return corpus.provisions.filter(
    (other) =>
      other.key !== provision.key && (sameAs(other, provision) || sameAs(provision, other)),
  )
}

function sameAs(one: Provision, other: Provision): boolean {
  return one.level === 'measure' && one.sameAs === other.key
}
