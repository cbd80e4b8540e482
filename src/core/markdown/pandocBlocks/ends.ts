import { fullStop, hyphen, numberSign, space } from '../../text/characters.ts'
import { closesFrontMatter } from '../../text/frontMatter.ts'
import type { LineReader } from '../../text/lines.ts'
import type { ContainerStack } from '../containerStack.ts'
import { closingFenceLength, isFenceMarker } from '../leaves.ts'
import { LineCursor, tabStop } from '../lines.ts'
import { beginsMapping } from './yamlScalars.ts'

/** What only its end makes a block: code between fences of backticks or tildes, metadata between hyphens. */
export type EndMark = '`' | '~' | '-'

/** The longest ends of each sort among some lines; 0 where there is none, 1 for metadata. */
export type Longest = Readonly<Record<EndMark, number>>

/** No end of any sort. */
export const noEnds: Longest = { '`': 0, '~': 0, '-': 0 }

/** The longest of what is among some lines and among others. */
export function longestOf(one: Longest, other: Longest): Longest {
  if (isWithin(other, one)) return one
  if (isWithin(one, other)) return other
  return {
    '`': Math.max(one['`'], other['`']),
    '~': Math.max(one['~'], other['~']),
    '-': Math.max(one['-'], other['-']),
  }
}

function isWithin(one: Longest, other: Longest): boolean {
  return one['`'] <= other['`'] && one['~'] <= other['~'] && one['-'] <= other['-']
}

/** The ends that stand in one container, as far as the container or a text goes. */
export interface Ends {
  /** By where their lines begin, each with the longest from it on. */
  readonly ends: readonly End[]
  /** Where the container ends; `Infinity` where it goes on behind the text. */
  readonly until: number
}

interface End {
  readonly at: number
  readonly longest: Longest
}

/** The ends on `lines` of `text` in the innermost of `containers`, which are taken along from line to line. */
export function readEnds(text: string, lines: LineReader, containers: ContainerStack): Ends {
  const cursor = new LineCursor(text)
  const { depth } = containers
  const ends: End[] = []
  while (lines.advance()) {
    if (depth === 0 && !mayBeginEnd(text.charCodeAt(lines.start))) continue
    cursor.enter(lines.start, lines.end)
    if (containers.match(cursor) < depth) return { ends: withLater(ends), until: lines.start }
    const longest = endAt(text, cursor)
    if (longest !== noEnds) ends.push({ at: lines.start, longest })
  }
  return { ends: withLater(ends), until: Infinity }
}

function withLater(ends: readonly End[]): readonly End[] {
  let longest = noEnds
  const later = ends.toReversed().map((end) => {
    longest = longestOf(longest, end.longest)
    return { at: end.at, longest }
  })
  return later.reverse()
}

/** The longest of `ends`. */
export function longestAmong({ ends }: Ends): Longest {
  return ends[0]?.longest ?? noEnds
}

/** Looks at ends from one place of a text after the other. */
export class EndsAhead {
  readonly until: number
  readonly #ends: readonly End[]
  /** The first behind the last place. */
  #next = 0

  constructor({ ends, until }: Ends) {
    this.#ends = ends
    this.until = until
  }

  /** The longest that stand behind `offset`, which is not less than in any question before. */
  behind(offset: number): Longest {
    while ((this.#ends[this.#next]?.at ?? Infinity) <= offset) this.#next += 1
    return this.#ends[this.#next]?.longest ?? noEnds
  }
}

/** Whether the line of an end can begin so outside of containers. */
function mayBeginEnd(code: number): boolean {
  return isFenceMarker(code) || code === space || code === hyphen || code === fullStop
}

function endAt(text: string, cursor: LineCursor): Longest {
  const { indent, textOffset, end } = cursor
  if (indent >= tabStop) return noEnds
  const length = closingFenceLength(text, textOffset, end)
  if (length > 0)
    return text.charAt(textOffset) === '~' ? { ...noEnds, '~': length } : { ...noEnds, '`': length }
  const isEnd = indent === 0 && closesFrontMatter(text, { start: textOffset, end })
  return isEnd ? { ...noEnds, '-': 1 } : noEnds
}

/**
 * Whether `lines` are those of metadata behind the line that opens it: the first is not
 * blank, and what stands there is fields, or comments alone. `undefined` where the text ends before that
 * is told, with nothing but blank lines and comments.
 */
export function continuesMetadata(
  text: string,
  lines: LineReader,
  containers: ContainerStack,
  isFirstLine: boolean,
): boolean | undefined {
  const cursor = new LineCursor(text)
  for (let isFirst = isFirstLine; lines.advance(); isFirst = false) {
    cursor.enter(lines.start, lines.end)
    if (containers.match(cursor) < containers.depth) return false
    if (cursor.isBlank ? isFirst : cursor.code !== numberSign) {
      return !cursor.isBlank && beginsMetadata(text, cursor)
    }
  }
  return undefined
}

function beginsMetadata(text: string, { offset, end }: LineCursor): boolean {
  return closesFrontMatter(text, { start: offset, end }) || beginsMapping(text.slice(offset, end))
}
