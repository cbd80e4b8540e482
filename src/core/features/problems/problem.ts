import type { MissingOfArticle } from '../../bibliography/articles.ts'
import type { Place } from '../../citation/meaning.ts'
import { movedMismatch, type PageMismatch } from '../../citation/pages.ts'
import { movedCitation, movedMark } from '../../pandoc/movedGroups.ts'
import type { Mark } from '../../pandoc/fullWidthMarks.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import type { Instrument, Provision } from '../../corpus/provision.ts'
import type { UnreadReason } from '../../report/unread.ts'
import { movedSpan, type Span } from '../../text/span.ts'
import type { AmendedPlace, EarlyApplication } from './days.ts'
import type { AdvisedFilter } from './advisedFilter.ts'
import type { MalformedDay } from './malformedDay.ts'
import type { OutdatedBibliography } from './outdatedBibliography.ts'
import type {
  AlteredWording,
  ChangedWords,
  MisplacedQuotation,
  OpenQuotation,
  OtherWording,
  UnknownQuotation,
} from './quoted/quotations.ts'
import type { OtherDate } from './otherDates.ts'
import type { OtherCount, OtherLead } from './statements.ts'
import type { OtherStrength } from './strength/otherStrengths.ts'
import type { UnsupportedClaim } from './unsupportedClaims.ts'

/** Public: users silence problems by these codes and the README lists them. Never renamed. */
export const problemCodes = [
  'citation.unknown-key',
  'citation.malformed-key',
  'citation.unknown-locator',
  'citation.other-case',
  'citation.swallowed-text',
  'citation.glued',
  'citation.not-read',
  'citation.part-without-key',
  'citation.text-in-locator',
  'citation.full-width',
  'citation.page-outside-document',
  'citation.page-not-of-measure',
  'citation.former-key',
  'citation.no-longer-in-force',
  'citation.deleted',
  'citation.not-yet-applicable',
  'citation.amended',
  'bibliography.incomplete',
  'bibliography.outdated',
  'bibliography.filter-advised',
  'report.malformed-day',
  'claim.not-in-instrument',
  'statement.other-lead',
  'statement.other-count',
  'statement.other-date',
  'statement.other-strength',
  'quotation.altered',
  'quotation.stitched',
  'quotation.sense-changed',
  'quotation.elsewhere',
  'quotation.not-found',
  'quotation.superseded-wording',
  'quotation.later-wording',
  'quotation.whose-words',
  'ignore.unused',
  'ignore.unknown-code',
] as const

export type ProblemCode = (typeof problemCodes)[number]

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/**
 * How severe a problem is unless the settings say otherwise: an error where Pandoc or the reader gets no
 * citation or a wrong one; a hint where who writes may have no means to mend it.
 */
export const usualSeverity: Readonly<Record<ProblemCode, Severity>> = {
  'citation.unknown-key': 'error',
  'citation.malformed-key': 'error',
  'citation.unknown-locator': 'warning',
  'citation.other-case': 'error',
  'citation.swallowed-text': 'error',
  'citation.glued': 'warning',
  'citation.not-read': 'warning',
  'citation.part-without-key': 'warning',
  'citation.text-in-locator': 'warning',
  'citation.full-width': 'warning',
  'citation.page-outside-document': 'warning',
  'citation.page-not-of-measure': 'warning',
  'citation.former-key': 'hint',
  'citation.no-longer-in-force': 'information',
  'citation.deleted': 'warning',
  'citation.not-yet-applicable': 'warning',
  'citation.amended': 'information',
  'bibliography.incomplete': 'hint',
  'bibliography.outdated': 'warning',
  'bibliography.filter-advised': 'hint',
  'report.malformed-day': 'warning',
  'claim.not-in-instrument': 'information',
  'statement.other-lead': 'information',
  'statement.other-count': 'information',
  'statement.other-date': 'warning',
  'statement.other-strength': 'information',
  'quotation.altered': 'warning',
  'quotation.stitched': 'warning',
  'quotation.sense-changed': 'warning',
  'quotation.elsewhere': 'warning',
  'quotation.not-found': 'warning',
  'quotation.superseded-wording': 'information',
  'quotation.later-wording': 'information',
  'quotation.whose-words': 'hint',
  'ignore.unused': 'hint',
  'ignore.unknown-code': 'warning',
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
      readonly code: 'citation.not-read'
      readonly span: Span
      readonly key: string
      readonly reason: UnreadReason
    }
  | {
      /** `span` is the part's. */
      readonly code: 'citation.part-without-key'
      readonly span: Span
      /** The one before the part, or the first one behind it. */
      readonly citation: Citation
    }
  | {
      /** `span` is the clause's, which belongs behind the brackets. */
      readonly code: 'citation.text-in-locator'
      readonly span: Span
      readonly citation: Citation
    }
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
      /** `span` is that of the key or of the words of the place. */
      readonly code: 'citation.former-key'
      readonly span: Span
      /** As written. */
      readonly former: string
      readonly provision: Provision
      readonly by: Place['by']
      readonly citation: Citation
    }
  | {
      readonly code: 'citation.no-longer-in-force'
      readonly span: Span
      readonly instrument: Instrument
    }
  | ({ readonly code: 'citation.deleted' } & AmendedPlace)
  | ({ readonly code: 'citation.not-yet-applicable' } & EarlyApplication)
  /** With the day of the report. */
  | ({ readonly code: 'citation.amended'; readonly day: string } & AmendedPlace)
  | {
      readonly code: 'bibliography.incomplete'
      readonly span: Span
      /** What a reference list needs of the article and its file does not say. */
      readonly missing: readonly MissingOfArticle[]
    }
  | ({ readonly code: 'bibliography.outdated' } & OutdatedBibliography)
  | ({ readonly code: 'bibliography.filter-advised' } & AdvisedFilter)
  | ({ readonly code: 'report.malformed-day' } & MalformedDay)
  | ({ readonly code: 'claim.not-in-instrument' } & UnsupportedClaim)
  | ({ readonly code: 'statement.other-lead' } & OtherLead)
  | ({ readonly code: 'statement.other-count' } & OtherCount)
  | ({ readonly code: 'statement.other-date' } & OtherDate)
  | ({ readonly code: 'statement.other-strength' } & OtherStrength)
  | ({
      readonly code: 'quotation.altered' | 'quotation.stitched' | 'quotation.sense-changed'
    } & AlteredWording)
  | ({ readonly code: 'quotation.elsewhere' } & MisplacedQuotation)
  | ({ readonly code: 'quotation.not-found' } & UnknownQuotation)
  | ({
      readonly code: 'quotation.superseded-wording' | 'quotation.later-wording'
    } & OtherWording)
  | ({ readonly code: 'quotation.whose-words' } & OpenQuotation)
  | {
      /** `span` is that of a comment, or of one of its codes. */
      readonly code: 'ignore.unused'
      readonly span: Span
      /** The code; `undefined` where the whole comment is meant. */
      readonly written: string | undefined
      /** What goes with it. */
      readonly removed: Span
    }
  | { readonly code: 'ignore.unknown-code'; readonly span: Span; readonly written: string }

/** `problem` as it stands when the text before it grew by `by` characters. */
export function movedProblem(problem: Problem, by: number): Problem {
  const span = movedSpan(problem.span, by)
  switch (problem.code) {
    case 'citation.other-case':
    case 'citation.swallowed-text':
    case 'citation.glued':
    case 'citation.part-without-key':
    case 'citation.text-in-locator':
    case 'citation.former-key':
    case 'claim.not-in-instrument':
      return { ...problem, span, citation: movedCitation(problem.citation, by) }
    case 'quotation.elsewhere':
      return {
        ...{ ...problem, span },
        ...(problem.citation && { citation: movedCitation(problem.citation, by) }),
      }
    case 'quotation.stitched':
      return {
        ...{ ...problem, span },
        ...(problem.gap && { gap: movedChange(problem.gap, by) }),
      }
    case 'quotation.superseded-wording':
    case 'quotation.later-wording':
      return { ...problem, span, changes: problem.changes.map((one) => movedChange(one, by)) }
    case 'citation.full-width':
      return { ...problem, span, mark: movedMark(problem.mark, by) }
    case 'citation.page-outside-document':
    case 'citation.page-not-of-measure':
      return { ...problem, span, mismatch: movedMismatch(problem.mismatch, by) }
    case 'citation.unknown-key':
    case 'citation.malformed-key':
    case 'citation.not-read':
    case 'citation.unknown-locator':
    case 'citation.no-longer-in-force':
    case 'citation.deleted':
    case 'citation.not-yet-applicable':
    case 'citation.amended':
    case 'bibliography.incomplete':
    case 'bibliography.outdated':
    case 'bibliography.filter-advised':
    case 'report.malformed-day':
    case 'statement.other-lead':
    case 'statement.other-count':
    case 'statement.other-date':
    case 'statement.other-strength':
    case 'quotation.altered':
    case 'quotation.sense-changed':
    case 'quotation.not-found':
    case 'quotation.whose-words':
    case 'ignore.unknown-code':
      return { ...problem, span }
    case 'ignore.unused':
      return { ...problem, span, removed: movedSpan(problem.removed, by) }
  }
}

function movedChange(change: ChangedWords, by: number): ChangedWords {
  return { ...change, span: movedSpan(change.span, by) }
}
