import type { Span } from '../text/span.ts'
import { align, costOfAligning, type Alignment } from './alignment.ts'
import { alterationsOf, misplacedLabels, spanOf, type Alteration } from './alterations.ts'
import { withMarksBehindHeadings } from './print/breaks.ts'
import { withCaseOf } from './print/capitals.ts'
import { mendHyphens } from './print/hyphens.ts'
import { changedBefore, mostReplaced, trespassOf } from './linkRules.ts'
import { nearestWords } from './nearestWords.ts'
import { shapeOf, type PassageShape } from './passageShape.ts'
import { joints, piecesOf, type QuotedPiece } from './pieces.ts'
import type { ShapedPassage } from './signs/omissions.ts'
import { withoutNotes } from './print/noteMarks.ts'
import { rowLength, type Passage, type PassageIndex, type ReadPassage } from './passageIndex.ts'
import { readQuotation, type QuotedWording } from './quotedWording.ts'
import { soughtIn, type Sought, type Stretch } from './runs.ts'
import { costOfPlacing, mayBe, placeVerbatim, type MayStandFor } from './verbatim.ts'
import { leastWeight, weightOf } from './weightyWords.ts'
import type { Wording } from './wording.ts'
import { WordNumbers } from './wordNumbers.ts'

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
/** So many steps a judgement may cost: characters read, words compared, cells of a table filled. */
const mostSteps = 8_000_000

/**
 * Judges the words `quoted`, without the quotation marks around them, against the passages that the
 * report cites for them, and then against all `others`. Allowed are: other quotation marks, dashes,
 * white space, full- or half-width forms, hyphens at the ends of lines, marks of notes, labels that are
 * printed before the words; signs of omission; words in square brackets; another case of the first
 * letter and other punctuation at the ends. Everything else is an alteration. Never throws; costs at most {@link mostSteps} steps and a few for each unit
 * of a quotation that is not too long.
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

/** A passage with the quotation as it is compared with it. */
interface Candidate {
  readonly read: ReadPassage
  readonly sought: Sought
}

/** Whatever is left out; of what brackets replace only that it is not too much. */
const mayStandForAny: MayStandFor = ({ sort }, { from, to }) =>
  sort === 'omission' || to - from <= (sort === 'insertion' ? mostReplaced : 0)

/** How a quotation may be read as altered words of a passage. */
interface Likeness extends Candidate {
  readonly alignment: Alignment
}

/**
 * Where three words in a row begin that no sign of omission parts, the first word of a run left out:
 * its first letter may be another one.
 */
function rowsWithin(count: number, starts: ReadonlySet<number>): readonly number[] {
  return Array.from({ length: Math.max(0, count - rowLength) }, (_, at) => at + 1).filter(
    (at) => !starts.has(at) && !starts.has(at + 1) && !starts.has(at + 2),
  )
}

/** A longer quotation, in words, may be verified, but what is altered in it is not looked for. */
const mostAligned = 1500
/** A quotation is mostly like a passage if no more edits are needed, for each of its words. */
const mostEdits = 0.4
/**
 * It also is if a share of its words agree, and so many of them in a row: four Latin words or six
 * Chinese characters, six Latin words or nine.
 */
const rowsOfLikeness = [
  { share: 0.4, row: leastWeight },
  { share: 0.3, row: 1.5 * leastWeight },
]

function wholeOf(places: readonly Stretch[]): Stretch {
  return { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0 }
}

/** One judgement, which ends with `too long` where the next step would cost too much. */
class Judge {
  readonly #text: string
  readonly #quoted: QuotedWording
  /** `undefined` where reading them would cost too much. */
  readonly #cited: readonly ReadPassage[] | undefined
  readonly #others: PassageIndex
  readonly #numbers: WordNumbers
  #stepsLeft = mostSteps

  constructor(quoted: string, cited: readonly Passage[], others: PassageIndex) {
    this.#text = quoted
    this.#others = others
    this.#affords(quoted.length)
    // What is cited comes first: its words have numbers before those of the quotation get any.
    this.#cited = this.#readAll(cited)
    this.#numbers = new WordNumbers(others.numbers)
    this.#quoted = readQuotation(quoted, this.#numbers)
  }

  /** What signs of omission part, where they do. */
  get pieces(): readonly QuotedPiece[] {
    return piecesOf(this.#quoted, this.#text, this.#numbers)
  }

  judge(): Judgement {
    const judgement = this.judgeVerbatim()
    if (judgement.verdict !== 'not found' || this.#cited === undefined) return judgement
    const stitched = this.#stitched(this.#cited)
    if (stitched !== 'none') return stitched
    const altered = this.#judgeAltered(this.#cited)
    return altered.verdict === 'not found' ? this.#judgeScattered(altered) : altered
  }

  /** The judgement where words that differ are no likeness: they are not found. */
  judgeVerbatim(): Judgement {
    const read = this.#cited
    const weight = weightOf(this.#quoted.wording, this.#numbers)
    if (this.#quoted.wording.words.length === 0) return verdictOnly('too short to judge')
    const verified = read && this.#firstVerbatim(read, 'verified')
    if (read === undefined || verified === undefined) return verdictOnly('too long')
    if (verified !== 'none') return verified
    if (weight < leastWeight) return verdictOnly('too short to judge')
    const elsewhere = this.#firstVerbatim(this.#passagesElsewhere(read), 'found elsewhere')
    if (elsewhere === undefined) return verdictOnly('too long')
    return elsewhere === 'none' ? verdictOnly('not found') : elsewhere
  }

  /** Words that stand in no one passage may do so in several, one behind the other. */
  #judgeScattered(notFound: Judgement): Judgement {
    const { words } = this.#quoted.wording
    const rows = this.#rowsQuoted()
    const isKnown = (at: number): boolean => this.#others.passagesWith(words, at, 0) === undefined
    if (rows.length === 0 || !rows.every(isKnown)) return notFound
    const wholes = this.#readAll(this.#others.wholes)
    const found = wholes && this.#firstVerbatim(wholes, 'found elsewhere')
    return found === undefined || found === 'none' ? notFound : found
  }

  #rowsQuoted(): readonly number[] {
    const { wording, links } = this.#quoted
    return rowsWithin(wording.words.length, new Set(links.map(({ before }) => before)))
  }

  /** `cited`, read; `undefined` where that would cost too much. */
  #readAll(cited: readonly Passage[]): readonly ReadPassage[] | undefined {
    const passages: ReadPassage[] = []
    for (const passage of cited) {
      const isRead = this.#others.hasRead(passage)
      if (!isRead && !this.#affords(passage.text.length)) return undefined
      passages.push(this.#others.readCited(passage))
    }
    return passages
  }

  /** The quotation and a passage made ready; `undefined` where comparing them would cost too much. */
  #candidate({ passage, wording: read }: ReadPassage, hasLabels: boolean): Candidate | undefined {
    const labels = passage.labels ?? []
    if (!this.#affords(this.#costOfReading(read) + (hasLabels ? 0 : labels.length)))
      return undefined
    const wording = withCaseOf(read, this.#quoted.wording, this.#numbers)
    const cased = withCaseOf(this.#quoted.wording, read, this.#numbers)
    const bare = withoutNotes(wording, cased, this.#numbers)
    const whole = mendHyphens(bare.wording, cased, this.#numbers)
    const labelled = hasLabels ? undefined : { wording: whole.wording, labels }
    const quoted = { ...this.#quoted, wording: cased }
    const sought = soughtIn(quoted, wording, this.#numbers, labelled)
    const compared = withMarksBehindHeadings(whole.wording, sought.wording)
    if (!this.#affords(costOfPlacing(sought, compared))) return undefined
    return { read: { passage, wording: compared }, sought }
  }

  /** What it costs to read a passage as the quotation has it: all its words where anything in it may be changed. */
  #costOfReading({ words, hyphenated, compounds, notes, breaks, capitals }: Wording): number {
    const { wording, labels } = this.#quoted
    const quoted = wording.words.length + (this.#quoted.links.length === 0 ? 0 : words.length)
    const isChanged = labels.length + wording.notes.length + wording.capitals.length > 0
    const parts = [hyphenated, compounds, notes, breaks, capitals]
    const some = parts.reduce((sum, { length }) => sum + length, 0)
    return quoted + some + (isChanged ? words.length : 0)
  }

  /** Whether a label that is printed before words of a passage may be quoted with them. */
  #mayHaveLabels({ passage }: ReadPassage): boolean {
    return this.#quoted.labels.length > 0 && (passage.labels ?? []).length > 0
  }

  /** The passages that are not cited and have the rarest three words of the quotation. */
  #passagesElsewhere(cited: readonly ReadPassage[]): readonly ReadPassage[] {
    const keys = new Set(cited.map(({ passage }) => passage.key))
    const { wording } = this.#quoted
    let rarest: readonly ReadPassage[] = []
    let fewest = Infinity
    for (const at of this.#rowsQuoted()) {
      const found = this.#others.passagesWith(wording.words, at, fewest - 1)
      if (found === undefined || found.length === 0) continue
      rarest = found
      fewest = found.length
      if (fewest === 1) break
    }
    const read = new Set(rarest.filter(({ passage }) => !keys.has(passage.key)))
    return [...read].sort((one, other) => one.passage.text.length - other.passage.text.length)
  }

  /** The judgement of the first passage that has the words; `undefined` where that costs too much. */
  #firstVerbatim(
    passages: readonly ReadPassage[],
    verdict: Verdict,
  ): Judgement | 'none' | undefined {
    for (const each of passages) {
      for (const hasLabels of this.#mayHaveLabels(each) ? [true, false] : [true]) {
        const candidate = this.#candidate(each, hasLabels)
        if (candidate === undefined) return undefined
        const { read, sought } = candidate
        const shaped = this.#shaped(read)
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
    if (this.#quoted.links.length === 0) return 'none'
    for (const each of passages) {
      for (const hasLabels of this.#mayHaveLabels(each) ? [true, false] : [true]) {
        const candidate = this.#candidate(each, hasLabels)
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
    const shaped = this.#shaped(read)
    const alterations = [
      ...this.#opened(shaped, wholeOf(places)),
      ...alterationsOf(sought, shaped, { partners }),
    ]
    return { ...this.#judgement('altered', read, wholeOf(places)), alterations }
  }

  /** What brackets at the beginning of the quotation change of the words before its place. */
  #opened(shaped: ShapedPassage, { from }: Stretch): readonly Alteration[] {
    const { opening } = this.#quoted
    const changed = opening && changedBefore(opening, shaped, from)
    if (opening === undefined || changed === undefined) return []
    return [{ quoted: opening.span, passage: spanOf(shaped.wording, changed), trespass: 'sense' }]
  }

  /** A passage as signs are judged in it; its shape is worked out when it is asked for. */
  #shaped({ passage, wording }: ReadPassage): ShapedPassage {
    const numbers = this.#numbers
    const keys = (passage.parts ?? []).map(({ key }) => key)
    return {
      wording,
      numbers,
      keys,
      get shape(): PassageShape {
        return shapeOf(passage, wording, numbers)
      },
    }
  }

  #judgeAltered(passages: readonly ReadPassage[]): Judgement {
    let best: Likeness | undefined
    for (const read of passages) {
      if (read.wording.words.length === 0) continue
      const likeness = this.#likeness(read)
      if (likeness === undefined) return verdictOnly('too long')
      if (best === undefined || likeness.alignment.edits < best.alignment.edits) best = likeness
    }
    return best !== undefined && this.#isMostlyLike(best)
      ? this.#alteredJudgement(best)
      : verdictOnly('not found')
  }

  /** How the quotation is like a passage: without labels, where that prints these before some of the words. */
  #likeness(passage: ReadPassage): Likeness | undefined {
    if (this.#quoted.wording.words.length > mostAligned) return undefined
    const candidate = this.#candidate(passage, !this.#mayHaveLabels(passage))
    if (candidate === undefined) return undefined
    const { sought, read } = candidate
    const columns = nearestWords(sought, read.wording)
    if (!this.#affords(costOfAligning(sought, columns.length))) return undefined
    const alignment = align(sought, read.wording, columns)
    const edits = alignment.edits + misplacedLabels(sought, alignment).length
    return { ...candidate, alignment: { ...alignment, edits } }
  }

  /** Whether it takes few edits, or a good part of the words are those of the passage, and in a row. */
  #isMostlyLike({ sought, read, alignment }: Likeness): boolean {
    const { words } = sought.wording
    const agrees = words.map((_, at) =>
      mayBe(sought, at, read.wording.words[alignment.partners[at] ?? -1]),
    )
    const share = agrees.filter(Boolean).length / words.length
    if (alignment.edits <= mostEdits * words.length) return true
    const row = this.#longestRow(sought.wording, agrees)
    return rowsOfLikeness.some((least) => share >= least.share && row >= least.row)
  }

  /** The weight of the longest row of words that agree. */
  #longestRow(wording: Wording, agrees: readonly boolean[]): number {
    let longest = 0
    let row = 0
    wording.words.forEach((_, at) => {
      row = agrees[at] === true ? row + weightOf(wording, this.#numbers, at, at + 1) : 0
      longest = Math.max(longest, row)
    })
    return longest
  }

  #alteredJudgement({ sought, read, alignment }: Likeness): Judgement {
    const paired = alignment.partners.filter((partner) => partner >= 0)
    const place = { from: paired[0] ?? 0, to: (paired.at(-1) ?? -1) + 1 }
    const alterations = alterationsOf(sought, this.#shaped(read), alignment)
    const verdict = alterations.length === 0 ? 'verified' : 'altered'
    return { ...this.#judgement(verdict, read, place), alterations }
  }

  #judgement(verdict: Verdict, { passage, wording }: ReadPassage, place: Stretch): Judgement {
    return { verdict, key: passage.key, passage: spanOf(wording, place), alterations: [] }
  }

  /** Whether so many steps may still be taken; they are counted if so. */
  #affords(steps: number): boolean {
    if (steps > this.#stepsLeft) return false
    this.#stepsLeft -= steps
    this.#others.effort.steps += steps
    return true
  }
}
