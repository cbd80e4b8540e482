import { isCalendarDay } from '../corpus/calendarDate.ts'
import { readFrontMatter, wordOfField } from '../text/frontMatter.ts'
import type { TermLanguage } from '../citation/citationForm.ts'
import type { CitedSuffix, Meaning, Place } from '../citation/meaning.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { languageOfTag, type Language } from '../corpus/language.ts'
import {
  blocksHolding,
  scanBlocks,
  type Block,
  BlockTable,
  holdsCitations,
  type TextChange,
} from '../markdown/blocks.ts'
import { placeAt, type ProsePart } from '../markdown/prose.ts'
import { spanTouches, type Span } from '../text/span.ts'
import { ChunkedText } from '../text/chunkedText.ts'
import { ChunkCutter } from '../text/chunks.ts'
import type { Text } from '../text/text.ts'
import { BlockReading, type CitedSentence } from './blockReading.ts'

export type { CitedSentence } from './blockReading.ts'

/** So much of a report is scanned at once when it is edited, in UTF-16 units; the rest when it is asked for. */
const scannedAtOnce = 262_144

/**
 * One version of a report, analysed once; every feature reads this and parses nothing. Blocks are
 * scanned as far as a feature asks, citations are parsed block by block when they are first asked for,
 * and an edited version takes over all that the edit left as it was: a key typed or a pointer at rest
 * costs one block, however long the report is.
 *
 * Whatever edits led to a text, its analysis is that of {@link analyseReport}, once {@link isSettled}.
 * Before, an answer may miss a definition that stands further down than anybody asked.
 */
export class Report {
  readonly blocks: BlockTable
  /** What was read in blocks, of this version and of those that led to it. */
  readonly #readings: WeakMap<object, BlockReading>
  /** What was read in blocks that no other version knows, by where they begin. */
  readonly #ownReadings = new Map<number, BlockReading>()
  /** The citations of all blocks that begin before it are read. */
  #readTo: number
  #groups: readonly CitationGroup[] | undefined
  #citedSentences: readonly CitedSentence[] | undefined

  private constructor(blocks: BlockTable, readings: WeakMap<object, BlockReading>, readTo: number) {
    this.blocks = blocks
    this.#readings = readings
    this.#readTo = readTo
  }

  /** The report of which `blocks` are the blocks; nothing of it is read yet. */
  static of(blocks: BlockTable): Report {
    return new Report(blocks, new WeakMap(), 0)
  }

  /** The text as the editor holds it, in parts; all offsets are UTF-16 offsets in it. */
  get source(): Text {
    return this.blocks.text
  }

  /** Whether all blocks are scanned and all citations read, so that no answer takes long. */
  get isSettled(): boolean {
    return this.blocks.isSettled && this.#readTo === Infinity
  }

  /** All citation groups, by where they begin; they never overlap. Scans the whole report. */
  get groups(): readonly CitationGroup[] {
    this.#groups ??= this.#citing().flatMap((block) => this.#read(block).groups)
    return this.#groups
  }

  /** The sentences that cite something, in order, each with its citations. Scans the whole report. */
  get citedSentences(): readonly CitedSentence[] {
    this.#citedSentences ??= this.#citing().flatMap((block) => this.#read(block).citedSentences)
    return this.#citedSentences
  }

  /** The citation groups of the block whose lines `offset` touches. */
  groupsAround(offset: number): readonly CitationGroup[] {
    const block = this.blocks.around(offset)
    return block === undefined ? [] : this.#read(block).groups
  }

  /** All sentences of the block whose lines `offset` touches, in order, each with its citations. */
  sentencesAround(offset: number): readonly CitedSentence[] {
    const block = this.blocks.around(offset)
    return block === undefined ? [] : this.#read(block).sentences
  }

  /** The citation groups of `block`. */
  groupsIn(block: Block): readonly CitationGroup[] {
    return this.#read(block).groups
  }

  /** The sentences of `block` that cite something, in order, each with its citations. */
  citedSentencesIn(block: Block): readonly CitedSentence[] {
    return this.#read(block).citedSentences
  }

  /** What of `block` Pandoc reads by itself, as far as it cites something. */
  citingPartsIn(block: Block): readonly ProsePart[] {
    return [...this.#read(block).citingParts]
  }

  /** Whether what is read in `block` depends on what the report defines elsewhere. */
  restsOnDefinitions(block: Block): boolean {
    return this.#read(block).restsOnDefinitions
  }

  /** What the citations of the block name in `corpus` whose lines `offset` touches, in their order. */
  meaningsAround(offset: number, corpus: Corpus): readonly Meaning[] {
    const block = this.blocks.around(offset)
    return block === undefined ? [] : this.#read(block).meanings(corpus)
  }

  /** What `citation` of this report names in `corpus`. */
  meaningOf(citation: Citation, corpus: Corpus): Meaning | undefined {
    return this.#readAround(citation)?.meaningOf(citation, corpus)
  }

  /** What stands behind the key of `citation` of this report, as a reader sees it. */
  suffixOf(citation: Citation): CitedSuffix {
    return this.#readAround(citation)?.suffixOf(citation) ?? noSuffix(citation)
  }

  /** What stands behind the key of `citation` of this report, as it is written. */
  writtenSuffixOf(citation: Citation): CitedSuffix {
    return this.#readAround(citation)?.writtenSuffixOf(citation) ?? noSuffix(citation)
  }

  /** The text of `span`, which lies in one block, with U+FFFC for what is no prose. */
  proseIn({ start, end }: Span): string {
    const block = this.blocks.around(start)
    if (block === undefined) return this.source.slice(start, end)
    return this.maskOf(block).slice(start - block.span.start, end - block.span.start)
  }

  /** The text of `block` at the length of its span, as {@link maskProse} gives it. */
  maskOf(block: Block): string {
    return this.#read(block).mask
  }

  /**
   * Scans and reads on until all is, or about `units` of the text were, in UTF-16 units; a block is read
   * whole, however long it is. Returns whether all is.
   */
  settle(units: number): boolean {
    const left = this.blocks.settle(units)
    if (this.blocks.isSettled) this.#readOn(left)
    return this.isSettled
  }

  /** The report after `changes`, one after the other, each with offsets in the text that those before left. */
  edited(changes: readonly TextChange[]): Report {
    if (changes.length === 0) return this
    const blocks = changes.reduce((table, change) => table.edited(change), this.blocks)
    blocks.settle(scannedAtOnce)
    const readTo = this.isSettled && blocks.isSettled ? Infinity : 0
    return new Report(blocks, this.#readings, readTo)
  }

  #readOn(units: number): void {
    const limit = this.#readTo + units
    while (this.#readTo < limit) {
      const offset = this.source.indexOf('@', this.#readTo)
      const block = offset === -1 ? undefined : this.blocks.around(offset)
      if (block !== undefined && holdsCitations(block.kind)) this.#read(block)
      this.#readTo = offset === -1 ? Infinity : Math.max(offset + 1, block?.span.end ?? 0)
    }
  }

  #citing(): readonly Block[] {
    this.blocks.settle(Infinity)
    return blocksHolding(this.blocks, '@')
  }

  #readAround({ keySpan }: Citation): BlockReading | undefined {
    const block = this.blocks.around(keySpan.start)
    return block && this.#read(block)
  }

  #read(block: Block): BlockReading {
    const { identity, span } = block
    const known = identity ? this.#readings.get(identity) : this.#ownReadings.get(span.start)
    const reading = known?.holdsFor(this.blocks.definitions)
      ? known.at(span.start)
      : BlockReading.of(this.source, block, this.blocks.definitions)
    if (reading === known) return reading
    if (identity === undefined) this.#ownReadings.set(span.start, reading)
    else this.#readings.set(identity, reading)
    return reading
  }
}

function noSuffix({ span }: Citation): CitedSuffix {
  return { text: '', start: span.end }
}

/** A place that a citation of the report names, under a caret. */
export interface NamedPlace {
  readonly citation: Citation
  /** Of what the caret touches: the key, or the words behind it that name the place. */
  readonly span: Span
  readonly place: Place
}

/** The analysis of `source`. Linear in its length, and never throws. */
export function analyseReport(source: string): Report {
  return Report.of(scanBlocks(source))
}

/**
 * The analysis of the text that comes in `parts`, of any length, none of it scanned yet. Yields after
 * each part, so that whoever reads a long report can let others have their turn; then
 * {@link Report.settle} goes on in pieces.
 */
export function* readInParts(parts: Iterable<string>): Generator<undefined, Report, undefined> {
  const cutter = new ChunkCutter()
  for (const part of parts) {
    cutter.add(part)
    yield undefined
  }
  return Report.of(BlockTable.of(ChunkedText.of(cutter.finish())))
}

/** All citations of the report, in reading order. */
export function citationsOf(report: Report): readonly Citation[] {
  return report.groups.flatMap((group) => group.citations)
}

/** The group whose span touches `offset`. */
export function groupAt(report: Report, offset: number): CitationGroup | undefined {
  return report.groupsAround(offset).findLast(({ span }) => spanTouches(span, offset))
}

/** The citation whose key touches `offset`. */
export function citationAt(report: Report, offset: number): Citation | undefined {
  return report
    .groupsAround(offset)
    .flatMap(({ citations }) => citations)
    .find(({ keySpan }) => spanTouches(keySpan, offset))
}

/** What all citations of the report name in `corpus`, in reading order. Scans the whole report. */
export function meaningsOf(report: Report, corpus: Corpus): readonly Meaning[] {
  return report.groups.flatMap((group) => meaningsIn(report, corpus, group.citations))
}

/** What `citations` of `report` name in `corpus`, in their order. */
export function meaningsIn(
  report: Report,
  corpus: Corpus,
  citations: readonly Citation[],
): readonly Meaning[] {
  return citations.flatMap((citation) => report.meaningOf(citation, corpus) ?? [])
}

/**
 * The place whose key or words `offset` touches; also where the key is written in another case or
 * swallowed the text behind it. A key behind which words name the place stands for its first one.
 * `undefined` where nothing of `corpus` is named.
 */
export function namedPlaceAt(
  report: Report,
  corpus: Corpus,
  offset: number,
): NamedPlace | undefined {
  for (const { citation, key, places } of report.meaningsAround(offset, corpus)) {
    const [first] = places
    const touched = narrowestAt(places, offset)
    if (touched !== undefined) return { citation, span: touched.span, place: touched }
    const isKey = key.kind === 'known' && spanTouches(citation.keySpan, offset)
    if (isKey && first !== undefined) return { citation, span: citation.keySpan, place: first }
  }
  return undefined
}

/** Of those whose words `offset` touches the one with the fewest; rather one that it stands in or before. */
function narrowestAt(places: readonly Place[], offset: number): Place | undefined {
  const touched = places.filter(({ span }) => spanTouches(span, offset))
  const within = touched.filter(({ span }) => offset < span.end)
  const length = ({ span }: Place): number => span.end - span.start
  return (within.length > 0 ? within : touched).toSorted((a, b) => length(a) - length(b))[0]
}

/** The mask of the block around a caret at `offset`, and where it begins; `undefined` where the place is no prose. */
export function proseAround(
  report: Report,
  offset: number,
): { readonly mask: string; readonly start: number } | undefined {
  const { source, blocks } = report
  const block = blocks.around(offset)
  if (block === undefined || placeAt(source, blocks, offset) !== 'prose') return undefined
  return { mask: report.maskOf(block), start: block.span.start }
}

/** The beginning of the report: its front matter, whole, where it has any. */
export function frontOf({ source, blocks }: Report): string {
  const { frontMatterEnd } = blocks
  return source.slice(0, frontMatterEnd === -1 ? longestHead : frontMatterEnd)
}

/** Of a report without front matter, in UTF-16 units: enough to see what it begins with. */
const longestHead = 4096

/** The language that the report's front matter names under `lang:`; `undefined` when it names none. */
export function reportLanguage(report: Report): Language | undefined {
  const tag = languageTag(report)
  return tag === undefined ? undefined : languageOfTag(tag)
}

/** The language in whose words Pandoc reads locators in the report: English where it names none. */
export function termLanguage(report: Report): TermLanguage {
  return termLanguageOf(languageTag(report))
}

/** As {@link termLanguage}, of a report whose `lang:` is `tag`. */
export function termLanguageOf(tag = 'en'): TermLanguage {
  return /^(?:en|zh)(?![a-z])/i.test(tag) ? languageOfTag(tag) : 'other'
}

/** What the front matter says under `lang:` (BCP 47), as written; `undefined` where it says nothing. */
export function languageTag(report: Report): string | undefined {
  return wordInFront(report, 'lang')
}

/** The day that the report is of: what its front matter names under `policy-as-of:`, else `today`. */
export function reportDay(report: Report, today: string): string {
  const named = wordInFront(report, 'policy-as-of')
  return named !== undefined && isCalendarDay(named) ? named : today
}

function wordInFront({ source, blocks }: Report, name: string): string | undefined {
  const front = source.slice(0, Math.max(0, blocks.frontMatterEnd))
  return wordOfField(front, readFrontMatter(front)?.fields ?? [], name)
}
