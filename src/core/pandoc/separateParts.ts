import { linesWithin } from '../text/lines.ts'
import { movedSpan, type Span } from '../text/span.ts'
import { isEscaped } from './lettersAndDigits.ts'

/** The line below the head of a pipe table: `|---|:-:|`. */
const ruleOfTable = /^\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)*\|?$/

/**
 * The parts of `mask`, in order, that Pandoc reads each for itself, so that neither brackets nor emphasis
 * reach over their ends: the cells of a pipe table, the lines of a line block, else the whole. Linear.
 */
export function separateParts(mask: string): readonly Span[] {
  const whole = { start: 0, end: mask.length }
  if (!mask.includes('|')) return [whole]
  const lines = linesWithin(mask, whole)
  const [first, second] = lines.map(({ start, end }) => mask.slice(start, end).trim())
  if (first?.includes('|') !== true) return [whole]
  if (second?.includes('|') === true && ruleOfTable.test(second)) {
    return lines.flatMap((line) => cellsOf(mask, line))
  }
  return /^\|(?:\s|$)/.test(first) ? linesOfBlock(mask, lines) : [whole]
}

function cellsOf(mask: string, { start, end }: Span): readonly Span[] {
  const row = mask.slice(start, end)
  const cells: Span[] = []
  let from = 0
  for (const { index } of row.matchAll(/\|/g)) {
    if (isEscaped(row, index)) continue
    cells.push({ start: from, end: index })
    from = index + 1
  }
  return [...cells, { start: from, end: row.length }].map((cell) => movedSpan(cell, start))
}

/** A line that stands further right than the first bar continues the one before. */
function linesOfBlock(mask: string, lines: readonly Span[]): readonly Span[] {
  const bar = mask.indexOf('|')
  const parts: Span[] = []
  for (const { start, end } of lines) {
    const before = parts.at(-1)
    const column = mask.slice(start, end).search(/\S/)
    if (before !== undefined && column > bar) parts[parts.length - 1] = { ...before, end }
    else parts.push({ start, end })
  }
  return parts
}
