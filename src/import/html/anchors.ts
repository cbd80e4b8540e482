import { isElement, lineOf, type MarkupElement, type MarkupNode } from '../markup/element.ts'

/** A heading without links that lead to itself, whose words are but a sign: `¶`, `#`, `§`, or nothing. */
export function withoutAnchors(heading: MarkupElement): MarkupElement {
  return { ...heading, children: heading.children.filter((child) => !isAnchor(child)) }
}

function isAnchor(node: MarkupNode): boolean {
  return isElement(node, 'a') && /^[¶#§🔗]?$/u.test(lineOf(node) ?? '')
}
