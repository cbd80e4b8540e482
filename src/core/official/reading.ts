import type { Span } from '../text/span.ts'
import type { Aside, Outline, PageStart, Part } from './outline.ts'

/** The words of an official document in its own order: each part between what stands before and behind it. */
export interface Reading {
  /** Headings and paragraphs, parted by two line feeds. */
  readonly text: string
  /** Where another page of the file begins in it, by offset; empty where the document has none. */
  readonly pageStarts: readonly PageStart[]
  /** Where each part stands, from its heading to the end of all that stands in it. */
  readonly spans: ReadonlyMap<Part, Span>
  /** The labels that are printed before words of the text which has none of them, in the order of these. */
  readonly labels: readonly LabelBefore[]
  /** Where each heading begins, by where it ends. */
  readonly headings: ReadonlyMap<number, number>
  /** What stands beside the running text, with the part that it was found in, if any. */
  readonly asides: readonly { readonly aside: Aside; readonly within: Part | undefined }[]
}

/** A label before words of a text that has the words only. */
export interface LabelBefore {
  /** Of the words: of a heading, and of the first words below it. */
  readonly offset: number
  /** As in {@link Part}. */
  readonly label: string
  readonly kind?: string
  /** The labels of what it stands in, the nearest first. */
  readonly above: readonly string[]
}

/** What is read of a part before its words: its heading, or its number as well, as printed. */
export type ReadBefore = 'headings' | 'numbers and headings'

/** What is read before the words of `part`: its heading, with its number where that is asked for. */
export function printedBefore(part: Part, before: ReadBefore): string | undefined {
  return before === 'headings' ? part.heading : (part.printed ?? part.heading)
}

/** Lays out `outline` as its document reads; with its numbers, or without. Linear in its length. */
export function readInOrder(outline: Outline, before: ReadBefore): Reading {
  const layout = new Layout(before)
  const { title, text = '', pageStarts = [], parts, asides = [] } = outline
  const titled: readonly Aside[] = title === undefined ? [] : [{ kind: 'text', text: title }]
  layout.addContent({ text, pageStarts, parts, asides: [...titled, ...asides] }, undefined)
  return layout.finished()
}

type Content = Pick<Part, 'text' | 'pageStarts' | 'parts' | 'asides'>

/** How much of a text has been added, and how many of its pages were turned. */
interface Reached {
  offset: number
  pages: number
}

const between = '\n\n'

class Layout {
  readonly #before: ReadBefore
  readonly #pageStarts: PageStart[] = []
  readonly #spans = new Map<Part, Span>()
  readonly #asides: Reading['asides'][number][] = []
  readonly #labels: LabelBefore[] = []
  readonly #headings = new Map<number, number>()
  readonly #pieces: string[] = []
  #length = 0

  constructor(before: ReadBefore) {
    this.#before = before
  }

  addContent(content: Content, within: Part | undefined, above: readonly string[] = []): void {
    for (const aside of content.asides ?? []) this.#asides.push({ aside, within })
    const reached: Reached = { offset: 0, pages: 0 }
    for (const part of content.parts) {
      this.#readTo(part.at ?? content.text.length, content, reached)
      this.#addPart(part, above)
    }
    this.#readTo(content.text.length, content, reached)
  }

  finished(): Reading {
    return {
      text: this.#pieces.join(''),
      pageStarts: this.#pageStarts,
      spans: this.#spans,
      labels: this.#labels,
      headings: this.#headings,
      asides: this.#asides,
    }
  }

  #addPart(part: Part, above: readonly string[]): void {
    const start = this.#length
    this.#addLabel(part, above)
    const head = printedBefore(part, this.#before)
    if (head !== undefined && head !== '') {
      const at = this.#put(head)
      this.#headings.set(this.#length, at)
      if (part.pages !== undefined) this.#turn(part.pages.first, at)
      this.#addLabel(part, above)
    }
    this.addContent(part, part, part.label === undefined ? above : [part.label, ...above])
    // What parts it from the words before it is not its own.
    const skipped = start > 0 && this.#length > start ? between.length : 0
    this.#spans.set(part, { start: start + skipped, end: this.#length })
  }

  /** The label of `part` stands before what is put next, where it is not put there itself. */
  #addLabel({ label, kind }: Part, above: readonly string[]): void {
    if (label === undefined || this.#before !== 'headings') return
    const offset = this.#length === 0 ? 0 : this.#length + between.length
    this.#labels.push({ offset, label, ...(kind && { kind }), above })
  }

  /** Adds the text of `content` from where it was `reached` up to `end`. */
  #readTo(end: number, { text, pageStarts = [] }: Content, reached: Reached): void {
    const { offset } = reached
    if (end <= offset) return
    reached.offset = end
    const start = text.startsWith(between, offset) ? offset + between.length : offset
    const piece = text.slice(start, end)
    if (piece.trim() === '') return
    const at = this.#put(piece)
    while ((pageStarts[reached.pages]?.offset ?? Infinity) <= start) reached.pages += 1
    const begun = pageStarts[reached.pages - 1]
    if (begun !== undefined) this.#turn(begun.page, at)
    for (; reached.pages < pageStarts.length; reached.pages += 1) {
      const turned = pageStarts[reached.pages]
      if (turned === undefined || turned.offset >= end) return
      this.#turn(turned.page, at + turned.offset - start)
    }
  }

  /** Where `piece` begins, which is put behind all else. */
  #put(piece: string): number {
    if (this.#length > 0) {
      this.#pieces.push(between)
      this.#length += between.length
    }
    const start = this.#length
    this.#pieces.push(piece)
    this.#length += piece.length
    return start
  }

  #turn(page: number, offset: number): void {
    if (this.#pageStarts.at(-1)?.page !== page) this.#pageStarts.push({ page, offset })
  }
}
