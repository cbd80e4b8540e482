import { findPageMismatches, type PageMismatch } from '../../citation/pages.ts'
import type { Resolution } from '../../citation/resolve.ts'
import type { Citation, CitationGroup, Mark } from '../../pandoc/syntax.ts'
import { hasEnded, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import type { Instrument, Provision } from '../../corpus/provision.ts'
import { resolutionOf, suffixOf, type Report } from '../../report/report.ts'
import { sliceSpan, type Span } from '../../text/span.ts'
import {
  findQuotationProblems,
  type AlteredWording,
  type MisplacedQuotation,
  type OfficialTextOf,
  type UnknownQuotation,
} from './quotations.ts'
import { findOtherCounts, findOtherLeads, type OtherCount, type OtherLead } from './statements.ts'
import { findUnsupportedClaims, type UnsupportedClaim } from './unsupportedClaims.ts'

/** Public: users silence problems by these codes and the README lists them. Never renamed. */
export const problemCodes = [
  'citation.unknown-key',
  'citation.malformed-key',
  'citation.unknown-locator',
  'citation.other-case',
  'citation.swallowed-text',
  'citation.glued',
  'citation.full-width',
  'citation.page-outside-document',
  'citation.page-not-of-measure',
  'citation.no-longer-in-force',
  'claim.not-in-instrument',
  'statement.other-lead',
  'statement.other-count',
  'quotation.altered',
  'quotation.elsewhere',
  'quotation.not-found',
] as const

export type ProblemCode = (typeof problemCodes)[number]

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** How severe a problem is unless the settings say otherwise: an error where Pandoc or the reader gets no citation or a wrong one. */
export const usualSeverity: Readonly<Record<ProblemCode, Severity>> = {
  'citation.unknown-key': 'error',
  'citation.malformed-key': 'error',
  'citation.unknown-locator': 'warning',
  'citation.other-case': 'error',
  'citation.swallowed-text': 'error',
  'citation.glued': 'warning',
  'citation.full-width': 'warning',
  'citation.page-outside-document': 'warning',
  'citation.page-not-of-measure': 'warning',
  'citation.no-longer-in-force': 'information',
  'claim.not-in-instrument': 'information',
  'statement.other-lead': 'information',
  'statement.other-count': 'information',
  'quotation.altered': 'warning',
  'quotation.elsewhere': 'warning',
  'quotation.not-found': 'warning',
}

/** A finding in a report. `span` is what to underline. */
export type Problem =
  | { readonly code: 'citation.unknown-key'; readonly span: Span; readonly key: string }
  | { readonly code: 'citation.malformed-key'; readonly span: Span; readonly key: string }
  | {
      readonly code: 'citation.unknown-locator'
      readonly span: Span
      /** The step as written: `sec. 9`. */
      readonly step: string
      /** The provision that the steps before it name. */
      readonly provision: Provision
    }
  | {
      readonly code: 'citation.other-case' | 'citation.swallowed-text'
      readonly span: Span
      readonly key: string
      readonly provision: Provision
      readonly citation: Citation
    }
  | { readonly code: 'citation.glued'; readonly span: Span; readonly citation: Citation }
  | {
      readonly code: 'citation.full-width'
      readonly span: Span
      /** The punctuation as written. */
      readonly found: string
      readonly mark: Mark
    }
  | {
      readonly code: 'citation.page-outside-document' | 'citation.page-not-of-measure'
      readonly span: Span
      readonly mismatch: PageMismatch
    }
  | {
      readonly code: 'citation.no-longer-in-force'
      readonly span: Span
      readonly instrument: Instrument
    }
  | ({ readonly code: 'claim.not-in-instrument' } & UnsupportedClaim)
  | ({ readonly code: 'statement.other-lead' } & OtherLead)
  | ({ readonly code: 'statement.other-count' } & OtherCount)
  | ({ readonly code: 'quotation.altered' } & AlteredWording)
  | ({ readonly code: 'quotation.elsewhere' } & MisplacedQuotation)
  | ({ readonly code: 'quotation.not-found' } & UnknownQuotation)

/** The problems shown of one report, and how many more there are. */
export interface Problems {
  readonly shown: readonly Problem[]
  readonly more: number
}

/** A report with more problems than this has one that explains them all. */
const mostProblems = 1000

/**
 * The problems of the citations that could be ours, in reading order. A key of the analyst's own
 * bibliography is never one, nor is anything while `corpus` is empty. Those that `isWanted` refuses
 * are neither shown nor counted. Quotations are compared with the official texts that `officialOf`
 * gives; where it gives none, none of them is a problem.
 */
export function findProblems(
  report: Report,
  corpus: Corpus,
  isWanted: (code: ProblemCode) => boolean = () => true,
  officialOf: OfficialTextOf = () => undefined,
): Problems {
  if (corpus.instruments.length === 0) return { shown: [], more: 0 }
  const all = [
    ...report.groups.flatMap((group) => problemsOfGroup(report, group, corpus)),
    ...findUnsupportedClaims(report, corpus).map(claimProblem),
    ...findOtherLeads(report, corpus).map(leadProblem),
    ...findOtherCounts(report, corpus).map(countProblem),
    ...quotationProblems(report, corpus, officialOf),
  ]
    .filter(({ code }) => isWanted(code))
    .sort((one, other) => one.span.start - other.span.start)
  return { shown: all.slice(0, mostProblems), more: Math.max(0, all.length - mostProblems) }
}

function problemsOfGroup(report: Report, group: CitationGroup, corpus: Corpus): readonly Problem[] {
  const resolved = group.citations.map((citation) => ({
    citation,
    resolution: resolutionOf(report, citation, corpus),
  }))
  const ours = resolved.filter(({ resolution }) => resolution.kind !== 'foreign')
  if (ours.length === 0) return []
  return [
    ...ours.flatMap(({ citation, resolution }) =>
      problemsOfCitation(report, citation, resolution, corpus),
    ),
    ...group.marks.map((mark) => markProblem(report, mark)),
  ].sort((one, other) => one.span.start - other.span.start)
}

function problemsOfCitation(
  report: Report,
  citation: Citation,
  resolution: Resolution,
  corpus: Corpus,
): readonly Problem[] {
  const { keySpan: span, key } = citation
  switch (resolution.kind) {
    case 'foreign':
      return []
    case 'unknown':
      return [{ code: 'citation.unknown-key', span, key }]
    case 'malformed':
      return [{ code: 'citation.malformed-key', span, key }]
    case 'otherCase':
      return [{ code: 'citation.other-case', span, key, provision: resolution.provision, citation }]
    case 'swallowed':
      return [
        { code: 'citation.swallowed-text', span, key, provision: resolution.provision, citation },
      ]
    case 'resolved':
      return [
        ...gluedProblem(citation),
        ...endedProblem(citation, resolution.provision, corpus),
        ...locatorProblem(report, citation, resolution),
        ...findPageMismatches(suffixOf(report, citation), resolution.provision, corpus).map(
          pageProblem,
        ),
      ]
  }
}

function locatorProblem(
  report: Report,
  { suffixSpan }: Citation,
  { unmatched, provision }: Resolution & { readonly kind: 'resolved' },
): readonly Problem[] {
  if (unmatched === undefined || suffixSpan === undefined) return []
  const span = {
    start: suffixSpan.start + unmatched.span.start,
    end: suffixSpan.start + unmatched.span.end,
  }
  return [
    { code: 'citation.unknown-locator', span, step: sliceSpan(report.source, span), provision },
  ]
}

function claimProblem(found: UnsupportedClaim): Problem {
  return { code: 'claim.not-in-instrument', ...found }
}

function leadProblem(found: OtherLead): Problem {
  return { code: 'statement.other-lead', ...found }
}

function countProblem(found: OtherCount): Problem {
  return { code: 'statement.other-count', ...found }
}

function quotationProblems(
  report: Report,
  corpus: Corpus,
  officialOf: OfficialTextOf,
): readonly Problem[] {
  const { altered, misplaced, unknown } = findQuotationProblems(report, corpus, officialOf)
  return [
    ...altered.map((found) => ({ code: 'quotation.altered', ...found }) as const),
    ...misplaced.map((found) => ({ code: 'quotation.elsewhere', ...found }) as const),
    ...unknown.map((found) => ({ code: 'quotation.not-found', ...found }) as const),
  ]
}

function endedProblem(
  { keySpan: span }: Citation,
  { key }: Provision,
  corpus: Corpus,
): readonly Problem[] {
  const instrument = instrumentOf(corpus, key)
  if (instrument === undefined || !hasEnded(instrument)) return []
  return [{ code: 'citation.no-longer-in-force', span, instrument }]
}

function gluedProblem(citation: Citation): readonly Problem[] {
  if (citation.form !== 'glued') return []
  const span = { start: citation.markerSpan.start, end: citation.keySpan.end }
  return [{ code: 'citation.glued', span, citation }]
}

function markProblem(report: Report, mark: Mark): Problem {
  const found = sliceSpan(report.source, mark.span).trim()
  return { code: 'citation.full-width', span: mark.span, found, mark }
}

function pageProblem(mismatch: PageMismatch): Problem {
  const code =
    mismatch.kind === 'outsideDocument'
      ? 'citation.page-outside-document'
      : 'citation.page-not-of-measure'
  return { code, span: mismatch.span, mismatch }
}
