import type { Corpus } from '../../../corpus/corpus.ts'
import type { Block } from '../../../markdown/blocks.ts'
import { isInQuote } from '../../../markdown/containers.ts'
import type { OfficialVersionsOf } from '../../../official/officialVersions.ts'
import type { Report } from '../../../report/report.ts'
import { worksOf } from '../../../report/works.ts'
import { sliceSpan } from '../../../text/span.ts'
import type { ProblemCode } from '../problem.ts'
import type { IgnoreComment } from './ignoreComments.ts'
import type { Ignoring } from './ignoring.ts'

/** What decides whether a problem could be found. */
interface Sought {
  readonly corpus: Corpus
  readonly isWanted: (code: ProblemCode) => boolean
  readonly officialOf: OfficialVersionsOf
}

/**
 * Tells whether problems of a code were certainly looked for where a comment holds, so that one that ignores
 * none is of no use: not those that are switched off, nor those of bibliographies, whose files may not be
 * known yet, nor those of quotations where an official text is missing.
 */
export function isSought(
  report: Report,
  { corpus, isWanted, officialOf }: Sought,
  ignoring: Ignoring,
): (code: ProblemCode, comment: IgnoreComment) => boolean {
  let areCompared: boolean | undefined
  const areAllCompared = (): boolean =>
    (areCompared ??= worksOf(report, corpus).every(({ key }) => officialOf(key) !== undefined))
  const quoting = new Map<number, boolean>()
  const mayQuote = (comment: IgnoreComment): boolean => {
    const block = ignoring.blockOf(comment)
    if (block === undefined) return false
    const { start } = block.span
    const known = quoting.get(start) ?? holdsQuotation(report, block)
    quoting.set(start, known)
    return known
  }
  return (code, comment) => {
    const isWide = comment.reach === 'file'
    if (ofBibliography.has(code)) return !isWide
    if (!isWanted(code) || code.startsWith('ignore.')) return false
    if (!code.startsWith('quotation.')) return true
    return (!isWide && !mayQuote(comment)) || areAllCompared()
  }
}

/** What stands in the front matter, for which only comments for the whole file hold. */
const ofBibliography: ReadonlySet<ProblemCode> = new Set([
  'bibliography.outdated',
  'bibliography.filter-advised',
])

/** Whether words may be quoted in `block`. */
function holdsQuotation({ source }: Report, { container, span }: Block): boolean {
  return isInQuote(container) || /["“”«»「」『』]/u.test(sliceSpan(source, span))
}
