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

/** Words in heavy letters. */
const heavy = 'b'

/** `words` in heavy letters. */
export function inHeavyLetters(words: readonly MarkupNode[]): MarkupElement {
  return made(heavy, words, 0)
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
  return wordsOf(content).replaceAll(/\s+/gu, ' ').trim()
}

function wordsOf(content: readonly MarkupNode[]): string {
  const text = content.map((node) => {
    if (typeof node === 'string') return node
    return (node.name === heavy ? '' : ' ') + wordsOf(node.children)
  })
  return text.join('')
}
