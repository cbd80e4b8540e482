import {
  atxLevel,
  closesFence,
  htmlStart,
  isQuoteMarker,
  isSetextUnderline,
  isThematicBreak,
  listMarker,
  openingCodeFence,
  openingMathFence,
  type Fence,
} from './blockStarts.ts'
import { hash, isBlank, openBracket } from './characters.ts'
import { continueContainers, openItem, openQuote, type Container } from './containers.ts'
import { readDefinitions } from './definitions.ts'
import { frontMatterEnd } from './frontMatterFence.ts'
import { flatten } from './flatten.ts'
import { isLoneTag } from './htmlTags.ts'
import { LineCursor } from './lineCursor.ts'
import type { Span } from '../text/span.ts'

/** What a leaf block is. Only `paragraph`, `heading` and `html` (text between tags) can hold prose. */
export type BlockKind =
  'paragraph' | 'heading' | 'html' | 'rawHtml' | 'code' | 'maths' | 'frontMatter' | 'definition'

/** A leaf block of a report. Thematic breaks and blank lines are none. */
export interface Block {
  readonly kind: BlockKind
  /** From the first character of its first line's content to the end of its last line, without the line ending. */
  readonly span: Span
  /** Starts and ends of its lines' contents, without the markers of quotations and lists, in turn. */
  readonly lines: readonly number[]
}

/** The blocks of a report, in order; their spans do not overlap. */
export interface BlockTable {
  readonly blocks: readonly Block[]
  /** Normalised labels of the link reference definitions. */
  readonly labels: ReadonlySet<string>
}

/** The block structure of `source` (CommonMark 0.31.2, with YAML front matter and `$$` maths). Linear. */
export function scanBlocks(source: string): BlockTable {
  return new BlockScanner(source).scan()
}

/** The block whose lines hold `offset`; `undefined` between blocks. */
export function blockAt({ blocks }: BlockTable, offset: number): Block | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const block = blocks[middle]
    if (block !== undefined && block.span.end < offset) low = middle + 1
    else high = middle
  }
  const found = blocks[low]
  return found !== undefined && found.span.start <= offset ? found : undefined
}

/** The leaf that is open: its kind, its lines so far, and what ends it. */
interface Leaf {
  readonly kind: BlockKind
  readonly lines: number[]
  readonly fence?: Fence
  /** What ends an HTML block; a blank line where it is missing. */
  readonly closes?: RegExp
  /** Code without a fence. */
  readonly indented?: true
}

class BlockScanner {
  readonly #cursor: LineCursor
  readonly #source: string
  readonly #blocks: Block[] = []
  readonly #labels = new Set<string>()
  readonly #containers: Container[] = []
  #leaf: Leaf | undefined

  constructor(source: string) {
    this.#source = source
    this.#cursor = new LineCursor(source)
  }

  scan(): BlockTable {
    let line = this.#frontMatter()
    while (line < this.#source.length) {
      this.#cursor.startLine(line)
      this.#readLine()
      line = this.#cursor.next
    }
    if (this.#leaf?.fence !== undefined) this.#leaf.lines.push(line, line)
    this.#closeLeaf()
    return { blocks: this.#blocks, labels: this.#labels }
  }

  #frontMatter(): number {
    const end = frontMatterEnd(this.#source)
    if (end > 0)
      this.#blocks.push({ kind: 'frontMatter', span: { start: 0, end }, lines: [0, end] })
    return end
  }

  #readLine(): void {
    const matched = continueContainers(this.#cursor, this.#containers)
    const all = matched === this.#containers.length
    if (all && this.#continuesLeaf()) return
    const kept = this.#openBlocks(matched)
    if (kept === undefined) return
    if (this.#isLazy(kept)) this.#addLine()
    else this.#readText(kept)
  }

  /** Whether the open leaf takes the line whatever stands on it. */
  #continuesLeaf(): boolean {
    const leaf = this.#leaf
    if (leaf === undefined || leaf.kind === 'paragraph') return false
    if (leaf.fence !== undefined) return this.#continuesFence(leaf.fence)
    if (leaf.indented) return this.#continuesIndented()
    return this.#continuesHtml(leaf)
  }

  #continuesFence(fence: Fence): boolean {
    this.#addLine()
    if (closesFence(this.#cursor, fence)) this.#closeLeaf()
    return true
  }

  #continuesIndented(): boolean {
    if (this.#cursor.isBlank) return true
    if (this.#cursor.indent >= 4) {
      this.#addLine()
      return true
    }
    this.#closeLeaf()
    return false
  }

  #continuesHtml({ closes }: Leaf): boolean {
    if (closes === undefined && this.#cursor.isBlank) {
      this.#closeLeaf()
      return true
    }
    this.#addLine()
    if (closes?.test(this.#content())) this.#closeLeaf()
    return true
  }

  /**
   * Opens the containers and the leaf that begin on the line. Returns how many containers go on or
   * were opened; `undefined` when a leaf took all of the line.
   */
  #openBlocks(matched: number): number | undefined {
    let kept = matched
    for (;;) {
      const cursor = this.#cursor
      if (cursor.isBlank) return kept
      if (cursor.indent >= 4) return this.#opensIndented(kept) ? undefined : kept
      if (isQuoteMarker(cursor)) {
        kept = this.#open(kept, openQuote(cursor))
      } else if (this.#opensLeaf(kept)) {
        return undefined
      } else {
        const marker = listMarker(cursor)
        if (marker === undefined || !this.#canOpenItem(kept, marker.width, marker.canInterrupt))
          return kept
        kept = this.#open(kept, openItem(cursor, marker))
      }
    }
  }

  #open(kept: number, container: Container): number {
    this.#closeContainers(kept)
    this.#fill()
    this.#containers.push(container)
    return this.#containers.length
  }

  /** Whether the open paragraph is right here: no container around it has ended on this line. */
  #inParagraph(kept: number): boolean {
    return kept === this.#containers.length && this.#leaf?.kind === 'paragraph'
  }

  #canOpenItem(kept: number, width: number, canInterrupt: boolean): boolean {
    if (!this.#inParagraph(kept)) return true
    const { text, content, end } = this.#cursor
    let at = content + width
    while (at < end && isBlank(text.charCodeAt(at))) at += 1
    return canInterrupt && at < end
  }

  #opensIndented(kept: number): boolean {
    if (this.#leaf?.kind === 'paragraph') return false
    this.#openLeaf(kept, { kind: 'code', lines: [], indented: true })
    return true
  }

  #opensLeaf(kept: number): boolean {
    return (
      this.#opensAtx(kept) ||
      this.#opensFence(kept) ||
      this.#opensHtml(kept) ||
      this.#opensSetext(kept) ||
      this.#opensBreak(kept)
    )
  }

  #opensAtx(kept: number): boolean {
    const level = atxLevel(this.#cursor)
    if (level === 0) return false
    this.#closeContainers(kept)
    this.#fill()
    const { content, end } = this.#cursor
    this.#push('heading', [content + level, atxTextEnd(this.#source, content + level, end)])
    return true
  }

  #opensFence(kept: number): boolean {
    const code = openingCodeFence(this.#cursor)
    const fence = code ?? openingMathFence(this.#cursor)
    if (fence === undefined) return false
    this.#openLeaf(kept, { kind: code === undefined ? 'maths' : 'code', lines: [], fence })
    return true
  }

  #opensHtml(kept: number): boolean {
    const start = htmlStart(this.#cursor, isLoneTag)
    if (start === undefined || (!start.canInterrupt && this.#leaf?.kind === 'paragraph'))
      return false
    const { closes, holdsProse } = start
    this.#openLeaf(kept, {
      kind: holdsProse ? 'html' : 'rawHtml',
      lines: [],
      ...(closes && { closes }),
    })
    if (closes?.test(this.#content())) this.#closeLeaf()
    return true
  }

  #opensSetext(kept: number): boolean {
    const leaf = this.#leaf
    if (leaf === undefined || !this.#inParagraph(kept) || !isSetextUnderline(this.#cursor))
      return false
    if (this.#withoutDefinitions(leaf.lines).length === 0) return false
    this.#leaf = { kind: 'heading', lines: leaf.lines }
    this.#closeLeaf()
    return true
  }

  #opensBreak(kept: number): boolean {
    if (!isThematicBreak(this.#cursor)) return false
    this.#closeContainers(kept)
    this.#fill()
    return true
  }

  /** A line of text goes on with a paragraph even without the markers of its containers (CommonMark 5.1, laziness). */
  #isLazy(kept: number): boolean {
    return (
      kept < this.#containers.length && !this.#cursor.isBlank && this.#leaf?.kind === 'paragraph'
    )
  }

  #readText(kept: number): void {
    this.#closeContainers(kept)
    if (this.#cursor.isBlank) this.#closeLeaf()
    else if (this.#leaf === undefined) this.#openLeaf(kept, { kind: 'paragraph', lines: [] })
    else this.#addLine()
  }

  #openLeaf(kept: number, leaf: Leaf): void {
    this.#closeContainers(kept)
    this.#closeLeaf()
    this.#fill()
    this.#leaf = leaf
    this.#addLine()
  }

  #addLine(): void {
    this.#leaf?.lines.push(this.#cursor.content, this.#cursor.end)
  }

  #content(): string {
    return this.#source.slice(this.#cursor.content, this.#cursor.end)
  }

  /** Ends all containers beyond the first `kept`, with the leaf in them. */
  #closeContainers(kept: number): void {
    if (kept >= this.#containers.length) return
    this.#closeLeaf()
    this.#containers.length = kept
  }

  /** The innermost item has content now: a blank line no longer ends it. */
  #fill(): void {
    this.#closeLeaf()
    const innermost = this.#containers.at(-1)
    if (innermost?.kind === 'item') innermost.empty = false
  }

  #closeLeaf(): void {
    const leaf = this.#leaf
    this.#leaf = undefined
    if (leaf === undefined) return
    const isText = leaf.kind === 'paragraph' || leaf.kind === 'heading'
    this.#push(leaf.kind, isText ? this.#takeDefinitions(leaf.lines) : leaf.lines)
  }

  #push(kind: BlockKind, lines: readonly number[]): void {
    const [start] = lines
    const end = lines.at(-1)
    if (start !== undefined && end !== undefined)
      this.#blocks.push({ kind, span: { start, end }, lines })
  }

  /** The lines behind the link reference definitions that begin a paragraph (CommonMark 4.7). */
  #withoutDefinitions(lines: readonly number[]): readonly number[] {
    const [start] = lines
    if (start === undefined || this.#source.charCodeAt(start) !== openBracket) return lines
    const { end } = readDefinitions(flatten(this.#source, lines))
    return linesFrom(lines, start + end)
  }

  #takeDefinitions(lines: readonly number[]): readonly number[] {
    const rest = this.#withoutDefinitions(lines)
    const [start] = lines
    if (rest === lines || start === undefined) return lines
    for (const label of readDefinitions(flatten(this.#source, lines)).labels)
      this.#labels.add(label)
    const taken = lines.slice(0, lines.length - rest.length)
    if (taken.length > 0) this.#push('definition', taken)
    return rest
  }
}

/** The end of an ATX heading's text, before a closing run of `#` (CommonMark 4.2). */
function atxTextEnd(source: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(source.charCodeAt(at - 1))) at -= 1
  const textEnd = at
  while (at > start && source.charCodeAt(at - 1) === hash) at -= 1
  return at > start && !isBlank(source.charCodeAt(at - 1)) ? textEnd : at
}

/** The lines that begin at or behind `offset`; definitions end with their line. */
function linesFrom(lines: readonly number[], offset: number): readonly number[] {
  for (let at = 0; at < lines.length; at += 2) {
    if ((lines[at] ?? 0) >= offset) return at === 0 ? lines : lines.slice(at)
  }
  return []
}
