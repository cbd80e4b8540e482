import type { MarkupElement, MarkupNode } from '../markup/element.ts'
import { hasWords, made } from './elements.ts'

/** A heading that is longer is a numbered paragraph in the style of one. */
export const longestHeading = 250

/** A list while its items come. */
interface OpenList {
  readonly items: MarkupNode[]
  /** What stands in the item that came last. */
  last?: MarkupNode[]
}

/** The blocks of a document of an office, written down as elements of a page of HTML. */
export class PageDraft {
  readonly blocks: MarkupNode[] = []
  /** The lists that the next item may belong to, the outermost first. */
  readonly #lists: OpenList[] = []

  paragraph(content: readonly MarkupNode[], line: number): void {
    if (hasWords(content)) this.add(made('p', content, line))
  }

  /** A heading; the first six depths are told apart. */
  heading(depth: number, content: readonly MarkupNode[], line: number): void {
    if (hasWords(content)) this.add(made(`h${Math.min(depth, 6)}`, content, line))
  }

  /** An item with a bullet, at a level from 0 on. */
  item(level: number, content: readonly MarkupNode[], line: number): void {
    if (!hasWords(content)) return
    this.#lists.length = Math.min(this.#lists.length, level + 1)
    while (this.#lists.length <= level) this.#openList(line)
    const list = this.#lists.at(-1)
    const within: MarkupNode[] = [made('p', content, line)]
    list?.items.push(made('li', within, line))
    if (list !== undefined) list.last = within
  }

  /** Words around the document or beside it: its title page, its contents. */
  beside(content: readonly MarkupNode[], line: number): void {
    if (hasWords(content)) this.add(made('nav', content, line))
  }

  note(content: readonly MarkupNode[], line: number): void {
    if (hasWords(content)) this.add(made('div', content, line, [['role', 'doc-endnotes']]))
  }

  /** A block that is no item: it ends all lists. */
  add(block: MarkupElement): void {
    this.#lists.length = 0
    this.blocks.push(block)
  }

  #openList(line: number): void {
    const items: MarkupNode[] = []
    const above = this.#lists.at(-1)
    const place = above === undefined ? this.blocks : (above.last ?? above.items)
    place.push(made('ul', items, line))
    this.#lists.push({ items })
  }
}
