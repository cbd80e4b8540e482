import type { Line } from './lines/lines.ts'

/** How the running text is set. */
export interface Body {
  readonly size: number
  readonly font: string
  /** From baseline to baseline, in points. */
  readonly leading: number
}

/** Lines that reach so far to the right, of all that do, go on in the next one. */
const fullShare = 0.85

/** From baseline to baseline, in sizes of the letters, unless a document is set wider: then few of its lines are closer. */
const widest = 1.8
const closeShare = 0.2

/** How most of the letters of a document are set. */
export function bodyOf(all: readonly Line[]): Body {
  const running = all.filter(({ table, isTurned }) => table === undefined && isTurned === undefined)
  const lines = running.length > 0 ? running : all
  const size = commonest(lines, ({ size }) => size) ?? 0
  const ofSize = lines.filter((line) => line.size === size)
  const gaps = gapsBetween(ofSize.filter(({ column }) => column === 0))
  const close = gaps.filter(({ gap }) => gap < size * widest)
  const isClose = lettersOf(close) >= lettersOf(gaps) * closeShare
  const leading = commonest(isClose ? close : gaps, ({ gap }) => gap) ?? 0
  return {
    size,
    font: commonest(ofSize, ({ font }) => font) ?? '',
    leading: leading > 0 ? leading : size * 1.2,
  }
}

/** How far below the full line before it each line of the same page stands, in halves of a point. */
function gapsBetween(
  lines: readonly Line[],
): readonly { readonly text: string; readonly gap: number }[] {
  const farthest = lines.reduce((most, { right }) => Math.max(most, right), 0)
  const nearest = lines.reduce((least, { left }) => Math.min(least, left), Infinity)
  const full = nearest + (farthest - nearest) * fullShare
  return lines.slice(1).flatMap(({ text, page, column, baseline }, index) => {
    const before = lines[index]
    if (before?.page !== page || before.column !== column) return []
    if (before.baseline <= baseline || before.right < full) return []
    return [{ text, gap: Math.round((before.baseline - baseline) * 2) / 2 }]
  })
}

function lettersOf(lines: readonly { readonly text: string }[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0)
}

/** What most of the letters have. */
function commonest<L extends { readonly text: string }, T>(
  lines: readonly L[],
  feature: (line: L) => T,
): T | undefined {
  const counts = new Map<T, number>()
  for (const line of lines) {
    const value = feature(line)
    counts.set(value, (counts.get(value) ?? 0) + line.text.length)
  }
  return [...counts].reduce<readonly [T | undefined, number]>(
    (most, [value, count]) => (count > most[1] ? [value, count] : most),
    [undefined, 0],
  )[0]
}
