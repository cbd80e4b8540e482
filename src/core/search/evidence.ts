import { ancestorsOf } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { widthAt } from '../text/characters.ts'
import { addAll } from '../text/lists.ts'
import { sliceSpan, type Span } from '../text/span.ts'
import { searchedFieldsOf, type SearchedField, type SearchedFieldName } from './searchedFields.ts'
import { provisionsAtPath } from '../paths/typedPath.ts'
import { fold } from '../words/fold.ts'
import { pairOf, type Terms } from './index/terms.ts'
import type { Segment } from './index/segment.ts'
import { DocumentScorer } from './matching/documentScore.ts'
import { keyScore, typedKeyOf } from './matching/keyMatches.ts'
import { knownWordsIn, reaches } from './matching/lookUp.ts'
import { queryPlanFor, type QueryPlan, type PlannedUnit } from './matching/queryPlan.ts'
import { readingSpaceOf } from './matching/readingSpace.ts'
import { RecordReader } from './matching/recordReader.ts'
import {
  mostUnits,
  parseQuery,
  unitsOf,
  type AskedOrdinal,
  type ParsedQuery,
  type Piece,
  type TextPiece,
  type Unit,
} from './query.ts'
import {
  fitOf,
  hows,
  isHandedDown,
  typedWords,
  weights,
  worthOf,
  type FieldWorth,
  type How,
} from './ranking.ts'
import type { SearchQuery } from './search.ts'
import type { SearchIndex } from './searchIndex.ts'
import { charactersOf, readWords, type Word } from '../words/words.ts'

/** Which typed word was found where. */
export interface Evidence {
  /** What was typed, folded; a pair of a longer run of Chinese characters. */
  readonly typed: string
  readonly field: SearchedFieldName
  /** The provision that has the field: the one found, or one above it. */
  readonly of: Provision
  /** The field's own text; for a key the key, for a page the first page. */
  readonly text: string
  /** What of the text fits, for showing it. */
  readonly span: Span
  readonly how: How
}

/**
 * Why `provision` is found by `query`, in the order of what was typed: of each word the best of the
 * places where it stands. Empty when it is not found, or nothing was typed.
 */
export function evidenceFor(
  index: SearchIndex,
  query: SearchQuery,
  provision: Provision,
): readonly Evidence[] {
  const parsed = parseQuery(query.text)
  const place = documentOf(index, provision)
  if (parsed.pieces.length === 0 || place === undefined) return []
  const { segment, document } = place
  if (provisionsAtPath(query.text, index.corpus).includes(provision)) {
    return [keyEvidence(query.text.trim(), provision)]
  }
  if (keyScore(typedKeyOf(parsed.dotted), segment, document) >= weights.key.start) {
    return [keyEvidence(parsed.dotted, provision)]
  }
  const space = readingSpaceOf(index.segments)
  const known = knownWordsIn(index.segments, unitsOf(parsed))
  const { pinyin } = query
  const nothing = new Set<string>()
  for (const reach of reaches) {
    const plan = queryPlanFor(segment, parsed, { reach, pinyin, known, meant: nothing })
    const reader = new RecordReader(plan, space, parsed.letters, query.language)
    const rarity = new Float64Array(mostUnits).fill(1)
    reader.begin()
    const score = new DocumentScorer({ query: parsed, rarity }, reader, segment).scoreOf(document)
    reader.end()
    if (score === 0) continue
    const isOfficial = (slot: number): boolean => reader.unorderedFieldOf(slot) === 'official'
    return new EvidenceFinder(index, plan, query, provision, isOfficial).ofQuery(parsed, document)
  }
  return []
}

/** The segment of `provision`, and its number there. */
function documentOf(
  { corpus, segments, places }: SearchIndex,
  provision: Provision,
): { readonly segment: Segment; readonly document: number } | undefined {
  const number = corpus.provisions.indexOf(provision)
  for (const [at, segment] of segments.entries()) {
    const document = places[at]?.documentOf(number) ?? -1
    if (document >= 0) return { segment, document }
  }
  return undefined
}

function keyEvidence(typed: string, of: Provision): Evidence {
  const span = { start: 0, end: of.key.length }
  return { typed, field: 'key', of, text: of.key, span, how: 'whole' }
}

/** A text in which words are looked for, with what it is worth. */
interface SearchedText {
  readonly field: SearchedField
  readonly of: Provision
  /** What is left of its worth for standing above. */
  readonly share: number
  readonly words: readonly Word[]
  readonly worth: FieldWorth
  readonly letters: number
}

class EvidenceFinder {
  readonly #plan: QueryPlan
  readonly #provision: Provision
  readonly #places: readonly SearchedText[]
  readonly #isOfficial: (slot: number) => boolean

  /** `isOfficial` says of a unit, by its slot, whether the issuer's words alone have it. */
  constructor(
    { corpus }: SearchIndex,
    plan: QueryPlan,
    { language }: SearchQuery,
    provision: Provision,
    isOfficial: (slot: number) => boolean,
  ) {
    this.#plan = plan
    this.#isOfficial = isOfficial
    this.#provision = provision
    const above = ancestorsOf(corpus, provision).toReversed()
    const place = (field: SearchedField, of: Provision, share: number): SearchedText => {
      const words = readWords(field.text)
      const isOwn = field.language !== undefined && field.language === language
      return {
        field,
        of,
        share,
        words,
        worth: worthOf(field.name, 0, isOwn, typedWords),
        letters: words.reduce((sum, { text }) => sum + text.length, 0),
      }
    }
    this.#places = [
      ...searchedFieldsOf(corpus, provision).map((field) => place(field, provision, 1)),
      ...above.flatMap((one, level) =>
        searchedFieldsOf(corpus, one)
          .filter(({ name }) => isHandedDown(name))
          .map((field) => {
            const { below, perLevel } = weights.inherited
            return place(field, one, below * perLevel ** level)
          }),
      ),
    ]
  }

  ofQuery(query: ParsedQuery, document: number): readonly Evidence[] {
    return query.pieces.flatMap((piece) => this.#ofPiece(piece, document))
  }

  #ofPiece(piece: Piece, document: number): readonly Evidence[] {
    if (piece.kind === 'page') return this.#ofPage(piece.page)
    const alone = { ...piece, joined: undefined, ordinal: undefined }
    const found = unitsOf({ pieces: [alone] }).flatMap((unit) => this.#ofUnit(unit))
    const shown = found.filter(({ unit }) => !isTail(piece, unit)).map(({ evidence }) => evidence)
    if (shown.length > 0) return shown
    if (piece.ordinal !== undefined) return this.#ofOrdinal(piece.ordinal, document)
    const joined = piece.joined === undefined ? [] : this.#ofUnit(piece.joined)
    if (joined.length > 0) return joined.map(({ evidence }) => evidence)
    const isKey = keyScore(typedKeyOf(piece.dotted), this.#plan.segment, document) > 0
    return [isKey ? keyEvidence(piece.dotted, this.#provision) : this.#hiddenEvidence(piece)]
  }

  /** What else finds it is what its issuer says, or analysts call the matter: an index alone has these. */
  #hiddenEvidence(piece: TextPiece): Evidence {
    const typed = piece.dotted.replaceAll('.', ' ')
    const field = unitsOf({ pieces: [piece] }).some(({ slot }) => this.#isOfficial(slot))
      ? 'official'
      : 'phrase'
    const span = { start: 0, end: typed.length }
    return { typed, field, of: this.#provision, text: typed, span, how: 'whole' }
  }

  #ofOrdinal({ number, rest }: AskedOrdinal, document: number): readonly Evidence[] {
    const others = rest === undefined ? [] : this.#ofPiece(rest, document)
    return [keyEvidence(String(number), this.#provision), ...others]
  }

  #ofPage(page: number): readonly Evidence[] {
    const of = this.#provision
    if (of.level === 'instrument' || of.pages === undefined) return []
    const text = String(of.pages.first)
    const span = { start: 0, end: text.length }
    return [{ typed: String(page), field: 'page', of, text, span, how: 'whole' }]
  }

  #ofUnit(unit: Unit): readonly { readonly unit: Unit; readonly evidence: Evidence }[] {
    const planned = this.#plan.units[unit.slot]
    if (planned === undefined) return []
    let best: { readonly score: number; readonly evidence: Evidence } | undefined
    for (const place of this.#places) {
      for (const { score, span, how } of hitsIn(place, planned, this.#plan.segment.terms)) {
        if (score * place.share <= (best?.score ?? 0)) continue
        const { field, of } = place
        const shown = foundSpanOf(span, field.text, unit, how)
        const evidence = {
          typed: unit.text,
          field: field.name,
          of,
          text: field.text,
          span: shown,
          how,
        }
        best = { score: score * place.share, evidence }
      }
    }
    return best === undefined ? [] : [{ unit, evidence: best.evidence }]
  }
}

/** Whether `unit` is only the last character of a longer run, which its last pair shows already. */
function isTail(piece: TextPiece, unit: Unit): boolean {
  return piece.terms.some(
    (term) => term.kind === 'run' && term.tail === unit && !term.pairs.includes(unit),
  )
}

/** A place where a unit stands in a text. */
interface Hit {
  readonly score: number
  readonly span: Span
  readonly how: How
}

/** One term of a text, and what of the text it is. */
interface PlacedTerm {
  readonly term: number
  readonly span: Span
}

function hitsIn(
  place: SearchedText,
  { matches, sequences }: PlannedUnit,
  terms: Terms,
): readonly Hit[] {
  const { worth, letters, field } = place
  const standing = termsIn(place.words, terms)
  const alone = standing.flatMap(({ term, span }) => {
    const fit = term === -1 ? 0 : matches.fitAt(term)
    if (fit === 0) return []
    const how = hows[matches.how] ?? 'whole'
    const isWhole = how === 'whole' && terms.lengthOf(term) === letters
    return [{ score: (isWhole ? worth.whole : worth.part) * fit, span, how }]
  })
  const together = sequences.flatMap(({ length, fits, how, typed }) => {
    const first = standing.findIndex((_, from) =>
      standing
        .slice(from, from + length)
        .every(({ term }, step, all) => all.length === length && fits(step, term)),
    )
    if (first === -1) return []
    const read = standing.slice(first, first + length)
    const whole = read.reduce((sum, { term }) => sum + terms.lengthOf(term), 0)
    const span = { start: read[0]?.span.start ?? 0, end: endOfLast(read, field.text, terms) }
    const score = worth.part * fitOf(how, typed, how === 'pinyin' ? length : whole)
    return [{ score, span, how }]
  })
  return [...alone, ...together]
}

/** Where the last of `standing` ends: a pair of Chinese characters behind its first. */
function endOfLast(standing: readonly PlacedTerm[], text: string, terms: Terms): number {
  const last = standing.at(-1)
  if (last === undefined) return 0
  if (last.term < terms.words) return last.span.end
  return last.span.start + widthAt(text, last.span.start)
}

function termsIn(words: readonly Word[], terms: Terms): readonly PlacedTerm[] {
  const standing: PlacedTerm[] = []
  for (const word of words) {
    if (word.han) addAll(standing, pairsIn(word, terms))
    else standing.push({ term: terms.wordNumber(word.text), span: word.span })
  }
  return standing
}

/** The pairs of a run of Chinese, each with its characters; of a run that grew when it was folded with all of it. */
function pairsIn(run: Word, terms: Terms): readonly PlacedTerm[] {
  const isInStep = run.text.length === run.span.end - run.span.start
  const characters = charactersOf(run.text)
  let { start } = run.span
  return characters.map((character, at) => {
    const pair = character + (characters[at + 1] ?? '')
    const units = [pair.charCodeAt(pair.length - 2), pair.charCodeAt(pair.length - 1)] as const
    const code = pair.length === 1 ? pairOf(units[1], 0) : pairOf(...units)
    const span = isInStep ? { start, end: start + pair.length } : run.span
    start += character.length
    return { term: terms.pairNumber(code), span }
  })
}

/** The word that was found; of a word that was only begun its beginning, when folding keeps its letters apart. */
function foundSpanOf(word: Span, text: string, unit: Unit, how: How): Span {
  const written = sliceSpan(text, word)
  if ((how !== 'prefix' && how !== 'beyond') || fold(written).length !== written.length) return word
  return { start: word.start, end: Math.min(word.end, word.start + unit.text.length) }
}
