import type { Aside, Outline, Part, Unread } from '../../core/official/outline.ts'
import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'
import { addAll } from '../../core/text/lists.ts'
import { itemsAreMeasures, itemsAreMeasuresBeside, type MeasureCounts } from '../bulletRule.ts'
import { behindAll } from '../order.ts'
import { printedAs, readPrintedLabel } from '../printedLabel.ts'
import { TableReader, type TableRead } from '../tables/readTables.ts'
import { textOfTable } from '../tables/table.ts'
import { lineBreak, type ItemBlock, type TextBlock } from './block.ts'
import { readEnumerator, type Enumerator, type Reading } from './enumerator.ts'
import { partsOfRows, type PlacedRow } from './rowParts.ts'

/**
 * The parts of a text that marks headings at most. Headings are divisions by their depth, or measures
 * where they name one (`Article 5`). Paragraphs that begin with a number of their kind are measures:
 * `Section 2. Policy.`, `第三条`, `12.` where 11 came before it; and below these `(a)`, `(i)`, `（一）`, each on
 * the level where it goes on counting. All else belongs to what it follows.
 */
export function readRunningText(
  blocks: readonly TextBlock[],
): Pick<Outline, 'parts' | 'text' | 'asides' | 'unread'> {
  const tree = treeOf(blocks, true)
  const { root, unread } = itemsAreMeasuresBeside(tree.counts()) ? tree : treeOf(blocks, false)
  return { ...contentOf(root), unread }
}

/** The tree of `blocks`, in which items of lists are measures, or words of what they stand in. */
function treeOf(blocks: readonly TextBlock[], hasItems: boolean): Tree {
  const tree = new Tree()
  const tables = new TableReader(
    blocks.flatMap((block) => (block.kind === 'rows' ? [block.table] : [])),
  )
  for (const block of blocks) {
    if (block.kind === 'heading') tree.addHeading(block)
    else if (block.kind === 'item' && hasItems) tree.addItem(block)
    else if (block.kind === 'paragraph' || block.kind === 'item') {
      tree.closeItems(block.kind === 'item' ? block.depth - 1 : (block.depth ?? 0))
      for (const text of paragraphsIn(textOfItem(block))) tree.addParagraph(text, block.line)
    } else if (block.kind === 'rows') {
      tree.closeItems(0)
      tree.addAside({ kind: 'table', text: textOfTable(block.table) })
      tree.addTable(tables.read(block.table, block.line))
    } else tree.addAside(block)
  }
  return tree
}

/** The words of a paragraph, or of an item with its number. */
function textOfItem(block: TextBlock & { kind: 'paragraph' | 'item' }): string {
  const number = block.kind === 'item' ? block.number : undefined
  return number === undefined ? block.text : `${number}. ${block.text}`
}

/** A line that begins a measure, or counts on, is a paragraph of its own; others belong to the one before. */
function paragraphsIn(text: string): readonly string[] {
  const paragraphs: string[] = []
  for (const line of text.split(lineBreak)) {
    const isOwn = measureStart(line) !== undefined || readEnumerator(line) !== undefined
    if (isOwn || paragraphs.length === 0) paragraphs.push(line)
    else paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`)
  }
  return paragraphs
}

/** A part while it is read. */
interface Draft extends Omit<Part, 'text' | 'parts' | 'pages' | 'pageStarts' | 'asides'> {
  /** How many paragraphs of what it stands in come before it. */
  readonly at: number
  /** What is smaller goes below what is larger: headings by their depth, then measures, then points. */
  readonly rank: number
  /** How its siblings are counted. */
  readonly reading?: Reading
  readonly paragraphs: string[]
  readonly parts: Draft[]
  /** The rows of tables in it. */
  readonly rows: PlacedRow[]
  readonly asides: Aside[]
}

/** What is known of a part from its beginning. */
type Head = Omit<Draft, 'at' | 'paragraphs' | 'parts' | 'rows' | 'asides'>

function emptyDraft(head: Head, at: number): Draft {
  return { ...head, at, paragraphs: [], parts: [], rows: [], asides: [] }
}

/** Above all headings that a page has of its own. */
const chineseRanks = { title: 0.1, chapter: 0.2, section: 0.3 } as const

/** Below all headings: of measures, and of the points within them, the deeper the larger. */
const measureRank = 100
const pointRank = 101

/** Below these: of items, the deeper the larger. */
const itemRank = 1000

class Tree {
  readonly root: Draft = emptyDraft({ level: 'division', rank: 0 }, 0)
  readonly unread: Unread[] = []
  #open: Draft[] = [this.root]
  /** The number of the last paragraph that was counted by `12.`. */
  #counted = 0

  addHeading({ text, depth, line, id }: TextBlock & { kind: 'heading' }): void {
    if (text === '') return
    const chinese = chineseDivision(text)
    const { kind, label, heading } = chinese ?? readPrintedLabel(text)
    const isMeasure = kind === 'article' || kind === 'recommendation'
    this.#push({
      level: isMeasure ? 'measure' : 'division',
      ...(kind !== undefined && { kind }),
      ...(label !== undefined && { label }),
      ...(heading !== '' && { heading }),
      ...printedAs(text, heading),
      ...(id !== undefined && { id }),
      rank: isMeasure ? measureRank : depth,
    })
    if (!isMeasure && kind === undefined && label === undefined && heading === '') {
      this.unread.push({ where: `line ${String(line)}`, what: text })
    }
  }

  /** An item is a measure within a section of a plan; what its words number themselves is so numbered. */
  addItem(block: ItemBlock): void {
    const { text, line, depth, number } = block
    this.closeItems(depth - 1)
    const isSection = this.#open.some((draft) => draft.level === 'division' && draft !== this.root)
    const isNumbered = measureStart(text) !== undefined || readEnumerator(text) !== undefined
    const counted = number === undefined ? undefined : this.#countedStart(textOfItem(block))
    if (counted !== undefined || isNumbered || !isSection || !itemsAreMeasures(this.#open)) {
      if (counted !== undefined) this.#counted -= 1
      for (const one of paragraphsIn(textOfItem(block))) this.addParagraph(one, line)
      return
    }
    this.#push({
      level: 'measure',
      ...(number !== undefined && { label: number, printed: `${number}.` }),
      rank: itemRank + depth,
    })
    this.#open.at(-1)?.paragraphs.push(text.replaceAll(lineBreak, ' '))
  }

  /** Closes the items of lists that are deeper than `depth` lists within one another. */
  closeItems(depth: number): void {
    while ((this.#open.at(-1)?.rank ?? 0) > itemRank + depth) this.#open.pop()
  }

  /** How many measures there are of each sort. */
  counts(): MeasureCounts {
    const counts = { items: 0, numbered: 0, ofLaw: 0 }
    const count = (draft: Draft): void => {
      if (draft.rank > itemRank) counts.items += 1
      else if (draft.level === 'measure') {
        const isOfLaw = draft.kind === 'article' || draft.kind === 'section'
        if (isOfLaw) counts.ofLaw += 1
        else counts.numbered += 1
      }
      counts.numbered += draft.rows.length
      draft.parts.forEach(count)
    }
    count(this.root)
    return counts
  }

  addParagraph(text: string, line: number): void {
    const division = chineseDivision(text)
    if (division !== undefined) {
      const rank = chineseRanks[division.kind]
      this.#push({ level: 'division', ...division, printed: text, rank })
      return
    }
    const numbered = this.#isWithinArticle ? numberedParagraph.exec(text) : null
    if (numbered !== null) {
      const [whole, label = ''] = numbered
      const printed = whole.trim()
      this.#push({ level: 'measure', kind: 'paragraph', label, printed, rank: pointRank })
      this.addParagraph(text.slice(whole.length), line)
      return
    }
    const measure = measureStart(text) ?? this.#countedStart(text)
    if (measure !== undefined) {
      const { rest, ...head } = measure
      const printed = text.slice(0, text.length - rest.length).trim()
      this.#push({ level: 'measure', ...head, printed, rank: measureRank })
      if (rest !== '') this.addParagraph(rest, line)
      return
    }
    const enumerator = readEnumerator(text)
    if (enumerator !== undefined && this.#isWithinMeasure) {
      const { rest } = enumerator
      this.#addPoint(enumerator, text.slice(0, text.length - rest.length).trim())
      if (rest !== '') this.addParagraph(rest, line)
      return
    }
    const open = this.#open.at(-1)
    if (open === this.root) {
      this.unread.push({ where: `line ${String(line)}`, what: excerpt(text) })
    }
    open?.paragraphs.push(text)
  }

  addAside(aside: Aside): void {
    this.#open.at(-1)?.asides.push(aside)
  }

  /** Rows are parts of what they stand in; within an article, those that are counted by `(a)` are its points. */
  addTable({ rows, unread }: TableRead): void {
    addAll(this.unread, unread)
    for (const row of rows) {
      const { label, text, line } = row
      const open = this.#open.at(-1) ?? this.root
      if (label?.sort === 'enumerator' && this.#isWithinMeasure) {
        this.addParagraph(`${label.printed} ${text}`, line)
      } else open.rows.push({ row, at: open.paragraphs.length })
    }
  }

  get #isWithinMeasure(): boolean {
    return this.#open.some(({ level }) => level === 'measure')
  }

  get #isWithinArticle(): boolean {
    return this.#open.some(({ level, kind }) => level === 'measure' && kind === 'article')
  }

  /** `12. Set out a plan`, where it goes on from 11, or begins with 1. */
  #countedStart(text: string): MeasureStart | undefined {
    const [whole = '', digits = ''] = /^(\d{1,3})\.\s+(?=\p{L})/u.exec(text) ?? []
    const number = Number(digits)
    if (digits === '' || number !== this.#counted + 1) return undefined
    this.#counted = number
    return { label: digits, rest: text.slice(whole.length) }
  }

  #addPoint({ label, readings }: Enumerator, printed: string): void {
    const continued = this.#open.findLast(({ reading }) => follows(readings, reading) !== undefined)
    const last = this.#open.at(-1)
    const rank = continued?.rank ?? Math.max(pointRank, (last?.rank ?? 0) + 1)
    const reading =
      (continued && follows(readings, continued.reading)) ??
      readings.findLast(({ number }) => number === 1) ??
      readings[0]
    this.#push({
      level: 'measure',
      kind: rank === pointRank ? 'paragraph' : 'point',
      label,
      printed,
      rank,
      ...(reading && { reading }),
    })
  }

  #push(head: Head): void {
    while ((this.#open.at(-1)?.rank ?? 0) >= head.rank && this.#open.length > 1) this.#open.pop()
    const above = this.#open.at(-1) ?? this.root
    const draft = emptyDraft(head, above.paragraphs.length)
    above.parts.push(draft)
    this.#open.push(draft)
  }
}

/** The reading that goes on where `before` stopped. */
function follows(readings: readonly Reading[], before: Reading | undefined): Reading | undefined {
  return readings.find(
    ({ style, number }) => style === before?.style && number === before.number + 1,
  )
}

type MeasureStart = Pick<Part, 'kind' | 'label' | 'heading'> & { readonly rest: string }

const section = /^(?:Section|Sec)(?:\.\s*|\s+(?:\.\s*)?)(\d+[a-z]?)\s*\.\s*/u
const chineseArticle = new RegExp(`^第([${chineseNumerals}\\d]{1,7})条\\s*`, 'u')
const article = /^Article\s+(\d+[a-z]?)\s*[.:—–-]?\s+/u

/** The measure that a paragraph begins: `Sec. 2. Policy. …`, `第三条 …`, `Article 5. …`. */
function measureStart(text: string): MeasureStart | undefined {
  const ofOrder = section.exec(text)
  if (ofOrder !== null) {
    const rest = text.slice(ofOrder[0].length)
    // Its heading is what stands before the first full stop, where that is short.
    const heading = /^(\p{Lu}[^.(]{1,90})\.(?:\s+|$)/u.exec(rest)
    return {
      kind: 'section',
      label: ofOrder[1] ?? '',
      ...(heading?.[1] !== undefined && { heading: heading[1].trim() }),
      rest: rest.slice(heading?.[0].length ?? 0),
    }
  }
  const chinese = chineseArticle.exec(text)
  const number = numberOf(chinese?.[1] ?? '')
  if (chinese !== null && number !== undefined) {
    return { kind: 'article', label: String(number), rest: text.slice(chinese[0].length) }
  }
  const ofAct = article.exec(text)
  return ofAct === null
    ? undefined
    : { kind: 'article', label: ofAct[1] ?? '', rest: text.slice(ofAct[0].length) }
}

/** `1. `, `1a. `: how the paragraphs of an article are numbered. */
const numberedParagraph = /^(\d{1,3}[a-z]{0,2})\.\s+(?=[\p{L}“‘"'])/u

const chineseHeading = new RegExp(
  `^第([${chineseNumerals}\\d]{1,7})([编編章节節])\\s*(.{0,40})$`,
  'u',
)

/** `第一章 总则`: a line that is nothing but a heading. */
function chineseDivision(text: string):
  | {
      readonly kind: 'title' | 'chapter' | 'section'
      readonly label: string
      readonly heading: string
    }
  | undefined {
  const [, digits = '', word = '', heading = ''] = chineseHeading.exec(text) ?? []
  const number = numberOf(digits)
  if (number === undefined || /[，。；：]/u.test(heading)) return undefined
  const kind = '编編'.includes(word) ? 'title' : word === '章' ? 'chapter' : 'section'
  // Two characters are often set apart to fill the line.
  return {
    kind,
    label: String(number),
    heading: heading.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''),
  }
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function finished(draft: Draft): Part & { readonly at: number } {
  const { level, kind, label, heading, printed, id, at } = draft
  return {
    level,
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...(printed !== undefined && { printed }),
    ...(id !== undefined && { id }),
    ...contentOf(draft),
    at,
  }
}

function contentOf({
  paragraphs,
  parts,
  rows,
  asides,
}: Draft): Pick<Part, 'text' | 'parts' | 'asides'> {
  const text = paragraphs.join(between)
  const ends = endsOf(paragraphs)
  const placed = [...parts.map(finished), ...partsOfRows(rows)]
    .sort((one, other) => one.at - other.at)
    .map((part) => ({ ...part, at: ends[part.at] ?? text.length }))
  return { text, parts: behindAll(placed, text), ...(asides.length > 0 && { asides }) }
}

/** Stands between two paragraphs. */
const between = '\n\n'

/** How long the text is before each paragraph, without what parts them, and behind the last. */
function endsOf(paragraphs: readonly string[]): readonly number[] {
  let length = 0
  return [
    0,
    ...paragraphs.map((paragraph, index) => {
      length += paragraph.length + (index === 0 ? 0 : between.length)
      return length
    }),
  ]
}
