import { closeBracket, colon, lineFeed, openBracket, skipBlanks } from './characters.ts'
import { destinationEnd, labelEnd, normaliseLabel, skipWhite, TitleEnds } from './linkParts.ts'

/** The link reference definitions that begin a paragraph: where they end, behind a line ending, and their labels. */
export interface Definitions {
  readonly end: number
  readonly labels: readonly string[]
}

/**
 * Labels that Pandoc takes for something else: `[^1]:` is a footnote, whose text is prose, and
 * `[@key]` a citation even where a definition has that label.
 */
const noLabel = /^(?:\^|-?@)/u

/** The definitions at the beginning of `text`, a paragraph (CommonMark 4.7). Linear. */
export function readDefinitions(text: string): Definitions {
  const labels: string[] = []
  const titles = new TitleEnds()
  let end = 0
  while (text.charCodeAt(end) === openBracket) {
    const label = labelEnd(text, end)
    const next = label === -1 ? -1 : definitionEnd(text, label, titles)
    if (next === -1 || noLabel.test(text.slice(end + 1, end + 3))) break
    labels.push(normaliseLabel(text.slice(end + 1, label - 1)))
    end = next
  }
  return { end, labels }
}

/** The offset behind the definition whose label ends at `label`, and its line ending; -1 when it is none. */
function definitionEnd(text: string, label: number, titles: TitleEnds): number {
  if (text.charCodeAt(label - 1) !== closeBracket || text.charCodeAt(label) !== colon) return -1
  const start = skipWhite(text, label + 1)
  const destination = destinationEnd(text, start)
  if (destination === -1 || destination === start) return -1
  const titleStart = skipWhite(text, destination)
  const title = titleStart === destination ? -1 : titles.find(text, titleStart)
  const withTitle = title === -1 ? -1 : lineEndAfter(text, title)
  return withTitle === -1 ? lineEndAfter(text, destination) : withTitle
}

/** The offset of the next line's content when only blanks stand before the line ending; the text's end counts as one. */
function lineEndAfter(text: string, offset: number): number {
  const end = skipBlanks(text, offset)
  if (end >= text.length) return text.length
  return text.charCodeAt(end) === lineFeed ? skipBlanks(text, end + 1) : -1
}
