import { readFieldName } from './fieldName.ts'

/**
 * The rows of a table with the cells that merging left empty filled from above: those of what rows stand in
 * (`Goal`, `Pillar name`), where a column farther right has a value in each row. What stands in something else
 * begins anew with it.
 */
export function withMergedCells(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const groups = groupsIn(names, rows)
  if (groups.length === 0) return rows
  const above = new Map<number, string>()
  return rows.map((row) => {
    const filled = [...row]
    let isNew = false
    for (const columns of groups) {
      const isEmpty = columns.every((column) => isBlank(row[column]))
      if (!isEmpty) isNew ||= columns.some((column) => !isBlank(row[column]))
      for (const column of columns) {
        if (isEmpty && !isNew) filled[column] = above.get(column) ?? ''
        else above.set(column, row[column] ?? '')
      }
    }
    return filled
  })
}

/** The columns of each thing that rows stand in and that merging left empty somewhere, from the left. */
function groupsIn(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly number[])[] {
  const lastWhole = names.findLastIndex((_, column) => rows.every((row) => !isBlank(row[column])))
  const things = new Map<string, number[]>()
  for (const [column, name] of names.entries()) {
    const thing = readFieldName(name).of
    if (thing === undefined) continue
    const known = things.get(thing)
    if (known === undefined) things.set(thing, [column])
    else known.push(column)
  }
  return [...things.values()].filter((columns) => {
    const [first = 0] = columns
    const isStated = columns.some((column) => !isBlank(rows[0]?.[column]))
    return isStated && first < lastWhole && !columns.includes(lastWhole)
  })
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === ''
}
