import { EVENT_ID, getScalarValue, parseEvents, YAMLException, type Event } from 'js-yaml'
import type { Span } from '../../text/span.ts'
import { sentence, type SentenceValue } from '../../corpus/sentence.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** A text, where it stands in the file. */
export interface PlacedText {
  readonly text: string
  readonly span: Span
}

/** What stands after a name in the front matter, as text: `1.10`, `NO` and `007` are what they are. */
type YamlValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly PlacedText[] }
  /** A mapping, an alias, a tagged or a deeper value: nothing that a field can be. */
  | { readonly kind: 'other' }

/** One `name: value` of the front matter. */
export interface YamlField {
  readonly name: PlacedText
  readonly value: YamlValue
  readonly span: Span
}

/** Collections may lie this deep in each other; the format itself needs two. */
const deepest = 32

/**
 * The fields of `yaml`, which begins at `base` in the file. Only js-yaml's events are read and no
 * value is built, so there are no types but text, no merge keys, no aliases and no tags to abuse.
 * YAML that cannot be read gives a trouble at the place of its fault and `undefined`.
 */
export function readYamlFields(
  yaml: string,
  base: number,
  log: TroubleLog,
): readonly YamlField[] | undefined {
  try {
    const fields = fieldsOfEvents(parseEvents(yaml, { maxDepth: deepest }), yaml, base)
    if (fields === undefined) addTrouble(log, base, sentence`it is not a list of \`name: value\``)
    return fields
  } catch (error) {
    const fault = error instanceof YAMLException ? error : undefined
    addTrouble(
      log,
      base + (fault?.mark?.position ?? 0),
      fault?.reason ?? sentence`it cannot be read`,
    )
    return undefined
  }
}

function addTrouble(log: TroubleLog, offset: number, reason: SentenceValue): void {
  log.add(
    'file.malformed-yaml',
    { start: offset, end: offset },
    sentence`The front matter is not YAML that can be read: ${reason}.`,
    sentence`Write one \`name: value\` on each line, and quotation marks around a value with \`: \` or \` #\` in it.`,
  )
}

function fieldsOfEvents(
  events: readonly Event[],
  yaml: string,
  base: number,
): readonly YamlField[] | undefined {
  if (events.length <= 1) return []
  if (events[1]?.type !== EVENT_ID.MAPPING) return undefined
  const fields: YamlField[] = []
  let index = 2
  for (;;) {
    const name = events[index]
    if (name === undefined || name.type === EVENT_ID.POP) return fields
    if (name.type !== EVENT_ID.SCALAR) return undefined
    const placed = placedScalar(name, yaml, base)
    const after = afterNode(events, index + 1)
    const node = events.slice(index + 1, after)
    fields.push({ name: placed, ...valueOfNode(node, yaml, base, placed.span.end) })
    index = after
  }
}

/** The index after the node that begins at `index`. */
function afterNode(events: readonly Event[], index: number): number {
  let depth = 0
  for (let next = index; next < events.length; next += 1) {
    const type = events[next]?.type
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth += 1
    if (type === EVENT_ID.POP) depth -= 1
    if (depth <= 0) return next + 1
  }
  return events.length
}

function valueOfNode(
  node: readonly Event[],
  yaml: string,
  base: number,
  nameEnd: number,
): { readonly value: YamlValue; readonly span: Span } {
  const [first, ...rest] = node
  const nowhere = { start: nameEnd, end: nameEnd }
  if (first?.type === EVENT_ID.SCALAR && isPlain(first, yaml)) {
    const { text, span } = placedScalar(first, yaml, base)
    return { value: { kind: 'text', text }, span: first.valueStart === -1 ? nowhere : span }
  }
  const items = rest.slice(0, -1)
  if (first?.type !== EVENT_ID.SEQUENCE || !isPlain(first, yaml)) {
    return { value: { kind: 'other' }, span: nowhere }
  }
  const texts: PlacedText[] = []
  for (const item of items) {
    if (item.type !== EVENT_ID.SCALAR || !isPlain(item, yaml)) {
      return { value: { kind: 'other' }, span: nowhere }
    }
    texts.push(placedScalar(item, yaml, base))
  }
  const end = texts.at(-1)?.span.end ?? base + first.start
  return { value: { kind: 'texts', texts }, span: { start: base + first.start, end } }
}

type ScalarOrSequence = Extract<Event, { type: 2 | 4 }>
type Scalar = Extract<Event, { type: 4 }>

/** Whether a node has no tag, or one that says what it is anyway. */
function isPlain(event: ScalarOrSequence, yaml: string): boolean {
  if (event.tagStart === -1) return true
  return ['!', '!!str', '!!seq'].includes(yaml.slice(event.tagStart, event.tagEnd))
}

function placedScalar(scalar: Scalar, yaml: string, base: number): PlacedText {
  const start = base + Math.max(scalar.valueStart, 0)
  const span = { start, end: base + Math.max(scalar.valueEnd, 0) }
  return { text: getScalarValue(yaml, scalar), span }
}
