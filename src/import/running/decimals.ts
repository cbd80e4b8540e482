import type { Upcoming } from './ahead/upcoming.ts'
import { countedNumber, goesOn, letters } from './numbers/countedNumber.ts'
import type { Draft, Head } from './draft.ts'
import type { OpenParts } from './openParts.ts'
import { measureRank } from './ranks.ts'
import { withHeading } from './sectionMark.ts'

/** `4.1.`, `13.a`, `A.1`, `4.1.2`, `4.1A`, `4.1. ` before a small letter: what stands above it, its own number, and the stop. */
const decimal =
  /^(\d{1,4}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})*)\.(\d{1,3}[A-Za-z]?|[a-z])(?:(\.)\s+(?=[\p{L}“"‘'(《（])|\s+(?=[\p{Lu}\p{Script=Han}“"‘'(《（]))/u

/** What is so much of something: `1.4 Billion people`, `1.4 亿人`. */
const quantity =
  /^(?:(?:hundred|thousand|million|billion|trillion|per ?cent|[kMGT]W|[MGTP]B|EUR|USD|RMB)\b|[百千万萬亿億兆倍年月个個元])/iu

/**
 * `4.1.` within what has the number 4, where it goes on from what stands there: what stands behind the number;
 * `undefined` where no part begins.
 */
export function addDecimal(open: OpenParts, ahead: Upcoming, text: string): string | undefined {
  const read = readDecimal(text)
  if (read === undefined) return undefined
  const parent = open.all.findLast((draft) => draft.label === read.above)
  if (parent === undefined || !goesOnIn(parent, read, ahead)) return undefined
  open.closeWithin(parent)
  const { label } = read
  const isSubsection = parent.level === 'measure'
  const { heading, rest }: ReturnType<typeof withHeading> = isSubsection
    ? withHeading(read.rest)
    : read
  open.push({
    level: 'measure',
    ...kindBelow(parent),
    label,
    ...(heading !== undefined && { heading }),
    printed: text.slice(0, text.length - rest.length).trim(),
    rank: Math.max(measureRank, parent.rank) + 0.1,
  })
  return rest
}

function kindBelow({ level, kind }: Draft): Pick<Head, 'kind'> {
  if (kind === 'goal') return { kind: 'target' }
  return level === 'measure' ? { kind: 'subsection' } : {}
}

/** A number of several levels, as printed. */
interface Decimal {
  readonly label: string
  /** The label of what it stands in. */
  readonly above: string
  /** Where it is counted there. */
  readonly number: number
  readonly rest: string
}

/** The number of several levels that `text` begins with. */
export function readDecimal(text: string): Decimal | undefined {
  const [whole = '', above = '', own = '', stop] = decimal.exec(text) ?? []
  const rest = text.slice(whole.length)
  if (whole === '' || (stop === undefined && quantity.test(rest))) return undefined
  return { label: `${above}.${own}`, above, number: numberIn(own), rest }
}

/** 3 of `3`, and of `c`, what was put in behind a little more. */
function numberIn(own: string): number {
  return countedNumber(own) ?? letters(own)
}

/** So many numbers may be left out. */
const widestGap = 9

/**
 * Whether a number goes on from the last one of `parent` that is counted in the same way, with others left out or not.
 * Where it is the first, and not 1, another must go on from it.
 */
function goesOnIn({ parts }: Draft, { label, above, number }: Decimal, ahead: Upcoming): boolean {
  const before = lastNumber(parts, above, isCountedByDigits(label))
  if (before !== undefined) return number > before && number <= before + widestGap
  if (number <= 1) return true
  return ahead.lines().some(({ text }) => {
    const next = readDecimal(text)
    return next?.above === above && goesOn(number, next.number)
  })
}

function lastNumber(
  parts: readonly Draft[],
  above: string,
  hasDigits: boolean,
): number | undefined {
  const before = parts.findLast(
    ({ label = '' }) => label.startsWith(`${above}.`) && isCountedByDigits(label) === hasDigits,
  )?.label
  return before === undefined ? undefined : numberIn(before.slice(above.length + 1))
}

function isCountedByDigits(label: string): boolean {
  return /\.\d+[A-Za-z]?$/u.test(label)
}
