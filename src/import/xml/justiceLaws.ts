import type { Aside, Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import {
  childElements,
  descendant,
  isElement,
  lineOf,
  type MarkupElement,
  type MarkupNode,
} from '../markup/element.ts'
import { readParts, type PartHead, type Sort } from '../markup/readParts.ts'
import { printedAs, readPrintedLabel } from '../labels/printedLabel.ts'
import { headed, nestHeadings } from './headings.ts'

/** The roots of Canada's statutes, regulations (Justice Laws) and bills (LEGISinfo). */
export const justiceLawsRoots: ReadonlySet<string> = new Set(['Statute', 'Regulation', 'Bill'])

/**
 * The outline of a statute, regulation or bill of Canada: headings and sections are divisions, subsections,
 * paragraphs, subparagraphs, clauses and definitions measures, schedules annexes. Its title is the short one,
 * unless that is not official; its day that of assent or registration, of a bill that of its last stage.
 */
export function readJusticeLaws(root: MarkupElement): Outline {
  const { asides = [], ...read } = readParts(withHeadings(root.children), sortOf)
  const identification = descendant(root, 'Identification')
  const title = identification && titleOf(identification)
  const beside = identification === undefined ? [] : printedBeside(identification, title)
  const issued = identification && dayOf(identification)
  const language = root.attributes.get('lang')
  return {
    ...(title !== undefined && { title }),
    type: 'act',
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
    ...read,
    ...(beside.length + asides.length > 0 && { asides: [...beside, ...asides] }),
  }
}

/** What the first page prints beside the title: the other title, the number of the bill, the chapter. */
function printedBeside(identification: MarkupElement, title: string | undefined): readonly Aside[] {
  return childElements(identification)
    .filter(({ name }) => ofFirstPage.has(name))
    .flatMap((element) => lineOf(spaced(element)) ?? [])
    .filter((text) => text !== title)
    .map((text): Aside => ({ kind: 'text', text }))
}

const ofFirstPage: ReadonlySet<string> = new Set([
  ...['LongTitle', 'ShortTitle', 'RunningHead', 'Chapter', 'BillNumber', 'BillSponsor'],
  ...['InstrumentNumber', 'ConsolidatedNumber', 'EnablingAuthority', 'Parliament'],
])

/** The words of an element, those of each element in it apart. */
function spaced(element: MarkupElement): MarkupElement {
  const children = element.children.map((child) =>
    isElement(child) ? [spaced(child), ' '] : child,
  )
  return { ...element, children: children.flat() }
}

function titleOf(identification: MarkupElement): string | undefined {
  const [short] = childElements(identification, 'ShortTitle')
  const [long] = childElements(identification, 'LongTitle')
  const [first, second] =
    short?.attributes.get('status') === 'unofficial' ? [long, short] : [short, long]
  return lineOf(first) ?? lineOf(second)
}

function dayOf(identification: MarkupElement): string | undefined {
  const stages = childElements(identification, 'BillHistory')
    .flatMap((history) => childElements(history, 'Stages'))
    .filter(({ attributes }) => attributes.get('stage') !== 'consolidation')
  const assented = stages.find(({ attributes }) => attributes.get('stage') === 'assented-to')
  const dated = assented ?? descendant(identification, 'RegistrationDate') ?? stages.at(-1)
  const date = dated && descendant(dated, 'Date')
  const [year, month, day] = ['YYYY', 'MM', 'DD'].map(
    (name) => date && lineOf(childElements(date, name)[0]),
  )
  if (year === undefined) return undefined
  return [year, ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])])]
    .map((number) => number.padStart(2, '0'))
    .join('-')
}

/** `nodes` with what stands below headings within these, in bodies and schedules. */
function withHeadings(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.map((node) =>
    isElement(node) && bodies.has(node.name)
      ? { ...node, children: nestHeadings(withHeadings(node.children), depthOf) }
      : node,
  )
}

const bodies: ReadonlySet<string> = new Set([
  ...['Body', 'Schedule', 'RegulationPiece', 'BillPiece', 'DocumentInternal'],
])

function depthOf({ name, attributes }: MarkupElement): number | undefined {
  if (name === 'Heading') return Number(attributes.get('level') ?? '1') || 1
  return name === 'GroupHeading' ? groupDepth : undefined
}

/** Below all headings that have a level. */
const groupDepth = 20

const kinds: ReadonlyMap<string, Pick<PartHead, 'level' | 'kind'>> = new Map([
  ['Section', { level: 'division', kind: 'section' }],
  ['Subsection', { level: 'measure', kind: 'subsection' }],
  ['Paragraph', { level: 'measure', kind: 'paragraph' }],
  ['Subparagraph', { level: 'measure', kind: 'subparagraph' }],
  ['Clause', { level: 'measure', kind: 'clause' }],
  ['Subclause', { level: 'measure', kind: 'item' }],
  ['Subsubclause', { level: 'measure', kind: 'subitem' }],
  ['Item', { level: 'measure', kind: 'item' }],
])

const unreadNames: ReadonlyMap<string, string> = new Map([
  ['Enacts', 'enacting formula'],
  ['Summary', 'summary'],
  ['Recommendation', 'recommendation'],
  ['TableOfProvisions', 'table of contents'],
  ['AmendedText', 'quoted provisions of another act'],
  ['QuotedText', 'quoted provisions of another act'],
  ['ReadAsText', 'quoted provisions of another act'],
  ['TableGroup', 'table'],
  ['FormGroup', 'form'],
  ['ImageGroup', 'figure'],
  ['HistoricalNote', 'note'],
  ['Footnote', 'note'],
  ['Note', 'note'],
  ['ReaderNote', 'note'],
  ['RelatedOrNotInForce', 'provisions not in force'],
  ['RecentAmendments', 'list of amendments'],
  ['Order', 'order that makes the regulation'],
  ['SignatureBlock', 'signature'],
])

const known: ReadonlySet<string> = new Set([
  ...['Identification', 'FootnoteRef', 'OriginatingRef', 'ScheduleFormHeading'],
])

const inlines: ReadonlySet<string> = new Set([
  ...[
    'XRefExternal',
    'XRefInternal',
    'DefinedTermEn',
    'DefinedTermFr',
    'DefinitionRef',
    'Emphasis',
  ],
  ...['Language', 'Sup', 'Sub', 'Repealed', 'Fraction', 'Numerator', 'Denominator', 'Ins', 'Del'],
  ...['LeaderRightJustified', 'Leader', 'Separator', 'LineBreak', 'FormBlank', 'NonBreakingSpace'],
])

function sortOf(element: MarkupElement): Sort {
  const { name, attributes } = element
  const kind = kinds.get(name)
  if (kind !== undefined) return partOf(element, kind)
  if (name === headed) return headingOf(element)
  if (name === 'Definition') return definitionOf(element)
  if (name === 'Provision') return provisionOf(element)
  if (name === 'Preamble') return preambleOf(element)
  if (name === 'Schedule') {
    const isLater = /NifProvs|RelatedProvs/u.test(attributes.get('id') ?? '')
    return isLater ? { unread: 'provisions not in force' } : scheduleOf(element)
  }
  const unread = unreadNames.get(name)
  if (unread !== undefined) return lineOf(element) === undefined ? 'known' : { unread }
  if (known.has(name)) return 'known'
  return inlines.has(name) ? 'inline' : 'block'
}

/** A part by its label and the note in its margin; what else is in it is its content. */
function partOf(element: MarkupElement, kind: Pick<PartHead, 'level' | 'kind'>): Sort {
  const [label] = childElements(element, 'Label')
  const [note] = childElements(element, 'MarginalNote')
  const number = lineOf(label)
  const bare = bareLabel(number)
  const heading = lineOf(note)
  const id = element.attributes.get('id')
  const part = {
    ...kind,
    ...(bare !== undefined && { label: bare }),
    ...(heading !== undefined && { heading }),
    ...printedAs(number, heading),
    ...(id !== undefined && { id }),
  }
  return { part, content: without(element.children, label, note) }
}

function without(
  nodes: readonly MarkupNode[],
  ...left: readonly (MarkupElement | undefined)[]
): readonly MarkupNode[] {
  return nodes.filter((node) => !isElement(node) || !left.includes(node))
}

/** `PART 1` with `Protection of Personal Information`, or either alone. */
function headingOf(element: MarkupElement): Sort {
  const [heading] = childElements(element)
  const printed = lineOf(heading && childElements(heading, 'Label')[0])
  const title = lineOf(heading && childElements(heading, 'TitleText')[0])
  const read = readPrintedLabel(printed ?? title ?? '')
  const label = read.label ?? bareLabel(printed?.split(' ').at(-1))
  const shown = printed === undefined ? read.heading : title
  const part = {
    level: 'division' as const,
    ...(read.kind !== undefined && { kind: read.kind }),
    ...(label !== undefined && { label }),
    ...(shown !== undefined && shown !== '' && { heading: shown }),
    ...printedAs([printed, title].filter((words) => words !== undefined).join(' '), shown),
  }
  return { part, content: without(element.children, heading) }
}

/** What a term means, with the paragraphs of that; its heading is the term. */
function definitionOf(element: MarkupElement): Sort {
  const [text] = childElements(element, 'Text')
  const [term] =
    text === undefined
      ? []
      : childElements(text).filter(({ name }) => name.startsWith('DefinedTerm'))
  const heading = lineOf(term)
  const part = { level: 'measure' as const, ...(heading !== undefined && { heading }) }
  return { part, content: element.children }
}

/** A provision of a schedule: numbered by a label, or by a number that stands alone where text would. */
function provisionOf(element: MarkupElement): Sort {
  const kind = { level: 'measure', kind: 'item' } as const
  if (childElements(element, 'Label').length > 0) return partOf(element, kind)
  if (isRecital(element))
    return { part: { level: 'measure', kind: 'recital' }, content: element.children }
  const [text] = childElements(element, 'Text')
  const number = lineOf(text)
  if (text === undefined || number === undefined || !/^\d{1,3}(?:\.\d{1,3}){0,4}$/u.test(number))
    return 'block'
  const part = { ...kind, label: number, ...printedAs(number) }
  return { part, content: without(element.children, text) }
}

/** Each `Whereas …` is a recital; what else a preamble says is listed. */
function preambleOf(element: MarkupElement): Sort {
  return childElements(element, 'Provision').some(isRecital) ? 'block' : { unread: 'preamble' }
}

function isRecital(provision: MarkupElement): boolean {
  return /^(?:Whereas|Attendu)(?!\p{L})/iu.test(lineOf(provision) ?? '')
}

function scheduleOf(element: MarkupElement): Sort {
  const [heading] = childElements(element, 'ScheduleFormHeading')
  const printed = lineOf(heading && childElements(heading, 'Label')[0])
  const title = lineOf(heading && childElements(heading, 'TitleText')[0])
  const [, number] = /\s([\dIVXLC]+(?:\.\d+)?|[A-Z])$/u.exec(printed ?? '') ?? []
  const part = {
    level: 'division' as const,
    kind: 'annex' as const,
    ...(number !== undefined && { label: number }),
    ...((title ?? printed) !== undefined && { heading: title ?? printed ?? '' }),
    ...printedAs(printed, title ?? ''),
  }
  return { part, content: without(element.children, heading) }
}
