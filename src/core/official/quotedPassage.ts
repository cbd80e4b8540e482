import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import { sliceSpan } from '../text/span.ts'
import { pagesOfSpan, printedPages, type OfficialText } from './officialText.ts'

/** What the issuer says in a provision, word for word. */
export interface QuotedPassage {
  /** Its own paragraphs, parted by two line feeds; not those of the provisions below it. */
  readonly text: string
  /** The printed pages that it stands on, where they are known. */
  readonly pages?: Pages
}

/** The passage of `provision` in the official text of its instrument; `undefined` where it has none. */
export function quotedPassage(
  official: OfficialText,
  provision: Provision,
  corpus: Corpus,
): QuotedPassage | undefined {
  const passage = official.passages.get(provision.key)
  if (passage === undefined || passage.own.start === passage.own.end) return undefined
  const instrument = instrumentOf(corpus, provision.key)
  const filePages = pagesOfSpan(official, passage.own)
  const pages = filePages && instrument && printedPages(instrument, filePages)
  return { text: sliceSpan(official.text, passage.own), ...(pages && { pages }) }
}
