import type { Outline } from '../../core/official/outline.ts'
import { itemsAreMeasuresBeside } from '../bulletRule.ts'
import { isLaw } from '../lawRule.ts'
import { isContentsLine } from '../notesAndContents.ts'
import { TableReader } from '../tables/readTables.ts'
import { textOfTable } from '../tables/table.ts'
import type { ItemBlock, TextBlock } from './block.ts'
import { contentOf } from './draft.ts'
import { readEnumerator } from './numbers/enumerator.ts'
import { withBoxes } from './ahead/boxes.ts'
import { withAttachmentsListed } from './ahead/attachments.ts'
import { withChapterOfActsListed } from './ahead/chapterOfActs.ts'
import { beginsPart, paragraphsIn } from './ahead/lines.ts'
import { withLineHeadings, speaksOfOne, withSectionsOfBullets } from './ahead/lineHeadings.ts'
import { withDrawnBullets } from './ahead/drawnBullets.ts'
import { measureCounts } from './measureCounts.ts'
import { isInNumberedSections, isNamedAct } from './ahead/numberedSections.ts'
import { namesMeasures } from './ahead/namedMeasures.ts'
import { isDividedInSections } from './ahead/sectionHeadings.ts'
import { countedOfLaw } from './ahead/countedOfLaw.ts'
import { measureStart } from './sectionMark.ts'
import { Tree } from './tree.ts'
import { Upcoming, type Line, type TextWhole } from './ahead/upcoming.ts'
import { withoutBeside } from './withoutBeside.ts'

/**
 * The parts of a text that marks headings at most. Headings are divisions by their depth, or measures
 * where they name one (`Article 5`). Paragraphs that begin with a number of their kind are measures:
 * `Section 2. Policy.`, `SEC. 2.`, `第三条`, `12.` where 11 came before it; and below these `4.1.`, `(a)`, `(i)`,
 * `（一）`, each on the level where it goes on counting. Lines that name a division are one: `PART A`. What
 * stands behind `Whereas:` are recitals. All else belongs to what it follows, and is listed where it counts
 * as a part does. Unless `areSections`, headings such as `Section 1` are divisions.
 */
export function readRunningText(
  given: readonly TextBlock[],
  areSections?: boolean,
): Pick<Outline, 'parts' | 'text' | 'asides' | 'unread'> {
  const read = withSectionsOfBullets(given)
  const isInSections = areSections ?? isDividedInSections(read)
  const { blocks: own, unread: beside } = withoutBeside(read)
  const blocks = withBoxes(withChapterOfActsListed(withAttachmentsListed(own)))
  const lines = blocks.flatMap(linesOf).map(({ text }) => text)
  const isAct = isNamedAct(blocks)
  const whole = {
    isInSections,
    hasNames: namesMeasures(blocks),
    counted: countedOfLaw(lines),
    isAct,
    hasNumberedSections: isAct && !isInSections && isInNumberedSections(blocks),
  }
  const { root, unread } = treeOf(blocks, whole)
  return { ...contentOf(root), unread: [...unread, ...beside] }
}

/** The tree that fits what the text turns out to be: a law or none, with items of lists that are measures or words. */
function treeOf(blocks: readonly TextBlock[], whole: Omit<TextWhole, 'hasLaw'>): Tree {
  const asLaw = { ...whole, hasLaw: true }
  const read = withLinesOf(blocks)
  const ofAll = treeAs(read, asLaw, true)
  if (isLaw(ofAll.root.parts) && !speaksOfOne(blocks)) return treeAs(read, asLaw, false)
  const asPlan = { ...whole, hasLaw: false, isInSections: false }
  const ofPlan = withLinesOf(withLineHeadings(withDrawnBullets(blocks)))
  const tree = treeAs(ofPlan, asPlan, true)
  // Where most measures are numbered, items of lists are words.
  return itemsAreMeasuresBeside(measureCounts(tree.root)) ? tree : treeAs(ofPlan, asPlan, false)
}

/** A block and the paragraphs in it. */
interface BlockRead {
  readonly block: TextBlock
  readonly lines: readonly Line[]
}

function withLinesOf(blocks: readonly TextBlock[]): readonly BlockRead[] {
  return blocks.map((block) => ({ block, lines: linesOf(block) }))
}

function linesOf(block: TextBlock): readonly Line[] {
  if (block.kind === 'heading') return [{ text: block.text, isHeading: true }]
  if (block.kind !== 'paragraph' && block.kind !== 'item') return []
  return paragraphsIn(textOfItem(block)).map((text) => ({ text }))
}

/** The tree of a text, in which items of lists are measures, or words of what they stand in. */
function treeAs(read: readonly BlockRead[], whole: TextWhole, hasItems: boolean): Tree {
  const ahead = new Upcoming(read.flatMap(({ lines }) => lines))
  const tree = new Tree(whole, ahead)
  const tables = new TableReader(
    read.flatMap(({ block }) => (block.kind === 'rows' ? [block.table] : [])),
  )
  for (const { block, lines } of read) {
    if (block.kind === 'heading') {
      ahead.pass(1)
      tree.addHeading(block)
    } else if (block.kind === 'item' || block.kind === 'paragraph') {
      tree.closeItems(block.kind === 'item' ? block.depth - 1 : (block.depth ?? 0))
      if (block.kind === 'paragraph' && !beginsPart(block.text)) tree.goOnWithItem(block.depth ?? 0)
      const isItem = block.kind === 'item' && hasItems && isBullet(tree, block, whole)
      if (isItem) {
        ahead.pass(lines.length)
        tree.addItem(block)
      } else addBlock(tree, block, { lines, ahead })
    } else if (block.kind === 'listed') {
      tree.closeItems(0)
      tree.addListed(block)
    } else if (block.kind === 'box') {
      const box = treeAs(withLinesOf(block.blocks), whole, true)
      tree.addBox(box)
    } else if (block.kind === 'rows') {
      tree.closeItems(0)
      tree.addAside({ kind: 'table', text: textOfTable(block.table) })
      tree.addTable(tables.read(block.table, block.line))
    } else tree.addAside(block)
  }
  return tree
}

/** An item is a measure within a section of a plan; what its words number themselves is so numbered. */
function isBullet(tree: Tree, block: ItemBlock, { hasLaw }: TextWhole): boolean {
  const isOfLaw =
    hasLaw && [block.text, textOfItem(block)].some((text) => measureStart(text) !== undefined)
  const isNumbered = isOfLaw || readEnumerator(block.text) !== undefined
  return !isNumbered && tree.takesItem(textOfItem(block))
}

/** What is read next, and where. */
interface ReadHere {
  readonly lines: readonly Line[]
  readonly ahead: Upcoming
}

/** A paragraph, or an item that is no measure of a plan. */
function addBlock(
  tree: Tree,
  block: TextBlock & { kind: 'paragraph' | 'item' },
  here: ReadHere,
): void {
  if (block.kind === 'paragraph') addLines(tree, block.line, here)
  else if (tree.beginListed(block)) addListed(tree, block, here)
  else {
    tree.addAsListed(block, () => {
      addLines(tree, block.line, here)
    })
  }
}

/** The words of an item that was begun. */
function addListed(tree: Tree, { text, line }: ItemBlock, { lines, ahead }: ReadHere): void {
  const [first = '', ...others] = paragraphsIn(text)
  ahead.pass(1)
  tree.addListedText(first, line)
  for (const other of others) {
    ahead.pass(1)
    tree.addParagraph(other, line)
  }
  ahead.pass(Math.max(0, lines.length - 1 - others.length))
}

function addLines(tree: Tree, line: number, { lines, ahead }: ReadHere): void {
  for (const { text } of lines) {
    ahead.pass(1)
    if (isContentsLine(text) || (tree.isInContents && /^附\s?則$/u.test(text)))
      tree.addContentsLine(text, line)
    else tree.addParagraph(text, line)
  }
}

/** The words of a paragraph, or of an item with its number. */
function textOfItem(block: TextBlock & { kind: 'paragraph' | 'item' }): string {
  const { number, printed = `${number ?? ''}.` } = block.kind === 'item' ? block : {}
  return number === undefined ? block.text : `${printed} ${block.text}`
}
