import { readFrontMatter, textStart, type FrontMatterField } from '../text/frontMatter.ts'
import { lineEndOf, linesWithin } from '../text/lines.ts'
import { sliceSpan } from '../text/span.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { hasOnlyFields } from '../text/yaml/listEdit.ts'

/**
 * The edit that adds items to `references:` of the front matter of `source`, whose own stay; `lines` are
 * those of a list in YAML. Where there is no front matter it gets one, and where that takes no further
 * line, or must stand behind a title block (`% Title`), a block of metadata at its end. `undefined` where
 * `references:` is written in a way that is not read.
 */
export function addReferences(source: string, lines: readonly string[]): TextEdit | undefined {
  const frontMatter = readFrontMatter(source)
  const start = textStart(source)
  if (frontMatter === undefined) {
    return source.startsWith('%', start) ? atEnd(source, lines) : atStart(source, lines)
  }
  const fields = frontMatter.fields.filter(({ name }) => name === 'references')
  const [field] = fields
  if (field !== undefined) return fields.length > 1 ? undefined : toField(source, field, lines)
  if (!hasOnlyFields(source, frontMatter.span)) return atEnd(source, lines)
  return insertion(source, frontMatter.span.end, [named, ...lines, ''])
}

const named = 'references:'

function insertion(source: string, offset: number, lines: readonly string[]): TextEdit {
  return { span: { start: offset, end: offset }, text: lines.join(lineEndOf(source)) }
}

function atStart(source: string, lines: readonly string[]): TextEdit {
  return insertion(source, textStart(source), ['---', named, ...lines, '---', '', ''])
}

function atEnd(source: string, lines: readonly string[]): TextEdit {
  return insertion(source, source.length, ['', '', '---', named, ...lines, '---', ''])
}

/** Behind the last item of a list, as far to the right as that stands; in place of an empty one. */
function toField(
  source: string,
  { valueSpan }: FrontMatterField,
  lines: readonly string[],
): TextEdit | undefined {
  const value = sliceSpan(source, valueSpan)
  const written = linesWithin(source, valueSpan).map((line) => sliceSpan(source, line))
  if (/^\s*(?:\[\s*\]\s*)?(?:#.*)?$/u.test(value)) {
    return { span: valueSpan, text: ['', ...lines].join(lineEndOf(source)) }
  }
  const [head = '', ...rest] = written
  const indent = /^( *)- /u.exec(rest.find((line) => /^\s*[^\s#]/u.test(line)) ?? '')?.[1]
  if (indent === undefined || !/^\s*(?:#.*)?$/u.test(head)) return undefined
  return insertion(source, valueSpan.end, ['', ...lines.map((line) => indent + line)])
}
