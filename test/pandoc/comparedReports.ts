import { analyseReport, citationsOf } from '../../src/core/report/report.ts'
import { type Kind, kinds } from './kindsOfDifference.ts'
import { pandocCitations, type ReadCitation } from './pandoc.ts'
import { type Place, placeOf } from './places.ts'

/** A citation of a report that only one of us reads, or in another form than the other. */
export interface Difference {
  readonly side: Place['side']
  readonly citation: ReadCitation
  /** The kind of difference; `undefined` where none that is known covers it. */
  readonly kind: Kind | undefined
}

/** The citations that we find in `report`, as Pandoc's are written. */
export function ourCitations(report: string): readonly ReadCitation[] {
  return citationsOf(analyseReport(report))
    .filter(({ form }) => form !== 'glued')
    .map(({ form, suppressAuthor, key }) => `${suppressAuthor ? 'suppressed' : form} ${key}`)
}

/**
 * Where we and Pandoc differ in `report`, in which each key should stand once: how often and in which
 * order is not compared, since Pandoc prints notes and captions elsewhere than they stand.
 */
export async function differencesIn(report: string): Promise<readonly Difference[]> {
  const { metadata, body } = await pandocCitations(report)
  const ours = ourCitations(report)
  return [
    ...differencesOf(report, 'extra', without(ours, [...metadata, ...body])),
    ...differencesOf(report, 'missed', without(body, ours)),
    ...differencesOf(report, 'metadata', without(metadata, ours)),
  ]
}

function without(
  citations: readonly ReadCitation[],
  others: readonly ReadCitation[],
): readonly ReadCitation[] {
  const left = new Set(citations)
  for (const other of others) left.delete(other)
  return [...left]
}

function differencesOf(
  report: string,
  side: Place['side'],
  citations: readonly ReadCitation[],
): readonly Difference[] {
  return citations.map((citation) => {
    const place = placeOf(report, citation.slice(citation.indexOf(' ') + 1), side)
    return { side, citation, kind: kinds.find(({ covers }) => covers(place)) }
  })
}

/** Whether `report` still shows `difference`; asks Pandoc only where it may. */
export async function shows(report: string, { side, citation }: Difference): Promise<boolean> {
  if (ourCitations(report).includes(citation) !== (side === 'extra')) return false
  const { metadata, body } = await pandocCitations(report)
  if (side === 'extra') return !metadata.includes(citation) && !body.includes(citation)
  return (side === 'missed' ? body : metadata).includes(citation)
}
