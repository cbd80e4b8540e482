import type { Table } from '../tables/table.ts'
import { drawnTables } from './drawnTables.ts'

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
  const drawn = drawnTables(lines.map((line, at) => line.slice(quotes[at]?.length)))
  if (drawn.length === 0) return { text: source, tables }
  for (const { table, first, end } of drawn) {
    const mark = markStart + String(tables.size)
    tables.set(mark, { table, line: first + 1 })
    const quote = quotes[first] ?? ''
    const indent = /^\s*/u.exec((lines[first] ?? '').slice(quote.length))?.[0] ?? ''
    for (let at = first; at < end; at += 1) lines[at] = quote.trimEnd()
    lines[first + 1] = quote + indent + mark
  }
  return { text: lines.join('\n'), tables }
}
