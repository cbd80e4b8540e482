import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Dice } from '../dice.ts'
import { namesFor, type TitleLanguage } from './titles.ts'

/** One in so many words is followed by one that never followed it in the library. */
const surprise = 4

/**
 * What may stand behind what in the titles and summaries of the library: words of English, characters of
 * Chinese. Texts that are made with it have its words as often as it has them, and its turns of phrase.
 */
export class LibraryWords {
  readonly #followers: Readonly<Record<TitleLanguage, ReadonlyMap<string, readonly string[]>>>
  readonly #all: Readonly<Record<TitleLanguage, readonly string[]>>

  constructor({ provisions }: Corpus) {
    const texts = (language: TitleLanguage): readonly (readonly string[])[] =>
      provisions.flatMap(({ titles, summary }) =>
        [titles, summary].flatMap((names) => {
          const text = names && namesFor(names, language)
          return text === undefined ? [] : [unitsOf(text, language)]
        }),
      )
    const all = { en: texts('en'), 'zh-Hans': texts('zh-Hans'), 'zh-Hant': texts('zh-Hant') }
    this.#followers = mapped(all, followersIn)
    this.#all = mapped(all, (lists) => lists.flat())
  }

  /** `count` units that could stand in the library. */
  run(language: TitleLanguage, count: number, dice: Dice): readonly string[] {
    const units: string[] = []
    while (units.length < count) {
      const followers = this.#followers[language].get(units.at(-1) ?? '') ?? []
      const isSurprise = followers.length === 0 || dice.below(surprise) === 0
      units.push(dice.pick(isSurprise ? this.#all[language] : followers))
    }
    return units
  }
}

/** The words of an English text in small letters, the characters of a Chinese one. */
function unitsOf(text: string, language: TitleLanguage): readonly string[] {
  return language === 'en'
    ? (text.toLowerCase().match(/(?<![\w'-])[a-z]+(?![\w'-])/gu) ?? [])
    : (text.match(/\p{sc=Han}/gu) ?? [])
}

function followersIn(
  lists: readonly (readonly string[])[],
): ReadonlyMap<string, readonly string[]> {
  const followers = new Map<string, string[]>()
  for (const units of lists) {
    for (const [at, unit] of units.slice(1).entries()) {
      const before = units[at] ?? ''
      const known = followers.get(before)
      if (known === undefined) followers.set(before, [unit])
      else known.push(unit)
    }
  }
  return followers
}

function mapped<From, To>(
  { en, 'zh-Hans': hans, 'zh-Hant': hant }: Readonly<Record<TitleLanguage, From>>,
  map: (from: From) => To,
): Readonly<Record<TitleLanguage, To>> {
  return { en: map(en), 'zh-Hans': map(hans), 'zh-Hant': map(hant) }
}
