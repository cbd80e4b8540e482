import type { Segment } from '../index/segment.ts'
import { Scores } from './scores.ts'

/** No field is longer; what stands behind so many terms of a field is not scored. */
export const longestField = 4096

/**
 * What a search writes on while it reads records, so that it allocates nothing in proportion to what
 * it reads. Searches that share one never run at the same time.
 */
export class ReadingSpace {
  /** The terms of the field at hand. */
  readonly terms = new Uint32Array(longestField)
  /** What the document at hand has. */
  readonly own = new Scores()
  /** What documents above it hand down, one behind the other. */
  readonly handed: Scores[] = []
}

const spaces = new WeakMap<readonly Segment[], ReadingSpace>()

/** The space of the searches of `segments`: always the same for the same index. */
export function readingSpaceOf(segments: readonly Segment[]): ReadingSpace {
  const known = spaces.get(segments)
  if (known !== undefined) return known
  const space = new ReadingSpace()
  spaces.set(segments, space)
  return space
}
