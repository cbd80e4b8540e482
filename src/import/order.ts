import type { Part } from '../core/official/outline.ts'

/** `parts` of something with this text; where one stands behind all of it, that need not be said. */
export function behindAll(
  parts: readonly (Part & { readonly at: number })[],
  text: string,
): readonly Part[] {
  return parts.map(({ at, ...part }) => (at >= text.length ? part : { ...part, at }))
}
