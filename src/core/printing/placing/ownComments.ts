import { placeAt } from '../../markdown/prose.ts'
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
    return isComment ? [withoutComment(source, index, index + length)] : []
  })
}

/** A line that held nothing else goes with it; blanks before it go where nothing follows, or they would break the line. */
function withoutComment(source: string, start: number, end: number): TextEdit {
  const line = source.slice(lineStart(source, start), start)
  const from = start - (line.length - line.trimEnd().length)
  const lineEnd = /^[ \t]*(?:\r\n|[\r\n]|$)/u.exec(source.slice(end))?.[0]
  if (lineEnd === undefined) return { span: { start, end }, text: '' }
  const isAlone = from === lineStart(source, start)
  if (!isAlone) return { span: { start: from, end }, text: '' }
  if (keepsApart(source, end + lineEnd.length)) return { span: { start, end }, text: nothing }
  return { span: { start: from, end: end + lineEnd.length }, text: '' }
}

const nothing = '<!-- -->'

function lineStart(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}

/** Whether what follows would go on with a list or a quotation above the comment. */
function keepsApart(source: string, end: number): boolean {
  const [next = ''] = /^[ \t]*\S.*$/mu.exec(source.slice(end)) ?? []
  return /^(?:[ \t]|[-+*:>][ \t]|\(?[\p{L}\p{N}#@]+[.)][ \t])/u.test(next)
}
