import { languageOfTag, nameIn, type Language } from './language.ts'
import type { Instrument } from './provision.ts'

/** Whether the document itself is in Chinese, as far as the corpus says. */
export function isInChinese(instrument: Instrument): boolean {
  return ownChinese(instrument) !== undefined
}

/** The Chinese that the document itself is in; `undefined` where it is in another language, or the corpus does not say. */
export function ownChinese({ reference }: Instrument): Exclude<Language, 'en'> | undefined {
  const language = reference?.language === undefined ? 'en' : languageOfTag(reference.language)
  return language === 'en' ? undefined : language
}

/** The language in which a report in `report` lists `instrument`: that of the report, where the document is in it. */
export function listedLanguage(instrument: Instrument, report: Language): Language {
  return isInChinese(instrument) ? report : 'en'
}

/** Who issued `instrument`, one by one, as a list in `language` names them. */
export function listedIssuers(
  { reference, issuer }: Instrument,
  language: Language,
): readonly string[] {
  const issuers = reference?.issuers ?? (issuer === undefined ? [] : [issuer])
  return issuers.map((names) => nameIn(names, language))
}
