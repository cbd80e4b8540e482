import { isBlank, isLineBreak, skipSpaces } from '../../text/characters.ts'
import { linesWithin } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { OwnTextDraft, type OwnText } from './ownText.ts'
import { findYamlScalars, type YamlScalar } from './yamlScalars.ts'

/** The strings of `metadata`, from the line that opens it to the one that closes it. Linear. */
export function findMetadataStrings(metadata: string): readonly OwnText[] {
  const lines = linesWithin(metadata, { start: 0, end: metadata.length })
  const content = { start: lines[0]?.next ?? 0, end: lines.at(-1)?.start ?? 0 }
  if (content.end <= content.start) return []
  return findYamlScalars(metadata, content).map((scalar) => {
    const draft = new OwnTextDraft(metadata)
    if (scalar.form === 'block') addBlock(draft, metadata, scalar.span)
    else addFlow(draft, metadata, scalar)
    return draft
  })
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
