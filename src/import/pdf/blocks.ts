import type { Aside, Unread } from '../../core/official/outline.ts'
import { BlockBuilder, type Draft } from './blockBuilder.ts'
import { bodyOf } from './body.ts'
import { withHeadings } from './headings.ts'
import type { Block, JoinedBlock } from './block.ts'
import { withoutEndnotes } from './endMatter.ts'
import { joinedLines, jointOf, vocabularyOf, type Vocabulary } from './joinLines.ts'
import { byPage } from './lines/byPage.ts'
import type { Line } from './lines/lines.ts'
import { pageNumbersOf } from './runningHeads.ts'
import { textOfTable } from '../tables/table.ts'
import { sortOut, type Sorted } from './sortOut.ts'
import { tableOf } from './tableOfLine.ts'

/** The blocks of a document, and what of its lines belongs to none. */
export interface Blocks {
  readonly blocks: readonly Block[]
  /** What stands in small type, or on a page without running text, in order. */
  readonly asides: readonly Aside[]
  /** By page of the file, what it prints as its number. */
  readonly pageNumbers: ReadonlyMap<number, string>
  readonly unread: readonly Unread[]
  /** Its words, by which those that the end of a line cuts are joined. */
  readonly words: Vocabulary
}

/** Puts lines together by size, place and what they begin with; running heads, contents and notes are left out and listed. */
export function blocksOf(lines: readonly Line[], fonts: ReadonlyMap<string, string>): Blocks {
  const body = bodyOf(lines)
  const sorted = sortOut(lines, body)
  const words = vocabularyOf(sorted.text.map(({ text }) => text))
  const builder = new BlockBuilder(body)
  for (const line of sorted.text) builder.add(line)
  const all = withHeadings(builder.drafts, body, fonts, (draft) => joinedBlock(draft, words))
  const { blocks, notes } = withoutEndnotes(all, numbersOfNotes(sorted))
  const endnotes = [...byPage(notes).values()].map((own) => ({ kind: 'note', lines: own }) as const)
  return {
    blocks,
    asides: [...sorted.asides, ...endnotes].map(({ kind, lines: own }) =>
      asideOf(kind, own, words),
    ),
    pageNumbers: pageNumbersOf(lines),
    words,
    unread: [
      ...sorted.unread,
      ...endnotes.map(({ lines: own }) => ({
        where: `page ${String(own[0]?.page)}`,
        what: `${String(own.length)} lines of notes at the end`,
      })),
    ],
  }
}

/** The numbers that notes below the text begin with. */
function numbersOfNotes({ asides }: Sorted): ReadonlySet<string> {
  const lines = asides.flatMap(({ kind, lines: own }) => (kind === 'note' ? own : []))
  return new Set(
    lines.flatMap(({ text, noteMarks }) => [
      ...noteMarks,
      ...(/^\d{1,3}(?=[.)]?\s)/u.exec(text) ?? []),
    ]),
  )
}

function joinedBlock({ kind, lines, lead }: Draft, words: Vocabulary): JoinedBlock {
  let text = ''
  const pageStarts: { page: number; offset: number }[] = []
  const [first] = lines
  const mark = kind === 'item' ? (lead ?? first?.bullet?.mark) : undefined
  for (const [index, line] of lines.entries()) {
    const isMarked = index === 0 && mark !== undefined && line.text.startsWith(mark)
    const own = isMarked ? line.text.slice(mark.length).trim() : line.text
    const { dropped, between } = jointOf(text.slice(-longestWord), own, words)
    if (text !== '') text = text.slice(0, text.length - dropped) + between
    if (pageStarts.at(-1)?.page !== line.page) {
      pageStarts.push({ page: line.page, offset: text.length })
    }
    text += own
  }
  const table = first === undefined ? undefined : tableOf(first, words)
  return {
    text: table === undefined ? text : textOfTable(table),
    ...(table && { table }),
    size: first?.size ?? 0,
    left: first?.left ?? 0,
    ...(mark !== undefined && { mark }),
    lines,
    pageStarts,
  }
}

function asideOf(kind: Aside['kind'], lines: readonly Line[], words: Vocabulary): Aside {
  const text = joinedLines(
    lines.map((line) => line.text),
    words,
  )
  return { kind, text, page: lines[0]?.page ?? 1 }
}

/** So much of a text is looked at for a word that its end may cut, in UTF-16 units. */
const longestWord = 200
