import type { Span } from '../text/span.ts'
import type { Key } from './key.ts'
import type { Names } from './language.ts'

/** What an instrument is. */
export type InstrumentType = 'plan' | 'act' | 'order' | 'declaration' | 'article'

/** What an issuer calls a level of its instrument that holds others. */
export type DivisionKind = 'pillar' | 'title' | 'part' | 'chapter' | 'section' | 'annex'

/** What an issuer calls the smallest things worth citing. */
export type MeasureKind = 'action' | 'article' | 'paragraph' | 'point' | 'recommendation' | 'claim'

/** Pages as printed in the official document; `first` and `last` are equal for a single page. */
export interface Pages {
  readonly first: number
  readonly last: number
}

/** Where something stands in a corpus file: 1-based line and column, and its span in the decoded text (without BOM). */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly span: Span
}

interface ProvisionBase {
  readonly key: Key
  /** English title first; a measure's is in our words, a division's is the printed heading. */
  readonly titles: Names
  readonly aliases: readonly string[]
  /** What it says, in Policy Citation's own words (English), when the file gives it. */
  readonly summary?: string
  /** Keys of the provisions directly below, in the order of the instrument. */
  readonly children: readonly Key[]
  /** Fields that the format does not know, as the file writes them. */
  readonly extra?: ReadonlyMap<string, string>
  readonly source: SourcePlace
}

/** One policy document. */
export interface Instrument extends ProvisionBase {
  readonly level: 'instrument'
  readonly type: InstrumentType
  readonly issuer?: Names
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as the file gives it, checked against the calendar. */
  readonly issued?: string
  /** The `https:` address of the official document, checked. */
  readonly url?: string
  /** Lower-case hexadecimal SHA-256 of the official document. */
  readonly sha256?: string
  /** The PDF page that bears printed page 1. */
  readonly firstPage?: number
  /** The last printed page of the body. */
  readonly lastPage?: number
}

/** A heading level of an instrument. */
export interface Division extends ProvisionBase {
  readonly level: 'division'
  readonly kind: DivisionKind
  readonly parent: Key
  /** 1-based place among the siblings of its level; those that could not be read are counted. */
  readonly ordinal: number
  readonly pages?: Pages
}

/** The smallest thing worth citing. */
export interface Measure extends ProvisionBase {
  readonly level: 'measure'
  readonly kind: MeasureKind
  readonly parent: Key
  /** 1-based place among the measures of its parent; those that could not be read are counted. */
  readonly ordinal: number
  readonly pages?: Pages
  /** Codes of the agencies that the instrument says lead it. */
  readonly lead: readonly string[]
  /** Codes of the agencies that it runs through, at or under. */
  readonly through: readonly string[]
  /** Codes of the other agencies that it involves. */
  readonly with: readonly string[]
  /** Other instruments that it refers to, by their usual names. */
  readonly refs: readonly string[]
  /** The key of the provision that the instrument prints a second time here. */
  readonly sameAs?: Key
}

/** Anything that a key can name. */
export type Provision = Instrument | Division | Measure

/** A body that instruments give work to. */
export interface Agency {
  /** As the instruments abbreviate it: `OSTP`. */
  readonly code: string
  readonly names: Names
  readonly aliases: readonly string[]
  /** Code of the body that it belongs to. */
  readonly parent?: string
  /** Fields that the format does not know, as the file writes them. */
  readonly extra?: ReadonlyMap<string, string>
  readonly source: SourcePlace
}
