import type { Part } from '../../core/official/outline.ts'

/** Kinds that are called by a code, which is all of their number. */
const coded: ReadonlySet<Part['kind']> = new Set([
  ...(['function', 'category', 'subcategory', 'action'] as const),
])

/**
 * The label of what is called `printed`, and its place where that is more: `1.1` of the subcategory `GOVERN 1.1`,
 * `AC-2.1` of the control `AC-2(1)`, which can stand in a key.
 */
export function readCodeOf(
  printed: string | undefined,
  kind: Part['kind'],
): Pick<Part, 'label' | 'place'> {
  if (printed === undefined) return {}
  if (coded.has(kind)) return { label: printed.slice(printed.lastIndexOf(' ') + 1), place: printed }
  const label = printed.replaceAll(/[)\]]/gu, '').replaceAll(/[\s([]/gu, '.')
  return label === printed ? { label } : { label, place: printed }
}
