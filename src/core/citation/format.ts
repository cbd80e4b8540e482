import { ancestorsOf, instrumentOf } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { mayHideCitation } from '../pandoc/hiddenMarkers.ts'
import { keyEndAt } from '../pandoc/keySyntax.ts'
import {
  isBlankAt,
  isEscaped,
  letterOrDigitAt,
  letterOrDigitBefore,
} from '../pandoc/lettersAndDigits.ts'
import { citationOf, commaIn, type CitationStyle, type CitingFormat } from './citationForm.ts'
import {
  inBrackets,
  inSentence,
  markedKey,
  mustBeBracketed,
  type CitationText,
  type Neighbours,
} from './citationText.ts'
import { officialPageUrl } from './officialPage.ts'
import { readableReference, shortReference } from './reference.ts'

/** What stands beside the place of a citation. */
export interface Beside {
  /** The text right before the place: so much of it that no run of `.`, `*`, `_` or backslashes is cut. */
  readonly before: string
  /** The text right after the place, at least its first three UTF-16 units, if there are any. */
  readonly after: string
}

export interface FormatOptions extends Omit<CitingFormat, 'style'>, Beside {
  /** Whether the author of the first is not to be printed, where the style writes keys. */
  readonly suppressAuthor?: boolean
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
    case 'locator':
      return inBrackets(citationsOf(provisions, style, options))
    case 'narrative':
      return narrative(provisions, options)
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

function citationsOf(
  [first, ...rest]: Provisions,
  style: CitationStyle,
  { suppressAuthor = false, ...options }: FormatOptions,
): readonly [CitationText, ...CitationText[]] {
  const format = { ...options, style }
  return [
    { ...citationOf(first, format), suppressAuthor },
    ...rest.map((provision) => citationOf(provision, format)),
  ]
}

/** `@a [p. 3; @b, p. 4]`, or in brackets where Pandoc would not see the first key or read more into it. */
function narrative(provisions: Provisions, options: FormatOptions): string {
  const [first, ...rest] = citationsOf(provisions, 'narrative', options)
  const isBare = rest.length === 0 && first.locator === undefined
  return mustBeBracketed(neighboursOf(first, options), isBare)
    ? inBrackets([first, ...rest])
    : inSentence(first, rest)
}

/** A letter behind does not matter here: a space sets it apart, or the brackets of the citation end before it. */
function neighboursOf(citation: CitationText, { before, after }: Beside): Neighbours {
  const key = markedKey(citation)
  return {
    isHidden: mayHideCitation(before, before.length),
    letterFollows: false,
    runsOn: keyEndAt(key + after, key.indexOf('@') + 1) > key.length || /^\s?\[/.test(after),
  }
}

function footnote(provisions: Provisions, options: FormatOptions): string {
  const references = provisions.map((provision) => {
    const url = urlOf(provision, options)
    const reference = readable(provision, options)
    if (url === undefined) return reference
    return `${reference}${commaIn(options.language)}<${url}>`
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
  return instrument && officialPageUrl(instrument, provision, ancestorsOf(corpus, provision))
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
