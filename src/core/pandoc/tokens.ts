import { widthAt } from '../text/characters.ts'
import { hasSuppressingHyphen, isGluedAt } from './hiddenMarkers.ts'
import { keyEndAt, matchKeyBraces } from './keySyntax.ts'
import {
  isAsciiLetterOrDigit,
  isBlankAt,
  letterOrDigitAt,
  letterOrDigitBefore,
} from './lettersAndDigits.ts'

/** `@key` with its marker, wherever one can be written. Offsets are in the mask. */
export interface KeyToken {
  readonly kind: 'key'
  /** Of the marker: `@`, `-@`, `@{`, `-@{`. */
  readonly start: number
  readonly keyStart: number
  readonly keyEnd: number
  /** After the key and its closing brace. */
  readonly end: number
  readonly suppressAuthor: boolean
  readonly braced: boolean
  /** Whether what stands before hides it from Pandoc: a letter, a digit, a full stop. */
  readonly glued: boolean
}

/** `[`, `]` or `;`, not escaped. An opening bracket after `^` is a note's. */
export interface MarkToken {
  readonly kind: 'open' | 'openLiteral' | 'close' | 'semicolon'
  readonly start: number
  readonly end: number
}

/** What can begin or end emphasis, strikeout or a quotation. Equal `sort`s close each other. */
export interface DelimiterToken {
  readonly kind: 'delimiter'
  readonly start: number
  readonly end: number
  readonly sort: string
  readonly canOpen: boolean
  readonly canClose: boolean
}

/** Full-width punctuation that looks like what Pandoc wants in ASCII: `；`, `［`, `【`, `］`, `】`. */
export interface WideToken {
  readonly kind: 'wideSemicolon' | 'wideOpen' | 'wideClose'
  readonly start: number
  readonly end: number
}

export type Token = KeyToken | MarkToken | DelimiterToken | WideToken

const wideKinds: ReadonlyMap<string, WideToken['kind']> = new Map([
  ['；', 'wideSemicolon'],
  ['［', 'wideOpen'],
  ['【', 'wideOpen'],
  ['］', 'wideClose'],
  ['】', 'wideClose'],
])

/** 1 for each UTF-16 unit that can begin a token or is skipped with what follows it. */
const special = new Uint8Array(0x10000)
for (const mark of '\\[];@*_~"\'&；［【］】') special[mark.charCodeAt(0)] = 1

/** Everything in `mask` that matters to citations, in order. Linear in the length of `mask`. */
export function tokenize(mask: string): readonly Token[] {
  const tokenizer = new Tokenizer(mask)
  for (let offset = 0; offset < mask.length;) {
    offset = special[mask.charCodeAt(offset)] === 1 ? tokenizer.step(offset) : offset + 1
  }
  return tokenizer.tokens
}

class Tokenizer {
  readonly tokens: Token[] = []
  readonly #mask: string
  readonly #braces: ReadonlyMap<number, number>
  #lastKeyEnd = 0
  #lastEscapeEnd = -1

  constructor(mask: string) {
    this.#mask = mask
    this.#braces = matchKeyBraces(mask)
  }

  /** Reads what begins at `offset` and returns the offset after it. */
  step(offset: number): number {
    switch (this.#mask.charAt(offset)) {
      case '\\':
        this.#lastEscapeEnd = offset + 2
        return offset + 2
      case '[':
        return this.#open(offset)
      case ']':
        return this.#mark('close', offset)
      case ';':
        return this.#mark('semicolon', offset)
      case '@':
        return this.#key(offset)
      case '&':
        return entityEnd(this.#mask, offset)
      case '*':
      case '_':
      case '~':
        return this.#emphasis(offset)
      default:
        return this.#wide(offset) ?? this.#quote(offset)
    }
  }

  #wide(start: number): number | undefined {
    const kind = wideKinds.get(this.#mask.charAt(start))
    if (kind === undefined) return undefined
    this.tokens.push({ kind, start, end: start + 1 })
    return start + 1
  }

  #mark(kind: MarkToken['kind'], start: number): number {
    this.tokens.push({ kind, start, end: start + 1 })
    return start + 1
  }

  #open(offset: number): number {
    const before = offset === this.#lastEscapeEnd ? '' : this.#mask[offset - 1]
    if (before === '^') return this.#mark('openLiteral', offset)
    return noteReferenceEnd(this.#mask, offset) ?? this.#mark('open', offset)
  }

  #key(at: number): number {
    const suppressAuthor = hasSuppressingHyphen(this.#mask, at, this.#lastKeyEnd)
    const start = suppressAuthor ? at - 1 : at
    const brace = this.#braces.get(at + 1)
    const keyStart = brace === undefined ? at + 1 : at + 2
    const keyEnd = brace ?? keyEndAt(this.#mask, keyStart)
    if (keyEnd === keyStart) return at + 1
    const end = brace === undefined ? keyEnd : keyEnd + 1
    const glued = isGluedAt(this.#mask, start, this.#lastKeyEnd)
    const braced = brace !== undefined
    if (!this.#isMailAddress(start)) {
      this.tokens.push({ kind: 'key', start, keyStart, keyEnd, end, suppressAuthor, braced, glued })
    }
    this.#lastKeyEnd = glued ? exampleLabelEnd(this.#mask, at) : end
    return end
  }

  #isMailAddress(start: number): boolean {
    return start !== this.#lastKeyEnd && isAsciiLetterOrDigit(this.#mask.charCodeAt(start - 1))
  }

  #emphasis(start: number): number {
    const mark = this.#mask[start]
    let end = start + 1
    while (this.#mask[end] === mark) end += 1
    const sort = this.#mask.slice(start, Math.min(end, start + 4))
    if (sort.length > 3 || sort === '~' || sort === '~~~') return end
    const intraword = mark === '_'
    const canOpen =
      !isBlankAt(this.#mask, end) && !(intraword && letterOrDigitBefore(this.#mask, start))
    const canClose = !(intraword && letterOrDigitAt(this.#mask, end))
    this.tokens.push({ kind: 'delimiter', start, end, sort, canOpen, canClose })
    return end
  }

  #quote(start: number): number {
    const sort = this.#mask.charAt(start)
    const end = start + 1
    const single = sort === "'"
    const canOpen =
      !isBlankAt(this.#mask, end) && !(single && letterOrDigitBefore(this.#mask, start))
    const canClose = !(single && letterOrDigitAt(this.#mask, end))
    this.tokens.push({ kind: 'delimiter', start, end, sort, canOpen, canClose })
    return end
  }
}

/**
 * The end of `@label` at `at` as Pandoc's `exampleRef` reads it where it sees no citation; right
 * after it a citation is seen again.
 */
function exampleLabelEnd(mask: string, at: number): number {
  let end = at + 1
  while (mask[end] === '-' || mask[end] === '_' || letterOrDigitAt(mask, end)) {
    end += widthAt(mask, end)
  }
  return end
}

const longestEntity = 32

/** The end of the character reference at `offset`, else the next offset: the `;` of `&amp;` separates nothing. */
function entityEnd(mask: string, offset: number): number {
  let end = mask[offset + 1] === '#' ? offset + 2 : offset + 1
  while (end - offset < longestEntity && isAsciiLetterOrDigit(mask.charCodeAt(end))) end += 1
  return mask[end] === ';' && end - offset > 2 ? end + 1 : offset + 1
}

const longestNoteLabel = 256

/** The end of the footnote reference `[^label]` at `offset`, if one is there: a key in it is none. */
function noteReferenceEnd(mask: string, offset: number): number | undefined {
  if (mask[offset + 1] !== '^') return undefined
  let end = offset + 2
  while (end - offset < longestNoteLabel && isNoteLabelCharacter(mask, end)) end += 1
  return mask[end] === ']' && end > offset + 2 ? end + 1 : undefined
}

function isNoteLabelCharacter(mask: string, offset: number): boolean {
  return !isBlankAt(mask, offset) && mask[offset] !== '[' && mask[offset] !== ']'
}
