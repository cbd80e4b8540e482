import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { corpusFileOf } from '../../../src/core/features/importing/importing.ts'
import { findPassages, type OfficialText } from '../../../src/core/official/officialText.ts'
import type { Outline, PageStart, Part } from '../../../src/core/official/outline.ts'
import {
  proposeProvisions,
  type ProposedProvision,
} from '../../../src/core/official/proposedProvisions.ts'
import { readInOrder, type ReadBefore } from '../../../src/core/official/reading.ts'
import type { Span } from '../../../src/core/text/span.ts'
import { DocumentError } from '../../../src/import/documentError.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'

/** What became of one document. */
export interface Judged {
  /** `read`, or why it was refused. */
  readonly outcome: string
  /** What holds of every document, and does not of this one. */
  readonly faults: readonly string[]
}

/** Reads a document, and makes of it what the product does. */
export async function judgedDocument(bytes: Uint8Array): Promise<Judged> {
  let outline: Outline
  try {
    outline = await outlineOf(bytes)
  } catch (error) {
    if (error instanceof DocumentError) return { outcome: error.reason, faults: [] }
    return { outcome: 'thrown', faults: [`throws: ${thrown(error)}`] }
  }
  return { outcome: outline.parts.length > 0 ? 'read' : 'no parts', faults: [...faultsOf(outline)] }
}

function thrown(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [, place = ''] = /((?:src|node_modules)\/[^\s)]+)/u.exec(error.stack ?? '') ?? []
  return `${error.name}: ${error.message.slice(0, 100)} (${place})`
}

function* faultsOf(outline: Outline): Generator<string> {
  try {
    yield* faultsOfParts(outline)
    yield* faultsOfReading(outline, 'headings')
    yield* faultsOfReading(outline, 'numbers and headings')
    yield* faultsOfFile(outline)
  } catch (error) {
    yield `throws behind reading: ${thrown(error)}`
  }
}

// The outline

type Content = Pick<Part, 'text' | 'pageStarts' | 'parts'>

function* faultsOfParts(outline: Outline): Generator<string> {
  const { text = '', pageStarts = [], parts, pageNumbers } = outline
  const pages = pageNumbers?.length ?? 0
  yield* faultsOfContent({ text, pageStarts, parts }, pages)
}

function* faultsOfContent(content: Content, pages: number): Generator<string> {
  const { text, parts, pageStarts = [] } = content
  if (text !== text.trim() && text.trim() === '') yield 'part: a text of spaces'
  if (/\n{3}|^\n|\n$/u.test(text)) yield 'part: more than two line feeds, or some at an end'
  yield* faultsOfPages(pageStarts, text.length)
  let reached = 0
  for (const part of parts) {
    const { at = text.length, label, heading, place } = part
    if (at < reached || at > text.length) yield 'span: a part stands outside of, or before, others'
    const isBetween = at === 0 || at === text.length || text.startsWith('\n\n', at)
    if (!isBetween) yield 'span: a part stands within a paragraph'
    reached = at
    if (
      [label, place].some((one) => one?.trim() === '') ||
      (heading?.trim() === '' && heading !== '')
    )
      yield 'part: an empty name'
    if (`${label ?? ''}${place ?? ''}`.includes('\n')) yield 'part: a label of two lines'
    const { first, last } = part.pages ?? { first: 1, last: 1 }
    if (first < 1 || last < first || (pages > 0 && last > pages)) yield 'span: pages that are none'
    yield* faultsOfContent(part, pages)
  }
}

function* faultsOfPages(starts: readonly PageStart[], length: number): Generator<string> {
  for (const [at, { page, offset }] of starts.entries()) {
    const before = starts[at - 1]
    if (offset < 0 || offset > length) yield 'span: a page begins outside of its text'
    if (before !== undefined && before.offset > offset) yield 'span: pages begin in no order'
    if (before !== undefined && before.page >= page) yield 'span: pages in no order'
  }
}

// Its text in order

function* faultsOfReading(outline: Outline, before: ReadBefore): Generator<string> {
  const { text, pageStarts, spans, headings, labels } = readInOrder(outline, before)
  for (const { offset } of pageStarts) {
    if (offset < 0 || offset > text.length) yield 'span: a page begins outside of the reading'
  }
  for (const [end, start] of headings) {
    if (start < 0 || end <= start || end > text.length)
      yield 'span: a heading outside of the reading'
  }
  for (const { offset } of labels) {
    if (offset < 0 || offset > text.length + 2) yield 'span: a label outside of the reading'
  }
  yield* faultsOfSpans(outline.parts, { start: 0, end: text.length }, spans, text)
}

function* faultsOfSpans(
  parts: readonly Part[],
  within: Span,
  spans: ReadonlyMap<Part, Span>,
  text: string,
): Generator<string> {
  let end = within.start
  for (const part of parts) {
    const span = spans.get(part)
    if (span === undefined) {
      yield 'span: a part has none'
      continue
    }
    // A part without words stands nowhere.
    if (span.start === span.end) continue
    if (span.start < end || span.end < span.start || span.end > within.end)
      yield 'span: parts overlap in the reading'
    const own = text.slice(span.start, span.end)
    const [first = ''] = part.text.split('\n\n')
    if (!own.includes(first)) yield 'span: a part is not where its words are'
    if (
      part.heading !== undefined &&
      !own.includes(part.heading.trim()) &&
      part.printed === undefined
    )
      yield 'span: a part is not where its heading is'
    end = span.end
    yield* faultsOfSpans(part.parts, span, spans, text)
  }
}

// The corpus file that it becomes

const id = 'xx-test'

function* faultsOfFile(outline: Outline): Generator<string> {
  const { type = 'plan', title = 'A document' } = outline
  const proposed = flat(proposeProvisions(outline, { id, type }))
  const labels = proposed.map(({ label }) => label)
  if (new Set(labels).size < labels.length) yield 'file: two provisions with one key'
  const text = corpusFileOf({ outline, id, type, title, sha256: '0'.repeat(64) }, emptyCorpus)
  const file = parseCorpusFile(text, `${id}.md`)
  for (const code of new Set(file.troubles.map((one) => one.code))) {
    if (!harmless.has(code)) yield `file: ${code}`
  }
  if (file.kind !== 'instrument') {
    yield 'file: not read back'
    return
  }
  const corpus = assembleCorpus([file])
  const instrument = corpus.byKey.get(id)
  if (instrument?.level !== 'instrument') {
    yield 'file: no instrument'
    return
  }
  const lost = labels.filter((label) => !corpus.byKey.has(`${id}:${label}`))
  if (lost.length > 0) yield 'file: a provision is lost'
  yield* faultsOfPassages(findPassages(outline, instrument, corpus))
}

/** What the analyst's own document may well have in it. */
const harmless: ReadonlySet<string> = new Set([
  'text.suspicious-character',
  'heading.look-alike-label',
  // A document that prints a number twice.
  'heading.duplicate-place',
  'instrument.no-number',
])

function* faultsOfPassages({ text, passages, pageStarts }: OfficialText): Generator<string> {
  for (const { own, whole } of passages.values()) {
    const isRight =
      0 <= whole.start && whole.start <= own.start && own.start <= own.end && own.end <= whole.end
    if (!isRight || whole.end > text.length) yield 'span: a passage outside of its text'
  }
  for (const { offset } of pageStarts) {
    if (offset < 0 || offset > text.length) yield 'span: a page begins outside of the official text'
  }
}

function flat(provisions: readonly ProposedProvision[]): readonly ProposedProvision[] {
  return provisions.flatMap((one) => [one, ...flat(one.parts)])
}
