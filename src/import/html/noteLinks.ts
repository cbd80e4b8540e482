import { isElement, lineOf, type MarkupElement, type MarkupNode } from '../markup/element.ts'

/** The marks of notes on a page that lead to them, and these. */
export interface NoteLinks {
  readonly marks: ReadonlySet<MarkupElement>
  readonly notes: ReadonlySet<MarkupElement>
}

export const noLinks: NoteLinks = { marks: new Set(), notes: new Set() }

/** A number or a sign, in square brackets or without. */
const sign = /^\[?(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,3})\]?$/u
/** A note is no longer, in UTF-16 units. */
const longestNote = 4000

const blocks: ReadonlySet<string> = new Set(['li', 'p', 'div', 'dd', 'td', 'section', 'aside'])

interface Mark {
  readonly element: MarkupElement
  readonly target: string
}

/**
 * Links that are raised or in brackets, lead on, and are but a number, are marks of notes; what they lead to is a note.
 * Linear.
 */
export function noteLinksOf(root: MarkupElement): NoteLinks {
  const found: Mark[] = []
  const blockOf = new Map<string, MarkupElement>()
  const seen = new Set<string>()
  const walk = (nodes: readonly MarkupNode[], block: MarkupElement, isRaised: boolean): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      const { name, attributes, children } = node
      const own = blocks.has(name) ? node : block
      for (const id of [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined]) {
        if (id !== undefined && seen.has(id) && !blockOf.has(id)) blockOf.set(id, own)
      }
      const target = markOf(node, isRaised)
      if (target !== undefined) {
        found.push({ element: node, target })
        seen.add(target)
      }
      walk(children, own, isRaised || name === 'sup')
    }
  }
  walk(root.children, root, false)
  const isNote = new Map<string, boolean>()
  for (const [id, block] of blockOf) isNote.set(id, block !== root && isShort(block))
  return {
    marks: new Set(found.filter(({ target }) => isNote.get(target)).map(({ element }) => element)),
    notes: new Set([...blockOf].filter(([id]) => isNote.get(id)).map(([, block]) => block)),
  }
}

/** Where the mark of a note leads that `element` is. */
function markOf(element: MarkupElement, isRaised: boolean): string | undefined {
  const { name, attributes, children } = element
  const address = name === 'a' ? (attributes.get('href') ?? '') : ''
  const at = address.indexOf('#')
  const target = at === -1 ? '' : address.slice(at + 1)
  if (target === '') return undefined
  const text = lineOf(element) ?? ''
  const isSet =
    isRaised || text.startsWith('[') || children.some((child) => isElement(child, 'sup'))
  return isSet && sign.test(text) ? decoded(target) : undefined
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function isShort(block: MarkupElement): boolean {
  return (lineOf(block)?.length ?? 0) <= longestNote
}
