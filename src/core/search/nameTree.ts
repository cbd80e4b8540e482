/** A tree of strings in typed arrays: the children of a node are numbered one after the other. */
export interface NameTree {
  /** The UTF-16 unit that leads to each node. */
  readonly units: Uint16Array
  /** The first child of each node, and behind the last node one more: the children of `n` end before that of `n + 1`. */
  readonly firstChildren: Uint32Array
  /** The place of the string that ends at each node, -1 where none does. */
  readonly ends: Int32Array
  /** The child of the root for each UTF-16 unit, 0 where it has none: no node has the root below it. */
  readonly roots: Uint32Array
}

/** The sorted strings from `low` up to `high`, which are alike up to `depth`. */
interface Range {
  readonly low: number
  readonly high: number
  readonly depth: number
}

/** The tree of `strings`; of equal ones the place of the first is kept. The empty string is left out. */
export function treeOf(strings: readonly string[]): NameTree {
  const order = strings.map((_, place) => place).filter((place) => strings[place] !== '')
  const at = (rank: number): string => strings[order[rank] ?? -1] ?? ''
  order.sort((a, b) => compare(strings[a] ?? '', strings[b] ?? '') || a - b)
  const units: number[] = [0]
  const firstChildren: number[] = []
  const ends: number[] = []
  const ranges: Range[] = [{ low: 0, high: order.length, depth: 0 }]
  for (let node = 0; node < ranges.length; node++) {
    const { low, high, depth } = ranges[node] ?? { low: 0, high: 0, depth: 0 }
    const isEnd = low < high && at(low).length === depth
    ends.push(isEnd ? (order[low] ?? -1) : -1)
    firstChildren.push(ranges.length)
    let from = low
    while (from < high && at(from).length === depth) from += 1
    while (from < high) {
      const unit = at(from).charCodeAt(depth)
      let to = from + 1
      while (to < high && at(to).charCodeAt(depth) === unit) to += 1
      units.push(unit)
      ranges.push({ low: from, high: to, depth: depth + 1 })
      from = to
    }
  }
  firstChildren.push(ranges.length)
  const tree = {
    units: Uint16Array.from(units),
    firstChildren: Uint32Array.from(firstChildren),
    ends: Int32Array.from(ends),
    roots: new Uint32Array(0x10000),
  }
  for (let child = 1; child < (tree.firstChildren[1] ?? 0); child++) {
    tree.roots[tree.units[child] ?? 0] = child
  }
  return tree
}

/** The child of `node` behind `unit`, or -1. */
export function childOf(tree: NameTree, node: number, unit: number): number {
  let low = tree.firstChildren[node] ?? 0
  let high = tree.firstChildren[node + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = tree.units[middle] ?? 0
    if (found === unit) return middle
    if (found < unit) low = middle + 1
    else high = middle
  }
  return -1
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
