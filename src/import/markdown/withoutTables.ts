import type { Table } from '../tables/table.ts'
import { tableOf } from '../html/htmlOutline.ts'
import { readHtmlTree } from '../html/htmlTree.ts'
import { allWithin } from '../markup/element.ts'
import { drawnTables, fencedLines, type DrawnTable } from './drawnTables.ts'

/** A Markdown text in which a mark stands for each table. */
export interface WithoutTables {
  /** As many lines as before. */
  readonly text: string
  /** By their marks. */
  readonly tables: ReadonlyMap<string, MarkedTable>
}

/** A table with the line that it begins on, counted from 1. */
export interface MarkedTable {
  readonly table: Table
  readonly line: number
}

/** Of the private use area: what a mark begins with. */
const markStart = '\uE7A8'

/** What a line of a quotation begins with. */
const quoting = /^(?:[ \t]{0,3}>[ \t]?)+/u

/** Puts a mark in the place of each table of `source`, a paragraph of its own, which CommonMark does not know. */
export function withoutTables(source: string): WithoutTables {
  const lines = source.split(/\r\n|\r|\n/u)
  const tables = new Map<string, MarkedTable>()
  const quotes = lines.map((line) => quoting.exec(line)?.[0] ?? '')
  const unquoted = lines.map((line, at) => line.slice(quotes[at]?.length))
  const isFenced = fencedLines(unquoted)
  const found = [...elementTables(lines, isFenced), ...drawnTables(unquoted, isFenced)]
  if (found.length === 0) return { text: source, tables }
  const isTaken = lines.map(() => false)
  for (const { table, first, end } of found) {
    if (isTaken.slice(first, end).includes(true)) continue
    isTaken.fill(true, first, end)
    const mark = markStart + String(tables.size)
    tables.set(mark, { table, line: first + 1 })
    const quote = quotes[first] ?? ''
    const indent = /^\s*/u.exec((lines[first] ?? '').slice(quote.length))?.[0] ?? ''
    for (let at = first; at < end; at += 1) lines[at] = quote.trimEnd()
    lines[Math.min(first + 1, end - 1)] = quote + indent + mark
  }
  return { text: lines.join('\n'), tables }
}

/** The tables that are written as elements, each on lines of its own. A blank line ends none of them, as in CommonMark. */
function elementTables(
  lines: readonly string[],
  isFenced: readonly boolean[],
): readonly DrawnTable[] {
  const tables: DrawnTable[] = []
  for (let first = 0; first < lines.length; first += 1) {
    if (isFenced[first] === true || !/^\s{0,3}<table\b/iu.test(lines[first] ?? '')) continue
    const end = endOfElement(lines, first)
    if (end === undefined) break
    const [element] = allWithin(readHtmlTree(lines.slice(first, end).join('\n')), 'table')
    const table = element && tableOf(element)
    if (table !== undefined && standsAlone(lines, first, end)) {
      const rows = table.rows.map((row) => ({ ...row, line: row.line + first }))
      tables.push({ table: { rows }, first, end })
    }
    first = end - 1
  }
  return tables
}

/** Whether there is room for a paragraph in the place of these lines. */
function standsAlone(lines: readonly string[], first: number, end: number): boolean {
  const isBlank = (at: number): boolean => (lines[at] ?? '').trim() === ''
  return isBlank(end) && (end - first > 1 || isBlank(first - 1))
}

/** Behind the line in which the table ends that begins at `first`. */
function endOfElement(lines: readonly string[], first: number): number | undefined {
  let depth = 0
  for (let at = first; at < lines.length; at += 1) {
    for (const [tag] of (lines[at] ?? '').matchAll(/<\/?table\b/giu)) {
      depth += tag.startsWith('</') ? -1 : 1
    }
    if (depth <= 0) return at + 1
  }
  return undefined
}
