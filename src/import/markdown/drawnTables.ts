import type { Table, TableCell, TableRow } from '../tables/table.ts'

/** A table that is drawn with characters in a Markdown text. */
export interface DrawnTable {
  /** Its words are Markdown. */
  readonly table: Table
  /** The line that it begins on, and the one behind it, counted from 0. */
  readonly first: number
  readonly end: number
}

/** Without its blanks. */
const pipeRule = /^\|?:?-+:?(?:[|+]:?-+:?)*\|?$/u
const gridRule = /^\s*\+(?:[-=:]+\+)+\s*$/u
const columnRule = /^\s*-{2,}(?:\s+-{2,})+\s*$/u
const wholeRule = /^\s*-{5,}\s*$/u
const fence = /^\s{0,3}(`{3,}|~{3,})/u

/**
 * The tables of a Markdown text (Pandoc manual, "Tables"): pipe tables, grid tables, and those whose
 * columns are as wide as the rules below their heads. Lines that are `isFenced` are part of none. Linear.
 */
export function drawnTables(
  lines: readonly string[],
  isFenced: readonly boolean[],
): readonly DrawnTable[] {
  const tables: DrawnTable[] = []
  let before = 0
  for (let at = 0; at < lines.length;) {
    const found = isFenced[at] === true ? undefined : tableAt(lines, at, before)
    if (found !== undefined) tables.push(found)
    at = found?.end ?? at + 1
    if (found !== undefined || isFenced[at - 1] === true) before = at
  }
  return tables
}

/** Which lines belong to a fenced block. */
export function fencedLines(lines: readonly string[]): readonly boolean[] {
  let open: string | undefined
  return lines.map((line) => {
    const mark = fence.exec(line)?.[1]
    if (open === undefined) {
      open = mark
      return mark !== undefined
    }
    if (mark?.startsWith(open) === true && line.trim() === mark) open = undefined
    return true
  })
}

function tableAt(lines: readonly string[], at: number, before: number): DrawnTable | undefined {
  const line = lines[at] ?? ''
  const first = line.trimStart().charAt(0)
  if (first === '+' && gridRule.test(line)) return gridTable(lines, at)
  if (first === '-' && columnRule.test(line)) return ruledTable(lines, at, before)
  const next = lines[at + 1] ?? ''
  const isHead = line.includes('|') && /[|+]/u.test(next)
  return isHead && pipeRule.test(next.replaceAll(/\s/gu, '')) ? pipeTable(lines, at) : undefined
}

/** A line that begins with no bar goes on with the row before, where the others begin with one. */
function pipeTable(lines: readonly string[], first: number): DrawnTable {
  const hasBars = (lines[first] ?? '').trimStart().startsWith('|')
  const rows: { text: string; line: number }[] = [{ text: lines[first] ?? '', line: first }]
  let at = first + 2
  for (; at < lines.length && (lines[at] ?? '').trim() !== ''; at += 1) {
    const text = lines[at] ?? ''
    const last = rows.at(-1)
    if (hasBars && rows.length > 1 && last !== undefined && !text.trimStart().startsWith('|')) {
      last.text += ` ${text.trim()}`
    } else rows.push({ text, line: at })
  }
  const cellsOf = (text: string): readonly TableCell[] => cellsFrom(pipeCells(text))
  const table = rows.map(({ text, line }): TableRow => ({
    isHead: line === first,
    cells: cellsOf(text),
    line: line + 1,
  }))
  return { table: { rows: table }, first, end: at }
}

/** What stands between the bars of a row that are not escaped, nor in code. */
function pipeCells(text: string): readonly string[] {
  const row = text.trim()
  const cells: string[] = []
  let start = row.startsWith('|') ? 1 : 0
  let isCode = false
  for (let at = start; at < row.length; at += 1) {
    const character = row.charAt(at)
    if (character === '\\') at += 1
    else if (character === '`') isCode = !isCode && row.includes('`', at + 1)
    else if (character === '|' && !isCode) {
      cells.push(row.slice(start, at))
      start = at + 1
    }
  }
  return start < row.length ? [...cells, row.slice(start)] : cells
}

/** Cells one beside the other, each in one column. */
function cellsFrom(texts: readonly string[]): readonly TableCell[] {
  return texts.map((text, column) => ({ column, columns: 1, rows: 1, text: text.trim() }))
}

function gridTable(lines: readonly string[], first: number): DrawnTable | undefined {
  let end = first
  while (/^\s*[+|]/u.test(lines[end] ?? '')) end += 1
  const starts = columnStarts(lines[first] ?? '')
  const rows: TableRow[] = []
  let own: string[] = []
  let line = first + 1
  for (let at = first + 1; at < end; at += 1) {
    const text = lines[at] ?? ''
    if (!/^\s*\+[-=:+]+\+\s*$/u.test(text)) {
      if (own.length === 0) line = at + 1
      own.push(text)
      continue
    }
    const isHead = text.includes('=') && rows.every((row) => !row.isHead)
    if (isHead) for (const [index, row] of rows.entries()) rows[index] = { ...row, isHead: true }
    if (own.length > 0) rows.push({ isHead, cells: gridCells(own, starts), line })
    own = []
  }
  return end - first < 3 ? undefined : { table: { rows }, first, end }
}

/** Where the crosses of a rule stand. */
function columnStarts(rule: string): readonly number[] {
  return [...rule.matchAll(/\+/gu)].map(({ index }) => index)
}

/** The cells of the lines between two rules; one that no bar ends spans the columns behind it. */
function gridCells(lines: readonly string[], starts: readonly number[]): readonly TableCell[] {
  const edges = starts
    .map((start, column) => ({ start, column }))
    .filter(({ start }) => lines.every((line) => '|+'.includes(line.charAt(start) || ' ')))
  return edges.slice(0, -1).map(({ start, column }, index) => {
    const next = edges[index + 1] ?? { start, column }
    const text = lines.map((line) => line.slice(start + 1, next.start).trim()).join(' ')
    return { column, columns: next.column - column, rows: 1, text: text.trim() }
  })
}

/**
 * A table whose columns a rule draws, below its head or above its rows. A row has several lines where
 * a rule stands before its head as well, or where it has none and one ends the table.
 */
function ruledTable(
  lines: readonly string[],
  rule: number,
  before: number,
): DrawnTable | undefined {
  const head = headBefore(lines, rule, before)
  const isMarkedEnd = head.isRuled || head.first === rule
  let end = rule + 1
  const isOver = (line: string): boolean =>
    wholeRule.test(line) || columnRule.test(line) || (!isMarkedEnd && line.trim() === '')
  while (end < lines.length && !isOver(lines[end] ?? '')) end += 1
  if (isMarkedEnd && end === lines.length) return undefined
  const ranges = rangesOfRows(lines, rule + 1, end, isMarkedEnd)
  if (ranges.length === 0) return undefined
  const starts = [...(lines[rule] ?? '').matchAll(/-{2,}/gu)].map(({ index }) => index)
  const rowOf = (from: number, to: number, isHead: boolean): TableRow => ({
    isHead,
    line: from + 1,
    cells: starts.map((start, column) => {
      const from0 = column === 0 ? 0 : start
      const parts = lines
        .slice(from, to)
        .map((line) => line.slice(from0, starts[column + 1]).trim())
      return { column, columns: 1, rows: 1, text: parts.join(' ').trim() }
    }),
  })
  const heads = head.first < rule ? [rowOf(head.first, rule, true)] : []
  const rows = [...heads, ...ranges.map(([from, to]) => rowOf(from, to, false))]
  const hasRuleBehind = end < lines.length && (lines[end] ?? '').trim() !== ''
  return {
    table: { rows },
    first: head.isRuled ? head.first - 1 : head.first,
    end: hasRuleBehind ? end + 1 : end,
  }
}

/** The most lines of a head. */
const longestHead = 6

/** The lines before a rule that head its columns: one, or those below another rule. */
function headBefore(
  lines: readonly string[],
  rule: number,
  before: number,
): { readonly first: number; readonly isRuled: boolean } {
  let first = rule
  while (first > before && rule - first <= longestHead && (lines[first - 1] ?? '').trim() !== '') {
    first -= 1
    if (wholeRule.test(lines[first] ?? '')) return { first: first + 1, isRuled: true }
  }
  return { first: first < rule ? rule - 1 : rule, isRuled: false }
}

/** The lines of each row: one each, or those between blank lines where there are any. */
function rangesOfRows(
  lines: readonly string[],
  first: number,
  end: number,
  mayBeLong: boolean,
): readonly (readonly [number, number])[] {
  const numbers = Array.from({ length: end - first }, (_, index) => first + index)
  const isBlank = (at: number): boolean => (lines[at] ?? '').trim() === ''
  if (!mayBeLong || !numbers.some(isBlank)) {
    return numbers.filter((at) => !isBlank(at)).map((at) => [at, at + 1] as const)
  }
  const ranges: [number, number][] = []
  for (const at of numbers) {
    if (isBlank(at)) continue
    const last = ranges.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else ranges.push([at, at + 1])
  }
  return ranges
}
