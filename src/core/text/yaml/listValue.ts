import type { FrontMatterField } from '../frontMatter.ts'
import { linesWithin } from '../lines.ts'
import type { Span } from '../span.ts'

/** One item of a list in YAML. */
export interface ListItem {
  /** What it says; absent where it is no plain or quoted text on one line. */
  readonly text?: string
  /** With its quotes; of what is no text, up to the end of its last line. */
  readonly span: Span
}

/** The value of a field that may be a list, in the few forms that are read. */
export type ListValue =
  | { readonly kind: 'empty' | 'single'; readonly items: readonly ListItem[] }
  | { readonly kind: 'flow'; readonly items: readonly ListItem[]; readonly open: number }
  | { readonly kind: 'block'; readonly items: readonly ListItem[]; readonly indent: string }
  | { readonly kind: 'unreadable' }

const unreadable: ListValue = { kind: 'unreadable' }

/** What `field` of `source` holds. */
export function readListValue(source: string, { valueSpan }: FrontMatterField): ListValue {
  const lines = linesWithin(source, valueSpan).filter(
    ({ start, end }) => !isEmptyLine(source.slice(start, end)),
  )
  const [first, ...rest] = lines
  if (first === undefined) return { kind: 'empty', items: [] }
  const start = first.start + (/^\s*/.exec(source.slice(first.start, first.end))?.[0].length ?? 0)
  if (source[start] === '[') return readFlow(source, start, valueSpan.end)
  if (source.startsWith('- ', start)) return readBlock(source, valueSpan.start, lines)
  const scalar = rest.length === 0 ? readScalar(source, start, first.end, false) : undefined
  return scalar === undefined ? unreadable : { kind: 'single', items: [scalar] }
}

function isEmptyLine(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line)
}

/** A list of `- item` lines, all indented alike, and below the name of the field; what is indented deeper belongs to an item. */
function readBlock(source: string, valueStart: number, lines: readonly Span[]): ListValue {
  const [first] = lines
  const lead = first && /^\s*/.exec(source.slice(first.start, first.end))?.[0]
  if (first === undefined || lead === undefined || first.start === valueStart) return unreadable
  const begins = lines.map((line) => itemStart(source, line, lead))
  if (begins.includes('elsewhere')) return unreadable
  const items = lines.flatMap((line, at): readonly ListItem[] => {
    const start = begins[at]
    if (typeof start !== 'number') return []
    const next = begins.findIndex((one, index) => index > at && typeof one === 'number')
    const end = lines[(next < 0 ? lines.length : next) - 1]?.end ?? line.end
    const scalar = end === line.end ? readScalar(source, start, end, false) : undefined
    return [scalar ?? { span: { start, end } }]
  })
  return { kind: 'block', indent: lead, items }
}

/** Where the item on `line` of a list begins that is indented by `lead`; or whether the line is within one. */
function itemStart(source: string, line: Span, lead: string): number | 'within' | 'elsewhere' {
  const text = source.slice(line.start, line.end)
  const item = /^(\s*)-\s+(?=\S)/.exec(text)
  if (item?.[1] === lead) return line.start + item[0].length
  return text.startsWith(lead) && /^[ \t]/.test(text.slice(lead.length)) ? 'within' : 'elsewhere'
}

/** A list in brackets, on one line or several. */
function readFlow(source: string, open: number, end: number): ListValue {
  const items: ListItem[] = []
  let offset = skipInFlow(source, open + 1, end)
  while (offset < end && source[offset] !== ']') {
    const scalar = readScalar(source, offset, end, true)
    if (scalar === undefined) return unreadable
    items.push(scalar)
    offset = skipInFlow(source, scalar.span.end, end)
    if (source[offset] === ',') offset = skipInFlow(source, offset + 1, end)
    else if (source[offset] !== ']') return unreadable
  }
  const after = source.slice(offset + 1, end)
  return source[offset] === ']' && /^\s*(?:\s#.*)?$/.test(after)
    ? { kind: 'flow', items, open }
    : unreadable
}

/** How much of its line is left behind `offset`. */
export function restOfLine(source: string, offset: number): number {
  return /^[^\r\n]*/.exec(source.slice(offset))?.[0].length ?? 0
}

/** Skips spaces, line ends, and comments behind them. */
function skipInFlow(source: string, start: number, end: number): number {
  let offset = start
  while (offset < end) {
    if (/\s/.test(source.charAt(offset))) offset += 1
    else if (source[offset] === '#' && /\s/.test(source.charAt(offset - 1))) {
      offset += restOfLine(source, offset)
    } else break
  }
  return offset
}

/** A plain or quoted scalar on one line that begins at `start`; `undefined` for what is none or not read. */
function readScalar(
  source: string,
  start: number,
  end: number,
  inFlow: boolean,
): ListItem | undefined {
  const text = source.slice(start, end)
  const scalar =
    text.startsWith("'") || text.startsWith('"') ? quotedScalar(text) : plainScalar(text, inFlow)
  if (scalar === undefined) return undefined
  const after = text.slice(scalar.length)
  if (!inFlow && !/^\s*(?:\s#.*)?$/.test(after)) return undefined
  return { text: scalar.value, span: { start, end: start + scalar.length } }
}

interface ReadScalar {
  readonly value: string
  readonly length: number
}

function quotedScalar(text: string): ReadScalar | undefined {
  const single = /^'((?:[^'\r\n]|'')*)'/.exec(text)
  if (single !== null)
    return { value: (single[1] ?? '').replaceAll("''", "'"), length: single[0].length }
  const double = /^"([^"\\\r\n]*)"/.exec(text)
  return double === null ? undefined : { value: double[1] ?? '', length: double[0].length }
}

function plainScalar(text: string, inFlow: boolean): ReadScalar | undefined {
  if (/^[&*!|>%@`{}[\],?#]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return undefined
  const raw = (inFlow ? /^[^,[\]{}\r\n]*/ : /^[^\r\n]*/).exec(text)?.[0] ?? ''
  const [beforeComment = ''] = raw.split(/\s#/, 1)
  const value = beforeComment.trimEnd()
  return value === '' || /:(?:\s|$)/.test(value) ? undefined : { value, length: value.length }
}

/** The texts of a list, in order; `undefined` where it is not read, or not all of it is text. */
export function textsOf(value: ListValue): readonly string[] | undefined {
  if (value.kind === 'unreadable') return undefined
  const texts = value.items.flatMap(({ text }) => (text === undefined ? [] : [text]))
  return texts.length === value.items.length ? texts : undefined
}
