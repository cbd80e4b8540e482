import type { Citation, CitationGroup } from '../../pandoc/syntax.ts'
import type { Span } from '../../text/span.ts'
import type { Text } from '../../text/text.ts'

/** The citations of `group` of `source` that are one to Pandoc, and those that stand within their words, each for themselves. */
export function citedTogether(
  source: Text,
  { citations }: CitationGroup,
): readonly (readonly Citation[])[] {
  const within = citations.filter((one) => citations.some((other) => standsWithin(one, other)))
  const apart = citations.filter((one) => !within.includes(one))
  return [...inRuns(source, apart), ...inRuns(source, within)]
}

function standsWithin({ span }: Citation, { prefixSpan, suffixSpan }: Citation): boolean {
  return [prefixSpan, suffixSpan].some((words) => words !== undefined && holds(words, span))
}

function holds(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end
}

function inRuns(source: Text, citations: readonly Citation[]): readonly (readonly Citation[])[] {
  const runs: Citation[][] = []
  for (const citation of citations) {
    const before = runs.at(-1)?.at(-1)
    if (before !== undefined && goesOn(source, before, citation)) runs.at(-1)?.push(citation)
    else runs.push([citation])
  }
  return runs
}

/** Whether nothing but the mark between two of one bracket parts them. */
function goesOn(source: Text, before: Citation, citation: Citation): boolean {
  if (citation.form !== 'bracketed') return false
  const start = (citation.prefixSpan ?? citation.span).start
  return /^\s*[;[]\s*$/u.test(source.slice(before.span.end, start))
}
