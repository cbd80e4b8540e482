import { SaxesParser, type SaxesTagNS } from 'saxes'
import { DocumentError, documentLimits } from '../documentError.ts'
import type { MarkupElement, MarkupNode } from '../markup/element.ts'

/** An element while it is read. */
interface Open extends MarkupElement {
  readonly children: MarkupNode[]
}

/**
 * The root of an XML document. Nothing is fetched and no entity is expanded but XML's own five; a
 * document type may be named, but declares nothing here. Comments and processing instructions are left
 * out.
 *
 * @throws DocumentError where it is not well-formed (with line and column), declares its own document
 * type, or is beyond the limits.
 */
export function readXmlTree(source: string): MarkupElement {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Open[] = []
  let root: MarkupElement | undefined
  let characters = 0
  let line = 1
  const add = (text: string): void => {
    characters += text.length
    if (characters > documentLimits.characters) {
      throw new DocumentError('too much text', `line ${String(parser.line)}`)
    }
    open.at(-1)?.children.push(text)
  }
  parser.on('error', (error) => {
    throw new DocumentError('malformed', error.message)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) {
      throw new DocumentError('not allowed', `line ${String(parser.line)}: a DOCTYPE that declares`)
    }
  })
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, line)
    if (open.length >= documentLimits.depth) {
      throw new DocumentError('too deep', `line ${String(parser.line)}: <${tag.name}>`)
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(source.replace(/^\uFEFF/u, '')).close()
  if (root === undefined) throw new DocumentError('malformed', 'no element')
  return root
}

function elementOf({ local, uri, attributes }: SaxesTagNS, line: number): Open {
  return {
    name: local,
    namespace: uri,
    attributes: new Map(Object.values(attributes).map((one) => [one.local, one.value])),
    children: [],
    line,
  }
}
