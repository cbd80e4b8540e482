import type { Aside, Outline, PageStart, Part, Unread } from '../../core/official/outline.ts'
import { greatestOf } from '../../core/text/lists.ts'
import { behindAll } from '../order.ts'
import { printedAs, readPrintedLabel } from '../printedLabel.ts'
import { blocksOf, type Block } from './blocks.ts'
import { linesOf } from './lines.ts'
import type { PdfPages } from './pages.ts'

/**
 * The outline of a PDF, by what it draws: larger letters are headings, the larger the higher; items
 * with bullets or numbers are measures; paragraphs belong to what they follow.
 */
export function pdfOutline({ title, author, language, pages }: PdfPages): Outline {
  const { blocks, asides, pageNumbers, unread } = blocksOf(linesOf(pages))
  const tree = new Tree()
  for (const block of blocks) tree.add(block)
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { issuer: author }),
    ...(language !== undefined && { language }),
    ...contentOf(tree.root),
    pageNumbers: pages.map((_, index) => pageNumbers.get(index + 1) ?? ''),
    asides: [...asides, ...tree.announced],
    ...(pages.some(({ pieces }) => pieces.length === 0) && { hasUnreadWords: true }),
    unread: [...unread, ...tree.unread],
  }
}

/** A part while it is built. */
interface Draft {
  readonly level: Part['level']
  readonly kind?: Part['kind']
  readonly label?: string
  readonly heading?: string
  readonly printed?: string
  /** How much text of what it stands in comes before it. */
  readonly at: number
  /** Of a heading its size, of an item its place from the left: what is smaller, or further in, goes below. */
  readonly rank: number
  text: string
  readonly pageStarts: PageStart[]
  readonly firstPage: number
  lastPage: number
  readonly parts: Draft[]
}

class Tree {
  readonly root: Draft = emptyDraft({ level: 'division', rank: Infinity, firstPage: 1, at: 0 })
  readonly unread: Unread[] = []
  /** Headings that stand wherever their like stand. */
  readonly announced: Aside[] = []
  readonly #standing = new Map<string, number>()
  /** From the root to the part that the next block may belong to. */
  #open: Draft[] = [this.root]

  add(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#openDivision(block)
        return
      case 'standing heading':
        this.#close(({ level }) => level === 'measure')
        this.#announce(block)
        return
      case 'item':
        this.#openMeasure(block)
        return
      case 'paragraph':
        this.#close(({ level }) => level === 'measure')
        this.#addParagraph(block)
    }
  }

  #openDivision(block: Block): void {
    this.#close(({ level, rank }) => level === 'measure' || rank <= block.size + 0.5)
    const printed = readPrintedLabel(block.text)
    this.#push(block, {
      level: 'division',
      ...printed,
      ...printedAs(block.text, printed.heading),
      rank: block.size,
    })
  }

  #openMeasure(block: Block): void {
    this.#close(({ level, rank }) => level === 'measure' && rank >= block.left - 3)
    const label = labelOf(block.mark)
    const draft = this.#push(block, {
      level: 'measure',
      ...(label !== undefined && { label, ...printedAs(block.mark) }),
      rank: block.left,
    })
    append(draft, block)
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

/** What is known of a part from its beginning. */
type Head = Pick<Draft, 'level' | 'kind' | 'label' | 'heading' | 'printed' | 'rank'>

function emptyDraft(head: Head & Pick<Draft, 'firstPage' | 'at'>): Draft {
  return { ...head, text: '', pageStarts: [], lastPage: head.firstPage, parts: [] }
}

function append(draft: Draft, { text, pageStarts }: Block): void {
  const base = draft.text === '' ? 0 : draft.text.length + 2
  draft.text = draft.text === '' ? text : `${draft.text}\n\n${text}`
  for (const { page, offset } of pageStarts) {
    if (draft.pageStarts.at(-1)?.page === page) continue
    draft.pageStarts.push({ page, offset: base + offset })
    draft.lastPage = page
  }
}

/** `1` of `1.`, `a` of `(a)`; nothing of `•`. */
function labelOf(mark: string | undefined): string | undefined {
  return mark === undefined ? undefined : /[a-z\d]+/iu.exec(mark)?.[0]
}

function finished(draft: Draft): Part & { readonly at: number } {
  const { level, kind, label, heading, printed, firstPage, at } = draft
  const content = contentOf(draft)
  const last = greatestOf(
    content.parts.map(({ pages }) => pages?.last ?? 0),
    draft.lastPage,
  )
  return {
    level,
    ...(kind && { kind }),
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...(printed !== undefined && { printed }),
    pages: { first: firstPage, last },
    ...content,
    at,
  }
}

function contentOf({
  text,
  pageStarts,
  parts,
}: Draft): Pick<Part, 'text' | 'pageStarts' | 'parts'> {
  return {
    text,
    ...(pageStarts.length > 0 && { pageStarts }),
    parts: behindAll(parts.map(finished), text),
  }
}
