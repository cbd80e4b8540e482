import type { Outline } from '../../core/official/outline.ts'
import { itemsAreMeasuresBeside } from '../bulletRule.ts'
import { isContentsLine } from '../notesAndContents.ts'
import { TableReader } from '../tables/readTables.ts'
import { textOfTable } from '../tables/table.ts'
import type { ItemBlock, TextBlock } from './block.ts'
import { contentOf } from './draft.ts'
import { readEnumerator } from './enumerator.ts'
import { withAttachmentsListed } from './ahead/attachments.ts'
import { paragraphsIn } from './ahead/lines.ts'
import { measureCounts } from './measureCounts.ts'
import { namesMeasures } from './ahead/namedMeasures.ts'
import { isDividedInSections } from './ahead/sectionHeadings.ts'
import { measureStart } from './sectionMark.ts'
import { Tree, type TextWhole } from './tree.ts'
import { withoutBeside } from './withoutBeside.ts'

/**
 * The parts of a text that marks headings at most. Headings are divisions by their depth, or measures
 * where they name one (`Article 5`). Paragraphs that begin with a number of their kind are measures:
 * `Section 2. Policy.`, `SEC. 2.`, `第三条`, `12.` where 11 came before it; and below these `4.1.`, `(a)`, `(i)`,
 * `（一）`, each on the level where it goes on counting. Lines that name a division are one: `PART A`. What
 * stands behind `Whereas:` are recitals. All else belongs to what it follows, and is listed where it counts
 * as a part does. Unless `isInSections`, headings such as `Section 1` are divisions.
 */
export function readRunningText(
  read: readonly TextBlock[],
  isInSections = isDividedInSections(read),
): Pick<Outline, 'parts' | 'text' | 'asides' | 'unread'> {
  const { blocks: own, unread: beside } = withoutBeside(read)
  const blocks = withAttachmentsListed(own)
  const whole = { isInSections, hasNames: namesMeasures(blocks) }
  const tree = treeOf(blocks, true, whole)
  const { root, unread } = itemsAreMeasuresBeside(measureCounts(tree.root))
    ? tree
    : treeOf(blocks, false, whole)
  return { ...contentOf(root), unread: [...unread, ...beside] }
}

/** The tree of `blocks`, in which items of lists are measures, or words of what they stand in. */
function treeOf(blocks: readonly TextBlock[], hasItems: boolean, whole: TextWhole): Tree {
  const tree = new Tree(whole)
  const tables = new TableReader(
    blocks.flatMap((block) => (block.kind === 'rows' ? [block.table] : [])),
  )
  for (const block of blocks) {
    if (block.kind === 'heading') tree.addHeading(block)
    else if (block.kind === 'item' && hasItems) addItem(tree, block)
    else if (block.kind === 'paragraph' || block.kind === 'item') {
      tree.closeItems(block.kind === 'item' ? block.depth - 1 : (block.depth ?? 0))
      addLines(tree, block)
    } else if (block.kind === 'listed') {
      tree.closeItems(0)
      tree.addListed(block)
    } else if (block.kind === 'rows') {
      tree.closeItems(0)
      tree.addAside({ kind: 'table', text: textOfTable(block.table) })
      tree.addTable(tables.read(block.table, block.line))
    } else tree.addAside(block)
  }
  return tree
}

/** An item is a measure within a section of a plan; what its words number themselves is so numbered. */
function addItem(tree: Tree, block: ItemBlock): void {
  tree.closeItems(block.depth - 1)
  const isNumbered =
    measureStart(block.text) !== undefined || readEnumerator(block.text) !== undefined
  if (isNumbered || !tree.takesItem(textOfItem(block))) addLines(tree, block)
  else tree.addItem(block)
}

function addLines(tree: Tree, block: TextBlock & { kind: 'paragraph' | 'item' }): void {
  for (const text of paragraphsIn(textOfItem(block))) {
    if (isContentsLine(text)) tree.addContentsLine(text, block.line)
    else tree.addParagraph(text, block.line)
  }
}

/** The words of a paragraph, or of an item with its number. */
function textOfItem(block: TextBlock & { kind: 'paragraph' | 'item' }): string {
  const number = block.kind === 'item' ? block.number : undefined
  return number === undefined ? block.text : `${number}. ${block.text}`
}
