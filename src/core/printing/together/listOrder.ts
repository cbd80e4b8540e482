import type { SortKeys } from '../formats/format.ts'
import { anyMark } from '../pieces/words.ts'

/** `items` by their keys, word by word, as Pandoc's Unicode collation has them; what lacks a key goes last. */
export function sortedBy<T>(
  items: readonly T[],
  keysOf: (item: T) => SortKeys,
  lang: string,
): readonly T[] {
  if (items.length < 2) return items
  const collator = collatorOf(lang)
  return items
    .map((item) => ({ item, keys: keysOf(item).map(wordsOf) }))
    .sort((a, b) => comparedKeys(a.keys, b.keys, collator))
    .map(({ item }) => item)
}

type Words = readonly string[] | undefined

function wordsOf(key: string | undefined): Words {
  return key
    ?.replace(anyMark, '')
    .toLowerCase()
    .split(/[\s'’,]+/u)
    .filter((word) => word !== '')
}

function comparedKeys(a: readonly Words[], b: readonly Words[], collator: Intl.Collator): number {
  const differing = a.map((key, index) => comparedWords(key, b[index], collator))
  return differing.find((difference) => difference !== 0) ?? 0
}

function comparedWords(a: Words, b: Words, collator: Intl.Collator): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const differing = a
    .slice(0, b.length)
    .map((word, index) => collator.compare(word, b[index] ?? ''))
  return differing.find((difference) => difference !== 0) ?? a.length - b.length
}

/** Pandoc sorts Chinese as Unicode does, whatever the language; and by English where a tag is none (`en_US`). */
function collatorOf(lang: string): Intl.Collator {
  const options = { ignorePunctuation: true }
  try {
    return new Intl.Collator(/^zh/iu.test(lang) ? 'en' : lang, options)
  } catch {
    return new Intl.Collator('en', options)
  }
}
