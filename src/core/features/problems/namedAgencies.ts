import type { Corpus } from '../../corpus/corpus.ts'
import { allNames } from '../../corpus/language.ts'
import type { Agency, Measure } from '../../corpus/provision.ts'
import { longestNames, NamedThings, type NamedThing } from '../../names/namedThings.ts'

const namesOf = new WeakMap<Corpus, NamedThings<Agency>>()

/**
 * The agencies of the register that `words` name, by where the names begin, none within another. A name of
 * one word counts only where it is written as in the register: `Energy`, but not `energy`.
 */
export function namedAgencies(words: string, corpus: Corpus): readonly NamedThing<Agency>[] {
  const names = namesOf.get(corpus) ?? new NamedThings(namesWithin(corpus))
  namesOf.set(corpus, names)
  return longestNames(
    names
      .find(words)
      .filter(({ name, span }) => !isOneWord(name) || words.startsWith(name, span.start)),
  )
}

/** Whether `name` is one word of Latin letters. */
export function isOneWord(name: string): boolean {
  return /^[\w.-]+$/.test(name)
}

function namesWithin({ agencies }: Corpus): readonly (readonly [string, Agency])[] {
  return [...agencies.values()].flatMap((agency) =>
    [agency.code, ...allNames(agency.names), ...agency.aliases]
      .flatMap((name) => [name, name.replace(/^Department of/, 'Dept. of')])
      .map((name) => [name, agency] as const),
  )
}

/** Whether the agency `code` is `other`, or belongs to it. */
function isWithin(code: string, other: string, corpus: Corpus): boolean {
  const seen = new Set<string>()
  let at: string | undefined = code
  while (at !== undefined && !seen.has(at)) {
    if (at === other) return true
    seen.add(at)
    at = corpus.agencies.get(at)?.parent
  }
  return false
}

/** Whether `measure` involves `agency` in any way, or one that stands above or below it. */
export function involves(
  { lead, through, with: others }: Measure,
  agency: Agency,
  corpus: Corpus,
): boolean {
  return [...lead, ...through, ...others].some(
    (code) => isWithin(code, agency.code, corpus) || isWithin(agency.code, code, corpus),
  )
}
