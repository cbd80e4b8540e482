import { lineStartAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/textEdit.ts'

/**
 * Takes the comment at `span` out of `source`. A line that held nothing else goes with it, unless it keeps
 * apart what is around it; blanks before it go where nothing follows, or they would break the line.
 */
export function withoutComment(source: string, { start, end }: Span): TextEdit {
  const first = lineStartAt(source, start)
  const line = source.slice(first, start)
  const lineEnd = /^[ \t]*(?:\r\n|[\r\n]|$)/u.exec(source.slice(end))?.[0]
  if (lineEnd === undefined) return { span: { start, end }, text: '' }
  if (!/^[ \t>]*$/u.test(line))
    return { span: { start: first + line.trimEnd().length, end }, text: '' }
  const next = end + lineEnd.length
  const isApart = !line.includes('>') && keepsApart(source, next)
  return isApart
    ? { span: { start, end }, text: nothing }
    : { span: { start: first, end: next }, text: '' }
}

const nothing = '<!-- -->'

/** Whether what follows would go on with a list or a quotation above the comment. */
function keepsApart(source: string, end: number): boolean {
  const [next = ''] = /^[ \t]*\S.*$/mu.exec(source.slice(end)) ?? []
  return /^(?:[ \t]|[-+*:>][ \t]|\(?[\p{L}\p{N}#@]+[.)][ \t])/u.test(next)
}
