import type { CellLabel } from './cellLabel.ts'
import type { LabelledRow } from './labelledRow.ts'

/** A row of a table, or of several, with those below it. */
export interface NestedRow {
  readonly row: LabelledRow
  /** Its words; of a label that stands several times, those of all. */
  text: string
  readonly rows: NestedRow[]
}

/**
 * Puts `rows` below those that their labels go on from (`GOVERN 1.1` below `GOVERN 1`, `GV-1.1-001`
 * below `GOVERN 1.1`), wherever these stand, and else below the row that heads them in their table. A label
 * that stands twice, where a table goes on on the next page, is one row; a heading with nothing left below it
 * is none. Linear in their number.
 */
export function nestRows(rows: readonly LabelledRow[]): readonly NestedRow[] {
  const nested = merged(rows)
  const each = new Set(nested.values())
  const groups = new Groups(each)
  const above = new Map([...each].map((one) => [one, groups.of(one)]))
  const roots: NestedRow[] = []
  for (const one of each) {
    const group = one.row.group && nested.get(one.row.group)
    const isByPlace =
      above.get(one) === undefined && isOtherwise(group, one) && !isWithin(group, one, above)
    if (isByPlace) above.set(one, group)
    const siblings = above.get(one)?.rows ?? roots
    siblings.push(one)
  }
  return roots.filter(({ row, rows: below }) => row.label !== undefined || below.length > 0)
}

/** The nested row of each, the same for those that bear the same label. */
function merged(rows: readonly LabelledRow[]): ReadonlyMap<LabelledRow, NestedRow> {
  const byLabel = new Map<string, NestedRow>()
  const nested = new Map<LabelledRow, NestedRow>()
  for (const row of rows) {
    const { label, text } = row
    const isCounted = label?.sort === 'code' || label?.sort === 'worded'
    const before = isCounted ? byLabel.get(label.label) : undefined
    const own = before ?? { row, text, rows: [] }
    if (before !== undefined && !before.text.includes(text)) {
      before.text = before.text === '' ? text : `${before.text}\n\n${text}`
    }
    if (isCounted) byLabel.set(label.label, own)
    nested.set(row, own)
  }
  return nested
}

/** So many words before the same number are looked at. */
const mostWords = 50

/** Rows by what their labels count, as what may stand above others. */
class Groups {
  readonly #byWord = new Map<string, NestedRow>()
  /** Those with a word before their numbers, by these. */
  readonly #worded = new Map<string, NestedRow[]>()

  constructor(rows: Iterable<NestedRow>) {
    for (const one of rows) {
      const { label } = one.row
      if (label === undefined || standsAlone(label)) continue
      const numbers = label.numbers.join('.')
      this.#byWord.set(`${label.word} ${numbers}`, one)
      if (label.sort !== 'worded') continue
      const known = this.#worded.get(numbers) ?? []
      if (known.length < mostWords) known.push(one)
      this.#worded.set(numbers, known)
    }
  }

  /** The row with the longest label that this one's goes on from. */
  of({ row: { label } }: NestedRow): NestedRow | undefined {
    if (label === undefined || standsAlone(label)) return undefined
    const { word, numbers, sort } = label
    for (let length = numbers.length; length > 0; length -= 1) {
      const first = numbers.slice(0, length).join('.')
      const isShorter = length < numbers.length
      const above = isShorter ? this.#byWord.get(`${word} ${first}`) : undefined
      if (above !== undefined) return above
      const worded = this.#worded.get(first) ?? []
      if (word === '' && isShorter && worded.length === 1) return worded[0]
      const shortened = worded.find((one) => shortens(word, one.row.label?.word ?? ''))
      if (sort === 'code' && shortened !== undefined) return shortened
    }
    return undefined
  }
}

/** Whether a label does not say what its row stands in. */
function standsAlone({ sort }: CellLabel): boolean {
  return sort === 'enumerator' || sort === 'name'
}

/** Whether the letters of `short` stand in `word` in the same order, from the same beginning. */
function shortens(short: string, word: string): boolean {
  const letters = word.toUpperCase()
  if (short === '' || !letters.startsWith(short.charAt(0))) return false
  let at = 0
  for (const letter of short) {
    at = letters.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Whether the labels of two rows are counted otherwise, so that they do not tell which goes below which. */
function isOtherwise(group: NestedRow | undefined, { row }: NestedRow): boolean {
  const [one, other] = [group?.row.label, row.label]
  return one === undefined || one.word !== other?.word || one.sort !== other.sort
}

/** Whether `one` stands below `group`, or is it. */
function isWithin(
  one: NestedRow | undefined,
  group: NestedRow,
  above: ReadonlyMap<NestedRow, NestedRow | undefined>,
): boolean {
  for (let next = one; next !== undefined; next = above.get(next)) if (next === group) return true
  return false
}
