import { provisionKinds } from '../kinds.ts'
import type { ProvisionKind } from '../provision.ts'

/**
 * What an analyst corrects of the parts that were found in a document, so that its next edition is imported
 * with the same corrections. `part` names a part by what it is in the document, as `partNames` writes it.
 */
export type ImportCorrection = CorrectionSort & { readonly part: string }

type CorrectionSort =
  | { readonly does: 'leave out' | 'keep' | 'division' | 'measure' | 'merge' }
  | { readonly does: 'kind'; readonly kind: ProvisionKind }
  | { readonly does: 'label'; readonly label: string }
  /** It and those of its level that follow it in the same part are numbered from here. */
  | { readonly does: 'number'; readonly from: string }
  | { readonly does: 'up' | 'down'; readonly levels: number }

/** A part moves up or down so many levels at most. */
export const mostLevels = 9

/** The longest correction that is read, in UTF-16 units; a longer one is refused. */
const longestCorrection = 2000

const plain = ['leave out', 'keep', 'division', 'measure', 'merge'] as const

/** Where a part is named by what it stands in: all that the part before it holds. */
export const everyPart = '*'

/** Between the parts that lead to one, outermost first. */
export const withinSign = ' / '

/**
 * The correction that `text` is, `undefined` where it is none: what is done, with its value, a bar, and the part.
 *
 *     leave out | foreword
 *     kind target | (13) climate action / *
 *     label 13.a | (13) climate action / mobilise 100 billion dollars
 *     number 4 | (3) purpose
 *     up 2 | annex / notes
 */
export function parseCorrection(text: string): ImportCorrection | undefined {
  const bar = text.indexOf('|')
  if (bar === -1 || text.length > longestCorrection) return undefined
  const [doing, part] = [text.slice(0, bar).trim(), text.slice(bar + 1).trim()]
  const sort = isPartName(part) ? sortOf(doing.replaceAll(/\s+/gu, ' ')) : undefined
  return sort && { ...sort, part }
}

function sortOf(doing: string): CorrectionSort | undefined {
  const alone = plain.find((one) => one === doing)
  if (alone !== undefined) return { does: alone }
  const [does, value, ...more] = doing.split(' ')
  if (more.length > 0) return undefined
  if (does === 'kind') {
    const kind = provisionKinds.find((known) => known === value)
    return kind && { does, kind }
  }
  if (does === 'label') return isLabel(value) ? { does, label: value } : undefined
  if (does === 'number') return isLabel(value) ? { does, from: value } : undefined
  if (does !== 'up' && does !== 'down') return undefined
  const levels = Number(value ?? '1')
  return Number.isInteger(levels) && levels > 0 && levels <= mostLevels
    ? { does, levels }
    : undefined
}

/** Whether `text` has the form of a label, as a key ends with it. */
export function isLabel(text: string | undefined): text is string {
  return text !== undefined && text.length <= 40 && /^[A-Za-z\d]+(?:[.-][A-Za-z\d]+)*$/u.test(text)
}

/** Letters, digits and the few signs of a name: nothing that a list, YAML or Markdown reads as more. */
function isPartName(text: string): boolean {
  return text !== '' && /^[\p{L}\p{M}\p{N}([*…][\p{L}\p{M}\p{N} .()/[\]*…-]*$/u.test(text)
}

/** `correction` as {@link parseCorrection} reads it. */
export function correctionText(correction: ImportCorrection): string {
  return `${doingOf(correction)} | ${correction.part}`
}

function doingOf(correction: ImportCorrection): string {
  switch (correction.does) {
    case 'kind':
      return `kind ${correction.kind}`
    case 'label':
      return `label ${correction.label}`
    case 'number':
      return `number ${correction.from}`
    case 'up':
    case 'down':
      return correction.levels === 1
        ? correction.does
        : `${correction.does} ${String(correction.levels)}`
    case 'leave out':
    case 'keep':
    case 'division':
    case 'measure':
    case 'merge':
      return correction.does
  }
}
