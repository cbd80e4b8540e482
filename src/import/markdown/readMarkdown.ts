import { load } from 'js-yaml'
import type { ListItem, Nodes, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Outline, Unread } from '../../core/official/outline.ts'
import type { Table } from '../tables/table.ts'
import { readHtmlTree } from '../html/htmlTree.ts'
import { rawText } from '../markup/element.ts'
import { inLines, lineBreak, type TextBlock } from '../running/block.ts'
import { readRunningText } from '../running/readRunningText.ts'
import { withoutTables, type MarkedTable } from './withoutTables.ts'
import { refuseDeep } from './refuseDeep.ts'

/** The outline of a Markdown document, or of a plain text: its headings, and paragraphs by what they begin with. */
export function readMarkdown(source: string): Outline {
  refuseDeep(source)
  const { text, tables } = withoutTables(source)
  const root: Root = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).parse(text)
  const blocks: TextBlock[] = []
  const left: Unread[] = []
  for (const node of root.children) addBlocks(node, text, blocks, left)
  const { unread, ...read } = readRunningText(blocks.map((block) => inPlace(block, tables)))
  const fields = fieldsOf(root.children[0])
  const title = fields.get('title') ?? onlyTitle(blocks)
  const issued = /^\d{4}(?:-\d\d){0,2}/u.exec(fields.get('date') ?? fields.get('issued') ?? '')?.[0]
  const issuer = fields.get('issuer') ?? fields.get('author')
  const language = fields.get('lang')
  return {
    ...(title !== undefined && { title }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
    ...read,
    unread: [...left, ...unread],
  }
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

function addBlocks(node: RootContent, source: string, blocks: TextBlock[], unread: Unread[]): void {
  const line = node.position?.start.line ?? 1
  const more = (nodes: readonly RootContent[]): void => {
    for (const one of nodes) addBlocks(one, source, blocks, unread)
  }
  if (node.type === 'heading') {
    const text = wordsOf(node).replaceAll(lineBreak, ' ')
    blocks.push({ kind: 'heading', depth: node.depth, text, line })
  } else if (node.type === 'paragraph') addParagraph(wordsOf(node), line, blocks)
  else if (node.type === 'html') addParagraph(wordsOfHtml(node.value), line, blocks)
  else if (node.type === 'blockquote') more(node.children)
  else if (node.type === 'list') {
    for (const item of node.children) addItem(item, source, blocks, unread)
  } else if (node.type !== 'yaml' && node.type !== 'thematicBreak') {
    const where = `line ${String(line)}`
    const text = wordsOf(node)
    blocks.push({ kind: 'text', text })
    unread.push({ where, what: `${node.type}: ${text.slice(0, 60)}` })
  }
}

/** An item, with its number as it is written: Markdown would count on from the first. */
function addItem(item: ListItem, source: string, blocks: TextBlock[], unread: Unread[]): void {
  const start = item.position?.start.offset ?? 0
  const digits = /^\d{1,9}/u.exec(source.slice(start, start + 9))?.[0]
  const number = digits === undefined ? '' : `${digits}. `
  const [first, ...others] = item.children
  if (first?.type === 'paragraph') {
    addParagraph(number + wordsOf(first), first.position?.start.line ?? 1, blocks)
  } else if (first !== undefined) addBlocks(first, source, blocks, unread)
  for (const child of others) addBlocks(child, source, blocks, unread)
}

function addParagraph(text: string, line: number, blocks: TextBlock[]): void {
  if (text !== '') blocks.push({ kind: 'paragraph', text, line })
}

/** The words of `node`, without markup and tags. */
function wordsOf(node: Nodes): string {
  return inLines(rawWords(node))
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

/** The plain fields of the front matter. */
function fieldsOf(first: RootContent | undefined): ReadonlyMap<string, string> {
  if (first?.type !== 'yaml') return new Map()
  const read: unknown = load(first.value)
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
  return new Map(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** The heading of the first level, where there is but one. */
function onlyTitle(blocks: readonly TextBlock[]): string | undefined {
  const titles = blocks.flatMap((block) =>
    block.kind === 'heading' && block.depth === 1 ? [block.text] : [],
  )
  return titles.length === 1 ? titles[0] : undefined
}
