import type { OpenText, ScanState } from './blockRows.ts'
import type { Container } from './containers.ts'
import type { HtmlBlockEnd } from './html.ts'
import type { Fence } from './leaves.ts'

/** All that the lines before a place decide about the lines behind it. Immutable. */
export interface Boundary {
  /** Whether no line is before it. */
  readonly isBeginning: boolean
  /** The innermost container that is open. */
  readonly container: Container | undefined
  /** The block that is open. */
  readonly leaf: OpenLeaf | undefined
}

/** A block that may go on in the next line, without its offsets: those change with every edit in it. */
export interface OpenLeaf {
  readonly kind: 'paragraph' | 'indented' | 'fenced' | 'html' | 'frontMatter'
  readonly fence: Fence | undefined
  readonly html: HtmlBlockEnd | undefined
  /** Of a paragraph: what of it decides about the next line. */
  readonly text: OpenText | undefined
  readonly container: Container | undefined
  /** The state before its first line. */
  readonly state: ScanState
  /** Its lines so far, where they may be definitions, which are read when it closes. */
  readonly opening: Opening | undefined
}

/** The beginning of a paragraph. */
export interface Opening {
  readonly text: string
  /** Offsets in `text`. */
  readonly contentStart: number
  readonly end: number
}

/** Whether all lines behind `one` and `other` are read alike. */
export function sameBoundary(one: Boundary, other: Boundary): boolean {
  if (one === other) return true
  if (one.isBeginning !== other.isBeginning) return false
  return sameContainer(one.container, other.container) && sameLeaf(one.leaf, other.leaf)
}

/** Whether a line behind `one` and `other` is read alike, but for what it closes. */
export function sameState(one: ScanState, other: ScanState): boolean {
  return one.openText === other.openText && sameContainer(one.container, other.container)
}

function sameLeaf(one: OpenLeaf | undefined, other: OpenLeaf | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined) return false
  return (
    one.kind === other.kind &&
    one.html === other.html &&
    one.text === other.text &&
    // Not by their texts: to compare those at each chunk of a long paragraph would take too long.
    one.opening === other.opening &&
    sameFence(one.fence, other.fence) &&
    sameContainer(one.container, other.container) &&
    sameState(one.state, other.state)
  )
}

function sameFence(one: Fence | undefined, other: Fence | undefined): boolean {
  return one?.marker === other?.marker && one?.length === other?.length
}

/** Whether lines go on alike within `one` and within `other`. */
export function sameContainer(one: Container | undefined, other: Container | undefined): boolean {
  let left = one
  let right = other
  while (left !== right) {
    if (left === undefined || right === undefined || !looksAlike(left, right)) return false
    left = left.parent
    right = right.parent
  }
  return true
}

function looksAlike(one: Container, other: Container): boolean {
  return (
    one.kind === other.kind &&
    one.width === other.width &&
    one.content === other.content &&
    one.label === other.label
  )
}
