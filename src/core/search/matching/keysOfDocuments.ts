import { squeezed } from '../index/pathOrder.ts'
import { comparePath, instrumentAt, pathOfDocument, type Segment } from '../index/segment.ts'
import { keyFormOfParts, type KeyForm } from '../keyForm.ts'

/** The key of `document` as it is compared with what was typed. */
export function keyFormOfDocument(segment: Segment, document: number): KeyForm {
  const path = segment.parents[document] === -1 ? '' : pathOfDocument(segment, document)
  const id = segment.scratch.ids(segment).dotted[instrumentAt(segment, document)] ?? ''
  return keyFormOfParts(id, path)
}

/**
 * Whether `fitKey` may fit `typed`, which is `plain` without separators, to the key of `document`: told from
 * the bytes of the key, since most keys are compared in vain. False only where it does not fit.
 */
export function mayFitKey(
  segment: Segment,
  document: number,
  typed: string,
  plain: string,
): boolean {
  return (
    comparePath(segment, document, plain, 0) === 0 ||
    hasLabels(segment, document, typed) ||
    beginsWithId(segment, document, plain)
  )
}

/** Whether the path of `document` has `typed` from the beginning of one of its parts on. */
function hasLabels({ records }: Segment, document: number, typed: string): boolean {
  const { bytes, starts } = records
  let at = starts[document] ?? 0
  // Paths are shorter than 128 letters, but for those of which any part may be anything.
  const length = bytes[at] ?? 0
  if (length > 0x7f) return true
  at += 1
  const last = at + length - typed.length
  for (let isStart = true; at <= last; at++) {
    if (isStart && standsAt(bytes, at, typed)) return true
    isStart = bytes[at] === separator
  }
  return false
}

/** The point between the parts of a path. */
const separator = 0x2e

function standsAt(bytes: Uint8Array, place: number, typed: string): boolean {
  for (let at = 0; at < typed.length; at++) {
    if (bytes[place + at] !== typed.charCodeAt(at)) return false
  }
  return true
}

function beginsWithId(segment: Segment, document: number, plain: string): boolean {
  const id = segment.scratch.ids(segment).squeezed[instrumentAt(segment, document)] ?? ''
  if (plain.length <= id.length) return id.startsWith(plain)
  return plain.startsWith(id) && comparePath(segment, document, plain.slice(id.length), 0) === 0
}

/** Whether `typed`, folded and with `.` for every separator, is the whole key of something in use in `segment` that stands in an instrument. */
export function hasWholeKey(
  segment: Segment,
  typed: string,
  isInUse: (document: number) => boolean,
): boolean {
  return segment.scratch.ids(segment).dotted.some((id, place) => {
    if (!typed.startsWith(id) || typed[id.length] !== '.') return false
    const first = segment.instruments[place] ?? 0
    const end = segment.instruments[place + 1] ?? segment.size
    return isInUse(first) && hasPath(segment, typed.slice(id.length + 1), first, end)
  })
}

/** Whether a document from `first` up to `end`, exclusive, has the path `path`. */
function hasPath(segment: Segment, path: string, first: number, end: number): boolean {
  const { byPath } = segment
  const plain = squeezed(path)
  let low = 0
  let high = byPath.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(segment, byPath[middle] ?? 0, plain, first)) low = middle + 1
    else high = middle
  }
  for (; low < byPath.length && (byPath[low] ?? end) < end; low++) {
    const found = pathOfDocument(segment, byPath[low] ?? 0)
    if (found === path) return true
    if (squeezed(found) !== plain) return false
  }
  return false
}

/** Whether `document` stands, by its path and then by its number, before the first with the path `plain` from `first` on. */
function isBefore(segment: Segment, document: number, plain: string, first: number): boolean {
  const difference = comparePath(segment, document, plain, 0)
  if (difference !== 0) return difference < 0
  return document < first && comparePath(segment, document, `${plain}\0`, 0) < 0
}
