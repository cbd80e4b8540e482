import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { evidenceFor, type Evidence } from './evidence.ts'
import { parseQuery, type ParsedQuery, type Term } from './query.ts'
import { scoreNames, scoreOfProvision } from './queryScoring.ts'
import type { SearchIndex } from './searchIndex.ts'
import { scorePair, scoreWord } from './unitScoring.ts'

/** What is looked for. */
export interface SearchQuery {
  /** As typed or selected; of a long text the beginning is read (see `longestQuery`). */
  readonly text: string
  /** The most matches that are returned; none for 0 or less. */
  readonly limit: number
  /** The reader's language: among equals, what its title is found by goes first. */
  readonly language?: Language
}

/** A provision that has everything that was typed. */
export interface Match {
  readonly provision: Provision
  /** How well it fits; only to be compared with the scores of the same search. */
  readonly score: number
  /** Which words were found where, in the order typed; empty when nothing was typed. */
  readonly because: readonly Evidence[]
}

/**
 * The provisions that have all that was typed, in any order, in their own texts or in the titles
 * above them; best first, and in the order of the corpus among equals. The same query always gives
 * the same list. A text without a letter or a digit is no query: it gives the table of contents
 * (see `browsingOrder`). When nothing fits, the list is empty.
 */
export function search(index: SearchIndex, query: SearchQuery): readonly Match[] {
  const limit = Math.max(0, query.limit)
  const parsed = parseQuery(query.text)
  if (parsed.pieces.length === 0) return index.browsing.slice(0, limit).map(unasked)
  scoreUnits(index, parsed, query.language)
  scoreNames(index, parsed.squeezed)
  const matches: Match[] = []
  for (const number of bestFirst(index, parsed).subarray(0, limit)) {
    const provision = index.provisions[number]
    if (provision === undefined) continue
    const score = index.scratch.total[number] ?? 0
    matches.push({ provision, score, because: evidenceFor(index, parsed, number) })
  }
  return matches
}

function unasked(provision: Provision): Match {
  return { provision, score: 0, because: [] }
}

function scoreUnits(index: SearchIndex, parsed: ParsedQuery, language: Language | undefined): void {
  for (const piece of parsed.pieces) {
    if (piece.kind === 'page') continue
    for (const term of piece.terms) scoreTerm(index, term, language)
    if (piece.joined !== undefined) scoreWord(index, piece.joined, language)
  }
}

function scoreTerm(index: SearchIndex, term: Term, language: Language | undefined): void {
  if (term.kind === 'word') {
    scoreWord(index, term.unit, language)
    return
  }
  for (const pair of term.pairs) scorePair(index, pair, language)
  if (term.pairs[0] !== term.tail) scorePair(index, term.tail, language)
}

/** The numbers of the provisions found, in the scratch of `index`. */
function bestFirst(index: SearchIndex, parsed: ParsedQuery): Uint32Array {
  const { total, found } = index.scratch
  let count = 0
  for (let number = 0; number < index.provisions.length; number++) {
    const score = scoreOfProvision(index, parsed, number) * (index.standing[number] ?? 1)
    total[number] = score
    if (score > 0) found[count++] = number
  }
  return found.subarray(0, count).sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0) || a - b)
}
