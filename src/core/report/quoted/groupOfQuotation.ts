import type { Citation, CitationGroup } from '../../pandoc/syntax.ts'
import { firstIndex, type Span } from '../../text/span.ts'
import type { CitedSentence } from '../blockReading.ts'
import type { Report } from '../report.ts'

/** Between a quotation and the citation right behind it stand only marks and blanks, so many at most. */
const longestGap = 8

/** Whether nothing but marks and blanks part a quotation at `quoted` of a block from what is `cited` behind it. */
export function isRightBehind(
  { words, base }: { readonly words: string; readonly base: number },
  { end }: Span,
  cited: Span,
): boolean {
  if (cited.start < end || cited.start - end > longestGap) return false
  return !/[\p{L}\p{N}]/u.test(words.slice(end - base + 1, cited.start - base))
}

/**
 * The group that a quotation at `span` stands with, of the `groups` of its block in `report`, which begins
 * at `base` and of which `words` is the text: the one right behind it, or the nearest in its sentences.
 * Costs the sentences of the quotation and the logarithm of what stands in them, so that a block of
 * nothing but quotations is read in linear time.
 */
export function groupOf(
  { start, end }: Span,
  words: string,
  groups: readonly CitationGroup[],
  report: Report,
  base: number,
): CitationGroup | undefined {
  const next = groups[firstIndex(groups, ({ span }) => span.start >= end)]
  if (next !== undefined && isRightBehind({ words, base }, { start, end }, next.span)) return next
  const sentences = report.sentencesAround(base)
  const grouped = groupsBySentence(sentences, groups)
  let best: CitationGroup | undefined
  for (let at = firstIndex(sentences, ({ span }) => span.end > start); ; at += 1) {
    if ((sentences[at]?.span.start ?? Infinity) >= end) return best
    best = nearest([best, ...nearIn(grouped[at] ?? [], start, end)], start, end)
  }
}

const known = new WeakMap<readonly CitedSentence[], readonly (readonly CitationGroup[])[]>()

/** Of each of `sentences` the groups that stand in it, in order; made once for the sentences of a block. */
function groupsBySentence(
  sentences: readonly CitedSentence[],
  groups: readonly CitationGroup[],
): readonly (readonly CitationGroup[])[] {
  const made = known.get(sentences)
  if (made !== undefined) return made
  const groupOfCitation = new Map<Citation, CitationGroup>()
  for (const group of groups) {
    for (const citation of group.citations) groupOfCitation.set(citation, group)
  }
  const grouped = sentences.map(({ citations }) => {
    return [...new Set(citations.flatMap((citation) => groupOfCitation.get(citation) ?? []))]
  })
  known.set(sentences, grouped)
  return grouped
}

/** Those of `groups`, which are in order, that can be the nearest: the last before, the first within, the first behind. */
function nearIn(
  groups: readonly CitationGroup[],
  start: number,
  end: number,
): readonly (CitationGroup | undefined)[] {
  const within = firstIndex(groups, ({ span }) => span.start >= start)
  const behind = firstIndex(groups, ({ span }) => span.start >= end)
  return [groups[within - 1], groups[within], groups[behind]]
}

/** Of groups as near as each other the first. */
function nearest(
  groups: readonly (CitationGroup | undefined)[],
  start: number,
  end: number,
): CitationGroup | undefined {
  return groups.reduce((best, group) => {
    if (best === undefined || group === undefined) return best ?? group
    return distance(group.span, start, end) < distance(best.span, start, end) ? group : best
  }, undefined)
}

function distance(span: Span, start: number, end: number): number {
  return span.start >= end ? span.start - end : Math.abs(start - span.end)
}
