import type { Corpus } from '../corpus/corpus.ts'
import type { Names } from '../corpus/language.ts'
import type { ReferenceData } from '../corpus/provision.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { tableTypes } from '../corpus/kinds.ts'
import {
  fieldOf,
  fieldsOf,
  type Field,
  type FieldOwner,
  type FieldSite,
} from '../corpusFile/fields/fields.ts'
import {
  choices,
  divisionKinds,
  instrumentType,
  provisionKinds,
  usualKinds,
} from '../corpus/kinds.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import {
  findFrontMatter,
  ofCorpusFiles,
  readFields,
  textStart,
  wordOfField,
} from '../text/frontMatter.ts'
import { linesWithin, lineStartAt } from '../text/lines.ts'
import { sliceSpan, type Span } from '../text/span.ts'

/** What may be written at a place of a corpus file. */
export interface FieldSuggestion {
  readonly text: string
  /** None where the text says it all. */
  readonly detail?: FieldDetail
}

/** What a field means, or what an agency or a provision is called. */
export type FieldDetail = Sentence | Names

export interface FieldSuggestions {
  /** What accepting replaces, in the text. */
  readonly span: Span
  readonly items: readonly FieldSuggestion[]
}

/** So many agencies or keys are offered at once. */
const mostItems = 100

/**
 * The names of fields, or the values of one, that can stand at `offset` of the corpus file `text`:
 * in the front matter, in the braces of a heading, in the list under it. `undefined` elsewhere.
 */
export function suggestFields(
  text: string,
  offset: number,
  corpus: Corpus,
): FieldSuggestions | undefined {
  const start = lineStartAt(text, offset)
  const before = text.slice(start, offset)
  const place = placeOf(text, start, before)
  if (place === undefined) return undefined
  const { owner, site, written } = place
  const typed = typedField(written, site)
  if (typed === undefined) return undefined
  if (typed.value !== undefined) {
    const field = fieldOf(owner, site, typed.name)
    return field && suggestions(offset, typed.value, valuesOf(field, typed.value, corpus, text))
  }
  const colon = site === 'heading' ? '=' : ': '
  const fields = fieldsOf(owner, site).map(({ name, meaning }) => ({
    text: `${name}${colon}`,
    detail: meaning,
  }))
  return suggestions(offset, typed.name, fields)
}

interface FieldPlace {
  readonly owner: FieldOwner
  readonly site: FieldSite
  /** The line before the caret, from where fields are written on. */
  readonly written: string
}

/** The name before the caret, and what is typed of its last value once the name has ended. */
interface TypedField {
  readonly name: string
  readonly value?: string
}

function typedField(written: string, site: FieldSite): TypedField | undefined {
  if (site === 'heading' && isQuoteOpen(written)) return undefined
  const last = site === 'heading' ? (written.split(/\s/u).at(-1) ?? '') : written
  const end = last.indexOf(site === 'heading' ? '=' : ':')
  const name = end === -1 ? last : last.slice(0, end)
  if (!/^[\w-]*$/u.test(name)) return undefined
  if (end === -1) return { name }
  return {
    name,
    value: (
      last
        .slice(end + 1)
        .split(';')
        .at(-1) ?? ''
    ).trimStart(),
  }
}

/** Whether the caret stands in a value between quotation marks, which may have blanks. */
function isQuoteOpen(written: string): boolean {
  return written.split('"').length % 2 === 0
}

function placeOf(text: string, start: number, line: string): FieldPlace | undefined {
  const front = findFrontMatter(text, textStart(text), ofCorpusFiles)
  if (front === undefined || start < front.content.start) return undefined
  const type = wordOfField(text, readFields(text, front.content), 'type') ?? ''
  if (front.end === undefined || start < front.content.end) {
    return { owner: headOwner(type), site: 'front matter', written: line }
  }
  if (isHeading.test(line)) {
    const braces = line.slice(line.lastIndexOf('{') + 1)
    if (braces.length === line.length || braces.includes('}')) return undefined
    return { owner: ownerUnder(line, type), site: 'heading', written: braces }
  }
  const marker = /^[-*+][ \t]+/u.exec(line)?.[0]
  if (marker === undefined) return undefined
  const owner = ownerUnder(lastHeading(text, { start: front.end, end: start }), type)
  return { owner, site: 'list', written: line.slice(marker.length) }
}

const isHeading = /^#{1,6}\s/u

/** The last heading of `text` within `span`. */
function lastHeading(text: string, span: Span): string | undefined {
  const lines = linesWithin(text, span).map((line) => sliceSpan(text, line))
  return lines.findLast((line) => isHeading.test(line))
}

function headOwner(type: string): FieldOwner {
  return tableTypes.find((table) => table === type) ?? 'instrument'
}

/** What the heading `line` of a file of this type is; the instrument itself where there is none. */
function ownerUnder(line: string | undefined, type: string): FieldOwner {
  if (line === undefined) return 'instrument'
  if (type === 'register') return 'agency'
  if (type === 'relations') return 'relation'
  if (type === 'glossary') return 'term'
  const known = instrumentType(type)
  const usual = known && usualKinds.get(known)
  const kind = /\bkind=([\w-]+)/u.exec(line)?.[1] ?? usual
  if (kind === 'claim') return 'claim'
  return kind !== usual && divisionKinds.some((division) => division === kind)
    ? 'division'
    : 'measure'
}

function valuesOf(
  { name, type }: Field,
  typed: string,
  corpus: Corpus,
  text: string,
): readonly FieldSuggestion[] {
  switch (type) {
    case 'instrument type':
      return [...usualKinds.keys(), ...tableTypes].map(plain)
    case 'kind':
    case 'kinds':
      return provisionKinds.map(plain)
    case 'kinds or none':
      return ['none', ...provisionKinds].map(plain)
    case 'word':
      return isChoice(name) ? choices[name].map(plain) : []
    case 'agency code':
    case 'agency codes':
      return [...corpus.agencies.values()].map(({ code, names }) => ({
        text: code,
        detail: names,
      }))
    case 'key':
    case 'keys':
      return known(corpus.provisions)
        .withKey((key) => key.startsWith(typed), mostItems)
        .map(({ key, titles }) => ({ text: key, detail: titles }))
    case 'amendment':
    case 'amendments by name':
      return amendmentNames(text).map(plain)
    case 'language tag':
      return valuesWritten(corpus, ({ language }) => language)
    case 'region code':
      return valuesWritten(corpus, ({ jurisdiction }) => jurisdiction)
    case 'id':
    case 'text':
    case 'texts':
    case 'numbers':
    case 'pages':
    case 'page number':
    case 'place':
    case 'anchor':
    case 'date':
    case 'day':
    case 'days':
    case 'amendments':
    case 'former keys':
    case 'follow-ups':
    case 'deadlines':
    case 'amounts':
    case 'region codes':
    case 'https address':
    case 'SHA-256':
    case 'corrections':
    case 'fields of a list':
    case 'labels':
      return []
  }
}

/** What the front matter of a file calls the amendments that it names. */
function amendmentNames(text: string): readonly string[] {
  const front = findFrontMatter(text, textStart(text), ofCorpusFiles)
  const fields = front === undefined ? [] : readFields(text, front.content)
  const field = fields.find(({ name }) => name === 'amended-by')
  const values = field === undefined ? [] : sliceSpan(text, field.valueSpan).split(/[;\r\n]/u)
  return values.flatMap((value) => /[^\s"'|-][^"'|]*(?<!\s)/u.exec(value)?.[0] ?? [])
}

/** What the instruments of `corpus` have there, each once. */
function valuesWritten(
  { instruments }: Corpus,
  valueOf: (data: ReferenceData) => string | undefined,
): readonly FieldSuggestion[] {
  const values = instruments.map(({ reference }) => reference && valueOf(reference))
  return [...new Set(values.filter((value) => value !== undefined))].sort().map(plain)
}

function isChoice(name: string): name is keyof typeof choices {
  return Object.hasOwn(choices, name)
}

function plain(text: string): FieldSuggestion {
  return { text }
}

/** Those of `items` that begin as `typed` does, whatever the case; `undefined` where there are none. */
function suggestions(
  offset: number,
  typed: string,
  items: readonly FieldSuggestion[],
): FieldSuggestions | undefined {
  const begun = typed.toLowerCase()
  const fitting = items.filter(({ text }) => text.toLowerCase().startsWith(begun))
  if (fitting.length === 0) return undefined
  return { span: { start: offset - typed.length, end: offset }, items: fitting.slice(0, mostItems) }
}
