import type { StyleFamily } from './citationStyle.ts'

/**
 * `item` as styles of `family` print it, `-` standing for nothing; the same one where they print it as
 * all do. Its fields `policy-bluebook-title` and the like say so.
 */
export function inFamily<Item extends object>(item: Item, family: StyleFamily): Item {
  const start = `policy-${family}-`
  const words = Object.entries(item).filter(([name]) => name.startsWith(start))
  if (words.length === 0) return item
  const own = { ...item }
  for (const [name, value] of words) {
    const field = name.slice(start.length)
    if (value === '-') Reflect.deleteProperty(own, field)
    else Reflect.set(own, field, value)
  }
  return own
}
