import type { Draft, Head } from './draft.ts'
import type { OpenParts } from './openParts.ts'
import { measureRank, pointRank } from './ranks.ts'
import { withHeading } from './sectionMark.ts'

/** `1. `, `1a. `: how the paragraphs of an article are numbered. */
const numberedParagraph = /^(\d{1,3}[a-z]{0,2})\.\s+(?=[\p{L}“‘"'(])/u

/** `4.1.`, `13.a`, `A.1`, `4.1.2`: whole, what stands above it, and its own number. */
const decimal =
  /^((\d{1,4}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})*)\.(\d{1,3}|[a-z]))\.?\s+(?=[\p{Lu}\p{Script=Han}“"‘'(《（])/u

/** `1. `, `1a. ` in an article begins a paragraph of it: what stands behind the number; `undefined` where none begins. */
export function addNumbered(open: OpenParts, text: string): string | undefined {
  const numbered = open.isWithinArticle ? numberedParagraph.exec(text) : null
  if (numbered === null) return undefined
  const [whole, label = ''] = numbered
  const printed = whole.trim()
  open.push({ level: 'measure', kind: 'paragraph', label, printed, rank: pointRank })
  return text.slice(whole.length)
}

/** A number such as `4.1.` that a text begins with, taken apart. */
interface Decimal {
  readonly label: string
  /** The number of what stands above it. */
  readonly above: string
  /** Its own number within that. */
  readonly last: string
  /** What stands behind it. */
  readonly rest: string
}

/** The number such as `4.1.` that `text` begins with. */
export function readDecimal(text: string): Decimal | undefined {
  const [whole, label = '', above = '', last = ''] = decimal.exec(text) ?? []
  return whole === undefined ? undefined : { label, above, last, rest: text.slice(whole.length) }
}

/**
 * `4.1.` within what has the number 4, where it goes on from what stands there: what stands behind the number;
 * `undefined` where no part begins.
 */
export function addDecimal(open: OpenParts, text: string): string | undefined {
  const found = readDecimal(text)
  if (found === undefined) return undefined
  const { label, above, last, rest } = found
  const parent = open.all.findLast((draft) => draft.label === above)
  if (parent === undefined || !goesOn(last, parent.parts)) return undefined
  open.closeWithin(parent)
  const isSubsection = parent.level === 'measure'
  const read: ReturnType<typeof withHeading> = isSubsection ? withHeading(rest) : { rest }
  open.push({
    level: 'measure',
    ...kindBelow(parent),
    label,
    ...(read.heading !== undefined && { heading: read.heading }),
    printed: text.slice(0, text.length - read.rest.length).trim(),
    rank: Math.max(measureRank, parent.rank) + 0.1,
  })
  return read.rest
}

function kindBelow({ level, kind }: Draft): Pick<Head, 'kind'> {
  if (kind === 'goal') return { kind: 'target' }
  return level === 'measure' ? { kind: 'subsection' } : {}
}

/** Whether `last` goes on from the last part that is counted in the same way, or begins to. */
function goesOn(last: string, parts: readonly Draft[]): boolean {
  const isDigit = /^\d/u.test(last)
  const before = parts.findLast(({ label = '' }) => (isDigit ? /\.\d+$/u : /\.[a-z]$/u).test(label))
  const own = before?.label?.slice(before.label.lastIndexOf('.') + 1)
  if (isDigit) return Number(last) === Number(own ?? 0) + 1
  return last.charCodeAt(0) === (own?.charCodeAt(0) ?? 96) + 1
}
