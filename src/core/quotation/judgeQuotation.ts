import type { Span } from '../text/span.ts'
import { alterationsOf, spanOf, type Alteration } from './alterations.ts'
import { Comparison, type Candidate } from './comparison.ts'
import { isMostlyLike, likenessOf, type Likeness } from './likeness.ts'
import { changedBefore, mostReplaced, trespassOf } from './linkRules.ts'
import type { Passage, PassageIndex, ReadPassage } from './passageIndex.ts'
import { joints, piecesOf, type QuotedPiece } from './pieces.ts'
import type { Stretch } from './runs.ts'
import type { ShapedPassage } from './signs/omissions.ts'
import { placeVerbatim, type MayStandFor } from './verbatim.ts'
import { leastWeight, weightOf } from './weightyWords.ts'

/**
 * What can be said of a quotation:
 *
 * - `verified`: its words stand in a cited passage, apart from what whoever quotes may change
 * - `altered`: it is mostly like a place of a cited passage
 * - `found elsewhere`: its words stand in a passage that is not cited
 * - `not found`: none of these
 * - `too short to judge`: fewer than four words or six Chinese characters, not in a cited passage
 * - `no official text`: no cited passage has any text
 * - `too long`: comparing would cost too much
 */
export type Verdict =
  | 'verified'
  | 'altered'
  | 'found elsewhere'
  | 'not found'
  | 'too short to judge'
  | 'no official text'
  | 'too long'

export interface Judgement {
  readonly verdict: Verdict
  /** The key of the passage that the words are in, if any. */
  readonly key?: string
  /** The span of the passage's text that the quotation corresponds to. */
  readonly passage?: Span
  /** Where quotation and passage differ, in order; none unless the verdict is `altered`. */
  readonly alterations: readonly Alteration[]
}

/** A longer quotation, in UTF-16 units, is not read at all: some six pages. */
const longestQuotation = 20_000
/**
 * Judges the words `quoted`, without the quotation marks around them, against the passages that the
 * report cites for them, and then against all `others`. Allowed are: other quotation marks, dashes,
 * white space, full- or half-width forms, hyphens at the ends of lines, marks of notes, labels that are
 * printed before the words; signs of omission; words in square brackets; another case of the first
 * letter and other punctuation at the ends. Everything else is an alteration. Never throws; costs at most eight million steps and a few for
 * each unit of a quotation that is not too long.
 */
export function judgeQuotation(
  quoted: string,
  cited: readonly Passage[],
  others: PassageIndex,
): Judgement {
  if (cited.every(({ text }) => text.trim() === '')) return verdictOnly('no official text')
  if (quoted.length > longestQuotation) return verdictOnly('too long')
  const judge = new Judge(quoted, cited, others)
  const judgement = judge.judge()
  const isOpen = judgement.verdict === 'altered' || judgement.verdict === 'not found'
  if (!isOpen || judgement.alterations.some(({ trespass }) => trespass !== undefined)) {
    return judgement
  }
  const judgePiece = (text: string): Judgement => new Judge(text, cited, others).judgeVerbatim()
  return joined(judge.pieces, judgePiece) ?? judgement
}

/**
 * The judgement of a quotation whose pieces each stand somewhere, but not together: they are of two
 * provisions, be both cited or not. Where the pieces are of one, their order is another one.
 */
function joined(
  pieces: readonly QuotedPiece[],
  judge: (text: string) => Judgement,
): Judgement | undefined {
  const judgements: Judgement[] = []
  for (const { text } of pieces) {
    const judgement = judge(text)
    if (judgement.key === undefined) return undefined
    judgements.push(judgement)
  }
  const alterations = joints(
    pieces,
    judgements.map(({ key = '', passage }) => ({ key, ...(passage && { span: passage }) })),
  )
  const [first] = judgements
  if (first === undefined || alterations.length === 0) return undefined
  const verified = judgements.filter(({ verdict }) => verdict === 'verified')
  if (verified.length === judgements.length) return first
  return { ...(verified[0] ?? first), verdict: 'altered', alterations }
}

function verdictOnly(verdict: Verdict): Judgement {
  return { verdict, alterations: [] }
}

/** Whatever is left out; of what brackets replace only that it is not too much. */
const mayStandForAny: MayStandFor = ({ sort }, { from, to }) =>
  sort === 'omission' || to - from <= (sort === 'insertion' ? mostReplaced : 0)

function wholeOf(places: readonly Stretch[]): Stretch {
  return { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0 }
}

/** One judgement, which ends with `too long` where the next step would cost too much. */
class Judge {
  readonly #text: string
  readonly #comparison: Comparison

  constructor(quoted: string, cited: readonly Passage[], others: PassageIndex) {
    this.#text = quoted
    this.#comparison = new Comparison(quoted, cited, others)
  }

  /** What signs of omission part, where they do. */
  get pieces(): readonly QuotedPiece[] {
    const { quoted, numbers } = this.#comparison
    return piecesOf(quoted, this.#text, numbers)
  }

  judge(): Judgement {
    const { cited } = this.#comparison
    const judgement = this.judgeVerbatim()
    if (judgement.verdict !== 'not found' || cited === undefined) return judgement
    const stitched = this.#stitched(cited)
    if (stitched !== 'none') return stitched
    const altered = this.#judgeAltered(cited)
    return altered.verdict === 'not found' ? this.#judgeScattered(altered) : altered
  }

  /** The judgement where words that differ are no likeness: they are not found. */
  judgeVerbatim(): Judgement {
    const { cited, quoted, numbers } = this.#comparison
    if (quoted.wording.words.length === 0) return verdictOnly('too short to judge')
    const verified = cited && this.#firstVerbatim(cited, 'verified')
    if (cited === undefined || verified === undefined) return verdictOnly('too long')
    if (verified !== 'none') return verified
    if (weightOf(quoted.wording, numbers) < leastWeight) return verdictOnly('too short to judge')
    const others = this.#comparison.elsewhere(cited)
    const elsewhere = this.#firstVerbatim(others, 'found elsewhere')
    if (elsewhere === undefined) return verdictOnly('too long')
    return elsewhere === 'none' ? verdictOnly('not found') : elsewhere
  }

  /** Words that stand in no one passage may do so in several, one behind the other. */
  #judgeScattered(notFound: Judgement): Judgement {
    const found = this.#firstVerbatim(this.#comparison.wholes(), 'found elsewhere')
    return found === undefined || found === 'none' ? notFound : found
  }

  /** The judgement of the first passage that has the words; `undefined` where that costs too much. */
  #firstVerbatim(
    passages: readonly ReadPassage[],
    verdict: Verdict,
  ): Judgement | 'none' | undefined {
    for (const each of passages) {
      for (const candidate of this.#comparison.readings(each)) {
        if (candidate === undefined) return undefined
        const { read, sought } = candidate
        const shaped = this.#comparison.shaped(read)
        const places = placeVerbatim(
          sought,
          read.wording,
          (link, omitted) => trespassOf(link, shaped, omitted) === undefined,
        )
        if (places === undefined) continue
        const judgement = this.#judgement(verdict, read, wholeOf(places))
        const opened = verdict === 'verified' ? this.#opened(shaped, wholeOf(places)) : []
        return opened.length === 0
          ? judgement
          : { ...judgement, verdict: 'altered', alterations: opened }
      }
    }
    return 'none'
  }

  /** The judgement of the first passage that has the words but for what the signs between them may not stand for. */
  #stitched(passages: readonly ReadPassage[]): Judgement | 'none' {
    if (this.#comparison.quoted.links.length === 0) return 'none'
    for (const each of passages) {
      for (const candidate of this.#comparison.readings(each)) {
        if (candidate === undefined) return verdictOnly('too long')
        const places = placeVerbatim(candidate.sought, candidate.read.wording, mayStandForAny)
        if (places !== undefined) return this.#stitchedAt(candidate, places)
      }
    }
    return 'none'
  }

  #stitchedAt({ read, sought }: Candidate, places: readonly Stretch[]): Judgement {
    const partners = places.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, at) => from + at),
    )
    const shaped = this.#comparison.shaped(read)
    const alterations = [
      ...this.#opened(shaped, wholeOf(places)),
      ...alterationsOf(sought, shaped, { partners }),
    ]
    return { ...this.#judgement('altered', read, wholeOf(places)), alterations }
  }

  /** What brackets at the beginning of the quotation change of the words before its place. */
  #opened(shaped: ShapedPassage, { from }: Stretch): readonly Alteration[] {
    const { opening } = this.#comparison.quoted
    const changed = opening && changedBefore(opening, shaped, from)
    if (opening === undefined || changed === undefined) return []
    return [{ quoted: opening.span, passage: spanOf(shaped.wording, changed), trespass: 'sense' }]
  }

  #judgeAltered(passages: readonly ReadPassage[]): Judgement {
    let best: Likeness | undefined
    for (const read of passages) {
      if (read.wording.words.length === 0) continue
      const likeness = likenessOf(this.#comparison, read)
      if (likeness === undefined) return verdictOnly('too long')
      if (best === undefined || likeness.alignment.edits < best.alignment.edits) best = likeness
    }
    return best !== undefined && isMostlyLike(best, this.#comparison.numbers)
      ? this.#alteredJudgement(best)
      : verdictOnly('not found')
  }

  #alteredJudgement({ sought, read, alignment }: Likeness): Judgement {
    const paired = alignment.partners.filter((partner) => partner >= 0)
    const place = { from: paired[0] ?? 0, to: (paired.at(-1) ?? -1) + 1 }
    const alterations = alterationsOf(sought, this.#comparison.shaped(read), alignment)
    const verdict = alterations.length === 0 ? 'verified' : 'altered'
    return { ...this.#judgement(verdict, read, place), alterations }
  }

  #judgement(verdict: Verdict, { passage, wording }: ReadPassage, place: Stretch): Judgement {
    return { verdict, key: passage.key, passage: spanOf(wording, place), alterations: [] }
  }
}
