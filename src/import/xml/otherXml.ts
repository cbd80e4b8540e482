import type { Aside, Outline, Part } from '../../core/official/outline.ts'
import { allWithin, isElement, lineOf, type MarkupElement } from '../markup/element.ts'
import { hasMeasuresOfLaw } from '../lawRule.ts'
import { readPrintedLabel } from '../labels/printedLabel.ts'
import type { TextBlock } from '../running/block.ts'
import { paragraphsOfPlain } from '../running/plainText.ts'
import { readRunningText } from '../running/readRunningText.ts'
import { lineDivision, measureStart } from '../running/sectionMark.ts'

/**
 * The outline of a law in XML of a kind that is not known, as many states have one of their own: its elements say
 * what is a paragraph, and its words what is a part, as in a running text. A number in an element of its own belongs to the words behind
 * it. `undefined` where no law can be seen in it.
 */
export function readOtherXml(root: MarkupElement): Outline | undefined {
  const page = new Page()
  page.walk(root, 1)
  page.end(root.line)
  const { unread, ...read } = readRunningText(page.blocks)
  if (countOf(read.parts) < leastMeasures && !read.parts.some(hasMeasuresOfLaw)) return undefined
  const title = titleOf(root)
  return {
    ...(title !== undefined && { title }),
    ...read,
    unread: [{ where: 'file', what: `XML of a kind that is not known: <${root.name}>` }, ...unread],
  }
}

/** Fewer may stand in any file. */
const leastMeasures = 2

/** How many articles and sections, or measures with a number, there are. */
function countOf(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, { level, label, parts: below }) =>
      sum + (level === 'measure' && label !== undefined ? 1 : 0) + countOf(below),
    0,
  )
}

const titles = [
  ...['LawTitle', 'TituloNorma', 'langue', 'DocTitle', 'LongTitle', 'Ementa', 'Epigrafe'],
  ...['title', 'Title', 'titre', 'titulo'],
]

function titleOf(root: MarkupElement): string | undefined {
  return titles.flatMap((name) => lineOf(allWithin(root, name)[0]) ?? [])[0]
}

/** Elements that are words of the paragraph that they stand in, in all that is written in XML. */
const inline: ReadonlySet<string> = new Set([
  ...[
    'a',
    'b',
    'i',
    'u',
    'em',
    'strong',
    'sup',
    'sub',
    'span',
    'ref',
    'xref',
    'cite',
    'link',
    'br',
  ],
  ...['bold', 'italic', 'emphasis', 'term', 'quote', 'date', 'ruby', 'rt', 'rb', 'sentence'],
])

const beside: ReadonlyMap<string, Aside['kind']> = new Map([
  ...['note', 'notes', 'footnote', 'footnotes', 'fussnote', 'fussnoten', 'annotation'].map(
    (name) => [name, 'note'] as const,
  ),
  ...['annotations', 'toc', 'contents', 'index'].map((name) => [name, 'text'] as const),
  ['table', 'table'],
])

/** What elements of headings are called: `heading`, `titel`, `ChapterTitle`, `NomeAgrupador`. */
const isOfHeading =
  /(?:heading|header|title|titel|titre|titulo|rubrica?|ueberschrift|agrupador|caption)$/iu

function wordsRightWithin({ children }: MarkupElement): boolean {
  return children.some((child) => typeof child === 'string' && child.trim() !== '')
}

/** The blocks of a document while it is walked. */
class Page {
  readonly blocks: TextBlock[] = []
  #words = ''
  /** A number that stands in an element of its own. */
  #number: { readonly text: string; readonly line: number } | undefined

  /** Walks what stands `depth` elements deep. */
  walk(element: MarkupElement, depth: number): void {
    const kind = beside.get(element.name.toLowerCase())
    if (kind !== undefined) {
      const text = lineOf(element)
      if (text !== undefined) this.blocks.push({ kind, text })
      return
    }
    const hasWords = wordsRightWithin(element)
    for (const child of element.children) {
      if (!isElement(child)) this.#words += child
      else if (isInline(child, hasWords)) this.#words += ` ${lineOf(child) ?? ''} `
      else {
        this.#endParagraph(element, depth)
        this.walk(child, depth + 1)
      }
    }
    this.#endParagraph(element, depth)
  }

  end(line: number): void {
    const number = this.#number
    this.#number = undefined
    if (number !== undefined) this.blocks.push({ kind: 'paragraph', text: number.text, line })
  }

  /** Ends what stands within an element: paragraphs, where it is a text of several. */
  #endParagraph({ name, line }: MarkupElement, depth: number): void {
    const paragraphs = paragraphsOfPlain(this.#words)
    this.#words = ''
    for (const { text, line: at } of paragraphs) {
      const isHeading = paragraphs.length === 1 && text.length <= 200 && isOfHeading.test(name)
      this.#add(text, line + at - 1, isHeading ? depth : undefined)
    }
  }

  /** `depth`: how deep it is as a heading. */
  #add(text: string, line: number, depth?: number): void {
    if (isNumber(text)) {
      this.end(line)
      this.#number = { text, line }
      return
    }
    const number = this.#number
    this.#number = undefined
    const whole = number === undefined ? text : joined(number.text, text)
    if (depth === undefined || /^（[^（）]{1,60}）$/u.test(text))
      this.blocks.push({ kind: 'paragraph', text: whole, line })
    else this.blocks.push({ kind: 'heading', depth, text: whole, line })
  }
}

/** Whether an element is words of a paragraph: by its name, or as one with words among words. */
function isInline(element: MarkupElement, isAmongWords: boolean): boolean {
  const name = element.name.toLowerCase()
  if (beside.has(name)) return false
  return inline.has(name) || (isAmongWords && wordsRightWithin(element))
}

/** A section of a code has its number alone, which a mark tells from other numbers. */
const ofCode = /^\d{1,3}(?:-\d{1,4}){1,3}(?:\.\d{1,4}[a-z]?)?$/u

function joined(number: string, text: string): string {
  return ofCode.test(number) ? `§ ${number}. ${text}` : `${number} ${text}`
}

/** Whether a text is the number of a part and nothing else: `(a)`, `§ 1`, `第一条`, `CHAPTER I`. */
function isNumber(text: string): boolean {
  if (text.length > 24) return false
  if (
    ofCode.test(text) ||
    /^(?:\(?[\p{L}\d]{1,4}\)|[\d\uff10-\uff19]{1,3}[a-z]?\.?|[一二三四五六七八九十]{1,4}|[\u30a2-\u30f3]|\p{L}\.|[IVXLC]{1,6}\s?[.–-]|（[\d\uff10-\uff19a-zA-Z〇一二三四五六七八九十百]{1,4}）)$/u.test(
      text,
    )
  )
    return true
  const start = measureStart(text)
  if (start !== undefined) return start.rest === '' && start.heading === undefined
  if (lineDivision(text) !== undefined) return lineDivision(text)?.heading === undefined
  const { label, heading } = readPrintedLabel(text)
  return label !== undefined && heading === ''
}
