import type { Block } from '../../../markdown/blocks.ts'
import { commentsIn } from '../../../markdown/prose.ts'
import type { Report } from '../../../report/report.ts'
import { linesWithin } from '../../../text/lines.ts'
import { movedSpan, sliceSpan, type Span } from '../../../text/span.ts'

/** What all comments begin with that ignore findings: `<!-- policy-citation-ignore-next`. */
export const ignoreMark = 'policy-citation-ignore'

/**
 * A comment that has findings ignored:
 * `<!-- policy-citation-ignore-next statement.other-count quotation.*: counted by hand -->`. Offsets are those of the report.
 */
export interface IgnoreComment {
  readonly span: Span
  /** `next`, `line` or `file`, for which it holds; with anything else it holds for nothing. */
  readonly reach: string
  /** What it ignores, a star for all where it says nothing. */
  readonly codes: readonly WrittenCode[]
  /** Why, in one line; empty where it does not say. */
  readonly reason: string
  /** The line that it begins on. */
  readonly line: Span
  /** Where the block begins that it holds for, or behind which that is the first. */
  readonly from: number
}

/** A code, a group of them (`quotation.*`) or a star, as written. */
export interface WrittenCode {
  readonly text: string
  readonly span: Span
  /** The end of the word before it. */
  readonly behind: number
}

/** The comments in `block` of `report` that ignore findings, in order. Linear in the length of the block. */
export function ignoreCommentsIn(report: Report, block: Block): readonly IgnoreComment[] {
  const { source, blocks } = report
  const lines = linesWithin(sliceSpan(source, block.span), { start: 0, end: Infinity })
  const prose = report.maskOf(block).search(/[^\s\uFFFC]/u)
  const { start, end } = block.span
  let line = 0
  return commentsIn(source, block, blocks.definitions).flatMap((span) => {
    while (start + (lines[line]?.next ?? Infinity) <= span.start) line += 1
    const opensBlock = span.end <= start + prose
    const place = { line: movedSpan(lines[line] ?? span, start), from: opensBlock ? start : end }
    return readComment(sliceSpan(source, span), span, place)
  })
}

function readComment(
  text: string,
  span: Span,
  place: Pick<IgnoreComment, 'line' | 'from'>,
): readonly IgnoreComment[] {
  // R Markdown's `<!--- … --->` as well.
  const open = /^<!-+/u.exec(text)?.[0].length ?? 0
  const inner = text.slice(open, -'-->'.length)
  const [head = ''] = /^[^:：]*/u.exec(inner) ?? []
  let behind = span.start
  const [mark, ...codes] = Array.from(head.matchAll(/[^\s,，、;；]+/gu), ({ 0: word, index }) => {
    const start = span.start + open + index
    const code = { text: word, span: { start, end: start + word.length }, behind }
    behind = code.span.end
    return code
  })
  if (!mark?.text.startsWith(ignoreMark)) return []
  return [
    {
      ...place,
      span,
      reach: mark.text.slice(ignoreMark.length + 1),
      codes: codes.length > 0 ? codes : [{ text: '*', span, behind }],
      reason: inner
        .slice(head.length + 1)
        .replace(/-$/u, '')
        .trim()
        .replaceAll(/\s+/gu, ' '),
    },
  ]
}

/** `comment` as it stands when the text before it grew by `by` characters. */
export function movedComment(comment: IgnoreComment, by: number): IgnoreComment {
  return {
    ...comment,
    span: movedSpan(comment.span, by),
    codes: comment.codes.map((code) => ({
      ...code,
      span: movedSpan(code.span, by),
      behind: code.behind + by,
    })),
    line: movedSpan(comment.line, by),
    from: comment.from + by,
  }
}
