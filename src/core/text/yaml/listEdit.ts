import { textStart, type FrontMatter, type FrontMatterField } from '../frontMatter.ts'
import { lineEndOf, linesWithin } from '../lines.ts'
import type { Span } from '../span.ts'
import type { TextEdit } from '../textEdit.ts'
import { readListValue, restOfLine, textsOf, type ListItem, type ListValue } from './listValue.ts'
import { runStart } from '../characters.ts'

/** How the list of a field is added to. */
export interface Adding {
  /** Of the items that must stay behind what is added; none unless told otherwise. */
  readonly behind?: readonly string[]
  /** Whether one item alone is a list, too. */
  readonly isAlwaysList?: boolean
  /** Whether it is added where the list has it already. */
  readonly mayRepeat?: boolean
}

/**
 * The edit that adds `item` to the list that the field `name` of `source` is, and changes nothing else: to the
 * list, making one of a single text, in a new field. `undefined` when the field is written in a way that is
 * not read (anchors, block scalars, nested lists), or twice, or when there is no list of fields; and when
 * the list has the item already, unless it may be repeated.
 */
export function addToList(
  source: string,
  { span, fields }: FrontMatter,
  name: string,
  item: string,
  adding: Adding = {},
): TextEdit | undefined {
  const named = fields.filter((field) => field.name === name)
  const [field] = named
  if (named.length > 1) return undefined
  if (field !== undefined) return addToField(source, field, item, adding)
  if (!hasOnlyFields(source, span)) return undefined
  const lineEnd = lineEndOf(source)
  const begun = span.end > span.start && !/[\r\n]$/.test(source.slice(0, span.end)) ? lineEnd : ''
  return insertion(span.end, `${begun}${name}: ${alone(item, adding)}${lineEnd}`)
}

/** The edit that begins `source` with front matter of one `line`; `undefined` where it begins with a title block. */
export function newFrontMatter(source: string, line: string): TextEdit | undefined {
  const start = textStart(source)
  if (source.startsWith('%', start)) return undefined
  return insertion(start, ['---', line, '---', '', ''].join(lineEndOf(source)))
}

/** Whether a further line can be added at `span`: front matter that is a flow mapping (`{title: …}`) or a scalar takes none. */
export function hasOnlyFields(source: string, span: Span): boolean {
  const first = linesWithin(source, span).find(({ start, end }) =>
    /^\s*[^\s#]/.test(source.slice(start, end)),
  )
  return (
    first === undefined || /^[^\s{[|>&*!].*:(?:\s|$)/.test(source.slice(first.start, first.end))
  )
}

function insertion(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text }
}

function addToField(
  source: string,
  field: FrontMatterField,
  item: string,
  adding: Adding,
): TextEdit | undefined {
  const value = readListValue(source, field)
  const isThere = adding.mayRepeat !== true && textsOf(value)?.includes(item) === true
  if (value.kind === 'unreadable' || isThere) return undefined
  const next = value.items.find(({ text }) => text !== undefined && adding.behind?.includes(text))
  return next === undefined
    ? addAtEnd(source, { field, value, item, adding })
    : addBefore(source, value, next, item)
}

type ReadValue = Exclude<ListValue, { readonly kind: 'unreadable' }>

/** What a field gets, and what it holds. */
interface Addition {
  readonly field: FrontMatterField
  readonly value: ReadValue
  readonly item: string
  readonly adding: Adding
}

/** The first item of a field. */
function alone(item: string, { isAlwaysList = false }: Adding): string {
  return isAlwaysList ? `[${yamlScalar(item, true)}]` : yamlScalar(item)
}

function addAtEnd(source: string, { field, value, item, adding }: Addition): TextEdit | undefined {
  const last = value.items.at(-1)
  switch (value.kind) {
    case 'empty':
      return insertion(field.valueSpan.start, ` ${alone(item, adding)}`)
    case 'single':
      return last && listOf(source, last, (kept) => [kept, yamlScalar(item, true)])
    case 'flow':
      return insertion(
        last?.span.end ?? value.open + 1,
        `${last === undefined ? '' : ', '}${yamlScalar(item, true)}`,
      )
    case 'block': {
      const end = last && last.span.end + restOfLine(source, last.span.end)
      const line = `${lineEndOf(source)}${value.indent}- ${yamlScalar(item)}`
      return end === undefined ? undefined : insertion(end, line)
    }
  }
}

function addBefore(source: string, value: ReadValue, next: ListItem, item: string): TextEdit {
  if (value.kind === 'single') return listOf(source, next, (kept) => [yamlScalar(item, true), kept])
  if (value.kind !== 'block') return insertion(next.span.start, `${yamlScalar(item, true)}, `)
  const line = `${value.indent}- ${yamlScalar(item)}${lineEndOf(source)}`
  return insertion(lineStart(source, next.span.start), line)
}

/** `a.bib` becomes `[a.bib, b.json]`. */
function listOf(
  source: string,
  single: ListItem,
  items: (kept: string) => readonly string[],
): TextEdit {
  const written = source.slice(single.span.start, single.span.end)
  const kept = /^["']/.test(written) ? written : yamlScalar(single.text ?? written, true)
  return { span: single.span, text: `[${items(kept).join(', ')}]` }
}

function lineStart(source: string, offset: number): number {
  return runStart(source, /[^\r\n]/, offset)
}

/**
 * The edit that takes `item` out of the list that the field `name` of `source` is, with the field where it holds
 * nothing else; `undefined` where it is not there, or not read.
 */
export function removeFromList(
  source: string,
  { fields }: FrontMatter,
  name: string,
  item: string,
): TextEdit | undefined {
  const [field, ...others] = fields.filter((one) => one.name === name)
  if (field === undefined || others.length > 0) return undefined
  const value = readListValue(source, field)
  if (value.kind === 'unreadable') return undefined
  const at = value.items.findIndex(({ text }) => text === item)
  const found = value.items[at]
  if (found === undefined) return undefined
  if (value.items.length === 1) return withoutLines(source, { ...field.valueSpan })
  if (value.kind === 'block') return withoutLines(source, found.span)
  const next = value.items[at + 1]
  const start = next === undefined ? (value.items[at - 1]?.span.end ?? 0) : found.span.start
  return { span: { start, end: next?.span.start ?? found.span.end }, text: '' }
}

/** Takes out the whole lines that `span` touches. */
function withoutLines(source: string, { start, end }: Span): TextEdit {
  const rest = end + restOfLine(source, end)
  const broken = /^(?:\r\n|\r|\n)/.exec(source.slice(rest))?.[0].length ?? 0
  return { span: { start: lineStart(source, start), end: rest + broken }, text: '' }
}

/** `text` as a YAML scalar; in single quotes unless it is plainly a string, in a list in brackets with commas too. */
export function yamlScalar(text: string, inFlow = false): string {
  const plain =
    /^[\p{L}\d_./][\p{L}\p{M}\d_./@+ -]*$/u.test(text) && /\p{L}/u.test(text) && !text.endsWith(' ')
  const meansSomethingElse =
    /^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) || /^[\d.]+e\d+$/i.test(text)
  const stays = plain && !meansSomethingElse && !/^\.(?:inf|nan)$/i.test(text)
  return stays && !(inFlow && text.includes(',')) ? text : `'${text.replaceAll("'", "''")}'`
}
