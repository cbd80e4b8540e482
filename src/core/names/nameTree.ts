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

/** The tree of `strings`; of equal ones the place of the first is kept. The empty string is left out. */
export function treeOf(strings: readonly string[]): NameTree {
  const places = new Map<string, number>()
  for (const [place, string] of strings.entries()) {
    if (string !== '' && !places.has(string)) places.set(string, place)
  }
  const sorted = [...places.keys()].sort()
  const most = sorted.reduce((sum, string) => sum + string.length, 1)
  const draft = new Draft(most, sorted.length)
  for (let node = 0; node < draft.size; node++) draft.grow(node, sorted, places)
  return draft.finish()
}

/** A tree while it grows, level by level: each node stands for the sorted strings that begin alike. */
class Draft {
  size = 1
  readonly #units: Uint16Array
  readonly #firstChildren: Uint32Array
  readonly #ends: Int32Array
  readonly #lows: Uint32Array
  readonly #highs: Uint32Array
  readonly #depths: Uint32Array

  constructor(most: number, strings: number) {
    this.#units = new Uint16Array(most)
    this.#firstChildren = new Uint32Array(most + 1)
    this.#ends = new Int32Array(most).fill(-1)
    this.#lows = new Uint32Array(most)
    this.#highs = new Uint32Array(most)
    this.#depths = new Uint32Array(most)
    this.#highs[0] = strings
  }

  /** Adds the children of `node`. */
  grow(node: number, sorted: readonly string[], places: ReadonlyMap<string, number>): void {
    const depth = this.#depths[node] ?? 0
    const high = this.#highs[node] ?? 0
    let low = this.#lows[node] ?? 0
    const shortest = sorted[low] ?? ''
    if (shortest.length === depth && low < high) {
      this.#ends[node] = places.get(shortest) ?? -1
      low += 1
    }
    this.#firstChildren[node] = this.size
    while (low < high) {
      const unit = (sorted[low] ?? '').charCodeAt(depth)
      let end = low + 1
      while (end < high && (sorted[end] ?? '').charCodeAt(depth) === unit) end += 1
      this.#add(unit, low, end, depth + 1)
      low = end
    }
  }

  #add(unit: number, low: number, high: number, depth: number): void {
    this.#units[this.size] = unit
    this.#lows[this.size] = low
    this.#highs[this.size] = high
    this.#depths[this.size] = depth
    this.size += 1
  }

  finish(): NameTree {
    this.#firstChildren[this.size] = this.size
    const tree = {
      units: this.#units.slice(0, this.size),
      firstChildren: this.#firstChildren.slice(0, this.size + 1),
      ends: this.#ends.slice(0, this.size),
      roots: new Uint32Array(0x10000),
    }
    for (let child = 1; child < (tree.firstChildren[1] ?? 0); child++) {
      tree.roots[tree.units[child] ?? 0] = child
    }
    return tree
  }
}

/** So few children are quicker looked through than halved. */
const fewChildren = 16

/** The child of `node` behind `unit`, or -1. */
export function childOf(tree: NameTree, node: number, unit: number): number {
  const { units } = tree
  let low = tree.firstChildren[node] ?? 0
  let high = tree.firstChildren[node + 1] ?? 0
  while (high - low > fewChildren) {
    const middle = (low + high) >>> 1
    if ((units[middle] ?? 0) <= unit) low = middle
    else high = middle
  }
  for (; low < high; low++) {
    const found = units[low] ?? 0
    if (found >= unit) return found === unit ? low : -1
  }
  return -1
}
