import type { Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import {
  allWithin,
  childElements,
  isElement,
  lineOf,
  type MarkupElement,
  type MarkupNode,
} from '../markup/element.ts'
import { readParts, type PartHead, type Sort } from '../markup/readParts.ts'
import { printedAs, readPrintedLabel } from '../labels/printedLabel.ts'

/** Whether a page is an act as EUR-Lex shows it, with the identifiers of the European Legislation Identifier. */
export function isEurLex(root: MarkupElement): boolean {
  return allWithin(root, 'div').some((element) => isOfClass(element, 'eli-subdivision'))
}

/**
 * The outline of an act in EUR-Lex's XHTML: recitals, chapters and sections, articles with their paragraphs
 * and points, annexes. Parts bear the identifiers of the page: `art_5`, `cpt_III.sct_1`, `anx_I`.
 */
export function readEurLex(root: MarkupElement): Outline {
  const read = readParts(root.children, sortOf)
  const main = allWithin(root, 'div').find((element) => isOfClass(element, 'eli-main-title'))
  const title = lineOf(main)
  const language = allWithin(root, 'p').find((element) => isOfClass(element, 'oj-hd-lg'))
  const tag = lineOf(language)?.toLowerCase()
  return {
    ...(title !== undefined && { title }),
    type: 'act',
    ...(tag !== undefined && { language: tag }),
    ...read,
  }
}

const divisionId = /^(?:cpt|tis|prt|sct|ttl)_[IVXLC\d]+(?:\.(?:sct|cpt)_[\dIVXLC]+)*$/u
const articleId = /^art_\d+[a-z]?$/u
const recitalId = /^rct_\d+[a-z]?$/u
const paragraphId = /^\d{3}\.\d{3}[a-z]?$/u

function sortOf(element: MarkupElement): Sort {
  const id = element.attributes.get('id') ?? ''
  if (['head', 'script', 'style', 'hr', 'img', 'col'].includes(element.name)) return 'known'
  if (element.name === 'div') return sortOfDivision(element, id)
  if (element.name === 'table') return sortOfTable(element)
  if (element.name === 'tr') return sortOfRow(element)
  if (element.name === 'p') return sortOfParagraph(element)
  if (element.name === 'a' && /^\(?[\d*]+\)?$/u.test(lineOf(element) ?? '')) return 'known'
  if (element.name === 'group') return groupPart(element)
  return ['a', 'span', 'sup', 'em', 'strong', 'b', 'i'].includes(element.name) ? 'inline' : 'block'
}

function sortOfDivision(element: MarkupElement, id: string): Sort {
  if (divisionId.test(id)) return { part: divisionPart(element, id), content: element.children }
  if (id.startsWith('anx_')) return annexPart(element, id)
  if (articleId.test(id)) return { part: articlePart(element, id), content: element.children }
  if (paragraphId.test(id)) return paragraphPart(element, id)
  if (recitalId.test(id)) return recitalPart(element, id)
  if (id.startsWith('cit_')) return { unread: 'citation of the preamble' }
  if (id.startsWith('pbl_')) return 'block'
  if (isOfClass(element, 'eli-title') || isOfClass(element, 'eli-main-title')) return 'known'
  if (isOfClass(element, 'oj-enumeration-spacing')) return listed(childElements(element))
  if (isOfClass(element, 'oj-final')) return { unread: 'formula' }
  return 'block'
}

function sortOfParagraph(element: MarkupElement): Sort {
  const known = ['oj-ti-art', 'oj-sti-art', 'oj-ti-section-1', 'oj-ti-section-2', 'oj-doc-ti']
  if (known.some((name) => isOfClass(element, name))) return 'known'
  if (isOfClass(element, 'oj-note')) return { unread: 'note' }
  if ([...element.attributes.values()].some((value) => /\boj-(?:hd|signatory)/u.test(value))) {
    return { unread: 'line of the Official Journal' }
  }
  return 'block'
}

function divisionPart(element: MarkupElement, id: string): PartHead {
  const printed = lineOf(childOfClass(element, 'oj-ti-section-1')) ?? ''
  const { kind, label, heading } = readPrintedLabel(printed)
  const title = lineOf(childOfClass(element, 'eli-title')) ?? heading
  return {
    level: 'division',
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(title !== '' && { heading: title }),
    ...printedAs(printed, title),
    id,
  }
}

function articlePart(element: MarkupElement, id: string): PartHead {
  const number = lineOf(childOfClass(element, 'oj-ti-art'))
  const label = bareLabel(number)
  const heading = lineOf(childOfClass(element, 'eli-title'))
  return {
    level: 'measure',
    kind: 'article',
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...printedAs(number, heading),
    id,
  }
}

/** A recital is a row of its number and its words, as a point is; else what stands in it. */
function recitalPart(element: MarkupElement, id: string): Sort {
  const [row] = allWithin(element, 'tr')
  const point = row === undefined ? 'block' : sortOfRow(row)
  const content = typeof point === 'object' && 'content' in point ? point.content : element.children
  const label = id.slice('rct_'.length)
  return {
    part: { level: 'measure', kind: 'recital', label, printed: `(${label})`, id },
    content,
  }
}

/** A paragraph begins with its number, which is no word of it. */
function paragraphPart(element: MarkupElement, id: string): Sort {
  const number = /^\s*\d+[a-z]?\.\s+/u
  const label = /^\d+[a-z]?(?=\.)/u.exec(lineOf(element) ?? '')?.[0]
  let isFirst = true
  const content = element.children.map((child): MarkupNode => {
    if (!isFirst || !isElement(child)) return child
    isFirst = false
    return withoutStart(child, number)
  })
  return {
    part: {
      level: 'measure',
      kind: 'paragraph',
      ...(label !== undefined && { label, printed: `${label}.` }),
      id,
    },
    content,
  }
}

function withoutStart(element: MarkupElement, start: RegExp): MarkupElement {
  const [first, ...rest] = element.children
  return typeof first === 'string'
    ? { ...element, children: [first.replace(start, ''), ...rest] }
    : element
}

/** Points are rows of a table: their number in a cell, their words in the next. Other tables are not read. */
function sortOfTable(element: MarkupElement): Sort {
  if (lineOf(element) === undefined) return 'known'
  return allWithin(element, 'tr').every(isListed) ? 'block' : { unread: 'table' }
}

function isListed(row: MarkupElement): boolean {
  const filled = childElements(row, 'td').filter((cell) => lineOf(cell) !== undefined)
  return filled.length <= 2 && (lineOf(filled[0])?.length ?? 0) <= 12
}

function sortOfRow(row: MarkupElement): Sort {
  return listed(childElements(row, 'td').filter((cell) => lineOf(cell) !== undefined))
}

/** A point of a list: its number, and its words behind it. */
function listed([first, words]: readonly MarkupElement[]): Sort {
  const number = lineOf(first) ?? ''
  if (words === undefined || !listNumber.test(number)) return 'block'
  const label = bareLabel(number)
  return {
    part: {
      level: 'measure',
      kind: 'point',
      ...(label !== undefined && { label }),
      ...printedAs(number),
    },
    content: words.children,
  }
}

const listNumber = /^\(?[\p{L}\d]{1,5}(?:\.\d{1,3})*[).]$/u

/** An annex, whose groups begin with a line of their own and have no element. */
function annexPart(element: MarkupElement, id: string): Sort {
  const titles = childElements(element, 'p').filter((child) => isOfClass(child, 'oj-doc-ti'))
  const { label, heading } = readPrintedLabel(lineOf(titles[0]) ?? '')
  const title =
    titles
      .slice(1)
      .flatMap((line) => lineOf(line) ?? [])
      .join(' ') || heading
  const part: PartHead = {
    level: 'division',
    kind: 'annex',
    ...(label !== undefined && { label }),
    ...(title !== '' && { heading: title }),
    ...printedAs(lineOf(titles[0]), title),
    id,
  }
  return { part, content: grouped(element.children) }
}

function grouped(children: readonly MarkupNode[]): readonly MarkupNode[] {
  const before: MarkupNode[] = []
  const groups: (MarkupElement & { readonly children: MarkupNode[] })[] = []
  for (const child of children) {
    if (isElement(child) && isOfClass(child, 'oj-ti-grseq-1') && !isTitleOf(groups.at(-1))) {
      const { namespace, line } = child
      groups.push({ name: 'group', namespace, attributes: new Map(), children: [child], line })
    } else (groups.at(-1)?.children ?? before).push(child)
  }
  return [...before, ...groups]
}

/** Whether the next line is the title of `group`, which has but its number: `Section 1`. */
function isTitleOf(group: MarkupElement | undefined): boolean {
  const lines = group === undefined ? [] : childElements(group)
  return lines.length === 1 && readPrintedLabel(lineOf(lines[0]) ?? '').heading === ''
}

function groupPart(element: MarkupElement): Sort {
  const titles = childElements(element).filter((child) => isOfClass(child, 'oj-ti-grseq-1'))
  const printed = readPrintedLabel(lineOf(titles[0]) ?? '')
  const { kind, label } = printed
  const heading = printed.heading === '' ? (lineOf(titles[1]) ?? '') : printed.heading
  const content = element.children.filter((child) => !isElement(child) || !titles.includes(child))
  const part: PartHead = {
    level: 'division',
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(heading !== '' && { heading }),
    ...printedAs(lineOf(titles[0]), heading),
  }
  return { part, content }
}

function childOfClass(element: MarkupElement, name: string): MarkupElement | undefined {
  return childElements(element).find((child) => isOfClass(child, name))
}

function isOfClass({ attributes }: MarkupElement, name: string): boolean {
  return (attributes.get('class') ?? '').split(/\s+/u).includes(name)
}
