import { namesOfInstrument } from '../../../corpus/corpus.ts'
import { allNames } from '../../../corpus/language.ts'
import type { Instrument } from '../../../corpus/provision.ts'
import { fold } from '../../../words/fold.ts'

/** A longer title is none, in UTF-16 units. */
const longestTitle = 500

const titles = new WeakMap<Instrument, ReadonlySet<string>>()

/**
 * Whether `quoted` is what `instrument` is called: one of its names, or a name with its title behind, as title
 * pages print them (`Winning the Race: America's AI Action Plan`). Case, blanks and marks do not count.
 */
export function isOwnTitle(quoted: string, instrument: Instrument): boolean {
  if (quoted.length > longestTitle) return false
  const known = titles.get(instrument) ?? titlesOf(instrument)
  titles.set(instrument, known)
  const said = lettersOf(quoted)
  return said !== '' && (known.has(said) || isTwo(said, known))
}

function isTwo(said: string, known: ReadonlySet<string>): boolean {
  return Array.from(known).some(
    (name) => said.startsWith(name) && known.has(said.slice(name.length)),
  )
}

function titlesOf(instrument: Instrument): ReadonlySet<string> {
  const { reference } = instrument
  const official = reference?.officialTitles === undefined ? [] : allNames(reference.officialTitles)
  const names = [...namesOfInstrument(instrument), ...official].map(lettersOf)
  return new Set(names.filter((name) => name !== ''))
}

function lettersOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^the(?=[a-z]{4})/u, '')
}
