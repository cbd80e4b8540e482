import { numberOf } from '../../core/text/numerals.ts'
import { addAll } from '../../core/text/lists.ts'
import type { Block } from './block.ts'
import type { Line } from './lines/lines.ts'

/** What heads notes or a list of sources at the end. */
const announced =
  /^(?:[\dIVX]{1,4}\.?\s+)?(?:(?:end|foot)?notes|notes and references|references(?: and notes)?|bibliography|works cited|list of references|尾注|注释|注釋|脚注|参考文献|參考文獻|参考资料)[.:]?$/iu

/** The blocks without notes that stand at the end of a document or a chapter, and the lines of these; `footnotes` are the numbers of those that stand below its pages. */
export function withoutEndnotes(
  blocks: readonly Block[],
  footnotes: ReadonlySet<string>,
): {
  readonly blocks: readonly Block[]
  readonly notes: readonly Line[]
} {
  const kept: Block[] = []
  const notes: Line[] = []
  let head: Block | undefined
  for (const block of blocks) {
    if (announced.test(block.text) && block.kind !== 'item') {
      head = block
      continue
    }
    const isOver =
      block.kind === 'heading' &&
      head !== undefined &&
      (head.kind !== 'heading' || block.rank >= head.rank)
    if (isOver) head = undefined
    if (head === undefined) kept.push(block)
    else addAll(notes, block.lines)
  }
  const end = lastRun(kept, footnotes)
  return {
    blocks: kept.slice(0, end),
    notes: [...notes, ...kept.slice(end).flatMap(({ lines }) => lines)],
  }
}

/** So large a share of the numbers of the last items must be marks of notes in the text. */
const markedShare = 0.5
const fewestNotes = 2

/** Where the numbered items begin that a document ends with, where they are notes: the text has marks with their numbers. */
function lastRun(blocks: readonly Block[], footnotes: ReadonlySet<string>): number {
  let start = blocks.length
  let next: number | undefined
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at]
    if (block === undefined || block.kind === 'heading' || block.kind === 'table') break
    if (block.kind !== 'item') continue
    const number = /^\d{1,3}[.)]?$/u.test(block.mark ?? '')
      ? numberOf(block.mark?.replace(/\D/u, '') ?? '')
      : undefined
    if (number === undefined || (next !== undefined && number !== next - 1)) break
    start = at
    next = number
    if (number === 1) break
  }
  if (next !== 1 || start === blocks.length) return blocks.length
  const marks = new Set(
    blocks.slice(0, start).flatMap(({ lines }) => lines.flatMap(({ noteMarks }) => noteMarks)),
  )
  const items = blocks.slice(start).filter(({ kind }) => kind === 'item')
  const numbers = items.map(({ mark }) => mark?.replace(/\D/gu, '') ?? '')
  const share = (is: (number: string, index: number) => boolean): boolean =>
    numbers.filter(is).length >= items.length * markedShare
  const areMarked = share((number) => marks.has(number) && !footnotes.has(number))
  const leadBack = share((_, index) => /[↩↑^]\p{M}*$/u.test(items[index]?.text ?? ''))
  const areNotes = items.length >= fewestNotes && (areMarked || leadBack)
  return areNotes ? start : blocks.length
}
