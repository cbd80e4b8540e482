import {
  backslash,
  backtick,
  closeBracket,
  closeParenthesis,
  dollar,
  exclamation,
  isAsciiPunctuation,
  isDigit,
  isWhite,
  lessThan,
  openBracket,
  openParenthesis,
} from './characters.ts'
import { autolinkEnd, HtmlFinder } from './htmlTags.ts'
import { destinationEnd, labelEnd, normaliseLabel, skipWhite, TitleEnds } from './linkParts.ts'
import { RunFinder } from './runs.ts'
import type { Span } from '../text/span.ts'

/** What within a paragraph is no prose. */
export type HiddenKind = 'code' | 'maths' | 'html' | 'autolink' | 'linkDestination'

/** A range of a block's text that is no prose, as offsets in that text. */
export interface HiddenRange extends Span {
  readonly kind: HiddenKind
}

interface Opener {
  /** Offset of the text within the brackets. */
  readonly text: number
  readonly isImage: boolean
  /** Whether another bracket opened within; such a text is no label. */
  nested: boolean
}

/**
 * The ranges of `text`, a paragraph's, that are no prose, in ascending order, none overlapping: code,
 * maths, tags and comments, addresses in angle brackets, and destinations, titles and labels of links
 * (CommonMark 6; single-dollar maths as in Pandoc's manual, "tex_math_dollars"). Linear.
 */
export function hiddenRanges(text: string, labels: ReadonlySet<string>): readonly HiddenRange[] {
  return new InlineScanner(text, labels).scan()
}

class InlineScanner {
  readonly #text: string
  readonly #labels: ReadonlySet<string>
  readonly #hidden: HiddenRange[] = []
  readonly #openers: Opener[] = []
  readonly #html: HtmlFinder
  readonly #titles = new TitleEnds()
  readonly #backticks: RunFinder
  readonly #dollars: RunFinder
  /** Openers of links below this place of the stack are within none any more: links do not nest. */
  #inactiveBelow = 0

  constructor(text: string, labels: ReadonlySet<string>) {
    this.#text = text
    this.#labels = labels
    this.#html = new HtmlFinder(text)
    this.#backticks = new RunFinder(text, '`')
    this.#dollars = new RunFinder(text, '$')
  }

  scan(): readonly HiddenRange[] {
    for (let at = 0; at < this.#text.length;) at = this.#step(at)
    return this.#hidden
  }

  /** Reads what begins at `at`; returns where to go on. */
  #step(at: number): number {
    switch (this.#text.charCodeAt(at)) {
      case backslash:
        return at + (isAsciiPunctuation(this.#text.charCodeAt(at + 1)) ? 2 : 1)
      case backtick:
        return this.#run(at, this.#backticks, 'code')
      case dollar:
        return this.#text.charCodeAt(at + 1) === dollar
          ? this.#run(at, this.#dollars, 'maths')
          : this.#maths(at)
      case lessThan:
        return this.#angle(at)
      case exclamation:
        return this.#text.charCodeAt(at + 1) === openBracket ? this.#open(at + 2, true) : at + 1
      case openBracket:
        return this.#open(at + 1, false)
      case closeBracket:
        return this.#close(at)
      default:
        return at + 1
    }
  }

  #hide(kind: HiddenKind, start: number, end: number): number {
    if (end > start) this.#hidden.push({ kind, start, end })
    return end
  }

  /** Code or mathematics between two runs of equal length (CommonMark 6.1). */
  #run(start: number, runs: RunFinder, kind: HiddenKind): number {
    const length = runs.lengthAt(start)
    const closing = runs.next(start + length, length)
    return closing === -1 ? start + length : this.#hide(kind, start, closing + length)
  }

  /**
   * Mathematics between single dollars, as Pandoc has it: no space behind the first, none before the
   * last, no digit behind the last. `$500 billion and $20 million` is none.
   */
  #maths(start: number): number {
    const text = this.#text
    if (isWhite(text.charCodeAt(start + 1))) return start + 1
    const closing = this.#nextDollar(start + 1)
    const isMaths =
      closing !== -1 &&
      !isWhite(text.charCodeAt(closing - 1)) &&
      !isDigit(text.charCodeAt(closing + 1))
    return isMaths ? this.#hide('maths', start, closing + 1) : start + 1
  }

  #nextDollar(from: number): number {
    for (let at = this.#text.indexOf('$', from); at !== -1; at = this.#text.indexOf('$', at + 1)) {
      if (this.#text.charCodeAt(at - 1) !== backslash) return at
    }
    return -1
  }

  #angle(start: number): number {
    const address = autolinkEnd(this.#text, start)
    if (address !== -1) return this.#hide('autolink', start, address)
    const html = this.#html.end(start)
    return html === -1 ? start + 1 : this.#hide('html', start, html)
  }

  #open(text: number, isImage: boolean): number {
    const outer = this.#openers.at(-1)
    if (outer !== undefined) outer.nested = true
    this.#openers.push({ text, isImage, nested: false })
    return text
  }

  #close(at: number): number {
    const opener = this.#openers.pop()
    const depth = this.#openers.length
    if (opener === undefined) return at + 1
    const isActive = opener.isImage || depth >= this.#inactiveBelow
    this.#inactiveBelow = Math.min(this.#inactiveBelow, depth)
    const end = isActive ? this.#linkEnd(opener, at) : -1
    if (end === -1) return at + 1
    if (!opener.isImage) this.#inactiveBelow = depth
    return end
  }

  /** The offset behind the link or image whose text closes at `close`, its parts hidden; -1 when it is none. */
  #linkEnd(opener: Opener, close: number): number {
    const next = this.#text.charCodeAt(close + 1)
    const inline = next === openParenthesis ? this.#inlineEnd(close + 2) : -1
    if (inline !== -1) return this.#hide('linkDestination', close + 2, inline - 1) + 1
    const label = next === openBracket ? labelEnd(this.#text, close + 1) : -1
    if (label !== -1) {
      const isLink = this.#isLabel(close + 2, label - 1)
      return isLink ? this.#hide('linkDestination', close + 2, label - 1) + 1 : -1
    }
    if (opener.nested || !this.#isLabel(opener.text, close)) return -1
    return this.#text.startsWith('[]', close + 1) ? close + 3 : close + 1
  }

  #isLabel(start: number, end: number): boolean {
    return (
      this.#labels.size > 0 &&
      end - start <= 999 &&
      this.#labels.has(normaliseLabel(this.#text.slice(start, end)))
    )
  }

  /** The offset behind the `)` of destination and title that begin at `start`, or -1 (CommonMark 6.3). */
  #inlineEnd(start: number): number {
    const text = this.#text
    const destination = destinationEnd(text, skipWhite(text, start))
    if (destination === -1) return -1
    const white = skipWhite(text, destination)
    if (text.charCodeAt(white) === closeParenthesis) return white + 1
    const title = white === destination ? -1 : this.#titles.find(text, white)
    if (title === -1) return -1
    const end = skipWhite(text, title)
    return text.charCodeAt(end) === closeParenthesis ? end + 1 : -1
  }
}
