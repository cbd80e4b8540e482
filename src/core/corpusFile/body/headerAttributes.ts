import type { Span } from '../../text/span.ts'
import type { PlacedText } from '../fields/yamlFields.ts'

/** One `name=value` of a heading. */
interface Attribute {
  readonly name: PlacedText
  readonly value: PlacedText
}

/** What stands between the braces at the end of a heading. */
export interface HeaderAttributes {
  /** The braces included. */
  readonly span: Span
  /** The labels, without their `#`; there should be one. */
  readonly labels: readonly PlacedText[]
  readonly pairs: readonly Attribute[]
  /** What is neither a label nor a class nor `name=value`. */
  readonly strays: readonly PlacedText[]
}

/** A heading's text in two: the title, and the braces at its end when there are any. */
export interface HeadingParts {
  readonly title: Span
  readonly attributes: HeaderAttributes | undefined
}

/**
 * Takes a heading apart at its attributes (Pandoc manual, `header_attributes`, widened: a label may
 * begin with a digit). They are read from the file's own text, because a Markdown parser would take
 * `_` and `*` in them for markup. `content` is the heading without its `#` signs.
 */
export function splitHeading(text: string, content: Span): HeadingParts {
  const source = text.slice(content.start, content.end)
  const brace = source.lastIndexOf('{')
  if (brace === -1 || !source.endsWith('}') || source.endsWith('\\}')) {
    return { title: content, attributes: undefined }
  }
  const span = { start: content.start + brace, end: content.end }
  const titleEnd = source.slice(0, brace).trimEnd().length
  return {
    title: { start: content.start, end: content.start + titleEnd },
    attributes: readAttributes(text, span),
  }
}

function readAttributes(text: string, span: Span): HeaderAttributes {
  const labels: PlacedText[] = []
  const pairs: Attribute[] = []
  const strays: PlacedText[] = []
  for (const token of tokensOf(text, { start: span.start + 1, end: span.end - 1 })) {
    const equals = token.text.indexOf('=')
    if (token.text.startsWith('#')) labels.push(part(token, 1, token.text.length))
    else if (equals > 0) pairs.push(pairOf(token, equals))
    else if (!token.text.startsWith('.') && token.text !== '-') strays.push(token)
  }
  return { span, labels, pairs, strays }
}

/** The tokens between blanks; a quoted value may hold blanks. */
function tokensOf(text: string, span: Span): readonly PlacedText[] {
  const inside = text.slice(span.start, span.end)
  return [...inside.matchAll(/[^\s"=]*=?"[^"]*"|\S+/g)].map((token) => {
    const start = span.start + token.index
    return { text: token[0], span: { start, end: start + token[0].length } }
  })
}

function pairOf(token: PlacedText, equals: number): Attribute {
  const value = part(token, equals + 1, token.text.length)
  const isQuoted = value.text.length > 1 && value.text.startsWith('"') && value.text.endsWith('"')
  return {
    name: part(token, 0, equals),
    value: isQuoted ? part(value, 1, value.text.length - 1) : value,
  }
}

function part(whole: PlacedText, start: number, end: number): PlacedText {
  const at = whole.span.start
  return { text: whole.text.slice(start, end), span: { start: at + start, end: at + end } }
}
