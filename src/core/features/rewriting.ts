import type { GroupStyle } from '../citation/citationForm.ts'
import type { Meaning } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { CitationGroup } from '../pandoc/syntax.ts'
import { citingFormat, type CitingOptions } from '../report/citingFormat.ts'
import { readsAlike } from '../report/readsAlike.ts'
import { rewriteCitation, type ReadCitation, type StayReason } from '../report/rewriteCitation.ts'
import { groupAt, meaningsIn, type Report } from '../report/report.ts'
import { spanTouches, type Span } from '../text/span.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** A citation that is written in another form. */
export interface RewrittenCitation {
  readonly meaning: Meaning
  readonly edit: TextEdit
}

/** A citation that is not, though it is asked for, and why. */
export interface StayingCitation {
  readonly meaning: Meaning
  readonly reason: StayReason
}

/** What becomes of citations, in reading order. Those that are written as asked for already are in neither. */
export interface Rewriting {
  readonly rewritten: readonly RewrittenCitation[]
  readonly staying: readonly StayingCitation[]
}

/**
 * The citations of `report` that touch `selections`, or all where none is given, with their places in
 * words or their keys, as `style` says. Each edit leaves a citation that is read as the same one: of the
 * same provision and pages, with the same words besides. Linear in the length of the report.
 */
export function rewriteCitations(
  report: Report,
  corpus: Corpus,
  selections: readonly Span[],
  style: GroupStyle,
  options: CitingOptions,
): Rewriting {
  const asked = report.groups
    .flatMap((group) => readIn(report, corpus, group))
    .filter(({ meaning }) => isAsked(meaning.citation.span, selections))
  return rewrite(report, corpus, asked, style, options)
}

function readIn(report: Report, corpus: Corpus, group: CitationGroup): readonly ReadCitation[] {
  return meaningsIn(report, corpus, group.citations).map((meaning) => ({ meaning, group }))
}

function isAsked(span: Span, selections: readonly Span[]): boolean {
  return (
    selections.length === 0 ||
    selections.some(
      ({ start, end }) => spanTouches(span, start) || spanTouches({ start, end }, span.start),
    )
  )
}

/** The other form of a citation. */
export interface OtherForm {
  readonly style: GroupStyle
  readonly edit: TextEdit
}

/** The citation at `offset` in its other form: the place in words for a key, the key for a place in words. */
export function otherFormAt(
  report: Report,
  corpus: Corpus,
  offset: number,
  options: CitingOptions,
): OtherForm | undefined {
  const group = groupAt(report, offset)
  const read = group && readIn(report, corpus, group)
  const asked = read?.findLast(
    ({ meaning: { citation, key } }) => key.kind === 'known' && spanTouches(citation.span, offset),
  )
  if (asked?.meaning.key.kind !== 'known') return undefined
  const style = asked.meaning.key.provision.level === 'instrument' ? 'key' : 'pandoc'
  const [rewritten] = rewrite(report, corpus, [asked], style, options).rewritten
  return rewritten && { style, edit: rewritten.edit }
}

function rewrite(
  report: Report,
  corpus: Corpus,
  asked: readonly ReadCitation[],
  style: GroupStyle,
  options: CitingOptions,
): Rewriting {
  const format = citingFormat(report, corpus, options)
  const written = asked.flatMap((read) => {
    const result = rewriteCitation(report, read, style, format)
    return result === undefined ? [] : [{ meaning: read.meaning, ...result }]
  })
  const drafts = written.filter((one) => one.kind === 'rewritten')
  const alike: ReadonlySet<object> = readsAlike(report, corpus, drafts)
  return {
    rewritten: drafts.filter((draft) => alike.has(draft)),
    staying: written.flatMap((one): readonly StayingCitation[] => {
      if (one.kind === 'stays') return [one]
      return alike.has(one) ? [] : [{ meaning: one.meaning, reason: 'readOtherwise' }]
    }),
  }
}
