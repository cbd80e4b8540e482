import { plainStringAround } from '../markdown/prose.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Report } from './report.ts'

/** An unquoted string of front matter that a citation is to begin. */
export interface QuotedString {
  /** Of the whole string, which is replaced. */
  readonly span: Span
  /** The whole string in quotation marks, with `text` in place of what was to be replaced. */
  readonly quote: (text: string) => string
}

/** The string of front matter that cannot stand without quotation marks once `replaced` is a citation. */
export function quotedString({ source, blocks }: Report, replaced: Span): QuotedString | undefined {
  const span = plainStringAround(source, blocks, replaced)
  if (span === undefined) return undefined
  const before = source.slice(span.start, replaced.start)
  const after = source.slice(replaced.end, span.end)
  const gapBefore = /[:-]/.test(source.charAt(span.start - 1)) ? ' ' : ''
  const gapBehind = source.charAt(span.end) === '#' ? ' ' : ''
  const quote = (text: string): string => {
    const content = `${before}${text}${after}`.trim().replaceAll("'", "''")
    return `${gapBefore}'${content}'${gapBehind}`
  }
  return { span, quote }
}

/** `edit`, with quotation marks around the string that it would begin. */
export function withQuotedString(report: Report, edit: TextEdit): TextEdit {
  const own = quotedString(report, edit.span)
  return own === undefined ? edit : { span: own.span, text: own.quote(edit.text) }
}
