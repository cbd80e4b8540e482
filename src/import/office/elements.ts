import type { MarkupElement, MarkupNode } from '../markup/element.ts'

/** An element of the page that a document of an office is read as: of HTML, by its names. */
export function made(
  name: string,
  children: readonly MarkupNode[],
  line: number,
  attributes: readonly (readonly [string, string])[] = [],
): MarkupElement {
  return { name, namespace: '', attributes: new Map(attributes), children, line }
}

/** A line ends here within a paragraph. */
export const lineEnd = made('br', [], 0)

/** Whether `content` has a word. */
export function hasWords(content: readonly MarkupNode[]): boolean {
  return content.some((node) =>
    typeof node === 'string' ? /\S/u.test(node) : hasWords(node.children),
  )
}

/** The words of `content` on one line. */
export function textOf(content: readonly MarkupNode[]): string {
  const text = content.map((node) =>
    typeof node === 'string' ? node : ` ${textOf(node.children)}`,
  )
  return text.join('').replaceAll(/\s+/gu, ' ').trim()
}
