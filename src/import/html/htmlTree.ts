import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { DocumentError, documentLimits } from '../documentError.ts'
import type { MarkupElement, MarkupNode } from '../markup/element.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** An element while its children are read. */
interface Open {
  readonly children: MarkupNode[]
  readonly within: readonly Node[]
  readonly depth: number
}

/**
 * The root of an HTML page, by the parser of the specification. Nothing of it runs and nothing is
 * fetched: it is read as text and elements.
 *
 * @throws DocumentError where it is beyond the limits.
 */
export function readHtmlTree(source: string): MarkupElement {
  const document = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  const children: MarkupNode[] = []
  const open: Open[] = [{ children, within: document.childNodes, depth: 0 }]
  let characters = 0
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.depth > documentLimits.depth) {
      throw new DocumentError('too deep', `more than ${String(documentLimits.depth)} elements`)
    }
    for (const node of step.within) {
      if ('tagName' in node) {
        const own: MarkupNode[] = []
        step.children.push(elementOf(node, own))
        open.push({ children: own, within: node.childNodes, depth: step.depth + 1 })
      } else if (node.nodeName === '#text' && 'value' in node) {
        characters += node.value.length
        step.children.push(node.value)
      }
    }
    if (characters > documentLimits.characters) {
      throw new DocumentError('too much text', `${String(characters)} characters`)
    }
  }
  return { name: '#document', namespace: '', attributes: new Map(), children, line: 1 }
}

function elementOf(element: Element, children: readonly MarkupNode[]): MarkupElement {
  return {
    name: element.tagName,
    namespace: element.namespaceURI,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    children,
    line: element.sourceCodeLocation?.startLine ?? 1,
  }
}
