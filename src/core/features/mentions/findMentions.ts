import { formatCitation } from '../../citation/format.ts'
import { ancestorsOf, hasEnded, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import { languages } from '../../corpus/language.ts'
import type { Instrument, Provision } from '../../corpus/provision.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import type { NameIndex } from '../../names/nameIndex.ts'
import type { FoundName } from '../../names/nameTrie.ts'
import { isWrittenAsName } from '../../names/writtenNames.ts'
import type { Block } from '../../markdown/blocks.ts'
import { blockText } from '../../markdown/blockText.ts'
import { fromOutermost } from '../../markdown/containers.ts'
import { normaliseLabel } from '../../markdown/links.ts'
import { firstIndex, sliceSpan, type Span } from '../../text/span.ts'

/** A name of provisions in running text, in a sentence that cites none of them. */
export interface Mention {
  /** Of the name, in the report. */
  readonly span: Span
  /** Of the sentence it stands in. */
  readonly sentence: Span
  /** Those that bear the name, in the order of the corpus, those of instruments that no longer hold last. */
  readonly provisions: readonly [Provision, ...Provision[]]
}

/**
 * The mentions in `block` of `report`, in order; of names that overlap the longest. They stand in
 * paragraphs, so in no heading, and outside of citation groups; and in no sentence that cites what they
 * name, anything in it or what it is in: by a key, in a note that it refers to, or in words. Reading a
 * block without names costs one pass over its text.
 */
export function findMentions(
  report: Report,
  corpus: Corpus,
  names: NameIndex,
  block: Block,
): readonly Mention[] {
  if (block.kind !== 'paragraph') return []
  if (names.trie.find(blockText(report.source, block)).length === 0) return []
  const named = namesIn(report, names, block.span)
  if (named.length === 0) return []
  return report.sentencesAround(block.span.start).flatMap((sentence) => {
    const here = within(named, sentence.span)
    if (here.length === 0) return []
    const isCited = citedIn(report, corpus, sentence)
    return here
      .filter(({ provisions }) => !provisions.some(isCited))
      .flatMap(({ span, provisions }) => {
        const [first, ...rest] = inForceFirst(corpus, provisions)
        if (first === undefined) return []
        return [{ span, sentence: sentence.span, provisions: [first, ...rest] as const }]
      })
  })
}

/** Those of `named`, which are in order, that stand in `sentence`. */
function within(named: readonly Named[], sentence: Span): readonly Named[] {
  const low = firstIndex(named, ({ span }) => span.start >= sentence.start)
  let end = low
  while ((named[end]?.span.end ?? Infinity) <= sentence.end) end += 1
  return named.slice(low, end)
}

/** What `citations` of `report` name in `corpus`, also where a key is written in another case or swallowed text. */
export function provisionsOf(
  report: Report,
  corpus: Corpus,
  citations: readonly Citation[],
): readonly Provision[] {
  return meaningsIn(report, corpus, citations).flatMap(({ places }) =>
    places.map(({ provision }) => provision),
  )
}

interface Named {
  readonly span: Span
  readonly provisions: readonly Provision[]
}

/** The names in the prose of a block, none overlapping. */
function namesIn(report: Report, { names, trie }: NameIndex, block: Span): readonly Named[] {
  const prose = report.proseIn(block)
  const taken = new Uint8Array(prose.length)
  for (const { span } of report.groupsAround(block.start)) {
    taken.fill(1, span.start - block.start, span.end - block.start)
  }
  const kept: Named[] = []
  for (const { name, span } of longestFirst(trie.find(prose))) {
    const known = names.at(name)
    if (known === undefined || taken.subarray(span.start, span.end).includes(1)) continue
    if (!isWrittenAsName(known, prose, span)) continue
    taken.fill(1, span.start, span.end)
    const inReport = { start: block.start + span.start, end: block.start + span.end }
    kept.push({ span: inReport, provisions: known.provisions })
  }
  return kept.sort((one, other) => one.span.start - other.span.start)
}

/** The longest names first, of those as long as each other the first in the text. */
function longestFirst(found: readonly FoundName[]): readonly FoundName[] {
  const length = ({ span }: FoundName): number => span.end - span.start
  return found.toSorted((one, other) => length(other) - length(one))
}

/** Tells of provisions whether a sentence cites them, by keys of its own or of the notes that it refers to, or in words. */
function citedIn(
  report: Report,
  corpus: Corpus,
  { span, citations }: CitedSentence,
): (provision: Provision) => boolean {
  const all = [citedBy(report, corpus, citations), ...citedInNotes(report, corpus, span)]
  const text = sliceSpan(report.source, span)
  const referred = new Map<Instrument, boolean>()
  return (provision) => {
    const over = ancestorsOf(corpus, provision)
    const isIn = ({ cited, above }: Cited): boolean =>
      cited.has(provision) || above.has(provision) || over.some((one) => cited.has(one))
    if (all.some(isIn)) return true
    const instrument = instrumentOf(corpus, provision.key)
    if (instrument === undefined) return false
    const known = referred.get(instrument) ?? refersTo(text, corpus, instrument)
    referred.set(instrument, known)
    return known
  }
}

/** What citations name, and what that is in. */
interface Cited {
  readonly cited: ReadonlySet<Provision>
  readonly above: ReadonlySet<Provision>
}

function citedBy(report: Report, corpus: Corpus, citations: readonly Citation[]): Cited {
  const cited = new Set(provisionsOf(report, corpus, citations))
  return { cited, above: new Set([...cited].flatMap((one) => ancestorsOf(corpus, one))) }
}

/** A note's label; a bracket that opens in it would begin another one. */
const noteReference = /\[\^([^[\]\s]+)\]/gu

function citedInNotes(report: Report, corpus: Corpus, sentence: Span): readonly Cited[] {
  const text = sliceSpan(report.source, sentence)
  if (!text.includes('[^')) return []
  const labels = new Set(
    Array.from(text.matchAll(noteReference), ([, label = '']) => normaliseLabel(label)),
  )
  const notes = labels.size === 0 ? undefined : citedByNote(report, corpus)
  return [...labels].flatMap((label) => notes?.get(label) ?? [])
}

/** What the notes of a report cite, by the label of each. */
interface Notes {
  readonly corpus: Corpus
  readonly byLabel: ReadonlyMap<string, Cited>
}

const notesOf = new WeakMap<Report, Notes>()

/** Read once for a report and a corpus, however many sentences refer to a note. */
function citedByNote(report: Report, corpus: Corpus): Notes['byLabel'] {
  const known = notesOf.get(report)
  if (known?.corpus === corpus) return known.byLabel
  const citations = new Map<string, Citation[]>()
  for (const group of report.groups) {
    for (const { kind, label } of fromOutermost(
      report.blocks.around(group.span.start)?.container,
    )) {
      if (kind !== 'footnote') continue
      const others = citations.get(label) ?? []
      citations.set(label, others)
      for (const citation of group.citations) others.push(citation)
    }
  }
  const byLabel = new Map(
    Array.from(citations, ([label, all]) => [label, citedBy(report, corpus, all)]),
  )
  notesOf.set(report, { corpus, byLabel })
  return byLabel
}

/** Whether `text` refers to `instrument` without a key: by its official address, or in words as the styles without keys write them. */
function refersTo(text: string, corpus: Corpus, instrument: Instrument): boolean {
  if (instrument.url !== undefined && text.includes(instrument.url)) return true
  const options = { corpus, withPage: false, before: '', after: '' }
  return languages.some((language) =>
    text.includes(formatCitation([instrument], 'text', { ...options, language })),
  )
}

function inForceFirst(corpus: Corpus, provisions: readonly Provision[]): readonly Provision[] {
  const isOver = (provision: Provision): number => {
    const instrument = instrumentOf(corpus, provision.key)
    return instrument !== undefined && hasEnded(instrument) ? 1 : 0
  }
  return provisions.toSorted((one, other) => isOver(one) - isOver(other))
}
