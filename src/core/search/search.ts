import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { greatestOf } from '../text/lists.ts'
import type { Favour } from './favour.ts'
import type { PinyinTable } from '../words/pinyin.ts'
import { searchSegments } from './matching/searchSegments.ts'
import { provisionsAtPath } from '../paths/typedPath.ts'
import { parseQuery, type ParsedQuery } from './query.ts'
import type { SearchIndex } from './searchIndex.ts'

/** What is looked for. */
export interface SearchQuery {
  /** As typed or selected; of a long text the beginning is read (see `longestQuery`). */
  readonly text: string
  /** The most matches that are returned; none for 0 or less. */
  readonly limit: number
  /** The reader's language: among equals, what its title is found by goes first. */
  readonly language?: Language
  /** How Chinese characters are read: letters may be their pinyin, and characters that sound alike slips. */
  readonly pinyin?: PinyinTable | undefined
  /** What the analyst has cited, which moves what fits about equally well. */
  readonly favour?: Favour
  /** Whether nobody waits for the answer any more: then it ends soon, with an empty one. */
  readonly isCancelled?: () => boolean
}

/** A provision that has everything that was typed. */
export interface Match {
  readonly provision: Provision
  /** How well it fits; only to be compared with the scores of the same search. */
  readonly score: number
  /** Whether it may be meant, and may well not be: what fits a sentence that says much else. */
  readonly isPerhaps?: true
}

/**
 * The provisions that have all that was typed, in any order, in their own texts or in the titles
 * above them; best first, and in the order of the corpus among equals. The same query always gives
 * the same list. A text without a letter or a digit is no query: it gives the table of contents
 * (see `browsingOrder`). What the text names by its place, `Article 5`, goes first (see
 * `provisionsAtPath`). When nothing fits, the list is empty.
 */
export function search(index: SearchIndex, query: SearchQuery): readonly Match[] {
  const limit = Math.max(0, query.limit)
  const parsed = parseQuery(query.text)
  if (limit === 0) return []
  if (parsed.pieces.length === 0) return index.browsing.slice(0, limit).map(unasked)
  const atPath = provisionsAtPath(query.text, index.corpus, query.favour?.use)
  const byWords = searchWords(index, query, parsed)
  return inFront(atPath, byWords).slice(0, limit)
}

function searchWords(
  index: SearchIndex,
  query: SearchQuery,
  parsed: ParsedQuery,
): readonly Match[] {
  const { language, pinyin, isCancelled, limit } = query
  const factorOf = favouring(index, query.favour, 'factorOf')
  const options = {
    limit,
    language,
    pinyin,
    ...(isCancelled && { isCancelled }),
    ...(factorOf && { favour: factorOf }),
  }
  const found = searchSegments(index, parsed, options, index.effort)
  return found.flatMap(({ document, score }) => {
    const provision = index.corpus.provisions.at(document)
    return provision === undefined ? [] : [{ provision, score }]
  })
}

/** `matches` behind `first`, each of which scores more than all behind it. */
function inFront(first: readonly Provision[], matches: readonly Match[]): readonly Match[] {
  if (first.length === 0) return matches
  const most = greatestOf(
    matches.map(({ score }) => score),
    1,
  )
  const known = new Set(first)
  return [
    ...first.map((provision, at) => ({ provision, score: most + first.length - at })),
    ...matches.filter(({ provision }) => !known.has(provision)),
  ]
}

/** What the score of each document of `index` is multiplied by, as `favour` has it of one of its `factors`. */
export function favouring(
  { corpus }: SearchIndex,
  favour: Favour | undefined,
  factors: 'factorOf' | 'contextOf',
): ((document: number) => number) | undefined {
  if (favour === undefined) return undefined
  const all = known(corpus.provisions)
  return (document) => {
    const isUsed = favour.instruments.has(all.idAt(document))
    const provision = isUsed ? all.at(document) : undefined
    return provision === undefined ? 1 : favour[factors](provision)
  }
}

function unasked(provision: Provision): Match {
  return { provision, score: 0 }
}
