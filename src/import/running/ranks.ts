/*
 * How large parts are: what is smaller goes below what is larger. Headings of a page have ranks from 1, by their depth.
 */

/** Above all headings that a page has of its own. */
export const chineseRanks = { title: 0.1, part: 0.15, chapter: 0.2, section: 0.3 } as const

/** Of lines that are headings: below all headings of the page, annexes and titles above the rest. */
const lineRanks: ReadonlyMap<string, number> = new Map([
  ...(['annex', 'appendix', 'schedule'] as const).map((word) => [word, 9] as const),
  ['title', 10],
  ['subtitle', 11],
])
const otherLineRank = 12

/** The rank of a line that is a heading and begins with `word`; `order`: how many other words stood in such lines before. */
export function lineRank(word: string, order: () => number): number {
  return lineRanks.get(word) ?? otherLineRank + order() / 2
}

/** `一、`. */
export const listedRank = 20
/** Below all headings: of measures, and of the points within them, the deeper the larger. */
export const articleRank = 99
export const measureRank = 100
export const pointRank = 101
/** Below these: of items, the deeper the larger. */
export const itemRank = 1000
/** No law counts as deep. */
export const deepestRank = pointRank + 15

/** Whether the part of `rank` stands below a line that is a heading. */
export function isOfLine(rank: number): boolean {
  return rank >= 9 && rank < listedRank
}
