import { columnsOf, endsWithinColumns } from '../text/columns.ts'
import { isSimplified, isTraditional } from '../text/scripts.ts'
import type { Corpus } from './corpus.ts'
import type { Key } from './key.ts'
import { nameIn, type Language } from './language.ts'
import type { Instrument } from './provision.ts'

/** So many columns a short name takes at most: a place stands beside it where there is little room. */
const widestShortName = 24

/**
 * What `instrument`, a member of `corpus`, is called where there is little room, a name that no other
 * of its instruments has: its short title; else its title or the first of its aliases that is short;
 * else its id, of a long one both ends.
 */
export function shortName(corpus: Corpus, instrument: Instrument, language: Language): string {
  const names = namesByCorpus.get(corpus) ?? new Map<Language, ShortNames>()
  namesByCorpus.set(corpus, names)
  const known = names.get(language) ?? shortNames(corpus, language)
  names.set(language, known)
  return known.get(instrument.key) ?? instrument.key
}

type ShortNames = ReadonlyMap<Key, string>

const namesByCorpus = new WeakMap<Corpus, Map<Language, ShortNames>>()

function shortNames({ instruments }: Corpus, language: Language): ShortNames {
  const names = instruments.map((instrument) => ownShortName(instrument, language))
  return new Map(
    instruments.map(({ key }, at) => {
      const name = names[at] ?? key
      const isShared = names.indexOf(name) !== names.lastIndexOf(name)
      return [key, endsWithinColumns(isShared ? key : name, widestShortName)]
    }),
  )
}

function ownShortName(instrument: Instrument, language: Language): string {
  const { key, titles, shortTitle } = instrument
  if (shortTitle !== undefined) return nameIn(shortTitle, language)
  const names = [nameIn(titles, language), ...aliasesIn(instrument, language)]
  return names.find((name) => columnsOf(name) <= widestShortName) ?? key
}

/** The aliases that readers of `language` can read, those in its own script first. */
function aliasesIn({ aliases }: Instrument, language: Language): readonly string[] {
  const chinese = aliases.filter((alias) => /\p{Script=Han}/u.test(alias))
  const others = aliases.filter((alias) => !chinese.includes(alias))
  if (language === 'en') return others
  const isReadable = language === 'zh-Hans' ? isSimplified : isTraditional
  return [...chinese.filter(isReadable), ...others]
}
