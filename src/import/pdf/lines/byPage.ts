import type { Line } from './lines.ts'

/** Lines by the page that they stand on. */
export function byPage(lines: readonly Line[]): ReadonlyMap<number, readonly Line[]> {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    const known = pages.get(line.page)
    if (known === undefined) pages.set(line.page, [line])
    else known.push(line)
  }
  return pages
}
