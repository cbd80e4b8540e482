import type { TextEdit } from '../text/edit.ts'
import type { Report } from './report.ts'

/**
 * The edit that puts `block` into `report` as a block of its own, behind the block that `offset` is
 * in, with an empty line on either side. The line breaks are those of the report.
 */
export function planBlock(report: Report, offset: number, block: string): TextEdit {
  const { source, blocks } = report
  const at = blocks.around(offset)?.span.end ?? offset
  const lineBreak = source.indexOf('\r\n') !== -1 ? '\r\n' : '\n'
  const before = source.slice(0, at)
  const after = source.slice(at)
  const isLast = after.trim() === ''
  const gapBefore = before === '' ? 0 : missing(2, /(?:\r?\n[ \t]*)*$/u, before.slice(-200))
  const gapAfter = missing(isLast ? 1 : 2, /^(?:[ \t]*\r?\n)*/u, after.slice(0, 200))
  const text = [
    lineBreak.repeat(gapBefore),
    block.replaceAll('\n', lineBreak),
    lineBreak.repeat(gapAfter),
  ].join('')
  return { span: { start: at, end: at }, text }
}

/** How many of the `wanted` line breaks are not there, where `pattern` finds them. */
function missing(wanted: number, pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[0].match(/\n/gu)?.length ?? 0
  return Math.max(0, wanted - found)
}
