import { blockText, type BlockPlace } from './blockText.ts'
import { equalsSign, hyphen, isLineBreak, leftBracket, lessThan, numberSign } from './characters.ts'
import { type Container, continueContainer, openContainer } from './containers.ts'
import { behindLineBreak, type Definitions, scanDefinition } from './definitions.ts'
import { frontMatterEnd } from './frontMatter.ts'
import { endsHtmlBlock, htmlEndFrom, type HtmlBlockEnd, openHtmlBlock } from './html.ts'
import {
  closesFence,
  type Fence,
  isAtxHeading,
  isFenceMarker,
  isSetextUnderline,
  openFence,
} from './leaves.ts'
import { LineCursor, LineReader, tabStop } from './lines.ts'

/** What a leaf block is. Paragraphs (rows of tables among them), headings and HTML blocks hold prose. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'html'
  | 'code'
  | 'maths'
  | 'thematicBreak'
  | 'definition'
  | 'frontMatter'

const kinds = [
  'paragraph',
  'heading',
  'html',
  'code',
  'maths',
  'thematicBreak',
  'definition',
  'frontMatter',
] as const satisfies readonly BlockKind[]

/** One leaf block of a report: blocks share no line, and only blank lines stand between them. */
export interface Block extends BlockPlace {
  readonly kind: BlockKind
}

/** Whether citations can stand in blocks of `kind`. */
export function holdsProse(kind: BlockKind): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'html'
}

/** All that what came before a line decides about how the line is read. */
export interface ScanState {
  /** The innermost container that is open. */
  readonly container: Container | undefined
  /** Whether a paragraph or indented code is open, which not every list may interrupt. */
  readonly followsText: boolean
}

/** The blocks of a report in order, by index; a compact table, so that a large report costs little memory. */
export class BlockTable implements Iterable<Block> {
  readonly definitions: Definitions
  readonly #columns: Columns

  constructor(columns: Columns, definitions: Definitions) {
    this.#columns = columns
    this.definitions = definitions
  }

  get size(): number {
    return this.#columns.size
  }

  /** The block of this index; `undefined` outside of the table. */
  at(index: number): Block | undefined {
    return this.#columns.blockAt(index)
  }

  /** The last block that begins at or before `offset`; -1 where none does. */
  indexAt(offset: number): number {
    return this.#columns.indexAt(offset)
  }

  /** The block whose lines `offset` touches. */
  around(offset: number): Block | undefined {
    const block = this.at(this.indexAt(offset))
    return block !== undefined && offset <= block.span.end ? block : undefined
  }

  /**
   * The state before the first line of the block of this index, from which its lines can be scanned
   * anew; `undefined` for a block in the midst of a paragraph that began with definitions.
   */
  stateAt(index: number): ScanState | undefined {
    return this.#columns.stateAt(index)
  }

  *[Symbol.iterator](): IterableIterator<Block> {
    for (let index = 0; index < this.size; index += 1) {
      const block = this.at(index)
      if (block !== undefined) yield block
    }
  }
}

/** The prose blocks of `source` that hold `text`, in order; all others cost nothing but the search. */
export function blocksHolding(source: string, blocks: BlockTable, text: string): Block[] {
  const found: Block[] = []
  let offset = source.indexOf(text)
  while (offset !== -1) {
    const block = blocks.around(offset)
    if (block !== undefined && holdsProse(block.kind)) found.push(block)
    offset = source.indexOf(text, Math.max(offset + 1, block?.span.end ?? 0))
  }
  return found
}

/**
 * The leaf blocks of a report (CommonMark 0.31, sections 4 and 5), with front matter, blocks of maths
 * and footnote definitions. One pass over the lines, linear in the length of `source`, never throws.
 */
export function scanBlocks(source: string): BlockTable {
  const scanner = new BlockScanner(source)
  while (scanner.scanLine());
  return scanner.finish()
}

class Columns {
  size = 0
  #kinds = new Uint8Array(64)
  /** Start, end and start of content, three numbers a block. */
  #offsets = new Int32Array(192)
  readonly #containers: (Container | undefined)[] = []
  readonly #states: (ScanState | undefined)[] = []

  push(block: Block, state: ScanState | undefined): void {
    if (this.size === this.#kinds.length) this.#grow()
    this.#kinds[this.size] = kinds.indexOf(block.kind)
    this.#offsets.set([block.span.start, block.span.end, block.contentStart], this.size * 3)
    this.#containers.push(block.container)
    this.#states.push(state)
    this.size += 1
  }

  blockAt(index: number): Block | undefined {
    const kind = kinds[this.#kinds[index] ?? -1]
    if (index < 0 || index >= this.size || kind === undefined) return undefined
    const span = { start: this.#offset(index, 0), end: this.#offset(index, 1) }
    return { kind, span, contentStart: this.#offset(index, 2), container: this.#containers[index] }
  }

  stateAt(index: number): ScanState | undefined {
    return this.#states[index]
  }

  indexAt(offset: number): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#offset(middle, 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #offset(index: number, which: number): number {
    return this.#offsets[index * 3 + which] ?? 0
  }

  #grow(): void {
    const kindsBefore = this.#kinds
    this.#kinds = new Uint8Array(kindsBefore.length * 2)
    this.#kinds.set(kindsBefore)
    const offsetsBefore = this.#offsets
    this.#offsets = new Int32Array(offsetsBefore.length * 2)
    this.#offsets.set(offsetsBefore)
  }
}

/** The leaf block that is open, and what decides whether the next line belongs to it. */
interface Leaf {
  readonly kind: 'paragraph' | 'indented' | 'fenced' | 'html'
  readonly fence: Fence | undefined
  readonly html: HtmlBlockEnd | undefined
  readonly start: number
  /** The end of the last line that belongs to it. */
  end: number
  readonly contentStart: number
  readonly container: Container | undefined
  readonly state: ScanState
}

const atRoot: ScanState = { container: undefined, followsText: false }
const afterTextAtRoot: ScanState = { container: undefined, followsText: true }

class BlockScanner {
  readonly #source: string
  readonly #lines: LineReader
  readonly #cursor: LineCursor
  readonly #columns = new Columns()
  readonly #links = new Set<string>()
  readonly #footnotes = new Set<string>()
  /** The open containers, outermost first. */
  readonly #stack: Container[] = []
  /** The indexes of the quotes among them. */
  readonly #quotes: number[] = []
  #leaf: Leaf | undefined
  #state: ScanState = atRoot

  constructor(source: string) {
    this.#source = source
    const start = source.startsWith('\uFEFF') ? 1 : 0
    const end = frontMatterEnd(source, start)
    this.#lines = new LineReader(source, end === -1 ? start : behindLineBreak(source, end))
    this.#cursor = new LineCursor(source)
    if (end !== -1) this.#push('frontMatter', start, end, start, undefined, atRoot)
  }

  finish(): BlockTable {
    this.#closeLeaf()
    return new BlockTable(this.#columns, { links: this.#links, footnotes: this.#footnotes })
  }

  /** Scans the next line; false where there is none. */
  scanLine(): boolean {
    if (!this.#lines.advance()) return false
    this.#state = this.#currentState()
    this.#cursor.enter(this.#lines.start, this.#lines.end)
    const matched = this.#matchContainers()
    if (this.#leaf?.fence !== undefined || this.#leaf?.html !== undefined) {
      if (matched === this.#stack.length && this.#continueVerbatim(this.#leaf)) return true
      this.#closeLeaf()
    }
    if (this.#openContainers(matched)) this.#startLeaf()
    else this.#continueOrStart(matched)
    return true
  }

  #currentState(): ScanState {
    const container = this.#stack.at(-1)
    const followsText = this.#leaf?.kind === 'paragraph' || this.#leaf?.kind === 'indented'
    if (container === undefined) return followsText ? afterTextAtRoot : atRoot
    return { container, followsText }
  }

  /** How many of the open containers the line continues. */
  #matchContainers(): number {
    const stack = this.#stack
    let depth = 0
    for (let container = stack[0]; container !== undefined; container = stack[depth]) {
      if (this.#cursor.isBlank && container.content === 'filled') depth = this.#quoteFrom(depth)
      if (depth === stack.length) break
      const continued = continueContainer(stack[depth] ?? container, this.#cursor)
      if (continued === undefined) return depth
      stack[depth] = continued
      depth += 1
    }
    return depth
  }

  /** A blank line continues all lists and notes down to the next quote, however many there are. */
  #quoteFrom(depth: number): number {
    const quote = this.#quotes.find((index) => index >= depth)
    const last = this.#stack.length - 1
    if (quote !== undefined) return quote
    return this.#stack[last]?.content === 'filled' ? last + 1 : last
  }

  /** Opens the containers that the line begins behind those that it continues. */
  #openContainers(matched: number): boolean {
    const interrupts = this.#state.followsText && matched === this.#stack.length
    let opened = this.#openContainer(this.#stack[matched - 1], interrupts)
    if (opened === undefined) return false
    this.#closeLeaf()
    this.#closeContainers(matched)
    while (opened !== undefined) {
      this.#pushContainer(opened)
      opened = this.#openContainer(opened, interrupts)
    }
    return true
  }

  #openContainer(parent: Container | undefined, interrupts: boolean): Container | undefined {
    return openContainer(this.#source, this.#cursor, parent, interrupts)
  }

  #pushContainer(container: Container): void {
    if (container.kind === 'quote') this.#quotes.push(this.#stack.length)
    if (container.kind === 'footnote') this.#footnotes.add(container.label)
    this.#stack.push(container)
  }

  #closeContainers(size: number): void {
    this.#stack.length = Math.min(this.#stack.length, size)
    while ((this.#quotes.at(-1) ?? -1) >= size) this.#quotes.pop()
  }

  /** A line that opens no container: it continues the open leaf, or begins another. */
  #continueOrStart(matched: number): void {
    const isLazy = matched < this.#stack.length
    if (this.#continueText(isLazy)) return
    const keepsContainers = isLazy && this.#leaf?.kind === 'paragraph' && this.#beginsLazyHtml()
    this.#closeLeaf()
    if (!keepsContainers) this.#closeContainers(matched)
    this.#startLeaf()
    if (isLazy && this.#leaf?.kind === 'indented') this.#closeLeaf()
  }

  /** Whether the line belongs to the open paragraph or indented code; if so, it is taken. */
  #continueText(isLazy: boolean): boolean {
    const leaf = this.#leaf
    if (leaf === undefined) return false
    if (leaf.kind === 'indented') return this.#continueIndented(leaf, isLazy)
    if (this.#cursor.isBlank) return false
    if (this.#cursor.indent < tabStop && this.#interruptsParagraph(isLazy)) {
      return this.#isSetextUnderline(isLazy) && this.#closeHeading(leaf)
    }
    leaf.end = this.#lines.end
    return true
  }

  #continueIndented(leaf: Leaf, isLazy: boolean): boolean {
    if (isLazy) return false
    if (this.#cursor.isBlank) return true
    if (this.#cursor.indent < tabStop) return false
    leaf.end = this.#lines.end
    return true
  }

  #interruptsParagraph(isLazy: boolean): boolean {
    const code = this.#cursor.code
    const { textOffset, end } = this.#cursor
    if (code === numberSign) return isAtxHeading(this.#source, textOffset, end)
    if (isFenceMarker(code)) return openFence(this.#source, textOffset, end) !== undefined
    if (code === lessThan) return this.#htmlInterrupts(isLazy)
    return this.#cursor.isThematicBreak || this.#isSetextUnderline(isLazy)
  }

  #htmlInterrupts(isLazy: boolean): boolean {
    const html = openHtmlBlock(this.#source, this.#cursor.textOffset, this.#cursor.end)
    return html !== undefined && (html !== 'blankAlone' || isLazy)
  }

  /** remark-parse lets a tag alone on a lazy line begin an HTML block, within the containers of the paragraph. */
  #beginsLazyHtml(): boolean {
    const { textOffset, end } = this.#cursor
    return openHtmlBlock(this.#source, textOffset, end) === 'blankAlone'
  }

  #isSetextUnderline(isLazy: boolean): boolean {
    const { code, textOffset, end } = this.#cursor
    if (isLazy || (code !== equalsSign && code !== hyphen)) return false
    return isSetextUnderline(this.#source, textOffset, end)
  }

  /** Makes a heading of the open paragraph, unless it holds nothing but definitions. */
  #closeHeading(leaf: Leaf): boolean {
    const rest = this.#splitDefinitions(leaf)
    if (rest === undefined) {
      this.#leaf = undefined
      return false
    }
    this.#pushLeaf('heading', { ...rest, end: this.#lines.end }, rest === leaf)
    this.#leaf = undefined
    return true
  }

  /** Whether the line belongs to the open fence or HTML block; if so, it is taken. */
  #continueVerbatim(leaf: Leaf): boolean {
    const { offset, textOffset, end } = this.#cursor
    if (leaf.fence !== undefined) {
      const isEnd =
        this.#cursor.indent < tabStop && closesFence(leaf.fence, this.#source, textOffset, end)
      leaf.end = end
      if (isEnd) this.#closeLeaf()
      return true
    }
    const html = leaf.html ?? 'blank'
    if (this.#cursor.isBlank && (html === 'blank' || html === 'blankAlone')) return false
    leaf.end = end
    if (endsHtmlBlock(html, this.#source, offset, end)) this.#closeLeaf()
    return true
  }

  /** Begins the leaf block that stands behind the containers of the line. */
  #startLeaf(): void {
    if (this.#cursor.isBlank) return
    const { code, textOffset, end } = this.#cursor
    if (this.#cursor.indent >= tabStop) this.#open('indented')
    else if (code === numberSign && isAtxHeading(this.#source, textOffset, end))
      this.#pushLine('heading')
    else if (this.#cursor.isThematicBreak) this.#pushLine('thematicBreak')
    else if (code === lessThan) this.#startHtml()
    else if (isFenceMarker(code)) this.#startFence()
    else this.#open('paragraph')
  }

  #startHtml(): void {
    const { textOffset, end } = this.#cursor
    const html = openHtmlBlock(this.#source, textOffset, end)
    if (html === undefined) this.#open('paragraph')
    else if (endsHtmlBlock(html, this.#source, htmlEndFrom(html, textOffset), end))
      this.#pushLine('html')
    else this.#open('html', undefined, html)
  }

  #startFence(): void {
    const { textOffset, end } = this.#cursor
    const fence = openFence(this.#source, textOffset, end)
    if (fence === undefined) this.#open('paragraph')
    else this.#open('fenced', fence)
  }

  #open(kind: Leaf['kind'], fence?: Fence, html?: HtmlBlockEnd): void {
    const { start, end } = this.#lines
    const contentStart = this.#cursor.offset
    const container = this.#stack.at(-1)
    this.#leaf = { kind, fence, html, start, end, contentStart, container, state: this.#state }
  }

  #pushLine(kind: BlockKind): void {
    const { start, end } = this.#lines
    this.#push(kind, start, end, this.#cursor.offset, this.#stack.at(-1), this.#state)
  }

  #closeLeaf(): void {
    const leaf = this.#leaf
    if (leaf === undefined) return
    this.#leaf = undefined
    if (leaf.kind === 'indented') this.#pushLeaf('code', leaf)
    else if (leaf.kind === 'fenced') this.#pushLeaf(leaf.fence?.kind ?? 'code', leaf)
    else if (leaf.kind === 'html') this.#pushLeaf('html', leaf)
    else this.#closeParagraph(leaf)
  }

  #closeParagraph(leaf: Leaf): void {
    const rest = this.#splitDefinitions(leaf)
    if (rest !== undefined) this.#pushLeaf('paragraph', rest, rest === leaf)
  }

  /** Takes the definitions at the beginning of a paragraph; returns what else there is. */
  #splitDefinitions(leaf: Leaf): Leaf | undefined {
    const { start, end, contentStart, container } = leaf
    if (!this.#mayDefine(leaf)) return leaf
    const text = blockText(this.#source, { span: { start, end }, contentStart, container })
    let at = 0
    let read = 0
    for (;;) {
      const definition = scanDefinition(text, at)
      if (definition === undefined) break
      this.#links.add(definition.label)
      read = definition.end
      at = behindLineBreak(text, read)
      if (at >= text.length) break
    }
    if (at === 0) return leaf
    this.#pushLeaf('definition', { ...leaf, end: start + read })
    return at >= text.length ? undefined : { ...leaf, start: start + at, contentStart: start + at }
  }

  #mayDefine(leaf: Leaf): boolean {
    let at = leaf.contentStart
    while (at < leaf.end && isIndentation(this.#source.charCodeAt(at))) at += 1
    return this.#source.charCodeAt(at) === leftBracket
  }

  #pushLeaf(kind: BlockKind, leaf: Leaf, isWhole = true): void {
    const state = isWhole ? leaf.state : undefined
    this.#push(kind, leaf.start, leaf.end, leaf.contentStart, leaf.container, state)
  }

  #push(
    kind: BlockKind,
    start: number,
    end: number,
    contentStart: number,
    container: Container | undefined,
    state: ScanState | undefined,
  ): void {
    this.#columns.push({ kind, span: { start, end }, contentStart, container }, state)
  }
}

function isIndentation(code: number): boolean {
  return code <= 0x20 && !isLineBreak(code)
}
