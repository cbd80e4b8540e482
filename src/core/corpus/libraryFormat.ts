import type { InstrumentType } from './provision.ts'

/** Says what a file is: a compiled library, written by `writeLibrary`, read by `readLibrary`. */
export const libraryFormat = 'policy-citation-library'

/** Raised with every change of the stored form; a library of another version is not read. */
export const libraryVersion = 3

/** English, Simplified, Traditional, Traditional of Hong Kong; `null` where not known, the last ones left out. */
export type StoredNames = readonly (string | null)[]

/** Line, column, start and end in the corpus file. */
export type StoredPlace = readonly [number, number, number, number]

/** What instruments, divisions and measures have in common. Empty lists are left out. */
interface StoredBase {
  readonly titles: StoredNames
  readonly aliases?: readonly string[]
  readonly summary?: StoredNames
  readonly confidence?: string
  readonly extra?: readonly (readonly [string, string])[]
  readonly at: StoredPlace
}

/** A division or measure; what it is follows from its kind. */
export interface StoredHeading extends StoredBase {
  readonly path: string
  /** Index of its parent among the headings of the instrument; absent below the instrument itself. */
  readonly up?: number
  readonly kind: string
  readonly ordinal: number
  readonly pages?: readonly [number, number]
  readonly lead?: readonly string[]
  readonly through?: readonly string[]
  readonly with?: readonly string[]
  readonly refs?: readonly string[]
  readonly sameAs?: string
  readonly claim?: StoredClaim
}

/** What makes a measure a claim. */
export interface StoredClaim {
  readonly speaker?: StoredNames
  readonly affiliation?: StoredNames
  readonly statement?: string
  readonly horizon?: string
  readonly dimension?: StoredNames
  readonly sides?: readonly string[]
  readonly about?: readonly string[]
  readonly supported?: string
  readonly origin?: StoredNames
}

/** A relation between two provisions. */
export interface StoredRelation {
  readonly file: string
  readonly titles: StoredNames
  readonly reason?: StoredNames
  readonly from: string
  readonly type: string
  readonly to: string
  readonly at: StoredPlace
}

/** An instrument with its headings in reading order. */
export interface StoredInstrument extends StoredBase {
  readonly file: string
  readonly id: string
  readonly type: InstrumentType
  readonly shortTitle?: StoredNames
  readonly issuer?: StoredNames
  readonly issued?: string
  readonly url?: string
  readonly sha256?: string
  readonly firstPage?: number
  readonly lastPage?: number
  readonly status?: string
  readonly effective?: string
  readonly ended?: string
  readonly endedBy?: string
  readonly provenance?: string
  readonly checked?: string
  readonly printedHeadings?: readonly string[]
  readonly about?: string
  readonly headings: readonly StoredHeading[]
}

/** An agency. */
export interface StoredAgency {
  readonly file: string
  readonly code: string
  readonly names: StoredNames
  readonly aliases?: readonly string[]
  readonly parent?: string
  readonly extra?: readonly (readonly [string, string])[]
  readonly at: StoredPlace
}

/** A term of the glossary. */
export interface StoredTerm {
  readonly file: string
  readonly names: StoredNames
  readonly aliases?: readonly string[]
  readonly about?: readonly string[]
  readonly at: StoredPlace
}

/** The whole library. */
export interface StoredLibrary {
  readonly format: typeof libraryFormat
  readonly version: typeof libraryVersion
  readonly agencies: readonly StoredAgency[]
  readonly instruments: readonly StoredInstrument[]
  readonly relations: readonly StoredRelation[]
  readonly terms: readonly StoredTerm[]
}
