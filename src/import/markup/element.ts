/** An element of an XML or HTML document, with what it holds in order. */
export interface MarkupElement {
  /** Its name without prefix, as written; HTML's are in lower case. */
  readonly name: string
  readonly namespace: string
  /** By name without prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly MarkupNode[]
  /** The line that it begins on, counted from 1. */
  readonly line: number
}

/** An element, or text between elements. */
export type MarkupNode = MarkupElement | string

/** Whether `node` is an element, of this name where one is given. */
export function isElement(node: MarkupNode | undefined, name?: string): node is MarkupElement {
  return typeof node === 'object' && (name === undefined || node.name === name)
}

/** The elements right within `element`, of this name where one is given. */
export function childElements(element: MarkupElement, name?: string): readonly MarkupElement[] {
  return element.children.filter((child) => isElement(child, name))
}

/** The first element that `path` leads to, name by name. */
export function descendant(
  element: MarkupElement,
  ...path: readonly string[]
): MarkupElement | undefined {
  const [name, ...rest] = path
  if (name === undefined) return element
  for (const child of childElements(element, name)) {
    const found = descendant(child, ...rest)
    if (found !== undefined) return found
  }
  return undefined
}

/** All elements within `element` of this name, at any depth, in the order of the document. */
export function allWithin(element: MarkupElement, name: string): readonly MarkupElement[] {
  return childElements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allWithin(child, name),
  ])
}

/** The text of `element` on one line; nothing where it has none. */
export function lineOf(element: MarkupElement | undefined): string | undefined {
  if (element === undefined) return undefined
  const line = rawText(element).replaceAll(/\s+/gu, ' ').trim()
  return line === '' ? undefined : line
}

/** Elements whose words stand apart from those before and behind, whatever the format. */
const apart: ReadonlySet<string> = new Set([
  ...['P', 'NO.P', 'TXT', 'TI', 'STI', 'p', 'div', 'td', 'li', 'br', 'tr'],
  ...['legis-num', 'action', 'action-date', 'action-desc', 'legis-type', 'official-title'],
])

/** All text of `node` as it stands, blocks set apart by spaces. */
export function rawText(node: MarkupNode): string {
  if (typeof node === 'string') return node
  const text = node.children.map(rawText).join('')
  return apart.has(node.name) ? ` ${text} ` : text
}
