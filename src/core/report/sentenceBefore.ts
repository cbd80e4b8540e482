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

/** A sentence to cite for, and the heading above it; both empty where there are none. */
export interface SentenceBelow {
  readonly sentence: string
  readonly heading: string
}

/** Where nothing stands before. */
export const noSentence: SentenceBelow = { sentence: '', heading: '' }

/** The sentence before `offset` (see {@link sentenceBefore}), with the heading that it stands below. */
export function sentenceBelowHeading(report: Report, offset: number): SentenceBelow {
  const sentence = sentenceBefore(report, offset)
  const block = sentence === '' ? undefined : report.blocks.around(offset)
  return { sentence, heading: block === undefined ? '' : headingAbove(report, block.span.start) }
}

/** So many blocks are looked at for a heading. */
const mostAbove = 40

/** The words of the heading that the block which begins at `start` stands below; empty where none is near. */
function headingAbove({ source, blocks }: Report, start: number): string {
  let end = start
  for (let left = mostAbove; left > 0; left--) {
    while (end > 0 && /\s/u.test(source.slice(end - 1, end))) end -= 1
    const block = end === 0 ? undefined : blocks.around(end - 1)
    if (block === undefined || block.span.start >= end) return ''
    if (block.kind === 'heading') return source.slice(block.span.start, block.span.end)
    end = block.span.start
  }
  return ''
}
