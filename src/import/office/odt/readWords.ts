import {
  childElements,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/element.ts'
import { inHeavyLetters, lineEnd, made } from '../elements.ts'
import type { LanguageCount } from '../page.ts'
import type { OdtStyle, OdtStyles } from './styles.ts'

/** What a paragraph holds, once it is read. */
export interface OdtContent {
  readonly words: MarkupNode[]
  /** The notes in it, in order. */
  readonly notes: MarkupElement[]
  /** Boxes and shapes that hold blocks of their own. */
  readonly boxes: MarkupElement[]
}

/** Elements within a paragraph that print nothing in it. */
const unprinted: ReadonlySet<string> = new Set([
  ...['annotation', 'annotation-end', 'tracked-changes', 'hidden-text', 'hidden-paragraph'],
  ...['note-citation', 'bookmark', 'bookmark-start', 'bookmark-end', 'change', 'change-start'],
  ...['change-end', 'ruby-text', 'number', 'script', 'toc-mark', 'alphabetical-index-mark'],
  ...['soft-page-break', 'title', 'desc', 'forms', 'event-listeners', 'image', 'object'],
])

/** Drawings, which may hold text. */
const drawings: ReadonlySet<string> = new Set([
  ...['frame', 'g', 'custom-shape', 'rect', 'ellipse', 'circle', 'polygon', 'path', 'a-shape'],
])

/** Adds what `nodes` of a paragraph print to `content`. */
export function addWords(
  nodes: readonly MarkupNode[],
  content: OdtContent,
  style: OdtStyle,
  { styles, languages }: { readonly styles: OdtStyles; readonly languages: LanguageCount },
): void {
  const add = (within: readonly MarkupNode[], own: OdtStyle): void => {
    for (const node of within) {
      if (isElement(node)) addElement(node, own)
      else {
        languages.count(node, own.language, own.eastAsian)
        const words = node.replaceAll('\u00AD', '')
        content.words.push(own.isBold === true ? inHeavyLetters([words]) : words)
      }
    }
  }
  const addElement = (element: MarkupElement, own: OdtStyle): void => {
    const { name, attributes, children } = element
    if (name === 's' || name === 'tab') content.words.push(' ')
    else if (name === 'line-break') content.words.push(lineEnd)
    else if (name === 'note') content.notes.push(element)
    else if (drawings.has(name)) content.boxes.push(element)
    else if (name === 'span') addSpan(element, own)
    else if (name === 'hidden-text' || unprinted.has(name)) return
    else if (name === 'conditional-text' && attributes.get('current-value') === '') return
    else add(children, own)
  }
  const addSpan = ({ attributes, children }: MarkupElement, own: OdtStyle): void => {
    const span = styles.ofWords(attributes.get('style-name'))
    if (span.isHidden) return
    const spoken = { ...own, ...definedOf(span) }
    if (span.raised === undefined) {
      add(children, spoken)
      return
    }
    const { words } = content
    const raised: OdtContent = { ...content, words: [] }
    addWords(children, raised, spoken, { styles, languages })
    if (raised.words.length > 0) words.push(made(span.raised, raised.words, 0))
  }
  add(nodes, style)
}

/** The languages and the weight that a style names. */
function definedOf({
  language,
  eastAsian,
  isBold,
}: OdtStyle): Pick<OdtStyle, 'language' | 'eastAsian' | 'isBold'> {
  return {
    ...(isBold !== undefined && { isBold }),
    ...(language !== undefined && { language }),
    ...(eastAsian !== undefined && { eastAsian }),
  }
}

/** What holds blocks within a drawing: boxes, and shapes with paragraphs. */
export function blocksInDrawing(element: MarkupElement): readonly MarkupElement[] {
  const children = childElements(element)
  if (children.some(({ name }) => ['p', 'h', 'list', 'table'].includes(name))) return [element]
  return children.flatMap((child) =>
    child.name === 'text-box' || drawings.has(child.name) ? blocksInDrawing(child) : [],
  )
}
