import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import Papa from 'papaparse'
import { DocumentError, documentLimits } from '../documentError.ts'
import { isKnownName } from './fieldName.ts'
import { withMergedCells } from './mergedCells.ts'
import { isList, isMap, type Value } from './value.ts'

/**
 * What a text holds that is JSON, JSON line by line, YAML or a table with a head (CSV, with commas, semicolons
 * or tabs); `undefined` where it is none of these, and so may be a text to read. All words come out as they are
 * written. `isForced`: whether it is known to be one of these.
 *
 * @throws DocumentError where JSON is broken, or too deep.
 */
export function readValue(source: string, isForced = false): Value | undefined {
  if (source.length > documentLimits.characters) return undefined
  const text = source.replace(/^\uFEFF/u, '')
  return jsonIn(text) ?? yamlIn(text, isForced) ?? tableIn(text, isForced)
}

function jsonIn(text: string): Value | undefined {
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/u.test(text)) return undefined
  try {
    return wordsOfJson(text)
  } catch (error) {
    if (error instanceof DocumentError) throw error
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '')
    if (lines.length > 1 && lines.every((line) => line.startsWith('{'))) return jsonLines(lines)
    // A text may begin with a link in brackets.
    if (text.trimStart().startsWith('[') || !(error instanceof SyntaxError)) return undefined
    throw new DocumentError('malformed', error.message)
  }
}

function jsonLines(lines: readonly string[]): Value {
  try {
    return lines.map(wordsOfJson)
  } catch (error) {
    throw new DocumentError('malformed', error instanceof Error ? error.message : '')
  }
}

/** JSON whose numbers are words: 1.10 stays 1.10. It is known to be well-formed before it is changed. */
function wordsOfJson(text: string): Value {
  JSON.parse(text)
  let quoted = ''
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('"', at)
    const end = start < 0 ? text.length : endOfString(text, start)
    const between = text.slice(at, start < 0 ? end : start)
    quoted +=
      between.replaceAll(/[-\d][\d.e+-]*/giu, '"$&"') + text.slice(start < 0 ? end : start, end)
    at = end
  }
  return plain(JSON.parse(quoted))
}

/** Where the string of JSON ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return at + 1
}

/** A line that begins a field, or an item with fields, of YAML. */
const yamlLine =
  /^(?:- +)?(?:"[^"]{1,80}"|'[^']{1,80}'|[^\s#:"'[\]{}|>*&!%@`-][^:#\n]{0,80}): *(?:\S|$)/u

function yamlIn(text: string, isForced: boolean): Value | undefined {
  const first = /^(?!\s*(?:#|$|---\s*$|%YAML))[^\n]*/mu.exec(text)?.[0].trim() ?? ''
  if (!isForced && (!yamlLine.test(first) || hasTextBehindMatter(text))) return undefined
  try {
    const value = plain(load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0 }))
    return typeof value === 'string' || (!isForced && !isOfData(value)) ? undefined : value
  } catch (error) {
    if (error instanceof YAMLException) return undefined
    throw error
  }
}

/** Whether it is front matter, with a text behind it. */
function hasTextBehindMatter(text: string): boolean {
  if (!text.startsWith('---')) return false
  const end = /^(?:---|\.\.\.)[ \t]*$/mu.exec(text.slice(3))
  return end !== null && text.slice(3 + end.index + 3).trim() !== ''
}

/** Whether what could be read as YAML was written as such, and is no text of a few lines with a colon. */
function isOfData(value: Value): boolean {
  if (isList(value)) {
    return value.length > 1 && value.every((item) => isMap(item) && Object.keys(item).length > 1)
  }
  if (typeof value === 'string') return false
  const values = Object.values(value)
  const isNested = values.some((one) => typeof one !== 'string')
  return isNested || (values.length > 2 && Object.keys(value).every((name) => /\d/u.test(name)))
}

/** `value` as words, lists and maps. */
function plain(value: unknown, depth = 0): Value {
  if (depth > documentLimits.depth) throw new DocumentError('too deep', 'lists within lists')
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1))
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([name, one]) => [name, plain(one, depth + 1)])
    return Object.fromEntries(entries) as Value
  }
  if (typeof value === 'string') return value
  return typeof value === 'boolean' ? String(value) : ''
}

/** How much of a text shows whether it is a table. */
const looked = { characters: 50_000, lines: 30 }

function tableIn(text: string, isForced: boolean): Value | undefined {
  const [named = ''] = /^sep=.\r?\n/u.exec(text) ?? []
  const body = text.slice(named.length)
  const start = body.slice(0, looked.characters)
  const delimiter = delimiterOf(start)
  if (delimiter === undefined && !isForced) return undefined
  const { data } = Papa.parse<string[]>(body, {
    delimiter: delimiter ?? '',
    delimitersToGuess: [...delimiters],
    skipEmptyLines: 'greedy',
  })
  const [head = [], ...rows] = data
  const names = head.map((name, at) =>
    name.trim() === '' ? `column ${String(at + 1)}` : name.trim(),
  )
  return withMergedCells(names, rows).map((row) =>
    Object.fromEntries(
      row.map((cell, at) => [names[at] ?? `column ${String(at + 1)}`, cell] as const),
    ),
  )
}

const delimiters = [',', ';', '\t'] as const

/** What parts the cells, where the first lines are those of a table with a head; a text has blank lines, and lines of all lengths. */
function delimiterOf(start: string): string | undefined {
  const { data, meta } = Papa.parse<string[]>(start, {
    preview: looked.lines,
    delimitersToGuess: [...delimiters],
  })
  const [head = [], ...rows] = data
  const isCut = rows.at(-1)?.join('').trim() === '' || start.length === looked.characters
  const whole = isCut ? rows.slice(0, -1) : rows
  const isHead =
    head.length > 1 &&
    new Set(head).size === head.length &&
    head.every((name) => isHeadOfColumn(name.trim()))
  const isWhole = whole.length > 0 && whole.every(({ length }) => length === head.length)
  // Two lines with a comma each are a text, unless the first names what lists have.
  const isSaid = head.length > 2 || head.some((name) => isKnownName(name))
  return isHead && isWhole && isSaid ? meta.delimiter : undefined
}

/** Whether `name` heads a column: it is no sentence, but may end with a shortened word, `Action no.` */
function isHeadOfColumn(name: string): boolean {
  const plain = name.replace(/(?<=\b(?:no|nr|num|ref))\.$/iu, '')
  return /^[^.!?。]{1,60}$/u.test(plain) && /\p{L}/u.test(plain)
}
