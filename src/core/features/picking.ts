import { ancestorsOf, childrenOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { search } from '../search/search.ts'
import type { SearchIndex } from '../search/searchIndex.ts'

/** What to look for, and where. */
export interface PickQuery {
  readonly query: string
  readonly language: Language
  /** At most so many provisions are returned. */
  readonly limit: number
  /** Only provisions below this one; all when absent. */
  readonly within: Provision | undefined
}

/** The provisions that fit the words of `query`, best first. */
export function searchRows(
  index: SearchIndex,
  corpus: Corpus,
  query: PickQuery,
): readonly Provision[] {
  const { within } = query
  const limit = within === undefined ? query.limit : corpus.provisions.length
  const found = search(index, { text: query.query, language: query.language, limit }).map(
    (match) => match.provision,
  )
  if (within === undefined) return found
  return found
    .filter((provision) => ancestorsOf(corpus, provision).includes(within))
    .slice(0, query.limit)
}

/** What stands directly below `place`: the instruments, when there is no place, or what the only instrument holds. */
export function browseRows(corpus: Corpus, place: Provision | undefined): readonly Provision[] {
  if (place !== undefined) return childrenOf(corpus, place)
  const [only, ...others] = corpus.instruments
  return only !== undefined && others.length === 0 ? childrenOf(corpus, only) : corpus.instruments
}

/** The place from which `place` is reached by browsing; `undefined` at the top. */
export function stepUp(corpus: Corpus, place: Provision): Provision | undefined {
  const parent = ancestorsOf(corpus, place).at(-1)
  const isTop = parent?.level === 'instrument' && corpus.instruments.length === 1
  return isTop ? undefined : parent
}
