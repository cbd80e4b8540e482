/** The languages that the corpus and the reader's words come in (BCP 47). `zh-Hant` is Taiwan's usage. */
export const languages = ['en', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK'] as const

/** See {@link languages}. */
export type Language = (typeof languages)[number]

/** One text in the languages it is known in; English always. */
export interface Names {
  readonly en: string
  readonly 'zh-Hans'?: string
  readonly 'zh-Hant'?: string
  readonly 'zh-Hant-HK'?: string
}

/** What a report in `language` says under `lang:` (BCP 47). */
export const tagOf: Readonly<Record<Language, string>> = {
  en: 'en-US',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  'zh-Hant-HK': 'zh-HK',
}

/** The name in `language`, else in the nearest language that is known, else in English. */
export function nameIn(names: Names, language: Language): string {
  switch (language) {
    case 'en':
      return names.en
    case 'zh-Hans':
      return names['zh-Hans'] ?? names.en
    case 'zh-Hant':
      return names['zh-Hant'] ?? names.en
    case 'zh-Hant-HK':
      return names['zh-Hant-HK'] ?? names['zh-Hant'] ?? names.en
  }
}

/** A colon between a label and a title: `: ` in English, `：` in Chinese. */
export function colonIn(language: Language): string {
  return language === 'en' ? ': ' : '：'
}

/** All different spellings of a name, English first. */
export function allNames(names: Names): readonly string[] {
  const known = languages.map((language) => names[language])
  return [...new Set(known.filter((name) => name !== undefined))]
}

/**
 * The language that a BCP 47 tag asks for: `zh-CN`, `zh-SG` and bare `zh` are Simplified;
 * `zh-TW` is Traditional in Taiwan's usage, `zh-HK` and `zh-MO` in Hong Kong's; all else is English.
 */
export function languageOfTag(tag: string): Language {
  const [primary, ...rest] = tag.toLowerCase().replaceAll('_', '-').split('-')
  if (primary !== 'zh') return 'en'
  if (rest.includes('hk') || rest.includes('mo'))
    return rest.includes('hans') ? 'zh-Hans' : 'zh-Hant-HK'
  if (rest.includes('tw') || rest.includes('hant'))
    return rest.includes('hans') ? 'zh-Hans' : 'zh-Hant'
  return 'zh-Hans'
}
