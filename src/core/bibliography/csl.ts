import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Instrument, InstrumentType, Provision } from '../corpus/provision.ts'
import { officialPageUrl } from '../citation/officialPage.ts'
import { dateParts, printedTitle } from '../citation/reference.ts'
import { printedAuthor } from '../citation/sentenceName.ts'

/** One item of a bibliography in CSL-JSON (citation-style-language/schema, `csl-data.json`). */
export interface CslItem {
  /** The key. */
  readonly id: string
  readonly type: 'chapter' | 'report' | 'legislation' | 'article-newspaper'
  readonly title: string
  readonly 'container-title'?: string
  readonly author?: readonly { readonly literal: string }[]
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly page?: string
  readonly URL?: string
  readonly language: string
}

const wholeTypes: Readonly<Record<InstrumentType, CslItem['type']>> = {
  plan: 'report',
  act: 'legislation',
  order: 'legislation',
  declaration: 'report',
  article: 'article-newspaper',
}

/**
 * The CSL-JSON item of `provision`. Measures and divisions are chapters of their instrument, under the
 * heading that it prints, with our ordinal: never under a title of Policy Citation's own.
 *
 * The issuer is the author, as a literal: so Chicago (Pandoc's default style) prints
 * `(The White House 2025, 3)` and `The White House. 2025. “…, Recommended Action 3.” In *…*. <…>`.
 * As the publisher too it would be printed twice, and as the publisher only the title would take the
 * author's place in the text (tried with Pandoc 3.10). The titles are English, and say so, because
 * styles change the case of English titles only.
 */
export function cslItem(provision: Provision, corpus: Corpus): CslItem {
  const instrument = instrumentOf(corpus, provision.key)
  return {
    id: provision.key,
    type: provision.level === 'instrument' ? wholeTypes[provision.type] : 'chapter',
    title: plain(printedTitle(provision, corpus, 'en')),
    ...(instrument &&
      provision !== instrument && { 'container-title': plain(instrument.titles.en) }),
    ...(instrument && instrumentFields(instrument, provision, corpus)),
    language: 'en',
  }
}

function instrumentFields(
  instrument: Instrument,
  provision: Provision,
  corpus: Corpus,
): Pick<CslItem, 'author' | 'issued' | 'page' | 'URL'> {
  const issued = dateParts(instrument.issued)
  const author = printedAuthor(instrument)
  const url = officialPageUrl(instrument, provision, ancestorsOf(corpus, provision))
  const pages = provision.level === 'instrument' ? undefined : provision.pages
  return {
    ...(author !== undefined && { author: [{ literal: plain(author) }] }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(pages && {
      page: pages.first === pages.last ? String(pages.first) : `${pages.first}-${pages.last}`,
    }),
    ...(url !== undefined && { URL: url }),
  }
}

/** Pandoc and citeproc-js read `<i>`, `<span …>` and the like in CSL-JSON as markup; a space keeps them text. */
function plain(text: string): string {
  return text.replace(/<(?=[/a-z])/giu, '< ')
}
