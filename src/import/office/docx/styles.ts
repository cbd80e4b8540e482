import { childElements, type MarkupElement } from '../../markup/element.ts'
import { headingDepth, isTitleName } from '../styleNames.ts'
import { isOn, numberIn, property, valueOf } from './properties.ts'

/** What a paragraph has of its style, those that this is based on included. */
export interface ParagraphStyle {
  /** As the style is called in a document of any language: `heading 1`, `toc 2`. */
  readonly name: string
  /** From 1 on, where its paragraphs are headings. */
  readonly depth?: number
  readonly isTitle: boolean
  /** Of its list, and the level in it from 0 on. */
  readonly numbering?: string
  readonly level?: number
  readonly isBold: boolean
  readonly language?: Language
}

/** The languages of a run: of words in letters, and of those in East Asian characters. */
export interface Language {
  readonly letters?: string
  readonly eastAsian?: string
}

/** The styles of a document in WordprocessingML. */
export class Styles {
  readonly #elements: ReadonlyMap<string, MarkupElement>
  readonly #known = new Map<string, ParagraphStyle>()
  readonly #usual: string
  /** The language of what says none. */
  readonly language: Language

  constructor(root: MarkupElement | undefined) {
    const elements = root === undefined ? [] : childElements(root, 'style')
    this.#elements = new Map(elements.map((one) => [one.attributes.get('styleId') ?? '', one]))
    const usual = elements.find(
      ({ attributes }) => attributes.get('type') === 'paragraph' && attributes.has('default'),
    )
    this.#usual = usual?.attributes.get('styleId') ?? ''
    const defaults = property(property(root, 'docDefaults'), 'rPrDefault')
    this.language = languageIn(property(defaults, 'rPr')) ?? {}
  }

  /** The style with this id, or that of paragraphs that name none. */
  of(id = this.#usual): ParagraphStyle {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const style = this.#read(id)
    this.#known.set(id, style)
    return style
  }

  /** The element of the style with this id. */
  element(id: string): MarkupElement | undefined {
    return this.#elements.get(id)
  }

  #read(id: string): ParagraphStyle {
    const chain = this.#chain(id)
    // A document may name the styles of Word without saying what they are.
    const names = chain.length === 0 ? [id] : chain.map((one) => valueOf(one, 'name') ?? '')
    const ofParagraph = chain.map((one) => property(one, 'pPr'))
    const ofRuns = chain.map((one) => property(one, 'rPr'))
    const depth = depthOf(ofParagraph, names)
    const lists = ofParagraph.map((one) => property(one, 'numPr'))
    const numbering = firstOf(lists, (list) => valueOf(list, 'numId'))
    const level = firstOf(lists, (list) => numberIn(list, 'ilvl'))
    const language = firstOf(ofRuns, languageIn)
    return {
      name: names[0] ?? '',
      ...(depth !== undefined && { depth }),
      isTitle: isTitleName(names[0] ?? ''),
      ...(numbering !== undefined && { numbering }),
      ...(level !== undefined && { level }),
      isBold: firstOf(ofRuns, (one) => isOn(one, 'b')) ?? false,
      ...(language !== undefined && { language }),
    }
  }

  /** The style and those that it is based on, from it on. */
  #chain(id: string): readonly MarkupElement[] {
    const chain: MarkupElement[] = []
    let next: string | undefined = id
    while (next !== undefined && chain.length < 100) {
      const element = this.#elements.get(next)
      if (element === undefined || chain.includes(element)) break
      chain.push(element)
      next = valueOf(element, 'basedOn')
    }
    return chain
  }
}

/** The depth of headings, of the nearest style that says one; a level of nine is that of running text. */
function depthOf(
  chain: readonly (MarkupElement | undefined)[],
  names: readonly string[],
): number | undefined {
  for (const [at, name] of names.entries()) {
    const level = outlineLevel(chain[at])
    if (level !== undefined) return level === 'text' ? undefined : level
    const depth = headingDepth(name)
    if (depth !== undefined) return depth
  }
  return undefined
}

/** The depth, from 1 on, that the properties of a paragraph give it, `text` where they say that it is no heading. */
export function outlineLevel(properties: MarkupElement | undefined): number | 'text' | undefined {
  const level = numberIn(properties, 'outlineLvl')
  if (level === undefined || level < 0) return undefined
  return level >= 9 ? 'text' : level + 1
}

/** The languages that the properties of a run name. */
export function languageIn(properties: MarkupElement | undefined): Language | undefined {
  const attributes = property(properties, 'lang')?.attributes
  const letters = attributes?.get('val')
  const eastAsian = attributes?.get('eastAsia')
  if (letters === undefined && eastAsian === undefined) return undefined
  return {
    ...(letters !== undefined && { letters }),
    ...(eastAsian !== undefined && { eastAsian }),
  }
}

function firstOf<From, To>(
  list: readonly From[],
  what: (one: From) => To | undefined,
): To | undefined {
  for (const one of list) {
    const found = what(one)
    if (found !== undefined) return found
  }
  return undefined
}
