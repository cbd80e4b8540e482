import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Instrument, Pages, Provision } from '../corpus/provision.ts'
import type { CitationText } from './citationText.ts'
import { divisionsAndChain, fromPrintedPlace, locatorChain, locatorLabel } from './locatorLabels.ts'
import { leadsTo } from './meaning.ts'

/** The forms in which a citation is written, as the setting names them. */
export const citationStyles = [
  'pandoc',
  'narrative',
  'locator',
  'footnote',
  'link',
  'text',
] as const

/**
 * `[@key, p. 3]`; `@key [p. 3]`; `[@instrument, p. 3, pillar I, sec. 1, action 3]`; a Pandoc inline note
 * with a readable reference; a Markdown link to the official page; the readable reference itself. In
 * the locator style, a provision to which no locator leads, because its label cannot be read as one or
 * another provision has the same, is cited by its key.
 */
export type CitationStyle = (typeof citationStyles)[number]

/** The styles that write Pandoc citations, which join a group that they land in. */
export const keyStyles: ReadonlySet<CitationStyle> = new Set(['pandoc', 'narrative', 'locator'])

/** How citations are written in one report. */
export interface CitingFormat {
  readonly corpus: Corpus
  readonly style: CitationStyle
  /** Whether the printed page is written. */
  readonly withPage: boolean
  /** Of the words around keys, and of references. */
  readonly language: Language
  /** Of the report's `lang:`, by which Pandoc reads locators; the same as `language` unless given. */
  readonly locatorLanguage?: Language
}

/**
 * The style of a citation that must be one of Pandoc's, since it goes into a group or mends one that
 * stands there. The styles that write none (`footnote`, `link`, `text`) are `pandoc` there: a note or a
 * link cannot stand in a group, and who mends a citation wants it to stay one.
 */
export function groupStyle(style: CitationStyle): 'pandoc' | 'locator' {
  return style === 'locator' ? 'locator' : 'pandoc'
}

/** The style of what stands behind words that say nothing of it, such as a quotation: no sentence bears it. */
export function styleBehindWords(style: CitationStyle): CitationStyle {
  return style === 'narrative' ? 'pandoc' : style
}

/** The citation of `provision` in the {@link groupStyle} of `format`. */
export function citationOf(provision: Provision, format: CitingFormat): CitationText {
  switch (groupStyle(format.style)) {
    case 'pandoc':
      return byKey(provision, format)
    case 'locator':
      return byPlace(provision, format)
  }
}

function byKey(provision: Provision, format: CitingFormat): CitationText {
  return { key: provision.key, locator: page(provision, format) }
}

/** In the bibliographic form, or by the key where that form would not be read as `provision` again. */
function byPlace(provision: Provision, format: CitingFormat): CitationText {
  const { corpus } = format
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined) return byKey(provision, format)
  const locator = locatorTo(provision, instrument, format)
  const suffix = locator === undefined ? '' : `, ${locator}`
  return leadsTo(provision, instrument, suffix, corpus)
    ? { key: instrument.key, locator }
    : byKey(provision, format)
}

/** The page comes first, or Pandoc sees no locator. */
function locatorTo(
  provision: Provision,
  instrument: Instrument,
  format: CitingFormat,
): string | undefined {
  const { corpus, language } = format
  const steps = fromPrintedPlace([...ancestorsOf(corpus, provision), provision])
  const { divisions, chain } = divisionsAndChain(steps)
  const pages = page(provision, format)
  const parts = [
    ...(pages === undefined ? [] : [pages]),
    ...divisions.map((step) => locatorLabel(step, language, instrument.type)),
    ...(chain.length === 0 ? [] : [locatorChain(chain, language, instrument.type)]),
  ]
  return parts.length === 0 ? undefined : parts.join(commaIn(language))
}

/** What joins the parts of a locator. */
export function commaIn(language: Language): string {
  return language === 'en' ? ', ' : '，'
}

function page(
  provision: Provision,
  { withPage, language, locatorLanguage }: CitingFormat,
): string | undefined {
  return withPage ? pageLocator(provision, locatorLanguage ?? language) : undefined
}

/** The {@link pagesLocator} for the printed pages of `provision`; none where the corpus does not know them. */
export function pageLocator(provision: Provision, language: Language): string | undefined {
  return provision.level === 'instrument' || provision.pages === undefined
    ? undefined
    : pagesLocator(provision.pages, language)
}

/**
 * The locator for `pages`, as Pandoc reads it in a report of `language`: `p. 3`, `pp. 3-4`, `页 3`.
 * Terms are read in the report's language only; in Traditional Chinese, where Pandoc knows them for
 * `zh-TW` alone, the bare number stands, which is a page everywhere.
 */
export function pagesLocator(pages: Pages, language: Language): string {
  const numbers = pageNumbers(pages)
  switch (language) {
    case 'en':
      return `${pages.first === pages.last ? 'p.' : 'pp.'} ${numbers}`
    case 'zh-Hans':
      return `页 ${numbers}`
    case 'zh-Hant':
    case 'zh-Hant-HK':
      return numbers
  }
}

/** `3` or `3-4`. */
export function pageNumbers({ first, last }: Pages): string {
  return first === last ? String(first) : `${first}-${last}`
}
