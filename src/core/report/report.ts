import { readFrontMatter } from '../citation/frontMatter.ts'
import { resolveCitation, type Resolution } from '../citation/resolve.ts'
import { parseCitations, type Citation, type CitationGroup } from '../citation/syntax.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { languageOfTag, type Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { blocksHolding, scanBlocks, type Block, type BlockTable } from '../text/blocks.ts'
import { maskProse, placeAt } from '../text/prose.ts'
import { sentencesIn } from '../text/sentences.ts'
import { sliceSpan, spanTouches, type Span } from '../text/span.ts'

/**
 * One version of a report, analysed once; every feature reads this and parses nothing. The blocks are
 * known from the start; citations are parsed block by block when they are first asked for, so that a
 * key typed or a pointer at rest costs one block.
 */
export class Report {
  /** The text as the editor holds it; all offsets are UTF-16 offsets in it. */
  readonly source: string
  readonly blocks: BlockTable
  readonly #parsed = new Map<number, ParsedBlock>()
  #groups: readonly CitationGroup[] | undefined
  #citedSentences: readonly CitedSentence[] | undefined

  constructor(source: string) {
    this.source = source
    this.blocks = scanBlocks(source)
  }

  /** All citation groups, by where they begin; they never overlap. */
  get groups(): readonly CitationGroup[] {
    this.#groups ??= blocksHolding(this.source, this.blocks, '@').flatMap(
      (block) => this.#parse(block).groups,
    )
    return this.#groups
  }

  /** The sentences that cite something, in order, each with its citations. */
  get citedSentences(): readonly CitedSentence[] {
    this.#citedSentences ??= blocksHolding(this.source, this.blocks, '@').flatMap((block) =>
      sentencesOf(this.#parse(block), block.span.start).filter(
        ({ citations }) => citations.length > 0,
      ),
    )
    return this.#citedSentences
  }

  /** The citation groups of the block whose lines `offset` touches. */
  groupsAround(offset: number): readonly CitationGroup[] {
    const block = this.blocks.around(offset)
    return block === undefined ? [] : this.#parse(block).groups
  }

  /** All sentences of the block whose lines `offset` touches, in order, each with its citations. */
  sentencesAround(offset: number): readonly CitedSentence[] {
    const block = this.blocks.around(offset)
    return block === undefined ? [] : sentencesOf(this.#parse(block), block.span.start)
  }

  /** The text of `span`, which lies in one block, with U+FFFC for what is no prose. */
  proseIn({ start, end }: Span): string {
    const block = this.blocks.around(start)
    if (block === undefined) return this.source.slice(start, end)
    const { mask } = this.#parse(block)
    return mask.slice(start - block.span.start, end - block.span.start)
  }

  #parse(block: Block): ParsedBlock {
    const { start } = block.span
    const known = this.#parsed.get(start)
    if (known !== undefined) return known
    const mask = maskProse(this.source, block, this.blocks.definitions)
    const parsed = { mask, groups: parseCitations(mask, start) }
    this.#parsed.set(start, parsed)
    return parsed
  }
}

interface ParsedBlock {
  readonly mask: string
  readonly groups: readonly CitationGroup[]
}

/** A sentence of prose with the citations that stand in it, if any do. */
export interface CitedSentence {
  readonly span: Span
  /** Its text, at the same length, with spaces for citation groups and for what is no prose. */
  readonly words: string
  readonly citations: readonly Citation[]
}

function sentencesOf({ mask, groups }: ParsedBlock, base: number): readonly CitedSentence[] {
  let words = ''
  let read = 0
  for (const { span } of groups) {
    words += mask.slice(read, span.start - base) + ' '.repeat(span.end - span.start)
    read = span.end - base
  }
  words += mask.slice(read)
  const sentences = sentencesIn(words, base)
  const cited = new Map<Span, Citation[]>(sentences.map((sentence) => [sentence, []]))
  for (const group of groups) {
    const sentence = sentenceOf(group, sentences)
    if (sentence !== undefined) cited.get(sentence)?.push(...group.citations)
  }
  return [...cited].map(([span, citations]) => {
    return { span, words: words.slice(span.start - base, span.end - base), citations }
  })
}

/** The sentence that `group` stands in: between two, the one before for brackets, the one behind for a narrative citation. */
function sentenceOf(
  { span, bracketed }: CitationGroup,
  sentences: readonly Span[],
): Span | undefined {
  const next = sentences.findIndex(({ start }) => start > span.start)
  const before = next === -1 ? sentences.at(-1) : sentences[next - 1]
  const behind = next === -1 ? undefined : sentences[next]
  if (before === undefined) return behind
  return span.start < before.end || bracketed ? before : (behind ?? before)
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
  return new Report(source)
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
  { source, blocks }: Report,
  offset: number,
): { readonly mask: string; readonly start: number } | undefined {
  const block = blocks.around(offset)
  if (block === undefined || placeAt(source, blocks, offset) !== 'prose') return undefined
  return { mask: maskProse(source, block, blocks.definitions), start: block.span.start }
}

/** The language that the report's front matter names under `lang:`; `undefined` when it names none. */
export function reportLanguage({ source }: Report): Language | undefined {
  const field = readFrontMatter(source)?.fields.find(({ name }) => name === 'lang')
  const tag = field && /^\s*["']?([A-Za-z\d-]+)/u.exec(sliceSpan(source, field.valueSpan))?.[1]
  return tag === undefined ? undefined : languageOfTag(tag)
}
