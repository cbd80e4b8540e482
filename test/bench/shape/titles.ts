import type { Names } from '../../../src/core/corpus/language.ts'

/** The languages that titles are asked for in. */
export const titleLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const

/** See {@link titleLanguages}. */
export type TitleLanguage = (typeof titleLanguages)[number]

/** A provision that somebody may ask for by its title. */
export interface TitledProvision {
  readonly key: string
  readonly titles: Partial<Readonly<Record<TitleLanguage, string>>>
}

/** What `names` has in `language` itself; `undefined` where it has nothing. */
export function namesFor(names: Names, language: TitleLanguage): string | undefined {
  const text = names[language]
  return text === undefined || text === '' ? undefined : text
}
