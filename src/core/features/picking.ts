import { ancestorsOf, childrenOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import { instrumentIdOf, type Key } from '../corpus/key.ts'
import type { Instrument, MeasureKind, Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import type { PinyinTable } from '../words/pinyin.ts'
import type { SentenceBelow } from '../report/sentenceBefore.ts'
import { offerFor, type OfferOptions } from '../search/offer.ts'
import { search } from '../search/search.ts'
import type { SearchIndex } from '../search/searchIndex.ts'

/** What to look for, and where. */
export interface PickQuery {
  readonly query: string
  readonly language: Language
  /** How Chinese characters are read: letters may be their pinyin, and characters that sound alike slips. */
  readonly pinyin?: PinyinTable | undefined
  /** At most so many provisions are returned. */
  readonly limit: number
  /** Only provisions below this one; all when absent. */
  readonly within: Provision | undefined
  readonly filter: PickFilter
}

/** What the rows are confined to; everything, where nothing is given. */
export interface PickFilter {
  readonly instrument?: Instrument
  readonly kind?: PickKind
}

/** A kind of measure, or all divisions. */
export type PickKind = MeasureKind | 'division'

/** The kinds that `corpus` has, in the order in which they first stand in it. */
export function kindsOf(corpus: Corpus): readonly PickKind[] {
  const all = known(corpus.provisions)
  const kinds = new Set<PickKind>()
  for (let at = 0; at < all.length; at++) {
    const kind = all.has(at, 'measure') ? all.kindAt(at) : all.kindAt(at) && 'division'
    // What is a measure has the kind of one.
    if (kind !== undefined) kinds.add(kind as PickKind)
  }
  return [...kinds]
}

function kindOf(provision: Provision): PickKind | undefined {
  if (provision.level === 'instrument') return undefined
  return provision.level === 'division' ? 'division' : provision.kind
}

function passes(provision: Provision, { instrument, kind }: PickFilter): boolean {
  const id: Key | undefined = instrument?.key
  if (id !== undefined && instrumentIdOf(provision.key) !== id) return false
  return kind === undefined || kindOf(provision) === kind
}

/** The provisions that fit the words of `query`, best first. */
export function searchRows(
  index: SearchIndex,
  corpus: Corpus,
  query: PickQuery,
): readonly Provision[] {
  const { within, filter } = query
  const isConfined =
    within !== undefined || filter.instrument !== undefined || filter.kind !== undefined
  const limit = isConfined ? corpus.provisions.length : query.limit
  const { language, pinyin } = query
  const found = search(index, { text: query.query, language, pinyin, limit }).map(
    (match) => match.provision,
  )
  if (!isConfined) return found
  return found
    .filter((provision) => passes(provision, filter))
    .filter((provision) => within === undefined || ancestorsOf(corpus, provision).includes(within))
    .slice(0, query.limit)
}

/** So many provisions are offered for a sentence: more are noise. */
const mostBySentence = 10

/** What is offered for a sentence, best first; or what may be meant, and may well not be. */
export interface SentenceRows {
  readonly rows: readonly Provision[]
  readonly isPerhaps: boolean
}

/** The provisions that the sentence is most likely about, as an `@` there offers them; none when nothing fits, `undefined` when it says too little. */
export function sentenceRows(
  index: SearchIndex,
  before: SentenceBelow,
  options: Pick<OfferOptions, 'language' | 'usage'>,
): SentenceRows | undefined {
  const asked = { ...before, words: '' }
  const { by, matches, isPerhaps } = offerFor(index, asked, { ...options, limit: mostBySentence })
  if (by === 'words') return undefined
  return { rows: matches.map(({ provision }) => provision), isPerhaps }
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
