import type { Segment } from '../index/segment.ts'
import type { PinyinTable } from '../../words/pinyin.ts'
import type { Unit } from '../query.ts'
import type { Understanding } from './lookUp.ts'
import type { PlannedSequence } from './plannedSequence.ts'
import type { UnitMatches } from './unitMatches.ts'

/** What a unit is in a segment. */
export interface LookedUp {
  readonly matches: UnitMatches
  /** The ways in which it is several terms, one behind the other. */
  readonly sequences: readonly PlannedSequence[]
}

/** So many look-ups are kept of each segment: of a few words, each as far as a search may reach. */
const mostKept = 32

/** What is kept of a segment, with the table of readings that it was looked up with. */
interface KeptLookUps {
  readonly pinyin: PinyinTable | undefined
  /** What was asked for last stands last. */
  readonly byUnit: Map<string, LookedUp>
}

const kept = new WeakMap<Segment, KeptLookUps>()

/**
 * What `lookUp` gives for `unit`, kept from key to key: while a word is typed, those before it are looked up
 * once. What is kept is used again as it is, and not to be changed.
 */
export function keptLookUp(
  segment: Segment,
  unit: Unit,
  { reach, pinyin, known, meant }: Understanding,
  lookUp: () => LookedUp,
): LookedUp {
  const byUnit = keptOf(segment, pinyin)
  const { text, wholeOnly } = unit
  const name = [reach, known.has(text), meant.has(text), wholeOnly, text].join(' ')
  const lookedUp = byUnit.get(name) ?? lookUp()
  byUnit.delete(name)
  byUnit.set(name, lookedUp)
  const [oldest] = byUnit.keys()
  if (byUnit.size > mostKept && oldest !== undefined) byUnit.delete(oldest)
  return lookedUp
}

function keptOf(segment: Segment, pinyin: PinyinTable | undefined): Map<string, LookedUp> {
  const known = kept.get(segment)
  if (known !== undefined && known.pinyin === pinyin) return known.byUnit
  const byUnit = new Map<string, LookedUp>()
  kept.set(segment, { pinyin, byUnit })
  return byUnit
}
