import type { Outline } from '../../core/official/outline.ts'
import {
  allWithin,
  childElements,
  isElement,
  lineOf,
  type MarkupElement,
} from '../markup/element.ts'
import { readUslm } from './uslm.ts'

/** Whether a root is that of a bill or resolution in the DTD of the Congress (bill.dtd, res.dtd), which came before USLM. */
export function isBillDtd(root: MarkupElement): boolean {
  return bodies.some((name) => childElements(root, name).length > 0)
}

const bodies = ['legis-body', 'resolution-body']

/**
 * The outline of a bill or resolution of the Congress in its own DTD: what USLM says in other words. Its title is
 * the short one, else the official one; its day that of its last action.
 */
export function readBillDtd(root: MarkupElement): Outline {
  const outline = readUslm(inUslm(root))
  const title =
    lineOf(allWithin(root, 'short-title')[0]) ?? lineOf(allWithin(root, 'official-title')[0])
  const [date] = allWithin(root, 'action-date')
    .map(({ attributes }) => attributes.get('date') ?? '')
    .flatMap((digits) => {
      const [, ...parts] = /^(\d{4})(\d\d)(\d\d)$/u.exec(digits) ?? []
      return parts.length === 0 ? [] : [parts.join('-')]
    })
    .toReversed()
  return {
    ...outline,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { issued: date }),
    language: outline.language ?? 'en',
  }
}

/** What USLM calls the elements of the DTD. */
const names: ReadonlyMap<string, string> = new Map([
  ['enum', 'num'],
  ['header', 'heading'],
  ['text', 'content'],
  ['continuation-text', 'continuation'],
  ['legis-body', 'main'],
  ['resolution-body', 'main'],
  ['quoted-block', 'quotedContent'],
  ['form', 'preface'],
  ['metadata', 'meta'],
  ['after-quoted-block', 'endMarker'],
])

function inUslm(element: MarkupElement): MarkupElement {
  return {
    ...element,
    name: names.get(element.name) ?? element.name,
    children: element.children.map((child) => (isElement(child) ? inUslm(child) : child)),
  }
}
