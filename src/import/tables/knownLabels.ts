import { labelsWithin, readCellLabel, type CellLabel, type LabelWithin } from './cellLabel.ts'
import { areCounted } from './counted.ts'
import type { Table } from './table.ts'

/** What the tables of a document have as labels of their rows. */
export interface KnownLabels {
  /** The families of codes and of words with numbers that two labels at the beginning of cells have, or one that a colon closes. */
  readonly families: ReadonlySet<string>
  /** Labels of these at the beginning of a cell. */
  readonly atStart: ReadonlySet<string>
  /** Labels of these within a cell, as they are found. */
  readonly within: Set<string>
}

/** Learns the labels of all `tables` of a document. */
export function knownLabels(tables: readonly Table[]): KnownLabels {
  const labels = new Map<string, Set<string>>()
  const families = new Set<string>()
  const atStart = new Set<string>()
  for (const { rows } of tables) {
    for (const { text } of rows.flatMap(({ cells }) => cells)) {
      const label = readCellLabel(text)?.label
      if (label === undefined || !isTold(label)) continue
      const known = labels.get(label.family) ?? new Set()
      labels.set(label.family, known.add(label.label))
      atStart.add(label.label)
      if (known.size > 1 || isClosedByColon(label)) families.add(label.family)
    }
  }
  return { families, atStart, within: new Set() }
}

/** Whether a label can be told from other words by itself. */
function isTold({ sort }: CellLabel): boolean {
  return sort === 'code' || sort === 'worded'
}

function isClosedByColon({ sort, printed }: CellLabel): boolean {
  return sort === 'worded' && /[:：]$/u.test(printed)
}

/** The labels in the cells of one table. */
export class TableLabels {
  readonly #known: KnownLabels
  readonly #hasNumbers: boolean
  readonly #hasEnumerators: boolean
  #last: CellLabel | undefined

  constructor(table: Table, known: KnownLabels) {
    this.#known = known
    this.#hasNumbers = areCounted(table, 'number')
    this.#hasEnumerators = areCounted(table, 'enumerator')
  }

  /** The labels of a cell, each with where it stands; cells are asked about in order. */
  in(text: string): readonly { readonly label: CellLabel; readonly at: number }[] {
    const first = readCellLabel(text)?.label
    const found: { readonly label: CellLabel; readonly at: number }[] = []
    if (first !== undefined && this.#isLabel(first)) {
      found.push({ label: first, at: 0 })
      this.#last = first
    }
    for (const one of labelsWithin(text)) {
      if (!this.#isWithin(one)) continue
      found.push(one)
      this.#last = one.label
    }
    return found
  }

  #isLabel({ sort, family }: CellLabel): boolean {
    if (sort === 'number') return this.#hasNumbers
    return sort === 'enumerator' ? this.#hasEnumerators : this.#known.families.has(family)
  }

  /** A label stands once; what is spoken of is none, unless it is the next. */
  #isWithin({ label, isSpokenOf }: LabelWithin): boolean {
    const { families, atStart, within } = this.#known
    if (!families.has(label.family) || atStart.has(label.label)) return false
    if (within.has(label.label) || (isSpokenOf && !isNext(this.#last, label))) return false
    within.add(label.label)
    return true
  }
}

/** Whether `next` is the one behind `before` among its like, or the first one below it. */
function isNext(before: CellLabel | undefined, next: CellLabel): boolean {
  if (before === undefined) return false
  const above = next.numbers.slice(0, -1).join('.')
  const last = Number(next.numbers.at(-1))
  if (last === 1 && before.numbers.join('.') === above) return true
  const isLike = before.family === next.family && before.word === next.word
  return (
    isLike &&
    before.numbers.slice(0, -1).join('.') === above &&
    Number(before.numbers.at(-1)) + 1 === last
  )
}
