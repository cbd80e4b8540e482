import { isBlank, isLineBreak, skipSpaces } from '../../text/characters.ts'
import { lineStartAt, linesWithin } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { OwnTextDraft, type OwnText } from './ownText.ts'
import { findYamlScalars, type YamlScalar } from './yamlScalars.ts'

/** A string of metadata, and how it is written there. */
export interface MetadataString extends OwnText {
  readonly scalar: YamlScalar
}

/** The strings of `metadata`, from the line that opens it to the one that closes it. Linear. */
export function findMetadataStrings(metadata: string): readonly MetadataString[] {
  const lines = linesWithin(metadata, { start: 0, end: metadata.length })
  const content = { start: lines[0]?.next ?? 0, end: lines.at(-1)?.start ?? 0 }
  if (content.end <= content.start) return []
  return findYamlScalars(metadata, content).map((scalar) => {
    const draft = new OwnTextDraft(metadata)
    if (scalar.form === 'block') addBlock(draft, metadata, scalar.span)
    else addFlow(draft, metadata, scalar)
    return { text: draft.text, offsets: draft.offsets, scalar }
  })
}

/**
 * Whether a citation that is written at `at` belongs to `string` of `metadata`, which stays YAML. It
 * does not in the indentation of a line, nor within an escape; within brackets an unquoted string could
 * not hold its commas. An unquoted one that begins with a citation gets quotation marks, see
 * {@link stringToQuote}; not from a line below its marker.
 */
export function takesCitation(
  metadata: string,
  { text, scalar }: MetadataString,
  at: number,
): boolean {
  const { form, span } = scalar
  if (at < span.start || at > span.end || isInIndentation(metadata, scalar, at)) return false
  const before = metadata.slice(span.start, at)
  switch (form) {
    case 'block':
      return true
    case 'item':
      return false
    case 'plain':
      return !beginsWithMarker.test(text) || !/[\n\r]/.test(before)
    case '"':
      return !/(?<!\\)(?:\\\\)*\\$/.test(before)
    case "'":
      return at === span.end || !/(?<!')(?:'')*'$/.test(before)
  }
}

const beginsWithMarker = /^\[?-?@/

/** The unquoted string of `metadata` that begins with what replaces `replaced`, or with another marker. */
export function stringToQuote(metadata: string, replaced: Span): Span | undefined {
  const { start, end } = replaced
  const own = findMetadataStrings(metadata).find(
    ({ scalar: { form, span } }) => form === 'plain' && span.start <= start && end <= span.end,
  )
  if (own === undefined) return undefined
  const { span } = own.scalar
  const isFirst = metadata.slice(span.start, start).trim() === ''
  return isFirst || beginsWithMarker.test(own.text) ? span : undefined
}

/** Whether `at` stands before the text of a line that is not the first, or less far in than a block begins. */
function isInIndentation(metadata: string, { form, span }: YamlScalar, at: number): boolean {
  const start = lineStartAt(metadata, at)
  if (form === 'block') return at - start < indentOf(metadata.slice(span.start, span.end))
  return start > span.start && metadata.slice(start, at + 1).trim() === ''
}

/** How far the first line with text of `block` is indented. */
function indentOf(block: string): number {
  return /^ *(?=\S)/m.exec(block)?.[0].length ?? 0
}

/** Adds the lines of a block without the indentation of its first one. */
function addBlock(draft: OwnTextDraft, source: string, span: Span): void {
  let indent = -1
  for (const { start, end, next } of linesWithin(source, span)) {
    const textStart = skipSpaces(source, start, end)
    if (indent === -1 && textStart < end) indent = textStart - start
    draft.take(Math.min(textStart, start + Math.max(0, indent)), next)
  }
}

/** Adds a plain or quoted string, its lines folded into one, its escapes read. */
function addFlow(draft: OwnTextDraft, source: string, { span, form }: YamlScalar): void {
  let at = span.start
  while (at < span.end) {
    if (isLineBreak(source.charCodeAt(at))) at = foldLines(draft, source, at, span.end)
    else if (form === '"' && source.charAt(at) === '\\') at = readEscape(draft, source, at)
    else if (form === "'" && source.startsWith("''", at)) at = takeOne(draft, at + 1, source)
    else at = takeOne(draft, at, source)
  }
}

function takeOne(draft: OwnTextDraft, at: number, source: string): number {
  draft.put(source.charAt(at), at)
  return at + 1
}

/** A line break is a space; with blank lines behind it, it ends a paragraph here. */
function foldLines(draft: OwnTextDraft, source: string, start: number, end: number): number {
  let next = start
  let lineFeeds = 0
  while (next < end && isBlank(source.charCodeAt(next))) {
    if (source.charAt(next) === '\n') lineFeeds += 1
    next += 1
  }
  if (lineFeeds < 2) draft.put(' ', start)
  else for (let line = 1; line < lineFeeds; line += 1) draft.put('\n', start)
  return next
}

const escaped: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  n: '\n',
  t: '\t',
}

function readEscape(draft: OwnTextDraft, source: string, at: number): number {
  const meant = escaped[source.charAt(at + 1)]
  if (meant !== undefined) draft.put(meant, at + 1)
  return at + 2
}
