import { lineBreak, type TextBlock } from '../block.ts'

/** Signs that begin an item, whatever stands behind them, and dashes, which do so where a space follows and another item. */
const bullet = /^(?:[•●○◦▪▫■□►▶➢➤✓✔◆◇‣⁃∙]\s?|[–—]\s)(?=\S)/u
const isDash = /^[–—]/u

/** The paragraphs of a plan that a bullet begins as items of a list; those with a dash only beside one another. Linear. */
export function withDrawnBullets(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const lines = blocks.flatMap(inLinesOfBullets)
  return lines.map((block, at) => {
    if (!isBullet(block)) return block
    const isAlone = !isBullet(lines[at - 1]) && !isBullet(lines[at + 1])
    if (isAlone && isDash.test(block.text)) return block
    const { text, line } = block
    return { kind: 'item', text: text.replace(bullet, ''), line, depth: 1 }
  })
}

type Paragraph = Extract<TextBlock, { readonly kind: 'paragraph' }>

function isBullet(block: TextBlock | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && block.depth === undefined && bullet.test(block.text)
}

/** A paragraph whose lines begin with bullets, line by line. */
function inLinesOfBullets(block: TextBlock): readonly TextBlock[] {
  if (block.kind !== 'paragraph' || !block.text.includes(lineBreak)) return [block]
  const parts: string[] = []
  for (const line of block.text.split(lineBreak)) {
    const before = parts.at(-1)
    if (before === undefined || bullet.test(line)) parts.push(line)
    else parts[parts.length - 1] = before + lineBreak + line
  }
  return parts.length === 1 ? [block] : parts.map((text) => ({ ...block, text }))
}
