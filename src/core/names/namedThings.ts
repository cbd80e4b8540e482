import type { Span } from '../text/span.ts'
import { otherSpelling } from '../words/spellings.ts'
import { NameTrie } from './nameTrie.ts'

/** A name of something in a text. */
export interface NamedThing<Thing> {
  readonly thing: Thing
  /** As it was given. */
  readonly name: string
  /** In the text, with the end of a plural, without that of a possessive. */
  readonly span: Span
}

/**
 * Things with names, found in running text however these are written there: in either number, script and
 * spelling of English, in any case, over line ends. See {@link NameTrie} for what else is as good.
 */
export class NamedThings<Thing> {
  readonly #named: readonly (readonly Omit<NamedThing<Thing>, 'span'>[])[]
  readonly #trie: NameTrie

  constructor(named: Iterable<readonly [name: string, thing: Thing]>) {
    const speller = new NameTrie([])
    const byForm = new Map<string, Omit<NamedThing<Thing>, 'span'>[]>()
    for (const [name, thing] of named) {
      for (const form of new Set(formsOf(name).map((one) => speller.normalise(one)))) {
        byForm.set(form, [...(byForm.get(form) ?? []), { name, thing }])
      }
    }
    this.#named = [...byForm.values()]
    this.#trie = new NameTrie([...byForm.keys()])
  }

  /** What `text` names, by where the names begin; of two that overlap both. Linear in the length of `text`. */
  find(text: string): readonly NamedThing<Thing>[] {
    return this.#trie
      .find(text)
      .flatMap(({ name, span }) => (this.#named[name] ?? []).map((one) => ({ ...one, span })))
  }
}

/** `name` in both spellings of English, with the plurals of its last word and of the one before `of`. */
function formsOf(name: string): readonly string[] {
  const other = name.replace(/[a-z]+/gi, (word) => otherSpelling(word.toLowerCase()) ?? word)
  return [name, other].flatMap((one) => [
    one,
    one.replace(/[a-z](?= (?:for|in|of|on) )/i, '$&s'),
    one.replace(/(?<=[^aeiou])y(?=$| (?:for|in|of|on) )/i, 'ies'),
    one.replace(/um(?=$| (?:for|in|of|on) )/i, 'a'),
    one.replace(/(?:[sxz]|ch|sh)$/i, '$&es'),
  ])
}

/** Of `found` those that stand in no longer one, each place once. */
export function longestNames<Found extends { readonly span: Span }>(
  found: readonly Found[],
): readonly Found[] {
  const longestFirst = found.toSorted((one, other) => lengthOf(other) - lengthOf(one))
  const taken = new Set<number>()
  const kept = longestFirst.filter(({ span: { start, end } }) => {
    // Of two that overlap, one has an end of the other in it.
    if (taken.has(start) || taken.has(end - 1)) return false
    for (let at = start; at < end; at += 1) taken.add(at)
    return true
  })
  return kept.sort((one, other) => one.span.start - other.span.start)
}

function lengthOf({ span }: { readonly span: Span }): number {
  return span.end - span.start
}
