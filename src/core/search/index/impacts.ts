import { weights } from '../ranking.ts'
import type { SearchedFieldName } from '../searchedFields.ts'

/**
 * A segment of so many documents is small: all of its documents that may fit are scored. Of larger ones it is
 * kept beside each posting what it is worth, which tells the best before any is scored.
 */
export const smallSegment = 3000

/** Fields that postings tell apart, by what the two highest bits of an impact say. */
const tiers = ['key', 'alias', 'title'] as const

/** Into so many steps the share of a name is parted. */
const steps = 63

/** The most that a whole name adds. */
const mostCovered = weights.covered.title

/**
 * What a term of `length` letters in a field of `letters` is worth, as one byte: the field, and how much of it
 * the term is, as far as that counts. A larger one is worth more.
 */
export function impactOf(name: SearchedFieldName, length: number, letters: number): number {
  const tier = name === 'title' ? 2 : Number(name === 'alias')
  const covered = name === 'title' || name === 'alias' ? weights.covered[name] : 0
  const share = Math.min(1, length / Math.max(1, letters))
  return tier * (steps + 1) + Math.round((steps * covered * share) / mostCovered)
}

/** Stands for what a shared field is worth, which its name tells: above all impacts. */
export const impactOfShared = 0xff

/** The largest of the impacts of each term, which are `impacts` from its start on; 0 of one that has none. */
export function largestImpacts(starts: Uint32Array, impacts: Uint8Array): Uint8Array {
  const largest = new Uint8Array(starts.length - 1)
  for (let term = 0; term < largest.length; term++) {
    const end = starts[term + 1] ?? 0
    let most = 0
    for (let at = starts[term] ?? 0; at < end; at++) most = Math.max(most, impacts[at] ?? 0)
    largest[term] = most
  }
  return largest
}

/** By impact: what a word is worth for the field that it stands in, and for how much of it it is. */
export const worthOfImpact = Float64Array.from(
  { length: 256 },
  (_, impact) => weights.field[tiers[impact >>> 6] ?? 'title'],
)
export const coveredOfImpact = Float64Array.from(
  { length: 256 },
  (_, impact) => ((impact & steps) * mostCovered) / steps,
)
