import type { Aside, Unread } from '../../core/official/outline.ts'
import { addAll } from '../../core/text/lists.ts'
import type { Body } from './body.ts'
import { withoutContents } from './contents.ts'
import { byPage } from './lines/byPage.ts'
import type { Line } from './lines/lines.ts'
import { folded } from './lines/pageNumber.ts'
import { RunningHeads } from './runningHeads.ts'

/** The lines of a document: running text, and what stands beside it. */
export interface Sorted {
  readonly text: readonly Line[]
  /** Lines of one page each. */
  readonly asides: readonly { readonly kind: Aside['kind']; readonly lines: readonly Line[] }[]
  readonly unread: readonly Unread[]
}

/** Larger than the running text by this share, lines are headings. */
export const headingShare = 1.15

/** Smaller than this share of the running text, lines are notes, captions and the like. */
const noteShare = 0.85

/** Smaller than this share, they are where they stand below the text and bear the mark of a note. */
const footnoteShare = 0.965

const blankPage = /^(?:this )?page (?:is )?(?:intentionally )?left (?:intentionally )?blank\.?$/iu

/** Tells running text from running heads, contents, notes and pages without it. */
export function sortOut(lines: readonly Line[], body: Body): Sorted {
  const running = new RunningHeads(lines)
  const isInner = (line: Line): boolean =>
    !running.has(line) && !blankPage.test(line.text) && line.isTurned === undefined
  const { contents, rest } = withoutContents(lines.filter(isInner))
  const text: Line[] = []
  const asides: Sorted['asides'][number][] = []
  const heads = new Set<string>()
  const unread: Unread[] = []
  for (const [page, own] of byPage(lines)) {
    const where = `page ${String(page)}`
    for (const line of own) {
      if (isInner(line) || heads.has(folded(line.text))) continue
      heads.add(folded(line.text))
      asides.push({ kind: 'text', lines: [line] })
    }
    const listed = contents.get(page) ?? []
    if (listed.length > 0) {
      unread.push({ where, what: 'a table of contents' })
      asides.push({ kind: 'text', lines: listed })
    }
    const sorted = sortPage(rest.get(page) ?? [], body)
    if (
      !sorted.rest.some((line) => line.table !== undefined || line.size < body.size * headingShare)
    ) {
      addAll(
        unread,
        sorted.rest.map((line) => ({ where, what: line.text })),
      )
      if (sorted.rest.length > 0) asides.push({ kind: 'text', lines: sorted.rest })
    } else addAll(text, sorted.rest)
    if (sorted.heads.length > 0) asides.push({ kind: 'text', lines: sorted.heads })
    if (sorted.notes.length > 0) {
      asides.push({ kind: 'note', lines: sorted.notes })
      unread.push({
        where,
        what: smallLines(sorted.notes.length),
      })
    }
  }
  return { text, asides, unread }
}

interface SortedPage {
  /** Small type above running text. */
  readonly heads: readonly Line[]
  readonly notes: readonly Line[]
  readonly rest: readonly Line[]
}

function sortPage(lines: readonly Line[], body: Body): SortedPage {
  const foot = footnotesOf(lines, body)
  const isSmall = (line: Line): boolean =>
    line.table === undefined && (line.size < body.size * noteShare || foot.has(line))
  const rest = lines.filter((line) => !isSmall(line))
  const top = rest.reduce((most, { baseline }) => Math.max(most, baseline), 0)
  const isRunning = rest.some(({ size }) => size < body.size * headingShare)
  const isHead = (line: Line): boolean => isRunning && line.isAtEdge && line.baseline > top
  const small = lines.filter(isSmall)
  return {
    heads: small.filter(isHead),
    notes: small.filter((line) => !isHead(line)),
    rest,
  }
}

/** The lowest lines of each column that are a little smaller than the text, from the first with the mark of a note. */
function footnotesOf(lines: readonly Line[], body: Body): ReadonlySet<Line> {
  const found = new Set<Line>()
  for (const column of new Set(lines.map((line) => line.column))) {
    const own = lines
      .filter((line) => line.column === column)
      .sort((one, other) => one.baseline - other.baseline)
    const above = own.findIndex(
      ({ size, table }) => table !== undefined || size >= body.size * footnoteShare,
    )
    const foot = own.slice(0, above === -1 ? 0 : above)
    const first = foot.findLastIndex(
      ({ text, noteMarks }) =>
        noteMarks.length > 0 || /^(?:\d{1,3}|[*†‡§])(?=[\s\p{L}])/u.test(text),
    )
    for (const line of foot.slice(0, first + 1)) found.add(line)
  }
  return found
}

function smallLines(count: number): string {
  return count === 1
    ? '1 line in small type: a note, or a caption'
    : `${String(count)} lines in small type: notes, or captions`
}
