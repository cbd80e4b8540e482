import type { Line } from './lines/lines.ts'
import { folded, isPageNumber } from './lines/pageNumber.ts'

/** What stands in the margin of at least three pages, or of all, and page numbers. */
export class RunningHeads {
  readonly #texts: ReadonlySet<string>

  constructor(lines: readonly Line[]) {
    const pagesOf = new Map<string, Set<number>>()
    for (const { isAtEdge, text, page } of lines) {
      if (!isAtEdge) continue
      const known = pagesOf.get(folded(text)) ?? new Set()
      pagesOf.set(folded(text), known.add(page))
    }
    const fewest = Math.max(2, Math.min(3, lines.at(-1)?.page ?? 0))
    const running = [...pagesOf].filter(
      ([text, pages]) => isPageNumber(text) || pages.size >= fewest,
    )
    this.#texts = new Set(running.map(([text]) => text))
  }

  has({ isAtEdge, text }: Line): boolean {
    return isAtEdge && this.#texts.has(folded(text))
  }
}

/** By page of the file, what it prints as its number: alone, or at the beginning or the end of a running head that counts on. */
export function pageNumbersOf(lines: readonly Line[]): ReadonlyMap<number, string> {
  const edges = lines.filter(({ isAtEdge }) => isAtEdge)
  const counted = countedHeads(edges)
  const numbers = new Map<number, string>()
  for (const { text, page } of edges) {
    const head = folded(text)
    if (head === '#') numbers.set(page, text)
    else if (!numbers.has(page) && (isPageNumber(head) || counted.has(head))) {
      const number = outerNumber(text, head)
      if (number !== undefined) numbers.set(page, number)
    }
  }
  return numbers
}

/** The heads whose outer number rises from page to page as the pages do. */
function countedHeads(edges: readonly Line[]): ReadonlySet<string> {
  const seen = new Map<string, { readonly page: number; readonly number: number }[]>()
  for (const { text, page } of edges) {
    const head = folded(text)
    const number = outerNumber(text, head)
    if (number === undefined || !/^\d+$/u.test(number)) continue
    const known = seen.get(head) ?? []
    known.push({ page, number: Number(number) })
    seen.set(head, known)
  }
  const counted = [...seen].filter(([, found]) => {
    const [first] = found
    return (
      first !== undefined &&
      found.length > 1 &&
      found.every(({ page, number }) => page - number === first.page - first.number)
    )
  })
  return new Set(counted.map(([head]) => head))
}

function outerNumber(text: string, head: string): string | undefined {
  if (/ (?:of|\/|von|de|sur) ?#/u.test(head) || head.includes('#/#')) return /\d+/u.exec(text)?.[0]
  const numbers = [...text.matchAll(/\d+/gu)]
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (last !== undefined && !/\p{L}/u.test(text.slice(last.index))) return last[0]
  return first !== undefined && !/\p{L}/u.test(text.slice(0, first.index)) ? first[0] : undefined
}
