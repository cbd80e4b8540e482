import { pageBeforePlace, pageLocator } from '../citation/citationForm.ts'
import type { Place } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { addLocator } from '../report/amendCitation.ts'
import { namedPlaceAt, reportLanguage, termLanguage, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** The printed pages of what is cited, as a locator, and the edit that adds them. */
export interface AddedPage {
  /** `p. 3`, `页 3`, `第 3 页`, `3`: see {@link pageLocator} and {@link pageBeforePlace}. */
  readonly locator: string
  readonly edit: TextEdit
}

/**
 * The page that the citation at `offset` lacks. `undefined` where none is named there, the corpus knows no
 * page of what it names, or it names one.
 */
export function pageToAdd(report: Report, corpus: Corpus, offset: number): AddedPage | undefined {
  const found = namedPlaceAt(report, corpus, offset)
  if (found === undefined || found.citation.form === 'glued') return undefined
  const { citation, place } = found
  const locator = pageOf(place, report)
  if (locator === undefined || place.pages.length > 0) return undefined
  const edit = addLocator(citation, locator, report.source)
  return edit && { locator, edit }
}

/** As it stands before a place in words, or alone behind the key of what is cited. */
function pageOf({ by, provision }: Place, report: Report): string | undefined {
  const terms = termLanguage(report)
  if (by === 'key') return pageLocator(provision, terms)
  return pageBeforePlace(provision, reportLanguage(report) ?? 'en', terms)
}
