import {
  movedMeaning,
  readMeaning,
  restOfKey,
  type CitedSuffix,
  type Meaning,
} from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { longestKey } from '../corpus/key.ts'
import { movedGroups } from '../pandoc/movedGroups.ts'
import { plainSuffix } from '../pandoc/plainSuffix.ts'
import { withWholeKeys } from '../pandoc/wholeKeys.ts'
import { parseCitations, type Citation, type CitationGroup } from '../pandoc/syntax.ts'
import type { Block } from '../markdown/blocks.ts'
import type { Definitions } from '../markdown/definitions.ts'
import type { LabelSet } from '../markdown/referenceLabels.ts'
import { type ProsePart, readProse } from '../markdown/prose.ts'
import { blanked } from '../text/blanked.ts'
import { addAll } from '../text/lists.ts'
import { sentencesIn } from '../text/sentences.ts'
import { firstIndex, movedSpan, sliceSpan, type Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'

/** A sentence of prose with the citations that stand in it, if any do. */
export interface CitedSentence {
  readonly span: Span
  /** Its text, at the same length, with spaces for citation groups and for what is no prose. */
  readonly words: string
  readonly citations: readonly Citation[]
}

/** What stands in one block; offsets are those of the report. */
export class BlockReading {
  /** The text of the block at the length of its span, as `maskProse` gives it. */
  readonly mask: string
  readonly groups: readonly CitationGroup[]
  /** The parts that citations stand in, by where their keys begin in the block. */
  readonly #partsOf: ReadonlyMap<number, ProsePart>
  readonly #start: number
  /** The definitions that it depends on; `undefined` where it has nothing that could be defined. */
  readonly #definitions: Definitions | undefined
  /** The same of the block where it began when it was read; `undefined` in that itself. */
  readonly #original: BlockReading | undefined
  #sentences: readonly CitedSentence[] | undefined
  #meant: Meant | undefined

  private constructor(
    mask: string,
    groups: readonly CitationGroup[],
    partsOf: ReadonlyMap<number, ProsePart>,
    start: number,
    definitions: Definitions | undefined,
    original?: BlockReading,
  ) {
    this.mask = mask
    this.groups = groups
    this.#partsOf = partsOf
    this.#start = start
    this.#definitions = definitions
    this.#original = original
  }

  /** Reads `block` of `source`. Linear in its length. */
  static of(source: Text, block: Block, definitions: Definitions): BlockReading {
    const asked = new AskedDefinitions(definitions)
    const { start } = block.span
    const prose = readProse(source, block, asked)
    const text = sliceSpan(source, block.span)
    const mask = withWholeKeys(prose.mask, text)
    const read = prose.parts.map((own) => {
      const part = {
        ...own,
        text: withWholeKeys(own.text, text.slice(own.start, own.start + own.text.length)),
      }
      return { part, groups: parseCitations(part.text, start + part.start) }
    })
    return new BlockReading(
      mask,
      inOrder(read),
      partsByKey(read, start),
      start,
      asked.wereAsked ? definitions : undefined,
    )
  }

  /** What of the block is read by itself and cites something. */
  get citingParts(): ReadonlySet<ProsePart> {
    return new Set(this.#partsOf.values())
  }

  /** All sentences of the block, in order, each with its citations. */
  get sentences(): readonly CitedSentence[] {
    this.#sentences ??= this.#original
      ? this.#movedSentences(this.#original)
      : sentencesOf(this.mask, this.groups, this.#start)
    return this.#sentences
  }

  /** The sentences of the block that cite something. */
  get citedSentences(): readonly CitedSentence[] {
    if (this.groups.length === 0) return []
    return this.sentences.filter(({ citations }) => citations.length > 0)
  }

  /** What the citations of the block name in `corpus`, in their order; decided once, and kept while another corpus is not asked about. */
  meanings(corpus: Corpus): readonly Meaning[] {
    return this.#meantIn(corpus).meanings
  }

  /** What `citation` of the block names in `corpus`. */
  meaningOf({ keySpan }: Citation, corpus: Corpus): Meaning | undefined {
    return this.#meantIn(corpus).byStart.get(keySpan.start)
  }

  /** Whether what the block reads depends on what the report defines elsewhere. */
  get restsOnDefinitions(): boolean {
    return this.#definitions !== undefined
  }

  /** Whether the block reads the same under `definitions`. */
  holdsFor(definitions: Definitions): boolean {
    return this.#definitions === undefined || this.#definitions === definitions
  }

  /** The same of the block where it begins at `start`; what nobody asks for there is not moved. */
  at(start: number): BlockReading {
    if (start === this.#start) return this
    const original = this.#original ?? this
    const by = start - original.#start
    if (by === 0) return original
    const groups = movedGroups(original.groups, by)
    return new BlockReading(this.mask, groups, this.#partsOf, start, this.#definitions, original)
  }

  #movedSentences(original: BlockReading): readonly CitedSentence[] {
    const by = this.#start - original.#start
    const citations = pairs(citationsIn(original.groups), citationsIn(this.groups))
    return original.sentences.map((sentence) => movedSentence(sentence, by, citations))
  }

  #meantIn(corpus: Corpus): Meant {
    if (this.#meant?.corpus === corpus) return this.#meant
    this.#meant = this.#original
      ? movedMeant(this.#original.#meantIn(corpus), this.#start - this.#original.#start)
      : this.#readMeanings(corpus)
    return this.#meant
  }

  #readMeanings(corpus: Corpus): Meant {
    const citations = citationsIn(this.groups)
    return meant(
      corpus,
      citations.map((citation) => readMeaning(citation, this.#behindKey(citation), corpus)),
    )
  }

  /** The suffix of `citation`, or what two marks part from a key in the sentence: `..3`. */
  #behindKey(citation: Citation): CitedSuffix {
    if (citation.suffixSpan !== undefined) return this.suffixOf(citation)
    const { end: start } = citation.keySpan
    const from = start - this.#start
    return { text: restOfKey(this.mask.slice(from, from + longestKey)) ?? '', start }
  }

  /** What stands behind the key of `citation` of the block, as a reader sees it. */
  suffixOf(citation: Citation): CitedSuffix {
    const { text, start } = this.writtenSuffixOf(citation)
    return { text: plainSuffix(text), start }
  }

  /** What stands behind the key of `citation` of the block, as it is written. */
  writtenSuffixOf({ keySpan, suffixSpan, span }: Citation): CitedSuffix {
    if (suffixSpan === undefined) return { text: '', start: span.end }
    const { start, end } = suffixSpan
    const part = this.#partsOf.get(keySpan.start - this.#start)
    const base = this.#start + (part?.start ?? 0)
    return { text: (part?.text ?? this.mask).slice(start - base, end - base), start }
  }
}

/** The groups of one part of a block. */
interface PartGroups {
  readonly part: ProsePart
  readonly groups: readonly CitationGroup[]
}

/** The groups of all `parts` in order; those of two cells side by side may begin before others end. */
function inOrder(parts: readonly PartGroups[]): readonly CitationGroup[] {
  const groups = parts.flatMap((one) => one.groups)
  return parts.length === 1
    ? groups
    : groups.sort((one, other) => one.span.start - other.span.start)
}

/** The part of each citation, by where its key begins in the block, which begins at `base`. */
function partsByKey(parts: readonly PartGroups[], base: number): ReadonlyMap<number, ProsePart> {
  return new Map(
    parts.flatMap(({ part, groups }) =>
      citationsIn(groups).map(({ keySpan }) => [keySpan.start - base, part] as const),
    ),
  )
}

/** What the citations of a block name in one corpus. */
interface Meant {
  readonly corpus: Corpus
  readonly meanings: readonly Meaning[]
  /** By where the key of the citation begins. */
  readonly byStart: ReadonlyMap<number, Meaning>
}

function meant(corpus: Corpus, meanings: readonly Meaning[]): Meant {
  const starts = meanings.map((meaning) => [meaning.citation.keySpan.start, meaning] as const)
  return { corpus, meanings, byStart: new Map(starts) }
}

function movedMeant({ corpus, meanings }: Meant, by: number): Meant {
  return meant(
    corpus,
    meanings.map((meaning) => movedMeaning(meaning, by)),
  )
}

/** The sentence with the same citations as the moved groups have, of which `movedOf` tells. */
function movedSentence(
  { span, words, citations }: CitedSentence,
  by: number,
  movedOf: ReadonlyMap<Citation, Citation>,
): CitedSentence {
  const moved = citations.flatMap((citation) => movedOf.get(citation) ?? [])
  return { span: movedSpan(span, by), words, citations: moved }
}

function citationsIn(groups: readonly CitationGroup[]): readonly Citation[] {
  return groups.flatMap(({ citations }) => citations)
}

function pairs<T>(ones: readonly T[], others: readonly T[]): ReadonlyMap<T, T> {
  return new Map(ones.flatMap((one, at) => (others[at] === undefined ? [] : [[one, others[at]]])))
}

/** Definitions that remember whether a text held anything that they decide about. */
class AskedDefinitions implements Definitions {
  wereAsked = false
  readonly #definitions: Definitions

  constructor(definitions: Definitions) {
    this.#definitions = definitions
  }

  get links(): LabelSet {
    this.wereAsked = true
    return this.#definitions.links
  }

  get footnotes(): LabelSet {
    this.wereAsked = true
    return this.#definitions.footnotes
  }
}

function sentencesOf(
  mask: string,
  groups: readonly CitationGroup[],
  base: number,
): readonly CitedSentence[] {
  const words = blanked(mask, base, groups)
  const sentences = sentencesIn(words, base)
  const cited = new Map<Span, Citation[]>(sentences.map((sentence) => [sentence, []]))
  for (const group of groups) {
    const sentence = sentenceOf(group, sentences)
    if (sentence !== undefined) addAll(cited.get(sentence) ?? [], group.citations)
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
  const next = firstIndex(sentences, ({ start }) => start > span.start)
  const before = sentences[next - 1]
  const behind = sentences[next]
  if (before === undefined) return behind
  return span.start < before.end || bracketed ? before : (behind ?? before)
}
