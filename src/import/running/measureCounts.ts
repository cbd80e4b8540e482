import type { MeasureCounts } from '../bulletRule.ts'
import { isNotesHeading } from '../notesAndContents.ts'
import type { Draft } from './draft.ts'
import { itemRank } from './ranks.ts'

/** How many measures of each sort there are below `root`. */
export function measureCounts(root: Draft): MeasureCounts {
  const counts = { items: 0, numbered: 0, ofLaw: 0 }
  const count = (draft: Draft): void => {
    // What is counted there are notes, and no measures.
    if (isNotesHeading(draft.heading)) return
    if (draft.rank > itemRank) counts.items += 1
    else if (draft.level === 'measure') {
      const isOfLaw = draft.kind === 'article' || draft.kind === 'section'
      if (isOfLaw) counts.ofLaw += 1
      else counts.numbered += 1
    }
    counts.numbered += draft.rows.length
    draft.parts.forEach(count)
  }
  count(root)
  return counts
}
