import type { MeasureKind } from '../../core/corpus/provision.ts'
import type { Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import {
  allWithin,
  childElements,
  descendant,
  isElement,
  lineOf,
  type MarkupElement,
} from '../markup/element.ts'
import { readParts, type PartHead, type Sort } from '../markup/readParts.ts'
import { printedAs, readPrintedLabel } from '../labels/printedLabel.ts'

/** Whether `namespace` is that of Crown Legislation Markup Language, in which legislation.gov.uk gives acts. */
export function isClml(namespace: string): boolean {
  return namespace === 'http://www.legislation.gov.uk/namespaces/legislation'
}

/**
 * The outline of legislation of the United Kingdom: parts, chapters and headings across are divisions, schedules
 * annexes; sections of acts are divisions, regulations, articles and the paragraphs of schedules measures, as is
 * what stands below them.
 */
export function readClml(root: MarkupElement): Outline {
  const read = readParts(root.children, sortOf)
  const metadata = childElements(root, 'Metadata')[0]
  const prelims = ['PrimaryPrelims', 'SecondaryPrelims', 'EUPrelims'].flatMap((name) =>
    allWithin(root, name),
  )
  const title =
    lineOf(metadata && childElements(metadata, 'title')[0]) ??
    lineOf(prelims[0] && childElements(prelims[0], 'Title')[0])
  const language = lineOf(metadata && childElements(metadata, 'language')[0])
  const issued = ['EnactmentDate', 'Made']
    .flatMap((name) => (metadata === undefined ? [] : allWithin(metadata, name)))
    .map(({ attributes }) => attributes.get('Date'))
    .find((date) => date !== undefined && /^\d{4}-\d\d-\d\d$/u.test(date))
  return {
    ...(title !== undefined && { title }),
    type: 'act',
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
    ...read,
  }
}

const divisions: ReadonlyMap<string, PartHead['kind']> = new Map([
  ['Group', undefined],
  ['Part', 'part'],
  ['Chapter', 'chapter'],
  ['Pblock', undefined],
  ['PsubBlock', undefined],
  ['EUPart', 'part'],
  ['EUTitle', 'title'],
  ['EUChapter', 'chapter'],
  ['EUSection', 'section'],
  ['EUSubsection', undefined],
  ['Division', undefined],
  ['Schedule', 'annex'],
  ['Appendix', 'annex'],
])

/** What stands below a section, or an article; below what is a paragraph itself, each a step deeper. */
const levels: ReadonlyMap<string, MeasureKind> = new Map([
  ['P2', 'subsection'],
  ['P3', 'paragraph'],
  ['P4', 'subparagraph'],
  ['P5', 'clause'],
  ['P6', 'item'],
  ['P7', 'subitem'],
])

const unreadNames: ReadonlyMap<string, string> = new Map([
  ['BlockAmendment', 'quoted provisions of another act'],
  ['BlockExtract', 'quoted text'],
  ['Tabular', 'table'],
  ['Figure', 'figure'],
  ['Form', 'form'],
  ['Footnote', 'note'],
  ['MarginNote', 'note'],
  ['Commentary', 'note of the editors'],
  ['Contents', 'table of contents'],
  ['SignedSection', 'signature'],
  ['ExplanatoryNotes', 'explanatory note'],
  ['EarlierOrders', 'explanatory note'],
  ['PrimaryPreamble', 'enacting formula'],
  ['SecondaryPreamble', 'preamble'],
  ['RoyalPresence', 'formula'],
  ['Versions', 'another version of a provision'],
  ['IncludedDocument', 'document that is included'],
])

const known: ReadonlySet<string> = new Set([
  ...['Metadata', 'FootnoteRef', 'CommentaryRef', 'MarginNoteRef', 'Resources', 'Reference'],
])

const blocks: ReadonlySet<string> = new Set([
  ...[
    'Primary',
    'Secondary',
    'EURetained',
    'Body',
    'EUBody',
    'Schedules',
    'ScheduleBody',
    'Appendices',
  ],
  ...[
    'AppendixBody',
    'P',
    'Text',
    'Para',
    'P1para',
    'P2para',
    'P3para',
    'P4para',
    'P5para',
    'P6para',
  ],
  ...['P7para', 'UnorderedList', 'OrderedList', 'KeyList', 'KeyListItem', 'ListItem', 'BlockText'],
  ...[
    'Footnotes',
    'MarginNotes',
    'Commentaries',
    'Legislation',
    'EUPreamble',
    'P2group',
    'P3group',
  ],
  ...['Title', 'Subtitle', 'TitleBlock', 'Number', 'Where', 'Formula', 'LinearList'],
])

const prelims: ReadonlySet<string> = new Set([
  ...['Title', 'Number', 'LongTitle', 'DateOfEnactment', 'SubjectInformation', 'MadeDate'],
  ...['LaidDate', 'ComingIntoForce', 'Approved', 'Draft', 'Correction', 'SiftedDate', 'DateText'],
])

function sortOf(element: MarkupElement): Sort {
  const { name } = element
  if (divisions.has(name)) return divisionOf(element)
  if (name === 'P1group') return groupOf(element)
  if (name === 'P1') return provisionOf(element, undefined)
  const level = levels.get(name)
  if (level !== undefined) return partOf(element, { level: 'measure', kind: level })
  if (name.endsWith('Prelims')) return 'block'
  const unread = unreadNames.get(name)
  if (unread !== undefined) return lineOf(element) === undefined ? 'known' : { unread }
  if (known.has(name)) return 'known'
  if (blocks.has(name) && !prelims.has(name)) return 'block'
  return prelims.has(name) ? 'aside' : 'inline'
}

function divisionOf(element: MarkupElement): Sort {
  const head = childElements(element, 'TitleBlock')[0] ?? element
  const [number] = childElements(element, 'Number')
  const titles = childElements(head, 'Title')
  const printed = lineOf(number)
  const title = titles
    .map((one) => lineOf(one) ?? '')
    .join(' ')
    .trim()
  const type = element.attributes.get('Type') ?? ''
  if (element.name === 'Division' && /recital/iu.test(type)) {
    const recital = { level: 'measure', kind: 'recital' } as const
    const label = bareLabel(printed)
    const part = { ...recital, ...(label !== undefined && { label }), ...printedAs(printed) }
    return { part, content: contentOf(element, [number, ...titles]) }
  }
  const kind = divisions.get(element.name)
  const said = readPrintedLabel(printed ?? '')
  const label =
    said.label ??
    bareLabel(/^[A-Z]*\s*SCHEDULES?$/iu.test(printed ?? '') ? '' : printed?.split(' ').at(-1))
  const heading = title === '' && label === undefined ? printed : title
  const part = {
    level: 'division' as const,
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(heading !== undefined && heading !== '' && { heading }),
    ...printedAs(printed, title),
    ...idOf(element),
  }
  return {
    part,
    content: contentOf(element, [number, ...titles, ...childElements(element, 'TitleBlock')]),
  }
}

/** A provision with the heading above it; of several under one heading these are parts of it. */
function groupOf(element: MarkupElement): Sort {
  const titles = childElements(element, 'Title')
  const provisions = childElements(element, 'P1')
  const heading = titles
    .map((one) => lineOf(one) ?? '')
    .join(' ')
    .trim()
  const [only] = provisions
  const rest = contentOf(element, titles).filter((node) => isElement(node) && node !== only)
  if (only !== undefined && provisions.length === 1 && rest.length === 0)
    return provisionOf(only, heading)
  if (heading === '') return 'block'
  const part = { level: 'division' as const, heading, ...idOf(element) }
  return { part, content: contentOf(element, titles) }
}

/** What is numbered through an instrument: its id says what that is called. */
function provisionOf(element: MarkupElement, heading: string | undefined): Sort {
  const id = element.attributes.get('id') ?? ''
  const kind = /^schedule|paragraph/u.test(id)
    ? ({ level: 'measure', kind: 'paragraph' } as const)
    : id.startsWith('article')
      ? ({ level: 'measure', kind: 'article' } as const)
      : /^(?:regulation|rule)/u.test(id)
        ? ({ level: 'measure' } as const)
        : ({ level: 'division', kind: 'section' } as const)
  return partOf(element, kind, heading)
}

function partOf(
  element: MarkupElement,
  { level, kind }: Pick<PartHead, 'level' | 'kind'>,
  above?: string,
): Sort {
  const [number] = childElements(element, 'Pnumber')
  const label = bareLabel(lineOf(number))
  const para = descendant(element, `${element.name}para`)
  const [own] = [
    ...childElements(element, 'Title'),
    ...(para === undefined ? [] : childElements(para, 'Title')),
  ]
  const heading = above === undefined || above === '' ? lineOf(own) : above
  const part = {
    level,
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...printedAs(printedNumber(element.name, number), heading),
    ...idOf(element),
  }
  return { part, content: contentOf(element, [number, own]) }
}

/** `1` of a section, `(1)` and `(a)` below it, unless it says what stands around. */
function printedNumber(name: string, number: MarkupElement | undefined): string | undefined {
  const line = lineOf(number)
  if (number === undefined || line === undefined) return undefined
  const isInBrackets = name !== 'P1' && /^[\p{L}\p{N}]/u.test(line)
  const before = number.attributes.get('PuncBefore') ?? (isInBrackets ? '(' : '')
  const after = number.attributes.get('PuncAfter') ?? (isInBrackets ? ')' : '')
  return `${before}${line}${after}`
}

function idOf(element: MarkupElement): { readonly id?: string } {
  const id = element.attributes.get('id')
  return id === undefined ? {} : { id }
}

function contentOf(
  element: MarkupElement,
  left: readonly (MarkupElement | undefined)[],
): MarkupElement['children'] {
  return element.children
    .filter((node) => !isElement(node) || !left.includes(node))
    .map((node) =>
      isElement(node) &&
      node.name.endsWith('para') &&
      left.some((one) => one !== undefined && node.children.includes(one))
        ? { ...node, children: contentOf(node, left) }
        : node,
    )
}
