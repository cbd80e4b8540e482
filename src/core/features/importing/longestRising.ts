/** The places in `numbers` of a longest run of rising ones, others being left out. Takes n log n time. */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** Of each length the place of the smallest number with which a run of it ends. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before.set(place, ends[low - 1])
    ends[low] = place
  }
  const rising = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) rising.add(place)
  return rising
}
