import {
  atSign,
  backslash,
  colon,
  dollarSign,
  exclamationMark,
  fullStop,
  graveAccent,
  greaterThan,
  hyphen,
  isAlphanumeric,
  isBlank,
  isControl,
  isDigit,
  isLetter,
  leftBracket,
  lessThan,
  plusSign,
  rightBracket,
  skipRun,
  space,
} from '../text/characters.ts'
import { attributesEnd } from './attributes.ts'
import { footnoteLabelEnd } from './containers.ts'
import type { Definitions } from './definitions.ts'
import {
  beginsDeclaration,
  declarationSort,
  opensVerbatimElement,
  scanDeclaration,
  scanTag,
  verbatimEndTag,
} from './html.ts'
import { longestLabel, normaliseLabel, ResourceScanner, scanLabel } from './links.ts'
import { MarkerRuns } from './markerRuns.ts'
import { TexScanner } from './rawTex.ts'

/** What a part of a block is that is no prose. */
export type InlineKind =
  'code' | 'html' | 'maths' | 'tex' | 'linkDestination' | 'autolink' | 'attributes'

/** A part of a text that is no prose; offsets are in that text. */
export interface Inset {
  readonly kind: InlineKind
  readonly start: number
  readonly end: number
  /** Whether it runs to the end of an HTML block because nothing closes it. */
  readonly isUnclosed: boolean
}

interface Opener {
  /** Behind the bracket. */
  readonly end: number
  readonly isImage: boolean
}

/**
 * The parts of `text` that are no prose, in order, none overlapping. `text` is the text of one block
 * without the prefixes of its containers; `isHtml` says that it is an HTML block, whose comments and
 * verbatim elements run to its end where nothing closes them. Linear (CommonMark 0.31, section 6).
 */
export function findInsets(
  text: string,
  definitions: Definitions,
  isHtml: boolean,
): readonly Inset[] {
  const scanner = new InlineScanner(text, definitions, isHtml)
  scanner.scan()
  return scanner.insets
}

class InlineScanner {
  readonly insets: Inset[] = []
  readonly #text: string
  readonly #definitions: Definitions
  readonly #isHtml: boolean
  /** What may begin or end something that is no prose. */
  readonly #marks = /[!$<[\\\]`]/g
  readonly #codeRuns: MarkerRuns
  readonly #dollarRuns: MarkerRuns
  readonly #resources: ResourceScanner
  readonly #tex: TexScanner
  readonly #openers: Opener[] = []
  /** Openers of links below this index stand around another link, so that they can be none. */
  #activeFrom = 0
  /** Behind the last bracket that was read as one. */
  #lastBracket = 0
  /** From here on nothing closes display maths. */
  #lastDisplay = Infinity
  /** The declarations of which no end is ahead, by their ends. */
  readonly #endless = new Set<string>()

  constructor(text: string, definitions: Definitions, isHtml: boolean) {
    this.#text = text
    this.#definitions = definitions
    this.#isHtml = isHtml
    this.#codeRuns = new MarkerRuns(text, graveAccent)
    this.#dollarRuns = new MarkerRuns(text, dollarSign)
    this.#resources = new ResourceScanner(text)
    this.#tex = new TexScanner(text)
  }

  scan(): void {
    for (let at = this.#nextMark(0); at !== -1; at = this.#nextMark(this.#read(at)));
  }

  #nextMark(from: number): number {
    this.#marks.lastIndex = from
    return this.#marks.test(this.#text) ? this.#marks.lastIndex - 1 : -1
  }

  /** Reads what begins at `at`; returns where to read on. */
  #read(at: number): number {
    switch (this.#text.charCodeAt(at)) {
      case backslash:
        return this.#readBackslash(at)
      case graveAccent:
        return this.#readCode(at)
      case dollarSign:
        return this.#readMaths(at)
      case lessThan:
        return this.#readAngle(at)
      case leftBracket:
        return this.#readOpener(at, false)
      case exclamationMark:
        return this.#text.charCodeAt(at + 1) === leftBracket
          ? this.#readOpener(at + 1, true)
          : at + 1
      default:
        return this.#readCloser(at)
    }
  }

  #add(kind: InlineKind, start: number, end: number): number {
    if (end > start) this.insets.push({ kind, start, end, isUnclosed: false })
    return end
  }

  #addUnclosed(start: number): number {
    const end = this.#text.length
    this.insets.push({ kind: 'html', start, end, isUnclosed: true })
    return end
  }

  #readBackslash(start: number): number {
    if (isPunctuation(this.#text.charCodeAt(start + 1))) return start + 2
    const end = this.#tex.end(start)
    return end === -1 ? start + 1 : this.#add('tex', start, end)
  }

  /** Code, with the attributes behind. */
  #readCode(start: number): number {
    const code = this.#codeRuns.span(start)
    if (code === undefined) return skipRun(this.#text, start, this.#text.length, graveAccent)
    return this.#add('code', code.start, attributesEnd(this.#text, code.end))
  }

  /** Maths in a line: from one dollar to the next that stands alone. */
  #readSingle(start: number): number {
    const close = this.#closingDollar(start + 1)
    const isMaths = close !== -1 && this.#isMaths(start, close)
    return isMaths ? this.#add('maths', start, close + 1) : start + 1
  }

  /** The first dollar from `from` on that stands alone and that no backslash escapes. */
  #closingDollar(from: number): number {
    let dollar = this.#dollarRuns.next(1, from)
    while (dollar !== -1 && this.#isEscaped(dollar)) dollar = this.#dollarRuns.next(1, dollar + 1)
    return dollar
  }

  #isEscaped(at: number): boolean {
    let start = at
    while (this.#text.charCodeAt(start - 1) === backslash) start -= 1
    return (at - start) % 2 === 1
  }

  #readMaths(start: number): number {
    const isDisplay = this.#text.charCodeAt(start + 1) === dollarSign
    return isDisplay ? this.#readDisplay(start) : this.#readSingle(start)
  }

  /** Display maths: from two dollars to the next two, whatever stands between. */
  #readDisplay(start: number): number {
    const close = start < this.#lastDisplay ? this.#text.indexOf('$$', start + 3) : -1
    if (close !== -1) return this.#add('maths', start, close + 2)
    this.#lastDisplay = Math.min(this.#lastDisplay, start)
    return start + 2
  }

  /**
   * Pandoc's rule for `$…$` (manual, "Extension: tex_math_dollars"), beside remark-math's: no blank
   * within the dollars, no digit behind them. Else two amounts of money would hide what is between.
   */
  #isMaths(open: number, close: number): boolean {
    const text = this.#text
    return (
      !isBlank(text.charCodeAt(open + 1)) &&
      !isBlank(text.charCodeAt(close - 1)) &&
      !isDigit(text.charCodeAt(close + 1))
    )
  }

  #readAngle(start: number): number {
    const autolinkEnd = scanAutolink(this.#text, start)
    if (autolinkEnd !== -1) return this.#readAttributes(this.#add('autolink', start, autolinkEnd))
    if (beginsDeclaration(this.#text, start)) return this.#readDeclaration(start)
    return this.#readTag(start)
  }

  #readTag(start: number): number {
    const length = this.#text.length
    const tagEnd = scanTag(this.#text, start, length)
    if (tagEnd === -1 && !this.#isHtml) return start + 1
    if (!opensVerbatimElement(this.#text, start)) {
      return tagEnd === -1 ? start + 1 : this.#add('html', start, tagEnd)
    }
    const elementEnd = verbatimEndTag(this.#text, start, length)
    return elementEnd === -1 ? this.#addUnclosed(start) : this.#add('html', start, elementEnd)
  }

  #readDeclaration(start: number): number {
    const sort = declarationSort(this.#text, start)
    const end = this.#endless.has(sort) ? -2 : scanDeclaration(this.#text, start)
    if (end >= 0) return this.#add('html', start, end)
    if (end === -2 && this.#isHtml) return this.#addUnclosed(start)
    if (end === -2) this.#endless.add(sort)
    return start + 1
  }

  /** Reads `[` at `at`, or the one of `![`. */
  #readOpener(at: number, isImage: boolean): number {
    const noteEnd = isImage ? -1 : this.#footnoteReferenceEnd(at)
    if (noteEnd !== -1) {
      // The `^` stays, by which citations tell a note behind them from their own brackets.
      this.#add('linkDestination', at + 2, noteEnd - 1)
      return noteEnd
    }
    this.#openers.push({ end: at + 1, isImage })
    this.#lastBracket = at + 1
    return at + 1
  }

  #footnoteReferenceEnd(start: number): number {
    if (this.#definitions.footnotes.size === 0) return -1
    const end = footnoteLabelEnd(this.#text, start, this.#text.length)
    if (end === -1) return -1
    return this.#definitions.footnotes.has(normaliseLabel(this.#text.slice(start + 2, end - 1)))
      ? end
      : -1
  }

  /** Section 6.3, and "look for link or image" of the appendix on parsing. */
  #readCloser(at: number): number {
    const opener = this.#openers.pop()
    const isActive =
      opener !== undefined && (opener.isImage || this.#openers.length >= this.#activeFrom)
    this.#activeFrom = Math.min(this.#activeFrom, this.#openers.length)
    const end = isActive ? this.#referenceEnd(opener, at) : -1
    this.#lastBracket = at + 1
    if (opener === undefined) return at + 1
    if (end === -1 && opener.isImage) return this.#readNoteAfterMark(opener, at)
    if (end !== -1 && !opener.isImage) this.#activeFrom = this.#openers.length
    return this.#readAttributes(end === -1 ? at + 1 : end)
  }

  /** The braces of attributes stay, what is within them is no prose. */
  #readAttributes(start: number): number {
    const end = attributesEnd(this.#text, start)
    if (end > start) this.#add('attributes', start + 1, end - 1)
    return end
  }

  /** `![^label]` that is no image is an exclamation mark and a reference to a note. */
  #readNoteAfterMark(opener: Opener, close: number): number {
    if (this.#footnoteReferenceEnd(opener.end - 1) !== close + 1) return close + 1
    while ((this.insets.at(-1)?.start ?? -1) >= opener.end) this.insets.pop()
    this.#add('linkDestination', opener.end + 1, close)
    return close + 1
  }

  /** Where the link ends whose text ends with the `]` at `close`; -1 where it is none. */
  #referenceEnd(opener: Opener, close: number): number {
    const isDefined = this.#isDefined(opener, close)
    const next = this.#text.charCodeAt(close + 1)
    const resourceEnd = this.#resources.scan(close + 1)
    if (resourceEnd !== -1) return this.#addWithin(close + 1, resourceEnd)
    if (next === leftBracket) return this.#labelledEnd(close + 1, isDefined)
    return isDefined ? close + 1 : -1
  }

  #labelledEnd(start: number, isDefined: boolean): number {
    const labelEnd = scanLabel(this.#text, start)
    if (labelEnd !== -1 && this.#hasLabel(start + 1, labelEnd - 1))
      return this.#addWithin(start, labelEnd)
    return isDefined && this.#text.charCodeAt(start + 1) === rightBracket ? start + 2 : -1
  }

  /** The brackets or parentheses stay, what is within them is no prose. */
  #addWithin(start: number, end: number): number {
    this.#add('linkDestination', start + 1, end - 1)
    return end
  }

  #isDefined(opener: Opener, close: number): boolean {
    return this.#lastBracket <= opener.end && this.#hasLabel(opener.end, close)
  }

  #hasLabel(start: number, end: number): boolean {
    const { links } = this.#definitions
    if (links.size === 0 || end - start > longestLabel) return false
    return links.has(normaliseLabel(this.#text.slice(start, end)))
  }
}

/** ASCII punctuation: what a backslash escapes (section 2.4). */
function isPunctuation(code: number): boolean {
  return code > space && code < 0x7f && !isAlphanumeric(code)
}

/** The offset behind the autolink that begins at `start` (section 6.5), or -1. */
function scanAutolink(text: string, start: number): number {
  const addressEnd = scanUriAutolink(text, start)
  return addressEnd === -1 ? scanEmailAutolink(text, start) : addressEnd
}

const longestScheme = 32

function scanUriAutolink(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start + 1))) return -1
  let at = start + 2
  while (isSchemeCharacter(text.charCodeAt(at)) && at - start - 1 <= longestScheme) at += 1
  const length = at - start - 1
  if (length < 2 || length > longestScheme || text.charCodeAt(at) !== colon) return -1
  for (at += 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === greaterThan) return at + 1
    if (code === lessThan || code === space || isControl(code)) return -1
  }
  return -1
}

function isSchemeCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === plusSign || code === fullStop || code === hyphen
}

function scanEmailAutolink(text: string, start: number): number {
  let at = start + 1
  while (isMailboxCharacter(text.charCodeAt(at))) at += 1
  if (at === start + 1 || text.charCodeAt(at) !== atSign) return -1
  do {
    at = domainLabelEnd(text, at + 1)
    if (at === -1) return -1
  } while (text.charCodeAt(at) === fullStop)
  return text.charCodeAt(at) === greaterThan ? at + 1 : -1
}

const longestDomainLabel = 63

/** The end of the letters, digits and inner hyphens from `start` on; -1 where there are none or too many. */
function domainLabelEnd(text: string, start: number): number {
  let at = start
  while (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === hyphen) at += 1
  const isLabel = at > start && at - start <= longestDomainLabel
  return isLabel &&
    isAlphanumeric(text.charCodeAt(start)) &&
    isAlphanumeric(text.charCodeAt(at - 1))
    ? at
    : -1
}

/** Section 6.5 without its `!`, as remark-parse reads it: `<!--a@b.example>` is no address. */
function isMailboxCharacter(code: number): boolean {
  return isAlphanumeric(code) || ".#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(code))
}
