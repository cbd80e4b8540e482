// What is written in a PDF between the bytes of its streams (ISO 32000-1, 7.2 and 7.3), read as pdf.js
// reads it, which forgives much: whatever can be taken for the dictionary of a stream is.
import { DocumentError, documentLimits } from '../../documentError.ts'

/** What is written at a place of a PDF: of texts, and of words that mean nothing here, only that they are there. */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly kind: 'other' }

/** A dictionary that a stream belongs to, and where the bytes of that stream begin. */
export interface PdfStream {
  readonly entries: ReadonlyMap<string, PdfValue>
  readonly start: number
}

/**
 * Reads values from `at` on; when a stream begins, reading is over.
 *
 * @throws DocumentError where values are nested too deep.
 */
export class PdfCursor {
  readonly #bytes: Uint8Array
  at: number
  /** The stream that was come upon. */
  stream: PdfStream | undefined

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  /** The next value; `undefined` at the end of what it stands in, of the file, and where a stream begins. */
  value(depth = 0): PdfValue | undefined {
    this.#skipSpace()
    const byte = this.#bytes[this.at]
    if (byte === undefined || this.stream !== undefined) return undefined
    if (depth > documentLimits.depth) {
      throw new DocumentError(
        'too deep',
        `more than ${String(documentLimits.depth)} values within one another`,
      )
    }
    this.at += 1
    switch (String.fromCharCode(byte)) {
      case '/':
        return { kind: 'name', name: this.#name() }
      case '(':
        return this.#text()
      case '[':
        return { kind: 'array', items: this.#items(depth) }
      case '<':
        return this.#bytes[this.at] === 0x3c ? this.#dictionary(depth) : this.#hexadecimal()
      case '>':
        if (this.#bytes[this.at] === 0x3e) this.at += 1
        return undefined
      case ']':
        return undefined
      default:
        return this.#word()
    }
  }

  #items(depth: number): readonly PdfValue[] {
    const items: PdfValue[] = []
    for (;;) {
      const item = this.value(depth + 1)
      if (item === undefined) return items
      if (item.kind === 'reference') {
        const [object, generation] = items.splice(-2).map(numberOf)
        items.push({ kind: 'reference', to: `${String(object)} ${String(generation)}` })
      } else items.push(item)
    }
  }

  #dictionary(depth: number): PdfValue {
    this.at += 1
    const entries = new Map<string, PdfValue>()
    const items = this.#items(depth)
    for (let place = 0; place < items.length; place += 1) {
      const key = items[place]
      if (key?.kind !== 'name') continue
      place += 1
      const value = items[place]
      if (value !== undefined) entries.set(key.name, value)
    }
    this.#noteStream(entries)
    return { kind: 'dictionary', entries }
  }

  #noteStream(entries: ReadonlyMap<string, PdfValue>): void {
    if (this.stream !== undefined) return
    this.#skipSpace()
    if (!this.#standsHere('stream')) return
    let start = this.at + 'stream'.length
    while (start < this.#bytes.length && !isLineEnd(this.#bytes[start])) start += 1
    start += this.#bytes[start] === 0x0d && this.#bytes[start + 1] === 0x0a ? 2 : 1
    this.stream = { entries, start }
  }

  #standsHere(word: string): boolean {
    for (let place = 0; place < word.length; place += 1) {
      if (this.#bytes[this.at + place] !== word.charCodeAt(place)) return false
    }
    return true
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.at]
      if (byte === 0x25) {
        while (this.at < this.#bytes.length && !isLineEnd(this.#bytes[this.at])) this.at += 1
      } else if (isSpace(byte)) this.at += 1
      else return
    }
  }

  #regular(): string {
    const start = this.at
    while (isRegular(this.#bytes[this.at])) this.at += 1
    return String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.at, start + 200)))
  }

  #name(): string {
    return this.#regular().replace(/#([\da-f]{2})/giu, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
  }

  #word(): PdfValue {
    this.at -= 1
    const word = this.#regular()
    if (word === '') this.at += 1
    if (word === 'R') return { kind: 'reference', to: '' }
    return /^[+-]?\d+$/u.test(word) ? { kind: 'number', number: Number(word) } : { kind: 'other' }
  }

  #text(): PdfValue {
    let depth = 1
    for (; depth > 0 && this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at]
      if (byte === 0x5c) this.at += 1
      else if (byte === 0x28) depth += 1
      else if (byte === 0x29) depth -= 1
    }
    return { kind: 'other' }
  }

  #hexadecimal(): PdfValue {
    while (this.at < this.#bytes.length && this.#bytes[this.at] !== 0x3e) this.at += 1
    this.at += 1
    return { kind: 'other' }
  }
}

/** The number that `value` is; `NaN` where it is none. */
export function numberOf(value: PdfValue | undefined): number {
  return value?.kind === 'number' ? value.number : NaN
}

/** Whether `byte` is white space in a PDF. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0 || (byte !== undefined && byte >= 9 && byte <= 13)
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !isSpace(byte) && !'()<>[]{}/%'.includes(String.fromCharCode(byte))
}
