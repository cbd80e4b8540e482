import { citationsOf, type Report } from './report.ts'

/** The keys that `report` cites, as they are written, each with how often. */
export function citedKeys(report: Report): ReadonlyMap<string, number> {
  const keys = new Map<string, number>()
  for (const { key } of citationsOf(report)) {
    keys.set(key, (keys.get(key) ?? 0) + 1)
  }
  return keys
}
