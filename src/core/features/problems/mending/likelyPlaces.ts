import { distance } from 'fastest-levenshtein'
import { placeBehindKey, type CitingFormat } from '../../../citation/citationForm.ts'
import { neighboursOf } from '../../../citation/format.ts'
import type { LocatorStep } from '../../../citation/locatorSteps.ts'
import { printedLabel } from '../../../citation/locatorLabels.ts'
import { placesIn, type Meaning, type Place } from '../../../citation/meaning.ts'
import { findPageMismatches } from '../../../citation/pages.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../../corpus/corpus.ts'
import type { Division, Measure, Provision } from '../../../corpus/provision.ts'
import { structureOf, type Placed } from '../../../citation/structure.ts'
import { endOfKey } from '../../../report/amendCitation.ts'
import { besideIn } from '../../../report/citingFormat.ts'
import { groupAt, type Report } from '../../../report/report.ts'
import { runStart } from '../../../text/characters.ts'
import { inChinese, numberOf, sameLabel } from '../../../text/numerals.ts'
import { movedSpan, sliceSpan, type Span } from '../../../text/span.ts'
import { applyEdits, type TextEdit } from '../../../text/textEdit.ts'

/** A provision that a citation may mean, and the edit by which it names it. */
export interface LikelyPlace {
  /** What the place names after the edit. */
  readonly provision: Provision
  readonly edit: TextEdit
  /** Whether that is but what the words before the wrong one name. */
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
 * Two that name the same are one. Linear in the instrument.
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
  const likely = candidates(asked).map(
    (wanted) =>
      placeAfter(asked, inItsStep(asked, wanted), wanted) ??
      placeAfter(asked, inItsPlace(asked, wanted), wanted),
  )
  const cut = withoutBrackets(asked, placeAfter(asked, withoutStep(asked), asked.place.provision))
  const found = [...likely, cut].filter((one) => one !== undefined)
  return found.filter(
    ({ provision }, at) => found.findIndex((one) => one.provision === provision) === at,
  )
}

/** The likeliest provisions first; those on the page that stands there before all others. */
function candidates({ format: { corpus }, place, step }: Asked): readonly Provision[] {
  const instrument = instrumentOf(corpus, place.provision.key)
  if (instrument === undefined) return []
  const { all } = structureOf(instrument, corpus).places
  const isAlike = ({ provision: { kind } }: Placed): boolean => step.kinds?.includes(kind) ?? false
  const below = all.filter(({ above }) => above.includes(place.provision))
  const ofKind = below.filter(isAlike)
  const near =
    ofKind.length > 0 ? ofKind : below.filter(({ above }) => above.at(-1) === place.provision)
  const areNear = new Set(near)
  const elsewhere = all.filter(
    (placed) =>
      isAlike(placed) &&
      !areNear.has(placed) &&
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

/** `cut`, and the brackets with the step where they hold nothing else; `undefined` where the key would take in what stands behind them. */
function withoutBrackets(
  { report, meaning: { citation } }: Asked,
  cut: LikelyPlace | undefined,
): LikelyPlace | undefined {
  const group = groupAt(report, citation.keySpan.start)
  const suffix = report.suffixOf(citation)
  if (cut === undefined || citation.form !== 'narrative' || group?.citations.length !== 1)
    return cut
  const { start, end } = movedSpan(cut.edit.span, -suffix.start)
  if ((suffix.text.slice(0, start) + suffix.text.slice(end)).trim() !== '') return cut
  const span = { start: endOfKey(citation), end: group.span.end }
  const beside = besideIn(report, citation.markerSpan.start, span.end)
  return neighboursOf(citation, beside).runsOn ? undefined : { ...cut, edit: { span, text: '' } }
}

/** What `edit` makes of the wrong place, where that is `wanted` or something below it, and no other place becomes something else. */
function placeAfter(
  { report, format: { corpus }, meaning: { citation, key, places }, at, place }: Asked,
  edit: TextEdit | undefined,
  wanted: Provision,
): LikelyPlace | undefined {
  if (edit === undefined || key.kind !== 'known') return undefined
  const suffix = report.suffixOf(citation)
  const moved = { ...edit, span: movedSpan(edit.span, -suffix.start) }
  if (moved.span.start < 0 || moved.span.end > suffix.text.length) return undefined
  const after = placesIn(key.provision, applyEdits(suffix.text, [moved]), corpus)
  const provision = after[at]?.provision
  const isRight =
    provision !== undefined &&
    after.length === places.length &&
    after.every((one, index) =>
      index === at
        ? one.notUnderstood === undefined &&
          [provision, ...ancestorsOf(corpus, provision)].includes(wanted)
        : one.provision === places[index]?.provision,
    )
  return isRight ? { provision, edit, isCut: provision === place.provision } : undefined
}
