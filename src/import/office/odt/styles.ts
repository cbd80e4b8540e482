import { childElements, isElement, type MarkupElement } from '../../markup/element.ts'
import { headingDepth, isTitleName } from '../styleNames.ts'

/** What a paragraph, or words within one, have of their style, those that this goes on from included. */
export interface OdtStyle {
  /** The names of the style and of those that it goes on from, the nearest first. */
  readonly names: readonly string[]
  /** From 1 on, where its paragraphs are headings. */
  readonly depth?: number
  readonly isTitle: boolean
  /** Of its list. */
  readonly list?: string
  readonly raised?: 'sup' | 'sub'
  readonly isHidden: boolean
  /** Missing where no style says it. */
  readonly isBold?: boolean
  readonly language?: string
  readonly eastAsian?: string
}

const nothing: OdtStyle = { names: [], isTitle: false, isHidden: false }

/** The styles of a document in OpenDocument: those of its users, and those that programs make. */
export class OdtStyles {
  readonly #elements = new Map<string, MarkupElement>()
  readonly #known = new Map<string, OdtStyle>()
  readonly #lists = new Map<string, MarkupElement>()
  /** How headings are numbered. */
  readonly outline: MarkupElement | undefined
  /** What is not said otherwise. */
  readonly usual: OdtStyle

  constructor(roots: readonly (MarkupElement | undefined)[]) {
    const groups = roots.flatMap((root) =>
      root === undefined
        ? []
        : childElements(root).filter(({ name }) => ['styles', 'automatic-styles'].includes(name)),
    )
    let outline: MarkupElement | undefined
    let usual: MarkupElement | undefined
    for (const element of groups.flatMap((group) => childElements(group))) {
      const { name, attributes } = element
      const family = attributes.get('family') ?? ''
      const own = attributes.get('name') ?? ''
      if (name === 'style') this.#elements.set(`${family} ${own}`, element)
      else if (name === 'list-style') this.#lists.set(own, element)
      else if (name === 'outline-style') outline = element
      else if (name === 'default-style' && family === 'paragraph') usual = element
    }
    this.outline = outline
    this.usual = usual === undefined ? nothing : { ...nothing, ...languagesOf([usual]) }
  }

  /** The list style of this name. */
  list(name: string | undefined): MarkupElement | undefined {
    return this.#lists.get(name ?? '')
  }

  ofParagraph(name: string | undefined): OdtStyle {
    return this.#of('paragraph', name)
  }

  ofWords(name: string | undefined): OdtStyle {
    return this.#of('text', name)
  }

  /** Whether a section of this style is hidden. */
  #of(family: string, name: string | undefined): OdtStyle {
    if (name === undefined) return nothing
    const key = `${family} ${name}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const style = styleOf(this.#chain(family, name), name)
    this.#known.set(key, style)
    return style
  }

  #chain(family: string, name: string): readonly MarkupElement[] {
    const chain: MarkupElement[] = []
    let next: string | undefined = name
    while (next !== undefined && chain.length < 100) {
      const element = this.#elements.get(`${family} ${next}`)
      if (element === undefined || chain.includes(element)) break
      chain.push(element)
      next = element.attributes.get('parent-style-name')
    }
    return chain
  }
}

function styleOf(chain: readonly MarkupElement[], name: string): OdtStyle {
  const names =
    chain.length === 0
      ? [readableName(name)]
      : chain.map(({ attributes }) =>
          readableName(attributes.get('display-name') ?? attributes.get('name') ?? ''),
        )
  const depth = depthOf(chain, names)
  const list = chain
    .map(({ attributes }) => attributes.get('list-style-name'))
    .find((one) => one !== undefined && one !== '')
  const position = wordProperty(chain, 'text-position') ?? ''
  const weight = wordProperty(chain, 'font-weight')
  const raised = position.startsWith('super')
    ? 'sup'
    : position.startsWith('sub')
      ? 'sub'
      : undefined
  return {
    names,
    ...(depth !== undefined && { depth }),
    isTitle: names.some(isTitleName),
    ...(list !== undefined && { list }),
    ...(raised !== undefined && { raised }),
    isHidden: wordProperty(chain, 'display') === 'none',
    ...(weight !== undefined && { isBold: /^(?:bold|[6-9]00)$/u.test(weight) }),
    ...languagesOf(chain),
  }
}

function depthOf(chain: readonly MarkupElement[], names: readonly string[]): number | undefined {
  for (const [at, name] of names.entries()) {
    const level = chain[at]?.attributes.get('default-outline-level')
    if (level !== undefined) return /^\d{1,2}$/u.test(level) ? Number(level) : undefined
    const depth = headingDepth(name)
    if (depth !== undefined) return depth
  }
  return undefined
}

function languagesOf(chain: readonly MarkupElement[]): Pick<OdtStyle, 'language' | 'eastAsian'> {
  const said = (suffix: string): string | undefined => {
    const language = wordProperty(chain, `language${suffix}`)
    if (language === undefined || ['none', 'zxx', ''].includes(language)) return undefined
    const country = wordProperty(chain, `country${suffix}`) ?? 'none'
    return country === 'none' || country === '' ? language : `${language}-${country}`
  }
  const language = said('')
  const eastAsian = said('-asian')
  return {
    ...(language !== undefined && { language }),
    ...(eastAsian !== undefined && { eastAsian }),
  }
}

function wordProperty(chain: readonly MarkupElement[], name: string): string | undefined {
  for (const element of chain) {
    const properties = element.children.find((child) => isElement(child, 'text-properties'))
    const value = isElement(properties) ? properties.attributes.get(name) : undefined
    if (value !== undefined) return value
  }
  return undefined
}

/** `Heading 1` of `Heading_20_1`, as names are written that have spaces. */
function readableName(name: string): string {
  return name.replaceAll(/_([\da-f]{2,4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
