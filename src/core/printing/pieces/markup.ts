import { isBlankAt, letterOrDigitAt, letterOrDigitBefore } from '../../pandoc/lettersAndDigits.ts'
import { addAll } from '../../text/lists.ts'
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
    .parts(0, () => false)[0]
    .map((part) => {
      if (typeof part === 'string') return part
      const sign = signOf(marked.size, textOf(part))
      marked.set(sign, part.map(withoutBreaks))
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
    const [[words] = [], end = at] = reader.markedAt(at) ?? []
    return words === undefined || typeof words === 'string' ? undefined : { words, end }
  }
}

/** What is one thing to Pandoc: text, or what is marked up. */
type Part = string | Words

/** What is read, and where it ends. */
type Found = readonly [parts: readonly Part[], end: number]

/** Markup within markup is read as deep as this. */
const deepest = 40

/** Longer words are printed as they are written, in UTF-16 units. */
const longest = 4000

/** Reads as Pandoc does, from left to right; what closes nothing is text. */
class MarkupReader {
  readonly #text: string
  #depth: number
  /** What nothing ahead closes. */
  readonly #open = new Set<string>()
  /** The quotation mark within whose quotation reading is. */
  #quote = ''

  constructor(text: string, depth = 0) {
    this.#text = text
    this.#depth = depth
  }

  /** From `at` to where `isEnd` says so, or to the end of the text. */
  parts(at: number, isEnd: (at: number) => boolean): Found {
    const parts: Part[] = []
    let end = at
    this.#depth += 1
    while (end < this.#text.length && !isEnd(end)) {
      const [found, next] = this.markedAt(end) ?? plainAt(this.#text, end)
      addAll(parts, found)
      end = next
    }
    this.#depth -= 1
    return [parts, end]
  }

  /** What begins with a sign of markup at `at`, though that may be text. */
  markedAt(at: number): Found | undefined {
    if (this.#depth > deepest || this.#text.length > longest) return undefined
    const sign = this.#text.charAt(at)
    switch (sign) {
      case '*':
      case '_':
        return this.#emphasis(sign, at)
      case '~':
      case '^':
        return this.#shifted(sign, at)
      case '"':
      case "'":
        return this.#quotation(sign, at)
      case '`':
      case '[':
      case '!':
      case '<':
      case '$':
        return this.#whole(at)
      default:
        return undefined
    }
  }

  #emphasis(sign: string, at: number): Found | undefined {
    if (sign === '_' && letterOrDigitBefore(this.#text, at)) return undefined
    const [signs = ''] = /^(.)\1*/u.exec(this.#text.slice(at)) ?? []
    const start = at + signs.length
    const isText = signs.length > 3 || isBlankAt(this.#text, start)
    return isText ? [[signs], start] : this.#enclosure(sign, signs.length, start, [])
  }

  /** Pandoc's `enclosure`, behind `count` signs and behind `before`: three may end one by one. */
  #enclosure(sign: string, count: number, at: number, before: readonly Part[]): Found {
    const [parts, end] = this.parts(at, (next) => this.#ends(sign, count === 2 ? 2 : 1, next))
    const all = [...before, ...parts]
    const ended = [3, 2, 1].find((some) => some <= count && this.#ends(sign, some, end)) ?? 0
    if (ended === 0) return [[sign.repeat(count), ...all], end]
    if (count === 1 && this.#ends(sign, 2, end) && !this.#ends(sign, 1, end + 2)) {
      const [within, next] = this.#enclosure(sign, 2, end + 2, [])
      return this.#enclosure(sign, 1, next, [...all, ...within])
    }
    const words = ended === 2 ? all : [set(all, 'italic')]
    const said = ended === 1 ? words : [set(words, 'strong')]
    return ended === count
      ? [said, end + ended]
      : this.#enclosure(sign, count - ended, end + ended, said)
  }

  #ends(sign: string, count: number, at: number): boolean {
    const isThere = this.#text.startsWith(sign.repeat(count), at)
    return isThere && (sign === '*' || !letterOrDigitAt(this.#text, at + count))
  }

  /** Struck through, or above the line or below it: without a blank. */
  #shifted(sign: '~' | '^', at: number): Found | undefined {
    if (/^~~[^\s~]/u.test(this.#text.slice(at, at + 3)))
      return this.#closed('~~', at, 'struck', (next) => this.#text.startsWith('~~', next))
    const face = sign === '~' ? 'lowered' : 'raised'
    const isEnd = (next: number): boolean =>
      this.#text.charAt(next) === sign || isBlankAt(this.#text, next)
    return this.#closed(sign, at, face, isEnd)
  }

  #quotation(mark: '"' | "'", at: number): Found | undefined {
    const isSingle = mark === "'"
    const isWithin = isSingle && letterOrDigitBefore(this.#text, at)
    const around = this.#quote
    if (isWithin || around === mark || isBlankAt(this.#text, at + 1)) return undefined
    this.#quote = mark
    const found = this.#closed(mark, at, undefined, (next) => {
      const isMark = (isSingle ? "'’" : '"”').includes(this.#text.charAt(next))
      return isMark && !(isSingle && letterOrDigitAt(this.#text, next + 1))
    })
    this.#quote = around
    if (found === undefined) return undefined
    const [open, close] = isSingle ? ['‘', '’'] : ['“', '”']
    return [[set([open, ...found[0], close + marks.quoted])], found[1]]
  }

  /** What stands between `sign` at `at` and its end, where there is one and something is between. */
  #closed(
    sign: string,
    at: number,
    face: Face | undefined,
    isEnd: (at: number) => boolean,
  ): Found | undefined {
    const name = sign + this.#quote
    if (this.#open.has(name)) return undefined
    const [parts, end] = this.parts(at + sign.length, isEnd)
    if (end >= this.#text.length) this.#open.add(name)
    return parts.length === 0 || isBlankAt(this.#text, end)
      ? undefined
      : [[set(parts, face)], end + sign.length]
  }

  /** What is known by its ends alone: code, links, images and spans, addresses, tags and comments, maths. */
  #whole(at: number): Found | undefined {
    const [whole, , code, raw, image, words, target, classes, address] =
      wholes.exec(this.#text.slice(at)) ?? []
    if (whole === undefined) return undefined
    const end = at + whole.length
    if (code !== undefined) {
      const text = marks.kept + code.trim().replace(/\s+/gu, ' ')
      return [[raw === undefined ? said(text, 'code') : []], end]
    }
    if (words === undefined)
      return [[whole.startsWith('$') ? said(whole) : leading(address, said(address))], end]
    const [within] = new MarkupReader(words, this.#depth).parts(0, () => false)
    return [[leading(image === '' ? target : undefined, set(within, faceOf(classes)))], end]
  }
}

const wholes =
  /^(?:(`+)(?!`)(.*?[^`])\1(?!`)(?:\{(?:(=)[^{}]*|[^{}]*)\})?|(!?)\[((?:\\.|[^[\]\\]|\[[^[\]]*\])*)\](?:\(<?((?:[^\s<>()]|\([^\s()]*\))*)>?(?:\s[^()]*)?\)|\{([^{}]*)\})|<(?:(https?:\/\/[^\s<>]*)|!--.*?--|\/?[a-z][\w-]*(?=[\s/>])[^<>]*)>|\$(?!\s)(?:\\.|[^$\\])+(?<!\s)\$(?!\d))/isu

function plainAt(text: string, at: number): Found {
  const piece = plainPieceAt(text, at)
  if (piece !== undefined) return [[piece.text], at + piece.length]
  const [broken = ' '] = /^\\?\s+/u.exec(text.slice(at)) ?? []
  return [[' '], at + broken.length]
}

/** `parts` as one, in `face`. */
function set(parts: readonly Part[], face?: Face): Words {
  const runs: PrintedRun[] = []
  for (const part of parts)
    for (const run of typeof part === 'string' ? said(part) : part) addRun(runs, run)
  return face === undefined ? runs : inFace(runs, face)
}

function leading(address: string | undefined, words: Words): Words {
  const isSafe = address !== undefined && /^https:\/\//iu.test(address)
  return isSafe ? words.map((run) => ({ ...run, address })) : words
}

function faceOf(classes = ''): Face | undefined {
  const [, name = ''] = /\.(smallcaps|underline|ul|mark)(?![\w-])/u.exec(classes) ?? []
  return spanFaces.get(name)
}

const spanFaces: ReadonlyMap<string, Face> = new Map([
  ['smallcaps', 'smallCaps'],
  ['underline', 'underlined'],
  ['ul', 'underlined'],
  ['mark', 'marked'],
])
