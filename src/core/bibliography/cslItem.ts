/** One item of a bibliography in CSL-JSON (citation-style-language/schema, `csl-data.json`). */
export interface CslItem extends FamilyWords, PlaceLinks {
  /** The key. */
  readonly id: string
  readonly type: 'chapter' | 'report' | 'legislation' | 'article-newspaper'
  readonly title: string
  /** What a citation in the text calls it, where it has no author. */
  readonly 'title-short'?: string
  readonly 'container-title'?: string
  readonly author?: readonly CslName[]
  readonly number?: string
  readonly jurisdiction?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly page?: string
  readonly URL?: string
  readonly language: string
  /** Keys that it had before, parted by blanks: Pandoc takes them for it. */
  readonly 'other-ids'?: string
  /** The key of its instrument: its own, or that of a provision. */
  readonly 'policy-work'?: string
  /** Of a provision what stands behind that key in a report: its page and its place in words. */
  readonly 'policy-place'?: string
  /** A hash of each other field, as we wrote it. */
  readonly 'policy-written'?: string
}

/**
 * What places link to, for a filter: nothing that a list of references prints. Under `policy-place-1` and
 * so on an instrument has the words by which the report cites places of it.
 */
export interface PlaceLinks {
  /** Of the official page, opened at the provision. */
  readonly 'policy-address'?: string
  /** Of the provision, as printed. */
  readonly 'policy-title'?: string
  readonly [place: `policy-place-${number}`]: string
  /** What stands before these words in the same citation. */
  readonly [after: `policy-place-${number}-after`]: string
  readonly [address: `policy-place-${number}-address`]: string
  readonly [title: `policy-place-${number}-title`]: string
}

/** A person or a body. */
export type CslName =
  { readonly literal: string } | { readonly family: string; readonly given: string }

/** A date as far as it is known. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

/**
 * What a family of styles says otherwise, beside the data that all others print: CSL has no one form
 * for them, so these are for a filter. `-` stands for nothing. Pandoc hands on strings under any name.
 */
export interface FamilyWords {
  readonly 'policy-bluebook-title'?: string
  readonly 'policy-bluebook-container-title'?: string
  readonly 'policy-bluebook-issued'?: string
  readonly 'policy-oscola-title'?: string
  readonly 'policy-oscola-container-title'?: string
  readonly 'policy-oscola-issued'?: string
  readonly 'policy-gb-title'?: string
  readonly 'policy-gb-number'?: string
  readonly 'policy-gb-container-title'?: string
  /** What notes write for `sec.`. */
  readonly 'policy-section'?: string
  /** The day on which the official journal published it. */
  readonly 'policy-published'?: string
}
