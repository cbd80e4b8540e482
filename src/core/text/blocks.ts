import { type BlockKind, BlockTable, Columns, initialState, type ScanState } from './blockTable.ts'
import { blockText } from './blockText.ts'
import { equalsSign, hyphen, leftBracket, lessThan, numberSign, skipSpaces } from './characters.ts'
import { type Container, openContainer } from './containers.ts'
import { ContainerStack } from './containerStack.ts'
import { behindLineBreak, scanDefinition } from './definitions.ts'
import { findFrontMatter } from './frontMatter.ts'
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

export {
  type Block,
  type BlockKind,
  blocksHolding,
  BlockTable,
  holdsProse,
  type ScanState,
} from './blockTable.ts'

/**
 * The leaf blocks of a report (CommonMark 0.31, sections 4 and 5), with front matter, blocks of maths
 * and footnote definitions. One pass over the lines, linear in the length of `source`, never throws.
 */
export function scanBlocks(source: string): BlockTable {
  const scanner = new BlockScanner(source, 0, initialState)
  scanner.skipFrontMatter()
  while (scanner.scanLine());
  return scanner.finish()
}

/**
 * The leaf blocks from the line that begins at `offset` on, read in `state`. With the beginning and
 * {@link BlockTable.stateAt} of a block it gives that block and all after it.
 */
export function scanBlocksFrom(source: string, offset: number, state: ScanState): BlockTable {
  const scanner = new BlockScanner(source, offset, state)
  while (scanner.scanLine());
  return scanner.finish()
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

const afterParagraph: ScanState = { container: undefined, openText: 'paragraph' }

class BlockScanner {
  readonly #source: string
  readonly #lines: LineReader
  readonly #cursor: LineCursor
  readonly #columns = new Columns()
  readonly #links = new Set<string>()
  readonly #footnotes = new Set<string>()
  readonly #containers: ContainerStack
  #leaf: Leaf | undefined
  /** The container and the text that were open before the current line. */
  #containerBefore: Container | undefined
  #textBefore: ScanState['openText']

  constructor(source: string, offset: number, { container, openText }: ScanState) {
    this.#source = source
    this.#lines = new LineReader(source, offset)
    this.#cursor = new LineCursor(source)
    this.#containers = new ContainerStack(container)
    this.#containerBefore = container
    this.#textBefore = openText
  }

  /** Takes the front matter and a byte order mark, which alone can stand before the first line. */
  skipFrontMatter(): void {
    const start = this.#source.startsWith('\uFEFF') ? 1 : 0
    const end = findFrontMatter(this.#source, start)?.end
    if (end !== undefined) this.#push('frontMatter', start, end, start, undefined, initialState)
    this.#lines.next = end === undefined ? start : behindLineBreak(this.#source, end)
  }

  /** The table; what only a line could close reaches to the end of the report, where a caret may stand. */
  finish(): BlockTable {
    const leaf = this.#leaf
    if (leaf !== undefined && isVerbatim(leaf) && !this.#containers.holdsQuote) {
      leaf.end = this.#source.length
    }
    this.#closeLeaf()
    return new BlockTable(this.#columns, { links: this.#links, footnotes: this.#footnotes })
  }

  /** Scans the next line; false where there is none. */
  scanLine(): boolean {
    if (!this.#lines.advance()) return false
    this.#cursor.enter(this.#lines.start, this.#lines.end)
    this.#readLine(this.#containers.match(this.#cursor))
    this.#containerBefore = this.#containers.innermost
    this.#textBefore = openTextOf(this.#leaf)
    return true
  }

  /** Reads a line behind the prefixes of the `matched` outermost containers, which it continues. */
  #readLine(matched: number): void {
    const leaf = this.#leaf
    const isLazy = matched < this.#containers.depth
    if (leaf?.fence !== undefined || leaf?.html !== undefined) {
      if (!isLazy && this.#continueVerbatim(leaf)) return
      this.#closeLeaf()
    }
    if (this.#openContainers(matched)) this.#startLeaf()
    else if (!this.#continueText(isLazy)) this.#startInstead(matched)
  }

  #state(): ScanState {
    const container = this.#containerBefore
    const openText = this.#textBefore
    if (container !== undefined || openText === 'indented') return { container, openText }
    return openText === undefined ? initialState : afterParagraph
  }

  /** Opens the containers that the line begins behind those that it continues. */
  #openContainers(matched: number): boolean {
    const interrupts = this.#textBefore !== undefined && matched === this.#containers.depth
    let opened = this.#openContainer(this.#containers.within(matched), interrupts)
    if (opened === undefined) return false
    this.#closeLeaf()
    this.#containers.closeTo(matched)
    while (opened !== undefined) {
      this.#containers.push(opened)
      if (opened.kind === 'footnote') this.#footnotes.add(opened.label)
      opened = this.#openContainer(opened, interrupts)
    }
    return true
  }

  #openContainer(parent: Container | undefined, interrupts: boolean): Container | undefined {
    return openContainer(this.#source, this.#cursor, parent, interrupts)
  }

  /** Begins a leaf on a line that opens no container and does not continue the open leaf. */
  #startInstead(matched: number): void {
    const isLazy = matched < this.#containers.depth
    const keepsContainers = isLazy && this.#textBefore === 'paragraph' && this.#beginsLazyHtml()
    this.#closeLeaf()
    if (!keepsContainers) this.#containers.closeTo(matched)
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
    const { isBlank, offset, end } = this.#cursor
    if (isBlank && (leaf.html === 'blank' || leaf.html === 'blankAlone')) return false
    leaf.end = end
    const { fence, html } = leaf
    const isClosed =
      (fence !== undefined && this.#closesFence(fence)) ||
      (html !== undefined && endsHtmlBlock(html, this.#source, offset, end))
    if (isClosed) this.#closeLeaf()
    return true
  }

  #closesFence(fence: Fence): boolean {
    const { indent, textOffset, end } = this.#cursor
    return indent < tabStop && closesFence(fence, this.#source, textOffset, end)
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
    const container = this.#containers.innermost
    this.#leaf = { kind, fence, html, start, end, contentStart, container, state: this.#state() }
  }

  #pushLine(kind: BlockKind): void {
    const { start, end } = this.#lines
    this.#push(kind, start, end, this.#cursor.offset, this.#containers.innermost, this.#state())
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
    return at >= text.length
      ? undefined
      : { ...leaf, start: start + at, contentStart: start + skipSpaces(text, at, text.length) }
  }

  #mayDefine({ contentStart, end }: Leaf): boolean {
    return this.#source.charCodeAt(skipSpaces(this.#source, contentStart, end)) === leftBracket
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
    this.#columns.push(kind, start, end, contentStart, container, state)
  }
}

function openTextOf(leaf: Leaf | undefined): ScanState['openText'] {
  return leaf?.kind === 'paragraph' || leaf?.kind === 'indented' ? leaf.kind : undefined
}

/** Whether only a line of its own can close `leaf`. */
function isVerbatim({ fence, html }: Leaf): boolean {
  return fence !== undefined || (html !== undefined && html !== 'blank' && html !== 'blankAlone')
}
