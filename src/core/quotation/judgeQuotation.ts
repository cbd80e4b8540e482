import type { Span } from '../text/span.ts'
import { likenessOf, spanOf, type Alteration, type Likeness } from './alterations.ts'
import { findRuns, type Effort } from './findRuns.ts'
import type { Passage, PassageIndex, ReadPassage } from './passageIndex.ts'
import { readQuotation, type QuotedWording } from './quotedWording.ts'
import { soughtIn } from './runs.ts'
import { leastWeight, weightOf } from './weightyWords.ts'
import { WordNumbers } from './wordNumbers.ts'
import { readWording } from './wording.ts'

export { indexPassages, type Passage, type PassageIndex } from './passageIndex.ts'
export type { Alteration } from './alterations.ts'

/** What comparing a quotation with the official text gives. */
export type Verdict =
  | 'verified'
  | 'altered'
  | 'found elsewhere'
  | 'not found'
  | 'too short to judge'
  | 'no official text'
  | 'too long'

/** The verdict on one quotation, and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict
  /** Of the passage that has the words, or words like them. */
  readonly key?: string
  /** The part of that passage, in UTF-16 units. */
  readonly passage?: Span
  /** The words that differ; empty unless the verdict is `altered`. */
  readonly alterations: readonly Alteration[]
}

/** The longest quotation and passage that are compared, in UTF-16 units each. */
const longestText = 200_000

/** So many steps a judgement takes at most; then it is `too long`. */
const mostSteps = 4_000_000

/** Of other passages, so many of the likeliest are compared. */
const mostOthers = 8

/** The least share of its words that an altered quotation has of its passage. */
const leastShare = 0.6

/**
 * Compares the words of a quotation, without quotation marks and Markdown, with the passages that are
 * cited, and then with all others of the official text. Allowed are other quotation marks, dashes,
 * spaces, line breaks, full- and half-width forms, hyphens at line ends, a capital or a mark at the
 * ends, omissions (`…`, `[…]`) and words in square brackets; all else is an alteration. Never throws;
 * its cost is bounded by counted steps.
 */
export function judgeQuotation(
  quoted: string,
  cited: readonly Passage[],
  others: PassageIndex,
): Judgement {
  if (cited.length === 0) return { verdict: 'no official text', alterations: [] }
  if (quoted.length > longestText) return { verdict: 'too long', alterations: [] }
  return new Judging(quoted, cited, others).judge()
}

class Judging {
  readonly #cited: readonly ReadPassage[]
  readonly #others: PassageIndex
  readonly #numbers: WordNumbers
  readonly #quoted: QuotedWording
  readonly #effort: Effort = { left: mostSteps }

  constructor(quoted: string, cited: readonly Passage[], others: PassageIndex) {
    this.#others = others
    this.#numbers = new WordNumbers(others.numbers)
    this.#quoted = readQuotation(quoted, this.#numbers)
    const short = cited.filter(({ text }) => text.length <= longestText)
    this.#cited = short.map((passage) => ({
      ...passage,
      wording: readWording(passage.text, this.#numbers),
    }))
  }

  judge(): Judgement {
    const { words } = this.#quoted.wording
    const weight = weightOf(this.#quoted.wording, this.#numbers)
    const verdict =
      words.length === 0
        ? tooShort
        : (this.#verified(this.#cited, 'verified') ??
          (weight < leastWeight ? tooShort : this.#elsewhereOrAltered(words)))
    return this.#effort.left < 0 ? { verdict: 'too long', alterations: [] } : verdict
  }

  #elsewhereOrAltered(words: readonly number[]): Judgement {
    const others = this.#others.nearest(words, mostOthers)
    return (
      this.#verified(others, 'found elsewhere') ??
      this.#altered(this.#cited) ??
      this.#altered(others) ?? { verdict: 'not found', alterations: [] }
    )
  }

  #verified(passages: readonly ReadPassage[], verdict: Verdict): Judgement | undefined {
    for (const { key, wording } of passages) {
      const sought = soughtIn(this.#quoted, wording, this.#numbers)
      const found = findRuns(sought, wording, this.#effort)
      if (found !== undefined) {
        return { verdict, key, passage: spanOf(wording, found), alterations: [] }
      }
    }
    return undefined
  }

  /** Against the passage that it is most like. */
  #altered(passages: readonly ReadPassage[]): Judgement | undefined {
    let best:
      { readonly key: string; readonly passage: Span; readonly likeness: Likeness } | undefined
    for (const { key, wording } of passages) {
      const sought = soughtIn(this.#quoted, wording, this.#numbers)
      const likeness = likenessOf(sought, wording, this.#effort)
      if (likeness === undefined || likeness.share < leastShare) continue
      if (best !== undefined && likeness.share <= best.likeness.share) continue
      best = { key, passage: spanOf(wording, likeness.words), likeness }
    }
    if (best === undefined) return undefined
    const { key, passage, likeness } = best
    return { verdict: 'altered', key, passage, alterations: likeness.alterations }
  }
}

const tooShort: Judgement = { verdict: 'too short to judge', alterations: [] }
