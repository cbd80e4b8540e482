import type { Container } from './containers.ts'
import type { OpenInline } from './pandocBlocks/openInlines.ts'

/** What a leaf block is. Paragraphs (rows of tables among them), headings and HTML blocks hold prose. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'html'
  | 'code'
  | 'thematicBreak'
  | 'divisionFence'
  | 'definition'
  | 'frontMatter'

const kinds = [
  'paragraph',
  'heading',
  'html',
  'code',
  'thematicBreak',
  'divisionFence',
  'definition',
  'frontMatter',
] as const satisfies readonly BlockKind[]

/** Of an open paragraph: one line, which a definition may follow; more; or what is still open in it. */
export type OpenText = 'term' | 'paragraph' | OpenInline

/** All that what came before a line decides about how the line is read, unless a verbatim block goes on. */
export interface ScanState {
  /** The innermost container that is open. */
  readonly container: Container | undefined
  /**
   * The block that was open: text, which not every list may interrupt; a verbatim one, which the line
   * closed; or nothing but definitions, which the line would have underlined as a heading.
   */
  readonly openText: OpenText | 'indented' | 'verbatim' | 'definitions' | undefined
}

/** Stands for an offset of a block that lies in a chunk before. */
export const before = -0x80000000

/** One block as a scan of a chunk finds it; offsets count from the beginning of the chunk, or are {@link before}. */
export interface Row {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  readonly contentStart: number
  readonly container: Container | undefined
  /** The state before its first line; `undefined` in the midst of a paragraph that began with definitions. */
  readonly state: ScanState | undefined
}

/** The blocks that end in one chunk, in order; a compact table, so that a large report costs little memory. */
export class BlockRows {
  size = 0
  #kinds: Uint8Array
  /** Start, end and start of content, three numbers a block. */
  #offsets: Int32Array
  readonly #containers: (Container | undefined)[] = []
  readonly #states: (ScanState | undefined)[] = []
  readonly #identities: (object | undefined)[] = []

  constructor(capacity = 16) {
    this.#kinds = new Uint8Array(capacity)
    this.#offsets = new Int32Array(capacity * 3)
  }

  push({ kind, start, end, contentStart, container, state }: Row): void {
    const index = this.size
    this.#reserve(index + 1)
    this.#kinds[index] = kinds.indexOf(kind)
    this.#setOffsets(index, start, end, contentStart)
    this.#containers.push(container)
    this.#states.push(state)
    this.#identities.push(undefined)
    this.size = index + 1
  }

  /** Takes the rows of `other` from index `from` to before index `to`, moved by `shift`. */
  take(other: BlockRows, from: number, to: number, shift: number): void {
    this.#reserve(this.size + to - from)
    for (let index = from; index < to; index += 1) {
      this.#kinds[this.size] = other.#kinds[index] ?? 0
      this.#setOffsets(
        this.size,
        moved(other.start(index), shift),
        moved(other.end(index), shift),
        moved(other.contentStart(index), shift),
      )
      this.#containers.push(other.#containers[index])
      this.#states.push(other.#states[index])
      this.#identities.push(other.identity(index))
      this.size += 1
    }
  }

  /** Gives back the memory that more rows would have needed. */
  finish(): this {
    if (this.#kinds.length > this.size) {
      this.#kinds = this.#kinds.slice(0, this.size)
      this.#offsets = this.#offsets.slice(0, this.size * 3)
    }
    return this
  }

  kind(index: number): BlockKind {
    return kinds[this.#kinds[index] ?? 0] ?? 'paragraph'
  }

  start(index: number): number {
    return this.#offsets[index * 3] ?? 0
  }

  end(index: number): number {
    return this.#offsets[index * 3 + 1] ?? 0
  }

  contentStart(index: number): number {
    return this.#offsets[index * 3 + 2] ?? 0
  }

  container(index: number): Container | undefined {
    return this.#containers[index]
  }

  state(index: number): ScanState | undefined {
    return this.#states[index]
  }

  /** An object that stands for the block as long as no edit has it scanned anew. */
  identity(index: number): object {
    return (this.#identities[index] ??= {})
  }

  /** The last row that begins at or before `offset`; -1 where none does. */
  indexAt(offset: number): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.start(middle) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #setOffsets(index: number, start: number, end: number, contentStart: number): void {
    this.#offsets[index * 3] = start
    this.#offsets[index * 3 + 1] = end
    this.#offsets[index * 3 + 2] = contentStart
  }

  #reserve(size: number): void {
    if (size <= this.#kinds.length) return
    const capacity = Math.max(size, this.#kinds.length * 2)
    const kindsBefore = this.#kinds
    this.#kinds = new Uint8Array(capacity)
    this.#kinds.set(kindsBefore)
    const offsetsBefore = this.#offsets
    this.#offsets = new Int32Array(capacity * 3)
    this.#offsets.set(offsetsBefore)
  }
}

function moved(offset: number, shift: number): number {
  return offset === before ? before : offset + shift
}
