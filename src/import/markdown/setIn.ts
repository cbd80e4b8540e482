import type { Code, Nodes, Root } from 'mdast'

/**
 * Whether `root`, the parse of `source`, is no Markdown, but a plain text whose paragraphs or first lines are set in,
 * as those of the United Nations and of gazettes are: Markdown would make code of them. It has nothing else that
 * Markdown marks, and a stretch of its code is prose.
 */
export function isSetIn(root: Root, source: string): boolean {
  const nodes = allOf(root)
  return (
    nodes.some((node) => node.type === 'code' && isSetInProse(node, source)) &&
    !nodes.some((node) => isMarked(node, source))
  )
}

/** Whether a block of code is but lines that are set in, and these are words: sentences, or the items of an order. */
export function isSetInProse(code: Code, source: string): boolean {
  if (isFenced(code, source)) return false
  const { value } = code
  const words = value.match(/\p{Script=Han}|[\p{L}\p{M}]{2,}/gu) ?? []
  const signs = value.match(/[{}<>=|\\$#~^`]/gu) ?? []
  return words.length >= leastWords && signs.length * 20 <= words.length
}

/** Fewer words are a signature, or the name of an office. */
const leastWords = 6

function isFenced(code: Code, source: string): boolean {
  return /[`~]/u.test(source.charAt(code.position?.start.offset ?? 0))
}

const marked: ReadonlySet<Nodes['type']> = new Set([
  ...(['heading', 'emphasis', 'strong', 'image', 'inlineCode', 'html', 'blockquote'] as const),
  ...(['yaml', 'definition', 'linkReference', 'imageReference'] as const),
])

/** Whether only Markdown has it; an address in angle brackets, a rule and a counted list stand in any text. */
function isMarked(node: Nodes, source: string): boolean {
  if (node.type === 'code') return isFenced(node, source)
  if (node.type === 'list') return node.ordered !== true
  if (node.type === 'link') return source.charAt(node.position?.start.offset ?? 0) === '['
  return marked.has(node.type)
}

function allOf(root: Root): readonly Nodes[] {
  const all: Nodes[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    all.push(node)
    if ('children' in node) for (const child of node.children) open.push(child)
  }
  return all
}
