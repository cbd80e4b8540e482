import type { Text } from '../../text/text.ts'

/** So much of a table tells how its columns are drawn, in UTF-16 units. */
const longestHead = 1000

const rulesOfColumns = /^[ \t>]*(?:\+[-=:+]+\+|-{2,}(?:[ \t]+-{2,})+)[ \t]*$/mu

/** Whether the block that begins at `start` is a grid table, or one whose columns are as wide as rules below their heads. */
export function drawsColumns(source: Text, start: number): boolean {
  return rulesOfColumns.test(source.slice(start, start + longestHead))
}
