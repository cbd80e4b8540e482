import type { DivisionKind, InstrumentType, MeasureKind } from '../corpus/provision.ts'

/**
 * What could be read of an official document, in the order of the document. Every reader of a format
 * makes one; passages are found in it, and corpus files are made from it.
 */
export interface Outline {
  readonly title?: string
  readonly type?: InstrumentType
  readonly issuer?: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly issued?: string
  /** A BCP 47 tag, as the document gives it. */
  readonly language?: string
  readonly parts: readonly Part[]
  /** What could not be understood: listed, never dropped in silence. */
  readonly unread: readonly Unread[]
}

/** A part of an official document: a heading with what stands below it, or something worth citing. */
export interface Part {
  readonly level: 'division' | 'measure'
  /** What the document calls it, where that is known. */
  readonly kind?: DivisionKind | MeasureKind
  /** Its number as printed, without the word before it and closing marks: `5` of `Article 5`, `a` of `(a)`. */
  readonly label?: string
  /** Its heading as printed, without label. */
  readonly heading?: string
  /**
   * Its own paragraphs, without its heading and without those of its parts, each parted from the next
   * by two line feeds. Line-end hyphens, ligatures, running heads, page numbers and notes are mended
   * or gone.
   */
  readonly text: string
  /** The pages of the document that it stands on, where it has pages: from the one of its heading. */
  readonly pages?: PageSpan
  /** Where in `text` a page begins; the page that the text begins on comes first, at 0. */
  readonly pageStarts?: readonly PageStart[]
  /** How the document itself names it: an Akoma Ntoso eId, an identifier of XML or HTML. */
  readonly id?: string
  /** The bodies that the document marks as responsible, by the names that it uses. */
  readonly agencies?: readonly string[]
  readonly parts: readonly Part[]
}

/** Pages of a file, counted from 1, whatever is printed on them. */
export interface PageSpan {
  readonly first: number
  readonly last: number
}

/** A page of the file, counted from 1, begins at this UTF-16 offset. */
export interface PageStart {
  readonly page: number
  readonly offset: number
}

/** Something in a document that no part could be made of. */
export interface Unread {
  /** Where: `line 12`, `page 3`, or the path of an element. */
  readonly where: string
  /** What, in a few words or an excerpt. */
  readonly what: string
}
