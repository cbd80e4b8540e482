import type { BlockPlace } from './blockText.ts'
import type { Container } from './containers.ts'
import type { Definitions } from './definitions.ts'

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
  /** Text that is open, which not every list may interrupt. */
  readonly openText: 'paragraph' | 'indented' | undefined
}

/** The state at the beginning of a report. */
export const initialState: ScanState = { container: undefined, openText: undefined }

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

/** The columns of a table that is being built. */
export class Columns {
  size = 0
  #kinds = new Uint8Array(64)
  /** Start, end and start of content, three numbers a block. */
  #offsets = new Int32Array(192)
  readonly #containers: (Container | undefined)[] = []
  readonly #states: (ScanState | undefined)[] = []

  push(
    kind: BlockKind,
    start: number,
    end: number,
    contentStart: number,
    container: Container | undefined,
    state: ScanState | undefined,
  ): void {
    const index = this.size
    if (index === this.#kinds.length) this.#grow()
    this.#kinds[index] = kinds.indexOf(kind)
    this.#offsets[index * 3] = start
    this.#offsets[index * 3 + 1] = end
    this.#offsets[index * 3 + 2] = contentStart
    this.#containers.push(container)
    this.#states.push(state)
    this.size = index + 1
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
