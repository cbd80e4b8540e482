import { ancestorsOf, instrumentOf } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { mayHideCitation } from '../pandoc/hiddenMarkers.ts'
import { keyEndAt } from '../pandoc/keySyntax.ts'
import type { SentencePlace } from '../text/sentencePlace.ts'
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
import { officialPageUrl } from './address/officialPage.ts'
import { capitalised } from './locatorLabels.ts'
import { readableReference, shortReference } from './reference.ts'
import { hasSentenceAuthor, namedInSentence } from './sentenceName.ts'

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
  /** What goes into the brackets before the first: `see`. */
  readonly prefix?: string | undefined
  /** What the sentence wants there; a clause goes on, unless it is given. */
  readonly place?: SentencePlace['kind']
  /** The place that stands right before, *of* what comes: `Article 5`. */
  readonly said?: string | undefined
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
    case 'key':
    case 'narrative':
      return cited(provisions, style, options)
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
  { suppressAuthor = false, prefix, ...options }: FormatOptions,
): readonly [CitationText, ...CitationText[]] {
  const format = { ...options, style }
  return [
    { ...citationOf(first, format), suppressAuthor, prefix },
    ...rest.map((provision) => citationOf(provision, format)),
  ]
}

function cited(provisions: Provisions, style: CitationStyle, options: FormatOptions): string {
  const citations = citationsOf(provisions, style, options)
  switch (standingOf(provisions, style, options)) {
    case 'brackets':
      return inBrackets(citations)
    case 'sentence':
      return narrative(citations, options)
    case 'named':
      return named(provisions[0], citations, options)
  }
}

/** How a citation stands: in brackets, as a part of its sentence, or in brackets behind its name in words. */
type Standing = 'brackets' | 'sentence' | 'named'

/**
 * Who asks for the narrative form, by the style or by a word that a name must follow, gets it where the
 * sentence can bear the author, else the name in words; where the work itself must follow, always. Where
 * a clause begins an author can be its subject; what has none stands in brackets.
 */
function standingOf(
  [first, ...rest]: Provisions,
  style: CitationStyle,
  { corpus, language, place = 'within', suppressAuthor = false }: FormatOptions,
): Standing {
  const isAsked = style === 'narrative' || place === 'name' || place === 'work'
  if (suppressAuthor) return style === 'narrative' ? 'sentence' : 'brackets'
  if (!isAsked && place !== 'clause') return 'brackets'
  if (place !== 'work' && hasSentenceAuthor(first, corpus, language)) return 'sentence'
  return isAsked && rest.length === 0 ? 'named' : 'brackets'
}

/** By name, with a capital where a clause begins: `The AI Act [@eu-ai-act]`. */
function named(
  provision: Provision,
  citations: readonly CitationText[],
  { corpus, language, place, said }: FormatOptions,
): string {
  const text = namedInSentence(provision, citations, corpus, language, said)
  return place === 'clause' ? capitalised(text) : text
}

/** `@a [p. 3; @b, p. 4]`, or in brackets where Pandoc would not see the first key or read more into it. */
function narrative(
  [first, ...rest]: readonly [CitationText, ...CitationText[]],
  options: FormatOptions,
): string {
  const isBare = rest.length === 0 && first.locator === undefined
  return mustBeBracketed(neighboursOf(first, options), isBare)
    ? inBrackets([first, ...rest])
    : inSentence(first, rest)
}

/** What stands beside `citation` in running text, as far as Pandoc minds it. */
export function neighboursOf(citation: CitationText, { before, after }: Beside): Neighbours {
  const key = markedKey(citation)
  return {
    isHidden: mayHideCitation(before, before.length),
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
