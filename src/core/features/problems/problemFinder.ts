import type { Corpus } from '../../corpus/corpus.ts'
import type { Provision } from '../../corpus/provision.ts'
import type { OfficialVersionsOf } from '../../official/officialVersions.ts'
import { quotationsIn, type Quotation } from '../../report/quotations.ts'
import { reportDay, type Report } from '../../report/report.ts'
import { StretchMemory, type Kept, type LookedAt } from '../../report/stretchMemory.ts'
import { worksIn } from '../../report/works.ts'
import { addAll } from '../../text/lists.ts'
import type { Span } from '../../text/span.ts'
import { citingProblems } from './citingProblems.ts'
import { FilterCheck } from './advisedFilter.ts'
import { BibliographyCheck, type ReportFiles } from './outdatedBibliography.ts'
import {
  ignoreCommentsIn,
  ignoreMark,
  movedComment,
  type IgnoreComment,
} from './ignoring/ignoreComments.ts'
import { Ignoring, type IgnoredProblem } from './ignoring/ignoring.ts'
import { isSought } from './ignoring/sought.ts'
import { malformedDay } from './malformedDay.ts'
import { movedProblem, type Problem, type ProblemCode } from './problem.ts'
import { findQuotationProblems, type AlteredWording, type Compared } from './quoted/quotations.ts'

/** The problems shown of one report, and how many more there are. */
export interface Problems {
  readonly shown: readonly Problem[]
  readonly more: number
  /** Those that comments in the report ignore, in reading order; absent where it has no such comments. */
  readonly ignored?: readonly IgnoredProblem[]
}

/** A report with more problems than this has one that explains them all. */
const mostProblems = 1000

/** What reports are checked against. */
export interface Checked {
  readonly corpus: Corpus
  /** The day on which is asked, which a report may say otherwise; without it nothing is said of days. */
  readonly today?: string | undefined
  /** The problems that it refuses are neither shown nor counted. */
  readonly isWanted: (code: ProblemCode) => boolean
  /** Quotations are compared with the texts that it gives; where it gives none, none is a problem. */
  readonly officialOf: OfficialVersionsOf
  /** The files of the report, its bibliography and its style; without them nothing is said of these. */
  readonly bibliography?: ReportFiles | undefined
}

type Look = (
  day: string | undefined,
  ...looked: Parameters<ConstructorParameters<typeof StretchMemory<Found>>[0]>
) => Found

/** What is found in one stretch. */
interface Found {
  readonly problems: readonly Problem[]
  /** What its keys name, for the bibliography. */
  readonly works: readonly Provision[]
  /** What in it has problems ignored. */
  readonly comments: readonly IgnoreComment[]
}

/**
 * Finds the problems of the citations that could be ours: a key of the analyst's own bibliography is
 * never one, nor is anything while the corpus is empty. What was found in a stretch of a report is kept
 * while edits leave all alone that it rests on, so that a key typed costs the stretch that it fell in.
 */
export class ProblemFinder {
  readonly #checked: Checked
  readonly #isEmpty: boolean
  readonly #look: Look
  readonly #today: string | undefined
  /** What was found on the day that the report was of last. */
  #known: { readonly day: string | undefined; readonly memory: StretchMemory<Found> } | undefined
  readonly #bibliography: BibliographyCheck | undefined
  readonly #filter: FilterCheck | undefined
  readonly #tellsDay: boolean

  constructor(checked: Checked) {
    const { corpus, today, isWanted, officialOf, bibliography } = checked
    this.#checked = checked
    this.#today = today
    this.#isEmpty = corpus.instruments.length === 0
    const told = (code: ProblemCode): ReportFiles | undefined =>
      isWanted(code) ? bibliography : undefined
    const [outdated, advised] = [told('bibliography.outdated'), told('bibliography.filter-advised')]
    this.#bibliography = outdated && new BibliographyCheck(corpus, outdated)
    this.#filter = advised && new FilterCheck(advised)
    const areAsked = outdated !== undefined || advised !== undefined
    this.#tellsDay = isWanted('report.malformed-day')
    const hasTexts = corpus.instruments.some(({ key }) => officialOf(key) !== undefined)
    this.#look = (day, report, blocks, lookedAt, index) => {
      const quotations = hasTexts ? quotationsIn(report, index, lookedAt) : []
      const problems = [
        ...citingProblems(report, corpus, blocks, day),
        ...quotationProblems(report, { corpus, officialOf, day }, quotations),
      ]
        .filter(({ code }) => isWanted(code))
        .sort(inReadingOrder)
      const works = areAsked ? worksIn(report, corpus, blocks) : []
      return { problems, works, comments: commentsOf(report, index, lookedAt) }
    }
  }

  /** The problems of `report` in reading order, `most` of them at most; yields behind each stretch that it had to look at. */
  *look(report: Report, most = mostProblems): Generator<undefined, Problems, undefined> {
    if (this.#isEmpty) return { shown: [], more: 0 }
    const found = yield* this.#memoryOf(report).all(report)
    return this.#sifted(report, found, most)
  }

  /** The problems of `report` that touch `span`; stretches further off are not looked at for them. */
  touching(report: Report, span: Span): readonly Problem[] {
    if (this.#isEmpty) return []
    const { blocks } = report
    const first = blocks.stretchAt(span.start)
    const last = blocks.lastStretchTouching(span.end)
    const found = this.#inFrontMatter(report, span)
    const memory = this.#memoryOf(report)
    const comments: IgnoreComment[] = []
    for (let index = 0; index < blocks.stretches; index += 1) {
      const isNear = first <= index && index <= last
      const kept = isNear ? memory.of(report, index) : memory.known(report, index)
      for (const problem of kept === undefined ? [] : inPlace(report, index, kept)) {
        if (touches(problem, span)) found.push(problem)
      }
      addAll(comments, kept ? commentsInPlace(report, index, kept) : commentsOf(report, index))
    }
    found.sort(inReadingOrder)
    if (comments.length === 0) return found
    // What a comment ignores is known once all is looked at.
    if (comments.some((comment) => touches(comment, span))) {
      const all = Array.from({ length: blocks.stretches }, (_, index) => memory.of(report, index))
      return this.#sifted(report, all, Infinity).shown.filter((problem) => touches(problem, span))
    }
    return new Ignoring(report, comments).sift(found).shown
  }

  /** What of `found` and of the whole report is shown, `most` at most, and what comments ignore. */
  #sifted(report: Report, found: readonly Kept<Found>[], most: number): Problems {
    const ofReport = this.#ofWhole(report, found)
    const comments = found.flatMap((kept, index) => commentsInPlace(report, index, kept))
    if (comments.length === 0) return shownOf(report, found, ofReport, most)
    const all = found.flatMap((kept, index) => inPlace(report, index, kept))
    const ignoring = new Ignoring(report, comments)
    const { shown, ignored } = ignoring.sift([...ofReport, ...all].sort(inReadingOrder))
    const ofComments = ignoring.sift(
      ignoring
        .problems(isSought(report, this.#checked, ignoring))
        .filter(({ code }) => this.#checked.isWanted(code)),
    )
    const left = [...shown, ...ofComments.shown].sort(inReadingOrder)
    return {
      shown: left.slice(0, most),
      more: Math.max(0, left.length - most),
      ignored: [...ignored, ...ofComments.ignored],
    }
  }

  /** Those of the whole report, where `span` lies in the front matter: only then is all of it looked at. */
  #inFrontMatter(report: Report, span: Span): Problem[] {
    const areTold = this.#bibliography !== undefined || this.#filter !== undefined
    if (!(areTold || this.#tellsDay) || span.start > report.blocks.frontMatterEnd) return []
    const memory = this.#memoryOf(report)
    const all = Array.from({ length: report.blocks.stretches }, (_, index) =>
      memory.of(report, index),
    )
    return this.#ofWhole(report, all).filter((problem) => touches(problem, span))
  }

  /** Nothing is kept from one day to another. */
  #memoryOf(report: Report): StretchMemory<Found> {
    const day = this.#today === undefined ? undefined : reportDay(report, this.#today)
    if (this.#known === undefined || this.#known.day !== day) {
      const memory = new StretchMemory<Found>((...looked) => this.#look(day, ...looked))
      this.#known = { day, memory }
    }
    return this.#known.memory
  }

  /** What is told in the front matter of what the report cites. */
  #ofWhole(report: Report, found: readonly Kept<Found>[]): readonly Problem[] {
    const day = this.#tellsDay ? malformedDay(report) : undefined
    const works = new Set(found.flatMap(({ value }) => value.works))
    const outdated = this.#bibliography?.of(report, [...works])
    const advised = works.size === 0 ? undefined : this.#filter?.of(report)
    return [
      ...(day === undefined ? [] : [{ code: 'report.malformed-day', ...day } as const]),
      ...(outdated === undefined ? [] : [{ code: 'bibliography.outdated', ...outdated } as const]),
      ...(advised === undefined
        ? []
        : [{ code: 'bibliography.filter-advised', ...advised } as const]),
    ]
  }
}

/** The problems of `report`, `most` of them at most, looked for at once. */
export function findProblems(
  report: Report,
  corpus: Corpus,
  isWanted: (code: ProblemCode) => boolean = () => true,
  officialOf: OfficialVersionsOf = () => undefined,
  most = mostProblems,
): Problems {
  return found(new ProblemFinder({ corpus, isWanted, officialOf }).look(report, most))
}

/** All problems of `report`, looked for at once. */
export function allProblems(report: Report, checked: Checked): readonly Problem[] {
  return allFound(report, checked).shown
}

/** The same, with those that comments ignore. */
function allFound(report: Report, checked: Checked): Problems {
  return found(new ProblemFinder(checked).look(report, Infinity))
}

function found(looking: Generator<undefined, Problems, undefined>): Problems {
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value
  }
}

function inReadingOrder(one: Problem, other: Problem): number {
  return one.span.start - other.span.start
}

function touches({ span }: { readonly span: Span }, { start, end }: Span): boolean {
  return span.start <= end && start <= span.end
}

function shownOf(
  report: Report,
  found: readonly Kept<Found>[],
  ofReport: readonly Problem[],
  most: number,
): Problems {
  let shown = ofReport
  let count = ofReport.length
  for (const [index, kept] of found.entries()) {
    const { length } = kept.value.problems
    if (length === 0) continue
    if (shown.length < most) shown = shown.concat(inPlace(report, index, kept))
    count += length
  }
  const first = shown.toSorted(inReadingOrder).slice(0, most)
  return { shown: first, more: count - first.length }
}

/** What was found in stretch `index`, where it stands now. */
function inPlace(
  { blocks }: Report,
  index: number,
  { value: { problems }, start }: Kept<Found>,
): readonly Problem[] {
  const by = blocks.startOfStretch(index) - start
  return by === 0 ? problems : problems.map((problem) => movedProblem(problem, by))
}

/** The comments in stretch `index` of `report` that ignore problems. */
function commentsOf(report: Report, index: number, lookedAt?: LookedAt): readonly IgnoreComment[] {
  return report.blocks.blocksIn(index, ignoreMark).flatMap((block) => {
    lookedAt?.add(block)
    return ignoreCommentsIn(report, block)
  })
}

/** Those in stretch `index`, where they stand now. */
function commentsInPlace(
  { blocks }: Report,
  index: number,
  { value: { comments }, start }: Kept<Found>,
): readonly IgnoreComment[] {
  return comments.map((comment) => movedComment(comment, blocks.startOfStretch(index) - start))
}

function quotationProblems(
  report: Report,
  compared: Compared,
  quotations: readonly Quotation[],
): readonly Problem[] {
  const { altered, misplaced, unknown, ofOthers, open } = findQuotationProblems(
    report,
    compared,
    quotations,
  )
  return [
    ...altered.map((found) => ({ code: codeOfAltered(found), ...found })),
    ...misplaced.map((found) => ({ code: 'quotation.elsewhere', ...found }) as const),
    ...unknown.map((found) => ({ code: 'quotation.not-found', ...found }) as const),
    ...ofOthers.map((found) => ({ code: codesOfAge[found.age], ...found }) as const),
    ...open.map((found) => ({ code: 'quotation.whose-words', ...found }) as const),
  ]
}

function codeOfAltered({
  trespass,
}: AlteredWording): 'quotation.altered' | 'quotation.stitched' | 'quotation.sense-changed' {
  if (trespass === undefined) return 'quotation.altered'
  return trespass === 'sense' ? 'quotation.sense-changed' : 'quotation.stitched'
}

const codesOfAge = {
  older: 'quotation.superseded-wording',
  newer: 'quotation.later-wording',
} as const
