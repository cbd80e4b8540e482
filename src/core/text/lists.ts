/**
 * Adds `more` to the end of `list`, however many they are: as the arguments of one call, some hundred thousand
 * are more than the stack has room for.
 */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}

/** `list` with `others`, however many they are, in place of the `count` items from `first` on. */
export function replaced<T>(
  list: readonly T[],
  first: number,
  count: number,
  others: readonly T[],
): T[] {
  return list.slice(0, first).concat(others, list.slice(first + count))
}

/** The least of `numbers`, however many they are; Infinity where there is none. */
export function leastOf(numbers: Iterable<number>): number {
  let least = Infinity
  for (const number of numbers) least = Math.min(least, number)
  return least
}

/** The greatest of `numbers`, however many they are, and `least`, which is -Infinity if not given. */
export function greatestOf(numbers: Iterable<number>, least = -Infinity): number {
  let greatest = least
  for (const number of numbers) greatest = Math.max(greatest, number)
  return greatest
}

/** So many items are visited in one piece: what is done with each takes tens of microseconds. */
const mostInOnePiece = 50

/** Visits each of `items`, in order; yields behind every fifty, so that other work has its turn. */
export function* visitInPieces<T>(
  items: readonly T[],
  visit: (one: T) => void,
): Generator<undefined, void> {
  for (const [index, one] of items.entries()) {
    visit(one)
    if (index % mostInOnePiece === mostInOnePiece - 1) yield undefined
  }
}

/** What `work` gives, without letting other work have its turn. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
