import type { Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import { allWithin, childElements, lineOf, type MarkupElement } from '../markup/element.ts'
import { printedAs } from '../labels/printedLabel.ts'
import { readParts, type PartHead, type Sort } from '../markup/readParts.ts'
import { runStart } from '../../core/text/characters.ts'

/** Whether `namespace` is that of United States Legislative Markup, in one of its versions. */
export function isUslm(namespace: string): boolean {
  return /^http:\/\/(?:schemas\.gpo\.gov\/xml\/uslm|xml\.house\.gov\/schemas\/uslm)/u.test(
    namespace,
  )
}

/**
 * The outline of a bill or law in USLM: titles, chapters and sections are divisions, what stands below a
 * section measures. Of a bill that shows an amendment, text struck out is not read. A part bears its
 * `identifier`.
 */
export function readUslm(root: MarkupElement): Outline {
  const read = readParts(root.children, sortOf)
  const title = lineOf(allWithin(root, 'shortTitle')[0]) ?? lineOf(allWithin(root, 'title')[0])
  const issuer = lineOf(allWithin(root, 'creator')[0])
  const language = lineOf(allWithin(root, 'language')[0])?.toLowerCase()
  const issued = allWithin(root, 'date')
    .map(({ attributes }) => attributes.get('date'))
    .find((date) => date !== undefined && /^\d{4}-\d\d-\d\d$/u.test(date))
  return {
    ...(title !== undefined && { title }),
    type: 'act',
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
    ...read,
  }
}

const kinds: ReadonlyMap<string, Pick<PartHead, 'level' | 'kind'>> = new Map([
  ['title', { level: 'division', kind: 'title' }],
  ['subtitle', { level: 'division' }],
  ['part', { level: 'division', kind: 'part' }],
  ['chapter', { level: 'division', kind: 'chapter' }],
  ['section', { level: 'division', kind: 'section' }],
  ['subsection', { level: 'measure', kind: 'paragraph' }],
  ['paragraph', { level: 'measure', kind: 'paragraph' }],
  ['subparagraph', { level: 'measure', kind: 'point' }],
  ['clause', { level: 'measure', kind: 'point' }],
  ['subclause', { level: 'measure', kind: 'point' }],
  ['item', { level: 'measure', kind: 'point' }],
])

const blocks: ReadonlySet<string> = new Set([
  ...['main', 'collection', 'component', 'content', 'chapeau', 'continuation', 'p', 'level'],
])

const unreadNames: ReadonlyMap<string, string> = new Map([
  ['quotedContent', 'quoted provisions of another act'],
  ['footnote', 'note'],
  ['table', 'table'],
  ['toc', 'table of contents'],
  ['endorsement', 'endorsement'],
])

function sortOf(element: MarkupElement): Sort {
  const { name, attributes } = element
  if (attributes.get('changed') === 'deleted') {
    return { unread: 'text that is struck out', isGone: true }
  }
  const kind = kinds.get(name)
  if (kind !== undefined) return partOf(element, kind)
  const unread = unreadNames.get(name)
  if (unread !== undefined) return { unread }
  if (['meta', 'num', 'heading', 'endMarker'].includes(name)) return 'known'
  if (name === 'preface' || name === 'longTitle') return 'aside'
  if (name === 'enactingFormula') return { unread: 'enacting formula' }
  return blocks.has(name) ? 'block' : 'inline'
}

function partOf(element: MarkupElement, kind: Pick<PartHead, 'level' | 'kind'>): Sort {
  const [number] = childElements(element, 'num')
  const label = number?.attributes.get('value')?.trim() ?? bareLabel(lineOf(number))
  const title = lineOf(childElements(element, 'heading')[0])
  const heading = title?.slice(0, runStart(title, /[.—\s]/u))
  const id = element.attributes.get('identifier') ?? element.attributes.get('id')
  const part = {
    ...kind,
    ...(label !== undefined && label !== '' && { label }),
    ...(heading !== undefined && heading !== '' && { heading }),
    ...printedAs(lineOf(number), title),
    ...(id !== undefined && { id }),
  }
  return { part, content: element.children }
}
