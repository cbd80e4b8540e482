import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import type { Span } from '../text/span.ts'
import { readLocator, type NamedPages } from './locator.ts'

/** A printed page that a citation names and that the provision does not stand on. */
export type PageMismatch =
  | {
      readonly kind: 'outsideDocument'
      readonly page: number
      /** The last printed page of the document. */
      readonly lastPage: number
      /** Where the provision stands, when the corpus says so. */
      readonly pages?: Pages
      /** Of the numbers, in the report. */
      readonly span: Span
    }
  | {
      readonly kind: 'notOfProvision'
      readonly key: Key
      readonly page: number
      readonly pages: Pages
      readonly span: Span
    }

/** What of a citation is read for pages: all behind its key, and where in the report it begins. */
export interface CitedSuffix {
  readonly text: string
  readonly start: number
}

/**
 * The pages of the locator in `suffix` on which `provision` does not stand, one for each number or
 * range; empty where the corpus does not know the pages.
 */
export function findPageMismatches(
  suffix: CitedSuffix,
  provision: Provision,
  corpus: Corpus,
): readonly PageMismatch[] {
  const lastPage = instrumentOf(corpus, provision.key)?.lastPage
  const pages = provision.level === 'instrument' ? undefined : provision.pages
  return readLocator(suffix.text).pages.flatMap((named) => {
    const { start, end } = named.span
    const span = { start: suffix.start + start, end: suffix.start + end }
    return (
      outsideDocument(named, lastPage, pages, span) ??
      notOfProvision(named, provision.key, pages, span) ??
      []
    )
  })
}

function outsideDocument(
  named: NamedPages,
  lastPage: number | undefined,
  pages: Pages | undefined,
  span: Span,
): PageMismatch | undefined {
  if (lastPage === undefined) return undefined
  const page = [named.pages.first, named.pages.last].find(
    (number) => number < 1 || number > lastPage,
  )
  if (page === undefined) return undefined
  return { kind: 'outsideDocument', page, lastPage, span, ...(pages && { pages }) }
}

function notOfProvision(
  named: NamedPages,
  key: Key,
  pages: Pages | undefined,
  span: Span,
): PageMismatch | undefined {
  if (pages === undefined) return undefined
  const page = [named.pages.first, named.pages.last].find(
    (number) => number < pages.first || number > pages.last,
  )
  return page === undefined ? undefined : { kind: 'notOfProvision', key, page, pages, span }
}
