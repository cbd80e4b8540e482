import {
  childElements,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/element.ts'
import { hasWords, textOf } from '../elements.ts'
import type { LanguageCount } from '../page.ts'
import { longestHeading, PageDraft } from '../pageDraft.ts'
import { isContentsName, isSubtitleName } from '../styleNames.ts'
import { TableDraft, type Cell } from '../tableDraft.ts'
import type { ListMark, Numbering } from './numbering.ts'
import { isOn, numberIn, property, valueOf } from './properties.ts'
import { Runs, type Content, type NoteReference } from './runs.ts'
import { outlineLevel, type ParagraphStyle, type Styles } from './styles.ts'

/** What the body of a document is read by. */
export interface Reading {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly languages: LanguageCount
  /** The paragraphs of a note. */
  readonly noteOf: (reference: NoteReference) => readonly MarkupNode[]
}

/** The blocks of a body. */
export interface Body {
  readonly blocks: readonly MarkupNode[]
  /** What is printed as the title. */
  readonly title?: string
  /** Where and what could not be read. */
  readonly unread: readonly { readonly where: string; readonly what: string }[]
}

/** The blocks of `nodes` in WordprocessingML (ISO/IEC 29500-1, 17). */
export function readBody(nodes: readonly MarkupNode[], reading: Reading): Body {
  const reader = new BodyReader(reading)
  const page = new PageDraft()
  reader.read(nodes, page)
  const { title, unread } = reader
  return { blocks: page.blocks, unread, ...(title !== '' && { title }) }
}

/** Elements around blocks. */
const transparent: ReadonlySet<string> = new Set([
  ...['ins', 'moveTo', 'customXml', 'sdtContent', 'smartTag', 'body'],
])

class BodyReader {
  readonly unread: { readonly where: string; readonly what: string }[] = []
  title = ''
  readonly #reading: Reading
  readonly #runs: Runs
  readonly #notes: NoteReference[] = []
  readonly #seenNotes = new Set<string>()
  /** Words whose paragraph does not end, since its end was deleted. */
  #carried: Content | undefined
  #tables = 0
  #line = 0

  constructor(reading: Reading) {
    this.#reading = reading
    this.#runs = new Runs(reading.languages, reading.styles)
  }

  read(nodes: readonly MarkupNode[], page: PageDraft): void {
    for (const node of nodes) if (isElement(node)) this.#readBlock(node, page)
  }

  #readBlock(element: MarkupElement, page: PageDraft): void {
    const { name } = element
    if (name === 'p') this.#readParagraph(element, page)
    else if (name === 'tbl') this.#readTable(element, page)
    else if (name === 'sdt') this.#readControl(element, page)
    else if (name === 'altChunk') {
      this.unread.push({ where: `paragraph ${this.#line}`, what: 'an embedded document' })
    } else if (name === 'AlternateContent') {
      const [first] = childElements(element)
      if (first !== undefined) this.read(first.children, page)
    } else if (transparent.has(name)) this.read(element.children, page)
  }

  /** A content control: its words, unless they only ask for some, or are a table of contents. */
  #readControl(element: MarkupElement, page: PageDraft): void {
    const properties = property(element, 'sdtPr')
    if (isOn(properties, 'showingPlcHdr') ?? false) return
    const content = childElements(element, 'sdtContent')
    const gallery = valueOf(property(properties, 'docPartObj'), 'docPartGallery') ?? ''
    if (!/^table of (?:contents|figures)/iu.test(gallery)) {
      this.read(content, page)
      return
    }
    const contents = new PageDraft()
    this.read(content, contents)
    page.beside(contents.blocks, this.#line)
  }

  #readParagraph(element: MarkupElement, page: PageDraft): void {
    this.#line += 1
    const properties = property(element, 'pPr')
    const style = this.#reading.styles.of(valueOf(properties, 'pStyle'))
    const content = this.#carried ?? { words: [], notes: [], boxes: [] }
    this.#carried = undefined
    const wasWithinContents = this.#runs.isWithinContents
    this.#runs.add(element.children, content, {
      ...this.#reading.styles.language,
      ...style.language,
      isBold: style.isBold,
    })
    this.#runs.endParagraph()
    if (isDeleted(property(properties, 'rPr'))) {
      this.#carried = content
      return
    }
    const isWithinContents = wasWithinContents || this.#runs.isWithinContents
    this.#write(content, { properties, style, isWithinContents }, page)
    for (const reference of content.notes) this.#notes.push(reference)
    this.#flushNotes(page)
    for (const box of content.boxes) this.read(box.children, page)
  }

  #write(content: Content, paragraph: Paragraph, page: PageDraft): void {
    const { properties, style } = paragraph
    const { words } = content
    const depth = depthOf(paragraph)
    const mark = this.#markOf(properties, style)
    const isContents =
      isContentsName(style.name) || (paragraph.isWithinContents && depth === undefined)
    if (!hasWords(words)) return
    if (isContents) page.beside([...numbered(mark), ...words], this.#line)
    else if (style.isTitle && this.#tables === 0) this.#addTitle(words, page)
    else if (isSubtitleName(style.name)) page.beside(words, this.#line)
    else if (mark?.isBullet === true && depth === undefined)
      page.item(mark.level, words, this.#line)
    else if (depth !== undefined && this.#tables === 0 && textOf(words).length <= longestHeading) {
      page.heading(depth, [...numbered(mark), ...words], this.#line)
    } else page.paragraph([...numbered(mark), ...words], this.#line)
  }

  #addTitle(words: readonly MarkupNode[], page: PageDraft): void {
    // A title of several paragraphs stands in one piece at the beginning.
    const isFirst = this.title === '' || page.blocks.length < 4
    if (isFirst) this.title = `${this.title} ${textOf(words)}`.trim()
    page.beside(words, this.#line)
  }

  /** What stands before the paragraph, by its own list or that of its style. */
  #markOf(properties: MarkupElement | undefined, style: ParagraphStyle): ListMark | undefined {
    const own = property(properties, 'numPr')
    const id = valueOf(own, 'numId') ?? style.numbering
    if (id === undefined || id === '0') return undefined
    const level = numberIn(own, 'ilvl')
    const { numbering } = this.#reading
    if (own !== undefined) return numbering.next(id, level ?? style.level ?? 0, undefined)
    return numbering.next(id, style.level, valueOf(properties, 'pStyle'))
  }

  #readTable(element: MarkupElement, page: PageDraft): void {
    const line = this.#line + 1
    const table = new TableDraft()
    this.#tables += 1
    for (const row of rowsIn(element)) {
      const properties = property(row, 'trPr')
      const isGone = property(properties, 'del') !== undefined
      if (isGone) continue
      const cells = cellsIn(row).map((cell) => this.#readCell(cell))
      const before = numberIn(properties, 'gridBefore') ?? 0
      table.row(cells, before, isOn(properties, 'tblHeader') ?? false, line)
    }
    this.#tables -= 1
    page.add(table.finished(line))
    this.#flushNotes(page)
  }

  #readCell(cell: MarkupElement): Cell {
    const properties = property(cell, 'tcPr')
    const page = new PageDraft()
    this.read(cell.children, page)
    const merged = property(properties, 'vMerge')
    return {
      content: page.blocks,
      columns: numberIn(properties, 'gridSpan') ?? 1,
      continues: merged !== undefined && merged.attributes.get('val') !== 'restart',
    }
  }

  /** Notes stand behind the block that refers to them, and behind the whole table. */
  #flushNotes(page: PageDraft): void {
    if (this.#tables > 0) return
    for (const reference of this.#notes.splice(0)) {
      const key = `${reference.of} ${reference.id}`
      if (this.#seenNotes.has(key)) continue
      this.#seenNotes.add(key)
      page.note(this.#readNote(reference), this.#line)
    }
  }

  #readNote(reference: NoteReference): readonly MarkupNode[] {
    const page = new PageDraft()
    const before = this.#line
    this.#tables += 1
    this.read(this.#reading.noteOf(reference), page)
    this.#tables -= 1
    this.#line = before
    return page.blocks
  }
}

/** What a paragraph is read by. */
interface Paragraph {
  readonly properties: MarkupElement | undefined
  readonly style: ParagraphStyle
  readonly isWithinContents: boolean
}

/** The depth of a heading, which its own properties say before its style does. */
function depthOf({ properties, style }: Paragraph): number | undefined {
  const own = outlineLevel(properties)
  if (own === 'text') return undefined
  return own ?? style.depth
}

function numbered(mark: ListMark | undefined): readonly MarkupNode[] {
  return mark === undefined || mark.isBullet ? [] : [mark.number]
}

/** Whether the end of a paragraph was deleted, or moved away: what it holds goes on in the next. */
function isDeleted(mark: MarkupElement | undefined): boolean {
  return property(mark, 'del') !== undefined || property(mark, 'moveFrom') !== undefined
}

function rowsIn(table: MarkupElement): readonly MarkupElement[] {
  return within(table, 'tr')
}

function cellsIn(row: MarkupElement): readonly MarkupElement[] {
  return within(row, 'tc')
}

/** The elements called `name` within `element`, whatever is put around them. */
function within(element: MarkupElement, name: string): readonly MarkupElement[] {
  return childElements(element).flatMap((child) => {
    if (child.name === name) return [child]
    const isAround = ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(child.name)
    return isAround ? within(child, name) : []
  })
}
