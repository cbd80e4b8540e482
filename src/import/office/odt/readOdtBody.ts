import {
  childElements,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/element.ts'
import { Counters } from '../counters.ts'
import { hasWords, textOf } from '../elements.ts'
import type { LanguageCount } from '../page.ts'
import { longestHeading, PageDraft } from '../pageDraft.ts'
import { isContentsName, isSubtitleName } from '../styleNames.ts'
import { TableDraft, type Cell } from '../tableDraft.ts'
import { countOn, levelsOf, printedNumber, wholeNumber, type ListLevel } from './lists.ts'
import { addWords, blocksInDrawing, type OdtContent } from './readWords.ts'
import type { OdtStyle, OdtStyles } from './styles.ts'

/** The blocks of a text in OpenDocument. */
export interface OdtBody {
  readonly blocks: readonly MarkupNode[]
  /** What is printed as the title. */
  readonly title?: string
}

/** The blocks of `nodes` of a text in OpenDocument (OpenDocument 1.3, part 3, 5). */
export function readOdtBody(
  nodes: readonly MarkupNode[],
  reading: { readonly styles: OdtStyles; readonly languages: LanguageCount },
): OdtBody {
  const reader = new OdtReader(reading)
  const page = new PageDraft()
  reader.read(nodes, page)
  return { blocks: page.blocks, ...(reader.title !== '' && { title: reader.title }) }
}

/** A list that is open: what it counts with, its style, and how deep the next item lies. */
interface OpenList {
  readonly counters: Counters
  readonly style: string | undefined
  readonly depth: number
}

/** An item that is open, whose first paragraph bears its number. */
interface OpenItem {
  readonly list: OpenList
  readonly start: number | undefined
  isCounted: boolean
}

/** A number or a bullet before a paragraph. */
interface Mark {
  readonly number: string
  readonly isBullet: boolean
  readonly depth: number
}

/** What only holds blocks. */
const transparent: ReadonlySet<string> = new Set([
  ...['section', 'index-body', 'index-title', 'bibliography', 'text', 'body', 'text-box', 'page'],
])

const contents: ReadonlySet<string> = new Set([
  ...['table-of-content', 'illustration-index', 'table-index', 'object-index'],
])

class OdtReader {
  title = ''
  readonly #styles: OdtStyles
  readonly #languages: LanguageCount
  readonly #headings = new Counters()
  readonly #headingLevels: ReadonlyMap<number, ListLevel>
  readonly #levels = new Map<string, ReadonlyMap<number, ListLevel>>()
  /** What lists count with, by their ids, and by the style of the last. */
  readonly #byId = new Map<string, Counters>()
  readonly #byStyle = new Map<string, Counters>()
  readonly #notes: MarkupElement[] = []
  #tables = 0
  #line = 0

  constructor(reading: { readonly styles: OdtStyles; readonly languages: LanguageCount }) {
    this.#styles = reading.styles
    this.#languages = reading.languages
    this.#headingLevels = levelsOf(reading.styles.outline)
  }

  read(nodes: readonly MarkupNode[], page: PageDraft, item?: OpenItem): void {
    for (const node of nodes) if (isElement(node)) this.#readBlock(node, page, item)
  }

  #readBlock(element: MarkupElement, page: PageDraft, item: OpenItem | undefined): void {
    const { name, attributes, children } = element
    if (name === 'p' || name === 'h') this.#readParagraph(element, page, item)
    else if (name === 'list') this.#readList(element, page, item?.list)
    else if (name === 'numbered-paragraph') this.#readNumbered(element, page)
    else if (name === 'table') this.#readTable(element, page)
    else if (contents.has(name)) this.#readContents(element, page)
    else if (transparent.has(name)) {
      if (attributes.get('display') !== 'none') this.read(children, page, item)
    } else for (const box of blocksInDrawing(element)) this.read(box.children, page)
  }

  #readContents(element: MarkupElement, page: PageDraft): void {
    const draft = new PageDraft()
    this.read(childElements(element, 'index-body'), draft)
    page.beside(draft.blocks, this.#line)
  }

  #readParagraph(element: MarkupElement, page: PageDraft, item: OpenItem | undefined): void {
    this.#line += 1
    const style = this.#styles.ofParagraph(element.attributes.get('style-name'))
    if (style.isHidden) return
    const content: OdtContent = { words: [], notes: [], boxes: [] }
    addWords(
      element.children,
      content,
      { ...this.#styles.usual, ...style },
      {
        styles: this.#styles,
        languages: this.#languages,
      },
    )
    const mark = item === undefined ? this.#headingMark(element) : this.#itemMark(item, style)
    this.#write(element, content.words, style, mark, page)
    for (const note of content.notes) this.#notes.push(note)
    this.#flushNotes(page)
    for (const box of content.boxes.flatMap(blocksInDrawing)) this.read(box.children, page)
  }

  #write(
    element: MarkupElement,
    words: readonly MarkupNode[],
    style: OdtStyle,
    mark: Mark | undefined,
    page: PageDraft,
  ): void {
    if (!hasWords(words)) return
    const depth = this.#depthOf(element, style)
    const printed = mark === undefined || mark.number === '' ? words : [mark.number, ...words]
    if (style.names.some(isContentsName)) page.beside(printed, this.#line)
    else if (style.isTitle && this.#tables === 0) {
      if (this.title === '' || page.blocks.length < 4) {
        this.title = `${this.title} ${textOf(words)}`.trim()
      }
      page.beside(words, this.#line)
    } else if (style.names.some(isSubtitleName)) page.beside(words, this.#line)
    else if (depth !== undefined && textOf(words).length <= longestHeading) {
      page.heading(depth, printed, this.#line)
    } else if (mark?.isBullet === true) page.item(mark.depth, words, this.#line)
    else page.paragraph(printed, this.#line)
  }

  #depthOf({ name, attributes }: MarkupElement, style: OdtStyle): number | undefined {
    if (this.#tables > 0) return undefined
    if (name !== 'h') return style.depth
    return wholeNumber(attributes.get('outline-level')) ?? style.depth ?? 1
  }

  /** The number of a heading that stands in no list. */
  #headingMark({ name, attributes }: MarkupElement): Mark | undefined {
    if (name !== 'h' || attributes.get('is-list-header') === 'true') return undefined
    const depth = (wholeNumber(attributes.get('outline-level')) ?? 1) - 1
    const isAnew = attributes.get('restart-numbering') === 'true'
    const start = wholeNumber(attributes.get('start-value'))
    const first = this.#headingLevels.get(depth)?.start
    countOn(this.#headingLevels, this.#headings, depth, isAnew ? (start ?? first) : undefined)
    const number = printedNumber(this.#headingLevels, this.#headings, depth)
    return { number, isBullet: false, depth }
  }

  /** What the first paragraph of an item bears; the others bear nothing. */
  #itemMark(item: OpenItem, style: OdtStyle): Mark | undefined {
    if (item.isCounted) return undefined
    item.isCounted = true
    const { counters, depth, style: ownStyle } = item.list
    const levels = this.#levelsOf(ownStyle ?? style.list)
    countOn(levels, counters, depth, item.start)
    const isBullet = levels.get(depth)?.isBullet ?? false
    return { number: printedNumber(levels, counters, depth), isBullet, depth }
  }

  #levelsOf(name: string | undefined): ReadonlyMap<number, ListLevel> {
    const known = this.#levels.get(name ?? '')
    if (known !== undefined) return known
    const levels = levelsOf(this.#styles.list(name))
    this.#levels.set(name ?? '', levels)
    return levels
  }

  #readList(element: MarkupElement, page: PageDraft, above: OpenList | undefined): void {
    const { attributes, children } = element
    const style = attributes.get('style-name') ?? above?.style
    const list: OpenList = {
      counters: above?.counters ?? this.#countersOf(element, style),
      style,
      depth: above === undefined ? 0 : above.depth + 1,
    }
    if (above === undefined) this.#byStyle.set(style ?? '', list.counters)
    const id = attributes.get('id')
    if (id !== undefined) this.#byId.set(id, list.counters)
    for (const child of children) {
      if (!isElement(child)) continue
      const isItem = child.name === 'list-item'
      if (!isItem && child.name !== 'list-header') continue
      const own = child.attributes.get('style-override')
      const start = wholeNumber(child.attributes.get('start-value'))
      const ownList = own === undefined ? list : { ...list, style: own }
      this.read(child.children, page, { list: ownList, start, isCounted: !isItem })
    }
  }

  /** What a list counts with: what the list that it goes on with did, else anew. */
  #countersOf({ attributes }: MarkupElement, style: string | undefined): Counters {
    const before = this.#byId.get(attributes.get('continue-list') ?? '')
    if (before !== undefined) return before
    const isContinued = attributes.get('continue-numbering') === 'true'
    return (isContinued ? this.#byStyle.get(style ?? '') : undefined) ?? new Counters()
  }

  /** A paragraph with a number that stands in no list. */
  #readNumbered({ attributes, children }: MarkupElement, page: PageDraft): void {
    const style = attributes.get('style-name')
    const id = attributes.get('list-id') ?? style ?? ''
    const counters = this.#byId.get(id) ?? new Counters()
    this.#byId.set(id, counters)
    const depth = (wholeNumber(attributes.get('level')) ?? 1) - 1
    const start = wholeNumber(attributes.get('start-value'))
    this.read(children, page, { list: { counters, style, depth }, start, isCounted: false })
  }

  #readTable(element: MarkupElement, page: PageDraft): void {
    const line = this.#line + 1
    const table = new TableDraft()
    this.#tables += 1
    for (const { row, isHead } of rowsIn(element, false)) {
      const cells = childElements(row, 'table-cell').map((cell) => this.#readCell(cell))
      table.row(cells, 0, isHead, line)
    }
    this.#tables -= 1
    page.add(table.finished(line))
    this.#flushNotes(page)
  }

  #readCell({ attributes, children }: MarkupElement): Cell {
    const page = new PageDraft()
    this.read(children, page)
    return {
      content: page.blocks,
      columns: wholeNumber(attributes.get('number-columns-spanned')) ?? 1,
      rows: wholeNumber(attributes.get('number-rows-spanned')) ?? 1,
    }
  }

  /** Notes stand behind the block that they are in, and behind the whole table. */
  #flushNotes(page: PageDraft): void {
    if (this.#tables > 0) return
    for (const note of this.#notes.splice(0)) {
      const draft = new PageDraft()
      const before = this.#line
      this.#tables += 1
      for (const body of childElements(note, 'note-body')) this.read(body.children, draft)
      this.#tables -= 1
      this.#line = before
      page.note(draft.blocks, this.#line)
    }
  }
}

/** The rows of a table, whatever groups they stand in. */
function rowsIn(
  element: MarkupElement,
  isHead: boolean,
): readonly { readonly row: MarkupElement; readonly isHead: boolean }[] {
  return childElements(element).flatMap((child) => {
    if (child.name === 'table-row') return [{ row: child, isHead }]
    if (child.name === 'table-header-rows') return rowsIn(child, true)
    return ['table-rows', 'table-row-group'].includes(child.name) ? rowsIn(child, isHead) : []
  })
}
