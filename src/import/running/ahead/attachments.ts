import { chineseAnnex } from '../../labels/chineseLabel.ts'
import type { TextBlock } from '../block.ts'
import { paragraphsIn } from './lines.ts'

/**
 * `blocks` with the list of attachments that a Chinese notice ends with, and its signature, marked as no part:
 * `附件：1. 分工表`, `2. 指标`, `国务院办公厅`, `2025年3月1日`. An attachment itself begins with `附件1` in a line
 * of its own, and has words.
 */
export function withAttachmentsListed(blocks: readonly TextBlock[]): readonly TextBlock[] {
  if (!blocks.some((block) => isLine(block) && /(?:^|\u2028)附/u.test(block.text))) return blocks
  const lines = blocks.flatMap(inParagraphs)
  const lastOf = new Map(lines.flatMap((line, at) => annexes(line).map((label) => [label, at])))
  const listed = new Set<TextBlock>()
  for (let at = 0; at < lines.length; at++) {
    const end = endOfList(lines, at, lastOf)
    if (end === at) continue
    const signed = endOfSignature(lines, end)
    for (const line of lines.slice(at, signed)) listed.add(line)
    at = signed - 1
  }
  return lines.map((block) =>
    listed.has(block) && isLine(block)
      ? { kind: 'listed', text: wordsOf(block), line: block.line }
      : block,
  )
}

type Line = Extract<TextBlock, { readonly kind: 'paragraph' | 'item' }>

function isLine(block: TextBlock | undefined): block is Line {
  return block?.kind === 'paragraph' || block?.kind === 'item'
}

function inParagraphs(block: TextBlock): readonly TextBlock[] {
  if (block.kind !== 'paragraph') return [block]
  return paragraphsIn(block.text).map((text) => ({ ...block, text }))
}

/** With the number of an item. */
function wordsOf(block: Line): string {
  const number = block.kind === 'item' ? block.number : undefined
  return number === undefined ? block.text : `${number}. ${block.text}`
}

/** The number of the annex that a line or a heading begins, if any. */
function annexes(block: TextBlock): readonly string[] {
  const label = 'text' in block ? chineseAnnex(block.text)?.label : undefined
  return label === undefined ? [] : [label]
}

/** Behind the list of attachments that begins `at`; there itself where none begins. `lastOf`: where each annex stands last. */
function endOfList(
  lines: readonly TextBlock[],
  at: number,
  lastOf: ReadonlyMap<string, number>,
): number {
  const first = lines[at]
  if (!isLine(first)) return at
  const [, behind] = /^附\s?[件录錄]?\s?[：:](.*)$/u.exec(first.text) ?? []
  let end = at + 1
  if (behind === undefined) {
    if (!isNumbered(first)) return at
    while (isNumbered(lines[end])) end++
    const comesAgain = annexes(first).some((label) => (lastOf.get(label) ?? 0) >= end)
    return end - at > 1 || comesAgain ? end : at
  }
  const only = behind.trim()
  while (isEntry(lines[end])) end++
  if (/^[1１一][.．、]/u.test(only)) return end
  if (only === '') return end - at > 1 ? end : at
  return isOver(lines, end) ? end : at
}

/** `附件1：分工表`. */
function isNumbered(block: TextBlock | undefined): boolean {
  if (!isLine(block)) return false
  const annex = chineseAnnex(block.text)
  return annex?.label !== undefined && annex.heading !== ''
}

/** `2. 指标`, and no sentence. */
function isEntry(block: TextBlock | undefined): boolean {
  if (!isLine(block)) return false
  return /^\d{1,2}[.．、]\s?[^。；]{1,80}$/u.test(wordsOf(block))
}

/** Whether nothing stands there that an attachment could have as its words: the end, a signature, an annex. */
function isOver(lines: readonly TextBlock[], at: number): boolean {
  const next = lines[at]
  if (next === undefined || endOfSignature(lines, at) > at) return true
  return 'text' in next && chineseAnnex(next.text) !== undefined
}

const date = /(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日/u
/** Who signs stands in so many lines before the date. */
const mostSigning = 6

/** Behind the lines of a signature that begins `at`, the last of which is a date; there itself where none begins. */
function endOfSignature(lines: readonly TextBlock[], at: number): number {
  for (let end = at; end < at + mostSigning; end++) {
    const line = lines[end]
    if (!isLine(line) || line.text.length > 60 || /[。；：]/u.test(line.text)) return at
    if (date.test(line.text)) return end + 1
  }
  return at
}
