import type { Pages } from '../corpus/provision.ts'
import { lowerBound } from './dictionary.ts'
import { fitKey } from './keyForm.ts'
import {
  joins,
  type Link,
  type PagePiece,
  type ParsedQuery,
  type Piece,
  type RunTerm,
  type TextPiece,
  type Term,
} from './query.ts'
import { weights } from './ranking.ts'
import { unitScores, type UnitScores } from './scratch.ts'
import type { SearchIndex } from './searchIndex.ts'

/**
 * The score of `provision` for the whole query, 0 when one of its pieces is not found there. The
 * units' scores and the names' must stand in the scratch of `index`. What does not depend on what
 * was typed, such as what the report already cites, would be one more addend here.
 */
export function scoreOfProvision(
  index: SearchIndex,
  query: ParsedQuery,
  provision: number,
): number {
  const key = keyScore(index, query.dotted, provision)
  if (key >= weights.key.start) return key
  const pieces = scoreOfPieces(index, query, provision)
  if (pieces === 0) return 0
  const name = index.scratch.name[provision] ?? 0
  return pieces + name + nearness(index, query.links, provision)
}

function scoreOfPieces(index: SearchIndex, query: ParsedQuery, provision: number): number {
  let sum = 0
  for (const piece of query.pieces) {
    const score = scoreOfPiece(index, piece, provision)
    if (score === 0) return 0
    sum += score
  }
  return sum
}

function scoreOfPiece(index: SearchIndex, piece: Piece, provision: number): number {
  if (piece.kind === 'page') return pageScore(index, piece, provision)
  return Math.max(keyScore(index, piece.dotted, provision), wordsScore(index, piece, provision))
}

/** What `provision` gets for its key, 0 when `typed` does not fit it. */
export function keyScore(index: SearchIndex, typed: string, provision: number): number {
  const form = index.keys[provision]
  index.scratch.effort.keys += 1
  const fit = form === undefined ? undefined : fitKey(typed, form)
  return fit === undefined ? 0 : weights.key[fit]
}

/** What `provision` gets for standing on a printed page: the fewer pages it has, the more. */
function pageScore(index: SearchIndex, piece: PagePiece, provision: number): number {
  const found = index.provisions[provision]
  const pages = found === undefined || found.level === 'instrument' ? undefined : found.pages
  if (pages === undefined) return 0
  const worth = weights.field.page / (1 + pages.last - pages.first)
  if (isWithin(piece.page, piece.page, pages)) return worth
  return piece.begun && goesOnWithin(piece.page, pages) ? worth * weights.begunPage : 0
}

function isWithin(from: number, to: number, pages: Pages): boolean {
  return from <= pages.last && to >= pages.first
}

/** Whether one of the pages begins with the figures of `begun`: 14 with 1. */
function goesOnWithin(begun: number, pages: Pages): boolean {
  return (
    isWithin(begun * 10, begun * 10 + 9, pages) || isWithin(begun * 100, begun * 100 + 99, pages)
  )
}

/** What `provision` gets for the words of a piece, apart or as one. */
export function wordsScore(index: SearchIndex, piece: TextPiece, provision: number): number {
  const joined = joinedScore(index, piece, provision)
  let sum = 0
  for (const term of piece.terms) {
    const score = termScore(index, term, provision)
    if (score === 0) return joined
    sum += score
  }
  return Math.max(sum, joined)
}

/** What `provision` gets for the words of a piece written as one. */
export function joinedScore(index: SearchIndex, piece: TextPiece, provision: number): number {
  if (piece.joined === undefined) return 0
  return piece.terms.length * weighed(index, piece.joined.slot, provision)
}

function termScore(index: SearchIndex, term: Term, provision: number): number {
  return term.kind === 'word'
    ? weighed(index, term.unit.slot, provision)
    : runScore(index, term, provision)
}

/** The mean of the pairs, for as many words as the run has pairs of characters side by side. */
function runScore(index: SearchIndex, run: RunTerm, provision: number): number {
  if (!isCovered(index, run, provision)) return 0
  let sum = 0
  for (const pair of run.pairs) sum += weighed(index, pair.slot, provision)
  const mean = sum / run.pairs.length
  return mean * Math.max(1, run.characters.length / 2)
}

/**
 * Whether each character of the run stands in a pair that `provision` has, so that terms typed one
 * after the other are found wherever each stands. Characters that join terms need not, and the last
 * may stand alone: its pair may not be typed yet.
 */
function isCovered(index: SearchIndex, run: RunTerm, provision: number): boolean {
  const { scratch } = index
  let before = false
  let anyPair = false
  for (const [at, character] of run.characters.entries()) {
    const pair = run.pairs[at]
    const after = pair !== undefined && hasScore(unitScores(scratch, pair.slot), provision)
    anyPair ||= after
    if (!before && !after && !joins(character)) {
      const last = at > 0 && at === run.characters.length - 1
      if (!last || !hasScore(unitScores(scratch, run.tail.slot), provision)) return false
    }
    before = after
  }
  return anyPair
}

function hasScore(scores: UnitScores, provision: number): boolean {
  return (scores.score[provision] ?? 0) > 0
}

/** The score of a unit at `provision`, less for words that many have. */
function weighed(index: SearchIndex, slot: number, provision: number): number {
  const score = unitScores(index.scratch, slot).score[provision] ?? 0
  return score * (index.scratch.rarity[slot] ?? 1)
}

/** What `provision` gets for words typed side by side that stand side by side. */
function nearness(index: SearchIndex, links: readonly Link[], provision: number): number {
  let sum = 0
  for (const link of links) {
    if (areNear(index, link, provision)) {
      sum += weights.adjacent * weighed(index, link.second, provision)
    }
  }
  return sum
}

function areNear(index: SearchIndex, link: Link, provision: number): boolean {
  const [first, second] = [
    unitScores(index.scratch, link.first),
    unitScores(index.scratch, link.second),
  ]
  if (!hasScore(first, provision) || !hasScore(second, provision)) return false
  const { field, place } = index.postings
  const [from, to] = [first.posting[provision] ?? 0, second.posting[provision] ?? 0]
  const steps = (place[to] ?? 0) - (place[from] ?? 0)
  return field[from] === field[to] && (steps === link.places || steps === link.places + 1)
}

/** Notes in the scratch of `index` which provisions are called by what was typed, or by something that begins so. */
export function scoreNames(index: SearchIndex, squeezed: string): void {
  const { names, scratch } = index
  scratch.name.fill(0)
  for (let entry = lowerBound(names.entries, squeezed); entry < names.entries.length; entry++) {
    const name = names.entries[entry] ?? ''
    if (!name.startsWith(squeezed)) return
    scoreName(index, entry, squeezed.length / name.length)
  }
}

/** Notes a name of which the share `typed` was typed. */
function scoreName(index: SearchIndex, entry: number, typed: number): void {
  const { names, scratch } = index
  const end = names.starts[entry + 1] ?? 0
  for (let at = names.starts[entry] ?? 0; at < end; at++) {
    const field = index.fields[names.postings[at] ?? 0]
    if (field === undefined) continue
    const { whole, start } = field.name === 'title' ? weights.title : weights.alias
    const score = typed === 1 ? whole : start * typed * typed
    scratch.effort.marks += field.provisions.length
    for (const provision of field.provisions) {
      scratch.name[provision] = Math.max(scratch.name[provision] ?? 0, score)
    }
  }
}
