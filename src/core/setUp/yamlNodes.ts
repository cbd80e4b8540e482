import { EVENT_ID, getScalarValue, parseEvents, YAMLException, type Event } from 'js-yaml'

/** One node of YAML, as a text that equals that of any other node that says the same. */
export type NodeText = string

/** A field of YAML: what its value says, as a whole and item by item. */
export interface FieldNode {
  readonly name: NodeText
  readonly value: NodeText
  /** Of a list; a single value is one item, and no value none. */
  readonly items: readonly NodeText[]
}

/** Where YAML cannot be read, and why, in the words of the parser. */
export interface YamlFault {
  readonly offset: number
  readonly reason: string
}

/** Collections may lie this deep in each other. */
const deepest = 64

/** The fields of `yaml`, in order; none where it is empty, and a fault where it is no list of fields. */
export function readYaml(yaml: string): readonly FieldNode[] | YamlFault {
  try {
    const events = parseEvents(yaml, { maxDepth: deepest })
    return fieldsOf(events, yaml) ?? { offset: 0, reason: 'it is no list of fields' }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { offset: error.mark?.position ?? 0, reason: error.reason }
  }
}

function fieldsOf(events: readonly Event[], yaml: string): readonly FieldNode[] | undefined {
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT)
  if (documents.length > 1) return undefined
  const root = events.slice(1, -1)
  if (root.length === 0 || isNothing(root)) return []
  if (root[0]?.type !== EVENT_ID.MAPPING) return undefined
  const nodes = nodesIn(root.slice(1, -1))
  return nodes.flatMap((node, at) => {
    const value = nodes[at + 1] ?? []
    return at % 2 === 0 ? [fieldOf(node, value, yaml)] : []
  })
}

function fieldOf(name: readonly Event[], value: readonly Event[], yaml: string): FieldNode {
  const isList = value[0]?.type === EVENT_ID.SEQUENCE
  const items = isList ? nodesIn(value.slice(1, -1)) : isNothing(value) ? [] : [value]
  const textOf = (node: readonly Event[]): NodeText => nodeText(node, yaml)
  return { name: textOf(name), value: textOf(value), items: items.map(textOf) }
}

function isNothing([only, ...others]: readonly Event[]): boolean {
  return only?.type === EVENT_ID.SCALAR && only.valueStart === -1 && others.length === 0
}

/** `events` parted into the nodes that follow each other in them. */
function nodesIn(events: readonly Event[]): readonly (readonly Event[])[] {
  const nodes: Event[][] = []
  let depth = 0
  for (const event of events) {
    if (depth === 0) nodes.push([])
    nodes.at(-1)?.push(event)
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) depth += 1
    if (event.type === EVENT_ID.POP) depth -= 1
  }
  return nodes
}

function nodeText(node: readonly Event[], yaml: string): NodeText {
  return JSON.stringify(node.map((event) => eventParts(event, yaml)))
}

/** The node of a plain text. */
export function textNode(text: string): NodeText {
  return JSON.stringify([[EVENT_ID.SCALAR, '', '', text]])
}

function eventParts(event: Event, yaml: string): readonly unknown[] {
  if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return [event.type]
  const anchor = yaml.slice(Math.max(event.anchorStart, 0), Math.max(event.anchorEnd, 0))
  if (event.type === EVENT_ID.ALIAS) return [event.type, anchor]
  const tag = yaml.slice(Math.max(event.tagStart, 0), Math.max(event.tagEnd, 0))
  const value = event.type === EVENT_ID.SCALAR ? [getScalarValue(yaml, event)] : []
  return [event.type, anchor, tag, ...value]
}
