import type { Span } from '../text/span.ts'
import type { Pairs } from './brackets.ts'
import { isBlankAt } from './lettersAndDigits.ts'
import type { KeyToken, Token } from './tokens.ts'

/** Full-width punctuation where Pandoc wants ASCII, with what to write instead. */
export interface Mark {
  readonly kind: 'semicolon' | 'comma' | 'openBracket' | 'closeBracket'
  readonly span: Span
  /** `;`, `,`, `[` or `]`; `;` and `,` with the space that is missing after them. */
  readonly replacement: string
}

/** A pair of brackets with the full-width marks in it. */
export interface Marked {
  /** With the brackets. */
  readonly span: Span
  readonly marks: readonly Mark[]
}

/** The full-width marks of a mask. */
export interface Marks {
  /** Of ASCII brackets, by the mask offset of the opening one. */
  readonly ascii: ReadonlyMap<number, readonly Mark[]>
  /** Of brackets of which at least one is full-width. */
  readonly wide: readonly Marked[]
}

/**
 * The full-width marks of each pair of brackets that holds citations: `；` between two citations,
 * `，` right after a key, and the full-width brackets around. Linear.
 */
export function findMarks(
  mask: string,
  base: number,
  tokens: readonly Token[],
  pairs: Pairs,
): Marks {
  if (!tokens.some((token) => concernsMarks(mask, token))) return noMarks
  const search = new MarkSearch(mask, base, pairs)
  tokens.forEach((token, index) => {
    search.read(token, index)
  })
  return search
}

const noMarks: Marks = { ascii: new Map(), wide: [] }

function concernsMarks(mask: string, token: Token): boolean {
  if (token.kind === 'key') return mask[afterBlanks(mask, token.end)] === '，'
  return token.kind.startsWith('wide')
}

function afterBlanks(mask: string, offset: number): number {
  let next = offset
  while (next < mask.length && isBlankAt(mask, next)) next += 1
  return next
}

/** A pair of brackets being read. */
interface Level {
  readonly open: Token
  /** The token that closes an ASCII pair; full-width ones and what is unpaired close as they come. */
  readonly close: number | undefined
  readonly marks: Mark[]
  firstKey?: KeyToken
  semicolon?: number
}

class MarkSearch implements Marks {
  readonly ascii = new Map<number, readonly Mark[]>()
  readonly wide: Marked[] = []
  readonly #mask: string
  readonly #base: number
  readonly #pairs: Pairs
  readonly #levels: Level[] = []

  constructor(mask: string, base: number, pairs: Pairs) {
    this.#mask = mask
    this.#base = base
    this.#pairs = pairs
  }

  read(token: Token, index: number): void {
    const level = this.#levels.at(-1)
    switch (token.kind) {
      case 'open':
      case 'openLiteral':
      case 'wideOpen':
        this.#levels.push({ open: token, close: this.#partner(index), marks: [] })
        return
      case 'close':
        if (this.#partner(index) !== undefined) this.#closePaired(index)
        else this.#closeWide(token)
        return
      case 'wideClose':
        this.#closeWide(token)
        return
      case 'key':
        if (level !== undefined) this.#key(level, token)
        return
      case 'semicolon':
        if (level !== undefined) delete level.semicolon
        return
      case 'wideSemicolon':
        if (level?.firstKey !== undefined) level.semicolon = token.start
        return
      case 'delimiter':
    }
  }

  #partner(index: number): number | undefined {
    const partner = this.#pairs.partners[index] ?? -1
    return partner === -1 ? undefined : partner
  }

  #key(level: Level, key: KeyToken): void {
    if (level.semicolon !== undefined) level.marks.push(this.#mark('semicolon', level.semicolon))
    delete level.semicolon
    level.firstKey ??= key
    const next = afterBlanks(this.#mask, key.end)
    if (this.#mask[next] === '，') level.marks.push(this.#mark('comma', next))
  }

  /** Closes an ASCII pair, and forgets what was opened within it and never closed. */
  #closePaired(index: number): void {
    for (;;) {
      const level = this.#levels.pop()
      if (level === undefined) return
      if (level.close !== index) continue
      if (level.marks.length > 0) this.ascii.set(level.open.start, level.marks)
      return
    }
  }

  /** Closes a pair of which at least one bracket is full-width, if it encloses citations and little else. */
  #closeWide(token: Token): void {
    const level = this.#levels.at(-1)
    if (level === undefined || level.close !== undefined) return
    this.#levels.pop()
    const key = level.firstKey
    if (key === undefined || (level.open.kind === 'open' && token.kind === 'close')) return
    if (!this.#citesOnly(level.open.end, key, token.start)) return
    const open = level.open.kind === 'wideOpen' ? [this.#mark('openBracket', level.open.start)] : []
    const close = token.kind === 'wideClose' ? [this.#mark('closeBracket', token.start)] : []
    const span = { start: this.#base + level.open.start, end: this.#base + token.end }
    this.wide.push({ span, marks: [...open, ...level.marks, ...close] })
  }

  /** Whether brackets hold a short prefix at most, then a key that a locator, a separator or the end follows. */
  #citesOnly(start: number, key: KeyToken, end: number): boolean {
    if (key.start - start > longestPrefix) return false
    if (/[。！？：，]/.test(this.#mask.slice(start, key.start))) return false
    const next = afterBlanks(this.#mask, key.end)
    return next === end || /[,，;；]/.test(this.#mask.charAt(next))
  }

  #mark(kind: Mark['kind'], offset: number): Mark {
    const start = this.#base + offset
    const spaced = isBlankAt(this.#mask, offset + 1) ? '' : ' '
    const replacement = {
      semicolon: `;${spaced}`,
      comma: `,${spaced}`,
      openBracket: '[',
      closeBracket: ']',
    }
    return { kind, span: { start, end: start + 1 }, replacement: replacement[kind] }
  }
}

/** In UTF-16 units. Longer text before the first key is prose in brackets, not the prefix of a citation. */
const longestPrefix = 24
