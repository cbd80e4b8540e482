import type { DivisionKind, MeasureKind } from '../core/corpus/provision.ts'
import { numberOf } from '../core/text/numerals.ts'
import { chineseAnnex, chineseDivision, chineseListed } from './chineseLabel.ts'

/** A heading as printed, taken apart: `Pillar I: Accelerate AI Innovation`. */
export interface PrintedLabel {
  readonly kind?: DivisionKind | MeasureKind
  /** Its number, in the form printed, without what closes it. */
  readonly label?: string
  /** Number and word as printed, where kind and label do not say it: `GOVERN 1.1`, `Appendix A`. */
  readonly place?: string
  /** What is left of it. */
  readonly heading: string
}

/** What headings call a part; words that are no kind have a number all the same. */
const kinds: ReadonlyMap<string, DivisionKind | MeasureKind | undefined> = new Map([
  ['pillar', 'pillar'],
  ['title', 'title'],
  ['subtitle', undefined],
  ['part', 'part'],
  ['subpart', undefined],
  ['division', undefined],
  ['chapter', 'chapter'],
  ['subchapter', undefined],
  ['section', 'section'],
  ['sec.', 'section'],
  ['annex', 'annex'],
  ['appendix', 'annex'],
  ['schedule', 'annex'],
  ['article', 'article'],
  ['art.', 'article'],
  ['goal', 'goal'],
  ['target', 'target'],
  ['principle', 'principle'],
  ['action', 'action'],
  ['recommendation', 'recommendation'],
  ['objective', undefined],
  ['priority', undefined],
  ['theme', undefined],
])

const worded =
  /^(pillar|(?:sub)?title|(?:sub)?part|division|(?:sub)?chapter|section|sec\.|annex|appendix|schedule|art(?:icle|\.)|goal|target|principle|action|recommendation|objective|priority|theme)\s+([IVXLC]+|\d+[A-Z]?(?:[.-]\d+|\.[A-Z])*(?:-[A-Z])?|[A-Z](?:\.\d+)*)(?:\s*[.:—–-]+\s*|\s+|$)/iu
/** Words that also begin sentences and titles: behind them a small letter is no number. */
const capitalLabel = /^(?:[IVXLC]+|[A-Z](?:\.\d+)*|\d.*)$/u
const cautious: ReadonlySet<string> = new Set([
  ...['action', 'goal', 'target', 'principle', 'objective', 'priority', 'theme'],
  ...['division', 'schedule', 'subtitle', 'subpart', 'subchapter'],
])
const numbered = /^(\d+(?:\.\d+)*(?:\.[a-z])?|[A-Z](?:\.\d+)+)\.?\s+(?=\S)/u

/** The label and the kind that a printed heading names, and the heading without them. */
export function readPrintedLabel(printed: string): PrintedLabel {
  const listed = chineseListed(printed)
  if (listed?.isHeading === true) return { label: listed.label, heading: listed.rest }
  return (
    chineseDivision(printed) ??
    chineseAnnex(printed) ??
    readCode(printed) ??
    readWorded(printed) ??
    readNumber(printed)
  )
}

function readWorded(printed: string): PrintedLabel | undefined {
  const [whole, word = '', label = ''] = worded.exec(printed) ?? []
  if (whole === undefined) return undefined
  const name = word.toLowerCase()
  if (cautious.has(name) && !capitalLabel.test(label)) return undefined
  const kind = kinds.get(name)
  const isOther = kind === 'annex' && name !== 'annex'
  return {
    ...(kind && { kind }),
    label: inCapitals(label),
    ...(isOther && { place: `${word} ${label}` }),
    heading: printed.slice(whole.length).trim(),
  }
}

function readNumber(printed: string): PrintedLabel {
  const [whole, label] = numbered.exec(printed) ?? []
  if (whole === undefined || label === undefined) return { heading: printed }
  return { label, heading: printed.slice(whole.length).trim() }
}

/** `II` for `Ii`, which is what titles in capitals become when all words get one capital letter. */
function inCapitals(label: string): string {
  return /^[IVXLC][ivxlc]+$/u.test(label) && numberOf(label) !== undefined
    ? label.toUpperCase()
    : label
}

/** The functions of the frameworks of NIST (AI RMF 1.0, CSF 2.0), whose categories bear their names. */
const functions = 'GOVERN|MAP|MEASURE|MANAGE|IDENTIFY|PROTECT|DETECT|RESPOND|RECOVER'
const ofFunction = new RegExp(
  `^((?:${functions})(?: (\\d{1,2}(?:\\.\\d{1,2})?))?)(?:\\s*[:.—–]\\s*|\\s+(?=\\S)|\\s*$)`,
  'u',
)
/** `GV-1.1-001`, as NIST AI 600-1 has them. */
const ofAction = /^(([A-Z]{2,3})-\d{1,2}\.\d{1,2}-\d{3})(?:\s*[:.—–]\s*|\s+|$)/u

/** What a part is called by a code: `GOVERN 1.1: Legal …`, `GV-1.1-001 Align …`. */
export function readCode(printed: string): PrintedLabel | undefined {
  const [action, code] = ofAction.exec(printed) ?? []
  if (action !== undefined && code !== undefined) {
    return { kind: 'action', label: code, place: code, heading: printed.slice(action.length) }
  }
  const [whole, place = '', number] = ofFunction.exec(printed) ?? []
  if (whole === undefined) return undefined
  const heading = printed.slice(whole.length).trim()
  if (number !== undefined) {
    const kind = number.includes('.') ? 'subcategory' : 'category'
    return { kind, label: number, place, heading }
  }
  // A word in capitals may begin any heading.
  const isName = heading === '' || /[:.—–]\s*$/u.test(whole)
  return isName ? { kind: 'function', label: place, place, heading } : undefined
}

/** How a part prints its number and its heading, where that is more than the heading, which may stand in the line of the number. */
export function printedAs(number = '', heading = ''): { readonly printed?: string } {
  const printed = number.endsWith(heading) ? number : `${number} ${heading}`.trim()
  return printed === heading ? {} : { printed }
}
