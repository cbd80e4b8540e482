import { createCorpus, type Corpus } from '../../src/core/corpus/corpus.ts'
import { instrumentIdOf, parseKey, type Key } from '../../src/core/corpus/key.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import type { OfficialWords } from '../../src/core/search/officialWords.ts'

/** A corpus, and the words of its issuers. */
export interface WordedCorpus {
  readonly corpus: Corpus
  readonly words: OfficialWords
}

/**
 * The library again and again under other ids until it has `size` measures: each with titles and summaries in
 * all languages, phrases and official words as they ship, and with words that as many measures have in proportion.
 */
export function libraryOfSize({ corpus, words }: WordedCorpus, size: number): WordedCorpus {
  const measures = corpus.provisions.filter(({ level }) => level === 'measure').length
  const copies = Array.from({ length: Math.ceil(size / measures) }, (_, at) => at)
  const provisions = copies.flatMap((copy) => corpus.provisions.map((one) => copied(one, copy)))
  const glossary = [corpus.relations, corpus.troubles, corpus.terms] as const
  return {
    corpus: createCorpus([{ provisions }], [...corpus.agencies.values()], ...glossary),
    words: new Map(
      copies.flatMap((copy) => [...words].map(([key, said]) => [keyIn(key, copy), said] as const)),
    ),
  }
}

function copied(provision: Provision, copy: number): Provision {
  const key = keyIn(provision.key, copy)
  const children = provision.children.map((child) => keyIn(child, copy))
  const texts = {
    titles: provision.titles,
    ...(provision.summary !== undefined && { summary: provision.summary }),
    ...(provision.searchPhrases !== undefined && { searchPhrases: provision.searchPhrases }),
  }
  return provision.level === 'instrument'
    ? { ...provision, ...texts, key, children }
    : { ...provision, ...texts, key, children, parent: keyIn(provision.parent, copy) }
}

/** The key that `key` has in a copy; in the first it is the same. */
function keyIn(key: string, copy: number): Key {
  const id = instrumentIdOf(key)
  const other = copy === 0 ? id : `${id}-${String(copy)}`
  const parsed = parseKey(other + key.slice(id.length))
  if (parsed === undefined) throw new Error(`${key} is no key`)
  return parsed
}
