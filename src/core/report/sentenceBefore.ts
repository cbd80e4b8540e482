import { openBracketBefore } from '../pandoc/citationContext.ts'
import { blanked } from '../text/blanked.ts'
import { sentencesIn } from '../text/sentences.ts'
import { proseAround, type Report } from './report.ts'

/** So much of the prose before a place is read, in UTF-16 units. */
const farthest = 1200

/**
 * The words of the sentence that a caret or a marker at `offset` stands in or right behind, without what
 * it cites already and without what is no prose. Empty where there are none, and at places that are no
 * prose.
 */
export function sentenceBefore(report: Report, offset: number): string {
  const prose = proseAround(report, offset)
  if (prose === undefined) return ''
  const end = offset - prose.start
  const bracket = openBracketBefore(prose.mask, end)
  const from = Math.max(0, end - farthest)
  const words = blanked(prose.mask, prose.start, report.groupsAround(offset))
    .replaceAll('\uFFFC', ' ')
    .slice(from, bracket ?? end)
  const last = sentencesIn(words, 0).at(-1)
  return last === undefined ? '' : words.slice(last.start, last.end)
}
