import { movedSpan } from '../text/span.ts'
import type { Mark } from './fullWidthMarks.ts'
import type { Citation, CitationGroup } from './syntax.ts'

/** `groups` as they stand when the text before them grew by `by` characters. */
export function movedGroups(
  groups: readonly CitationGroup[],
  by: number,
): readonly CitationGroup[] {
  return groups.map((group) => {
    const moved = movedGroup(group, by)
    originals.set(moved, originalOf(group))
    return moved
  })
}

/** The same one for `group` wherever it was moved to. */
export function originalOf(group: CitationGroup): CitationGroup {
  return originals.get(group) ?? group
}

const originals = new WeakMap<CitationGroup, CitationGroup>()

/** `citation` as it stands when the text before it grew by `by` characters. */
export function movedCitation(citation: Citation, by: number): Citation {
  const { prefixSpan, suffixSpan } = citation
  return {
    ...citation,
    keySpan: movedSpan(citation.keySpan, by),
    span: movedSpan(citation.span, by),
    markerSpan: movedSpan(citation.markerSpan, by),
    ...(prefixSpan && { prefixSpan: movedSpan(prefixSpan, by) }),
    ...(suffixSpan && { suffixSpan: movedSpan(suffixSpan, by) }),
  }
}

function movedGroup(group: CitationGroup, by: number): CitationGroup {
  const [first, ...rest] = group.citations
  return {
    ...group,
    span: movedSpan(group.span, by),
    citations: [movedCitation(first, by), ...rest.map((citation) => movedCitation(citation, by))],
    marks: group.marks.map((mark) => movedMark(mark, by)),
  }
}

/** `mark` as it stands when the text before it grew by `by` characters. */
export function movedMark(mark: Mark, by: number): Mark {
  return { ...mark, span: movedSpan(mark.span, by) }
}
