import type { Block } from '../../../markdown/blocks.ts'
import { fromOutermost, type Container } from '../../../markdown/containers.ts'
import { placeAt } from '../../../markdown/prose.ts'
import { openBracketBefore } from '../../../pandoc/citationContext.ts'
import type { Report } from '../../../report/report.ts'
import { runStart } from '../../../text/characters.ts'
import { textStart } from '../../../text/frontMatter.ts'
import { linesWithin } from '../../../text/lines.ts'
import { sliceSpan } from '../../../text/span.ts'
import type { TextEdit } from '../../../text/textEdit.ts'
import type { Fix } from '../fixesOf.ts'
import type { Problem } from '../problem.ts'
import { ignoreMark } from './ignoreComments.ts'

/**
 * Ignores `problem` by a comment that changes nothing else of what Pandoc prints: in a line of its own before
 * the block where it can stand there, else at the end of the line; where neither is safe, and for what the
 * front matter says, one for the whole report. `undefined` where not even that is, and for what is said of such comments.
 */
export function ignoringFix(problem: Problem, report: Report): Fix | undefined {
  const { code, span } = problem
  if (code.startsWith('ignore.')) return undefined
  const block = report.blocks.around(span.start)
  const comment = (reach: string): string => `<!-- ${ignoreMark}-${reach} ${code} -->`
  if (block && block.kind !== 'frontMatter') {
    const insert = (at: number, text: string): Fix => ({
      kind: 'ignoreHere',
      edits: [{ span: { start: at, end: at }, text }],
    })
    const prefix = prefixBefore(report, block)
    if (prefix !== undefined) return insert(block.span.start, `${prefix}${comment('next')}\n`)
    const lineEnd = endOfLine(report, block, problem)
    if (lineEnd !== undefined) return insert(lineEnd, comment('line'))
  }
  const edit = inFront(report, comment('file'))
  return edit && { kind: 'ignoreInFile', code, edits: [edit] }
}

/** A caption goes with the table above or below it, which a comment would part it from. */
const caption = /^\s*(?:[Tt]able)?:\s/u

/**
 * What a line before `block` begins with to stand in the same containers; `undefined` where no line may: at
 * the marker of an item, in the midst of text, and where two blocks have to stand together.
 */
function prefixBefore({ source, blocks }: Report, block: Block): string | undefined {
  const { start, end } = block.span
  const prefix = source.slice(start, block.contentStart)
  const text = source.slice(block.contentStart, end)
  const near = source.slice(Math.max(0, start - farthest), start)
  const before = near.slice(runStart(near, /[\s>]/u))
  const above = blocks.around(start - before.length)
  const isParted =
    start === textStart(source)
      ? !text.startsWith('%')
      : /(?:\r\n|\r(?!\n)|\n)[ \t>]*(?:\r\n|\r|\n)/u.test(before) || above?.kind === 'divisionFence'
  const isBound =
    caption.test(text) ||
    (above !== undefined && caption.test(source.slice(above.contentStart, above.span.end))) ||
    blocks.from(end)?.container?.kind === 'definition'
  return /^[\s>]*$/u.test(prefix) && isParted && !isBound
    ? fromOutermost(block.container).map(prefixOf).join('')
    : undefined
}

/** What a line begins with that goes on with a container: no more, or Pandoc would take a comment for text. */
function prefixOf({ kind, width }: Container): string {
  return kind === 'quote' ? '> ' : ' '.repeat(width)
}

/** Blank lines are looked for so far, in UTF-16 units. */
const farthest = 200

/** Lines that draw tables, and bars: a text with them is no plain paragraph. */
const drawn = /\||^[ \t>]*[-=+:][-=+: \t]*$/mu

/** Where a comment can stand behind the last or the first line of `problem`, right behind its text; only a paragraph has such a place. */
function endOfLine(report: Report, block: Block, problem: Problem): number | undefined {
  const { source, blocks } = report
  const { kind, span, contentStart } = block
  const text = sliceSpan(source, span)
  const isImage = source.slice(contentStart, span.end).trimStart().startsWith('![')
  if (kind !== 'paragraph' || isImage || drawn.test(text)) return undefined
  const lines = linesWithin(text, { start: 0, end: text.length })
  return [problem.span.end, problem.span.start]
    .flatMap((offset) => lines.findLast(({ start }) => span.start + start <= offset) ?? [])
    .map(({ start, end }) => span.start + endOfText(text, start, end))
    .find((at) => isFree(report, block, at) && placeAt(source, blocks, at) === 'prose')
}

/** Where the line between `start` and `end` ends without what breaks it: blanks and backslashes. */
function endOfText(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /[\s\\]/u.test(text.charAt(at - 1))) at -= 1
  return at
}

/** Whether `at` is outside of all brackets and citations. */
function isFree(report: Report, block: Block, at: number): boolean {
  return (
    openBracketBefore(report.maskOf(block), at - block.span.start) === undefined &&
    !report.groupsIn(block).some(({ span }) => span.start < at && at < span.end)
  )
}

/** `comment` in a line behind the front matter, or at the beginning. */
function inFront({ source, blocks }: Report, comment: string): TextEdit | undefined {
  const { frontMatterEnd } = blocks
  if (frontMatterEnd !== -1) {
    const isBlankBehind = /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:[\r\n]|$)/u.test(
      source.slice(frontMatterEnd, frontMatterEnd + farthest),
    )
    const text = `\n${comment}${isBlankBehind ? '' : '\n'}`
    return { span: { start: frontMatterEnd, end: frontMatterEnd }, text }
  }
  const start = textStart(source)
  const text = `${comment}\n\n`
  return source.charAt(start) === '%' ? undefined : { span: { start, end: start }, text }
}
