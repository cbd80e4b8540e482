import { addAll } from '../../core/text/lists.ts'
import type { Aside, Outline } from '../../core/official/outline.ts'
import {
  allWithin,
  childElements,
  isElement,
  lineOf,
  type MarkupElement,
  type MarkupNode,
} from '../markup/element.ts'
import type { Table } from '../tables/table.ts'
import { withoutAnchors } from './anchors.ts'
import { titleOfConsolidated, withoutAmendmentMarks } from './consolidated.ts'
import { isDataTable, readHtmlTable } from './htmlTable.ts'
import { boxOf } from '../running/ahead/boxes.ts'
import { inLines, lineBreak, type TextBlock } from '../running/block.ts'
import { listNumbers, ownNumber, type ListNumbers } from './listNumbers.ts'
import { noLinks, noteLinksOf, type NoteLinks } from './noteLinks.ts'
import { metadataOf } from './metadata.ts'
import { readRunningText } from '../running/readRunningText.ts'

/** The outline of any HTML page: its headings, and paragraphs by what they begin with. */
export function htmlOutline(root: MarkupElement): Outline {
  const page = new Page({ links: noteLinksOf(root) })
  page.walk(root.children)
  page.end(0)
  const { unread, ...read } = readRunningText(page.blocks)
  const notes = page.notes === 0 ? [] : [{ where: 'page', what: `notes: ${String(page.notes)}` }]
  const title = titleOfConsolidated(root)
  return {
    ...metadataOf(root),
    ...(title !== undefined && { title }),
    ...read,
    unread: [...notes, ...unread],
  }
}

const unseen: ReadonlySet<string> = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'iframe'],
  ...['button', 'select', 'svg', 'object', 'math', 'canvas', 'video', 'audio', 'title'],
])

/** What a page puts around a document, or beside it: its words are searched, but of no part. */
const surroundings: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form'])

const inline: ReadonlySet<string> = new Set([
  'img',
  'br',
  'input',
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'ins',
  ],
  ...[
    'kbd',
    'mark',
    'q',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'time',
    'u',
    'var',
    'wbr',
  ],
])

/** The words of an element, on one line. */
function wordsWithin({ children, line }: MarkupElement): string {
  const page = new Page({ keepsMarks: true })
  page.walk(children)
  page.end(line)
  const texts = page.blocks.flatMap((block) =>
    block.kind === 'rows' || block.kind === 'box' || block.kind === 'text' || block.kind === 'note'
      ? []
      : [block.text],
  )
  return texts.join(' ').replaceAll(lineBreak, ' ')
}

/** The table that an element `table` is, where it is data. */
export function tableOf(element: MarkupElement): Table | undefined {
  return isDataTable(element) ? readHtmlTable(element, wordsWithin) : undefined
}

/** A list while its items are walked. */
interface OpenList {
  readonly numbers: ListNumbers
  next: number
}

/** An item that is but links leads elsewhere, as in a menu or a table of contents. */
function isOnlyLink(item: MarkupElement): boolean {
  return allWithin(item, 'a').length > 0 && isBlankBesideLinks(item)
}

function isBlankBesideLinks({ children }: MarkupElement): boolean {
  return children.every((child) =>
    isElement(child)
      ? child.name === 'a' || unseen.has(child.name) || isBlankBesideLinks(child)
      : child.trim() === '',
  )
}

/** The first text that an element holds that is not blank. */
function firstText({ children }: MarkupElement): string {
  for (const child of children) {
    const text = isElement(child) ? firstText(child) : child
    if (text.trim() !== '') return text
  }
  return ''
}

/** Whether the words of an inline element are set in heavy letters. */
function isHeavy({ name, attributes }: MarkupElement): boolean {
  if (name === 'b' || name === 'strong') return true
  return /font-weight:\s*(?:bold|[6-9]00)/iu.test(attributes.get('style') ?? '')
}

/** A number alone, with the mark that closes it: `1.`, `(a)`, `（一）`. */
const loneNumber =
  /^(?:\((?:\d{1,3}[a-z]?|\p{L}{1,4})\)|(?:\d{1,3}[A-Za-z]?|[a-zA-Z]|[ivxlc]{1,6})[.)]|（[\d\uff10-\uff19a-zA-Z〇一二三四五六七八九十百]{1,4}）)$/u

/** The blocks of a page while it is walked. */
class Page {
  readonly blocks: TextBlock[] = []
  notes = 0
  /** Whether marks of amendments are words: in a table that explains them. */
  readonly #keepsMarks: boolean
  readonly #links: NoteLinks
  #words = ''
  /** How many elements with heavy letters are open. */
  #heavy = 0
  /** Where in the words the first stand that are not in heavy letters. */
  #leadEnd: number | undefined
  readonly #lists: OpenList[] = []
  /** A number that stands in a block of its own: it belongs to the paragraph behind it. */
  #number: { readonly text: string; readonly line: number } | undefined
  /** That the next paragraph is the first of an item of a list, and its number. */
  #item: { readonly number?: string } | undefined

  constructor({
    keepsMarks = false,
    links = noLinks,
  }: {
    keepsMarks?: boolean
    links?: NoteLinks
  }) {
    this.#keepsMarks = keepsMarks
    this.#links = links
  }

  walk(nodes: readonly MarkupNode[]): void {
    for (const node of nodes) {
      if (isElement(node)) this.#walkElement(node)
      else this.#addWords(node)
    }
  }

  #addWords(words: string): void {
    if (this.#heavy === 0 && words.trim() !== '') this.#leadEnd ??= this.#words.length
    this.#words += words
  }

  /** Ends the page. */
  end(line: number): void {
    this.endParagraph(line)
    this.#leaveNumber()
  }

  endParagraph(line: number): void {
    const printed = inLines(this.#words)
    const lead = inLines(this.#words.slice(0, this.#leadEnd))
    this.#startWords()
    const text = this.#keepsMarks ? printed : withoutAmendmentMarks(printed)
    if (text === '' && printed !== '') this.blocks.push({ kind: 'text', text: printed })
    if (text === '') return
    if (loneNumber.test(text)) {
      this.#leaveNumber()
      this.#number = { text, line }
      return
    }
    const number = this.#number
    this.#number = undefined
    if (number === undefined) this.#addParagraph(text, line, lead)
    else this.#addParagraph(`${number.text} ${text}`, number.line)
  }

  #startWords(): void {
    this.#words = ''
    this.#leadEnd = undefined
  }

  /** A number without words behind it is a paragraph. */
  #leaveNumber(): void {
    const number = this.#number
    this.#number = undefined
    if (number !== undefined) this.#addParagraph(number.text, number.line)
  }

  #addParagraph(text: string, line: number, lead = ''): void {
    const depth = this.#lists.length
    if (this.#item === undefined) {
      const set = { ...(depth > 0 && { depth }), ...(lead !== '' && { lead }) }
      this.blocks.push({ kind: 'paragraph', text, line, ...set })
    } else this.blocks.push({ kind: 'item', text, line, depth, ...this.#item })
    this.#item = undefined
  }

  #walkElement(element: MarkupElement): void {
    const { name, attributes, line } = element
    const role = attributes.get('role') ?? ''
    if (unseen.has(name) || attributes.has('hidden') || attributes.get('aria-hidden') === 'true')
      return
    if (surroundings.has(name) || ['navigation', 'search', 'banner'].includes(role)) {
      this.#addAside('text', element)
    } else if (this.#links.notes.has(element)) {
      this.end(line)
      this.notes += 1
      this.#addAside('note', element)
    } else if (role === 'doc-endnotes' || /\bfootnotes?\b/u.test(attributes.get('class') ?? '')) {
      this.notes += 1
      this.#addAside('note', element)
    } else if (
      role === 'doc-noteref' ||
      this.#links.marks.has(element) ||
      attributes.get('rel') === 'footnote'
    ) {
      return
    } else if (/^h[1-6]$/u.test(name)) {
      this.#addHeading(withoutAnchors(element))
    } else if (name === 'table' && /^\s*[专專][栏欄]/u.test(firstText(element))) {
      this.#addBox(element)
    } else if (name === 'table' && isDataTable(element)) {
      this.end(line)
      for (const caption of childElements(element, 'caption')) this.#addAside('table', caption)
      this.blocks.push({ kind: 'rows', table: readHtmlTable(element, wordsWithin), line })
    } else if (name === 'ul' || name === 'ol' || name === 'menu') {
      this.#addList(element)
    } else if (name === 'li') {
      this.#addItem(element)
    } else if (inline.has(name)) {
      if (name === 'br') this.#words += lineBreak
      const heavy = isHeavy(element) ? 1 : 0
      this.#heavy += heavy
      this.walk(element.children)
      this.#heavy -= heavy
    } else {
      this.endParagraph(line)
      this.walk(element.children)
      this.endParagraph(line)
    }
  }

  /** A table that lays out a box. */
  #addBox({ children, line }: MarkupElement): void {
    const page = new Page({ links: this.#links })
    page.walk(children)
    page.end(line)
    this.end(line)
    const box = boxOf(page.blocks)
    addAll(this.blocks, box === undefined ? page.blocks : [box])
    this.notes += page.notes
  }

  #addAside(kind: Aside['kind'], element: MarkupElement): void {
    const text = lineOf(element)
    if (text !== undefined) this.blocks.push({ kind, text })
  }

  #addList(element: MarkupElement): void {
    this.endParagraph(element.line)
    const numbers = listNumbers(element)
    this.#lists.push({ numbers, next: numbers.first })
    this.walk(element.children)
    this.endParagraph(element.line)
    this.#lists.pop()
  }

  #addItem(element: MarkupElement): void {
    this.endParagraph(element.line)
    const list = this.#lists.at(-1)
    if (list !== undefined) {
      const { form, step } = list.numbers
      const number = ownNumber(element) ?? list.next
      list.next = number + step
      if (!isOnlyLink(element)) this.#item = form === undefined ? {} : { number: form(number) }
    }
    this.walk(element.children)
    this.end(element.line)
    this.#item = undefined
  }

  #addHeading({ name, children, line, attributes }: MarkupElement): void {
    this.end(line)
    this.#item = undefined
    this.walk(children)
    const text = inLines(this.#words).replaceAll(lineBreak, ' ')
    this.#startWords()
    const id = attributes.get('id')
    const heading = { kind: 'heading', depth: Number(name.slice(1)), text, line } as const
    this.blocks.push(id === undefined ? heading : { ...heading, id })
  }
}
