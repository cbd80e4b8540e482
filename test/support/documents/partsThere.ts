import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { SaxesParser } from 'saxes'

/**
 * A part that a document has, by a count of its own: none of what reads documents for the product is
 * used for it. `begins` is how its heading or its text begins, `keys` the paths of keys that are right for it.
 */
export interface PartThere {
  readonly keys: readonly string[]
  readonly begins: string
}

function partThere(key: string, begins: string): PartThere {
  return { keys: [key], begins: words(begins) }
}

/** Without the marks of notes, which EUR-Lex sets so: `( 23 )`. */
function words(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\( \d+ \)/gu, '')
    .trim()
}

// EUR-Lex, as HTML

type HtmlNode = DefaultTreeAdapterMap['node']
type HtmlElement = DefaultTreeAdapterMap['element']

/** By the ids that EUR-Lex gives, and the rows of one label and one text by which it prints points. */
export function partsOfEurLex(html: string): readonly PartThere[] {
  const parts: PartThere[] = []
  visit(parse(html), '')
  return parts

  function visit(node: HtmlNode, path: string): void {
    for (const child of 'childNodes' in node ? node.childNodes : []) {
      if (!('tagName' in child)) continue
      const id = attribute(child, 'id')
      const own = id.startsWith('anx_') && isOnlyAnnex(child) ? 'annex' : pathOf(id)
      // Words of another act, which an article inserts there, are no parts of this one.
      if (/^\d+\./u.test(own ?? '') && articleOf(own) !== articleOf(path)) continue
      if (own !== undefined) parts.push(partThere(own, headingOrText(child, id)))
      const point = child.tagName === 'tr' && own === undefined ? pointOf(child) : undefined
      const within = own ?? path
      if (point === undefined || !/^\d|^annex/u.test(within)) visit(child, within)
      else {
        const key = `${within}.${point.label}`
        const begins = textOf(point.content)
        // What an annex calls its parts varies: its points are known by their words.
        parts.push(within.startsWith('annex') ? { keys: [], begins } : partThere(key, begins))
        visit(point.content, key)
      }
    }
  }
}

/** Whether the heading of an annex is `ANNEX`, without a number. */
function isOnlyAnnex(annex: HtmlElement): boolean {
  const heading = elementsWithin(annex).find((one) => attribute(one, 'class') === 'oj-doc-ti')
  return heading !== undefined && textOf(heading) === 'ANNEX'
}

function articleOf(path: string | undefined): string | undefined {
  return path?.split('.')[0]
}

/** `5.1` of `005.001`, `chp-III.sec-2` of `cpt_III.sct_2`, `rct-3`, `annex-I`. */
function pathOf(id: string): string | undefined {
  const paragraph = /^(\d{3})\.(\d{3})$/u.exec(id)
  if (paragraph !== null) return `${String(Number(paragraph[1]))}.${String(Number(paragraph[2]))}`
  const article = /^art_(\d+[a-z]?)$/u.exec(id)
  if (article !== null) return article[1]
  const division = /^cpt_([IVXL]+)(?:\.sct_(\d+))?$/u.exec(id)
  if (division !== null) {
    const [, chapter = '', section] = division
    return `chp-${chapter}${section === undefined ? '' : `.sec-${section}`}`
  }
  const other = /^(rct|anx)_([\dIVXL]+)$/u.exec(id)
  return other === null ? undefined : `${other[1] === 'rct' ? 'rct' : 'annex'}-${other[2] ?? ''}`
}

function headingOrText(element: HtmlElement, id: string): string {
  const heading = elementsWithin(element).find(
    (one) => attribute(one, 'id') === `${id}.tit_1` || attribute(one, 'class') === 'eli-title',
  )
  if (heading !== undefined) return textOf(heading)
  const row = elementsWithin(element).find(({ tagName }) => tagName === 'tr')
  const content = id.startsWith('rct_') && row !== undefined ? pointOf(row)?.content : undefined
  const titles = elementsWithin(element).filter(
    (one) => attribute(one, 'class') === 'oj-doc-ti' && id.startsWith('anx_'),
  )
  return textOf(content ?? titles[1] ?? element).replace(/^\(?\d+[.)]\s*/u, '')
}

/** A row that begins with `(a)`, `1.` or `(ii)` alone, and has one cell more. */
function pointOf(row: HtmlElement): { label: string; content: HtmlElement } | undefined {
  const cells = row.childNodes.filter((one) => 'tagName' in one)
  const [first, content] = cells
  if (first === undefined || content === undefined || cells.length !== 2) return undefined
  const label = /^\(?([a-z]{1,4}|\d{1,2})[.)]$/u.exec(textOf(first))?.[1]
  return label === undefined ? undefined : { label, content }
}

function elementsWithin(node: HtmlNode): readonly HtmlElement[] {
  return ('childNodes' in node ? node.childNodes : []).flatMap((child) =>
    'tagName' in child ? [child, ...elementsWithin(child)] : [],
  )
}

function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value
  return words(('childNodes' in node ? node.childNodes : []).map(textOf).join(' '))
}

// Chinese law

/** By the lines that begin with 第…章 and 第…条. */
export function partsOfChineseLaw(text: string): readonly PartThere[] {
  const lines = text
    .replaceAll(/<[^>]*>/gu, '\n')
    .split('\n')
    .map((line) => line.replaceAll(/[#*\u3000]|&nbsp;/gu, ' ').trim())
  return lines.flatMap((line) => {
    const article = /^第([一二三四五六七八九十百零]+)条\s*(\S.*)?$/u.exec(line)
    if (article === null) return []
    return [partThere(String(chineseNumber(article[1] ?? '')), article[2] ?? '')]
  })
}

function chineseNumber(numeral: string): number {
  const [hundreds = '', rest = numeral] = numeral.includes('百') ? numeral.split('百') : ['']
  const [tens = '', ones = rest] = rest.includes('十') ? rest.split('十') : ['零']
  return 100 * digit(hundreds) + 10 * (tens === '' ? 1 : digit(tens)) + digit(ones)
}

function digit(numeral: string): number {
  return Math.max(0, '零一二三四五六七八九'.indexOf(numeral.slice(-1) || '零'))
}

// American orders

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** By `Sec. 2.` and by `(a)`, `(i)`, `(A)` at the beginning of a paragraph, each where it goes on counting. */
export function partsOfOrder(markdown: string): readonly PartThere[] {
  const parts: PartThere[] = []
  let path: string[] = []
  for (const block of markdown.split(/\n\s*\n| {2}\n(?=\()/u)) {
    let text = words(block.replaceAll(/<[^>]*>/gu, '').replaceAll(/[*_\\]/gu, ''))
    const section = /^(?:Section|Sec) ?\.? ?(\d+) ?\. ?/u.exec(text)
    if (section !== null) {
      path = [section[1] ?? '']
      text = text.slice(section[0].length)
      parts.push(partThere(path.join('.'), text))
      // `Sec. 2. Policy. (a) …` has its first point on the same line.
      text = text.replace(/^\p{Lu}[^.(]{1,90}\. ?/u, '')
    }
    for (;;) {
      const point = /^\(([A-Za-z]{1,5})\) ?/u.exec(text)
      const label = point?.[1]
      const above = label === undefined || path.length === 0 ? undefined : aboveOf(label, path)
      if (label === undefined || above === undefined) break
      path = [...above, label]
      text = text.slice(point?.[0].length)
      parts.push(partThere(path.join('.'), text))
      text = text.replace(/^\p{Lu}[^.(]{1,90}\. ?(?=\()/u, '')
    }
  }
  return parts
}

/** What `label` stands below: it goes on counting on a level, or begins the next. */
function aboveOf(label: string, path: readonly string[]): readonly string[] | undefined {
  for (let depth = path.length - 1; depth >= 1; depth--) {
    const before = path[depth] ?? ''
    if (seriesOf(depth).indexOf(label) === seriesOf(depth).indexOf(before) + 1) {
      return path.slice(0, depth)
    }
  }
  return seriesOf(path.length)[0] === label ? path : undefined
}

function seriesOf(depth: number): readonly string[] {
  if (depth === 1) return letters
  return depth === 2 ? romans : letters.map((one) => one.toUpperCase())
}

// XML

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

function xmlOf(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name: name.replace(/^.*:/u, ''), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.write(source).close()
  return root
}

function xmlText(node: XmlElement | string): string {
  return typeof node === 'string' ? node : words(node.children.map(xmlText).join(' '))
}

function childOf({ children }: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return children.find((one) => typeof one !== 'string' && names.includes(one.name)) as
    XmlElement | undefined
}

/** By the elements that hold others of these `levels`, each by what is printed in its `number`. */
function partsOfXml(
  source: string,
  levels: ReadonlyMap<string, string>,
  number: (element: XmlElement) => string | undefined,
  titles: readonly string[],
): readonly PartThere[] {
  const parts: PartThere[] = []
  visit(xmlOf(source), '')
  return parts

  function visit(element: XmlElement, path: string): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      // Words of another act, which this one inserts there, are no parts of it, nor what was struck.
      const isStruck = child.attributes['changed'] === 'deleted'
      if (isStruck || ['quotedContent', 'QUOT.S'].includes(child.name)) continue
      const prefix = levels.get(child.name)
      const label = prefix === undefined ? undefined : number(child)
      if (prefix === undefined || label === undefined) {
        visit(child, path)
        continue
      }
      const isRoot = path === '' || child.name === 'article' || !/^(?:sec-)?\w/u.test(path)
      const own = isRoot ? prefix + label : `${path}.${label}`
      const heading = childOf(child, ...titles)
      const text = child.children.filter(
        (one) => typeof one !== 'string' && one.name.toLowerCase() !== 'num',
      )
      const begins = xmlText(heading ?? { ...child, children: text })
      parts.push(partThere(own, begins.replace(/^\(?\d+[.)] /u, '')))
      visit(child, /^(?:chp|rct)-/u.test(own) ? '' : own)
    }
  }
}

/** Of Akoma Ntoso and USLM, by `<num>`; where `section` is the prefix of sections. */
export function partsOfAct(source: string, section: string): readonly PartThere[] {
  const levels = new Map([
    ['section', section],
    ['subsection', ''],
    ['article', ''],
    ['recital', 'rct-'],
    ['paragraph', ''],
    ['subparagraph', ''],
    ['clause', ''],
    ['point', ''],
  ])
  const number = (element: XmlElement): string | undefined => {
    const num = childOf(element, 'num')
    if (num === undefined) return undefined
    const value = num.attributes['value'] ?? xmlText(num)
    return /([A-Za-z\d]+)\W*$/u.exec(value.trim())?.[1]
  }
  return partsOfXml(source, levels, number, ['heading'])
}

/** Of Formex: articles, numbered paragraphs, recitals. */
export function partsOfFormex(source: string): readonly PartThere[] {
  const levels = new Map([
    ['ARTICLE', ''],
    ['PARAG', ''],
    ['CONSID', 'rct-'],
  ])
  const number = (element: XmlElement): string | undefined => {
    const printed =
      childOf(element, 'TI.ART', 'NO.PARAG') ?? childOf(childOf(element, 'NP') ?? element, 'NO.P')
    return printed && /(\d+[a-z]?)\W*$/u.exec(xmlText(printed))?.[1]
  }
  return partsOfXml(source, levels, number, ['STI.ART', 'ALINEA', 'NP'])
}

/** Of StratML: goals and objectives that have a name. */
export function partsOfStrategy(source: string): readonly PartThere[] {
  const parts: PartThere[] = []
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const name = childOf(child, 'Name')
      const begins = name === undefined ? '' : xmlText(name)
      if (['Goal', 'Objective'].includes(child.name) && begins !== '') {
        parts.push({ keys: [], begins })
      }
      visit(child)
    }
  }
  visit(xmlOf(source))
  return parts
}

// Lists and facts

/** Of two lists of the goals: `1-title: …` and `13-a-title: …`. */
export function partsOfGoals(goals: string, targets: string): readonly PartThere[] {
  const titled = (yaml: string): readonly PartThere[] =>
    [...yaml.matchAll(/^'?"?(\d+(?:-[\da-z]+)?)-title'?"?: *(.*(?:\n .*)*)/gmu)].map(
      ([, number = '', title = '']) => {
        const label = number.replace('-', '.')
        return {
          keys: label.includes('.') ? [label] : [`goal-${label}`, label],
          begins: words(title.replaceAll(/^['"]|['"]$/gu, '')),
        }
      },
    )
  return [...titled(goals), ...titled(targets)]
}

/** Of a list as JSON, whose records bear their label and text in these fields. */
export function partsOfList(json: string, label: string, text: string): readonly PartThere[] {
  return (JSON.parse(json) as Readonly<Record<string, string>>[]).map((record) =>
    partThere((record[label] ?? '').replaceAll(/\s+/gu, '.'), record[text] ?? ''),
  )
}

/** Of the facts of a plan, a line each: the place of each action, without its words. */
export function partsOfFacts(facts: string): readonly PartThere[] {
  return facts
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { key } = JSON.parse(line) as { readonly key: string }
      return { keys: [key.replace(/^[^:]*:/u, '')], begins: '' }
    })
}
