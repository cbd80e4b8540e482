import { missingOf } from '../../bibliography/articles.ts'
import type { Meaning, Place } from '../../citation/meaning.ts'
import { readKey } from '../../citation/keyMeaning.ts'
import { readLocator } from '../../citation/locator.ts'
import { findPageMismatches, type PageMismatch } from '../../citation/pages.ts'
import type { Mark } from '../../pandoc/fullWidthMarks.ts'
import type { Citation, CitationGroup } from '../../pandoc/syntax.ts'
import { hasEnded, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import type { Provision } from '../../corpus/provision.ts'
import type { Block } from '../../markdown/blocks.ts'
import { meaningsIn, type Report } from '../../report/report.ts'
import { keylessPartsIn, unreadIn } from '../../report/unread.ts'
import { movedSpan, sliceSpan } from '../../text/span.ts'
import { findAmendments, findEarlyApplications, saysChange } from './days.ts'
import { fallenClause } from './fallenClause.ts'
import { findOtherDates } from './otherDates.ts'
import type { Problem } from './problem.ts'
import { findOtherCounts, findOtherLeads, type OtherCount, type OtherLead } from './statements.ts'
import { findOtherStrengths } from './strength/otherStrengths.ts'
import { findUnsupportedClaims, type UnsupportedClaim } from './unsupportedClaims.ts'

/**
 * The problems of the citations in `blocks` of `report`, and of the sentences that they stand in, in any
 * order; `day` is that of the report.
 */
export function citingProblems(
  report: Report,
  corpus: Corpus,
  blocks: readonly Block[],
  day?: string,
): readonly Problem[] {
  const groups = blocks.flatMap((block) => report.groupsIn(block))
  const sentences = blocks.flatMap((block) => report.citedSentencesIn(block))
  return [
    ...groups
      .flatMap((group) => problemsOfGroup(report, group, corpus, day))
      .filter((problem) => !sentences.some((sentence) => saysChange(sentence, problem))),
    ...blocks.flatMap((block) => unreadProblems(report, block, corpus)),
    ...blocks.flatMap((block) => keylessProblems(report, block, corpus)),
    ...(day === undefined ? [] : findEarlyApplications(report, corpus, sentences, day)).map(
      (found) => ({ code: 'citation.not-yet-applicable', ...found }) as const,
    ),
    ...(day === undefined ? [] : findOtherDates(report, corpus, sentences, day)).map(
      (found) => ({ code: 'statement.other-date', ...found }) as const,
    ),
    ...findUnsupportedClaims(report, corpus, sentences).map(claimProblem),
    ...findOtherLeads(report, corpus, sentences).map(leadProblem),
    ...findOtherCounts(report, corpus, sentences).map(countProblem),
    ...findOtherStrengths(report, corpus, sentences).map(
      (found) => ({ code: 'statement.other-strength', ...found }) as const,
    ),
  ]
}

function problemsOfGroup(
  report: Report,
  group: CitationGroup,
  corpus: Corpus,
  day: string | undefined,
): readonly Problem[] {
  const meanings = meaningsIn(report, corpus, group.citations)
  const ours = meanings.filter(({ key }) => key.kind !== 'foreign')
  if (ours.length === 0) return []
  return [
    ...ours.flatMap((meaning) => problemsOfCitation(report, meaning, corpus, day)),
    ...group.marks.map((mark) => markProblem(report, mark)),
  ]
}

/** What Pandoc does not read, where the key is one of ours. */
function unreadProblems(report: Report, block: Block, corpus: Corpus): readonly Problem[] {
  return unreadIn(report, block)
    .filter(({ key }) => readKey(key, corpus).kind !== 'foreign')
    .map((unread) => ({ code: 'citation.not-read', ...unread }))
}

function keylessProblems(report: Report, block: Block, corpus: Corpus): readonly Problem[] {
  const citations = report.groupsIn(block).flatMap((group) => group.citations)
  return keylessPartsIn(report, block).flatMap(({ span, nearestKey, isBehindNarrative }) => {
    const citation = citations.find(({ keySpan }) => keySpan.start === nearestKey.start)
    const isOurs = citation !== undefined && readKey(citation.key, corpus).kind !== 'foreign'
    const isMeant = !isBehindNarrative || namesPlace(sliceSpan(report.source, span))
    return isOurs && isMeant ? [{ code: 'citation.part-without-key', span, citation }] : []
  })
}

/** Whether `words` would be a locator behind a key. */
function namesPlace(words: string): boolean {
  const { pages, steps } = readLocator(words)
  return pages.length > 0 || steps.length > 0
}

function problemsOfCitation(
  report: Report,
  { citation, key: meant, places }: Meaning,
  corpus: Corpus,
  day: string | undefined,
): readonly Problem[] {
  const { keySpan: span, key } = citation
  switch (meant.kind) {
    case 'foreign':
      return []
    case 'unknown':
      return [{ code: 'citation.unknown-key', span, key }]
    case 'malformed':
      return [malformedProblem(citation, meant.key)]
    case 'otherCase':
      return [{ code: 'citation.other-case', span, key, provision: meant.provision, citation }]
    case 'swallowed':
      return [{ code: 'citation.swallowed-text', span, key, provision: meant.provision, citation }]
    case 'known':
      return [
        ...gluedProblem(citation),
        ...formerKeyProblem(citation, meant.provision),
        ...endedProblem(citation, meant.provision, corpus),
        ...fallenProblem(report, citation),
        ...incompleteProblem(citation, meant.provision, corpus),
        ...places.flatMap((place) => formerPlaceProblem(report, citation, place)),
        ...places.flatMap((place) => amendmentProblems(place, corpus, day)),
        ...places.flatMap((place) => problemsOfPlace(report, place, corpus)),
      ]
  }
}

/** A key that its provision had before. */
function formerKeyProblem(citation: Citation, provision: Provision): readonly Problem[] {
  const { keySpan: span, key: former } = citation
  if (former === provision.key) return []
  return [{ code: 'citation.former-key', span, former, provision, by: 'key', citation }]
}

/** Words of a place that its provision had before, without those that go deeper than the corpus. */
function formerPlaceProblem(
  report: Report,
  citation: Citation,
  { provision, by, span: { start, end }, deeper, isFormer }: Place,
): readonly Problem[] {
  if (isFormer === undefined) return []
  const span = { start, end: deeper?.start ?? end }
  const former = sliceSpan(report.source, span)
  return [{ code: 'citation.former-key', span, former, provision, by, citation }]
}

/** What is cited was deleted, or changed after the day of the report. */
function amendmentProblems(
  place: Place,
  corpus: Corpus,
  day: string | undefined,
): readonly Problem[] {
  return findAmendments(place, corpus, day).map(({ kind, ...found }) =>
    kind === 'deleted'
      ? { code: 'citation.deleted', ...found }
      : { code: 'citation.amended', day: day ?? '', ...found },
  )
}

/** `key` is longer than the one that Pandoc reads where that ends before two marks. */
function malformedProblem({ keySpan: { start } }: Citation, key: string): Problem {
  return { code: 'citation.malformed-key', span: { start, end: start + key.length }, key }
}

function problemsOfPlace(report: Report, place: Place, corpus: Corpus): readonly Problem[] {
  const { provision, notUnderstood } = place
  const pages = findPageMismatches(place, corpus).map(pageProblem)
  if (notUnderstood === undefined) return pages
  const { span } = notUnderstood
  const step = sliceSpan(report.source, span)
  return [{ code: 'citation.unknown-locator', span, step, provision }, ...pages]
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

function endedProblem(
  { keySpan: span }: Citation,
  { key }: Provision,
  corpus: Corpus,
): readonly Problem[] {
  const instrument = instrumentOf(corpus, key)
  if (instrument === undefined || !hasEnded(instrument)) return []
  return [{ code: 'citation.no-longer-in-force', span, instrument }]
}

function fallenProblem(report: Report, citation: Citation): readonly Problem[] {
  const { text, start } = report.suffixOf(citation)
  const clause = fallenClause(text)
  if (clause === undefined) return []
  return [{ code: 'citation.text-in-locator', span: movedSpan(clause, start), citation }]
}

function incompleteProblem(
  { keySpan: span }: Citation,
  { key }: Provision,
  corpus: Corpus,
): readonly Problem[] {
  const instrument = instrumentOf(corpus, key)
  const missing = instrument === undefined ? [] : missingOf(instrument)
  return missing.length === 0 ? [] : [{ code: 'bibliography.incomplete', span, missing }]
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
