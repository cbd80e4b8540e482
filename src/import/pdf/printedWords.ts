import type { PageStart, Part } from '../../core/official/outline.ts'

/** A text, the pages that it begins on, and the parts in it. */
export interface PlacedContent {
  readonly text: string
  readonly pageStarts?: readonly PageStart[]
  readonly parts: readonly Part[]
}

/** So many characters may stand between two parts that are found one behind the other, such as those of tables. */
const furthest = 20_000

/** The words of a document in the order in which they are printed, and the page of each. */
export class PrintedWords {
  #text = ''
  readonly #pages: PageStart[] = []
  #at = 0

  /** Another line, on `page`. */
  add(line: string, page: number): void {
    if (this.#pages.at(-1)?.page !== page) this.#pages.push({ page, offset: this.#text.length })
    this.#text += squeezed(line)
  }

  /** `parts` and the text around them with the pages that they stand on. */
  place(text: string, parts: readonly Part[]): PlacedContent {
    this.#at = 0
    return this.#placed(text, parts)
  }

  #placed(text: string, parts: readonly Part[]): PlacedContent {
    const starts: PageStart[] = []
    const own: Part[] = []
    let reached = 0
    const readTo = (end: number): void => {
      this.#read(text.slice(reached, end), reached, starts)
      reached = Math.max(reached, end)
    }
    for (const part of parts) {
      readTo(part.at ?? text.length)
      own.push(this.#placedPart(part))
    }
    readTo(text.length)
    return { text, ...(starts.length > 0 && { pageStarts: starts }), parts: own }
  }

  #placedPart(part: Part): Part {
    const before: PageStart[] = []
    this.#read(part.printed ?? part.heading ?? '', 0, before)
    const { text, pageStarts, parts } = this.#placed(part.text, part.parts)
    const pages = [...before, ...(pageStarts ?? [])].map(({ page }) => page)
    const last = Math.max(pages.at(-1) ?? 1, parts.at(-1)?.pages?.last ?? 1)
    const first = pages[0] ?? parts[0]?.pages?.first ?? this.#pageAt(this.#at)
    return {
      ...part,
      text,
      ...(pageStarts !== undefined && { pageStarts }),
      pages: { first, last: Math.max(first, last) },
      parts,
    }
  }

  /** Adds to `starts` where pages begin in `words`, which begins at `offset` of its text. */
  #read(words: string, offset: number, starts: PageStart[]): void {
    const plain = squeezed(words)
    if (plain === '') return
    const begin = this.#text.slice(this.#at, this.#at + furthest).indexOf(plain.slice(0, 24))
    if (begin === -1) return
    let at = this.#at + begin
    let page = this.#pageAt(at)
    const add = (here: number): void => {
      if (starts.at(-1)?.page !== page) starts.push({ page, offset: here })
    }
    add(starts.length === 0 ? 0 : offset + words.length - words.trimStart().length)
    let next = this.#nextPage(at)
    for (let here = 0; here < words.length; here++) {
      if (!isKept.test(words.charAt(here))) continue
      while (next !== undefined && at >= next.offset) {
        page = next.page
        add(offset + here)
        next = this.#nextPage(at)
      }
      at += 1
    }
    this.#at = at
  }

  #pageAt(at: number): number {
    return this.#pages.findLast(({ offset }) => offset <= at)?.page ?? 1
  }

  #nextPage(at: number): PageStart | undefined {
    return this.#pages.find(({ offset }) => offset > at)
  }
}

/** Letters and digits: signs and hyphens may be mended. */
const isKept = /[\p{L}\p{N}]/u

function squeezed(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
