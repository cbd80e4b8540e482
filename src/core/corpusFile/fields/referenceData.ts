import { isRegionCode } from '../../corpus/kinds.ts'
import { languages, type Names } from '../../corpus/language.ts'
import type { ReferenceData } from '../../corpus/provision.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { textIn, textsIn, type OwnFields } from './fieldValues.ts'
import { namesOf, parseDate, valueIn } from './headValues.ts'
import { namesInOrder } from './namesInOrder.ts'

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
  const english = textsIn(own, 'issuers', log)
  const issuers = namesInOrder(own, 'issuers', english, 'instrument.malformed-field', log)
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

/** A BCP 47 tag of a language, a script and a region at most, in its usual capitals. */
function parseLanguageTag(text: string): string | undefined {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/u.test(text) ? text : undefined
}

function parseRegionCode(text: string): string | undefined {
  return isRegionCode(text) ? text : undefined
}
