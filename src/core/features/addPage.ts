import { readLocator } from '../citation/locator.ts'
import type { Citation } from '../citation/syntax.ts'
import { pageLocator } from '../citation/writeKey.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { provisionAt, reportLanguage, suffixOf, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Text } from '../text/text.ts'

/** The printed pages of what is cited, as a locator, and the edit that adds them. */
export interface AddedPage {
  /** `p. 3`, `页 3`, `3`: see {@link pageLocator}. */
  readonly locator: string
  readonly edit: TextEdit
}

/**
 * The page that the citation at `offset` lacks. `undefined` where no key touches it, the corpus knows no
 * page of what it names, or it names one.
 */
export function pageToAdd(report: Report, corpus: Corpus, offset: number): AddedPage | undefined {
  const found = provisionAt(report, corpus, offset)
  if (found === undefined || found.citation.form === 'glued') return undefined
  const { citation, provision } = found
  const locator = pageLocator(provision, reportLanguage(report) ?? 'en')
  if (locator === undefined) return undefined
  if (readLocator(suffixOf(report, citation).text).pages.length > 0) return undefined
  const edit = placeFor(citation, locator, report.source)
  return edit && { locator, edit }
}

/** Behind the key in brackets, first in the brackets behind a narrative citation, or in brackets of its own. */
function placeFor(
  { form, keySpan, braced, span, suffixSpan }: Citation,
  locator: string,
  source: Text,
): TextEdit | undefined {
  if (form === 'bracketed') {
    return insertion(braced ? keySpan.end + 1 : keySpan.end, `, ${locator}`)
  }
  if (suffixSpan !== undefined) return insertion(suffixSpan.start, `${locator}, `)
  // Brackets before a parenthesis would be a link.
  return source.slice(span.end, span.end + 1) === '('
    ? undefined
    : insertion(span.end, ` [${locator}]`)
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text }
}
