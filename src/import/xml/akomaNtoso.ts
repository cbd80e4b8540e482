import type { Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import { allWithin, childElements, lineOf, type MarkupElement } from '../markup/element.ts'
import { printedAs } from '../labels/printedLabel.ts'
import { readParts, type PartHead, type Sort } from '../markup/readParts.ts'
import { withCountedItems } from './countedItems.ts'

/** Whether `namespace` is that of Akoma Ntoso 1.0 (LegalDocML), or of a draft of it. */
export function isAkomaNtoso(namespace: string): boolean {
  return namespace.startsWith('http://docs.oasis-open.org/legaldocml/ns/akn/3.0')
}

/**
 * The outline of an Akoma Ntoso document, whatever its type is: chapters and the like are divisions,
 * articles, paragraphs and points measures. A part bears its eId.
 */
export function readAkomaNtoso(document: MarkupElement): Outline {
  const root = withCountedItems(document)
  const hasBody = allWithin(root, 'body').length > 0
  const read = readParts(root.children, (element) => sortOf(element, hasBody))
  const [title] = ['docTitle', 'shortTitle', 'longTitle'].flatMap((name) =>
    allWithin(document, name),
  )
  const [language] = allWithin(root, 'FRBRlanguage')
  const heading = lineOf(title)
  const tag = languageOf(language?.attributes.get('language'))
  const issued = dateOf(root)
  const issuer = issuerOf(root)
  return {
    ...(heading !== undefined && { title: heading }),
    ...(allWithin(root, 'act').length + allWithin(root, 'bill').length > 0 && { type: 'act' }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(tag !== undefined && { language: tag }),
    ...read,
  }
}

/** A tag of a language, which may stand behind the address of a register: `…/authority/language/FRA`. */
function languageOf(named = ''): string | undefined {
  const tag = named.includes('/') ? named.slice(named.lastIndexOf('/') + 1).toLowerCase() : named
  return tag === '' ? undefined : tag
}

/** The date of the work, where it is one: drafts write `TODAY`. */
function dateOf(root: MarkupElement): string | undefined {
  const [work] = allWithin(root, 'FRBRWork')
  const date = work && childElements(work, 'FRBRdate')[0]?.attributes.get('date')
  return date !== undefined && /^\d{4}(?:-\d\d){0,2}$/u.test(date) ? date : undefined
}

/** What the author of the work is called where the references show it. */
function issuerOf(root: MarkupElement): string | undefined {
  const [work] = allWithin(root, 'FRBRWork')
  const href = work && childElements(work, 'FRBRauthor')[0]?.attributes.get('href')
  const organization = allWithin(root, 'TLCOrganization').find(
    ({ attributes }) => `#${attributes.get('eId') ?? attributes.get('id') ?? ''}` === href,
  )
  return organization?.attributes.get('showAs')
}

const kinds: ReadonlyMap<string, Pick<PartHead, 'level' | 'kind'>> = new Map([
  ['book', { level: 'division' }],
  ['part', { level: 'division', kind: 'part' }],
  ['title', { level: 'division', kind: 'title' }],
  ['chapter', { level: 'division', kind: 'chapter' }],
  ['section', { level: 'division', kind: 'section' }],
  ['division', { level: 'division' }],
  ['recital', { level: 'measure', kind: 'recital' }],
  ['article', { level: 'measure', kind: 'article' }],
  ['paragraph', { level: 'measure', kind: 'paragraph' }],
  ['subsection', { level: 'measure', kind: 'paragraph' }],
  ['point', { level: 'measure', kind: 'point' }],
  ['item', { level: 'measure', kind: 'point' }],
])

const blocks: ReadonlySet<string> = new Set([
  ...['p', 'block', 'content', 'intro', 'wrapUp', 'wrap', 'list', 'blockList', 'listIntroduction'],
  ...[
    'listWrapUp',
    'alinea',
    'subparagraph',
    'body',
    'mainBody',
    'act',
    'bill',
    'statement',
    'doc',
  ],
  ...['documentCollection', 'collectionBody', 'component', 'components', 'hcontainer', 'tblock'],
  ...['container', 'subheading', 'crossHeading', 'attachments', 'attachment', 'amendment'],
  ...['ol', 'ul', 'li'],
  ...['judgment', 'debate', 'portion', 'fragment', 'fragmentBody', 'proviso', 'clause', 'indent'],
])

const unreadNames: ReadonlyMap<string, string> = new Map([
  ['formula', 'formula'],
  ['citation', 'citation of the preamble'],
  ['authorialNote', 'note'],
  ['table', 'table'],
  ['toc', 'table of contents'],
  ['conclusions', 'conclusions'],
  ['signature', 'signature'],
  ['quotedStructure', 'quoted provisions of another act'],
])

/** `hasBody`: whether there is an act, beside which reports and statements are not read. */
function sortOf(element: MarkupElement, hasBody: boolean): Sort {
  const { name } = element
  if (name === 'mainBody' && hasBody) return { unread: 'document beside the act' }
  const kind = kinds.get(name)
  if (kind !== undefined) return partOf(element, kind)
  if (['meta', 'num', 'heading', 'docTitle'].includes(name)) return 'known'
  if (['preface', 'preamble', 'recitals', 'citations', 'coverPage'].includes(name)) {
    if (allWithin(element, 'recital').length > 0) return 'block'
    return lineOf(element) === undefined ? 'known' : { unread: name }
  }
  const unread = unreadNames.get(name)
  if (unread !== undefined) return { unread }
  return blocks.has(name) ? 'block' : 'inline'
}

/** What makes an ordinal of a number: `1er`, `1°`. */
const ordinal = /(\d)(?:er|re|ère|\s?[°º])(?=\W|$)/u

function partOf(element: MarkupElement, kind: Pick<PartHead, 'level' | 'kind'>): Sort {
  const number = lineOf(childElements(element, 'num')[0])
  const label = bareLabel(number?.replace(ordinal, '$1'))
  const heading = lineOf(childElements(element, 'heading')[0])
  const id = element.attributes.get('eId') ?? element.attributes.get('id')
  if (label === undefined && heading === undefined) return 'block'
  const part = {
    ...kind,
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...printedAs(number, heading),
    ...(id !== undefined && { id }),
  }
  return { part, content: element.children }
}
