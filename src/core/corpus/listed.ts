import { languageOfTag, nameIn, type Language } from './language.ts'
import type { Instrument } from './provision.ts'

/** Whether the document itself is in Chinese, as far as the corpus says. */
export function isInChinese({ reference }: Instrument): boolean {
  return reference?.language !== undefined && languageOfTag(reference.language) !== 'en'
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
