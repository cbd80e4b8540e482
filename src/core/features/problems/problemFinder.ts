import type { Corpus } from '../../corpus/corpus.ts'
import { quotationsIn, type Quotation } from '../../report/quotations.ts'
import type { Report } from '../../report/report.ts'
import { StretchMemory, type Kept } from '../../report/stretchMemory.ts'
import type { Span } from '../../text/span.ts'
import { citingProblems } from './citingProblems.ts'
import { movedProblem, type Problem, type ProblemCode } from './problem.ts'
import { findQuotationProblems, type OfficialTextOf } from './quotations.ts'

/** The problems shown of one report, and how many more there are. */
export interface Problems {
  readonly shown: readonly Problem[]
  readonly more: number
}

/** A report with more problems than this has one that explains them all. */
const mostProblems = 1000

/** What reports are checked against. */
export interface Checked {
  readonly corpus: Corpus
  /** The problems that it refuses are neither shown nor counted. */
  readonly isWanted: (code: ProblemCode) => boolean
  /** Quotations are compared with the texts that it gives; where it gives none, none is a problem. */
  readonly officialOf: OfficialTextOf
}

/**
 * Finds the problems of the citations that could be ours: a key of the analyst's own bibliography is
 * never one, nor is anything while the corpus is empty. What was found in a stretch of a report is kept
 * while edits leave all alone that it rests on, so that a key typed costs the stretch that it fell in.
 */
export class ProblemFinder {
  readonly #isEmpty: boolean
  readonly #memory: StretchMemory<readonly Problem[]>

  constructor({ corpus, isWanted, officialOf }: Checked) {
    this.#isEmpty = corpus.instruments.length === 0
    const hasTexts = corpus.instruments.some(({ key }) => officialOf(key) !== undefined)
    this.#memory = new StretchMemory((report, blocks, lookedAt) => {
      const quotations = hasTexts ? quotationsIn(report, blocks, lookedAt) : []
      return [
        ...citingProblems(report, corpus, blocks),
        ...quotationProblems(report, corpus, officialOf, quotations),
      ]
        .filter(({ code }) => isWanted(code))
        .sort(inReadingOrder)
    })
  }

  /** The problems of `report` in reading order, `most` of them at most; yields behind each stretch that it had to look at. */
  *look(report: Report, most = mostProblems): Generator<undefined, Problems, undefined> {
    if (this.#isEmpty) return { shown: [], more: 0 }
    return shownOf(report, yield* this.#memory.all(report), most)
  }

  /** The problems of `report` that touch `span`; stretches further off are not looked at for them. */
  touching(report: Report, span: Span): readonly Problem[] {
    if (this.#isEmpty) return []
    const { blocks } = report
    const first = blocks.stretchAt(span.start)
    const last = blocks.lastStretchTouching(span.end)
    const found: Problem[] = []
    for (let index = 0; index < blocks.stretches; index += 1) {
      const isNear = first <= index && index <= last
      const kept = isNear ? this.#memory.of(report, index) : this.#memory.known(report, index)
      for (const problem of kept === undefined ? [] : inPlace(report, index, kept)) {
        if (touches(problem, span)) found.push(problem)
      }
    }
    return found.sort(inReadingOrder)
  }
}

/** The problems of `report`, `most` of them at most, looked for at once. */
export function findProblems(
  report: Report,
  corpus: Corpus,
  isWanted: (code: ProblemCode) => boolean = () => true,
  officialOf: OfficialTextOf = () => undefined,
  most = mostProblems,
): Problems {
  const looking = new ProblemFinder({ corpus, isWanted, officialOf }).look(report, most)
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value
  }
}

function inReadingOrder(one: Problem, other: Problem): number {
  return one.span.start - other.span.start
}

function touches({ span }: Problem, { start, end }: Span): boolean {
  return span.start <= end && start <= span.end
}

function shownOf(
  report: Report,
  found: readonly Kept<readonly Problem[]>[],
  most: number,
): Problems {
  let shown: readonly Problem[] = []
  let count = 0
  for (const [index, kept] of found.entries()) {
    if (kept.value.length === 0) continue
    if (shown.length < most) shown = shown.concat(inPlace(report, index, kept))
    count += kept.value.length
  }
  const first = shown.toSorted(inReadingOrder).slice(0, most)
  return { shown: first, more: count - first.length }
}

/** What was found in stretch `index`, where it stands now. */
function inPlace(
  { blocks }: Report,
  index: number,
  { value, start }: Kept<readonly Problem[]>,
): readonly Problem[] {
  const by = blocks.startOfStretch(index) - start
  return by === 0 ? value : value.map((problem) => movedProblem(problem, by))
}

function quotationProblems(
  report: Report,
  corpus: Corpus,
  officialOf: OfficialTextOf,
  quotations: readonly Quotation[],
): readonly Problem[] {
  const { altered, misplaced, unknown } = findQuotationProblems(
    report,
    corpus,
    officialOf,
    quotations,
  )
  return [
    ...altered.map((found) => ({ code: 'quotation.altered', ...found }) as const),
    ...misplaced.map((found) => ({ code: 'quotation.elsewhere', ...found }) as const),
    ...unknown.map((found) => ({ code: 'quotation.not-found', ...found }) as const),
  ]
}
