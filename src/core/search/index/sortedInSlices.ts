/** So many items are sorted, or merged, between two pauses. */
const perSlice = 2048

/** Below 0 where `a` comes first, above 0 where `b` does. */
type Compare<T> = (a: T, b: T) => number

/** `items` in the order that `toSorted` gives, with pauses (yields): runs are sorted, and merged two by two. */
export function* sortedInSlices<T>(
  items: readonly T[],
  compare: Compare<T>,
): Generator<void, readonly T[], void> {
  let runs: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += perSlice) {
    runs.push(items.slice(at, at + perSlice).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergedInSlices(runs[at] ?? [], runs[at + 1] ?? [], compare))
    }
    runs = merged
  }
  return runs[0] ?? []
}

/** Two sorted lists as one; of equal items those of `first` come first. */
function* mergedInSlices<T>(
  first: readonly T[],
  second: readonly T[],
  compare: Compare<T>,
): Generator<void, readonly T[], void> {
  const merged: T[] = []
  let [one, other] = [0, 0]
  while (one < first.length && other < second.length) {
    const [a, b] = [first[one] as T, second[other] as T]
    if (compare(a, b) <= 0) one = merged.push(a) - other
    else other = merged.push(b) - one
    if (merged.length % perSlice === 0) yield
  }
  return merged.concat(first.slice(one), second.slice(other))
}

/** Compares two texts by their UTF-16 units. */
export function byUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
