import { sameContainer } from '../boundary.ts'
import type { Container } from '../containers.ts'
import { ContainerStack } from '../containerStack.ts'
import { lastEnds } from './environments.ts'
import type { InlineEnd } from './openInlines.ts'
import { LineReader } from '../../text/lines.ts'
import type { ChunkedText, ChunkEdit } from '../../text/chunkedText.ts'
import { replaced } from '../../text/lists.ts'
import {
  continuesMetadata,
  type EndMark,
  type Ends,
  type Longest,
  longestAmong,
  longestOf,
  noEnds,
  readEnds,
} from './ends.ts'

/** What the scan of a chunk asks about the text behind the chunk. */
export type Question =
  /** Whether a comment or an environment ends there. */
  | { readonly kind: 'inline'; readonly end: InlineEnd }
  /** How long the longest end is there in the container that is open. */
  | { readonly kind: 'end'; readonly mark: EndMark; readonly container: Container | undefined }
  /** Whether the metadata that is begun goes on there as such. */
  | {
      readonly kind: 'metadata'
      readonly isFirstLine: boolean
      readonly container: Container | undefined
    }

/** What was asked, and the answer. */
export interface Asked {
  readonly question: Question
  readonly answer: number
}

/** What the scan of a chunk sees of the text from there on. */
export interface Outlook {
  /** The ends in the chunk itself, outside of containers. */
  readonly ends: () => Ends
  /** The answer to `question` about the text behind the chunk: a length, or 1 for yes and 0 for no. */
  readonly answer: (question: Question) => number
}

/** The outlook where nothing follows. */
export const nothingAhead: Outlook = {
  ends: () => ({ ends: [], until: Infinity }),
  answer: () => 0,
}

/** Whether `one` and `other` have the same answer in the same place. */
export function sameQuestion(one: Question, other: Question): boolean {
  if (one.kind === 'inline') return other.kind === 'inline' && one.end === other.end
  if (other.kind === 'inline') return false
  if (!sameContainer(one.container, other.container)) return false
  return one.kind === 'end'
    ? other.kind === 'end' && one.mark === other.mark
    : other.kind === 'metadata' && one.isFirstLine === other.isFirstLine
}

const commentEnd = '-->'

/** Answers what scans of chunks ask about what stands further down in one version of a report. */
export class LookAhead {
  readonly #text: ChunkedText
  /** The ends in each chunk outside of containers, as far as they are known. */
  readonly #own: (Ends | undefined)[]
  /** The ends behind each chunk outside of containers. */
  #behind: readonly Longest[] | undefined
  /** The ends in a container behind a chunk, behind the next one, and so on. */
  readonly #within = new Map<
    Container,
    { readonly chunk: number; readonly longest: readonly Longest[] }
  >()
  /** The names of the environments that end in each chunk, as far as they are known. */
  readonly #ending: (ReadonlySet<string> | undefined)[]
  /** The last chunk in which each environment ends. */
  #lastEnding: ReadonlyMap<string, number> | undefined
  /** Where the first comment ends from a place on. */
  #nextCommentEnd = { from: Infinity, at: Infinity }

  constructor(
    text: ChunkedText,
    own: (Ends | undefined)[] = [],
    ending: (ReadonlySet<string> | undefined)[] = [],
  ) {
    this.#text = text
    this.#own = own
    this.#ending = ending
  }

  /** Of the text that `edit` made; what it knows of chunks is known there. */
  edited({ text, first, removed, added }: ChunkEdit): LookAhead {
    const unknown = Array.from<undefined>({ length: added })
    return new LookAhead(
      text,
      replaced(this.#own, first, removed, unknown),
      replaced(this.#ending, first, removed, unknown),
    )
  }

  /** Whether all that was `asked` about the text behind `chunk` is still answered so. */
  agrees(chunk: number, asked: readonly Asked[]): boolean {
    return asked.every(({ question, answer }) => this.#answer(chunk, question) === answer)
  }

  /** Reads what a fence that is opened anywhere before `chunk` will have to know of it. */
  prepare(chunk: number): void {
    this.#ownEnds(chunk)
  }

  /** What is seen from `chunk`. */
  from(chunk: number): Outlook {
    return {
      ends: () => this.#ownEnds(chunk),
      answer: (question) => this.#answer(chunk, question),
    }
  }

  #answer(chunk: number, question: Question): number {
    switch (question.kind) {
      case 'inline':
        return Number(
          question.end === 'comment'
            ? this.#hasCommentEnd(chunk)
            : this.#hasEnvironmentEnd(chunk, question.end.slice(4)),
        )
      case 'end':
        return this.#endsBehind(chunk, question.container)[question.mark]
      case 'metadata':
        return Number(this.#continuesMetadata(chunk, question.container, question.isFirstLine))
    }
  }

  /** What is found holds for all chunks up to there. */
  #hasCommentEnd(chunk: number): boolean {
    const from = this.#text.startOf(chunk + 1)
    const { from: known, at } = this.#nextCommentEnd
    if (known > from || at < from) {
      const found = this.#text.indexOf(commentEnd, from)
      this.#nextCommentEnd = { from, at: found === -1 ? Infinity : found }
    }
    return this.#nextCommentEnd.at !== Infinity
  }

  #hasEnvironmentEnd(chunk: number, name: string): boolean {
    this.#lastEnding ??= new Map(
      this.#text.chunks.flatMap((text, index) => {
        this.#ending[index] ??= new Set(lastEnds(text).keys())
        return Array.from(this.#ending[index], (ending) => [ending, index] as const)
      }),
    )
    return (this.#lastEnding.get(name) ?? -1) > chunk
  }

  #endsBehind(chunk: number, container: Container | undefined): Longest {
    if (container === undefined) {
      this.#behind ??= longestBehind(
        this.#text.chunks.map((_, index) => longestAmong(this.#ownEnds(index))),
      )
      return this.#behind[chunk] ?? noEnds
    }
    const known = this.#within.get(container)
    const within =
      known !== undefined && known.chunk <= chunk ? known : this.#readWithin(chunk, container)
    return within.longest[chunk - within.chunk] ?? noEnds
  }

  #ownEnds(chunk: number): Ends {
    this.#own[chunk] ??= endsOf(this.#text.chunks[chunk] ?? '', new ContainerStack(undefined))
    return this.#own[chunk]
  }

  #readWithin(
    chunk: number,
    container: Container,
  ): { readonly chunk: number; readonly longest: readonly Longest[] } {
    const containers = new ContainerStack(container)
    const ends = [noEnds]
    for (let at = chunk + 1; at < this.#text.chunks.length; at += 1) {
      const own = endsOf(this.#text.chunks[at] ?? '', containers)
      ends.push(longestAmong(own))
      if (own.until !== Infinity) break
    }
    const within = { chunk, longest: longestBehind(ends) }
    this.#within.set(container, within)
    return within
  }

  #continuesMetadata(
    chunk: number,
    container: Container | undefined,
    isFirstLine: boolean,
  ): boolean {
    const containers = new ContainerStack(container)
    for (let at = chunk + 1; at < this.#text.chunks.length; at += 1) {
      const isFirst = isFirstLine && at === chunk + 1
      const text = this.#text.chunks[at] ?? ''
      const answer = continuesMetadata(text, new LineReader(text, 0), containers, isFirst)
      if (answer !== undefined) return answer
    }
    return false
  }
}

function endsOf(chunk: string, containers: ContainerStack): Ends {
  return readEnds(chunk, new LineReader(chunk, 0), containers)
}

/** For each of `ends` the longest of those behind it. */
function longestBehind(ends: readonly Longest[]): readonly Longest[] {
  const behind: Longest[] = []
  let longest = noEnds
  for (const own of ends.toReversed()) {
    behind.push(longest)
    longest = longestOf(longest, own)
  }
  return behind.reverse()
}
