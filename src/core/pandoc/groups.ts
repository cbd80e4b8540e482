import { endsEmphasis, type Pairs } from './brackets.ts'
import { isBlankAt } from './lettersAndDigits.ts'
import type { KeyToken, Token } from './tokens.ts'

/** What stands between two `;` of a pair of brackets; offsets are in the mask. */
export interface GroupPart {
  readonly start: number
  end: number
  /** The citation of this part: its first key that emphasis or a quotation does not hide. */
  head?: KeyToken
}

/** A matched pair of brackets with its parts. */
export interface Frame {
  readonly start: number
  /** After the closing bracket. */
  end: number
  readonly parts: [GroupPart, ...GroupPart[]]
  /** The key that stands right before and that this may be the locator of. */
  readonly before?: KeyToken
  /** Whether it is a note, or holds emphasis that does not end. */
  readonly literal: boolean
}

/** What a mask holds: the keys that Pandoc sees, those it does not, and the brackets around them. */
export interface Scan {
  readonly keys: readonly KeyToken[]
  readonly glued: readonly KeyToken[]
  /** In the order of their opening brackets, outer ones before those within. */
  readonly frames: readonly Frame[]
}

/** Finds keys and brackets among the tokens of `mask`. Linear. */
export function findFrames(mask: string, tokens: readonly Token[], pairs: Pairs): Scan {
  const scanner = new Scanner(mask, tokens, pairs)
  tokens.forEach((token, index) => {
    scanner.read(token, index)
  })
  return scanner
}

class Scanner implements Scan {
  readonly keys: KeyToken[] = []
  readonly glued: KeyToken[] = []
  readonly frames: Frame[] = []
  readonly #mask: string
  readonly #tokens: readonly Token[]
  readonly #pairs: Pairs
  readonly #open: { readonly frame: Frame; readonly enclosedUntil: number }[] = []
  /** The index of the token that ends the emphasis or quotation being read; -1 outside of any. */
  #enclosedUntil = -1

  constructor(mask: string, tokens: readonly Token[], pairs: Pairs) {
    this.#mask = mask
    this.#tokens = tokens
    this.#pairs = pairs
  }

  read(token: Token, index: number): void {
    switch (token.kind) {
      case 'key':
        this.#key(token, index)
        return
      case 'semicolon':
        this.#separate(token.start)
        return
      case 'open':
      case 'openLiteral':
        this.#enter(index)
        return
      case 'close':
        this.#leave(index)
        return
      case 'delimiter':
        this.#enclose(index)
        return
      case 'wideSemicolon':
      case 'wideOpen':
      case 'wideClose':
    }
  }

  #key(token: KeyToken, index: number): void {
    if (token.glued || endsEmphasis(this.#tokens, this.#pairs, index - 1, token.start)) {
      this.glued.push(token)
      return
    }
    this.keys.push(token)
    const part = this.#part()
    if (part !== undefined) part.head ??= token
  }

  #separate(offset: number): void {
    const part = this.#part()
    if (part === undefined) return
    part.end = offset
    this.#open.at(-1)?.frame.parts.push({ start: offset + 1, end: offset + 1 })
  }

  #part(): GroupPart | undefined {
    return this.#enclosedUntil === -1 ? this.#open.at(-1)?.frame.parts.at(-1) : undefined
  }

  #enter(index: number): void {
    const token = this.#tokens[index]
    if (token === undefined || this.#partner(index) === -1) return
    const previous = this.keys.at(-1)
    const frame: Frame = {
      start: token.start,
      end: token.end,
      parts: [{ start: token.end, end: token.end }],
      literal: token.kind === 'openLiteral' || this.#pairs.unsettled.has(index),
      ...(previous === this.#tokens[index - 1] && this.#isRightAfter(previous, token)
        ? { before: previous }
        : {}),
    }
    this.frames.push(frame)
    this.#open.push({ frame, enclosedUntil: this.#enclosedUntil })
    this.#enclosedUntil = -1
  }

  #isRightAfter(key: KeyToken | undefined, token: Token): key is KeyToken {
    return key !== undefined && onlyLineSpace(this.#mask, key.end, token.start)
  }

  #leave(index: number): void {
    const innermost = this.#partner(index) === -1 ? undefined : this.#open.pop()
    const token = this.#tokens[index]
    if (innermost === undefined || token === undefined) return
    const part = innermost.frame.parts.at(-1)
    if (part !== undefined) part.end = token.start
    innermost.frame.end = token.end
    this.#enclosedUntil = innermost.enclosedUntil
  }

  #enclose(index: number): void {
    if (index === this.#enclosedUntil) this.#enclosedUntil = -1
    else if (this.#enclosedUntil === -1) this.#enclosedUntil = this.#endAfter(index)
  }

  /** The index of the token that ends what token `index` begins; -1 when it begins nothing. */
  #endAfter(index: number): number {
    const partner = this.#partner(index)
    return partner > index ? partner : -1
  }

  #partner(index: number): number {
    return this.#pairs.partners[index] ?? -1
  }
}

/** Whether a pair of brackets is a note's, or what follows makes a link, a span or a reference of it; a footnote may follow. */
export function isOther(mask: string, { literal, end }: Frame): boolean {
  const next = mask[end]
  return literal || next === '(' || next === '{' || (next === '[' && mask[end + 1] !== '^')
}

/** Whether only spaces and at most one line end stand between two offsets (Pandoc's `spnl`). */
function onlyLineSpace(mask: string, start: number, end: number): boolean {
  let lineEnds = 0
  for (let offset = start; offset < end; offset += 1) {
    if (!isBlankAt(mask, offset)) return false
    if (mask[offset] === '\n' || (mask[offset] === '\r' && mask[offset + 1] !== '\n')) lineEnds += 1
  }
  return lineEnds <= 1
}
