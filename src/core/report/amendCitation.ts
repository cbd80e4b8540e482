import { citationOf, commaIn, groupStyle, type CitingFormat } from '../citation/citationForm.ts'
import {
  groupParts,
  inBrackets,
  inGroup,
  inSentence,
  type CitationText,
} from '../citation/citationText.ts'
import { formatCitation } from '../citation/format.ts'
import { leadsTo } from '../citation/meaning.ts'
import { readLocator } from '../citation/locator.ts'
import { hasSentenceAuthor, namedInSentence } from '../citation/sentenceName.ts'
import { instrumentOf } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Citation } from '../pandoc/syntax.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Text } from '../text/text.ts'
import { besideIn } from './citingFormat.ts'
import type { Report } from './report.ts'

/**
 * The edit that cites `provisions` beside `citation`: in its group, in the brackets behind a narrative
 * citation, or in brackets of their own there, which Pandoc reads as one citation.
 */
export function citeBeside(
  report: Report,
  citation: Citation,
  provisions: readonly Provision[],
  format: CitingFormat,
): TextEdit {
  const { form, span, suffixSpan } = citation
  const parts = groupParts(provisions.map((provision) => citationOf(provision, format)))
  if (form === 'bracketed') return joined(report, span.end, parts)
  if (suffixSpan !== undefined) return joined(report, suffixSpan.end, parts)
  if (span.end > endOfKey(citation)) return insertion(span.end - 1, parts)
  const { after } = besideIn(report, span.end, span.end)
  const options = { ...format, before: '', after }
  const text = formatCitation(provisions, groupStyle(format.style), options)
  return insertion(span.end, ` ${text}`)
}

/** `parts` behind what ends at `end`, in place of a comma there that nothing follows. */
function joined({ source }: Report, end: number, parts: string): TextEdit {
  const open = /[,，、]\s*$/u.exec(source.slice(Math.max(0, end - longestJoint), end))
  return { span: { start: end - (open?.[0].length ?? 0), end }, text: `; ${parts}` }
}

/** A comma and blanks before a part that is added are no longer, in UTF-16 units. */
const longestJoint = 20

/** The edit that cites `provision` in place of `citation`, with its page where that one had one; in brackets where Pandoc did not see it. */
export function citeInstead(
  report: Report,
  citation: Citation,
  provision: Provision,
  format: CitingFormat,
): TextEdit {
  const { span, form, suppressAuthor } = citation
  const withPage = readLocator(report.suffixOf(citation).text).pages.length > 0
  const written = { ...citationOf(provision, { ...format, withPage }), suppressAuthor }
  switch (form) {
    case 'bracketed':
      return { span, text: inGroup(written) }
    case 'narrative':
      return { span, text: insteadInSentence(provision, written, format) }
    case 'glued':
      return { span, text: inBrackets([written]) }
  }
}

/** A citation that is a part of its sentence; where that cannot bear the author, its name and brackets. */
function insteadInSentence(
  provision: Provision,
  written: CitationText,
  { corpus, language }: CitingFormat,
): string {
  const isBorne = written.suppressAuthor === true || hasSentenceAuthor(provision, corpus, language)
  return isBorne ? inSentence(written) : namedInSentence(provision, [written], corpus, language)
}

/**
 * The edit that makes `citation` name `provision`, and leaves what else is said in it: another key in
 * place of its own, and the place in words behind its page in a style that writes it so, unless what
 * stands there would then be read as something else.
 */
export function citeByOtherKey(
  report: Report,
  citation: Citation,
  provision: Provision,
  format: CitingFormat,
): TextEdit {
  const { key, locator } = citationOf(provision, { ...format, withPage: false })
  const added =
    key === provision.key || locator === undefined || citation.form === 'glued'
      ? undefined
      : addPlace(report, citation, provision, locator, format)
  const { start, end } = citation.keySpan
  if (added === undefined) return { span: { start, end }, text: provision.key }
  const at = added.span.start
  return { span: { start, end: at }, text: key + report.source.slice(end, at) + added.text }
}

/** The edit that adds `locator` behind the page of `citation`; none where it would not lead to `provision`. */
function addPlace(
  report: Report,
  citation: Citation,
  provision: Provision,
  locator: string,
  { corpus, language }: CitingFormat,
): TextEdit | undefined {
  const { text, start } = report.suffixOf(citation)
  const { pages, steps } = readLocator(text)
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined || steps.length > 0) return undefined
  const page = pages.at(-1)?.wholeSpan.end
  const added = commaIn(language) + locator
  const suffix = text.slice(0, page ?? 0) + added + text.slice(page ?? 0)
  if (!leadsTo(provision, instrument, suffix, corpus)) return undefined
  return page === undefined
    ? addLocator(citation, locator, report.source)
    : insertion(start + page, added)
}

/**
 * The edit that adds `locator` to `citation`: right behind its key in brackets, first in the brackets
 * behind a narrative citation, else in brackets of its own. `undefined` where these would be a link: a
 * parenthesis follows in `source`.
 */
export function addLocator(
  citation: Citation,
  locator: string,
  source: Text,
): TextEdit | undefined {
  const { form, span, suffixSpan } = citation
  if (form === 'bracketed') return insertion(endOfKey(citation), `, ${locator}`)
  if (suffixSpan !== undefined) return insertion(suffixSpan.start, `${locator}, `)
  const isFollowed = source.slice(span.end, span.end + 1) === '('
  return isFollowed ? undefined : insertion(span.end, ` [${locator}]`)
}

/** The end of the key of `citation` with its brace. */
export function endOfKey({ keySpan, braced }: Citation): number {
  return keySpan.end + (braced ? 1 : 0)
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text }
}
