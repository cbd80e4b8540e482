import { formatCitation } from '../../citation/format.ts'
import { ancestorsOf, hasEnded, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import type { Language } from '../../corpus/language.ts'
import type { Provision } from '../../corpus/provision.ts'
import type { Citation } from '../../citation/syntax.ts'
import { resolutionOf, type CitedSentence, type Report } from '../../report/report.ts'
import type { NameIndex } from '../../search/nameIndex.ts'
import { isWrittenAsName } from '../../search/writtenNames.ts'
import type { Block } from '../../text/blocks.ts'
import { blockText } from '../../text/blockText.ts'
import { fromOutermost } from '../../text/containers.ts'
import { normaliseLabel } from '../../text/links.ts'
import { sliceSpan, type Span } from '../../text/span.ts'

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
 * paragraphs, so in no heading, and outside of citation groups; and in no sentence that cites, itself
 * in its notes or in words, what they name, anything in it or what it is in. Reading a block without names
 * costs one pass over its text.
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
  const sentences = report.sentencesAround(block.span.start)
  return named.flatMap(({ span, provisions }) => {
    const sentence = sentences.find((one) => contains(one.span, span))
    if (sentence === undefined) return []
    const cited = citedIn(report, corpus, sentence)
    if (provisions.some((provision) => isCitedBy(corpus, provision, cited))) return []
    const text = sliceSpan(report.source, sentence.span)
    if (provisions.some((provision) => refersTo(text, corpus, provision))) return []
    const [first, ...rest] = inForceFirst(corpus, provisions)
    if (first === undefined) return []
    return [{ span, sentence: sentence.span, provisions: [first, ...rest] as const }]
  })
}

/** What `citations` of `report` name in `corpus`, also where a key is written in another case or swallowed text. */
export function provisionsOf(
  report: Report,
  corpus: Corpus,
  citations: readonly Citation[],
): readonly Provision[] {
  return citations.flatMap((citation) => {
    const resolution = resolutionOf(report, citation, corpus)
    return 'provision' in resolution ? [resolution.provision] : []
  })
}

interface Named {
  readonly span: Span
  readonly provisions: readonly Provision[]
}

/** The names in the prose of a block, none overlapping. */
function namesIn(report: Report, { names, trie }: NameIndex, block: Span): readonly Named[] {
  const prose = report.proseIn(block)
  const groups = report.groupsAround(block.start)
  const found = trie.find(prose).flatMap(({ name, span }) => {
    const known = names[name]
    if (known === undefined || !isWrittenAsName(known, prose, span)) return []
    const inReport = { start: block.start + span.start, end: block.start + span.end }
    if (groups.some((group) => overlap(group.span, inReport))) return []
    return [{ span: inReport, provisions: known.provisions }]
  })
  return longestOf(found)
}

/** Those of `found` that overlap no longer one, in order; of two as long as each other the first. */
function longestOf(found: readonly Named[]): readonly Named[] {
  const kept: Named[] = []
  for (const one of found.toSorted((a, b) => lengthOf(b.span) - lengthOf(a.span))) {
    if (!kept.some((other) => overlap(other.span, one.span))) kept.push(one)
  }
  return kept.sort((a, b) => a.span.start - b.span.start)
}

/** What a sentence cites, itself or in the notes that it refers to. */
function citedIn(
  report: Report,
  corpus: Corpus,
  { span, citations }: CitedSentence,
): readonly Provision[] {
  return provisionsOf(report, corpus, [...citations, ...citationsInNotes(report, span)])
}

const noteReference = /\[\^([^\]\s]+)\]/gu

function citationsInNotes(report: Report, sentence: Span): readonly Citation[] {
  const text = sliceSpan(report.source, sentence)
  if (!text.includes('[^')) return []
  const labels = new Set(
    Array.from(text.matchAll(noteReference), ([, label = '']) => normaliseLabel(label)),
  )
  return report.groups
    .filter(({ span }) =>
      fromOutermost(report.blocks.around(span.start)?.container).some(
        ({ kind, label }) => kind === 'footnote' && labels.has(label),
      ),
    )
    .flatMap(({ citations }) => citations)
}

/** Whether `cited` has `provision`, something in it or something that it is in. */
function isCitedBy(corpus: Corpus, provision: Provision, cited: readonly Provision[]): boolean {
  return cited.some(
    (one) =>
      one === provision ||
      ancestorsOf(corpus, one).includes(provision) ||
      ancestorsOf(corpus, provision).includes(one),
  )
}

const languages: readonly Language[] = ['en', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK']

/** Whether `text` refers to the instrument of `provision` without a key: by its official address, or in words as the styles without keys write them. */
function refersTo(text: string, corpus: Corpus, provision: Provision): boolean {
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined) return false
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

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
