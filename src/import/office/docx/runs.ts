import { addAll } from '../../../core/text/lists.ts'
import {
  childElements,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/element.ts'
import { inHeavyLetters, lineEnd, made } from '../elements.ts'
import type { LanguageCount } from '../page.ts'
import { isOn, property, valueOf } from './properties.ts'
import { languageIn, type Language, type Styles } from './styles.ts'

/** What a paragraph holds, once it is read. */
export interface Content {
  readonly words: MarkupNode[]
  /** The notes that it refers to, in order. */
  readonly notes: NoteReference[]
  /** Boxes with blocks of their own that are anchored in it. */
  readonly boxes: MarkupElement[]
}

/** How words are set that say nothing of it themselves. */
export interface Setting extends Language {
  readonly isBold: boolean
}

/** Where a note stands, and its id there. */
export interface NoteReference {
  readonly of: 'footnote' | 'endnote'
  readonly id: string
}

/** Elements that hold what is printed in a line. */
const transparent: ReadonlySet<string> = new Set([
  ...['ins', 'moveTo', 'hyperlink', 'smartTag', 'sdtContent', 'fldSimple', 'customXml', 'dir'],
  ...['bdo', 'rubyBase', 'r', 'Choice', 'Fallback', 'oMath', 'oMathPara'],
])

/** What is printed for elements that are not text. */
const signs: ReadonlyMap<string, string> = new Map([
  ['tab', ' '],
  ['ptab', ' '],
  ['noBreakHyphen', '-'],
])

/** Reads what stands in lines: runs, with what was inserted, and without what was deleted or is hidden. */
export class Runs {
  readonly #languages: LanguageCount
  readonly #styles: Styles
  /** Of the fields that are open whether their code still goes on, the outermost first. */
  readonly #fields: { isCode: boolean; code: string }[] = []
  /** How many tables of contents are open. */
  #contents = 0

  constructor(languages: LanguageCount, styles: Styles) {
    this.#languages = languages
    this.#styles = styles
  }

  /** Whether a field that makes a table of contents is open. */
  get isWithinContents(): boolean {
    return this.#contents > 0
  }

  /** Adds what `nodes` of a paragraph print to `content`. */
  add(nodes: readonly MarkupNode[], content: Content, set: Setting): void {
    for (const node of nodes) if (isElement(node)) this.#addElement(node, content, set)
  }

  /** A paragraph is over: the code of a field ends with it, should it never be closed. */
  endParagraph(): void {
    for (const field of this.#fields) field.isCode = false
  }

  #addElement(element: MarkupElement, content: Content, set: Setting): void {
    const { name, attributes } = element
    if (name === 'r') this.#addRun(element, content, set)
    else if (name === 't') this.#addText(element, content, set)
    else if (name === 'fldChar') this.#turnField(attributes.get('fldCharType'))
    else if (name === 'instrText') this.#addCode(element)
    else if (this.#isCode) return
    else if (name === 'br' && attributes.get('type') === undefined) content.words.push(lineEnd)
    else if (name === 'cr') content.words.push(lineEnd)
    else if (name === 'br') content.words.push(' ')
    else if (name === 'sym') content.words.push(symbol(attributes.get('char')))
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const of = name === 'footnoteReference' ? 'footnote' : 'endnote'
      content.notes.push({ of, id: attributes.get('id') ?? '' })
    } else if (name === 'drawing' || name === 'pict' || name === 'object') {
      addAll(content.boxes, boxesIn(element))
    } else if (name === 'AlternateContent') {
      const [first] = childElements(element)
      if (first !== undefined) this.add(first.children, content, set)
    } else if (name === 'sdt') {
      const isPrompt = isOn(property(element, 'sdtPr'), 'showingPlcHdr') ?? false
      if (!isPrompt) this.add(childElements(element, 'sdtContent'), content, set)
    } else if (name === 'ruby') {
      this.add(childElements(element, 'rubyBase'), content, set)
    } else if (name === 'sSup' || name === 'sSub') {
      this.#addScript(element, name === 'sSup' ? 'sup' : 'sub', content, set)
    } else if (transparent.has(name) || mathematics.has(name)) {
      this.add(element.children, content, set)
    } else {
      const sign = signs.get(name)
      if (sign !== undefined) content.words.push(sign)
    }
  }

  #addRun(run: MarkupElement, content: Content, set: Setting): void {
    const properties = property(run, 'rPr')
    if (isOn(properties, 'vanish') ?? false) {
      // What is hidden may still begin or end a field.
      this.add(
        run.children.filter((child) => isElement(child, 'fldChar')),
        content,
        set,
      )
      return
    }
    // A note with a mark of its own bears it in the same run.
    const hasOwnMark = childElements(run).some(({ attributes }) =>
      ['1', 'true', 'on'].includes(attributes.get('customMarkFollows') ?? ''),
    )
    const children = hasOwnMark
      ? run.children.filter((child) => !isElement(child, 't'))
      : run.children
    const style = valueOf(properties, 'rStyle')
    const isOfStyle = style !== undefined && this.#styles.of(style).isBold
    const isBold = isOn(properties, 'b') ?? (isOfStyle || set.isBold)
    const spoken = { ...set, ...languageIn(properties), isBold }
    const raised = valueOf(properties, 'vertAlign')
    if (raised === 'superscript' || raised === 'subscript') {
      const words: MarkupNode[] = []
      this.add(children, { ...content, words }, spoken)
      if (words.length > 0)
        content.words.push(script(raised === 'superscript' ? 'sup' : 'sub', words))
    } else this.add(children, content, spoken)
  }

  #addText(element: MarkupElement, content: Content, set: Setting): void {
    if (this.#isCode) return
    const text = element.children.filter((child) => typeof child === 'string').join('')
    this.#languages.count(text, set.letters, set.eastAsian)
    const words = text.replaceAll('\u00AD', '')
    content.words.push(set.isBold ? inHeavyLetters([words]) : words)
  }

  /** A base of a formula with what stands above or below it. */
  #addScript(element: MarkupElement, name: 'sup' | 'sub', content: Content, set: Setting): void {
    this.add(childElements(element, 'e'), content, set)
    const words: MarkupNode[] = []
    this.add(childElements(element, name), { ...content, words }, set)
    content.words.push(script(name, words))
  }

  get #isCode(): boolean {
    return this.#fields.some(({ isCode }) => isCode)
  }

  #turnField(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ isCode: true, code: '' })
    else if (type === 'separate') {
      const field = this.#fields.at(-1)
      if (field === undefined) return
      field.isCode = false
      if (isContents(field.code)) this.#contents += 1
    } else if (type === 'end') {
      const field = this.#fields.pop()
      if (field !== undefined && !field.isCode && isContents(field.code)) this.#contents -= 1
    }
  }

  #addCode(element: MarkupElement): void {
    const field = this.#fields.at(-1)
    if (field?.isCode !== true || field.code.length > 100) return
    field.code += element.children.filter((child) => typeof child === 'string').join('')
  }
}

function isContents(code: string): boolean {
  return /^\s*TOC\b/iu.test(code)
}

function script(name: 'sup' | 'sub', words: readonly MarkupNode[]): MarkupElement {
  return made(name, words, 0)
}

/** Elements of formulas whose words are read in a line. */
const mathematics: ReadonlySet<string> = new Set([
  ...['e', 'f', 'num', 'den', 'd', 'rad', 'deg', 'nary', 'sup', 'sub', 'func', 'fName', 'm', 'mr'],
  ...['sSubSup', 'sPre', 'acc', 'bar', 'box', 'borderBox', 'groupChr', 'limLow', 'limUpp', 'lim'],
  ...['eqArr', 'phant'],
])

/** The character of a symbol; nothing for one that only its own font can show. */
function symbol(code = ''): string {
  const point = /^[\da-f]{1,5}$/iu.test(code) ? Number.parseInt(code, 16) : 0
  const isShown = point >= 0x20 && (point < 0xd800 || point > 0xf8ff)
  return isShown ? String.fromCodePoint(point) : ' '
}

/** The boxes of text within a drawing, each once: an old form of one may stand beside it. */
function boxesIn(element: MarkupElement): readonly MarkupElement[] {
  return childElements(element).flatMap((child) => {
    if (child.name === 'txbxContent') return [child]
    if (child.name === 'AlternateContent') {
      const [first] = childElements(child)
      return first === undefined ? [] : boxesIn(first)
    }
    return boxesIn(child)
  })
}
