import { squeezed } from '../index/pathOrder.ts'
import { comparePath, type Segment } from '../index/segment.ts'
import { fitKey } from '../keyForm.ts'
import { weights } from '../ranking.ts'
import { keyFormOfDocument, mayFitKey } from './keysOfDocuments.ts'

/**
 * Calls `visit` with the documents whose keys may be, or begin as, `typed`, and with those of whose keys
 * it is a part; some twice, and some that do not fit. Until `visit` returns false.
 */
export function eachWithKey(
  segment: Segment,
  typed: TypedKey,
  visit: (document: number) => boolean,
): boolean {
  for (const form of typed) {
    if (!eachOfInstruments(segment, form, visit)) return false
    if (!eachFrom(segment, segment.byPath, 0, squeezed(form), visit)) return false
    if (form.includes('.') && !eachFrom(segment, segment.byTail, 1, form, visit)) return false
  }
  return true
}

/** What `document` gets for `typed`, 0 when its key does not fit. */
export function keyScore(typed: TypedKey, segment: Segment, document: number): number {
  if (!typed.some((one) => mayFitKey(segment, document, one, squeezed(one)))) return 0
  const form = keyFormOfDocument(segment, document)
  let best = 0
  for (const one of typed) {
    const fit = fitKey(one, form)
    if (fit !== undefined) best = Math.max(best, weights.key[fit])
  }
  return best
}

/** The ways to read something typed as a key, folded and with `.` for every separator. */
export type TypedKey = readonly string[]

/** `2.3.1` is also `ii.3.1`: who does not type Roman numerals means them. */
export function typedKeyOf(typed: string): TypedKey {
  const number = /^(\d{1,2})\.\d/.exec(typed)?.[1]
  if (number === undefined) return [typed]
  return [typed, `${romanOf(Number(number))}${typed.slice(number.length)}`]
}

const romanSigns: readonly (readonly [value: number, sign: string])[] = [
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number below 90 in small Roman numerals. */
function romanOf(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, sign] of romanSigns) {
    while (rest >= value) {
      roman += sign
      rest -= value
    }
  }
  return roman
}

/** The documents of instruments whose ids `typed` begins with, or begins. */
function eachOfInstruments(
  segment: Segment,
  typed: string,
  visit: (document: number) => boolean,
): boolean {
  const plain = squeezed(typed)
  for (const [place, id] of segment.scratch.ids(segment).squeezed.entries()) {
    if (!id.startsWith(plain) && !plain.startsWith(id)) continue
    const instrument = segment.instruments[place] ?? 0
    const end = segment.instruments[place + 1] ?? segment.size
    const isWholeId = plain.length >= id.length
    if (!isWholeId && !/[.\d]/.test(typed)) {
      if (!visit(instrument)) return false
      continue
    }
    const rest = plain.slice(id.length)
    for (let document = instrument; document < end; document++) {
      const isOfRest = rest === '' || comparePath(segment, document, rest, 0) === 0
      if (isOfRest && !visit(document)) return false
    }
  }
  return true
}

/** Calls `visit` with the documents in `order` whose paths, from `skipped` parts on, begin with `beginning`. */
function eachFrom(
  segment: Segment,
  order: Uint32Array,
  skipped: 0 | 1,
  beginning: string,
  visit: (document: number) => boolean,
): boolean {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (comparePath(segment, order[middle] ?? 0, beginning, skipped) < 0) low = middle + 1
    else high = middle
  }
  for (let at = low; at < order.length; at++) {
    const document = order[at] ?? 0
    if (comparePath(segment, document, beginning, skipped) !== 0) return true
    if (!visit(document)) return false
  }
  return true
}
