import type { Outline } from '../../core/official/outline.ts'
import { readCatalog } from '../data/oscal.ts'
import type { Value, ValueMap } from '../data/value.ts'
import {
  childElements,
  isElement,
  lineOf,
  rawText,
  type MarkupElement,
  type MarkupNode,
} from '../markup/element.ts'

/** Whether a root is that of an OSCAL catalogue. */
export function isOscalCatalog({ name, namespace }: MarkupElement): boolean {
  return name === 'catalog' && namespace.startsWith('http://csrc.nist.gov/ns/oscal/')
}

/** The outline of an OSCAL catalogue in XML, which says the same as one in JSON. */
export function readOscalXml(root: MarkupElement): Outline {
  return readCatalog(mapOf(root))
}

/** What JSON calls the lists of these elements. */
const lists: ReadonlyMap<string, string> = new Map([
  ['group', 'groups'],
  ['control', 'controls'],
  ['part', 'parts'],
  ['prop', 'props'],
  ['param', 'params'],
  ['party', 'parties'],
  ['responsible-party', 'responsible-parties'],
])

const paragraphs: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'table', 'pre', 'h1', 'h2', 'h3'])

function mapOf(element: MarkupElement): ValueMap {
  const map: Record<string, Value> = Object.fromEntries(element.attributes)
  const inLists: Record<string, ValueMap[]> = {}
  const prose: string[] = []
  for (const child of childElements(element)) {
    const list = lists.get(child.name)
    if (list !== undefined) (inLists[list] ??= []).push(mapOf(child))
    else if (paragraphs.has(child.name)) prose.push(wordsOf(child))
    else if (child.name === 'metadata' || child.name === 'back-matter')
      map[child.name] = mapOf(child)
    else if (child.name === 'select') map['select'] = selectOf(child)
    else if (child.name === 'party-uuid') map['party-uuids'] = [lineOf(child) ?? '']
    else map[child.name] = lineOf({ ...child, children: [wordsOf(child)] }) ?? ''
  }
  return { ...map, ...inLists, ...(prose.length > 0 && { prose: prose.join('\n\n') }) }
}

function selectOf(element: MarkupElement): ValueMap {
  return {
    ...Object.fromEntries(element.attributes),
    choice: childElements(element, 'choice').map(wordsOf),
  }
}

/** Words, with what is to be filled in as JSON marks it. */
function wordsOf(node: MarkupNode): string {
  if (!isElement(node)) return node
  if (node.name === 'insert') return `{{ insert: param, ${node.attributes.get('id-ref') ?? ''} }}`
  const words = node.children.map(wordsOf).join('')
  return rawText({ ...node, children: [words] })
}
