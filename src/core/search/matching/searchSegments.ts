import type { PlacedSegments } from '../index/segmentPlace.ts'
import { unitsOf, type ParsedQuery } from '../query.ts'
import type { Found } from './bestFound.ts'
import { hasWholeKey } from './keysOfDocuments.ts'
import { knownWordsIn, meantIn, reaches, type Reach } from './lookUp.ts'
import { queryPlansFor, type QueryPlan } from './queryPlan.ts'
import type { Effort, SearchOptions } from './segment/searchOptions.ts'
import { mostListed, SegmentSearch } from './segment/segmentSearch.ts'

export type { Effort } from './segment/searchOptions.ts'

/**
 * So many documents of a segment that is not small are scored at most, by the reach of a search: what bounds
 * its time whatever the size of the corpus.
 */
const mostScored: Readonly<Record<Reach, number>> = {
  beginnings: 800,
  insides: 500,
  typos: 500,
}

/** So few that fit are not all that was meant: typing errors are looked for. */
const enoughFound = 10

/**
 * The best documents of `placed`, by their numbers in the corpus, that have all that was typed. First by words
 * and their beginnings; where that finds less than a list, also inside words; and where that finds hardly
 * anything, behind it also with typing errors; each only where it understands more. What is a whole key is
 * nothing else. Up to a list's worth a smaller `limit` gives the first ones of a larger one.
 */
export function searchSegments(
  placed: PlacedSegments,
  query: ParsedQuery,
  options: SearchOptions,
  effort: Effort,
): readonly Found[] {
  const listed = { ...options, limit: Math.max(options.limit, mostListed) }
  if (isWholeKey(placed, query.dotted)) {
    const byKeys = new SegmentSearch(placed, query, listed, effort).runKeys()
    return byKeys.slice(0, options.limit)
  }
  const known = knownWordsIn(placed.segments, unitsOf(query))
  let found: readonly Found[] = []
  let before: readonly QueryPlan[] | undefined
  for (const reach of reaches) {
    if (found.length >= (reach === 'typos' ? enoughFound : listed.limit)) break
    if (options.isCancelled?.() === true) return []
    const meant = found.length === 0 ? nothing : meantIn(placed.segments, unitsOf(query), known)
    const reading = { reach, pinyin: options.pinyin, known, meant }
    const plans = queryPlansFor(placed.segments, query, reading)
    const search = new SegmentSearch(placed, query, listed, effort)
    if (plans === undefined) {
      if (reach === 'beginnings') found = search.runKeys()
      continue
    }
    if (before !== undefined && sayNoMore(plans, before)) continue
    const reached = search.run(plans, mostScored[reach])
    found = reach === 'typos' ? behind(found, reached) : reached
    before = plans
  }
  return found.slice(0, options.limit)
}

/** Whether `dotted` is the whole key of something in use. */
function isWholeKey({ segments, places }: PlacedSegments, dotted: string): boolean {
  return segments.some((segment, at) => {
    const isInUse = (document: number): boolean => (places[at]?.numberOf(document) ?? -1) >= 0
    return hasWholeKey(segment, dotted, isInUse)
  })
}

const nothing: ReadonlySet<string> = new Set()

/** `more` behind what fits as it was typed, which none of it may score more than. */
function behind(found: readonly Found[], more: readonly Found[]): readonly Found[] {
  const known = new Set(found.map(({ document }) => document))
  const most = found.at(-1)?.score ?? Infinity
  const others = more.filter(({ document }) => !known.has(document))
  return [...found, ...others.map((one) => ({ ...one, score: Math.min(one.score, most) }))]
}

/** Whether `plans`, which reach further than those `before`, are the same. */
function sayNoMore(plans: readonly QueryPlan[], before: readonly QueryPlan[]): boolean {
  return plans.every(({ units }, at) =>
    units.every(({ matches, sequences }, slot) => {
      const known = before[at]?.units[slot]
      return known?.matches.size === matches.size && known.sequences.length === sequences.length
    }),
  )
}
