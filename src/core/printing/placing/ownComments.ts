import { placeAt } from '../../markdown/prose.ts'
import { withoutComment } from '../../pandoc/withoutComment.ts'
import type { Report } from '../../report/report.ts'
import type { TextEdit } from '../../text/textEdit.ts'

/** A comment for Policy Citation, which does not reach the page. */
const ownComment = /<!--\s*policy-citation-.*?-->/gsu

/** `text` with blanks for the comments of ours in `written`, which has its length. */
export function withoutOwnComments(text: string, written: string): string {
  return Array.from(written.matchAll(ownComment)).reduce(
    (kept, { index, 0: { length } }) =>
      kept.slice(0, index) + ' '.repeat(length) + kept.slice(index + length),
    text,
  )
}

/** The edits that take the comments for Policy Citation out of `report`, and nothing else. */
export function commentEdits(report: Report): readonly TextEdit[] {
  const source = report.source.toString()
  return Array.from(source.matchAll(ownComment)).flatMap(({ index, 0: { length } }) => {
    const isComment = placeAt(report.source, report.blocks, index + 1) === 'html'
    return isComment ? [withoutComment(source, { start: index, end: index + length })] : []
  })
}
