import type { Aside, Part, Unread } from '../../core/official/outline.ts'
import { divisionKinds } from '../../core/corpus/kinds.ts'
import { addAll } from '../../core/text/lists.ts'
import { printedAs, readHeadingLabel, readPrintedLabel } from '../labels/printedLabel.ts'
import type { TableReader } from '../tables/readTables.ts'
import type { Block } from './block.ts'
import { append, appendText, emptyDraft, isBare, isItem, type Draft, type Head } from './draft.ts'

/** Puts the blocks of a document below one another, in their order. */
export class Tree {
  root: Draft = emptyDraft({
    level: 'division',
    isHeaded: true,
    rank: Infinity,
    firstPage: 1,
    at: 0,
  })
  readonly unread: Unread[] = []
  /** Headings that stand wherever their like stand. */
  readonly announced: Aside[] = []
  readonly #standing = new Map<string, number>()
  readonly #tables: TableReader
  /** From the root to the part that the next block may belong to. */
  #open: Draft[] = [this.root]

  constructor(tables: TableReader) {
    this.#tables = tables
  }

  add(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#openDivision(block)
        return
      case 'standing heading':
        this.#close(isItem)
        this.#announce(block)
        return
      case 'item':
        this.#openMeasure(block)
        return
      case 'table':
        this.#addTable(block)
        return
      case 'paragraph':
        if (isCaption(block)) {
          this.announced.push({ kind: 'text', text: block.text, page: pageOf(block) })
          return
        }
        this.#close(isItem)
        this.#addParagraph(block)
    }
  }

  /** Rows are parts of what they stand in. */
  #addTable(block: Block): void {
    const { text, table } = block
    const page = pageOf(block)
    this.announced.push({ kind: 'table', text, page })
    if (table === undefined) return
    this.#close(isItem)
    const { rows, unread } = this.#tables.read(table, page)
    addAll(
      this.unread,
      unread.map(({ where, what }) => ({ where: where.replace(/^line\b/u, 'page'), what })),
    )
    const above = this.#open.at(-1) ?? this.root
    const place = { at: above.text.length, before: above.parts.length }
    for (const row of rows) above.rows.push({ row, ...place })
    if (rows.length > 0) above.lastPage = Math.max(above.lastPage, page)
  }

  #openDivision(block: Block): void {
    this.#close((draft) => isItem(draft) || draft.rank <= block.rank)
    const printed = readHeadingLabel(block.text)
    this.#push(block, {
      level: isMeasureKind(printed.kind) ? 'measure' : 'division',
      isHeaded: true,
      ...printed,
      ...printedAs(block.text, printed.heading),
      rank: block.rank,
    })
  }

  #openMeasure(block: Block): void {
    this.#close((draft) => isItem(draft) && draft.rank >= block.left - 3)
    const named = readPrintedLabel(block.mark ?? '')
    const label = labelOf(block.mark)
    const draft = this.#push(block, {
      level: 'measure',
      isHeaded: false,
      ...(named.kind !== undefined && { kind: named.kind }),
      ...(label !== undefined && { label, ...printedAs(block.mark) }),
      rank: block.left,
    })
    append(draft, block)
  }

  /**
   * Takes away the heading that is the title of all: the first, without a number, above all others. What
   * stands below it on a title page stands before all parts.
   */
  takeTitle(): string | undefined {
    const [first, ...others] = this.root.parts
    if (first === undefined || !isTitle(first, others)) return undefined
    const content = first.parts.findIndex((part) => !isBare(part))
    const own = first.text.length
    for (const { heading, firstPage } of first.parts.slice(0, content)) {
      appendText(first, heading ?? '', [{ page: firstPage, offset: 0 }])
    }
    const { heading = '', firstPage: page } = first
    if (first.text !== '') this.unread.push({ where: `page ${String(page)}`, what: first.text })
    this.announced.push({ kind: 'text', text: heading, page })
    const before = this.root.text.length
    const base = before === 0 ? 0 : before + 2
    if (first.text !== '') appendText(this.root, first.text, first.pageStarts)
    const behind = this.root.text.length
    const at = (part: Draft): number => {
      if (first.text === '') return first.at
      if (part.at === own) return behind
      return part.at === 0 ? before : base + part.at
    }
    const below = first.parts.slice(content).map((part) => ({ ...part, at: at(part) }))
    this.root = { ...this.root, parts: below.concat(others) }
    return heading
  }

  #push(block: Block, head: Head): Draft {
    const above = this.#open.at(-1) ?? this.root
    const firstPage = block.pageStarts[0]?.page ?? 1
    const draft = emptyDraft({ ...head, firstPage, at: above.text.length })
    above.parts.push(draft)
    this.#open.push(draft)
    return draft
  }

  #addParagraph(block: Block): void {
    const draft = this.#open.at(-1)
    if (draft === this.root) {
      this.unread.push({ where: `page ${String(block.pageStarts[0]?.page)}`, what: block.text })
    }
    if (draft !== undefined) append(draft, block)
  }

  /** A heading that stands wherever its like stand announces what follows; it is told of once. */
  #announce({ text, pageStarts }: Block): void {
    const times = (this.#standing.get(text) ?? 0) + 1
    this.#standing.set(text, times)
    this.announced.push({ kind: 'text', text, page: pageStarts[0]?.page ?? 1 })
    if (times === 1) {
      const where = `page ${String(pageStarts[0]?.page)}`
      this.unread.push({ where, what: `“${text}”, here and elsewhere` })
    }
  }

  #close(isOver: (draft: Draft) => boolean): void {
    const kept = this.#open.findIndex((draft) => draft !== this.root && isOver(draft))
    if (kept !== -1) this.#open = this.#open.slice(0, kept)
  }
}

/** Whether a heading of this kind begins a measure; a section holds others. */
function isMeasureKind(kind: Part['kind']): boolean {
  return kind !== undefined && !divisionKinds.some((one) => one === kind)
}

/** Whether the first heading of all is a title: the others stand below it. */
function isTitle(first: Draft, others: readonly Draft[]): boolean {
  return (
    first.level === 'division' &&
    first.label === undefined &&
    first.kind === undefined &&
    others.every(({ rank }) => rank < first.rank) &&
    first.parts.some((part) => part.level === 'division' && !isBare(part))
  )
}

/** `1` of `1.`, `a` of `(a)`, `4.2` of `4.2.`, `3` of `Action 3:`; nothing of `•`. */
function labelOf(mark: string | undefined): string | undefined {
  return mark?.match(/[a-z\d]+(?:\.\d+)*/giu)?.at(-1)
}

function pageOf({ pageStarts }: Block): number {
  return pageStarts[0]?.page ?? 1
}

/** What stands above a table or below a figure: `Table 3: …`. */
function isCaption({ text, lines }: Block): boolean {
  return (
    lines.length <= 3 &&
    /^(?:table|figure|fig\.|chart|box)\s\d{1,3}(?:\.\d{1,3})?[.:–—]\s/iu.test(text)
  )
}
