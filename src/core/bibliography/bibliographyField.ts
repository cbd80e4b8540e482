import type { TextEdit } from '../text/textEdit.ts'
import { sliceSpan, type Span } from '../text/span.ts'
import { readFrontMatter, textStart, type FrontMatterField } from '../text/frontMatter.ts'
import { lineEndOf, linesWithin } from '../text/lines.ts'
import { keyEndAt } from '../pandoc/keySyntax.ts'

/** What the front matter of a report says about bibliographies. */
export interface BibliographyField {
  /** Of `bibliography:`, where the front matter has it. */
  readonly span?: Span
  /** The files under it, in order, as written without quotes. */
  readonly files: readonly string[]
  /** Whether it is written in a way that is not read, so that the files are not known. */
  readonly isUnread: boolean
  /** The keys under `nocite:`; `*` stands for all. */
  readonly nocite: readonly string[]
  /** The text of `references:`, items that the front matter holds itself; empty where there are none. */
  readonly references: string
}

/** The files and keys that the front matter of `source` names; none where it has no front matter. */
export function readBibliography(source: string): BibliographyField {
  const fields = readFrontMatter(source)?.fields ?? []
  const bibliography = fields.find(({ name }) => name === 'bibliography')
  const value = bibliography && readValue(source, bibliography)
  const textOf = (wanted: string): string => {
    const field = fields.find(({ name }) => name === wanted)
    return field === undefined ? '' : sliceSpan(source, field.valueSpan)
  }
  return {
    ...(bibliography && { span: nameSpan(source, bibliography) }),
    files: value?.kind === 'unreadable' ? [] : (value?.scalars.map(({ text }) => text) ?? []),
    isUnread: value?.kind === 'unreadable',
    nocite: keysIn(textOf('nocite')),
    references: textOf('references'),
  }
}

/** The style that a report names. */
export interface StyleField {
  /** As written without quotes: a name, a path or an address. */
  readonly name: string
  /** Of it, with its quotes. */
  readonly span: Span
}

/** What `csl:` of the front matter of `source` names, or `citation-style:`, which is the same to Pandoc. */
export function readStyleField(source: string): StyleField | undefined {
  const fields = readFrontMatter(source)?.fields ?? []
  const named = ['csl', 'citation-style'].map((wanted) =>
    fields.find(({ name }) => name === wanted),
  )
  const field = named.find((one) => one !== undefined)
  const value = field && readValue(source, field)
  const scalar = value?.kind === 'single' ? value.scalars[0] : undefined
  return scalar && { name: scalar.text, span: scalar.span }
}

/** Of the name of `field` with its colon; a name begins its line. */
function nameSpan(source: string, { valueSpan: { start: end } }: FrontMatterField): Span {
  return { start: end - (/[^\r\n\uFEFF]*$/u.exec(source.slice(0, end))?.[0].length ?? 0), end }
}

/**
 * The edit that adds the bibliography file `path` to the front matter of `source`, which is not changed
 * otherwise: to the list, making one of a single file, in a new field, or in new front matter.
 * `undefined` when the field is written in a way that is not read (anchors, block scalars, nested
 * lists), or twice, or when the front matter is no list of fields; when it names the file already; and
 * where the source begins with a title block (`% Title`), which Pandoc reads in no other place.
 */
export function addBibliographyFile(source: string, path: string): TextEdit | undefined {
  const frontMatter = readFrontMatter(source)
  const lineEnd = lineEndOf(source)
  if (frontMatter === undefined) return newFrontMatter(source, path, lineEnd)
  const fields = frontMatter.fields.filter(({ name }) => name === 'bibliography')
  const [field] = fields
  if (field !== undefined)
    return fields.length > 1 ? undefined : addToField(source, field, path, lineEnd)
  if (!hasOnlyFields(source, frontMatter.span)) return undefined
  return insertion(frontMatter.span.end, `bibliography: ${quoted(path, false)}${lineEnd}`)
}

function newFrontMatter(source: string, path: string, lineEnd: string): TextEdit | undefined {
  const start = textStart(source)
  if (source.startsWith('%', start)) return undefined
  const lines = ['---', `bibliography: ${quoted(path, false)}`, '---', '', '']
  return insertion(start, lines.join(lineEnd))
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
  path: string,
  lineEnd: string,
): TextEdit | undefined {
  const value = readValue(source, field)
  if (value.kind === 'unreadable' || value.scalars.some(({ text }) => text === path))
    return undefined
  const last = value.scalars.at(-1)
  switch (value.kind) {
    case 'empty':
      return insertion(field.valueSpan.start, ` ${quoted(path, false)}`)
    case 'single':
      return last && listOf(source, last, path)
    case 'flow':
      return insertion(
        last?.span.end ?? value.open + 1,
        `${last === undefined ? '' : ', '}${quoted(path, true)}`,
      )
    case 'block':
      return (
        last &&
        insertion(
          last.span.end + restOfLine(source, last.span.end),
          `${lineEnd}${value.indent}- ${quoted(path, false)}`,
        )
      )
  }
}

/** `a.bib` becomes `[a.bib, b.json]`. */
function listOf(source: string, single: Scalar, path: string): TextEdit {
  const written = source.slice(single.span.start, single.span.end)
  const kept = /^["']/.test(written) ? written : quoted(single.text, true)
  return { span: single.span, text: `[${kept}, ${quoted(path, true)}]` }
}

function restOfLine(source: string, offset: number): number {
  return /^[^\r\n]*/.exec(source.slice(offset))?.[0].length ?? 0
}

/** `path` as a YAML scalar; in single quotes unless it is plainly a string, in lists with commas too. */
function quoted(path: string, inFlow: boolean): string {
  const plain =
    /^[\p{L}\d_./][\p{L}\p{M}\d_./@+ -]*$/u.test(path) && /\p{L}/u.test(path) && !path.endsWith(' ')
  const meansSomethingElse =
    /^(?:true|false|yes|no|on|off|null|y|n)$/i.test(path) || /^[\d.]+e\d+$/i.test(path)
  const stays = plain && !meansSomethingElse && !/^\.(?:inf|nan)$/i.test(path)
  return stays && !(inFlow && path.includes(',')) ? path : `'${path.replaceAll("'", "''")}'`
}

interface Scalar {
  readonly text: string
  /** With its quotes. */
  readonly span: Span
}

/** The value of a field, in the few forms that are read. */
type Value =
  | { readonly kind: 'empty' | 'single'; readonly scalars: readonly Scalar[] }
  | { readonly kind: 'flow'; readonly scalars: readonly Scalar[]; readonly open: number }
  | { readonly kind: 'block'; readonly scalars: readonly Scalar[]; readonly indent: string }
  | { readonly kind: 'unreadable' }

const unreadable: Value = { kind: 'unreadable' }

function readValue(source: string, { valueSpan }: FrontMatterField): Value {
  const lines = linesWithin(source, valueSpan).filter(
    ({ start, end }) => !isEmptyLine(source.slice(start, end)),
  )
  const [first, ...rest] = lines
  if (first === undefined) return { kind: 'empty', scalars: [] }
  const start = first.start + (/^\s*/.exec(source.slice(first.start, first.end))?.[0].length ?? 0)
  if (source[start] === '[') return readFlow(source, start, valueSpan.end)
  if (source.startsWith('- ', start)) return readBlock(source, valueSpan.start, lines)
  const scalar = rest.length === 0 ? readScalar(source, start, first.end, false) : undefined
  return scalar === undefined ? unreadable : { kind: 'single', scalars: [scalar] }
}

function isEmptyLine(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line)
}

/** A list of `- item` lines, all indented alike and below the name of the field. */
function readBlock(source: string, valueStart: number, lines: readonly Span[]): Value {
  const items = lines.map(({ start, end }) => {
    const lead = /^(\s*)-\s+/.exec(source.slice(start, end))
    if (lead === null || start === valueStart) return undefined
    const scalar = readScalar(source, start + lead[0].length, end, false)
    return scalar && { indent: lead[1] ?? '', scalar }
  })
  const known = items.filter((item) => item !== undefined)
  const [first] = known
  if (first === undefined || known.length < items.length) return unreadable
  if (known.some(({ indent }) => indent !== first.indent)) return unreadable
  return { kind: 'block', indent: first.indent, scalars: known.map(({ scalar }) => scalar) }
}

/** A list in brackets, on one line or several. */
function readFlow(source: string, open: number, end: number): Value {
  const scalars: Scalar[] = []
  let offset = skipInFlow(source, open + 1, end)
  while (offset < end && source[offset] !== ']') {
    const scalar = readScalar(source, offset, end, true)
    if (scalar === undefined) return unreadable
    scalars.push(scalar)
    offset = skipInFlow(source, scalar.span.end, end)
    if (source[offset] === ',') offset = skipInFlow(source, offset + 1, end)
    else if (source[offset] !== ']') return unreadable
  }
  const after = source.slice(offset + 1, end)
  return source[offset] === ']' && /^\s*(?:\s#.*)?$/.test(after)
    ? { kind: 'flow', scalars, open }
    : unreadable
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
): Scalar | undefined {
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
  const value = raw.replace(/\s#.*$/, '').trimEnd()
  return value === '' || /:(?:\s|$)/.test(value) ? undefined : { value, length: value.length }
}

/** The keys in the value of `nocite`: `@a, @b`, in a string or a list. */
function keysIn(value: string): readonly string[] {
  const keys = Array.from(value.matchAll(/@/g), ({ index }) =>
    value.slice(index + 1, keyEndAt(value, index + 1)),
  )
  return [...new Set(keys.filter((key) => key !== ''))]
}
