import type { Draft, Head } from './draft.ts'
import type { OpenParts } from './openParts.ts'
import { measureRank } from './ranks.ts'

/** Sections that count on, and what they stand in. */
interface Series {
  /** Nothing where sections bear no plain numbers. */
  readonly last: number | undefined
  readonly parent: Draft
}

/** A code within an act within a collection; more are no longer kept apart. */
const mostSeries = 8

/** The sections of a text, and those of a code that it amends. */
export class SectionSeries {
  readonly #open: OpenParts
  /** The one that counted last in front. */
  #series: readonly Series[] = []

  constructor(open: OpenParts) {
    this.#open = open
  }

  /** A section goes below the division above it; one that goes on behind others, such as those of a code that an act amends, beside the one before it. */
  push(head: Omit<Head, 'level' | 'rank'>): void {
    const number = /^\d+$/u.test(head.label ?? '') ? Number(head.label) : undefined
    const before = this.#series.find(({ last }) => number !== undefined && last === number - 1)
    const [latest] = this.#series
    if (before !== undefined && before !== latest) this.#open.closeWithin(before.parent)
    this.#open.push({ level: 'measure', ...head, rank: measureRank })
    const parent = this.#open.all.at(-2) ?? this.#open.root
    const others = this.#series.filter((one) => one !== before && one.last !== undefined)
    this.#series = [{ last: number, parent }, ...others.slice(0, mostSeries)]
  }
}
