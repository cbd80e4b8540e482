import type { Aside, Outline, Part, Unread } from '../../core/official/outline.ts'
import {
  childElements,
  isElement,
  lineOf,
  rawText,
  allWithin,
  type MarkupElement,
  type MarkupNode,
} from '../markup/element.ts'
import { HeadingDepths } from './headingDepths.ts'
import { inLines, type TextBlock } from '../running/block.ts'
import { readRunningText } from '../running/readRunningText.ts'

/** The roots of documents of the Federal Register, and of the Code of Federal Regulations, as GPO gives them. */
export const federalRegisterRoots: ReadonlySet<string> = new Set([
  ...[
    'RULE',
    'PRORULE',
    'NOTICE',
    'PRESDOCU',
    'PRESDOC',
    'EXECORD',
    'PROCLA',
    'PRNOTICE',
    'PRMEMO',
  ],
  ...['PRORDER', 'DETERM', 'CFRGRANULE', 'CFRDOC', 'FEDREG', 'SECTION'],
])

/**
 * The outline of a document of the Federal Register. Headings (`HD`) nest as their sources say; what stands
 * below is read by its words: `Sec. 2.`, `(a)`. Sections of the Code of Federal Regulations are sections.
 */
export function readFederalRegister(root: MarkupElement): Outline {
  const reading = new Reading()
  const title = titleOf(root)
  reading.walk(root.children, title)
  const { unread, parts, ...read } = readRunningText(reading.blocks, false)
  const issued = dayOf(root)
  const issuer = lineOf(allWithin(root, 'AGENCY')[0] ?? allWithin(root, 'PRES')[0])
  const isOrder = ['EXECORD', 'PRMEMO', 'PRORDER', 'DETERM'].some(
    (name) => root.name === name || allWithin(root, name).length > 0,
  )
  // What counts in a section is listed as outside of a measure, and read once the section is one.
  const ofSections = parts.flatMap(paragraphsOfSections).join('\n')
  const isRead = ({ what }: Unread): boolean => ofSections.includes(what.replace(/…$/u, ''))
  return {
    ...(title !== undefined && { title }),
    ...(isOrder && { type: 'order' }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    language: 'en',
    ...read,
    parts: parts.map(withSection),
    unread: [...reading.left, ...unread.filter((one) => !isRead(one))],
  }
}

/** Its subject, or the first heading of a document of the President. */
function titleOf(root: MarkupElement): string | undefined {
  const [preamble] = allWithin(root, 'PREAMB')
  const subject = preamble && childElements(preamble, 'SUBJECT')[0]
  const [system] = allWithin(root, 'FDSYS')
  const heading =
    system && (childElements(system, 'HEADING')[0] ?? childElements(system, 'CFRTITLETEXT')[0])
  return lineOf(subject) ?? lineOf(heading) ?? lineOf(allWithin(root, 'HD')[0])
}

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
]

/** The day of a document of the President; of a file of the Code that of its revision. */
function dayOf(root: MarkupElement): string | undefined {
  const lines = ['EXECORDR', 'PROC', 'PNOTICE', 'DATE'].flatMap((name) =>
    allWithin(root, name).map((element) => lineOf(element) ?? ''),
  )
  for (const line of lines) {
    const [iso] = /^\d{4}-\d\d-\d\d/u.exec(line) ?? []
    if (iso !== undefined) return iso
    const [, name = '', day = '', year = ''] =
      /([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})/u.exec(line) ?? []
    const month = months.indexOf(name.toLowerCase())
    if (month >= 0) return `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return undefined
}

const paragraphs: ReadonlySet<string> = new Set([
  ...['P', 'FP', 'APPRO', 'AUTHP', 'SECAUTH', 'LSTSUB', 'EXTRACT1', 'SIG', 'DATED', 'NAME'],
])

/** Something printed beside the text, with what to call it where it is to be listed. */
interface Beside {
  readonly kind: Aside['kind']
  readonly what?: string
}

/** By their elements; what only says again what is known is not listed. */
const beside: ReadonlyMap<string, Beside> = new Map<string, Beside>([
  ['FTNT', { kind: 'note', what: 'note' }],
  ['GPOTABLE', { kind: 'table', what: 'table' }],
  ['MATH', { kind: 'text', what: 'formula' }],
  ['CNTNTS', { kind: 'text', what: 'table of contents' }],
  ['CONTENTS', { kind: 'text', what: 'table of contents' }],
  ['SIG', { kind: 'text', what: 'signature' }],
  ['AMDPAR', { kind: 'text', what: 'instruction to amend the Code' }],
  ['AUTH', { kind: 'text', what: 'authority' }],
  ['SOURCE', { kind: 'text', what: 'source' }],
  ['EDNOTE', { kind: 'note', what: 'note' }],
  ['GPH', { kind: 'text', what: 'figure' }],
  ...[
    ...['TITLE3', 'PRES', 'EXECORDR', 'PROC', 'PNOTICE', 'DETNO', 'MEMO', 'PSIG', 'PLACE', 'DATE'],
    ...['FRDOC', 'FILED', 'BILCOD', 'AGENCY', 'SUBAGY', 'CFR', 'RIN', 'DEPDOC', 'SUBJECT', 'FDSYS'],
    ...['CITA', 'STARS', 'UNITNAME', 'VOL', 'NO'],
  ].map((name): [string, Beside] => [name, { kind: 'text' }]),
])

class Reading {
  readonly blocks: TextBlock[] = []
  readonly #depths = new HeadingDepths()
  readonly #left = new Map<string, { readonly line: number; count: number }>()

  /** What is listed as not read, with how often. */
  get left(): Outline['unread'] {
    return [...this.#left].map(([what, { line, count }]) => ({
      where: `line ${String(line)}`,
      what: count === 1 ? what : `${what}, and ${String(count - 1)} more`,
    }))
  }

  walk(nodes: readonly MarkupNode[], title: string | undefined): void {
    for (const node of nodes) {
      if (isElement(node)) this.#element(node, title)
      else if (node.trim() !== '') this.#paragraph(node, 1)
    }
  }

  #element(element: MarkupElement, title: string | undefined): void {
    const { name, line } = element
    const aside = beside.get(name)
    if (aside !== undefined) this.#beside(element, aside)
    else if (name === 'HD') {
      const text = lineOf(element)
      if (text === title && element.attributes.get('SOURCE') === 'HED') this.#aside('text', element)
      else if (text !== undefined)
        this.blocks.push({
          kind: 'heading',
          depth: this.#depths.next(element),
          text,
          line,
          isAroundLaw: true,
        })
    } else if (name === 'SECTION' || name === 'PART' || name === 'SUBPART') {
      this.#numbered(element, title)
    } else if (name === 'REGTEXT') this.#amended(element, title)
    else if (paragraphs.has(name)) this.#paragraph(wordsOf(element), line)
    else this.walk(element.children, title)
  }

  /** `§ 2.341 Review of decisions`: its number and subject are its heading. */
  #numbered(element: MarkupElement, title: string | undefined): void {
    const heads = childElements(element).filter(({ name }) =>
      ['SECTNO', 'SUBJECT', 'HD', 'PTHD'].includes(name),
    )
    const own =
      element.name === 'SECTION' ? heads.filter(({ name }) => name !== 'HD') : heads.slice(0, 1)
    const text = own
      .map((one) => lineOf(one) ?? '')
      .join(' ')
      .trim()
    const depth = this.#depths.next(element)
    if (text !== '') this.blocks.push({ kind: 'heading', depth, text, line: element.line })
    this.walk(
      element.children.filter((node) => !isElement(node) || !own.includes(node)),
      title,
    )
  }

  /** A text of the Code, as it is amended. */
  #amended(element: MarkupElement, title: string | undefined): void {
    const leave = this.#depths.enterRegulation(element)
    this.walk(element.children, title)
    leave()
  }

  #beside(element: MarkupElement, { kind, what }: Beside): void {
    this.#aside(kind, element)
    if (what === undefined || (lineOf(element) === undefined && what !== 'figure')) return
    const before = this.#left.get(what)
    if (before === undefined) this.#left.set(what, { line: element.line, count: 1 })
    else before.count += 1
  }

  #aside(kind: Aside['kind'], element: MarkupElement): void {
    const text = lineOf(element)
    if (text !== undefined) this.blocks.push({ kind, text })
  }

  #paragraph(words: string, line: number): void {
    const text = inLines(words)
    if (text !== '') this.blocks.push({ kind: 'paragraph', text, line })
  }
}

/** The words of a paragraph, without marks of notes and pages. */
function wordsOf(node: MarkupNode): string {
  if (!isElement(node)) return rawText(node)
  if (node.name === 'FTREF' || node.name === 'PRTPAGE' || node.name === 'GID') return ''
  return node.children
    .filter((child, at, all) => !(isElement(child, 'SU') && isElement(all[at + 1], 'FTREF')))
    .map(wordsOf)
    .join('')
}

/** In a heading, whose words are parted by single spaces. */
const sectionMark = /^§{1,2} ?(\d[\w.-]{0,30}) (\S.*)$/u

function paragraphsOfSections(part: Part): readonly string[] {
  const isSection = part.label === undefined && sectionMark.test(part.heading ?? '')
  return isSection ? [part.text] : part.parts.flatMap(paragraphsOfSections)
}

/** A division whose heading is that of a section of the Code, as one, with its paragraphs by their numbers. */
function withSection(part: Part): Part {
  const found = part.label === undefined ? sectionMark.exec(part.heading ?? '') : null
  if (found === null) return { ...part, parts: part.parts.map(withSection) }
  const [printed, label = '', heading = ''] = found
  const paragraphs = part.text.split('\n\n').filter((text) => text !== '')
  const { parts } = readRunningText(
    ['Section 1.', ...paragraphs].map((text) => ({ kind: 'paragraph', text, line: 1 })),
  )
  const [{ text, parts: below } = { text: part.text, parts: [] }] = parts
  return {
    ...part,
    kind: 'section',
    label,
    heading,
    printed,
    text,
    parts: [...below, ...part.parts],
  }
}
