import { favourOf, noUsage, type Usage } from './favour.ts'
import { search, type Match, type SearchQuery } from './search.ts'
import type { SearchIndex } from './searchIndex.ts'
import { saysEnough, searchSentence } from './searchSentence.ts'

/** What is asked where a citation is written. */
export interface AskedWords {
  /** Typed behind the marker. */
  readonly words: string
  /** What stands before the marker, where nothing is typed; else empty. */
  readonly sentence: string
  /** The heading above that; empty where there is none. */
  readonly heading: string
}

/** For whom, and how much, is offered. */
export interface OfferOptions extends Pick<
  SearchQuery,
  'limit' | 'language' | 'pinyin' | 'isCancelled'
> {
  /** What the analyst has cited before. */
  readonly usage?: Usage
}

/** What is offered, best first, and what it was found by. */
export interface Offer {
  readonly by: 'words' | 'sentence'
  readonly matches: readonly Match[]
  /** Whether they may be meant, and may well not be. */
  readonly isPerhaps: boolean
}

/**
 * The provisions to offer for what is asked: by the words typed, and with none typed by the sentence
 * before them; where that says too little, the table of contents. A smaller `limit` gives the first ones
 * of a larger one.
 */
export function offerFor(
  index: SearchIndex,
  { words, sentence, heading }: AskedWords,
  { usage = noUsage, limit, ...others }: OfferOptions,
): Offer {
  const favour = favourOf(index.corpus, usage)
  const options = { ...others, favour, limit }
  const isSentence = saysEnough(sentence)
  const matches = isSentence
    ? searchSentence(index, { ...options, text: sentence, heading })
    : search(index, { ...options, text: words })
  const isPerhaps = matches.some((match) => match.isPerhaps)
  return { by: isSentence ? 'sentence' : 'words', matches, isPerhaps }
}
