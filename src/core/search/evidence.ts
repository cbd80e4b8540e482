import type { Provision } from '../corpus/provision.ts'
import { sliceSpan, type Span } from '../text/span.ts'
import type { FieldName } from './field.ts'
import { fold } from './fold.ts'
import type { ParsedQuery, Piece, TextPiece, Unit } from './query.ts'
import { keyScore, joinedScore, wordsScore } from './queryScoring.ts'
import { weights, type How } from './ranking.ts'
import { unitScores } from './scratch.ts'
import type { IndexedField } from './indexDraft.ts'
import type { SearchIndex } from './searchIndex.ts'
import { hows } from './unitScoring.ts'

/** Which typed word was found where. */
export interface Evidence {
  /** What was typed, folded; a pair of a longer run of Chinese characters. */
  readonly typed: string
  readonly field: FieldName
  /** The provision that has the field: the one found, or one above it. */
  readonly of: Provision
  /** The field's own text; for a key the key, for a page the first page. */
  readonly text: string
  /** What of the text fits, for showing it. */
  readonly span: Span
  readonly how: How
}

/**
 * Why `provision` was found by `query`, in the order of what was typed. Reads the scratch that the
 * search of that query has left.
 */
export function evidenceFor(
  index: SearchIndex,
  query: ParsedQuery,
  provision: number,
): readonly Evidence[] {
  if (keyScore(index, query.dotted, provision) >= weights.key.start) {
    return keyEvidence(index, query.dotted, provision)
  }
  return query.pieces.flatMap((piece) => evidenceForPiece(index, piece, provision))
}

function evidenceForPiece(
  index: SearchIndex,
  piece: Piece,
  provision: number,
): readonly Evidence[] {
  if (piece.kind === 'page') return pageEvidence(index, piece.page, provision)
  const byWords = wordsScore(index, piece, provision)
  if (keyScore(index, piece.dotted, provision) >= byWords) {
    return keyEvidence(index, piece.dotted, provision)
  }
  const units =
    piece.joined !== undefined && joinedScore(index, piece, provision) >= byWords
      ? [piece.joined]
      : unitsOf(piece)
  return units.flatMap((unit) => unitEvidence(index, unit, provision))
}

function unitsOf(piece: TextPiece): readonly Unit[] {
  return piece.terms.flatMap((term) => (term.kind === 'word' ? [term.unit] : term.pairs))
}

function unitEvidence(index: SearchIndex, unit: Unit, provision: number): readonly Evidence[] {
  const scores = unitScores(index.scratch, unit.slot)
  if ((scores.score[provision] ?? 0) === 0) return []
  const posting = scores.posting[provision] ?? 0
  const field = index.fields[index.postings.field[posting] ?? 0]
  const of = field === undefined ? undefined : ownerOf(index, field, provision)
  if (field === undefined || of === undefined) return []
  const { name, text } = field
  const how = hows[scores.how[provision] ?? 0] ?? 'whole'
  const { start, end } = index.postings
  const word = { start: start[posting] ?? 0, end: end[posting] ?? 0 }
  return [{ typed: unit.text, field: name, of, text, how, span: spanOf(word, text, unit, how) }]
}

/** The provision that has `field`: number `provision`, or the nearest above it. */
function ownerOf(
  index: SearchIndex,
  field: IndexedField,
  provision: number,
): Provision | undefined {
  let owner = provision
  while (owner !== -1 && !field.provisions.includes(owner)) owner = index.parents[owner] ?? -1
  return index.provisions[owner]
}

/** The word that was found; of a word that was only begun its beginning, when folding keeps its letters apart. */
function spanOf(word: Span, text: string, unit: Unit, how: How): Span {
  const written = sliceSpan(text, word)
  if (how !== 'prefix' || fold(written).length !== written.length) return word
  return { start: word.start, end: Math.min(word.end, word.start + unit.text.length) }
}

function pageEvidence(index: SearchIndex, page: number, provision: number): readonly Evidence[] {
  const of = index.provisions[provision]
  if (of === undefined || of.level === 'instrument' || of.pages === undefined) return []
  const text = String(of.pages.first)
  const span = { start: 0, end: text.length }
  return [{ typed: String(page), field: 'page', of, text, span, how: 'whole' }]
}

function keyEvidence(index: SearchIndex, typed: string, provision: number): readonly Evidence[] {
  const of = index.provisions[provision]
  if (of === undefined) return []
  const span = { start: 0, end: of.key.length }
  return [{ typed, field: 'key', of, text: of.key, span, how: 'whole' }]
}
