import { isRegionCode } from '../../corpus/kinds.ts'
import { languages, type Names } from '../../corpus/language.ts'
import type { ReferenceData } from '../../corpus/provision.ts'
import { sentence } from '../../corpus/sentence.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { namesIn, textIn, textsIn, type OwnFields, type WrittenField } from './fieldValues.ts'
import {
  addMalformed,
  addUntranslated,
  namesOf,
  parseDate,
  translationsOf,
  valueIn,
} from './headValues.ts'

/** What the front matter says for reference lists; `undefined` where it says nothing of it. */
export function readReferenceData(own: OwnFields, log: TroubleLog): ReferenceData | undefined {
  const data = { ...readNames(own, log), ...readPublication(own, log), ...readArticle(own, log) }
  return Object.keys(data).length === 0 ? undefined : data
}

/** All issuers as one text, where there are any. */
export function joinedIssuers(data: ReferenceData | undefined): Names | undefined {
  const issuers = data?.issuers
  if (issuers === undefined) return undefined
  const joined = languages.flatMap((language) => {
    const names = issuers.flatMap((issuer) => issuer[language] ?? [])
    return names.length < issuers.length
      ? []
      : [[language, names.join(language === 'en' ? '; ' : '、')] as const]
  })
  return { en: '', ...Object.fromEntries(joined) }
}

function readNames(own: OwnFields, log: TroubleLog): ReferenceData {
  const number = namesOf(own, 'number', log)
  const officialTitles = namesOf(own, 'official-title', log)
  const citeAs = namesOf(own, 'cite-as', log)
  const issuers = readIssuers(own, log)
  return {
    ...(number && { number }),
    ...(officialTitles && { officialTitles }),
    ...(citeAs && { citeAs }),
    ...(issuers.length > 0 && { issuers }),
  }
}

function readPublication(own: OwnFields, log: TroubleLog): ReferenceData {
  const journal = textIn(own, 'journal')
  const journalDate = valueIn(own, 'journal-date', parseDate, log)
  const language = valueIn(own, 'language', parseLanguageTag, log)
  const jurisdiction = valueIn(own, 'jurisdiction', parseRegionCode, log)
  return {
    ...(journal && { journal }),
    ...(journalDate && { journalDate }),
    ...(language && { language }),
    ...(jurisdiction && { jurisdiction }),
  }
}

function readArticle(own: OwnFields, log: TroubleLog): ReferenceData {
  const headline = textIn(own, 'headline')
  const outlet = textIn(own, 'outlet')
  const authors = textsIn(own, 'author', log)
  return {
    ...(headline && { headline }),
    ...(outlet && { outlet }),
    ...(authors.length > 0 && { authors }),
  }
}

/** Each issuer in all languages; a translation with another number of them is a trouble and left out. */
function readIssuers(own: OwnFields, log: TroubleLog): readonly Names[] {
  const english = textsIn(own, 'issuers', log)
  const translated = translationsOf(own, 'issuers')
  const [first] = translated
  if (english.length === 0 && first !== undefined) addUntranslated(first, 'issuers', log)
  const good = translated.flatMap((field) => alignedTexts(field, own, english.length, log))
  return english.map((name, index) => issuerNames(name, good, index))
}

/** The texts of one field in a language. */
interface AlignedTexts {
  readonly field: WrittenField
  readonly texts: readonly string[]
}

function alignedTexts(
  field: WrittenField,
  own: OwnFields,
  count: number,
  log: TroubleLog,
): readonly AlignedTexts[] {
  const texts = textsIn(own, field.name, log)
  if (texts.length === count) return [{ field, texts }]
  if (count > 0) addOtherCount(field, texts.length, count, log)
  return []
}

function addOtherCount(field: WrittenField, found: number, count: number, log: TroubleLog): void {
  addMalformed(
    field,
    sentence`\`${field.name}\` has ${found} texts, \`issuers\` has ${count}.`,
    sentence`Write each issuer in the same order, separated by \`;\`.`,
    log,
  )
}

/** The issuer at `index`, in the languages that `translated` are in. */
function issuerNames(english: string, translated: readonly AlignedTexts[], index: number): Names {
  const known = new Map(
    translated.map(({ field, texts }) => [field.name, { ...field, value: texts[index] ?? '' }]),
  )
  return namesIn({ known, extra: new Map() }, english, 'issuers-')
}

/** A BCP 47 tag of a language, a script and a region at most, in its usual capitals. */
function parseLanguageTag(text: string): string | undefined {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/u.test(text) ? text : undefined
}

function parseRegionCode(text: string): string | undefined {
  return isRegionCode(text) ? text : undefined
}
