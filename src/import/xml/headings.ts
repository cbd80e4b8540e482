import { isElement, type MarkupElement, type MarkupNode } from '../markup/element.ts'

/** The name of the elements that {@link nestHeadings} makes. */
export const headed = 'headed'

/**
 * `nodes` with each heading and all that stands below it in an element of its own: some formats only set
 * headings between provisions. `depthOf` says how deep an element is as a heading; `undefined` where it is none.
 */
export function nestHeadings(
  nodes: readonly MarkupNode[],
  depthOf: (element: MarkupElement) => number | undefined,
): readonly MarkupNode[] {
  const root: MarkupNode[] = []
  const open: { readonly depth: number; readonly children: MarkupNode[] }[] = []
  for (const node of nodes) {
    const depth = isElement(node) ? depthOf(node) : undefined
    if (!isElement(node) || depth === undefined) {
      ;(open.at(-1)?.children ?? root).push(node)
      continue
    }
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const children: MarkupNode[] = [node]
    const { namespace, attributes, line } = node
    const within = open.at(-1)?.children ?? root
    within.push({ name: headed, namespace, attributes, children, line })
    open.push({ depth, children })
  }
  return root
}
