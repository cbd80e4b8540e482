import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { mayHideCitation } from '../pandoc/hiddenMarkers.ts'
import { keyEndAt } from '../pandoc/keySyntax.ts'
import {
  isBlankAt,
  isEscaped,
  letterOrDigitAt,
  letterOrDigitBefore,
} from '../pandoc/lettersAndDigits.ts'
import { divisionsAndChain, locatorChain, locatorLabel } from './locatorLabels.ts'
import { officialPageUrl } from './officialPage.ts'
import { readableReference, shortReference } from './reference.ts'
import { leadsTo } from './meaning.ts'
import { pageLocator } from './writeKey.ts'

/** The forms in which a citation is inserted, as the setting names them. */
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

export interface FormatOptions {
  readonly corpus: Corpus
  /** Of the words around keys, and of references. */
  readonly language: Language
  /** Of the report's `lang:`, by which Pandoc reads locators; the same as `language` unless given. */
  readonly locatorLanguage?: Language
  /** Whether the printed page is written. */
  readonly withPage: boolean
  /** The text right before the place: so much of it that no run of `.`, `*`, `_` or backslashes is cut. */
  readonly before: string
  /** The text right after the place, at least its first three UTF-16 units, if there are any. */
  readonly after: string
}

/**
 * The text that cites `provisions` in `style` between `before` and `after`, with a space on either side
 * where it needs one; empty for no provisions. Pandoc reads it as a citation beside any letter.
 * All text of the corpus in it is escaped.
 */
export function formatCitation(
  provisions: readonly Provision[],
  style: CitationStyle,
  options: FormatOptions,
): string {
  const [first, ...rest] = provisions
  return first === undefined ? '' : apart(written([first, ...rest], style, options), options)
}

type Provisions = readonly [Provision, ...Provision[]]

function written(provisions: Provisions, style: CitationStyle, options: FormatOptions): string {
  switch (style) {
    case 'pandoc':
      return bracketed(provisions.map((provision) => keyCitation(provision, options)))
    case 'narrative':
      return narrative(provisions, options)
    case 'locator':
      return bracketed(provisions.map((provision) => locatorCitation(provision, options)))
    case 'footnote':
      return footnote(provisions, options)
    case 'link':
      return joined(
        provisions.map((provision) => link(provision, options)),
        options,
      )
    case 'text':
      return joined(
        provisions.map((provision) => readable(provision, options)),
        options,
      )
  }
}

function bracketed(citations: readonly string[]): string {
  return `[${citations.join('; ')}]`
}

function keyCitation(provision: Provision, options: FormatOptions): string {
  return [`@${provision.key}`, ...page(provision, options)].join(', ')
}

function page(provision: Provision, options: FormatOptions): readonly string[] {
  const { withPage, language, locatorLanguage } = options
  const locator = withPage ? pageLocator(provision, locatorLanguage ?? language) : undefined
  return locator === undefined ? [] : [locator]
}

/** `@a [p. 3; @b, p. 4]`, or in brackets where Pandoc would not see the first key or read more into it. */
function narrative(provisions: Provisions, options: FormatOptions): string {
  const [first, ...rest] = provisions
  const key = `@${first.key}`
  const brackets = [
    ...page(first, options),
    ...rest.map((provision) => keyCitation(provision, options)),
  ]
  const { before, after } = options
  const isHidden = mayHideCitation(before, before.length)
  if (isHidden || (brackets.length === 0 && runsOn(key, after))) {
    return bracketed(provisions.map((provision) => keyCitation(provision, options)))
  }
  return brackets.length === 0 ? key : `${key} ${bracketed(brackets)}`
}

/** Whether Pandoc would read the text after a bare key into it, or brackets there as its suffix. */
function runsOn(key: string, after: string): boolean {
  return keyEndAt(key + after, 1) > key.length || /^\s?\[/.test(after)
}

/** In the bibliographic form, or with the key where that form would not be read as `provision` again. */
function locatorCitation(provision: Provision, options: FormatOptions): string {
  const { corpus } = options
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined) return keyCitation(provision, options)
  const suffix = locatorSuffix(provision, instrument, options)
  return leadsTo(provision, instrument, suffix, corpus)
    ? `@${instrument.key}${suffix}`
    : keyCitation(provision, options)
}

/** The page comes first, or Pandoc sees no locator. */
function locatorSuffix(
  provision: Provision,
  instrument: Instrument,
  options: FormatOptions,
): string {
  const { corpus, language } = options
  const { divisions, chain } = divisionsAndChain([...ancestorsOf(corpus, provision), provision])
  const steps = [
    ...divisions.map((step) => locatorLabel(step, language, instrument.type)),
    ...(chain.length === 0 ? [] : [locatorChain(chain, language, instrument.type)]),
  ]
  const start = page(provision, options).map((pages) => `, ${pages}`)
  if (steps.length === 0) return start.join('')
  if (language === 'en') return [...start, ...steps.map((step) => `, ${step}`)].join('')
  return [...start, start.length === 0 ? ', ' : '，', steps.join('，')].join('')
}

function footnote(provisions: Provisions, options: FormatOptions): string {
  const references = provisions.map((provision) => {
    const url = urlOf(provision, options)
    const reference = readable(provision, options)
    if (url === undefined) return reference
    return `${reference}${options.language === 'en' ? ', ' : '，'}<${url}>`
  })
  return `^[${joined(references, options)}${options.language === 'en' ? '.' : '。'}]`
}

function link(provision: Provision, options: FormatOptions): string {
  const url = urlOf(provision, options)
  const name = shortReference(provision, options.corpus, options)
  return url === undefined ? name : `[${name}](${url})`
}

function readable(provision: Provision, options: FormatOptions): string {
  return readableReference(provision, options.corpus, options)
}

function urlOf(provision: Provision, { corpus }: FormatOptions): string | undefined {
  const instrument = instrumentOf(corpus, provision.key)
  return instrument && officialPageUrl(instrument, provision)
}

function joined(references: readonly string[], { language }: FormatOptions): string {
  return references.join(language === 'en' ? '; ' : '；')
}

/** `text` with the spaces that keep it apart from what stands before and after. */
function apart(text: string, { before, after }: FormatOptions): string {
  return `${needsSpaceBefore(text, before) ? ' ' : ''}${text}${needsSpaceAfter(text, after) ? ' ' : ''}`
}

function needsSpaceBefore(text: string, before: string): boolean {
  const last = before.length - 1
  if (before === '' || isBlankAt(before, last)) return false
  if (before[last] === '\\') return !isEscaped(before, last)
  if (text.startsWith('[') && /[!^\]]$/.test(before)) return !isEscaped(before, last)
  return !text.startsWith('^') && alphabeticBefore(before) && !startsInHan(text)
}

function needsSpaceAfter(text: string, after: string): boolean {
  if (after === '' || isBlankAt(after, 0)) return false
  if (text.endsWith(']') && /^[([{]/.test(after)) return true
  return letterOrDigitAt(after, 0) && !han.test(after) && !endsInHan(text)
}

const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether a letter or digit of a script that is written with spaces ends `before`. */
function alphabeticBefore(before: string): boolean {
  return letterOrDigitBefore(before, before.length) && !han.test(lastCharacter(before))
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ''
}

function startsInHan(text: string): boolean {
  return han.test(text) || text.startsWith('《')
}

function endsInHan(text: string): boolean {
  return han.test(lastCharacter(text))
}
