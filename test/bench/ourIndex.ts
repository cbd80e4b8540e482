import { buildSegment } from '../../src/core/search/index/buildSegment.ts'
import type { SearchDocument } from '../../src/core/search/index/searchDocument.ts'
import { oneBehindTheOther } from '../../src/core/search/index/segmentPlace.ts'
import { openSegment } from '../../src/core/search/index/segment.ts'
import { searchSegments, type Effort } from '../../src/core/search/matching/searchSegments.ts'
import { parseQuery } from '../../src/core/search/query.ts'

/** A list has at most so many items. */
export const listLength = 100

/** Our index as the benchmark and its short form use it: the one place that knows its functions. */
export interface OurIndex {
  /** The numbers of the best documents for what was typed, at most {@link listLength}. */
  readonly find: (typed: string) => readonly number[]
  /** What all searches have cost so far; grows. */
  readonly effort: Readonly<Effort>
}

/** The bytes of the index of `documents`. */
export function buildIndex(documents: Iterable<SearchDocument>): Uint8Array {
  return buildSegment(documents)
}

/** The index in `bytes`, which are used in place. */
export function openIndex(bytes: Uint8Array): OurIndex {
  const segment = openSegment(bytes)
  if (segment === undefined) throw new Error('The index cannot be read.')
  const placed = oneBehindTheOther([segment])
  const effort: Effort = { documents: 0, keys: 0 }
  const options = { limit: listLength, language: undefined, pinyin: undefined }
  return {
    find: (typed) =>
      searchSegments(placed, parseQuery(typed), options, effort).map(({ document }) => document),
    effort,
  }
}
