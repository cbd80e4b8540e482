import { foundWith, type Segment } from '../index/segment.ts'
import { pairOf } from '../index/terms.ts'
import type { NameWord, ParsedQuery, Unit } from '../query.ts'
import { unitsOf } from '../query.ts'
import { joinedWordsIn, type Sequence } from './joinedWords.ts'
import { keptLookUp, type LookedUp } from './keptLookUps.ts'
import { lookUp, type Understanding } from './lookUp.ts'
import { pinyinIn } from './pinyinMatches.ts'
import type { PlannedSequence } from './plannedSequence.ts'

/** What a query means in one segment: which of its terms each unit fits. */
export interface QueryPlan {
  readonly segment: Segment
  /** By slot. */
  readonly units: readonly PlannedUnit[]
  /** All that was typed, word by word, to compare with whole titles and aliases; none when a word is not there. */
  readonly name: Sequence | undefined
}

/** One unit of a query in one segment. */
export interface PlannedUnit extends LookedUp {
  readonly slot: number
  /** Whether what it fits is typed once more than is seen from others. */
  readonly isTail: boolean
}

/** What `query` means in `segment`. */
export function queryPlanFor(
  segment: Segment,
  query: ParsedQuery,
  reading: Understanding,
): QueryPlan {
  const units: PlannedUnit[] = []
  for (const unit of unitsOf(query)) units[unit.slot] = planUnit(segment, unit, reading)
  return planOf(segment, query, units)
}

/**
 * What `query` means in each of `segments`; `undefined` when some word that must be found stands in none of
 * them. Words that no text has are looked for first: with one of these that cannot be found, the others need
 * not be looked up.
 */
export function queryPlansFor(
  segments: readonly Segment[],
  query: ParsedQuery,
  reading: Understanding,
): readonly QueryPlan[] | undefined {
  const units = segments.map((): PlannedUnit[] => [])
  const unknownFirst = unitsOf(query).toSorted(
    (a, b) => Number(reading.known.has(a.text)) - Number(reading.known.has(b.text)),
  )
  for (const unit of unknownFirst) {
    let isFound = !isNeeded(query, unit)
    for (const [at, segment] of segments.entries()) {
      const planned = planUnit(segment, unit, reading)
      isFound ||= planned.matches.size > 0 || planned.sequences.length > 0
      const ofSegment = units[at]
      if (ofSegment !== undefined) ofSegment[unit.slot] = planned
    }
    if (!isFound) return undefined
  }
  return segments.map((segment, at) => planOf(segment, query, units[at] ?? []))
}

/** Whether nothing is found without `unit`: it is a word of a piece that can be nothing else. */
function isNeeded({ pieces }: ParsedQuery, unit: Unit): boolean {
  return pieces.some(
    (piece) =>
      piece.kind === 'text' &&
      !piece.mayBeKey &&
      piece.joined === undefined &&
      piece.ordinal === undefined &&
      piece.terms.some((term) => term.kind === 'word' && term.unit === unit),
  )
}

function planOf(segment: Segment, query: ParsedQuery, units: readonly PlannedUnit[]): QueryPlan {
  return { segment, units, name: nameSequenceIn(segment, query.name) }
}

function planUnit(segment: Segment, unit: Unit, reading: Understanding): PlannedUnit {
  const lookedUp = keptLookUp(segment, unit, reading, () => lookUpUnit(segment, unit, reading))
  return { slot: unit.slot, isTail: unit.isTail, ...lookedUp }
}

function lookUpUnit(segment: Segment, unit: Unit, reading: Understanding): LookedUp {
  const { reach, pinyin, known } = reading
  const isLetters = !unit.han && !unit.wholeOnly
  // A word that some text of any segment has is meant as it is.
  const isWord = isLetters && known.has(unit.text)
  const joined = isLetters && !isWord ? joinedWordsIn(segment.terms, unit.text) : []
  const fewest = reach === 'beginnings' ? 2 : 1
  const read =
    isLetters && pinyin !== undefined && pinyin.isTyped !== false
      ? pinyinIn(segment.terms, pinyin, unit.text, fewest)
      : []
  return {
    matches: lookUp(segment, unit, reading),
    sequences: [
      ...joined.map((terms) => joinedSequence(terms, segment, unit.text.length)),
      ...read,
    ],
  }
}

function joinedSequence(terms: Sequence, segment: Segment, typed: number): PlannedSequence {
  return {
    length: terms.length,
    how: 'joined',
    typed,
    lead: [rarestOf(terms, segment)],
    fits: (step, term) => {
      const range = terms[step]
      return range !== undefined && term >= range.first && term < range.end
    },
  }
}

function nameSequenceIn({ terms }: Segment, words: readonly NameWord[]): Sequence | undefined {
  const sequence: { first: number; end: number }[] = []
  for (const { text, han, isLast } of words) {
    if (han) {
      for (let at = 0; at < text.length; at++) {
        const [unit, next] = [text.charCodeAt(at), text.charCodeAt(at + 1) | 0]
        const first = terms.firstPairFrom(pairOf(unit, next))
        // What follows the last character is open: a name may go on there with a word or a character.
        const end = at + 1 < text.length ? first + 1 : terms.firstPairFrom(pairOf(unit, 0xffff) + 1)
        if (at + 1 < text.length && terms.pairAt(first) !== pairOf(unit, next)) return undefined
        sequence.push({ first, end })
      }
    } else {
      const first = terms.firstFrom(text)
      const isWord = terms.lengthOf(first) === text.length && terms.beginsWith(first, text)
      const end = isLast ? terms.endOf(text, first) : first + (isWord ? 1 : 0)
      if (end <= first) return undefined
      sequence.push({ first, end })
    }
  }
  return sequence
}

/** How many documents of `segment` have a unit, about. */
export function foundBy({ matches, sequences }: PlannedUnit, segment: Segment): number {
  let found = matches.foundIn(segment)
  for (const { lead } of sequences) {
    for (const { first, end } of lead) found += foundWith(segment, first, end)
  }
  return found
}

/** The term of a sequence that the fewest documents have. */
function rarestOf(
  sequence: Sequence,
  segment: Segment,
): { readonly first: number; readonly end: number; readonly found: number } {
  let rarest = { first: 0, end: 0, found: Infinity }
  for (const { first, end } of sequence) {
    const found = foundWith(segment, first, end)
    if (found < rarest.found) rarest = { first, end, found }
  }
  return rarest
}
