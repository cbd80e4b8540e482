import type { Block } from '../markdown/blocks.ts'
import type { Definitions } from '../markdown/definitions.ts'
import type { Span } from '../text/span.ts'
import type { Report } from './report.ts'

/** How much of a report was looked at, so that what was made of it can be kept while that stays. */
export class LookedAt {
  start: number
  end: number
  readonly #blocks: Block[] = []
  readonly #apart: Block[] = []

  constructor({ start, end }: Span) {
    this.start = start
    this.end = end
  }

  /** The blocks that were read beside those of the stretch. */
  get blocks(): readonly Block[] {
    return [...this.#blocks, ...this.#apart]
  }

  /** Those of them between which and the stretch nothing was looked at. */
  get apart(): readonly Block[] {
    return this.#apart
  }

  /** Says that all up to `offset`, which may lie outside of the report, was looked at as well. */
  extendTo(offset: number): void {
    this.start = Math.min(this.start, offset)
    this.end = Math.max(this.end, offset)
  }

  /** Says that `block` was read as well. */
  add(block: Block): void {
    this.extendTo(block.span.start)
    this.extendTo(block.span.end)
    this.#blocks.push(block)
  }

  /**
   * Says that `block` was read, but nothing between it and the stretch: what lies there may change. So no span in
   * it may be kept, which would no longer be true.
   */
  addApart(block: Block): void {
    this.#apart.push(block)
  }
}

/** Makes something of the blocks of stretch `index` that hold an `@`, and tells `lookedAt` how far it looked beside them. */
export type MakeOf<T> = (
  report: Report,
  blocks: readonly Block[],
  lookedAt: LookedAt,
  index: number,
) => T

/** What was made of one stretch. */
export interface Kept<T> {
  readonly value: T
  /** Where the stretch began then: spans in `value` count from there on the same way. */
  readonly start: number
}

interface Entry<T> extends Kept<T> {
  /** The other stretches that it rests on, by how many further they stand; mostly none. */
  readonly others: readonly (readonly [by: number, identity: object])[]
  /** The definitions that it rests on; `undefined` where it does on none. */
  readonly definitions: Definitions | undefined
}

/**
 * What is made of each stretch of a report, kept from version to version as long as edits leave alone all
 * that it rests on: an edit costs the stretch that it fell in. The law: what it gives is what would be made anew.
 */
export class StretchMemory<T> {
  readonly #make: MakeOf<T>
  readonly #entries = new WeakMap<object, Entry<T>>()

  constructor(make: MakeOf<T>) {
    this.#make = make
  }

  /** What is kept of stretch `index`; `undefined` where it is to be made anew. */
  known(report: Report, index: number): Kept<T> | undefined {
    const entry = this.#entries.get(report.blocks.identityOf(index))
    return entry !== undefined && holds(entry, report, index) ? entry : undefined
  }

  /** What is made of each stretch of `report`; yields behind each that had to be made anew. */
  *all(report: Report): Generator<undefined, readonly Kept<T>[], undefined> {
    const all: Kept<T>[] = []
    const { stretches } = report.blocks
    for (let index = 0; index < stretches; index += 1) {
      const known = this.known(report, index)
      all.push(known ?? this.#makeAnew(report, index))
      if (known === undefined) yield undefined
    }
    return all
  }

  /** What is made of stretch `index`. */
  of(report: Report, index: number): Kept<T> {
    return this.known(report, index) ?? this.#makeAnew(report, index)
  }

  #makeAnew(report: Report, index: number): Kept<T> {
    const start = report.blocks.startOfStretch(index)
    const blocks = report.blocks.blocksIn(index, '@')
    const lookedAt = new LookedAt({ start: report.blocks.firstBlockIn(index), end: start })
    const value = this.#make(report, blocks, lookedAt, index)
    const others = othersWithin(report, index, lookedAt)
    const read = [...blocks, ...lookedAt.blocks]
    const rests = read.some((block) => report.restsOnDefinitions(block))
    const definitions = rests ? report.blocks.definitions : undefined
    const entry = { value, start, others, definitions }
    this.#entries.set(report.blocks.identityOf(index), entry)
    return entry
  }
}

function holds<T>({ others, definitions }: Entry<T>, { blocks }: Report, index: number): boolean {
  if (definitions !== undefined && definitions !== blocks.definitions) return false
  return others.every(([by, identity]) => {
    const at = index + by
    return at >= 0 && at < blocks.stretches && blocks.identityOf(at) === identity
  })
}

function othersWithin(
  { blocks, source }: Report,
  index: number,
  { start, end, apart }: LookedAt,
): Entry<unknown>['others'] {
  const within = new Set<number>()
  for (const span of [{ start, end }, ...apart.map((block) => block.span)]) {
    const last = blocks.stretchAt(Math.min(span.end, source.length))
    for (let at = blocks.stretchAt(Math.max(0, span.start)); at <= last; at += 1) within.add(at)
  }
  within.delete(index)
  return [...within].map((at) => [at - index, blocks.identityOf(at)])
}
