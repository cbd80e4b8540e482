import type { TextEdit } from '../text/textEdit.ts'
import type { Report } from './report.ts'
import { runStart } from '../text/characters.ts'

/**
 * The edit that puts `block` into `report` as a block of its own, behind the block that `offset` is
 * in, with an empty line on either side; behind the whole list, quotation or note where it is in one, so
 * that none is cut in two. The line breaks are those of the report.
 */
export function draftBlock(report: Report, offset: number, block: string): TextEdit {
  const { source } = report
  const at = endOfOutermost(report, offset)
  const lineBreak = source.indexOf('\r\n') !== -1 ? '\r\n' : '\n'
  const before = source.slice(0, at)
  const after = source.slice(at)
  const isLast = after.trim() === ''
  const gapBefore =
    before === '' ? 0 : missing(2, before.slice(Math.max(at - 200, runStart(before, /[\r\n \t]/))))
  const gapAfter = missing(isLast ? 1 : 2, /^[\r\n \t]*/.exec(after.slice(0, 200))?.[0] ?? '')
  const text = [
    lineBreak.repeat(gapBefore),
    block.replaceAll('\n', lineBreak),
    lineBreak.repeat(gapAfter),
  ].join('')
  return { span: { start: at, end: at }, text }
}

/** So far the next block of a list is looked for, in UTF-16 units. */
const farthestBlock = 1000

/** The end of the block at `offset`, or of the last of those that stand in containers with it. */
function endOfOutermost({ source, blocks }: Report, offset: number): number {
  let block = blocks.around(offset)
  let end = block?.span.end ?? offset
  while (block?.container !== undefined) {
    end = block.span.end
    const gap = /^[\s>]*/u.exec(source.slice(end, end + farthestBlock))?.[0].length ?? 0
    const next = blocks.around(end + gap)
    block = next !== undefined && next.span.start >= end ? next : undefined
  }
  return end
}

/** How many of the `wanted` line breaks are not there, where `pattern` finds them. */
function missing(wanted: number, blanks: string): number {
  const found = blanks.split('\n').length - 1
  return Math.max(0, wanted - found)
}
