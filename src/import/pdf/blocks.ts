import type { Aside, Unread } from '../../core/official/outline.ts'
import { addAll } from '../../core/text/lists.ts'
import { jointOf, vocabularyOf, type Vocabulary } from './joinLines.ts'
import type { Line } from './lines.ts'

/** Lines that belong together: a heading, a paragraph, an item. */
export interface Block {
  readonly kind: 'heading' | 'standing heading' | 'paragraph' | 'item'
  readonly text: string
  /** The size of its letters, in points. */
  readonly size: number
  /** Where it begins, in points from the left edge: of an item, its bullet. */
  readonly left: number
  /** Of an item: as printed. */
  readonly mark?: string
  /** The page that it begins on, and those that it goes on to, each with its offset in `text`. */
  readonly pageStarts: readonly { readonly page: number; readonly offset: number }[]
}

/** The blocks of a document, and what of its lines belongs to none. */
export interface Blocks {
  readonly blocks: readonly Block[]
  /** What stands in small type, or on a page without running text, in order. */
  readonly asides: readonly Aside[]
  /** By page of the file, what it prints as its number. */
  readonly pageNumbers: ReadonlyMap<number, string>
  readonly unread: readonly Unread[]
}

/** Puts lines together by size, place and what they begin with; running heads, contents and notes are left out and listed. */
export function blocksOf(lines: readonly Line[]): Blocks {
  const body = bodyOf(lines)
  const sorted = sortOut(lines, body)
  const words = vocabularyOf(sorted.text.map(({ text }) => text))
  const builder = new BlockBuilder(body, words)
  for (const line of sorted.text) builder.add(line)
  return {
    blocks: withStandingHeadings(builder.blocks),
    asides: sorted.asides.map(({ kind, lines: own }) => asideOf(kind, own, words)),
    pageNumbers: new Map(lines.flatMap(pageNumberIn)),
    unread: sorted.unread,
  }
}

/** How the running text is set. */
interface Body {
  readonly size: number
  readonly font: string
  /** From baseline to baseline, in points. */
  readonly leading: number
}

function bodyOf(lines: readonly Line[]): Body {
  const size = commonest(lines, ({ size }) => size)
  const ofSize = lines.filter((line) => line.size === size)
  const leading = commonest(gapsBetween(ofSize), ({ gap }) => gap)
  return {
    size: size ?? 0,
    font: commonest(ofSize, ({ font }) => font) ?? '',
    leading: leading ?? (size ?? 0) * 1.2,
  }
}

/** How far below the line before it each line of the same page stands, in halves of a point. */
function gapsBetween(
  lines: readonly Line[],
): readonly { readonly text: string; readonly gap: number }[] {
  return lines.slice(1).flatMap(({ text, page, baseline }, index) => {
    const before = lines[index]
    if (before?.page !== page || before.baseline <= baseline) return []
    return [{ text, gap: Math.round((before.baseline - baseline) * 2) / 2 }]
  })
}

/** What most of the letters have. */
function commonest<L extends { readonly text: string }, T>(
  lines: readonly L[],
  feature: (line: L) => T,
): T | undefined {
  const counts = new Map<T, number>()
  for (const line of lines) {
    const value = feature(line)
    counts.set(value, (counts.get(value) ?? 0) + line.text.length)
  }
  return [...counts].reduce<readonly [T | undefined, number]>(
    (most, [value, count]) => (count > most[1] ? [value, count] : most),
    [undefined, 0],
  )[0]
}

interface Sorted {
  readonly text: readonly Line[]
  /** Lines of one page each. */
  readonly asides: readonly { readonly kind: Aside['kind']; readonly lines: readonly Line[] }[]
  readonly unread: readonly Unread[]
}

/** Smaller than this share of the running text, lines are notes, captions and the like. */
const noteShare = 0.85

/** So many lines with leaders make a page one of a table of contents. */
const fewestLeaders = 4
const leader = /(?:\.\s?){5,}|…{2,}/u

function sortOut(lines: readonly Line[], body: Body): Sorted {
  const running = runningTexts(lines)
  const text: Line[] = []
  const asides: Sorted['asides'][number][] = []
  const heads = new Set<string>()
  const unread: Unread[] = []
  for (const [page, own] of byPage(lines)) {
    const inner = own.filter((line) => !isRunning(line, running) && !blankPage.test(line.text))
    for (const line of own) {
      if (inner.includes(line) || heads.has(folded(line.text))) continue
      heads.add(folded(line.text))
      asides.push({ kind: 'text', lines: [line] })
    }
    const where = `page ${String(page)}`
    if (inner.filter((line) => leader.test(line.text)).length >= fewestLeaders) {
      unread.push({ where, what: 'a table of contents' })
      asides.push({ kind: 'text', lines: inner })
      continue
    }
    const notes = inner.filter((line) => line.size < body.size * noteShare)
    const rest = inner.filter((line) => line.size >= body.size * noteShare)
    if (!rest.some((line) => line.size < body.size * headingShare)) {
      addAll(
        unread,
        rest.map((line) => ({ where, what: line.text })),
      )
      if (rest.length > 0) asides.push({ kind: 'text', lines: rest })
    } else addAll(text, rest)
    if (notes.length > 0) {
      asides.push({ kind: 'note', lines: notes })
      unread.push({
        where,
        what: `${String(notes.length)} lines in small type: notes, or captions`,
      })
    }
  }
  return { text, asides, unread }
}

function asideOf(kind: Aside['kind'], lines: readonly Line[], words: Vocabulary): Aside {
  let text = ''
  for (const line of lines) text = joinedTo(text, line.text, words)
  return { kind, text, page: lines[0]?.page ?? 1 }
}

/** `line` behind the lines before it. */
function joinedTo(text: string, line: string, words: Vocabulary): string {
  if (text === '') return line
  const { dropped, between } = jointOf(text.slice(-longestWord), line, words)
  return text.slice(0, text.length - dropped) + between + line
}

/** So much of a text is looked at for a word that its end may cut, in UTF-16 units. */
const longestWord = 200

function byPage(lines: readonly Line[]): ReadonlyMap<number, readonly Line[]> {
  const pages = new Map<number, Line[]>()
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  return pages
}

const blankPage = /^(?:this )?page (?:is )?(?:intentionally )?left (?:intentionally )?blank\.?$/iu

/** The page of a line that prints its number, and the number. */
function pageNumberIn({ isAtEdge, text, page }: Line): readonly (readonly [number, string])[] {
  return isAtEdge && folded(text) === '#' ? [[page, text]] : []
}

function isRunning(line: Line, running: ReadonlySet<string>): boolean {
  return line.isAtEdge && running.has(folded(line.text))
}

/** What stands in the margin of at least three pages, or of all, and page numbers. */
function runningTexts(lines: readonly Line[]): ReadonlySet<string> {
  const pagesOf = new Map<string, Set<number>>()
  for (const { isAtEdge, text, page } of lines) {
    if (!isAtEdge) continue
    const known = pagesOf.get(folded(text)) ?? new Set()
    pagesOf.set(folded(text), known.add(page))
  }
  const fewest = Math.max(2, Math.min(3, lines.at(-1)?.page ?? 0))
  const running = [...pagesOf].filter(([text, pages]) => text === '#' || pages.size >= fewest)
  return new Set(running.map(([text]) => text))
}

/** `text` with every number the same, also Roman ones that stand alone. */
function folded(text: string): string {
  return text.replace(/\d+/gu, '#').replace(/^[ivxlc]+$/iu, '#')
}

/** Larger than the running text by this share, lines are headings. */
const headingShare = 1.15

/** The most lines that a heading may have. */
const longestHeading = 4

interface Draft {
  kind: Block['kind']
  lines: Line[]
}

class BlockBuilder {
  readonly #body: Body
  readonly #words: Vocabulary
  readonly #drafts: Draft[] = []

  constructor(body: Body, words: Vocabulary) {
    this.#body = body
    this.#words = words
  }

  add(line: Line): void {
    const draft = this.#drafts.at(-1)
    if (draft !== undefined && this.#goesOn(draft, line)) draft.lines.push(line)
    else this.#drafts.push({ kind: this.#kindOf(line, draft), lines: [line] })
  }

  get blocks(): readonly Block[] {
    return this.#drafts.map((draft) => blockOf(draft, this.#words))
  }

  #kindOf(line: Line, before: Draft | undefined): Block['kind'] {
    if (line.size >= this.#body.size * headingShare) return 'heading'
    if (this.#beginsItem(line, before?.lines.at(-1))) return 'item'
    return this.#isSetApart(line) ? 'standing heading' : 'paragraph'
  }

  /** A short line all in another font than the running text, which is no sentence. */
  #isSetApart(line: Line): boolean {
    return (
      line.isUniform &&
      line.font !== this.#body.font &&
      line.text.length < 80 &&
      !/[.;,:。；，]$/u.test(line.text)
    )
  }

  #beginsItem(line: Line, before: Line | undefined): boolean {
    if (line.bullet === undefined) return false
    return line.bullet.isApart || before === undefined || this.#isGap(before, line)
  }

  #isGap(before: Line, line: Line): boolean {
    return before.page !== line.page || before.baseline - line.baseline > this.#body.leading * 1.25
  }

  #goesOn(draft: Draft, line: Line): boolean {
    const before = draft.lines.at(-1)
    if (before === undefined || this.#beginsItem(line, before)) return false
    const isHeading = line.size >= this.#body.size * headingShare
    switch (draft.kind) {
      case 'heading':
        return (
          isHeading &&
          Math.abs(line.size - before.size) < 0.5 &&
          before.page === line.page &&
          before.baseline - line.baseline < line.size * 1.6 &&
          draft.lines.length < longestHeading
        )
      case 'standing heading':
        return false
      case 'paragraph':
        return !isHeading && !this.#endsParagraph(before, line)
      case 'item':
        return !isHeading && this.#isWithinItem(draft, line)
    }
  }

  #endsParagraph(before: Line, line: Line): boolean {
    if (before.page !== line.page) return endsSentence(before.text) || this.#isSetApart(line)
    return this.#isGap(before, line) || this.#isSetApart(line)
  }

  /** Its text hangs behind the bullet; where none hangs, it ends like a paragraph. */
  #isWithinItem({ lines }: Draft, line: Line): boolean {
    const [first] = lines
    const before = lines.at(-1)
    if (first === undefined || before === undefined) return false
    const hangs = Math.abs(line.left - (first.bullet?.textLeft ?? first.left)) < 3
    if (hangs && first.bullet?.isApart === true) {
      return before.page !== line.page || !this.#isGap(before, line) || !this.#isSetApart(line)
    }
    return !this.#endsParagraph(before, line) && line.left >= first.left - 3
  }
}

function endsSentence(text: string): boolean {
  return /[.!?。！？:：;；]["”’」』)\]]?$/u.test(text)
}

function blockOf({ kind, lines }: Draft, words: Vocabulary): Block {
  let text = ''
  const pageStarts: { page: number; offset: number }[] = []
  const mark = kind === 'item' ? lines[0]?.bullet?.mark : undefined
  for (const [index, line] of lines.entries()) {
    const own = index === 0 && mark !== undefined ? line.text.slice(mark.length).trim() : line.text
    const { dropped, between } = jointOf(text, own, words)
    if (text !== '') text = text.slice(0, text.length - dropped) + between
    if (pageStarts.at(-1)?.page !== line.page) {
      pageStarts.push({ page: line.page, offset: text.length })
    }
    text += own
  }
  const [first] = lines
  return {
    kind,
    text,
    size: first?.size ?? 0,
    left: first?.left ?? 0,
    ...(mark !== undefined && { mark }),
    pageStarts,
  }
}

/** A heading in the size of the text is one that stands where its like stand; alone it is a paragraph. */
function withStandingHeadings(blocks: readonly Block[]): readonly Block[] {
  const counts = new Map<string, number>()
  for (const { kind, text } of blocks) {
    if (kind === 'standing heading') counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return blocks.map((block) =>
    block.kind === 'standing heading' && counts.get(block.text) === 1
      ? { ...block, kind: 'paragraph' }
      : block,
  )
}
