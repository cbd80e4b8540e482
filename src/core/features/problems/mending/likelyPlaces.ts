import { distance } from 'fastest-levenshtein'
import { placeBehindKey, type CitingFormat } from '../../../citation/citationForm.ts'
import type { LocatorStep } from '../../../citation/locatorSteps.ts'
import { printedLabel } from '../../../citation/locatorLabels.ts'
import { placesIn, type Meaning, type Place } from '../../../citation/meaning.ts'
import { findPageMismatches } from '../../../citation/pages.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../../corpus/corpus.ts'
import type { Division, Measure, Provision } from '../../../corpus/provision.ts'
import { structureOf, type Placed } from '../../../citation/structure.ts'
import type { Report } from '../../../report/report.ts'
import { runStart } from '../../../text/characters.ts'
import { inChinese, numberOf, sameLabel } from '../../../text/numerals.ts'
import { movedSpan, sliceSpan, type Span } from '../../../text/span.ts'
import { applyEdits, type TextEdit } from '../../../text/textEdit.ts'

/** A provision that a citation may mean, and the edit by which it names it. */
export interface LikelyPlace {
  readonly provision: Provision
  readonly edit: TextEdit
  /** Whether it is but what the words before the wrong one name. */
  readonly isCut: boolean
}

/** So many places with a label like the wrong one are proposed. */
const mostNear = 3

/** So many with the very label that stand elsewhere. */
const mostElsewhere = 2

/** Longer labels are compared by their beginning. */
const longestLabel = 40

/**
 * What the citation may mean whose step at `span` names nothing: what bears a label like it below what the
 * steps before it name, then what bears the very label elsewhere in the instrument, those on the page that
 * stands there first; and at last what the steps before it name. Each edit is read back: it names that
 * provision, or what the words behind the step name below it, and leaves all other places as they are.
 * Linear in the instrument.
 */
export function likelyPlaces(
  report: Report,
  span: Span,
  format: CitingFormat,
): readonly LikelyPlace[] {
  for (const meaning of report.meaningsAround(span.start, format.corpus)) {
    const at = meaning.places.findIndex(
      ({ notUnderstood }) => notUnderstood?.span.start === span.start,
    )
    const place = meaning.places[at]
    const step = place?.notUnderstood
    if (place && step) return placesFor({ report, format, meaning, at, place, step })
  }
  return []
}

/** A citation one of whose places, the one `at`, has a `step` that names nothing. */
interface Asked {
  readonly report: Report
  readonly format: CitingFormat
  readonly meaning: Meaning
  readonly at: number
  readonly place: Place
  readonly step: LocatorStep
}

function placesFor(asked: Asked): readonly LikelyPlace[] {
  const likely = candidates(asked).flatMap((provision) => {
    const edit = [inItsStep(asked, provision), inItsPlace(asked, provision)].find(
      (one) => one !== undefined && leads(asked, one, provision),
    )
    return edit === undefined ? [] : [{ provision, edit, isCut: false }]
  })
  const { provision } = asked.place
  const cut = withoutStep(asked)
  const isRight = cut !== undefined && leads(asked, cut, provision)
  return [...likely, ...(isRight ? [{ provision, edit: cut, isCut: true }] : [])]
}

/** The likeliest provisions first; those on the page that stands there before all others. */
function candidates({ format: { corpus }, place, step }: Asked): readonly Provision[] {
  const instrument = instrumentOf(corpus, place.provision.key)
  if (instrument === undefined) return []
  const { all } = structureOf(instrument, corpus)
  const isAlike = ({ provision: { kind } }: Placed): boolean => step.kinds?.includes(kind) ?? false
  const below = all.filter(({ above }) => above.includes(place.provision))
  const ofKind = below.filter(isAlike)
  const near =
    ofKind.length > 0 ? ofKind : below.filter(({ above }) => above.at(-1) === place.provision)
  const elsewhere = all.filter(
    (placed) =>
      isAlike(placed) &&
      !near.includes(placed) &&
      sameLabel(printedLabel(placed.provision), step.label),
  )
  const likeliest = (found: readonly Placed[], most: number): readonly Ranked[] =>
    found
      .map(({ provision }) => ranked(provision, place, step, corpus))
      .toSorted(byRank)
      .slice(0, most)
  return [...likeliest(near, mostNear), ...likeliest(elsewhere, mostElsewhere)]
    .toSorted((one, other) => one.rank[0] - other.rank[0])
    .map(({ provision }) => provision)
}

/** A provision with how unlikely it is: off the page, far from what is written, far from its number. */
interface Ranked {
  readonly provision: Provision
  readonly rank: readonly [page: number, label: number, number: number]
}

function ranked(
  provision: Division | Measure,
  place: Place,
  { label: written }: LocatorStep,
  corpus: Corpus,
): Ranked {
  const label = printedLabel(provision)
  const [number, wanted] = [numberOf(label), numberOf(written)]
  const apart = number === undefined || wanted === undefined ? Infinity : Math.abs(number - wanted)
  const [one = '', other = ''] = [inNumeralsOf(written, label), written].map((text) =>
    text.toLowerCase().slice(0, longestLabel),
  )
  const isOff = findPageMismatches({ ...place, provision }, corpus).length > 0
  return { provision, rank: [Number(isOff), Math.min(distance(one, other), apart), apart] }
}

function byRank({ rank: [page, label, number] }: Ranked, { rank: other }: Ranked): number {
  return page - other[0] || label - other[1] || (number === other[2] ? 0 : number - other[2])
}

/** Its label in place of the wrong one, in the numerals that stand there: `sec. 9`, `第九节`. */
function inItsStep({ report, step }: Asked, provision: Provision): TextEdit | undefined {
  if (provision.level === 'instrument') return undefined
  const at = sliceSpan(report.source, step.span).lastIndexOf(step.label)
  if (at === -1) return undefined
  const start = step.span.start + at
  const text = inNumeralsOf(step.label, printedLabel(provision))
  return { span: { start, end: start + step.label.length }, text }
}

function inNumeralsOf(written: string, label: string): string {
  const number = numberOf(label)
  if (number === undefined) return label
  if (/^\d+$/u.test(written)) return String(number)
  return /^\p{Script=Han}+$/u.test(written) ? inChinese(number) : label
}

/** Its whole place in place of all words of the wrong one. */
function inItsPlace(asked: Asked, provision: Provision): TextEdit | undefined {
  const { format, place, step } = asked
  const instrument = instrumentOf(format.corpus, provision.key)
  if (instrument === undefined || provision.level === 'instrument') return undefined
  const text = placeBehindKey(provision, instrument, { ...format, withPage: false })
  const { start, end } = place.by === 'words' ? place.span : step.span
  const span = { start: Math.min(start, step.span.start), end: Math.max(end, step.span.end) }
  return { span, text }
}

/** The step, and what parts it from what stands before it, taken out, where nothing behind it is a part of it. */
function withoutStep({ report, meaning: { citation }, step }: Asked): TextEdit | undefined {
  const { text, start } = report.suffixOf(citation)
  if (!/^\s*(?:$|[,，])/u.test(text.slice(step.span.end - start))) return undefined
  const before = text.slice(0, step.span.start - start)
  const kept = runStart(before, /[\s,，、]/u)
  return { span: { start: start + kept, end: step.span.end }, text: '' }
}

/** Whether `edit` makes the wrong place name `wanted` or something below it, and no other one something else. */
function leads(
  { report, format: { corpus }, meaning: { citation, key, places }, at }: Asked,
  { span, text }: TextEdit,
  wanted: Provision,
): boolean {
  if (key.kind !== 'known') return false
  const suffix = report.suffixOf(citation)
  const edit = { span: movedSpan(span, -suffix.start), text }
  const isInside = edit.span.start >= 0 && edit.span.end <= suffix.text.length
  if (!isInside) return false
  const after = placesIn(key.provision, applyEdits(suffix.text, [edit]), corpus)
  return (
    after.length === places.length &&
    after.every(({ provision, notUnderstood }, index) =>
      index === at
        ? notUnderstood === undefined &&
          [provision, ...ancestorsOf(corpus, provision)].includes(wanted)
        : provision === places[index]?.provision,
    )
  )
}
