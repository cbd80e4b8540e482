import type { Report } from './report.ts'

/** So much of a table tells how its columns are drawn, in UTF-16 units. */
const longestHead = 1000

const rulesOfColumns = /^[ \t>]*(?:\+[-=:+]+\+|-{2,}(?:[ \t]+-{2,})+)[ \t]*$/mu

/** Whether `offset` stands in a grid table, or in one whose columns are as wide as rules below their heads. */
export function isInColumns({ source, blocks }: Report, offset: number): boolean {
  const start = blocks.around(offset)?.span.start ?? offset
  return rulesOfColumns.test(source.slice(start, start + longestHead))
}
