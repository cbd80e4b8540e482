import type { Language } from '../corpus/language.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Text } from '../text/text.ts'
import type { CitationContext } from '../pandoc/citationContext.ts'
import type { Citation } from '../pandoc/syntax.ts'

/** What to write for a citation, and where the caret belongs: a UTF-16 offset in `text`. */
export interface WrittenKey {
  readonly text: string
  readonly caret: number
}

export interface KeyOptions {
  /** Whether the printed page follows as a locator. */
  readonly withPage: boolean
  /** The language of the report (`lang:`), by which Pandoc reads locators; English where it names none. */
  readonly language: Language
  /** The marker as typed: `@`, `-@`, `@{` or `-@{`. */
  readonly marker: string
  /** A locator or suffix stands behind the replaced key already: it is kept, and no page is written. */
  readonly suffixFollows: boolean
  /** The key goes into the brackets behind it, whose opening is replaced too: what joins it to them. */
  readonly joint?: string
}

/** What `writeKey` replaces: a missing separator before the marker, the marker, and the words up to the end of the key. */
export function replacedSpan(context: CitationContext): Span {
  const { markerSpan, replaceSpan, braces, bracket } = context
  return {
    start: bracket?.separatorBefore?.start ?? markerSpan.start,
    end: replaceSpan.end + (braces === 'closed' ? 1 : 0),
  }
}

/**
 * The citation of `provision` to write at `context`, in the form that Pandoc reads there: only the
 * key and its locator within brackets, joined by `; `; brackets beside a letter or a digit of any
 * script; the narrative form elsewhere. Brackets that are open are closed.
 */
export function writeKey(
  provision: Provision,
  context: CitationContext,
  { withPage, language, marker, suffixFollows, joint }: KeyOptions,
): WrittenKey {
  const locator = withPage && !suffixFollows ? pageLocator(provision, language) : undefined
  const key = `${marker.startsWith('-') ? '-' : ''}@${provision.key}`
  if (joint !== undefined) return { text: `[${key}${joint}`, caret: key.length + 1 }
  const { text, caret } = written(context, key, locator)
  return { text: context.spaceAfter && !text.endsWith(' ') ? `${text} ` : text, caret }
}

function written(context: CitationContext, key: string, locator: string | undefined): WrittenKey {
  if (context.bracket !== undefined) return withinBrackets(context, context.bracket, key, locator)
  if (mustBeBracketed(context) || (locator === undefined && context.runsOn))
    return enclosed('[', locator === undefined ? key : `${key}, ${locator}`)
  return locator === undefined ? atEnd(key) : enclosed(`${key} [`, locator)
}

/** Whether `rest`, the text behind a key, goes on with a locator or suffix of its citation. */
export function beginsSuffix(rest: string, inBrackets: boolean): boolean {
  return inBrackets ? /^[ \t]*[^\s;\]]/u.test(rest) : /^ ?\[/u.test(rest)
}

/**
 * The locator for the printed pages of `provision`, as Pandoc reads it in a report of `language`:
 * `p. 3`, `pp. 3-4`, `页 3`. Terms are read in the report's language only; in Traditional Chinese,
 * where Pandoc knows them for `zh-TW` alone, the bare number stands, which is a page everywhere.
 */
export function pageLocator(provision: Provision, language: Language): string | undefined {
  if (provision.level === 'instrument' || provision.pages === undefined) return undefined
  const { pages } = provision
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
function pageNumbers({ first, last }: Pages): string {
  return first === last ? String(first) : `${first}-${last}`
}

/** What to write for `key` within the brackets that are there: apart from its neighbours, the bracket closed. */
export function withinBrackets(
  { glued, runsOn }: CitationContext,
  { separatorBefore, separatorAfter, end }: NonNullable<CitationContext['bracket']>,
  key: string,
  locator?: string,
): WrittenKey {
  const before = separatorBefore !== undefined ? '; ' : glued ? ' ' : ''
  const citation = `${before}${locator === undefined ? key : `${key}, ${locator}`}`
  const after = separatorAfter ? '; ' : end === undefined ? ']' : runsOn ? ' ' : ''
  return { text: citation + after, caret: citation.length }
}

/** Whether Pandoc reads a key at `context`, which is in no brackets, only in brackets of its own. */
export function mustBeBracketed({ before, after, glued }: CitationContext): boolean {
  return glued || before === 'letter' || after === 'letter'
}

function enclosed(opening: string, inside: string): WrittenKey {
  const written = `${opening}${inside}`
  return { text: `${written}]`, caret: written.length }
}

function atEnd(text: string): WrittenKey {
  return { text, caret: text.length }
}

/**
 * The edit that adds `added` (`@key` or `@key, p. 3`) behind `citation`: to its group, to the brackets
 * behind a narrative citation, or in brackets of its own there, which Pandoc reads as one citation.
 */
export function citeBeside({ span, form, suffixSpan }: Citation, added: string): TextEdit {
  if (form === 'bracketed') return insertion(span.end, `; ${added}`)
  return suffixSpan === undefined
    ? insertion(span.end, ` [${added}]`)
    : insertion(suffixSpan.end, `; ${added}`)
}

/**
 * The edit that adds `locator` to `citation`: right behind its key in brackets, first in the brackets
 * behind a narrative citation, else in brackets of its own. `undefined` where these would be a link: a
 * parenthesis follows in `source`.
 */
export function addLocator(
  { form, keySpan, braced, span, suffixSpan }: Citation,
  locator: string,
  source: Text,
): TextEdit | undefined {
  if (form === 'bracketed') {
    return insertion(braced ? keySpan.end + 1 : keySpan.end, `, ${locator}`)
  }
  if (suffixSpan !== undefined) return insertion(suffixSpan.start, `${locator}, `)
  const isFollowed = source.slice(span.end, span.end + 1) === '('
  return isFollowed ? undefined : insertion(span.end, ` [${locator}]`)
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text }
}
