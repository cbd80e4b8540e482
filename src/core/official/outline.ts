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
  /** Where the document says that it stands, `https:`. */
  readonly address?: string
  readonly parts: readonly Part[]
  /** Paragraphs that stand before, between or behind all parts, each parted from the next by two line feeds. */
  readonly text?: string
  /** Where in `text` a page begins, as in a part. */
  readonly pageStarts?: readonly PageStart[]
  /** The number that each page prints, page by page of the file; empty where it prints none. */
  readonly pageNumbers?: readonly string[]
  /** Words beside its running text that are in no part. */
  readonly asides?: readonly Aside[]
  /** Whether there are words in the document, or may be, that stand nowhere here: a page that is but a picture. */
  readonly hasUnreadWords?: true
  /** What could not be understood: listed, never dropped in silence. */
  readonly unread: readonly Unread[]
}

/** Words that interrupt the running text, or stand outside of it: they are quoted from a document, but are no words of its provisions. */
export interface Aside {
  /** `text` for all that is neither: a formula, a title page, a table of contents. */
  readonly kind: 'note' | 'table' | 'text'
  readonly text: string
  /** The page of the file that it stands on, counted from 1, where the document has pages. */
  readonly page?: number
}

/** A part of an official document: a heading with what stands below it, or something worth citing. */
export interface Part {
  readonly level: 'division' | 'measure'
  /** What the document calls it, where that is known. */
  readonly kind?: DivisionKind | MeasureKind
  /** Its number as printed, without the word before it and closing marks: `5` of `Article 5`, `a` of `(a)`. */
  readonly label?: string
  /** Its number with the word before it, where kind and label do not say it: `GOVERN 1.1`, `Appendix A`. */
  readonly place?: string
  /** Its heading as printed, without label. */
  readonly heading?: string
  /** Its number and heading as printed, where that is more than the heading: `(a)`, `Article 5 Prohibited AI practices`. */
  readonly printed?: string
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
  /** How much of the text of what it stands in comes before it, in UTF-16 units; all of it unless given. */
  readonly at?: number
  /** Words beside its running text. */
  readonly asides?: readonly Aside[]
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
