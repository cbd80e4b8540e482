import { allWithin, type MarkupElement } from '../markup/element.ts'

/** Parts, subparts and sections of the Code: outside of what amends it they stand below all headings. */
const usual: ReadonlyMap<string, number> = new Map([
  ['PART', 20],
  ['SUBPART', 21],
  ['SECTION', 22],
])
/** A whole part of the Code stands beside the headings of the document that amends it, and not below the last of these. */
const ofWholePart: ReadonlyMap<string, number> = new Map([
  ['PART', 1],
  ['SUBPART', 1.1],
  ['SECTION', 1.3],
])
/** Of headings between the sections of a part, and of those within a section. */
const [groupDepth, withinSection] = [1.2, 1.4]

/** How deep the headings of a document of the Federal Register are, asked one after the other. */
export class HeadingDepths {
  /** Depths within what amends the Code. */
  #amended: ReadonlyMap<string, number> | undefined
  /** Whether the last heading was that of a part of the Code, or stood in one. */
  #isInPart = false

  /** A text of the Code begins, as it is amended; what is given back ends it. */
  enterRegulation(element: MarkupElement): () => void {
    const hasPart = ['PART', 'SUBPART'].some((name) => allWithin(element, name).length > 0)
    if (hasPart) this.#amended = ofWholePart
    // Behind a whole part, sections alone are not of that part.
    else if (this.#isInPart) this.#amended = new Map([['SECTION', 1]])
    return () => {
      this.#amended = undefined
    }
  }

  /** The depth of the next heading, which `element` has or is. */
  next(element: MarkupElement): number {
    const { name } = element
    const amended = this.#amended
    if (amended !== undefined) this.#isInPart = true
    if (name !== 'HD') return (amended ?? usual).get(name) ?? 1
    const depth = depthOf(element)
    if (amended !== undefined) return depth === 1 ? groupDepth : withinSection + depth / 100
    if (!this.#isInPart) return depth
    this.#isInPart = false
    return 1
  }
}

/** 1 for `HED`, 2 for `HD1` and so on. */
function depthOf({ attributes }: MarkupElement): number {
  const [, digit] = /^HD(\d)$/u.exec(attributes.get('SOURCE') ?? '') ?? []
  return digit === undefined ? 1 : Number(digit) + 1
}
