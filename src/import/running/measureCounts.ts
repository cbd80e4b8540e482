import type { MeasureCounts } from '../bulletRule.ts'
import { isMeasureOfLaw } from '../lawRule.ts'
import { goalWords } from '../labels/labelWords.ts'
import { isNotesHeading } from '../notesAndContents.ts'
import { readMark } from '../labels/printedLabel.ts'
import type { Draft } from './draft.ts'
import { itemRank } from './ranks.ts'

/** Whether it is a target of a plan, which says nothing of how it is to be reached: `Performance Goal 1.1.1`. */
function isGoal({ place = '' }: Draft): boolean {
  return goalWords.has(readMark(place)?.name ?? '')
}

/** How many measures of each sort there are below `root`. */
export function measureCounts(root: Draft): MeasureCounts {
  const counts = { items: 0, numbered: 0 }
  const count = (draft: Draft): void => {
    // Notes are no measures, and a model law in an annex is counted by itself.
    if (isNotesHeading(draft.heading) || isMeasureOfLaw(draft)) return
    if (draft.rank > itemRank) counts.items += 1
    else if (draft.level === 'measure' && !isGoal(draft)) counts.numbered += 1
    counts.numbered += draft.rows.length
    draft.parts.forEach(count)
  }
  count(root)
  return counts
}
