import { isElement, rawText, type MarkupElement, type MarkupNode } from '../markup/element.ts'

/**
 * The text of a page that does nothing but show a plain text, as it stands: what GovInfo, the Congress and the
 * editors of standards give as HTML, and what a browser saves of a text, is one element `pre`, or one for each
 * page. `undefined` where other words are a tenth of it or more.
 */
export function textOfPage(root: MarkupElement): string | undefined {
  const texts: string[] = []
  const beside = wordsBeside(root, texts)
  const text = texts.join('\n')
  const length = text.trim().length
  return length > 0 && beside * 9 < length ? text : undefined
}

const unseen: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'noscript'])

/** How many characters stand outside of `pre`, whose texts are added to `texts`. */
function wordsBeside(node: MarkupNode, texts: string[]): number {
  if (!isElement(node)) return node.trim().length
  if (unseen.has(node.name)) return 0
  if (node.name === 'pre') {
    texts.push(rawText(node))
    return 0
  }
  return node.children.reduce((sum, child) => sum + wordsBeside(child, texts), 0)
}
