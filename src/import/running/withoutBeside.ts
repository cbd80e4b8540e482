import type { Unread } from '../../core/official/outline.ts'
import type { TextBlock } from './block.ts'

/** Blocks without what stands beside a text, which is listed. */
export interface OwnBlocks {
  readonly blocks: readonly TextBlock[]
  readonly unread: readonly Unread[]
}

/**
 * `blocks` without lists of contents, whose items are headings further down, and notes of the Official Journal
 * behind an act: none of these is a part, and none takes a number. Their words stand beside the text. Linear.
 */
export function withoutBeside(blocks: readonly TextBlock[]): OwnBlocks {
  const contents = contentsIn(blocks)
  const notes = blocks.filter((block) => block.kind === 'paragraph' && ofJournal.test(block.text))
  if (contents.size === 0 && notes.length === 0) return { blocks, unread: [] }
  const isNote: ReadonlySet<TextBlock> = new Set(notes)
  return {
    blocks: blocks.map((block) => {
      if (!contents.has(block) && !isNote.has(block)) return block
      const text = 'text' in block ? block.text : ''
      return { kind: isNote.has(block) ? 'note' : 'text', text }
    }),
    unread: [
      ...listed('table of contents', 'lines', [...contents]),
      ...listed('notes', 'notes', notes),
    ],
  }
}

/** `(1) OJ No L 77, 26. 3. 1973, p. 29.` */
const ofJournal = /^\(\d{1,3}\)\s*(?:OJ|ABl\.|JO|GU|DO)\s(?:No\.?\s|n°\s)?[LCS]\s?\d/u

/** Fewer items may happen to be headings as well. */
const leastItems = 4

/** The items of lists of which most are headings further down. */
function contentsIn(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const last = new Map<string, number>()
  for (const [at, block] of blocks.entries()) {
    if (isHeadingLike(block)) last.set(folded(block.text), at)
  }
  const found = new Set<TextBlock>()
  for (const [at, run] of runsOfItems(blocks)) {
    const end = at + run.length
    const entries = run.filter(({ text }) => (last.get(folded(text)) ?? -1) >= end)
    if (run.length >= leastItems && entries.length >= run.length * 0.8) {
      for (const item of run) found.add(item)
    }
  }
  return found
}

type Worded = TextBlock & { readonly kind: 'heading' | 'paragraph' | 'item' }

/** A heading, or what may be one: a short line, or one with a number. */
function isHeadingLike(block: TextBlock): block is Worded {
  if (block.kind === 'heading') return true
  if (block.kind === 'item') return block.number !== undefined
  return block.kind === 'paragraph' && block.text.length <= 160 && !/[.;:,]$/u.test(block.text)
}

/** The stretches of items with nothing between them, by the place of the first. */
function runsOfItems(
  blocks: readonly TextBlock[],
): ReadonlyMap<number, readonly (TextBlock & { readonly kind: 'item' })[]> {
  const runs = new Map<number, (TextBlock & { readonly kind: 'item' })[]>()
  let first = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'item') continue
    if (blocks[at - 1]?.kind !== 'item') first = at
    const run = runs.get(first)
    if (run === undefined) runs.set(first, [block])
    else run.push(block)
  }
  return runs
}

/** The letters of a heading, without its number. */
function folded(text: string): string {
  const start = /^[\d.\s]*/u.exec(text)?.[0].length ?? 0
  return text
    .slice(start)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function listed(where: string, what: string, blocks: readonly TextBlock[]): readonly Unread[] {
  const [first] = blocks
  if (first === undefined || !('text' in first)) return []
  const excerpt = first.text.length > 60 ? `${first.text.slice(0, 60)}…` : first.text
  return [{ where, what: `${what}: ${String(blocks.length)}, from “${excerpt}”` }]
}
