import type { Dice } from '../../bench/dice.ts'
import { hostilePiece } from './hostilePieces.ts'

/** A text in JSON with something changed in its values, or in how they stand in one another. */
export function changedValue(dice: Dice, json: string): string {
  let value: unknown = JSON.parse(json)
  for (let times = dice.pick([1, 1, 2, 4, 8]); times > 0; times -= 1) {
    value = changedWithin(dice, value, 0)
  }
  return JSON.stringify(value)
}

function changedWithin(dice: Dice, value: unknown, depth: number): unknown {
  if (dice.next() < 0.12 * depth) return changed(dice, value)
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const at = dice.below(items.length)
    return items.map((item, place) => (place === at ? changedWithin(dice, item, depth + 1) : item))
  }
  if (typeof value !== 'object' || value === null) return changed(dice, value)
  const entries = Object.entries(value)
  const at = dice.below(entries.length)
  return Object.fromEntries(
    entries.map(([name, own], place) =>
      place === at ? [name, changedWithin(dice, own, depth + 1)] : [name, own],
    ),
  )
}

function changed(dice: Dice, value: unknown): unknown {
  switch (dice.below(9)) {
    case 0:
      return null
    case 1:
      return hostilePiece(dice, 'text')
    case 2:
      return dice.pick([0, -1, 1.5, 1e300, true, false, [], {}, [[]], ''])
    case 3:
      return Array.from({ length: dice.pick([2, 3, 50]) }, () => value)
    case 4:
      return [value]
    case 5: {
      let nested = value
      for (let depth = dice.pick([1, 5, 400]); depth > 0; depth -= 1) nested = { parts: [nested] }
      return nested
    }
    case 6:
      return typeof value === 'string' ? value.repeat(dice.pick([0, 2, 100])) : String(value)
    case 7:
      return { [hostilePiece(dice, 'text')]: value, title: value }
    default:
      return typeof value === 'object' && value !== null ? Object.values(value) : value
  }
}
