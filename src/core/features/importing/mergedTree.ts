import type { EditionRow, NextEdition } from './nextEdition.ts'
import type { NewSection, OldSection } from './sections.ts'

/** A section of a merged file. */
export interface MergedNode {
  readonly old?: OldSection
  /** What the next edition has of it. */
  readonly now?: NewSection
  readonly below: readonly MergedNode[]
}

/**
 * The sections of a corpus file with what is `taken` of the next edition: in its order, each within what it stands
 * in there. What was moved or deleted and is not taken stands behind the one that it stood behind, in what it
 * stood in; where that is gone, in what that stood in.
 */
export function mergedTree(
  edition: NextEdition,
  taken: ReadonlySet<EditionRow>,
): readonly MergedNode[] {
  return new Tree(edition, taken).roots
}

interface Node {
  readonly old?: OldSection
  readonly now?: NewSection
  readonly below: Node[]
  above?: Node
}

class Tree {
  readonly roots: Node[]
  readonly #root: Node = { below: [] }
  readonly #nodes = new Map<OldSection, Node>()
  readonly #pairs: NextEdition['pairs']
  readonly #rows = new Map<NewSection | OldSection, EditionRow>()
  readonly #taken: ReadonlySet<EditionRow>

  constructor({ roots, rows, old, pairs }: NextEdition, taken: ReadonlySet<EditionRow>) {
    this.roots = this.#root.below
    this.#pairs = pairs
    this.#taken = taken
    for (const row of rows) {
      const section = row.now ?? row.old
      // What changed stands where it did, and may have moved besides.
      if (section !== undefined && row.kind !== 'changed') this.#rows.set(section, row)
    }
    for (const section of roots) this.#place(section, this.#root)
    this.#placeLeft(old)
  }

  /** Puts a part of the next edition last into `above`, with all below it. */
  #place(now: NewSection, above: Node): void {
    const old = this.#pairs.get(now)
    const row = this.#rows.get(now)
    if (old === undefined && !this.#isTaken(row)) {
      for (const part of now.below) this.#place(part, above)
      return
    }
    const node: Node = { ...(old !== undefined && { old }), now, below: [] }
    if (old !== undefined) this.#nodes.set(old, node)
    if (row?.kind !== 'moved' || this.#isTaken(row)) put(node, above, above.below.length)
    for (const part of now.below) this.#place(part, node)
  }

  #isTaken(row: EditionRow | undefined): boolean {
    return row !== undefined && this.#taken.has(row)
  }

  /** Puts what is left of the file where it stood. */
  #placeLeft(old: readonly OldSection[]): void {
    const last = new Map<OldSection | undefined, OldSection[]>()
    for (const section of old) {
      const before = last.get(section.above) ?? []
      const node = this.#nodes.get(section) ?? this.#nodeOfDeleted(section)
      if (node !== undefined && node.above === undefined)
        this.#putBehind(node, section.above, before)
      last.set(section.above, before)
      before.push(section)
    }
  }

  #nodeOfDeleted(section: OldSection): Node | undefined {
    if (this.#isTaken(this.#rows.get(section))) return undefined
    const node: Node = { old: section, below: [] }
    this.#nodes.set(section, node)
    return node
  }

  #putBehind(node: Node, above: OldSection | undefined, before: readonly OldSection[]): void {
    const holder = this.#holderFor(node, above)
    for (let at = before.length - 1; at >= 0; at--) {
      const section = before[at]
      const sibling = section && this.#nodes.get(section)
      if (sibling?.above !== holder) continue
      put(node, holder, holder.below.indexOf(sibling) + 1)
      return
    }
    put(node, holder, 0)
  }

  /** The nearest that is left of what it stood in, and does not stand in it now. */
  #holderFor(node: Node, above: OldSection | undefined): Node {
    for (let section = above; section !== undefined; section = section.above) {
      const holder = this.#nodes.get(section)
      if (holder !== undefined && !isWithin(holder, node)) return holder
    }
    return this.#root
  }
}

function put(node: Node, above: Node, at: number): void {
  above.below.splice(at, 0, node)
  node.above = above
}

function isWithin(node: Node, other: Node): boolean {
  for (let one: Node | undefined = node; one !== undefined; one = one.above) {
    if (one === other) return true
  }
  return false
}
