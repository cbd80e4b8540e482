import { letterOrDigitAt, letterOrDigitBefore } from '../../pandoc/lettersAndDigits.ts'
import type { Face, PrintedRun } from '../printed.ts'
import { unbroken } from './abbreviations.ts'
import { plainPieceAt } from './plainPieces.ts'
import { addRun, inFace, marks, said, textOf, type Words } from './words.ts'

/**
 * Words as they are written in Markdown. What is marked up stands in `text` as one sign, since that is how
 * Pandoc looks for places in it; {@link expanded} makes words of all.
 */
export interface WrittenWords {
  readonly text: string
  /** By their signs. */
  readonly marked: ReadonlyMap<string, Words>
}

/** `source`, inline Markdown, as Pandoc reads it; in HTML nothing but the text of elements. */
export function readWritten(source: string): WrittenWords {
  const marked = new Map<string, Words>()
  const texts = new MarkupReader(source)
    .parts(0, () => false)
    .parts.map(({ words, isMarked }) => {
      if (!isMarked || marked.size === mostSigns) return textOf(words)
      const sign = signOf(marked.size, textOf(words))
      marked.set(sign, words.map(withoutBreaks))
      return sign
    })
  return { text: unbroken(texts.join('')), marked }
}

function withoutBreaks(run: PrintedRun): PrintedRun {
  return run.faces?.includes('code') === true ? run : { ...run, text: unbroken(run.text) }
}

/** Signs of what has no number in it, and of what has one, are each of a plane for private use. */
function signOf(index: number, text: string): string {
  return String.fromCodePoint((/\p{Nd}/u.test(text) ? 0x100000 : 0xf0000) + index)
}

/** So many are marked up; the rest is printed without. */
const mostSigns = 0xfffd

const sign = '[\\u{F0000}-\\u{10FFFD}]'
const anySign = new RegExp(`(${sign})`, 'u')
const anySigns = new RegExp(sign, 'gu')

/** What stands in a pattern for a number, in words with signs of what is marked up. */
export const digitOrSign = '[\\p{Nd}\\u{100000}-\\u{10FFFD}]'

/** All words of it. */
export function expanded({ text, marked }: WrittenWords): Words {
  return text.split(anySign).flatMap((part) => marked.get(part) ?? said(part))
}

/** All of it without faces. */
export function unset({ text, marked }: WrittenWords): string {
  return text.replace(anySigns, (sign) => textOf(marked.get(sign) ?? said(sign)))
}

/** What is marked up in a text: its words, and where it ends. */
export interface Markup {
  readonly words: Words
  readonly end: number
}

/** What finds the markup that begins at an offset of `source`; offsets are asked for from left to right. */
export function markupIn(source: string): (at: number) => Markup | undefined {
  const reader = new MarkupReader(source)
  return (at) => {
    const { parts: [first] = [], end = at } = reader.markedAt(at) ?? {}
    return first?.isMarked === true ? { words: first.words, end } : undefined
  }
}

/** What is one thing to Pandoc: marked up, or not. */
interface Part {
  readonly words: Words
  readonly isMarked: boolean
}

interface Parts {
  readonly parts: readonly Part[]
  /** Behind them. */
  readonly end: number
}

/** Markup within markup is read as deep as this. */
const deepest = 40

/** Longer words are printed as they are written, in UTF-16 units. */
const longest = 4000

/** Reads as Pandoc does, from left to right; what closes nothing is text. */
class MarkupReader {
  readonly #text: string
  readonly #depth: number
  /** What nothing ahead closes. */
  readonly #open = new Set<string>()
  /** The quotation mark within whose quotation reading is. */
  #quote = ''
  #within = 0

  constructor(text: string, depth = 0) {
    this.#text = text
    this.#depth = depth
  }

  /** From `at` to where `isEnd` says so, or to the end of the text. */
  parts(at: number, isEnd: (at: number) => boolean): Parts {
    const parts: Part[] = []
    let end = at
    this.#within += 1
    while (end < this.#text.length && !isEnd(end)) {
      const found = this.markedAt(end) ?? this.#plain(end)
      parts.push(...found.parts)
      end = found.end
    }
    this.#within -= 1
    return { parts, end }
  }

  #plain(at: number): Parts {
    const run = plainRun(this.#text, at)
    if (run !== '') return plainParts(run, at + run.length)
    const { text, length } = plainPieceAt(this.#text, at) ?? lineBreakAt(this.#text, at)
    return plainParts(text, at + length)
  }

  /** What is marked up at `at`. */
  markedAt(at: number): Parts | undefined {
    if (this.#within + this.#depth > deepest || this.#text.length > longest) return undefined
    const mark = this.#text.charAt(at)
    switch (mark) {
      case '*':
      case '_':
        return this.#emphasis(mark, at)
      case '~':
        return this.#struck(at) ?? this.#shifted(at, 'lowered')
      case '^':
        return this.#shifted(at, 'raised')
      case '"':
      case "'":
        return this.#quotation(mark, at)
      case '`':
        return this.#code(at)
      case '[':
      case '!':
        return this.#bracket(at)
      case '<':
        return this.#angle(at)
      case '$':
        return this.#maths(at)
      default:
        return undefined
    }
  }

  /** Pandoc's `enclosure`: by how many signs begin it. */
  #emphasis(sign: string, at: number): Parts | undefined {
    if (sign === '_' && letterOrDigitBefore(this.#text, at)) return undefined
    const [signs = ''] = /^(.)\1*/u.exec(this.#text.slice(at)) ?? []
    const start = at + signs.length
    if (signs.length > 3 || isBlank(this.#text, start)) return plainParts(signs, start)
    if (signs.length === 1) return this.#inOne(sign, start, [])
    return signs.length === 2 ? this.#inTwo(sign, start, []) : this.#inThree(sign, start)
  }

  #inThree(sign: string, at: number): Parts {
    const { parts, end } = this.parts(at, (next) => this.#ends(sign, 1, next))
    if (this.#ends(sign, 3, end))
      return markedParts(end + 3, inFace(wordsOf(parts), 'italic'), 'strong')
    if (this.#ends(sign, 2, end))
      return this.#inOne(sign, end + 2, markedParts(end, wordsOf(parts), 'strong').parts)
    if (this.#ends(sign, 1, end))
      return this.#inTwo(sign, end + 1, markedParts(end, wordsOf(parts), 'italic').parts)
    return { parts: [plainPart(sign.repeat(3)), ...parts], end }
  }

  #inTwo(sign: string, at: number, before: readonly Part[]): Parts {
    const { parts, end } = this.parts(at, (next) => this.#ends(sign, 2, next))
    const all = [...before, ...parts]
    return this.#ends(sign, 2, end)
      ? markedParts(end + 2, wordsOf(all), 'strong')
      : { parts: [plainPart(sign.repeat(2)), ...all], end }
  }

  #inOne(sign: string, at: number, before: readonly Part[]): Parts {
    const all = [...before]
    let start = at
    for (;;) {
      const { parts, end } = this.parts(start, (next) => this.#ends(sign, 1, next))
      all.push(...parts)
      if (!this.#ends(sign, 1, end)) return { parts: [plainPart(sign), ...all], end }
      const isStrong = this.#text.startsWith(sign.repeat(2), end) && !this.#ends(sign, 1, end + 2)
      if (!isStrong) return markedParts(end + 1, wordsOf(all), 'italic')
      const within = this.#inTwo(sign, end + 2, [])
      all.push(...within.parts)
      start = within.end
    }
  }

  #ends(sign: string, count: number, at: number): boolean {
    const isThere = this.#text.startsWith(sign.repeat(count), at)
    return isThere && (sign === '*' || !letterOrDigitAt(this.#text, at + count))
  }

  #struck(at: number): Parts | undefined {
    if (!/^~~[^\s~]/u.test(this.#text.slice(at, at + 3))) return undefined
    const isEnd = (next: number): boolean => this.#text.startsWith('~~', next)
    const found = this.#closed('~~', at, isEnd)
    if (found === undefined || isBlank(this.#text, found.end - 1)) return undefined
    return markedParts(found.end + 2, wordsOf(found.parts), 'struck')
  }

  /** Above the line or below: without a blank. */
  #shifted(at: number, face: 'raised' | 'lowered'): Parts | undefined {
    const sign = this.#text.charAt(at)
    const isEnd = (next: number): boolean =>
      this.#text.charAt(next) === sign || isBlank(this.#text, next)
    const found = this.#closed(sign, at, isEnd)
    if (found === undefined || isBlank(this.#text, found.end)) return undefined
    return markedParts(found.end + 1, wordsOf(found.parts), face)
  }

  #quotation(mark: '"' | "'", at: number): Parts | undefined {
    const isWithin = mark === "'" && letterOrDigitBefore(this.#text, at)
    if (isWithin || this.#quote === mark || isBlank(this.#text, at + 1)) return undefined
    const [open, close] = mark === '"' ? '“”' : '‘’'
    const around = this.#quote
    this.#quote = mark
    const found = this.#closed(mark, at, (next) => this.#endsQuotation(mark, next))
    this.#quote = around
    if (found === undefined) return undefined
    const end = plainPart(`${close ?? ''}${marks.quoted}`)
    return markedParts(found.end + 1, wordsOf([plainPart(open ?? ''), ...found.parts, end]))
  }

  #endsQuotation(mark: '"' | "'", at: number): boolean {
    const sign = this.#text.charAt(at)
    return mark === '"'
      ? sign === '"' || sign === '”'
      : (sign === "'" || sign === '’') && !letterOrDigitAt(this.#text, at + 1)
  }

  /** What stands between `sign` at `at` and its end, where there is one and something is between. */
  #closed(sign: string, at: number, isEnd: (at: number) => boolean): Parts | undefined {
    const name = sign + this.#quote
    if (this.#open.has(name)) return undefined
    const found = this.parts(at + sign.length, isEnd)
    if (found.end >= this.#text.length) this.#open.add(name)
    else if (found.parts.length > 0) return found
    return undefined
  }

  #code(at: number): Parts | undefined {
    const found = /^(`+)(?!`)(.*?[^`])\1(?!`)(\{[^{}]*\})?/su.exec(this.#text.slice(at))
    if (found === null) return undefined
    const [{ length }, , code = '', attributes = ''] = found
    const text = code.trim().replace(/\s+/gu, ' ')
    return attributes.startsWith('{=')
      ? markedParts(at + length, [])
      : markedParts(at + length, said(marks.kept + text), 'code')
  }

  /** A link, an image, of which the words are left, or a span. */
  #bracket(at: number): Parts | undefined {
    const found = bracketed.exec(this.#text.slice(at))
    if (found === null) return undefined
    const [{ length }, mark = '', text = '', address, classes = ''] = found
    const { parts } = new MarkupReader(text, this.#depth + this.#within).parts(0, () => false)
    const words = wordsOf(parts)
    if (address === undefined) return markedParts(at + length, words, faceOf(classes))
    return markedParts(at + length, mark === '' ? leadingTo(address, words) : words)
  }

  /** An address that leads where it says; tags and comments say nothing. */
  #angle(at: number): Parts | undefined {
    const found = /^<(?:(https?:\/\/[^\s<>]*)|!--.*?--|\/?[a-z][\w-]*(?=[\s/>])[^<>]*)>/isu.exec(
      this.#text.slice(at),
    )
    if (found === null) return undefined
    const [{ length }, address = ''] = found
    return markedParts(at + length, leadingTo(address, said(address)))
  }

  /** Maths stays as it is written. */
  #maths(at: number): Parts | undefined {
    const [written] = /^\$(?!\s)(?:\\.|[^$\\])+(?<!\s)\$(?!\d)/su.exec(this.#text.slice(at)) ?? []
    return written === undefined ? undefined : markedParts(at + written.length, said(written))
  }
}

const bracketed =
  /^(!?)\[((?:\\.|[^[\]\\]|\[[^[\]]*\])*)\](?:\(<?((?:[^\s<>()]|\([^\s()]*\))*)>?(?:\s[^()]*)?\)|\{([^{}]*)\})/su

/** What stands at once where nothing of it can be markup, or more than it looks. */
function plainRun(text: string, at: number): string {
  const run = /(?:[\p{L}\p{N},;:()/]| (?=\S))+/uy
  run.lastIndex = at
  return run.exec(text)?.[0] ?? ''
}

function lineBreakAt(text: string, at: number): { readonly text: string; readonly length: number } {
  const [broken = ' '] = /^\\?\s+/u.exec(text.slice(at)) ?? []
  return { text: ' ', length: broken.length }
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}

function plainPart(text: string): Part {
  return { words: said(text), isMarked: false }
}

function plainParts(text: string, end: number): Parts {
  return { parts: [plainPart(text)], end }
}

function markedParts(end: number, words: Words, face?: Face): Parts {
  return {
    parts: [{ words: face === undefined ? words : inFace(words, face), isMarked: true }],
    end,
  }
}

function wordsOf(parts: readonly Part[]): Words {
  const runs: PrintedRun[] = []
  for (const { words } of parts) for (const run of words) addRun(runs, run)
  return runs
}

function leadingTo(address: string, words: Words): Words {
  return /^https:\/\//iu.test(address) ? words.map((run) => ({ ...run, address })) : words
}

function faceOf(classes: string): Face | undefined {
  const [, name = ''] = /\.(smallcaps|underline|ul|mark)(?![\w-])/u.exec(classes) ?? []
  return spanFaces.get(name)
}

const spanFaces: ReadonlyMap<string, Face> = new Map([
  ['smallcaps', 'smallCaps'],
  ['underline', 'underlined'],
  ['ul', 'underlined'],
  ['mark', 'marked'],
])
