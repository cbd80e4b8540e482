import type { DivisionKind, MeasureKind } from '../core/corpus/provision.ts'

/** A heading as printed, taken apart: `Pillar I: Accelerate AI Innovation`. */
export interface PrintedLabel {
  readonly kind?: DivisionKind | MeasureKind
  /** Its number, in the form printed, without what closes it. */
  readonly label?: string
  /** What is left of it. */
  readonly heading: string
}

const kinds: ReadonlyMap<string, DivisionKind | MeasureKind> = new Map([
  ['pillar', 'pillar'],
  ['title', 'title'],
  ['part', 'part'],
  ['chapter', 'chapter'],
  ['section', 'section'],
  ['sec.', 'section'],
  ['annex', 'annex'],
  ['article', 'article'],
  ['recommendation', 'recommendation'],
])

const worded =
  /^(pillar|title|part|chapter|section|sec\.|annex|article|recommendation)\s+([IVXLC]+|\d+[A-Z]?(?:\.\d+)*|[A-Z])(?:\s*[.:—–-]\s*|\s+|$)/iu
const numbered = /^(\d+(?:\.\d+)*)\.?\s+(?=\S)/u

/** The label and the kind that a printed heading names, and the heading without them. */
export function readPrintedLabel(printed: string): PrintedLabel {
  const words = worded.exec(printed)
  if (words !== null) {
    const [whole, word = '', label = ''] = words
    const kind = kinds.get(word.toLowerCase())
    return { ...(kind && { kind }), label, heading: printed.slice(whole.length).trim() }
  }
  const number = numbered.exec(printed)
  if (number === null) return { heading: printed }
  const [whole, label = ''] = number
  return { label, heading: printed.slice(whole.length).trim() }
}

/** How a part prints its number and its heading, where that is more than the heading, which may stand in the line of the number. */
export function printedAs(number = '', heading = ''): { readonly printed?: string } {
  const printed = number.endsWith(heading) ? number : `${number} ${heading}`.trim()
  return printed === heading ? {} : { printed }
}
