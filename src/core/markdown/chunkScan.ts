import { type BlockKind, BlockRows, before, type OpenText, type ScanState } from './blockRows.ts'
import { blockText } from './blockText.ts'
import { type Boundary, type OpenLeaf, type Opening, sameBoundary, sameState } from './boundary.ts'
import { colon, leftBracket, lessThan, numberSign, skipSpaces, tilde } from '../text/characters.ts'
import { type Container, openContainer, type Openings } from './containers.ts'
import { ContainerStack } from './containerStack.ts'
import { behindLineBreak, scanDefinition } from './definitions.ts'
import { closesFrontMatter, opensFrontMatter, textStart } from '../text/frontMatter.ts'
import { endsHtmlBlock, htmlEndFrom, type HtmlBlockEnd, openHtmlBlock } from './html.ts'
import {
  closesFence,
  type Fence,
  isAtxHeading,
  isDivisionEnd,
  isDivisionFence,
  isFenceMarker,
  isSetextUnderline,
  openFence,
  rulesColumns,
} from './leaves.ts'
import { LineCursor, tabStop } from './lines.ts'
import {
  continuesMetadata,
  type EndMark,
  type Ends,
  EndsAhead,
  readEnds,
} from './pandocBlocks/ends.ts'
import {
  type Asked,
  nothingAhead,
  type Outlook,
  type Question,
  sameQuestion,
} from './pandocBlocks/lookAhead.ts'
import { isOverBlankLines, OpenInlines } from './pandocBlocks/openInlines.ts'
import { LineReader } from '../text/lines.ts'

/** What a scan finds in one chunk of a report; offsets count from the beginning of the chunk. */
export interface ChunkScan {
  /** What it began with. */
  readonly before: Boundary
  readonly after: Boundary
  /** Where the block stands that is open at the end. */
  readonly tail: LeafPlace | undefined
  /** The blocks that end here, or in a line before that this chunk shows to be their last. */
  readonly rows: BlockRows
  readonly labels: readonly DefinedLabel[]
  /** Whether a line was read as it is because of what stands further down, behind its block. */
  readonly looksAhead: boolean
  /** What it asked about the text behind the chunk. */
  readonly asked: readonly Asked[]
}

/** Where a block stands; offsets are {@link before} where they lie in a chunk before. */
export interface LeafPlace {
  readonly start: number
  readonly contentStart: number
  /** The end of the last line that belongs to it. */
  readonly end: number
}

/** A label that a definition gives a meaning to. */
export interface DefinedLabel {
  readonly kind: 'link' | 'footnote'
  /** Normalised. */
  readonly label: string
  /** Where the line or the block of its definition begins. */
  readonly at: number
}

/** An earlier scan, and what of its text another text replaced since. */
export interface KnownScan {
  readonly scan: ChunkScan
  readonly start: number
  /** Where the replaced text ended. */
  readonly oldEnd: number
  /** Where what replaces it ends. */
  readonly newEnd: number
}

/** The state at the beginning of a report. */
const initialState: ScanState = { container: undefined, openText: undefined }
const afterParagraph: ScanState = { container: undefined, openText: 'paragraph' }

/** What a report without front matter begins with. */
export const atBeginning: Boundary = { isBeginning: true, container: undefined, leaf: undefined }

/** What a report with front matter begins with. */
export const atFrontMatter: Boundary = {
  isBeginning: true,
  container: undefined,
  leaf: {
    kind: 'frontMatter',
    fence: undefined,
    html: undefined,
    text: undefined,
    container: undefined,
    state: initialState,
    opening: undefined,
  },
}

/**
 * Scans the lines of `text` behind `boundary`: the leaf blocks (CommonMark 0.31, sections 4 and 5), with
 * front matter and footnote definitions. With a `known` scan of the text before an
 * edit, it begins at the block that the edit touched and ends where a block begins as it did before.
 * `outlook` says what is further down. Linear in the length of what it scans, never throws.
 */
export function scanChunk(
  text: string,
  boundary: Boundary,
  outlook: Outlook,
  known?: KnownScan,
): ChunkScan {
  const isSame = known !== undefined && sameBoundary(known.scan.before, boundary)
  const from = isSame && !known.scan.looksAhead ? resumptionIn(text, known) : -1
  const scanner = new ChunkScanner(text, boundary, outlook, known)
  if (known !== undefined && from >= 0) scanner.resumeAt(known.scan, from)
  else if (boundary.isBeginning) scanner.skipBeginning()
  while (!scanner.isAsKnown() && scanner.scanLine());
  return scanner.finish()
}

/** Closes what is open behind the last line of a report. */
export function scanEnd(boundary: Boundary): ChunkScan {
  const scanner = new ChunkScanner('', boundary, nothingAhead, undefined)
  scanner.close()
  return scanner.finish()
}

/**
 * The row to scan from after an edit, or -1 for the beginning: the last one that begins before the edit
 * with a line that the edit left as it is, or behind a line that left nothing open.
 */
function resumptionIn(text: string, { scan: { before, rows }, start }: KnownScan): number {
  // A byte order mark may have come or gone.
  if (before.isBeginning && start === 0) return -1
  // A carriage return before the edit may get or lose its line feed.
  const from = start > 0 && text.charAt(start - 1) === '\r' ? start - 1 : start
  let row = rows.indexAt(from)
  if (row < 0 || rows.start(row) < 0) return -1
  const isFirstLine = !/[\r\n]/.test(text.slice(rows.start(row), from))
  if (isFirstLine && rows.state(row)?.openText !== undefined) row -= 1
  while (row >= 0 && rows.state(row) === undefined) row -= 1
  return row >= 0 && rows.start(row) >= 0 ? row : -1
}

/** The leaf block that is open, and what decides whether the next line belongs to it. */
interface Leaf extends OpenLeaf {
  readonly start: number
  readonly contentStart: number
  end: number
  text: OpenText | undefined
  /** Whether it is a paragraph that may begin with definitions. */
  readonly mayDefine: boolean
}

const allOpenings: Openings = { interrupts: false, pandocItem: true, definition: true }
const noLabels: readonly DefinedLabel[] = []
const nothingAsked: readonly Asked[] = []

/** In more containers than these, a fence is one without its end too, so that no line is read ever more often. */
const deepestLook = 16

class ChunkScanner {
  readonly #source: string
  readonly #boundary: Boundary
  readonly #outlook: Outlook
  readonly #known: KnownScan | undefined
  /** By how much all behind the edit moved. */
  readonly #shift: number
  readonly #lines: LineReader
  readonly #cursor: LineCursor
  readonly #inlines: OpenInlines
  readonly #rows = new BlockRows()
  readonly #labels: DefinedLabel[] = []
  #containers: ContainerStack
  #leaf: Leaf | undefined
  /** The container and the text that were open before the current line. */
  #containerBefore: Container | undefined
  #textBefore: ScanState['openText']
  /** The known row at which the scan may end. */
  #nextKnown = 0
  #isAsKnown = false
  #looksAhead = false
  readonly #asked: Asked[] = []
  /** What is ahead in the containers that were asked about. */
  readonly #endsAhead = new Map<Container | undefined, EndsAhead>()

  constructor(source: string, boundary: Boundary, outlook: Outlook, known: KnownScan | undefined) {
    this.#source = source
    this.#outlook = outlook
    this.#boundary = boundary
    this.#known = known
    this.#shift = known === undefined ? 0 : known.newEnd - known.oldEnd
    this.#lines = new LineReader(source, 0)
    this.#cursor = new LineCursor(source)
    this.#inlines = new OpenInlines(source, (end) => this.#answerTo({ kind: 'inline', end }) > 0)
    this.#containers = new ContainerStack(boundary.container)
    this.#leaf = boundary.leaf && continued(boundary.leaf)
    this.#containerBefore = boundary.container
    this.#textBefore = openTextOf(this.#leaf)
  }

  /** Takes a byte order mark, or the opening line of front matter, which alone can stand at the beginning. */
  skipBeginning(): void {
    const leaf = this.#leaf
    this.#lines.next = textStart(this.#source)
    if (leaf?.kind === 'frontMatter' && this.#lines.advance()) leaf.end = this.#lines.end
  }

  /** Takes the rows before `row` as they are known, and goes on from there. */
  resumeAt({ rows, labels }: ChunkScan, row: number): void {
    const start = rows.start(row)
    const { container, openText } = rows.state(row) ?? initialState
    this.#rows.take(rows, 0, row, 0)
    for (const label of labels) if (label.at < start) this.#labels.push(label)
    this.#lines.next = start
    this.#containers = new ContainerStack(container)
    this.#leaf = undefined
    this.#containerBefore = container
    this.#textBefore = openText
    this.#nextKnown = row
  }

  /** Whether all from the next line on is as it was before the edit; if so, it is taken. */
  isAsKnown(): boolean {
    const known = this.#known
    if (known === undefined || this.#lines.next < known.newEnd) return false
    const { rows, labels } = known.scan
    const at = this.#lines.next - this.#shift
    while (this.#nextKnown < rows.size && rows.start(this.#nextKnown) < at) this.#nextKnown += 1
    if (this.#nextKnown === rows.size || rows.start(this.#nextKnown) !== at) return false
    if (!this.#isInState(rows.state(this.#nextKnown))) return false
    this.#closeLeaf()
    this.#rows.take(rows, this.#nextKnown, rows.size, this.#shift)
    for (const label of labels) {
      if (label.at >= at) this.#labels.push({ ...label, at: label.at + this.#shift })
    }
    this.#isAsKnown = true
    this.#looksAhead ||= known.scan.looksAhead
    for (const { question } of known.scan.asked) this.#answerTo(question)
    return true
  }

  #isInState(state: ScanState | undefined): boolean {
    return (
      state !== undefined &&
      state.openText !== 'verbatim' &&
      state.openText !== 'definitions' &&
      sameState(state, { container: this.#containerBefore, openText: this.#textBefore })
    )
  }

  /** Ends the report; what only a line could close reaches to its end, where a caret may stand. */
  close(): void {
    const leaf = this.#leaf
    if (leaf !== undefined && isVerbatim(leaf) && !this.#containers.holdsQuote) {
      leaf.end = this.#source.length
    }
    this.#closeLeaf()
  }

  finish(): ChunkScan {
    return {
      before: this.#boundary,
      after: this.#after(),
      tail: this.#tail(),
      rows: this.#rows.finish(),
      labels: this.#labels.length === 0 ? noLabels : this.#labels,
      looksAhead: this.#looksAhead || this.#inlines.looksAhead,
      asked: this.#asked.length === 0 ? nothingAsked : this.#asked,
    }
  }

  #after(): Boundary {
    const known = this.#known?.scan.after
    if (known !== undefined && this.#isAsKnown) return known
    const leaf = this.#leaf
    const after = {
      isBeginning: false,
      container: this.#containers.innermost,
      leaf: leaf && { ...withoutPlace(leaf), opening: this.#openingOf(leaf) },
    }
    return known !== undefined && sameBoundary(after, known) ? known : after
  }

  #tail(): LeafPlace | undefined {
    if (this.#isAsKnown) return this.#known?.scan.tail && moved(this.#known.scan.tail, this.#shift)
    const leaf = this.#leaf
    return leaf && { start: leaf.start, contentStart: leaf.contentStart, end: leaf.end }
  }

  #openingOf(leaf: Leaf): Opening | undefined {
    const { opening, start, contentStart, end, mayDefine } = leaf
    if (!mayDefine) return undefined
    const text = (opening?.text ?? '') + this.#source.slice(Math.max(0, start))
    return { text, contentStart: contentStart - start, end: end - start }
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
    if (leaf?.kind === 'frontMatter') {
      this.#continueFrontMatter(leaf)
      return
    }
    if (leaf?.fence !== undefined || leaf?.html !== undefined) {
      if (!isLazy && this.#continueVerbatim(leaf)) return
      this.#closeLeaf()
    }
    if (leaf !== undefined && !isLazy && this.#isWithinInline(leaf)) this.#takeText(leaf)
    else if (this.#openContainers(matched)) this.#startLeaf()
    else if (!this.#continueText(matched)) this.#startInstead(matched)
  }

  #state(): ScanState {
    const container = this.#containerBefore
    const openText = this.#textBefore
    if (container !== undefined) return { container, openText }
    if (openText === undefined) return initialState
    return openText === 'paragraph' ? afterParagraph : { container, openText }
  }

  /** Opens the containers that the line begins behind those that it continues. */
  #openContainers(matched: number): boolean {
    const openings = this.#openings(matched)
    let opened = this.#openContainer(this.#containers.within(matched), openings)
    if (opened === undefined) return false
    this.#closeLeaf()
    this.#containers.closeTo(matched)
    const { interrupts } = openings
    while (opened !== undefined) {
      this.#containers.push(opened)
      if (opened.kind === 'footnote') this.#define('footnote', opened.label, this.#lines.start)
      opened = this.#openContainer(opened, { interrupts, pandocItem: true, definition: false })
    }
    return true
  }

  /** What may open on a line that continues the `matched` outermost containers. */
  #openings(matched: number): Openings {
    const text = this.#textBefore
    if (text === undefined || text === 'verbatim') return allOpenings
    const interrupts = matched === this.#containers.depth
    // The container that text ends in or that the line would have to belong to.
    const owner = this.#containers.within(interrupts ? matched : matched + 1)?.kind
    return {
      interrupts,
      pandocItem: owner === 'item',
      definition: interrupts ? text === 'term' : owner === 'definition',
    }
  }

  #openContainer(parent: Container | undefined, openings: Openings): Container | undefined {
    return openContainer(this.#source, this.#cursor, parent, openings)
  }

  /** Begins a leaf on a line that opens no container and does not continue the open leaf. */
  #startInstead(matched: number): void {
    const isLazy = matched < this.#containers.depth
    const keepsContainers = isLazy && isParagraph(this.#textBefore) && this.#beginsLazyHtml()
    this.#closeLeaf()
    if (!keepsContainers) this.#containers.closeTo(matched)
    this.#startLeaf()
    if (isLazy && this.#leaf?.kind === 'indented') this.#closeLeaf()
  }

  /** Whether the line belongs to the open paragraph or indented code; if so, it is taken. */
  #continueText(matched: number): boolean {
    const leaf = this.#leaf
    const isLazy = matched < this.#containers.depth
    if (leaf === undefined) return false
    if (leaf.kind === 'indented') return this.#continueIndented(leaf, isLazy)
    if (isOverBlankLines(leaf.text)) return false
    if (this.#cursor.isBlank) return false
    if (this.#cursor.indent < tabStop && this.#interruptsParagraph(matched)) {
      return this.#isSetextUnderline(isLazy) && this.#closeHeading(leaf)
    }
    this.#takeText(leaf)
    return true
  }

  /** Whether the line belongs to what is open in a paragraph, which only maths lets no blank line be. */
  #isWithinInline({ text }: Leaf): boolean {
    return isOverBlankLines(text) || (text === 'maths' && !this.#cursor.isBlank)
  }

  /** The answer to `question` about the text behind the chunk. */
  #answerTo(question: Question): number {
    const known = this.#asked.find((asked) => sameQuestion(asked.question, question))
    if (known !== undefined) return known.answer
    const answer = this.#outlook.answer(question)
    this.#asked.push({ question, answer })
    return answer
  }

  /** Whether what the line begins in `container` ends there, with a `mark` of at least `length`: for Pandoc it is none else. */
  #endsBehind(container: Container | undefined, mark: EndMark, length: number): boolean {
    const ahead = this.#aheadIn(container)
    const ends = ahead.behind(this.#lines.start)[mark] >= length
    if (!ends || isParagraph(this.#textBefore)) this.#looksAhead = true
    if (ends || ahead.until !== Infinity) return ends
    return this.#answerTo({ kind: 'end', mark, container }) >= length
  }

  #aheadIn(container: Container | undefined): EndsAhead {
    const known = this.#endsAhead.get(container)
    if (known !== undefined && this.#lines.start < known.until) return known
    const ahead = new EndsAhead(
      container === undefined ? this.#outlook.ends() : this.#endsWithin(container),
    )
    this.#endsAhead.set(container, ahead)
    return ahead
  }

  #endsWithin(container: Container): Ends {
    return readEnds(this.#source, this.#lines.ahead(), new ContainerStack(container))
  }

  /** Takes the line as one more of the open paragraph. */
  #takeText(leaf: Leaf): void {
    const { offset, end } = this.#cursor
    leaf.end = this.#lines.end
    const open = leaf.text === 'term' || leaf.text === 'paragraph' ? undefined : leaf.text
    leaf.text = this.#inlines.openBehind(offset, end, open) ?? 'paragraph'
  }

  #continueIndented(leaf: Leaf, isLazy: boolean): boolean {
    if (isLazy) return false
    if (this.#cursor.isBlank) return true
    if (this.#cursor.indent < tabStop) return false
    leaf.end = this.#lines.end
    return true
  }

  #interruptsParagraph(matched: number): boolean {
    const isLazy = matched < this.#containers.depth
    const code = this.#cursor.code
    const { textOffset, end } = this.#cursor
    if (code === numberSign) return isAtxHeading(this.#source, textOffset, end)
    if (isFenceMarker(code)) return this.#fenceIn(matched) !== undefined
    if (code === lessThan) return this.#htmlInterrupts(isLazy)
    if (code === colon) return isDivisionEnd(this.#source, textOffset, end)
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
    const { textOffset, end } = this.#cursor
    return !isLazy && isSetextUnderline(this.#source, textOffset, end)
  }

  /** Makes a heading of the open paragraph, unless it holds nothing but definitions. */
  #closeHeading(leaf: Leaf): boolean {
    const rest = this.#splitDefinitions(leaf)
    if (rest === undefined) {
      this.#leaf = undefined
      this.#textBefore = 'definitions'
      return false
    }
    this.#pushLeaf('heading', leaf, { ...rest, end: this.#lines.end })
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
    else if (this.#cursor.isThematicBreak) this.#startMetadata()
    else if (code === colon && isDivisionFence(this.#source, textOffset, end))
      this.#pushLine('divisionFence')
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
    else if (html === '-->' && !this.#inlines.hasEnd('comment', end)) this.#open('paragraph')
    else this.#open('html', undefined, html)
  }

  #startFence(): void {
    const fence = this.#fenceIn(this.#containers.depth)
    if (fence === undefined) this.#open('paragraph')
    else this.#open('fenced', fence)
  }

  /** The fence that the line opens within `depth` containers, where it is closed there too. */
  #fenceIn(depth: number): Fence | undefined {
    const { textOffset, end } = this.#cursor
    const fence = openFence(this.#source, textOffset, end)
    if (fence === undefined || depth > deepestLook) return fence
    const mark = fence.marker === tilde ? '~' : '`'
    return this.#endsBehind(this.#containers.within(depth), mark, fence.length) ? fence : undefined
  }

  /** Begins metadata, or the rows of a table, which may be indented, or a thematic break. */
  #startMetadata(): void {
    const { textOffset, end } = this.#cursor
    if (this.#beginsMetadata()) this.#open('frontMatter')
    else if (rulesColumns(this.#source, textOffset, end)) this.#open('paragraph')
    else this.#pushLine('thematicBreak')
  }

  #beginsMetadata(): boolean {
    const { indent, offset, end } = this.#cursor
    const { depth, innermost: container } = this.#containers
    if (indent > 0 || !opensFrontMatter(this.#source, { start: offset, end })) return false
    if (depth > deepestLook || !this.#continuesMetadata(container)) return false
    return this.#endsBehind(container, '-', 1)
  }

  #continuesMetadata(container: Container | undefined): boolean {
    const containers = new ContainerStack(container)
    const answer = continuesMetadata(this.#source, this.#lines.ahead(), containers, true)
    if (answer !== true) this.#looksAhead = true
    if (answer !== undefined) return answer
    const isFirstLine = this.#lines.next === this.#source.length
    return this.#answerTo({ kind: 'metadata', isFirstLine, container }) > 0
  }

  #open(kind: Leaf['kind'], fence?: Fence, html?: HtmlBlockEnd): void {
    this.#leaf = {
      kind,
      fence,
      html,
      text: kind === 'paragraph' ? this.#textOfFirstLine() : undefined,
      start: this.#lines.start,
      end: this.#lines.end,
      contentStart: this.#cursor.offset,
      container: this.#containers.innermost,
      state: this.#state(),
      opening: undefined,
      mayDefine: kind === 'paragraph' && this.#cursor.code === leftBracket,
    }
  }

  #textOfFirstLine(): OpenText {
    const { offset, end } = this.#cursor
    return this.#inlines.openBehind(offset, end, undefined) ?? 'term'
  }

  #pushLine(kind: BlockKind): void {
    this.#rows.push({
      kind,
      start: this.#lines.start,
      end: this.#lines.end,
      contentStart: this.#cursor.offset,
      container: this.#containers.innermost,
      state: this.#state(),
    })
  }

  #closeLeaf(): void {
    const leaf = this.#leaf
    if (leaf === undefined) return
    this.#leaf = undefined
    if (leaf.kind === 'paragraph') this.#closeParagraph(leaf)
    else this.#pushLeaf(kindOf(leaf), leaf, leaf)
  }

  #closeParagraph(leaf: Leaf): void {
    const rest = this.#splitDefinitions(leaf)
    if (rest !== undefined) this.#pushLeaf('paragraph', leaf, rest)
  }

  /** Takes the definitions at the beginning of a paragraph; returns what else there is. */
  #splitDefinitions(leaf: Leaf): LeafPlace | undefined {
    if (!leaf.mayDefine) return leaf
    const { start, end } = leaf
    const text = this.#textOf(leaf)
    let at = 0
    let read = 0
    for (;;) {
      const definition = scanDefinition(text, at)
      if (definition === undefined) break
      this.#define('link', definition.label, start)
      read = definition.end
      at = behindLineBreak(text, read)
      if (at >= text.length) break
    }
    if (at === 0) return leaf
    this.#pushLeaf('definition', leaf, { ...leaf, end: start + read })
    if (at >= text.length) return undefined
    return { start: start + at, end, contentStart: start + skipSpaces(text, at, text.length) }
  }

  #textOf({ start, end, contentStart, container, opening }: Leaf): string {
    const raw =
      opening === undefined
        ? this.#source.slice(start, end)
        : (opening.text + this.#source.slice(0, Math.max(0, end))).slice(0, end - start)
    const span = { start: 0, end: raw.length }
    return blockText(raw, { span, contentStart: contentStart - start, container })
  }

  #define(kind: DefinedLabel['kind'], label: string, at: number): void {
    this.#labels.push({ kind, label, at })
  }

  #continueFrontMatter(leaf: Leaf): void {
    const { offset, end } = this.#cursor
    leaf.end = end
    if (closesFrontMatter(this.#source, { start: offset, end })) this.#closeLeaf()
  }

  /** Adds `leaf` or a part of it; only what begins where it begins can be scanned anew from there. */
  #pushLeaf(kind: BlockKind, leaf: Leaf, place: LeafPlace): void {
    const { start, end, contentStart } = place
    const state = start === leaf.start ? leaf.state : undefined
    this.#rows.push({ kind, start, end, contentStart, container: leaf.container, state })
  }
}

/** The block that a chunk begins in. */
function continued(leaf: OpenLeaf): Leaf {
  const { opening } = leaf
  if (opening === undefined) {
    return { ...leaf, start: before, contentStart: before, end: before, mayDefine: false }
  }
  const start = -opening.text.length
  const contentStart = start + opening.contentStart
  return { ...leaf, start, contentStart, end: start + opening.end, mayDefine: true }
}

function withoutPlace({ kind, fence, html, text, container, state, opening }: Leaf): OpenLeaf {
  return { kind, fence, html, text, container, state, opening }
}

function moved({ start, contentStart, end }: LeafPlace, shift: number): LeafPlace {
  return {
    start: start === before ? before : start + shift,
    contentStart: contentStart === before ? before : contentStart + shift,
    end: end === before ? before : end + shift,
  }
}

function openTextOf(leaf: Leaf | undefined): ScanState['openText'] {
  if (leaf === undefined) return undefined
  return leaf.text ?? (leaf.kind === 'indented' ? leaf.kind : 'verbatim')
}

function isParagraph(text: ScanState['openText']): text is OpenText {
  return text !== undefined && text !== 'indented' && text !== 'verbatim' && text !== 'definitions'
}

/** What a leaf is that is no paragraph. */
function kindOf({ kind }: Leaf): BlockKind {
  return kind === 'frontMatter' || kind === 'html' ? kind : 'code'
}

/** Whether only a line of its own can close `leaf`. */
function isVerbatim({ fence, html }: Leaf): boolean {
  return fence !== undefined || (html !== undefined && html !== 'blank' && html !== 'blankAlone')
}
