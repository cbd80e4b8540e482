import type { Language } from '../corpus/language.ts'

/**
 * What a region is called in `language`: `United States`, `欧盟`. `code` is an ISO 3166 code of two
 * capital letters, or `EU`; one that is not assigned comes back as it is (CLDR, through `Intl`).
 */
export function regionName(code: string, language: Language): string {
  return names(language).of(code) ?? code
}

const made = new Map<Language, Intl.DisplayNames>()

function names(language: Language): Intl.DisplayNames {
  const known = made.get(language)
  if (known !== undefined) return known
  const fresh = new Intl.DisplayNames([language], { type: 'region' })
  made.set(language, fresh)
  return fresh
}
