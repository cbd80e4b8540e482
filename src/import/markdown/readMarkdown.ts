import type { List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Outline, Unread } from '../../core/official/outline.ts'
import type { Table } from '../tables/table.ts'
import { readHtmlTree } from '../html/htmlTree.ts'
import { rawText } from '../markup/element.ts'
import { inLines, lineBreak, type TextBlock } from '../running/block.ts'
import { withLines } from '../running/ahead/lines.ts'
import { paragraphsOfPlain, readPlainLaw } from '../running/plainText.ts'
import { readRunningText } from '../running/readRunningText.ts'
import { readDocumentFields } from './documentFields.ts'
import { withUnderlinedHeadings } from './underlinedHeadings.ts'
import { withoutNotes, type WithoutNotes } from './withoutNotes.ts'
import { withoutOpenMarkup } from './withoutOpenMarkup.ts'
import { withoutTables, type MarkedTable } from './withoutTables.ts'
import { refuseDeep } from './refuseDeep.ts'
import { isSetIn, isSetInProse } from './setIn.ts'

/** The outline of a Markdown document, or of a plain text: its headings, and paragraphs by what they begin with. */
export function readMarkdown(written: string): Outline {
  const { text: source, ...beside } = withoutNotes(
    withoutOpenMarkup(withUnderlinedHeadings(written)),
  )
  refuseDeep(source)
  const { text, tables } = withoutTables(source)
  const root: Root = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).parse(text)
  if (tables.size === 0 && isSetIn(root, text)) return withNotes(readPlainLaw(source), beside)
  const walk = new Blocks(text)
  for (const node of root.children) walk.add(node)
  const blocks = walk.blocks
  const { unread, ...read } = readRunningText(blocks.map((block) => inPlace(block, tables)))
  const [first] = root.children
  const { described, isRead } = readDocumentFields(first?.type === 'yaml' ? first.value : '')
  const title = described.title ?? onlyTitle(blocks)
  const unreadFields = isRead ? [] : [{ where: 'line 1', what: 'front matter' }]
  const outline = {
    ...described,
    ...(title !== undefined && { title }),
    ...read,
    unread: [...unreadFields, ...walk.unread, ...unread],
  }
  return withNotes(outline, beside)
}

/** Notes stand beside all parts. */
function withNotes(
  outline: Outline,
  { notes, unread }: Pick<WithoutNotes, 'notes' | 'unread'>,
): Outline {
  if (unread.length === 0) return outline
  const inWords = notes.map(({ kind, text }) => ({ kind, text: wordsOfCell(text) }))
  const asides = [...(outline.asides ?? []), ...inWords]
  return { ...outline, asides, unread: [...outline.unread, ...unread] }
}

/** `block`, or the table that it is the mark of. */
function inPlace(block: TextBlock, tables: ReadonlyMap<string, MarkedTable>): TextBlock {
  const marked = block.kind === 'paragraph' ? tables.get(block.text) : undefined
  if (marked === undefined) return block
  return { kind: 'rows', table: inWords(marked.table), line: marked.line }
}

/** A table whose cells are Markdown, in plain words. */
function inWords({ rows }: Table): Table {
  return {
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: wordsOfCell(cell.text) })),
    })),
  }
}

/** Before the words of a cell, so that they begin no list, heading or quotation. */
const inParagraph = 'x '

function wordsOfCell(markdown: string): string {
  if (!/[*_`\\[<&~]/u.test(markdown)) return inLines(markdown)
  const spaced = inParagraph + markdown.replaceAll(/<br[ /]*>/giu, ' ')
  return wordsOf(unified().use(remarkParse).parse(spaced)).slice(inParagraph.length).trim()
}

/** The blocks of a text while its nodes are walked. */
class Blocks {
  readonly blocks: TextBlock[] = []
  readonly unread: Unread[] = []
  readonly #source: string
  /** How many lists are open. */
  #depth = 0

  constructor(source: string) {
    this.#source = source
  }

  add(node: RootContent): void {
    const line = node.position?.start.line ?? 1
    if (node.type === 'heading') {
      const text = wordsOf(node).replaceAll(lineBreak, ' ')
      this.blocks.push({ kind: 'heading', depth: node.depth, text, line })
    } else if (node.type === 'paragraph') this.#addParagraph(wordsOf(node), line, leadOf(node))
    else if (node.type === 'html') this.#addParagraph(wordsOfHtml(node.value), line)
    else if (node.type === 'blockquote') for (const child of node.children) this.add(child)
    else if (node.type === 'list') this.#addList(node)
    else if (node.type === 'code' && isSetInProse(node, this.#source)) {
      for (const { text, line: at } of paragraphsOfPlain(node.value))
        this.#addParagraph(text, line + at - 1)
    } else if (node.type !== 'yaml' && node.type !== 'thematicBreak') {
      const text = wordsOf(node).replaceAll(lineBreak, ' ')
      this.blocks.push({ kind: 'text', text })
      this.unread.push({
        where: `line ${String(line)}`,
        what: `${node.type}: ${text.slice(0, 60)}`,
      })
    }
  }

  #addParagraph(text: string, line: number, lead = ''): void {
    if (text === '') return
    const depth = this.#depth
    const set = { ...(depth > 0 && { depth }), ...(lead !== '' && { lead }) }
    this.blocks.push({ kind: 'paragraph', text, line, ...set })
  }

  #addList({ children }: List): void {
    this.#depth += 1
    for (const item of children) this.#addItem(item)
    this.#depth -= 1
  }

  /** An item, with its number as it is written: Markdown would count on from the first. */
  #addItem(item: ListItem): void {
    const start = item.position?.start.offset ?? 0
    const [printed, number] = /^(\d{1,9})[.)]/u.exec(this.#source.slice(start, start + 10)) ?? []
    const [first, ...others] = item.children
    if (first?.type === 'paragraph' && !isOnlyLink(first)) {
      const text = wordsOf(first)
      const line = first.position?.start.line ?? 1
      const counted = printed !== undefined && number !== undefined && { number, printed }
      if (text !== '')
        this.blocks.push({ kind: 'item', text, line, depth: this.#depth, ...counted })
    } else if (first !== undefined) this.add(first)
    for (const child of others) this.add(child)
  }
}

/** `**Artículo Primero.- ** Aprobar`: stars that mean to set in bold, but are none for a space within them. */
function withoutLooseStars(text: string): string {
  if (!text.includes('**')) return text
  const plain = (line: string): string => {
    const end = line.startsWith('**') ? line.indexOf('**', 2) : -1
    return end === -1 ? line : (line.slice(2, end) + line.slice(end + 2)).trim()
  }
  return text.split('\n').map(plain).join('\n')
}

/** An item that is but a link leads elsewhere, as in a table of contents. */
function isOnlyLink({ children }: Paragraph): boolean {
  return (
    children.some(({ type }) => type === 'link') &&
    children.every((child) => child.type === 'link' || wordsOf(child) === '')
  )
}

/** The words in heavy letters that a paragraph begins with. */
function leadOf({ children }: Paragraph): string {
  const end = children.findIndex((child) => child.type !== 'strong' && wordsOf(child) !== '')
  const lead = end === -1 ? children : children.slice(0, end)
  return inLines(lead.map(rawWords).join(''))
}

/** The words of `node`, without markup and tags. */
function wordsOf(node: Nodes): string {
  return inLines(withLines(withoutLooseStars(rawWords(node))))
}

/** The words of a block of HTML, in which lines end as in Markdown, too. */
function wordsOfHtml(html: string): string {
  const broken = html.replaceAll(/ {2}\n|<br[ /]*>/giu, lineBreak)
  return inLines(rawText(readHtmlTree(broken)))
}

function rawWords(node: Nodes): string {
  if (node.type === 'html' || node.type === 'footnoteReference') return ''
  if (node.type === 'break') return lineBreak
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(rawWords).join('') : ''
}

/** The heading of the first level, where there is but one. */
function onlyTitle(blocks: readonly TextBlock[]): string | undefined {
  const titles = blocks.flatMap((block) =>
    block.kind === 'heading' && block.depth === 1 ? [block.text] : [],
  )
  return titles.length === 1 ? titles[0] : undefined
}
