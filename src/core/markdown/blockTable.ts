import { before, type BlockKind } from './blockRows.ts'
import type { BlockPlace } from './blockText.ts'
import { type Boundary, sameBoundary } from './boundary.ts'
import {
  atBeginning,
  atFrontMatter,
  type ChunkScan,
  type DefinedLabel,
  type LeafPlace,
  type KnownScan,
  scanChunk,
  scanEnd,
} from './chunkScan.ts'
import type { ChunkedText, ChunkEdit } from '../text/chunkedText.ts'
import type { Definitions } from './definitions.ts'
import { frontMatterEnd, textStart } from '../text/frontMatter.ts'
import { replaced } from '../text/lists.ts'
import { Labels } from './referenceLabels.ts'
import { LookAhead } from './pandocBlocks/lookAhead.ts'
import type { Text } from '../text/text.ts'

/** One leaf block of a report: blocks share no line, and only blank lines stand between them. */
export interface Block extends BlockPlace {
  readonly kind: BlockKind
  /**
   * The same object in all versions of the report in which an edit left the block as it is, wherever it
   * moved; `undefined` for one so long that no version keeps it whole.
   */
  readonly identity: object | undefined
}

/** Whether text that runs on stands in blocks of `kind`, where citations are written. */
export function holdsProse(kind: BlockKind): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'html'
}

/** Whether citations are read in blocks of `kind`: in prose, and in the strings of metadata. */
export function holdsCitations(kind: BlockKind): boolean {
  return holdsProse(kind) || kind === 'frontMatter'
}

/** The replacement of `length` characters from `offset` on by `text`. */
export interface TextChange {
  readonly offset: number
  readonly length: number
  readonly text: string
}

/**
 * The blocks of one version of a report, in order. The text is scanned chunk by chunk as far as somebody
 * asks; a version that an edit made takes from the one before all that the edit left as it was.
 *
 * The law: whatever edits led to a text, its blocks and definitions are those of a table made anew.
 */
export class BlockTable implements Iterable<Block> {
  readonly text: ChunkedText
  readonly #beginning: Beginning
  /** Of each chunk, and of the place behind the last; each is right for what it began with. */
  readonly #scans: (ChunkScan | undefined)[]
  /** How many of them, from the first on, begin with what the one before ended with. */
  #settled = 0
  /** All behind this one do as well. */
  #agreeFrom: number
  readonly #lookAhead: LookAhead
  #links = new Labels()
  #footnotes = new Labels()
  /** Whether no other version sees the labels. */
  #ownsLabels = true
  #definitions: Definitions | undefined

  private constructor(
    text: ChunkedText,
    beginning: Beginning,
    scans: (ChunkScan | undefined)[],
    agreeFrom: number,
    lookAhead: LookAhead,
  ) {
    this.text = text
    this.#lookAhead = lookAhead
    this.#beginning = beginning
    this.#scans = scans
    this.#agreeFrom = agreeFrom
  }

  /** The table of `text`, of which nothing is scanned yet. */
  static of(text: ChunkedText): BlockTable {
    const size = text.chunks.length + 1
    const scans = Array.from<undefined>({ length: size })
    return new BlockTable(text, beginningOf(text), scans, size, new LookAhead(text))
  }

  /** Whether all of the text is scanned. */
  get isSettled(): boolean {
    return this.#settled === this.#scans.length
  }

  /** The end of the front matter, behind its closing fence; -1 where there is none. */
  get frontMatterEnd(): number {
    return this.#beginning.end
  }

  /**
   * The labels defined in the report, as far as it is scanned; where it is not, as far as the version
   * before was. Another object whenever a label came or went, or was defined twice or no longer.
   */
  get definitions(): Definitions {
    this.#definitions ??= { links: this.#links, footnotes: this.#footnotes }
    return this.#definitions
  }

  /** Scans until all is scanned or about `units` of the text were; returns what of those is left. */
  settle(units: number): number {
    let left = units
    while (left > 0 && !this.isSettled) left -= this.#settleNext()
    return left
  }

  /** How many stretches the report has: the blocks that end in one chunk of its text are one. Scans all of it. */
  get stretches(): number {
    this.settle(Infinity)
    return this.#scans.length
  }

  /**
   * The same object for stretch `index` in all versions of the report in which an edit left its chunk as
   * it is, wherever it moved; what begins in a chunk before is not part of that. Scans as far as to its end.
   */
  identityOf(index: number): object {
    return this.#scanOf(index)
  }

  /** The last stretch of which a block can touch `offset`. */
  lastStretchTouching(offset: number): number {
    const last = this.stretches - 1
    let index = this.stretchAt(offset)
    // A block that is open at the end of a chunk belongs to the first further down that has one.
    while (index < last && this.#scanOf(index).tail !== undefined) {
      index += 1
      if (this.#scanOf(index).rows.size > 0) break
    }
    return index
  }

  /** Where the first block of stretch `index` begins, which may be in a chunk before; where the stretch does if it has none. */
  firstBlockIn(index: number): number {
    const { rows } = this.#scanOf(index)
    return rows.size === 0 ? this.text.startOf(index) : this.#blockAt(index, 0).span.start
  }

  /** Where the chunk of stretch `index` begins. */
  startOfStretch(index: number): number {
    return this.text.startOf(index)
  }

  /** The stretch in whose part of the text `offset` stands. */
  stretchAt(offset: number): number {
    return Math.max(0, this.text.chunkAt(offset))
  }

  /** The blocks of stretch `index` that hold `sought` where citations are read, in order; all others cost nothing but the search. */
  blocksIn(index: number, sought: string): readonly Block[] {
    const { rows } = this.#scanOf(index)
    if (rows.size === 0) return []
    const base = this.text.startOf(index)
    const start = this.firstBlockIn(index)
    const held = this.text.slice(start, this.#blockAt(index, rows.size - 1).span.end)
    const found: Block[] = []
    for (let at = held.indexOf(sought); at !== -1;) {
      const block = this.#blockAt(index, rows.indexAt(start + at - base))
      const holds = start + at < block.span.end
      if (holds && holdsCitations(block.kind)) found.push(block)
      at = held.indexOf(sought, Math.max(at + 1, holds ? block.span.end - start : 0))
    }
    return found
  }

  /** The block whose lines `offset` touches. Scans as far as to its end. */
  around(offset: number): Block | undefined {
    const chunk = Math.max(0, this.text.chunkAt(offset))
    const block = this.#lastBefore(chunk, offset)
    return block !== undefined && offset <= block.span.end ? block : undefined
  }

  /** The first block that begins at `offset` or behind it. Scans as far as to its end. */
  from(offset: number): Block | undefined {
    for (let index = this.stretchAt(offset); index < this.#scans.length; index += 1) {
      const { rows } = this.#scanOf(index)
      let row = Math.max(0, rows.indexAt(offset - this.text.startOf(index)))
      // One that began before is the only one to be passed over.
      if (row < rows.size && this.#blockAt(index, row).span.start < offset) row += 1
      if (row < rows.size) return this.#blockAt(index, row)
    }
    return undefined
  }

  /** Scans all of the text. */
  *[Symbol.iterator](): IterableIterator<Block> {
    for (let chunk = 0; chunk < this.#scans.length; chunk += 1) {
      const { rows } = this.#scanOf(chunk)
      for (let row = 0; row < rows.size; row += 1) yield this.#blockAt(chunk, row)
    }
  }

  /** The table of the text after `change`, where the change stands in a single chunk with that scanned. */
  edited(change: TextChange): BlockTable {
    const edit = this.text.edited(change.offset, change.length, change.text)
    const { text, first, removed, added } = edit
    const lookAhead = this.#lookAhead.edited(edit)
    const isSame = removed === 1 && added === 1
    const rescanned = isSame
      ? [this.#rescan(edit, change, lookAhead)]
      : Array.from<undefined>({ length: added })
    const scans = replaced(this.#scans, first, removed, rescanned)
    const agreeFrom = this.isSettled ? 0 : this.#agreeFrom + added - removed
    const beginning = beginningAfter(this.#beginning, text, change)
    const agrees = Math.max(first + added, agreeFrom)
    const table = new BlockTable(text, beginning, scans, agrees, lookAhead)
    // A line far down can make front matter of all before it.
    const isSameBeginning = beginning.boundary === this.#beginning.boundary
    table.#settled = isSameBeginning ? Math.min(this.#settled, first, firstLooking(scans)) : 0
    this.#share(table)
    if (removed !== added || removed !== 1) table.#forget(this.#scans.slice(first, first + removed))
    else table.#relabel(this.#scans[first], scans[first])
    return table
  }

  #rescan(
    { text, first }: ChunkEdit,
    change: TextChange,
    lookAhead: LookAhead,
  ): ChunkScan | undefined {
    const scan = this.#scans[first]
    if (scan === undefined) return undefined
    const start = change.offset - text.startOf(first)
    const known = { scan, start, oldEnd: start + change.length, newEnd: start + change.text.length }
    const isKnown = lookAhead.agrees(first, scan.asked)
    return scanChunk(
      text.chunks[first] ?? '',
      scan.before,
      lookAhead.from(first),
      isKnown ? known : undefined,
    )
  }

  /** Lets `table` see the labels; whichever of the two changes them first makes a copy. */
  #share(table: BlockTable): void {
    this.#ownsLabels = false
    table.#ownsLabels = false
    table.#links = this.#links
    table.#footnotes = this.#footnotes
    table.#definitions = this.definitions
  }

  #forget(scans: readonly (ChunkScan | undefined)[]): void {
    for (const scan of scans) this.#relabel(scan, undefined)
  }

  #relabel(old: ChunkScan | undefined, made: ChunkScan | undefined): void {
    const gone = old?.labels ?? []
    const come = made?.labels ?? []
    if (sameLabels(gone, come)) return
    if (!this.#ownsLabels) {
      this.#links = new Labels(this.#links)
      this.#footnotes = new Labels(this.#footnotes)
      this.#ownsLabels = true
    }
    for (const { kind, label } of come) {
      if (this.#labelsOf(kind).add(label)) this.#definitions = undefined
    }
    for (const { kind, label } of gone) {
      if (this.#labelsOf(kind).remove(label)) this.#definitions = undefined
    }
  }

  #labelsOf(kind: DefinedLabel['kind']): Labels {
    return kind === 'link' ? this.#links : this.#footnotes
  }

  #scanOf(chunk: number): ChunkScan {
    while (this.#settled <= chunk) this.#settleNext()
    return this.#scans[chunk] ?? nothing
  }

  /** Makes one scan more begin with what the one before ended with; returns what it scanned for that. */
  #settleNext(): number {
    const chunk = this.#settled
    const boundary = this.#scans[chunk - 1]?.after ?? this.#beginning.boundary
    const old = this.#scans[chunk]
    const known = old !== undefined && this.#lookAhead.agrees(chunk, old.asked) ? old : undefined
    if (known !== undefined && sameBoundary(known.before, boundary)) {
      this.#settled = chunk >= this.#agreeFrom ? this.#scans.length : chunk + 1
      return 0
    }
    const text = this.text.chunks[chunk]
    const scan =
      text === undefined
        ? scanEnd(boundary)
        : scanChunk(text, boundary, this.#lookAhead.from(chunk), asItIs(known))
    this.#scans[chunk] = scan
    if (chunk > 0) this.#lookAhead.prepare(chunk)
    this.#relabel(old, scan)
    this.#agreeFrom = Math.max(this.#agreeFrom, chunk + 1)
    this.#settled = chunk + 1
    return text?.length ?? 0
  }

  /** The last block that begins at or before `offset`, which stands in `chunk`, if it begins or ends there. */
  #lastBefore(chunk: number, offset: number): Block | undefined {
    const { rows, tail } = this.#scanOf(chunk)
    if (tail !== undefined && tail.start <= offset - this.text.startOf(chunk)) {
      return this.#lastOpen(chunk + 1, offset)
    }
    const row = rows.indexAt(offset - this.text.startOf(chunk))
    return row < 0 ? undefined : this.#blockAt(chunk, row)
  }

  /** The same of a block that is open before `chunk`: it is among the first that end from there on. */
  #lastOpen(chunk: number, offset: number): Block | undefined {
    let end = chunk
    while (this.#scanOf(end).rows.size === 0) end += 1
    const row = this.#scanOf(end).rows.indexAt(offset - this.text.startOf(end))
    return this.#blockAt(end, row)
  }

  #blockAt(chunk: number, row: number): Block {
    const { rows } = this.#scanOf(chunk)
    const start = this.#offsetOf(chunk, rows.start(row), 'start')
    const end = this.#offsetOf(chunk, rows.end(row), 'end')
    return {
      kind: rows.kind(row),
      span: { start, end },
      contentStart: this.#offsetOf(chunk, rows.contentStart(row), 'contentStart'),
      container: rows.container(row),
      identity: rows.start(row) === before ? undefined : rows.identity(row),
    }
  }

  /** The offset in the report of `offset` in `chunk`, or of a place that a chunk before knows. */
  #offsetOf(chunk: number, offset: number, which: keyof LeafPlace): number {
    let at = chunk
    let found = offset
    while (found === before && at > 0) {
      at -= 1
      found = this.#scans[at]?.tail?.[which] ?? before
    }
    return found === before ? this.#beginning.start : this.text.startOf(at) + found
  }
}

/** What a report begins with. */
interface Beginning {
  readonly boundary: Boundary
  /** Behind a byte order mark. */
  readonly start: number
  /** The end of the front matter; -1 where there is none. */
  readonly end: number
  /** Whether it begins as front matter does, so that a later line may make it that. */
  readonly isOpen: boolean
}

function beginningOf(text: Text): Beginning {
  const start = textStart(text)
  const end = frontMatterEnd(text)
  const boundary = end === -1 ? atBeginning : atFrontMatter
  return { boundary, start, end, isOpen: end === -1 && text.slice(start, start + 3) === '---' }
}

function beginningAfter(old: Beginning, text: Text, { offset }: TextChange): Beginning {
  const isSame = offset > Math.max(old.end, 4) && !old.isOpen
  return isSame ? old : beginningOf(text)
}

/** The first of `scans` that rests on what stands in chunks behind. */
function firstLooking(scans: readonly (ChunkScan | undefined)[]): number {
  const index = scans.findIndex((scan) => scan !== undefined && scan.asked.length > 0)
  return index === -1 ? Infinity : index
}

const nothing: ChunkScan = scanEnd(atBeginning)

/** `scan` of a text that did not change; what it began with did. */
function asItIs(scan: ChunkScan | undefined): KnownScan | undefined {
  return scan && { scan, start: 0, oldEnd: 0, newEnd: 0 }
}

function sameLabels(one: readonly DefinedLabel[], other: readonly DefinedLabel[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ kind, label }, index) => {
      return kind === other[index]?.kind && label === other[index].label
    })
  )
}

/** The blocks of a report that hold `sought` where citations are read, in order; all others cost nothing but the search. */
export function blocksHolding(blocks: BlockTable, sought: string): readonly Block[] {
  return Array.from({ length: blocks.stretches }, (_, index) => index).flatMap((index) =>
    blocks.blocksIn(index, sought),
  )
}
