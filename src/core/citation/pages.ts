import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import type { Pages } from '../corpus/provision.ts'
import { movedSpan, type Span } from '../text/span.ts'
import type { NamedPages } from './locator.ts'
import type { Place } from './meaning.ts'

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

/** Whether there is a page that both have. */
export function pagesMeet(one: Pages, other: Pages): boolean {
  return one.first <= other.last && other.first <= one.last
}

/** `mismatch` as it stands when the text before it grew by `by` characters. */
export function movedMismatch(mismatch: PageMismatch, by: number): PageMismatch {
  return { ...mismatch, span: movedSpan(mismatch.span, by) }
}

/**
 * The pages named with `place` on which its provision does not stand, one for each number or range;
 * empty where the corpus does not know the pages.
 */
export function findPageMismatches(
  { provision, pages: named }: Place,
  corpus: Corpus,
): readonly PageMismatch[] {
  const lastPage = instrumentOf(corpus, provision.key)?.lastPage
  const pages = provision.level === 'instrument' ? undefined : provision.pages
  return named.flatMap(
    (one) =>
      outsideDocument(one, lastPage, pages) ?? notOfProvision(one, provision.key, pages) ?? [],
  )
}

function outsideDocument(
  named: NamedPages,
  lastPage: number | undefined,
  pages: Pages | undefined,
): PageMismatch | undefined {
  const { span } = named
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
): PageMismatch | undefined {
  const { span } = named
  if (pages === undefined) return undefined
  const page = [named.pages.first, named.pages.last].find(
    (number) => number < pages.first || number > pages.last,
  )
  return page === undefined ? undefined : { kind: 'notOfProvision', key, page, pages, span }
}
