import type { Draft, Head } from './draft.ts'
import { follows, isInBrackets, isNumber, type Enumerator, type Reading } from './enumerator.ts'
import type { OpenParts } from './openParts.ts'
import { deepestRank, measureRank, pointRank } from './ranks.ts'

/** What is counted by `(a)`, `2.`, `（三）`: points of measures, and measures right below divisions. */
export class Enumerations {
  readonly #open: OpenParts
  /** The division in which a list is not read; what it counts within it is no measure, either. */
  #uncounted: Draft | undefined

  constructor(open: OpenParts) {
    this.#open = open
  }

  /** Begins the part that `enumerator` counts, printed as `printed`; `false` where it counts none here. */
  add(enumerator: Enumerator, printed: string): boolean {
    const isStop = isNumber(enumerator) && !isInBrackets(enumerator)
    if (isStop) {
      if (this.#open.isRecital) this.#open.close(measureRank)
      if (this.#open.isCountedOnly) {
        if (this.#addCounted(enumerator, printed)) return true
        if (!this.#open.isAnnounced) return false
      }
    }
    if (this.#open.isWithinMeasure) return this.#addWithin(enumerator, printed)
    if (isInBrackets(enumerator) && this.#open.last === this.#uncounted) return false
    const isLabelled = this.#open.last.label !== undefined
    if (!isNumber(enumerator) && !(isLabelled && isInBrackets(enumerator))) return false
    return this.#addCounted(enumerator, printed)
  }

  /** `enumerator` was not taken: what goes on from it here is not taken, either. */
  leave(enumerator: Enumerator): void {
    if (isInBrackets(enumerator)) this.#uncounted = this.#open.last
  }

  #addWithin(enumerator: Enumerator, printed: string): boolean {
    const { readings } = enumerator
    const goesOn = this.#open.all.some(({ reading }) => follows(readings, reading) !== undefined)
    const isFirst = readings.some(({ number }) => number === 1)
    const isStated = isInBrackets(enumerator) && !this.#open.isOpen(readings)
    if (!goesOn && !isFirst && !isStated) return this.#addGap(enumerator, printed)
    this.addPoint(enumerator, { printed })
    return true
  }

  /** A number that leaves some out, as where provisions were repealed. */
  #addGap(enumerator: Enumerator, printed: string): boolean {
    const { readings } = enumerator
    const before = this.#open.all.findLast(({ reading }) =>
      readings.some(({ style, number }) => style === reading?.style && number > reading.number),
    )
    if (before === undefined || !isInBrackets(enumerator)) return false
    this.addPoint(enumerator, { printed }, before)
    return true
  }

  /** `12. Set out a plan`, `（三）`, right below a division, where it goes on from 11, or begins with 1 below another. */
  #addCounted({ readings, label }: Enumerator, printed: string): boolean {
    const reading = readings.find(({ style, number }) =>
      this.#open.counting.countsOn(style, number),
    )
    if (reading === undefined) return false
    this.#open.push({ level: 'measure', label, printed, rank: measureRank, reading })
    return true
  }

  /** Begins a point of what is open: beside `before`, else beside that from which it goes on, else within all. */
  addPoint(
    { label, readings }: Enumerator,
    printed: Pick<Head, 'printed' | 'heading'>,
    before?: Draft,
  ): void {
    const continued =
      before ??
      this.#open.all.findLast(({ reading }) => follows(readings, reading) !== undefined) ??
      this.#begunAnew(readings)
    const deeper = Math.max(pointRank, this.#open.last.rank + 1)
    const rank = continued?.rank ?? Math.min(deeper, deepestRank)
    const reading =
      (continued && follows(readings, continued.reading)) ??
      readings.findLast(({ number }) => number === 1) ??
      readings.find(({ style }) => style === continued?.reading?.style) ??
      readings[0]
    this.#open.push({
      level: 'measure',
      ...(rank !== measureRank && { kind: this.#kindOfPoint(rank) }),
      label,
      ...printed,
      rank,
      ...(reading && { reading }),
    })
  }

  /** The first level that is counted is of paragraphs, what is within these of points. */
  #kindOfPoint(rank: number): 'paragraph' | 'point' {
    const isWithin = this.#open.all.some(
      (draft) => draft.rank < rank && ['paragraph', 'point', 'recital'].includes(draft.kind ?? ''),
    )
    return isWithin ? 'point' : 'paragraph'
  }

  /** The list that is counted in the same way, where nothing announces one within it. */
  #begunAnew(readings: readonly Reading[]): Draft | undefined {
    if (this.#open.isAnnounced) return undefined
    const ones = readings.filter(({ number }) => number === 1)
    return this.#open.all.findLast(
      ({ reading, rank }) =>
        rank > measureRank && ones.some(({ style }) => style === reading?.style),
    )
  }
}
