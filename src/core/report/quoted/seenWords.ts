import type { Definitions } from '../../markdown/definitions.ts'
import { normaliseLabel } from '../../markdown/links.ts'
import { noProse } from '../../markdown/prose.ts'
import { characterReferenceAt } from '../../pandoc/characterReference.ts'
import { seenMaths, seenTex } from './seenTex.ts'

/** What stands in a mask for what is there but is not to be read: a citation, a mark around a quotation. */
export const leftOut = '\uFFFB'

/** Words as a reader sees them, and where they stand as written. */
export interface SeenWords {
  readonly text: string
  /** Where each UTF-16 unit of `text` stands, and where the last one ends. */
  readonly offsets: readonly number[]
  /** Where what is written for each UTF-16 unit of `text` ends. */
  readonly ends: readonly number[]
}

/** A part of the prose of a block. */
export interface QuotedProse {
  /** As written, with spaces for the prefixes of containers. */
  readonly source: string
  /** The same as `maskProse` gives it, with {@link leftOut} for what is not to be read. */
  readonly mask: string
  /** Where they begin in the report. */
  readonly base: number
}

/**
 * The words of `written` as a reader of the printed report sees them: entities are characters; emphasis,
 * the marks of superscripts, tags, destinations, attributes, notes and comments are gone; code and simple
 * maths are what they show. Never throws; linear but for marks of superscripts, which are looked for
 * {@link longestRaised} units ahead.
 */
export function seenWords(written: QuotedProse, definitions: Definitions): SeenWords {
  return new Reader(written, definitions).read()
}

/** So long may be what is raised or lowered, in UTF-16 units. */
const longestRaised = 100

/** The mark of a note that stands somewhere else. */
const numberOfNote = /^\[\^\d{1,3}\]/u
const elementOfLines = /^<\/?(?:br|p|div|li|tr|td|hr)\b/iu
const verbatimElement = /^<(?:script|style|pre|textarea)\b/iu
const autolink = /^<([a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>$/iu
const tag = /^<(?:"[^"]*"|'[^']*'|[^'">])*>/u
/** ASCII punctuation (CommonMark 0.31, section 2.4). */
const escapable = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/u
const letterOrDigit = /[\p{L}\p{N}]/u

class Reader {
  readonly #source: string
  readonly #mask: string
  readonly #base: number
  readonly #definitions: Definitions
  readonly #text: string[] = []
  readonly #offsets: number[] = []
  readonly #ends: number[] = []
  /** Where brackets that may begin a link stand: in `#text`, and in the mask. */
  readonly #openings: { readonly unit: number; readonly at: number }[] = []
  /** Marks that end what is raised or lowered. */
  readonly #closings = new Set<number>()
  /** The last stretch of what is no prose that was measured. */
  #inset = { start: 0, end: 0 }

  constructor({ source, mask, base }: QuotedProse, definitions: Definitions) {
    this.#source = source
    this.#mask = mask
    this.#base = base
    this.#definitions = definitions
  }

  read(): SeenWords {
    const { length } = this.#mask
    for (let at = 0; at < length;) at = Math.max(at + 1, this.#readAt(at))
    return { text: this.#text.join(''), ...this.#places() }
  }

  /** Units that turned out to be the brackets of a link are empty by now. */
  #places(): Pick<SeenWords, 'offsets' | 'ends'> {
    const kept = [...this.#text.keys()].filter((unit) => this.#text[unit] !== '')
    const offsets = kept.map((unit) => this.#offsets[unit] ?? 0)
    return {
      offsets: [...offsets, this.#base + this.#mask.length],
      ends: kept.map((unit) => this.#ends[unit] ?? 0),
    }
  }

  /** Reads what begins at `at`; returns where the rest begins. */
  #readAt(at: number): number {
    switch (this.#mask.charAt(at)) {
      case leftOut:
      case '*':
        return at + 1
      case noProse:
        return this.#readInset(at)
      case '\\':
        return this.#readEscape(at)
      case '&':
        return this.#readReference(at)
      case '[':
        return this.#readOpening(at)
      case ']':
        return this.#readClosing(at)
      case '{':
        return this.#endOfHidden(at, '}') ?? this.#put(at, at + 1)
      case '^':
      case '~':
        return this.#readRaised(at)
      case '_':
        return this.#isWithinWord(at) ? this.#put(at, at + 1) : at + 1
      default:
        return this.#put(at, at + 1)
    }
  }

  /** Takes over what stands from `start` to `end`. */
  #put(start: number, end: number): number {
    for (let at = start; at < end; at += 1) {
      const shown = this.#mask.charAt(at)
      this.#say(shown === noProse ? this.#source.charAt(at) : shown, at, at + 1)
    }
    return end
  }

  /** `seen` is what a reader sees of what stands from `start` to `end`. */
  #say(seen: string, start: number, end: number): number {
    for (const unit of seen.split('')) {
      this.#text.push(unit)
      this.#offsets.push(this.#base + start)
      this.#ends.push(this.#base + end)
    }
    return end
  }

  #isWithinWord(at: number): boolean {
    return (
      letterOrDigit.test(this.#mask.charAt(at - 1)) && letterOrDigit.test(this.#mask.charAt(at + 1))
    )
  }

  #readEscape(at: number): number {
    const next = this.#mask.charAt(at + 1)
    if (next === ' ') return this.#say('\u00A0', at, at + 2)
    if (/[\r\n]/u.test(next)) return at + 1
    return escapable.test(next) ? this.#put(at + 1, at + 2) : this.#put(at, at + 1)
  }

  #readReference(at: number): number {
    const reference = characterReferenceAt(this.#mask, at)
    return reference === undefined
      ? this.#put(at, at + 1)
      : this.#say(reference.text, at, at + reference.length)
  }

  /** `^25^`, `~2~`; `~~` strikes out; `^[` begins a note. */
  #readRaised(at: number): number {
    const mark = this.#mask.charAt(at)
    if (this.#closings.has(at)) return at + 1
    if (mark === '~' && this.#mask.charAt(at + 1) === '~') return at + 2
    if (mark === '^' && this.#mask.charAt(at + 1) === '[') {
      return this.#endOfNote(at + 1) ?? this.#put(at, at + 1)
    }
    for (let end = at + 1; end < Math.min(this.#mask.length, at + longestRaised); end += 1) {
      const character = this.#mask.charAt(end)
      if (character === '\\') end += 1
      else if (/\s/u.test(character)) break
      else if (character === mark && end > at + 1) {
        this.#closings.add(end)
        return at + 1
      }
    }
    return this.#put(at, at + 1)
  }

  #endOfNote(opening: number): number | undefined {
    let depth = 0
    for (let at = opening; at < this.#mask.length; at += 1) {
      const character = this.#mask.charAt(at)
      if (character === '\\') at += 1
      else if (character === '[') depth += 1
      else if (character === ']') depth -= 1
      if (depth === 0) return at + 1
    }
    return undefined
  }

  #readOpening(at: number): number {
    const [number = ''] = numberOfNote.exec(this.#mask.slice(at, at + 6)) ?? []
    if (number !== '') return at + number.length
    if (this.#mask.startsWith(`^${noProse}`, at + 1)) {
      return this.#endOfHidden(at + 1, ']') ?? this.#put(at, at + 1)
    }
    this.#openings.push({ unit: this.#text.length, at })
    return this.#put(at, at + 1)
  }

  #readClosing(at: number): number {
    const opening = this.#openings.pop()
    const end = opening === undefined ? undefined : this.#endOfLink(opening.at, at)
    if (opening === undefined || end === undefined) return this.#put(at, at + 1)
    this.#text[opening.unit] = ''
    if (this.#text[opening.unit - 1] === '!' && this.#mask.charAt(opening.at - 1) === '!') {
      this.#text[opening.unit - 1] = ''
    }
    return end
  }

  /** Where what the brackets from `opening` to `closing` belong to ends, if that is a link or a span. */
  #endOfLink(opening: number, closing: number): number | undefined {
    const next = this.#mask.charAt(closing + 1)
    if (next === '(') return this.#endOfHidden(closing + 1, ')')
    if (next === '{') return this.#endOfHidden(closing + 1, '}')
    if (next === '[') {
      const end = this.#endOfHidden(closing + 1, ']')
      if (end !== undefined) return end
    }
    const { links } = this.#definitions
    if (links.size === 0) return undefined
    const isDefined = links.has(normaliseLabel(this.#source.slice(opening + 1, closing)))
    if (!isDefined) return undefined
    return this.#mask.startsWith('[]', closing + 1) ? closing + 3 : closing + 1
  }

  /** Behind the `closing` of a mark at `at` that has nothing but what is no prose behind it. */
  #endOfHidden(at: number, closing: string): number | undefined {
    const end = this.#endOfInset(at + 1)
    const isHidden = end > at + 1 || (closing === ')' && end === at + 1)
    return isHidden && this.#mask.charAt(end) === closing ? end + 1 : undefined
  }

  /** The end of what is no prose from `at` on, line ends within it too. */
  #endOfInset(at: number): number {
    if (this.#inset.start <= at && at < this.#inset.end) return this.#inset.end
    let end = at
    while (/[\uFFFC\r\n]/u.test(this.#mask.charAt(end))) end += 1
    while (end > at && this.#mask.charAt(end - 1) !== noProse) end -= 1
    this.#inset = { start: at, end }
    return end
  }

  #readInset(at: number): number {
    switch (this.#source.charAt(at)) {
      case '`':
        return this.#readCode(at)
      case '<':
        return this.#readTag(at)
      case '$':
        return this.#readMaths(at)
      case '\\':
        return this.#readTex(at)
      default:
        return at + 1
    }
  }

  #readCode(at: number): number {
    const end = this.#endOfInset(at)
    const [opening, ...others] = this.#source.slice(at, end).matchAll(/`+/gu)
    const marks = opening?.[0].length ?? 0
    const closing = others.find(([run]) => run.length === marks)
    if (closing === undefined) return end
    const behind = at + closing.index + marks
    if (!this.#source.startsWith('{=', behind)) this.#put(at + marks, at + closing.index)
    return this.#behindAttributes(behind, end)
  }

  #behindAttributes(at: number, end: number): number {
    if (this.#source.charAt(at) !== '{') return at
    const close = this.#source.indexOf('}', at)
    return close === -1 ? at : Math.min(close + 1, end)
  }

  #readTag(at: number): number {
    const end = this.#endOfInset(at)
    if (this.#source.startsWith('<!--', at)) {
      const close = this.#source.indexOf('-->', at)
      return close === -1 ? end : Math.min(close + 3, end)
    }
    const [written = ''] = tag.exec(this.#source.slice(at, end)) ?? []
    if (written === '' || verbatimElement.test(written)) return end
    const address = autolink.exec(written)?.[1]
    if (address !== undefined) this.#put(at + 1, at + 1 + address.length)
    else if (elementOfLines.test(written)) this.#say(' ', at, at + written.length)
    return at + written.length
  }

  #readMaths(at: number): number {
    const end = this.#endOfInset(at)
    const marks = this.#source.startsWith('$$', at) ? '$$' : '$'
    const close = this.#source.indexOf(marks, at + marks.length)
    if (close === -1 || close >= end) return end
    const maths = this.#source.slice(at + marks.length, close)
    return this.#say(seenMaths(maths), at, close + marks.length)
  }

  #readTex(at: number): number {
    const end = this.#endOfInset(at)
    return this.#say(seenTex(this.#source.slice(at, end)), at, end)
  }
}
