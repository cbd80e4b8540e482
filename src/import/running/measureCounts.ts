import type { MeasureCounts } from '../bulletRule.ts'
import { isMeasureOfLaw } from '../lawRule.ts'
import { isNotesHeading } from '../notesAndContents.ts'
import type { Draft } from './draft.ts'
import { itemRank } from './ranks.ts'

/** How many measures of each sort there are below `root`. */
export function measureCounts(root: Draft): MeasureCounts {
  const counts = { items: 0, numbered: 0 }
  const count = (draft: Draft): void => {
    // Notes are no measures, and a model law in an annex is counted by itself.
    if (isNotesHeading(draft.heading) || isMeasureOfLaw(draft)) return
    if (draft.rank > itemRank) counts.items += 1
    else if (draft.level === 'measure') counts.numbered += 1
    counts.numbered += draft.rows.length
    draft.parts.forEach(count)
  }
  count(root)
  return counts
}
