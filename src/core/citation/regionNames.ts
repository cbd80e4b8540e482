import { type Language, languages } from '../corpus/language.ts'
import { lazily } from '../text/lazily.ts'

/**
 * What a region is called in `language`: `United States`, `欧盟`. `code` is an ISO 3166 code of two
 * capital letters, or `EU`; one that is not assigned comes back as it is (CLDR, through `Intl`).
 */
export function regionName(code: string, language: Language): string {
  return namesIn.get(language)?.().of(code) ?? code
}

const namesIn: ReadonlyMap<Language, () => Intl.DisplayNames> = new Map(
  languages.map((language) => [
    language,
    lazily(() => new Intl.DisplayNames([language], { type: 'region' })),
  ]),
)
