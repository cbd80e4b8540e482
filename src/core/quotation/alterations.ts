import { diffArrays } from 'diff'
import type { Span } from '../text/span.ts'
import type { Effort, WordSpan } from './findRuns.ts'
import type { Sought } from './runs.ts'
import type { Wording } from './wording.ts'

/** Where the words of a quotation and those of a passage differ: spans in the two texts, either may be empty. */
export interface Alteration {
  readonly quoted: Span
  readonly passage: Span
}

/** A quotation beside the part of a passage that it is most like. */
export interface Likeness {
  /** The share of its words that the passage has in the same order, from 0 to 1. */
  readonly share: number
  readonly words: WordSpan
  readonly alterations: readonly Alteration[]
}

/** So many more words than the quotation has are compared with it. */
const slack = 1.5

/** The most words that differ; more are no alteration. */
const mostEdits = 400

/** The part of `passage` that the quotation is most like; `undefined` where hardly a word is the same. */
export function likenessOf(sought: Sought, passage: Wording, effort: Effort): Likeness | undefined {
  const { words } = sought.wording
  const start = likeliestStart(words, passage.words, effort)
  if (start === undefined) return undefined
  const from = Math.max(0, start - Math.ceil(words.length / 4))
  const to = Math.min(
    passage.words.length,
    start + Math.ceil(words.length * slack) + omitted(sought),
  )
  const window = passage.words.slice(from, to)
  effort.left -= words.length + window.length
  const changes = diffArrays(forms(sought), window.map(String), {
    maxEditLength: mostEdits + window.length,
  })
  return changes === undefined ? undefined : readChanges(changes, sought, passage, from)
}

/** The words as they are compared: a first letter that may be another is taken as the passage has it. */
function forms({ wording }: Sought): string[] {
  return wording.words.map(String)
}

/** Where words may be left out, the part of the passage may be much longer. */
function omitted({ runs }: Sought): number {
  return runs.some(({ link }) => link?.sort === 'omission') ? 2000 : 0
}

/** The place in the passage at which most words of the quotation stand where they do there. */
function likeliestStart(
  words: readonly number[],
  passage: readonly number[],
  effort: Effort,
): number | undefined {
  const places = new Map<number, number[]>()
  passage.forEach((word, at) => {
    const known = places.get(word)
    if (known === undefined) places.set(word, [at])
    else known.push(at)
  })
  const votes = new Map<number, number>()
  words.forEach((word, at) => {
    const found = places.get(word) ?? []
    effort.left -= found.length
    if (found.length > mostRepeats || effort.left < 0) return
    for (const place of found) votes.set(place - at, (votes.get(place - at) ?? 0) + 1)
  })
  let best: number | undefined
  let most = 0
  for (const [start, count] of votes) {
    if (count > most || (count === most && start < (best ?? 0))) [best, most] = [start, count]
  }
  return best === undefined ? undefined : Math.max(0, best)
}

/** A word that stands so often tells no place. */
const mostRepeats = 200

/** Words that differ, as numbers of words. */
interface Difference {
  readonly quoted: WordSpan
  readonly passage: WordSpan
}

interface Change {
  readonly value: readonly string[]
  readonly added?: boolean
  readonly removed?: boolean
}

function readChanges(
  changes: readonly Change[],
  sought: Sought,
  passage: Wording,
  from: number,
): Likeness {
  const { wording, otherWords, runs } = sought
  const linksAt = new Map(runs.flatMap(({ from: at, link }) => (link ? [[at, link.sort]] : [])))
  let quoted = 0
  let at = from
  let same = 0
  let first: number | undefined
  let last = from
  const differing: Difference[] = []
  const differ = (words: WordSpan, other: WordSpan): void => {
    const before = differing.at(-1)
    if (before?.quoted.to === words.from && before.passage.to === other.from) {
      differing[differing.length - 1] = {
        quoted: { from: before.quoted.from, to: words.to },
        passage: { from: before.passage.from, to: other.to },
      }
    } else differing.push({ quoted: words, passage: other })
  }
  for (const { value, added = false, removed = false } of changes) {
    const count = value.length
    if (removed) {
      differ({ from: quoted, to: quoted + count }, { from: at, to: at })
      quoted += count
    } else if (added) {
      differ({ from: quoted, to: quoted }, { from: at, to: at + count })
      at += count
    } else {
      first ??= at
      for (let index = 0; index < count - 1; index += 1) {
        const place = quoted + index
        if (passage.marks[at + index] === wording.marks[place] || linksAt.has(place + 1)) continue
        differ({ from: place, to: place + 1 }, { from: at + index, to: at + index + 1 })
      }
      same += count
      quoted += count
      at += count
      last = at
    }
  }
  const words = wording.words.length
  const isAllowed = ({ quoted: own, passage: other }: Difference): boolean => {
    // What the passage has before and behind the quotation is not left out.
    if (own.from === own.to && (own.from === 0 || own.from === words)) return true
    if (own.from === own.to && linksAt.has(own.from)) return true
    const isFirst = own.to - own.from === 1 && other.to - other.from === 1
    const begins = own.from === 0 || linksAt.has(own.from)
    return isFirst && begins && passage.words[other.from] === otherWords[own.from]
  }
  const alterations = differing
    .filter((one) => !isAllowed(one))
    .map((one) => withinQuotation(one, words))
  return {
    share: words === 0 ? 0 : same / words,
    words: { from: first ?? from, to: last },
    alterations: alterations.map((one) => ({
      quoted: spanOf(wording, one.quoted),
      passage: spanOf(passage, one.passage),
    })),
  }
}

/** At the beginning and the end of a quotation as many words of the passage are meant as are quoted there. */
function withinQuotation({ quoted, passage }: Difference, words: number): Difference {
  const count = quoted.to - quoted.from
  if (count === 0) return { quoted, passage }
  const from = quoted.from === 0 ? Math.max(passage.from, passage.to - count) : passage.from
  const to = quoted.to === words ? Math.min(passage.to, from + count) : passage.to
  return { quoted, passage: { from, to } }
}

/** What the words cover in their text; of no words the place before the next one. */
export function spanOf({ starts, ends }: Wording, { from, to }: WordSpan): Span {
  if (to > from) return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }
  const place = starts[from] ?? ends.at(-1) ?? 0
  return { start: place, end: place }
}
