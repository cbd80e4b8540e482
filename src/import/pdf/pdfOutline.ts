import type { Outline } from '../../core/official/outline.ts'
import { greatestOf } from '../../core/text/lists.ts'
import { TableReader } from '../tables/readTables.ts'
import { blocksOf } from './blocks.ts'
import { contentOf } from './draft.ts'
import type { PdfPages } from './drawn/pages.ts'
import { lawOutline } from './lawOutline.ts'
import { linesOf } from './lines/lines.ts'
import { printedTitle, titleIn } from './title.ts'
import { Tree } from './tree.ts'

/**
 * The outline of a PDF, by what it draws: larger letters are headings, the larger the higher; items
 * with bullets or numbers are measures; paragraphs belong to what they follow.
 */
export function pdfOutline(drawn: PdfPages): Outline {
  const { author, language, pages, fonts } = drawn
  const lines = linesOf(drawn)
  const { blocks, asides, pageNumbers, unread, words } = blocksOf(lines, fonts)
  const tree = new Tree(new TableReader(blocks.flatMap(({ table }) => table ?? [])))
  for (const block of blocks) tree.add(block)
  const printed = tree.takeTitle()
  const drawnParts = contentOf(tree.root)
  const law = lawOutline(blocks, drawnParts.parts, words)
  const largest = greatestOf(blocks.map(({ size }) => size))
  const title = titleIn(drawn.title) ?? law?.title ?? printed ?? printedTitle(lines, largest)
  return {
    ...(author !== undefined && { issuer: author }),
    ...(language !== undefined && { language }),
    ...(law ?? drawnParts),
    ...(title !== undefined && { title }),
    pageNumbers: pages.map((_, index) => pageNumbers.get(index + 1) ?? ''),
    asides: [...asides, ...(law === undefined ? tree.announced : (law.asides ?? []))],
    ...(pages.some(({ pieces }) => pieces.length === 0) && { hasUnreadWords: true }),
    unread: [...unread, ...(law ?? tree).unread],
  }
}
