import type { TextBlock } from '../block.ts'

/** In which chapter of the acts of a year one stands: `CHAPTER 138`. */
const chapter = /^chapter\s+\d{1,4}\.?$/iu
/** The long title of an act of a state: `An act to add Chapter 25.1 to …, relating to …`. */
const longTitle = /^an act\s+(?:to|relating|concerning|making|amending|establishing|providing)\b/iu

/**
 * `blocks` with the number that an act has among those of its year marked as no part, with the long title behind it:
 * California and others print both above the text.
 */
export function withChapterOfActsListed(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const at = blocks.findIndex(
    (block, index) => isWords(block, chapter) && isWords(blocks[index + 1], longTitle),
  )
  if (at === -1) return blocks
  return blocks.map((block, index) =>
    (index === at || index === at + 1) && 'line' in block && 'text' in block
      ? { kind: 'listed', text: block.text, line: block.line }
      : block,
  )
}

function isWords(block: TextBlock | undefined, pattern: RegExp): boolean {
  return (block?.kind === 'heading' || block?.kind === 'paragraph') && pattern.test(block.text)
}
