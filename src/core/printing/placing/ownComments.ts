import { placeAt } from '../../markdown/prose.ts'
import { withoutComment } from '../../pandoc/withoutComment.ts'
import type { Report } from '../../report/report.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import { type Span } from '../../text/span.ts'

/** What a comment for Policy Citation begins with, which does not reach the page; R Markdown's `<!---` as well. */
const beginsOwn = /<!-{2,}\s*policy-citation-/gu

/** The comments of ours in `text`, in order, each to where it is closed. Linear. */
function ownCommentsIn(text: string): readonly Span[] {
  const found: Span[] = []
  let close = 0
  for (const { index: start } of text.matchAll(beginsOwn)) {
    if (start < close) continue
    close = text.indexOf('-->', start) + 3
    if (close < 3) break
    found.push({ start, end: close })
  }
  return found
}

/** `text` with blanks for the comments of ours in `written`, which has its length. */
export function withoutOwnComments(text: string, written: string): string {
  let behind = 0
  const kept = ownCommentsIn(written).map(({ start, end }) => {
    const before = text.slice(behind, start)
    behind = end
    return before + ' '.repeat(end - start)
  })
  return kept.join('') + text.slice(behind)
}

/** The edits that take the comments for Policy Citation out of `report`, and nothing else. */
export function commentEdits(report: Report): readonly TextEdit[] {
  const source = report.source.toString()
  return ownCommentsIn(source).flatMap(({ start, end }) => {
    const isComment = placeAt(report.source, report.blocks, start + 1) === 'html'
    return isComment ? [withoutComment(source, { start, end })] : []
  })
}
