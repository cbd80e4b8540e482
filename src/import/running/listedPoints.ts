import type { ItemBlock } from './block.ts'
import type { Draft } from './draft.ts'
import { readEnumerator, type Reading } from './numbers/enumerator.ts'
import type { OpenParts } from './openParts.ts'
import { deepestRank, measureRank, pointRank } from './ranks.ts'

/** Items of lists that bear a number: what they stand in is said by the list, and not by how they count. */
export class ListedPoints {
  readonly #open: OpenParts
  /** How many lists the item stands in that a part was made of. */
  readonly #depths = new WeakMap<Draft, number>()

  constructor(open: OpenParts) {
    this.#open = open
  }

  /**
   * Begins the point that an item is of a measure: beside the item of its list before it, else within what was
   * opened last. `false` where it is none by its list alone, since it goes on from what is no list.
   */
  begin({ number = '', printed = `${number}.`, depth }: ItemBlock): boolean {
    const readings = readingsOf(number, printed)
    const before = this.#open.all.findLast((draft) => this.#depths.get(draft) === depth)
    const reading = before === undefined ? undefined : goesOn(readings, before.reading)
    if (before !== undefined && reading !== undefined && before.rank > measureRank) {
      const { level, kind, rank } = before
      this.#open.push({ level, ...(kind && { kind }), label: number, printed, rank, reading })
    } else {
      const [first] = [...readings.filter((one) => one.number === 1).toReversed(), ...readings]
      const isApart =
        before !== undefined ||
        this.#goesOnFromOther(readings) ||
        this.#isOfArticle(readings, depth)
      if (!this.#open.isWithinMeasure || first === undefined || isApart) return false
      const rank = Math.min(Math.max(pointRank, this.#open.last.rank + 1), deepestRank)
      this.#open.push({
        level: 'measure',
        kind: this.#isWithinPoint ? 'point' : 'paragraph',
        ...{ label: number, printed, rank, reading: first },
      })
    }
    this.#depths.set(this.#open.last, depth)
    return true
  }

  /** Remembers that the first part that was opened beside `before` is an item at `depth`. */
  remember(before: ReadonlySet<Draft>, depth: number): void {
    const opened = this.#open.all.find((draft) => !before.has(draft))
    if (opened !== undefined) this.#depths.set(opened, depth)
  }

  /** Closes what stands within the open item at `depth`: another paragraph of it follows. */
  closeWithin(depth: number): void {
    const item = this.#open.all.findLast((draft) => this.#depths.get(draft) === depth)
    if (item !== undefined) this.#open.closeWithin(item)
  }

  /** Whether an outer list of `1.` may be one of paragraphs of the article: what is open, and what follows, decide. */
  #isOfArticle(readings: readonly Reading[], depth: number): boolean {
    const isOfStops = readings.some(({ style }) => style === 'before a stop digit')
    return depth === 1 && isOfStops && this.#open.isWithinArticle
  }

  /** Whether a part is open from which the list goes on, and that was not marked as one of it. */
  #goesOnFromOther(readings: readonly Reading[]): boolean {
    const isFirst = readings.some(({ number }) => number === 1)
    if (isFirst) return false
    return this.#open.all.some(
      (draft) =>
        draft.label !== undefined && !this.#depths.has(draft) && isCountedAlike(draft, readings),
    )
  }

  get #isWithinPoint(): boolean {
    return this.#open.all.some(({ kind = '' }) => ['paragraph', 'point', 'recital'].includes(kind))
  }
}

/** Whether `draft` is counted in the same way, `1a` in digits, too. */
function isCountedAlike(
  { level, label = '', reading }: Draft,
  readings: readonly Reading[],
): boolean {
  if (level === 'division') return false
  const isOfDigits = readings.some(({ style }) => style.endsWith('digit'))
  if (reading === undefined) return isOfDigits && /^\d/u.test(label)
  return readings.some(({ style }) => style === reading.style)
}

/** The reading by which an item is further on in the list of `before`: a list may leave numbers out. */
function goesOn(readings: readonly Reading[], before: Reading | undefined): Reading | undefined {
  return readings.find(({ style, number }) => style === before?.style && number > before.number)
}

/** What `number` may be read as, in the form in which it is printed. */
function readingsOf(number: string, printed: string): readonly Reading[] {
  const form = printed.startsWith('(')
    ? 'in brackets'
    : printed.endsWith(')')
      ? 'before a bracket'
      : 'before a stop'
  const readings = readEnumerator(`(${number}) x`)?.readings ?? []
  return readings.map((one) => ({
    ...one,
    style: one.style.replace('in brackets', form) as Reading['style'],
  }))
}
