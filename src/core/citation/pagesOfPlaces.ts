import type { Pages, Provision } from '../corpus/provision.ts'
import type { Span } from '../text/span.ts'
import type { Locator, NamedPages } from './locator.ts'

/** A place of which it is not yet said what pages stand with it. */
interface Unpaged {
  readonly provision: Provision
  readonly by: 'key' | 'words'
  readonly span: Span
}

/**
 * `places` with the pages of `locator` that stand with each. Where pages come first, they are of the
 * places up to the next pages: `, p. 3, pillar I, and p. 4, pillar II`; else of those since the last
 * ones: `, art. 5, p. 51, and art. 6, p. 53`.
 */
export function withPages<P extends Unpaged>(
  places: readonly P[],
  locator: Locator,
): readonly (P & { readonly pages: readonly NamedPages[] })[] {
  const [only] = places
  if (only !== undefined && places.length === 1) return [{ ...only, pages: locator.pages }]
  const found = new Map<Unpaged, NamedPages[]>(places.map((place) => [place, []]))
  for (const { pages, of } of stretches(places, locator)) {
    for (const one of pages) {
      const place = placeFor(one, of)
      if (place !== undefined) found.get(place)?.push(one)
    }
  }
  return places.map((place) => ({ ...place, pages: found.get(place) ?? [] }))
}

/** Pages with no step between them, and the places that they are of. */
interface Stretch {
  readonly pages: readonly NamedPages[]
  readonly of: readonly Unpaged[]
}

function stretches(places: readonly Unpaged[], { pages, steps }: Locator): readonly Stretch[] {
  const runs = runsOf(
    pages,
    steps.map(({ span }) => span.start),
  )
  const firstPage = pages[0]?.span.start ?? 0
  const isFirst = steps.every(({ span }) => firstPage < span.start)
  const read: Stretch[] = []
  for (const [at, run] of runs.entries()) {
    const [from, to] = isFirst
      ? [startOf(run), startOf(runs[at + 1])]
      : [at === 0 ? 0 : startOf(runs[at - 1]), startOf(run)]
    const own = places.filter(
      ({ by, span }) => by === 'words' && span.start >= from && span.start < to,
    )
    const before = read.at(-1)?.of ?? places.slice(0, 1)
    read.push({ pages: run, of: own.length === 0 ? before : own })
  }
  return read
}

function startOf(run: readonly NamedPages[] | undefined): number {
  return run?.[0]?.wholeSpan.start ?? Infinity
}

/** `pages` in runs between which one of `steps` begins. */
function runsOf(
  pages: readonly NamedPages[],
  steps: readonly number[],
): readonly (readonly NamedPages[])[] {
  const runs: NamedPages[][] = []
  for (const one of pages) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const isParted =
      last === undefined || steps.some((start) => start > last.span.start && start < one.span.start)
    if (run === undefined || isParted) runs.push([one])
    else run.push(one)
  }
  return runs
}

/**
 * Of which place of several `named` is: the one that stands on it, else one of which the corpus knows
 * no pages. None where it begins on one and ends on another, as it is right for these together; the last
 * where it fits none.
 */
function placeFor(named: NamedPages, places: readonly Unpaged[]): Unpaged | undefined {
  const { first, last } = named.pages
  const own = places.find((place) => standsOn(place, first) && standsOn(place, last))
  const unknown = places.find((place) => pagesOf(place) === undefined)
  const isTogether = [first, last].every((page) => places.some((place) => standsOn(place, page)))
  return own ?? unknown ?? (isTogether ? undefined : places.at(-1))
}

function pagesOf({ provision }: Unpaged): Pages | undefined {
  return provision.level === 'instrument' ? undefined : provision.pages
}

function standsOn(place: Unpaged, page: number): boolean {
  const pages = pagesOf(place)
  return pages !== undefined && pages.first <= page && page <= pages.last
}
