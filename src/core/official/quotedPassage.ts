import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import { greatestOf, leastOf } from '../text/lists.ts'
import { sliceSpan, type Span } from '../text/span.ts'
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
  const text = sliceSpan(official.text, passage.own)
  const whole = { start: 0, end: text.length }
  return { text, ...quotedPages(official, provision, [whole], corpus) }
}

/**
 * The printed pages that `spans` of the passage of `provision` stand on, from the first to the last; none
 * where there is no passage, no span, or where the pages are not known.
 */
export function quotedPages(
  official: OfficialText,
  { key }: Provision,
  spans: readonly Span[],
  corpus: Corpus,
): { readonly pages?: Pages } {
  const passage = official.passages.get(key)
  const instrument = instrumentOf(corpus, key)
  if (passage === undefined || instrument === undefined || spans.length === 0) return {}
  const { start } = passage.own
  const filePages = pagesOfSpan(official, {
    start: start + leastOf(spans.map((span) => span.start)),
    end: start + greatestOf(spans.map((span) => span.end)),
  })
  const pages = filePages && printedPages(instrument, filePages)
  return pages === undefined ? {} : { pages }
}
