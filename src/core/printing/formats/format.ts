import type { CslItem } from '../../bibliography/cslItem.ts'
import type { PrintedLocator } from '../pieces/locators.ts'
import { authorsOf, namesSaid, type NameStyle, type TellingNames } from '../pieces/names.ts'
import type { PrintedTerms } from '../pieces/terms.ts'
import { isoDate, partsOf } from '../pieces/terms.ts'
import { said, type Words } from '../pieces/words.ts'

/** What tells works apart that a style would cite alike. */
export interface Telling extends TellingNames {
  /** `a`, behind the year. */
  readonly letter: string
  /** Whether what tells such works apart is to be said: CSL's `disambiguate`. */
  readonly isAlike: boolean
}

/** How a work was cited before. */
export type Position = 'first' | 'ibid' | 'ibid with locator' | 'subsequent'

/** A work as a citation, or an entry, says it. */
export interface Cited {
  readonly work: CslItem
  readonly terms: PrintedTerms
  readonly telling: Telling
  readonly position: Position
  readonly locator?: PrintedLocator
  /** Of the note in which it was cited first. */
  readonly firstNote: number
  /** In the order in which works are cited. */
  readonly number: number
}

/** A style, in what its citations and its list are made of. */
export interface Format {
  /** Around the citations of a group, and between them. */
  readonly group: { readonly before: string; readonly between: string; readonly behind: string }
  /** Whether citations are notes. */
  readonly isNote?: boolean
  /** Whether a later citation says the number of the note in which its work was cited first. */
  readonly saysFirstNote?: boolean
  /** What the style says itself in the language of a report. */
  readonly termsOf?: (terms: PrintedTerms) => PrintedTerms
  /** Whether works of one author stand together only where they are in one language. */
  readonly sharesByLanguage?: boolean
  /** The author as a citation names it, or what stands in its place; nothing in works that are cited without. */
  readonly author: (cited: Cited) => Words
  /** The citation, `author` left out where that is empty. */
  readonly cite: (cited: Cited, author: Words) => Words
  /** The entry in the list; none in a style without one. `author` is what stands first. */
  readonly entry?: (cited: Cited, author: Words) => Words
  /** What an entry begins with, where the next one may have it, too. */
  readonly entryAuthor?: (cited: Cited) => Words
  /** What stands in its place in the next entry of the same author. */
  readonly sameAuthor?: (cited: Cited) => Words
  /** By what the list is sorted; in the order of citation without it. */
  readonly listKeys?: (cited: Cited) => SortKeys
  /** By what the citations of a group are sorted. */
  readonly citationKeys?: (cited: Cited) => SortKeys
  readonly telling: TellingApart
  /** How works of one author stand together: by year, or by numbers that follow one another. */
  readonly collapse?: 'year' | 'number'
}

/** What a style does so that no two works are cited alike. */
export interface TellingApart {
  /** Of whom given names are said: of first authors that are namesakes, or in citations that are alike. */
  readonly givenNames?: 'first author' | 'first author by initials' | 'where alike'
  readonly moreNames?: boolean
  readonly letters?: boolean
}

/** What is compared in turn; what is absent goes last. */
export type SortKeys = readonly (string | undefined)[]

/** The authors of the work as `style` writes them. */
export function authors(
  { work, terms, telling }: Pick<Cited, 'work' | 'terms' | 'telling'>,
  style: NameStyle,
): Words {
  return said(namesSaid(authorsOf(work), style, terms, telling))
}

/** The authors as a list is sorted by them. */
export function authorKey({ work, terms }: Cited, style: NameStyle): string {
  const { separator = ', ', delimiter, cut, demotesParticle = false } = style
  const names = authorsOf(work)
  const shown = names.length >= cut[0] ? names.slice(0, cut[1]) : names
  const order = 'family first'
  const inverted: NameStyle = { order, separator, delimiter, cut, demotesParticle }
  return shown.map((name) => namesSaid([name], inverted, terms)).join('')
}

/** When it was issued, as a list is sorted by it. */
export function issuedKey({ issued }: CslItem): string | undefined {
  return issued && isoDate(issued).replaceAll('-', '').padEnd(8, '0')
}

/** The year, and the letter behind it. */
export function yearOf({ work, telling }: Cited): string | undefined {
  const [year] = partsOf(work.issued)
  return year === undefined ? undefined : String(year) + telling.letter
}

/** `2025a` or `n.d.-a`. */
export function yearOrNone(cited: Cited): string {
  const { terms, telling } = cited
  const letter = telling.letter === '' ? '' : `-${telling.letter}`
  return yearOf(cited) ?? terms.noDate + letter
}
