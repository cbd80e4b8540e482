import { readFrontMatter, wordOfField } from '../text/frontMatter.ts'
import { resolveCitation, type Resolution } from '../citation/resolve.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { languageOfTag, type Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import {
  blocksHolding,
  scanBlocks,
  type Block,
  BlockTable,
  holdsProse,
  type TextChange,
} from '../markdown/blocks.ts'
import { placeAt } from '../markdown/prose.ts'
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
      if (block !== undefined && holdsProse(block.kind)) this.#read(block)
      this.#readTo = offset === -1 ? Infinity : Math.max(offset + 1, block?.span.end ?? 0)
    }
  }

  #citing(): readonly Block[] {
    this.blocks.settle(Infinity)
    return blocksHolding(this.blocks, '@')
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

/** A key of the report with the provision that it names. */
export interface NamedProvision {
  readonly citation: Citation
  /** The part of the written key that names the provision. */
  readonly keySpan: Span
  readonly provision: Provision
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

/** What `citation` of `report` names in `corpus`. */
export function resolutionOf(report: Report, citation: Citation, corpus: Corpus): Resolution {
  return resolveCitation(citation, suffixOf(report, citation).text, corpus)
}

/** What stands behind the key of `citation`, with U+FFFC for what is no prose, and where it begins; empty where nothing does. */
export function suffixOf(
  report: Report,
  { suffixSpan, span }: Citation,
): { readonly text: string; readonly start: number } {
  return suffixSpan === undefined
    ? { text: '', start: span.end }
    : { text: report.proseIn(suffixSpan), start: suffixSpan.start }
}

/**
 * The provision named by the key that touches `offset`; also where the key is written in another
 * case or swallowed the text behind it. `undefined` where no key of `corpus` does.
 */
export function provisionAt(
  report: Report,
  corpus: Corpus,
  offset: number,
): NamedProvision | undefined {
  const citation = citationAt(report, offset)
  if (citation === undefined) return undefined
  const { keySpan } = citation
  const resolution = resolutionOf(report, citation, corpus)
  switch (resolution.kind) {
    case 'resolved':
    case 'otherCase':
      return { citation, keySpan, provision: resolution.provision }
    case 'swallowed': {
      const end = keySpan.start + resolution.provision.key.length
      if (offset > end) return undefined
      return { citation, keySpan: { start: keySpan.start, end }, provision: resolution.provision }
    }
    case 'unknown':
    case 'malformed':
    case 'foreign':
      return undefined
  }
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

/** The language that the report's front matter names under `lang:`; `undefined` when it names none. */
export function reportLanguage({ source, blocks }: Report): Language | undefined {
  const front = source.slice(0, Math.max(0, blocks.frontMatterEnd))
  const tag = wordOfField(front, readFrontMatter(front)?.fields ?? [], 'lang')
  return tag === undefined ? undefined : languageOfTag(tag)
}
