import { mostLevels, type ImportCorrection } from '../../corpus/imports/importCorrection.ts'
import type { Part } from '../../official/outline.ts'
import { PartNames } from './partNames.ts'

/**
 * `corrections` with one more behind them, in place of what it contradicts: one that says something else of the
 * same of the same part. Moves of a part are added up.
 */
export function withCorrection(
  corrections: readonly ImportCorrection[],
  added: ImportCorrection,
): readonly ImportCorrection[] {
  const same = corrections.filter((one) => one.part === added.part && isOfSame(one, added))
  const others = corrections.filter((one) => !same.includes(one))
  const deeper = [...same, added].reduce((sum, one) => sum + levelsDown(one), 0)
  if (levelsDown(added) === 0) return [...others, added]
  if (deeper === 0) return others
  const levels = Math.min(Math.abs(deeper), mostLevels)
  return [...others, { does: deeper < 0 ? 'up' : 'down', levels, part: added.part }]
}

/** Whether both say the same sort of thing, so that only one of them can hold. */
function isOfSame(one: ImportCorrection, other: ImportCorrection): boolean {
  return aspectOf(one) === aspectOf(other)
}

function aspectOf({ does }: ImportCorrection): string {
  switch (does) {
    case 'leave out':
    case 'keep':
    case 'merge':
      return 'whether'
    case 'division':
    case 'measure':
    case 'kind':
      return 'kind'
    case 'up':
    case 'down':
      return 'depth'
    case 'label':
    case 'number':
      return does
  }
}

function levelsDown(correction: ImportCorrection): number {
  if (correction.does === 'up') return -correction.levels
  return correction.does === 'down' ? correction.levels : 0
}

/** The parts of a document that `corrections` leave out. */
export function partsLeftOut(
  parts: readonly Part[],
  corrections: readonly ImportCorrection[],
): ReadonlySet<Part> {
  const names = new PartNames(parts)
  const out = new Set<Part>()
  for (const { does, part } of corrections) {
    for (const found of names.find(part)) {
      if (does === 'leave out') out.add(found)
      if (does === 'keep') out.delete(found)
    }
  }
  return out
}

/** `corrections` by which of `shown`, parts of a document, those are left out that are not in `kept`. */
export function withKept(
  parts: readonly Part[],
  corrections: readonly ImportCorrection[],
  shown: readonly Part[],
  kept: ReadonlySet<Part>,
): readonly ImportCorrection[] {
  const names = new PartNames(parts)
  const out = partsLeftOut(parts, corrections)
  const others = new Set(shown.filter((part) => out.has(part) === kept.has(part)))
  if (others.size === 0) return corrections
  const called = new Set([...others].map((part) => names.of(part)))
  const rest = corrections.filter(
    ({ does, part }) => !called.has(part) || (does !== 'leave out' && does !== 'keep'),
  )
  const stillOut = partsLeftOut(parts, rest)
  const added = [...others].flatMap((part): readonly ImportCorrection[] => {
    if (stillOut.has(part) !== kept.has(part)) return []
    return [{ does: kept.has(part) ? 'keep' : 'leave out', part: names.of(part) }]
  })
  return [...rest, ...added]
}

/** `corrections` without those that name a part as `name` does. */
export function withoutCorrectionsOf(
  corrections: readonly ImportCorrection[],
  name: string,
): readonly ImportCorrection[] {
  return corrections.filter(({ part }) => part !== name)
}
