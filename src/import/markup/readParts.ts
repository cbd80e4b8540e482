import type { Aside, Outline, Part, Unread } from '../../core/official/outline.ts'
import { behindAll } from '../order.ts'
import { isElement, lineOf, type MarkupElement, type MarkupNode } from './element.ts'

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
  /** Words beside the running text that need not be told of. */
  | 'aside'
  /** Something that no part is made of, by its name for the reader; `isGone` where its words no longer hold. */
  | { readonly unread: string; readonly isGone?: true }

/** What is known of a part from its beginning. */
export type PartHead = Omit<Part, 'text' | 'parts' | 'pages' | 'pageStarts' | 'at' | 'asides'>

/** Parts with what stands beside them, and what could not be understood. */
export type PartsRead = Pick<Outline, 'parts' | 'text' | 'asides' | 'unread'>

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
    ...root.finished(),
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
    if (sort === 'aside') {
      draft.addAside('text', element)
    } else if (sort === 'inline') {
      walk(element.children, draft)
    } else if (sort === 'block') {
      draft.endParagraph()
      walk(element.children, draft)
      draft.endParagraph()
    } else if ('unread' in sort) {
      if (sort.isGone !== true) draft.addAside(asideKinds.get(sort.unread) ?? 'text', element)
      const before = unread.get(sort.unread)
      if (before === undefined) unread.set(sort.unread, { line: element.line, count: 1 })
      else before.count += 1
    } else {
      const own = new Draft()
      walk(sort.content, own)
      draft.addPart({ ...sort.part, ...own.finished() })
    }
  }
}

const asideKinds: ReadonlyMap<string, Aside['kind']> = new Map([
  ['note', 'note'],
  ['table', 'table'],
])

/** What stands in no part, and what stands in divisions of a law beside all of theirs: such divisions have no words of their own. */
function textBeside(root: Draft): readonly Unread[] {
  const { text, parts } = root.finished()
  return [...excerptOf(text, 'beside all parts'), ...parts.flatMap((part) => textWithin(part, ''))]
}

/** What divisions of a law are called; an annex has words of its own. */
const ofLaw: ReadonlySet<Part['kind']> = new Set(['title', 'part', 'chapter', 'section'])

function textWithin(
  { level, kind = 'section', label, text, parts }: Part,
  above: string,
): readonly Unread[] {
  if (level === 'measure' || !parts.some(holdsArticles)) return []
  const where = [above, label === undefined ? kind : `${kind} ${label}`].filter((one) => one !== '')
  const path = where.join(', ')
  const own = ofLaw.has(kind) ? excerptOf(text, `${path}, beside its parts`) : []
  return [...own, ...parts.flatMap((part) => textWithin(part, path))]
}

function holdsArticles({ level, kind, parts }: Part): boolean {
  return level === 'measure' ? kind === 'article' || kind === 'section' : parts.some(holdsArticles)
}

function excerptOf(text: string, where: string): readonly Unread[] {
  const excerpt = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return text === '' ? [] : [{ where, what: `“${excerpt}”` }]
}

/** A part while it is read. */
class Draft {
  readonly #parts: (Part & { readonly at: number })[] = []
  readonly #asides: Aside[] = []
  #text = ''
  #words = ''

  addWords(words: string): void {
    this.#words += words
  }

  addPart(part: Part): void {
    this.endParagraph()
    this.#parts.push({ ...part, at: this.#text.length })
  }

  addAside(kind: Aside['kind'], element: MarkupElement): void {
    const text = lineOf(element)
    if (text !== undefined) this.#asides.push({ kind, text })
  }

  endParagraph(): void {
    const paragraph = this.#words.replaceAll(/\s+/gu, ' ').trim()
    if (paragraph !== '') this.#text += (this.#text === '' ? '' : '\n\n') + paragraph
    this.#words = ''
  }

  finished(): Pick<Part, 'text' | 'parts' | 'asides'> {
    this.endParagraph()
    return {
      text: this.#text,
      parts: behindAll(this.#parts, this.#text),
      ...(this.#asides.length > 0 && { asides: this.#asides }),
    }
  }
}
