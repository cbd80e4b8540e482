import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Favour } from './favour.ts'
import type { PinyinTable } from '../words/pinyin.ts'
import { searchSegments } from './matching/searchSegments.ts'
import { parseQuery } from './query.ts'
import type { SearchIndex } from './searchIndex.ts'

/** What is looked for. */
export interface SearchQuery {
  /** As typed or selected; of a long text the beginning is read (see `longestQuery`). */
  readonly text: string
  /** The most matches that are returned; none for 0 or less. */
  readonly limit: number
  /** The reader's language: among equals, what its title is found by goes first. */
  readonly language?: Language
  /** How Chinese characters are read, where letters may be their pinyin. */
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
  if (limit === 0) return []
  if (parsed.pieces.length === 0) return index.browsing.slice(0, limit).map(unasked)
  const { language, pinyin, isCancelled } = query
  const factorOf = favouring(index, query.favour)
  const options = {
    limit,
    language,
    pinyin,
    ...(isCancelled && { isCancelled }),
    ...(factorOf && { favour: factorOf }),
  }
  const found = searchSegments(index.segments, parsed, options, index.effort)
  return found.flatMap(({ document, score }) => {
    const provision = index.corpus.provisions[document]
    return provision === undefined ? [] : [{ provision, score }]
  })
}

/** What the score of each document of `index` is multiplied by. */
export function favouring(
  { corpus }: SearchIndex,
  favour: Favour | undefined,
): ((document: number) => number) | undefined {
  if (favour === undefined) return undefined
  return (document) => {
    const provision = corpus.provisions[document]
    return provision === undefined ? 1 : favour.factorOf(provision)
  }
}

function unasked(provision: Provision): Match {
  return { provision, score: 0 }
}
