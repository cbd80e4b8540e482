import type { Part, Unread } from '../../core/official/outline.ts'
import { isElement, type MarkupElement, type MarkupNode } from './element.ts'

/** What an element is to a reader of one format. */
export type Sort =
  /** A part of the outline; `content` is what is within it but its number and heading. */
  | { readonly part: PartHead; readonly content: readonly MarkupNode[] }
  /** A paragraph, or something that holds paragraphs. */
  | 'block'
  /** Words within a paragraph. */
  | 'inline'
  /** Nothing that is read, because it is known already or says nothing. */
  | 'known'
  /** Something that no part is made of, by its name for the reader. */
  | { readonly unread: string }

/** What is known of a part from its beginning. */
export type PartHead = Omit<Part, 'text' | 'parts' | 'pages' | 'pageStarts'>

/** Parts, and what could not be understood. */
export interface PartsRead {
  readonly parts: readonly Part[]
  readonly unread: readonly Unread[]
}

/**
 * The parts within `nodes`, by what `sortOf` says of each element. What is unread is counted by its
 * name: where many of one sort are left out, one line says how many, and where the first stands.
 */
export function readParts(
  nodes: readonly MarkupNode[],
  sortOf: (element: MarkupElement) => Sort,
): PartsRead {
  const unread = new Map<string, { readonly line: number; count: number }>()
  const root = new Draft()
  walk(nodes, root)
  return {
    parts: root.parts,
    unread: [
      ...[...unread].map(([name, { line, count }]) => ({
        where: `line ${String(line)}`,
        what: count === 1 ? name : `${name}, and ${String(count - 1)} more`,
      })),
      ...textBeside(root),
    ],
  }

  function walk(within: readonly MarkupNode[], draft: Draft): void {
    for (const node of within) {
      if (isElement(node)) walkElement(node, draft)
      else draft.addWords(node)
    }
  }

  function walkElement(element: MarkupElement, draft: Draft): void {
    const sort = sortOf(element)
    if (sort === 'known') return
    if (sort === 'inline') {
      walk(element.children, draft)
    } else if (sort === 'block') {
      draft.endParagraph()
      walk(element.children, draft)
      draft.endParagraph()
    } else if ('unread' in sort) {
      const before = unread.get(sort.unread)
      if (before === undefined) unread.set(sort.unread, { line: element.line, count: 1 })
      else before.count += 1
    } else {
      draft.endParagraph()
      const own = new Draft()
      walk(sort.content, own)
      draft.parts.push({ ...sort.part, text: own.text, parts: own.parts })
    }
  }
}

/** What stands in no part. */
function textBeside({ text }: Draft): readonly Unread[] {
  const excerpt = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return text === '' ? [] : [{ where: 'beside all parts', what: `“${excerpt}”` }]
}

/** A part while it is read. */
class Draft {
  readonly parts: Part[] = []
  readonly #paragraphs: string[] = []
  #words = ''

  addWords(words: string): void {
    this.#words += words
  }

  endParagraph(): void {
    const paragraph = this.#words.replaceAll(/\s+/gu, ' ').trim()
    if (paragraph !== '') this.#paragraphs.push(paragraph)
    this.#words = ''
  }

  get text(): string {
    this.endParagraph()
    return this.#paragraphs.join('\n\n')
  }
}
