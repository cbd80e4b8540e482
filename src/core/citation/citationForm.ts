import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Division, Instrument, Measure, Pages, Provision } from '../corpus/provision.ts'
import type { CitationText } from './citationText.ts'
import { leadsTo } from './meaning.ts'
import { everyStep, placeWords, stepsSaid, type StepsSaid } from './placeWords.ts'

/** The forms in which a citation is written, as the setting names them. */
export const citationStyles = ['pandoc', 'key', 'narrative', 'footnote', 'link', 'text'] as const

/**
 * `[@instrument, p. 3, pillar I, sec. 1, action 3]`, the place in words; `[@key, p. 3]`; `@instrument
 * [p. 3, pillar I, sec. 1, action 3]`; a Pandoc inline note with a readable reference; a Markdown link
 * to the official page; the readable reference itself. A provision to which no words lead, because its
 * label cannot be read as one or another provision has the same, is cited by its key.
 */
export type CitationStyle = (typeof citationStyles)[number]

/** The styles that write Pandoc citations, which join a group that they land in. */
export const keyStyles: ReadonlySet<CitationStyle> = new Set(['pandoc', 'key', 'narrative'])

/** The language in whose words Pandoc reads a report's locators; of those that we write none in, `other`. */
export type TermLanguage = Language | 'other'

/** How citations are written in one report. */
export interface CitingFormat {
  readonly corpus: Corpus
  readonly style: CitationStyle
  /** Whether the printed page is written. */
  readonly withPage: boolean
  /** Of the words around keys, and of references. */
  readonly language: Language
  /** Of the report's `lang:`, by which Pandoc reads locators; the same as `language` unless given. */
  readonly locatorLanguage?: TermLanguage
}

/** The styles of what stands in a group: the place in words, or the key. */
export type GroupStyle = Extract<CitationStyle, 'pandoc' | 'key'>

/**
 * The style of a citation that must be one of Pandoc's, since it goes into a group or mends one that
 * stands there. The styles that write none (`footnote`, `link`, `text`) are `pandoc` there: a note or a
 * link cannot stand in a group, and who mends a citation wants it to stay one.
 */
export function groupStyle(style: CitationStyle): GroupStyle {
  return style === 'key' ? 'key' : 'pandoc'
}

/** The style of what stands behind words that say nothing of it, such as a quotation: no sentence bears it. */
export function styleBehindWords(style: CitationStyle): CitationStyle {
  return style === 'narrative' ? 'pandoc' : style
}

/** The citation of `provision` in the {@link groupStyle} of `format`. */
export function citationOf(provision: Provision, format: CitingFormat): CitationText {
  switch (groupStyle(format.style)) {
    case 'pandoc':
      return byPlace(provision, format) ?? byKey(provision, format)
    case 'key':
      return byKey(provision, format)
  }
}

function byKey(provision: Provision, format: CitingFormat): CitationText {
  const { withPage, language, locatorLanguage = language } = format
  const locator = withPage ? pageLocator(provision, locatorLanguage) : undefined
  return { key: provision.key, locator }
}

/** What provisions of a corpus are written as by their places, by the rest of the format. */
const written = new WeakMap<
  Corpus,
  Map<string, WeakMap<Provision, { readonly text: CitationText | undefined }>>
>()

/** The place in words; found once for a list of suggestions, which writes the same ones at each key. */
function byPlace(provision: Provision, format: CitingFormat): CitationText | undefined {
  const { corpus, withPage, language, locatorLanguage } = format
  const inCorpus = written.get(corpus) ?? new Map<string, never>()
  written.set(corpus, inCorpus)
  const manner = [withPage, language, locatorLanguage].join()
  const known = inCorpus.get(manner) ?? new WeakMap<Provision, never>()
  inCorpus.set(manner, known)
  const { text } = known.get(provision) ?? { text: writePlace(provision, format) }
  known.set(provision, { text })
  return text
}

/** The place in words, by the fewest of them that are read as `provision` again, where any are. */
function writePlace(provision: Provision, format: CitingFormat): CitationText | undefined {
  const { corpus } = format
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined) return undefined
  if (provision.level === 'instrument') return { key: instrument.key }
  const locator = [stepsSaid(provision, instrument, corpus), everyStep(provision, corpus)]
    .map((steps) => locatorTo(provision, steps, instrument, format))
    .find((words) => leadsTo(provision, instrument, `, ${words}`, corpus))
  return locator === undefined ? undefined : { key: instrument.key, locator }
}

/**
 * What stands behind the key of its instrument for `provision`: its page and its place in words. Where none lead
 * back to it, all that there are.
 */
export function placeBehindKey(
  provision: Division | Measure,
  instrument: Instrument,
  format: CitingFormat,
): string {
  const steps = everyStep(provision, format.corpus)
  return byPlace(provision, format)?.locator ?? locatorTo(provision, steps, instrument, format)
}

/** The page comes first, or Pandoc sees no locator. */
function locatorTo(
  provision: Provision,
  steps: StepsSaid,
  instrument: Instrument,
  { withPage, language, locatorLanguage = language }: CitingFormat,
): string {
  const page = withPage ? pageBeforePlace(provision, language, locatorLanguage) : undefined
  const words = placeWords(steps, language, instrument)
  return page === undefined ? words : page + commaIn(language) + words
}

/** What joins the parts of a locator. */
export function commaIn(language: Language): string {
  return language === 'en' ? ', ' : '，'
}

/** The {@link pagesLocator} for the printed pages of `provision`; none where the corpus does not know them. */
export function pageLocator(provision: Provision, language: TermLanguage): string | undefined {
  const pages = pagesOf(provision)
  return pages && pagesLocator(pages, language)
}

/** The {@link pagesBeforePlace} of `provision`; none where the corpus does not know them. */
export function pageBeforePlace(
  provision: Provision,
  language: Language,
  terms: TermLanguage,
): string | undefined {
  const pages = pagesOf(provision)
  return pages && pagesBeforePlace(pages, language, terms)
}

function pagesOf(provision: Provision): Pages | undefined {
  return provision.level === 'instrument' ? undefined : provision.pages
}

/**
 * The locator for `pages` alone, as Pandoc reads it in a report of `language`: `p. 3`, `pp. 3-4`, `页 3`.
 * Terms are read in the report's language only; in Traditional Chinese, where Pandoc knows them for
 * `zh-TW` alone, the bare number stands, which is a page everywhere.
 */
export function pagesLocator(pages: Pages, language: TermLanguage): string {
  const numbers = pageNumbers(pages)
  switch (language) {
    case 'en':
      return `${pages.first === pages.last ? 'p.' : 'pp.'} ${numbers}`
    case 'zh-Hans':
      return `页 ${numbers}`
    case 'zh-Hant':
    case 'zh-Hant-HK':
    case 'other':
      return numbers
  }
}

/**
 * `pages` before a place in words of `language`: `p. 3`, `第 3 页`, `第 3–4 頁`. In Chinese they are words
 * as the place is, with spaces around the digits, for GB/T 7714 prints nothing of a page that is
 * Pandoc's locator; where Pandoc's terms are in another language, the bare number.
 */
export function pagesBeforePlace(pages: Pages, language: Language, terms: TermLanguage): string {
  if (terms === 'other') return pageNumbers(pages)
  const range = pageNumbers(pages).replace('-', '–')
  switch (language) {
    case 'en':
      return pagesLocator(pages, 'en')
    case 'zh-Hans':
      return `第 ${range} 页`
    case 'zh-Hant':
    case 'zh-Hant-HK':
      return `第 ${range} 頁`
  }
}

/** `3` or `3-4`. */
export function pageNumbers({ first, last }: Pages): string {
  return first === last ? String(first) : `${first}-${last}`
}
