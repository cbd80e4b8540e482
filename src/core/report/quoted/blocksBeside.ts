import type { Block } from '../../markdown/blocks.ts'
import { isInQuote } from '../../markdown/containers.ts'
import type { Report } from '../report.ts'
import type { LookedAt } from '../stretchMemory.ts'

/** So many paragraphs of a block quotation are read. */
export const mostParagraphs = 50

/** `block` and the paragraphs of the same block quotation before it that cite nothing. */
export function paragraphsUpTo(report: Report, block: Block, lookedAt: LookedAt): readonly Block[] {
  const paragraphs = [block]
  let before = blockBefore(report, block, lookedAt)
  while (
    before !== undefined &&
    isInQuote(before.container) &&
    paragraphs.length < mostParagraphs &&
    report.groupsIn(before).length === 0
  ) {
    paragraphs.unshift(before)
    before = blockBefore(report, before, lookedAt)
  }
  return paragraphs
}

/** So far another block is looked for, in UTF-16 units. */
const farthestBlock = 200

/** The block before, where nothing but the lines of a block quotation part it: two quotations are parted by an empty line. */
function blockBefore(
  { source, blocks }: Report,
  { span }: Block,
  lookedAt: LookedAt,
): Block | undefined {
  const from = Math.max(0, span.start - farthestBlock)
  const gap = aboveQuoteMarks(source.slice(from, span.start))
  const before = gap === -1 ? undefined : blocks.around(Math.max(0, from + gap - 1))
  lookedAt.extendTo(from)
  if (before !== undefined) lookedAt.add(before)
  return before
}

/** The block above, past comments that stand between. */
export function textAbove(report: Report, block: Block, lookedAt: LookedAt): Block | undefined {
  let above = blockAbove(report, block, lookedAt)
  for (let passed = 0; passed < mostParagraphs; passed += 1) {
    if (above?.kind !== 'html' || hasText(report, above)) break
    above = blockAbove(report, above, lookedAt)
  }
  return above
}

/** The block above, in the same block quotation or not. */
function blockAbove(
  { source, blocks }: Report,
  { span }: Block,
  lookedAt: LookedAt,
): Block | undefined {
  const from = Math.max(0, span.start - farthestBlock)
  let at = span.start
  while (at > from && /[\s>]/u.test(source.slice(at - 1, at))) at -= 1
  const above = blocks.around(Math.max(0, at - 1))
  lookedAt.extendTo(from)
  if (above !== undefined) lookedAt.add(above)
  return above !== undefined && above.span.end <= span.start ? above : undefined
}

/** The block behind, past comments that stand between. */
export function textBehind(report: Report, block: Block, lookedAt: LookedAt): Block | undefined {
  let next = blockBehind(report, block, lookedAt)
  for (let passed = 0; passed < mostParagraphs; passed += 1) {
    if (next?.kind !== 'html' || hasText(report, next)) break
    next = blockBehind(report, next, lookedAt)
  }
  return next
}

/** Whether it has more than comments and tags. */
export function hasText(report: Report, block: Block): boolean {
  return /[^\s\uFFFC]/u.test(report.maskOf(block))
}

/** Where the line end of `text` begins, behind a line that is not empty, below which stand but the marks of a block quotation; -1 where there is none. */
function aboveQuoteMarks(text: string): number {
  let found = -1
  let at = text.endsWith('\n') ? text.length - 1 : -1
  while (at > 0) {
    const lineEnd = text.charAt(at - 1) === '\r' ? at - 1 : at
    if (/[^\r\n]/u.test(text.charAt(lineEnd - 1))) found = lineEnd
    const above = text.lastIndexOf('\n', at - 1)
    const areMarks = /^[ \t]*>[> \t]*\r?$/u.test(text.slice(above + 1, at))
    at = areMarks ? above : -1
  }
  return found
}

/** The block behind, in the same block quotation or not. */
export function blockBehind(
  { source, blocks }: Report,
  { span }: Block,
  lookedAt: LookedAt,
): Block | undefined {
  const after = source.slice(span.end, span.end + farthestBlock)
  const gap = /^[\s>]*/u.exec(after)?.[0].length ?? 0
  const next = blocks.around(span.end + gap)
  lookedAt.extendTo(span.end + farthestBlock)
  if (next !== undefined) lookedAt.add(next)
  return next !== undefined && next.span.start > span.start ? next : undefined
}
