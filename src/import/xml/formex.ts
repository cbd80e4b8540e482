import type { Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import {
  allWithin,
  childElements,
  descendant,
  lineOf,
  type MarkupElement,
} from '../markup/element.ts'
import { readParts, type PartHead, type Sort } from '../markup/readParts.ts'
import { printedAs, readPrintedLabel } from '../labels/printedLabel.ts'

/** The roots of acts in Formex 4, the format of the Official Journal of the European Union. */
export const formexRoots: ReadonlySet<string> = new Set([
  'COMBINED.FMX',
  'ACT',
  'CONS.ACT',
  'ANNEX',
])

/** The outline of an act in Formex: recitals, divisions and annexes, articles with their paragraphs and points. */
export function readFormex(root: MarkupElement): Outline {
  const read = readParts([root], sortOf)
  const [act = root] = root.name === 'ACT' ? [root] : allWithin(root, 'ACT')
  const title = lineOf(descendant(act, 'TITLE', 'TI'))
  const date = descendant(act, 'BIB.INSTANCE', 'DATE')?.attributes.get('ISO')
  const issued = /^(\d{4})(\d\d)(\d\d)$/u.exec(date ?? '')
  const language = lineOf(descendant(act, 'BIB.INSTANCE', 'LG.DOC'))?.toLowerCase()
  return {
    ...(title !== undefined && { title }),
    type: 'act',
    ...(issued !== null && { issued: issued.slice(1).join('-') }),
    ...(language !== undefined && { language }),
    ...read,
  }
}

const inlines: ReadonlySet<string> = new Set([
  ...['HT', 'DATE', 'FT', 'QUOT.START', 'QUOT.END', 'QUOT.S', 'REF.DOC', 'REF.DOC.OJ', 'TXT', 'IE'],
])

function sortOf(element: MarkupElement): Sort {
  switch (element.name) {
    case 'DIVISION':
    case 'GR.SEQ':
      return partOf(element, divisionHead(element))
    case 'ANNEX':
      return partOf(element, { ...divisionHead(element), kind: 'annex' })
    case 'ARTICLE':
      return partOf(element, articleHead(element))
    case 'PARAG':
      return partOf(element, {
        ...measure('paragraph', lineOf(childElements(element, 'NO.PARAG')[0])),
        ...(element.attributes.has('IDENTIFIER') && {
          id: element.attributes.get('IDENTIFIER') ?? '',
        }),
      })
    case 'NP':
      return partOf(element, measure('point', lineOf(childElements(element, 'NO.P')[0])))
    case 'CONSID':
      return recitalOf(element)
    case 'VISA':
      return { unread: 'citation of the preamble' }
    case 'NOTE':
      return { unread: 'note' }
    case 'TBL':
      return { unread: 'table' }
    case 'PREAMBLE.INIT':
    case 'PREAMBLE.FINAL':
    case 'GR.CONSID.INIT':
    case 'FINAL':
      return { unread: 'formula' }
    case 'PUBLICATION':
    case 'BIB.INSTANCE':
    case 'TITLE':
    case 'TI.ART':
    case 'STI.ART':
    case 'NO.PARAG':
    case 'NO.P':
      return 'known'
    default:
      return inlines.has(element.name) ? 'inline' : 'block'
  }
}

function divisionHead(element: MarkupElement): PartHead {
  const printed = lineOf(descendant(element, 'TITLE', 'TI')) ?? ''
  const { kind, label, heading } = readPrintedLabel(printed)
  const title = lineOf(descendant(element, 'TITLE', 'STI')) ?? heading
  return {
    level: 'division',
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(title !== '' && { heading: title }),
    ...printedAs(printed, title),
  }
}

function articleHead(element: MarkupElement): PartHead {
  const heading = lineOf(childElements(element, 'STI.ART')[0])
  const id = element.attributes.get('IDENTIFIER')
  const number = lineOf(childElements(element, 'TI.ART')[0])
  return {
    ...measure('article', number),
    ...(heading !== undefined && { heading }),
    ...printedAs(number, heading),
    ...(id !== undefined && { id }),
  }
}

/** A recital holds its number as a point does. */
function recitalOf(element: MarkupElement): Sort {
  const [point] = childElements(element, 'NP')
  const number = point && lineOf(childElements(point, 'NO.P')[0])
  const content = element.children.flatMap((child) => (child === point ? point.children : [child]))
  return { part: measure('recital', number), content }
}

function measure(
  kind: 'recital' | 'article' | 'paragraph' | 'point',
  printed: string | undefined,
): PartHead {
  const label = bareLabel(printed)
  return {
    level: 'measure',
    kind,
    ...(label !== undefined && { label }),
    ...printedAs(printed),
  }
}

function partOf(element: MarkupElement, part: PartHead): Sort {
  return { part, content: element.children }
}
