import { commaIn } from '../citation/citationForm.ts'
import { languageOfTag, nameIn, type Language, type Names } from '../corpus/language.ts'
import { isInChinese, listedLanguage } from '../corpus/listed.ts'
import type { Instrument } from '../corpus/provision.ts'
import { describedArticle } from './articles.ts'

/** The words under which an instrument stands in a reference list. */
export interface Listing {
  /** Of these words. */
  readonly language: Language
  /** The tag that tells styles which capitals and terms they may use. */
  readonly tag: string
  readonly title: string
  readonly shortTitle?: string
  readonly number?: string
  /** Where it is published: the official journal of a law, the outlet of an article. */
  readonly container?: string
}

/** How `instrument` is listed in a report in `report`. */
export function listingIn(instrument: Instrument, report: Language): Listing {
  const language = listedLanguage(instrument, report)
  const known = instrument.reference?.language ?? 'en'
  const tag = isInChinese(instrument) && language === 'en' ? 'en' : known
  if (instrument.type === 'article')
    return { language, tag, ...describedArticle(instrument, language) }
  return { language, tag, ...(isLaw(instrument) ? law : work)(instrument, language) }
}

/** Whether styles know it as law, whatever binds in it. */
export function isLaw({ type }: Instrument): boolean {
  return type === 'act' || type === 'order'
}

type Words = Omit<Listing, 'language' | 'tag'>

/** A law is known by its number: its title begins with it, or it stands behind the title. */
function law(instrument: Instrument, language: Language): Words {
  const number = citedNumber(instrument, language)
  const { journal, citeAs } = instrument.reference ?? {}
  const called = citeAs && nameIn(citeAs, language)
  const title = listedTitle(instrument, language)
  const leads = number !== undefined && (called ?? number).startsWith(number)
  const behind = leads || number === undefined ? [journal] : [number, journal]
  const container = behind.filter((part) => part !== undefined).join(', ')
  const shortTitle = called ?? number
  return {
    title: leads && !title.startsWith(number) ? [number, title].join(commaIn(language)) : title,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(container === '' ? {} : { container }),
  }
}

function work(instrument: Instrument, language: Language): Words {
  const number = citedNumber(instrument, language)
  const title = listedTitle(instrument, language)
  const { citeAs, officialTitles } = instrument.reference ?? {}
  const isLonger = officialTitles !== undefined || isTranslated(instrument, language)
  const short = citeAs ?? (isLonger ? instrument.titles : undefined)
  const shortTitle = short && nameIn(short, language)
  return {
    title,
    ...(shortTitle === undefined || shortTitle === title ? {} : { shortTitle }),
    ...(number === undefined ? {} : { number }),
  }
}

/** The number of `instrument`, in the words of a list in `language`. */
export function citedNumber({ reference }: Instrument, language: Language): string | undefined {
  return reference?.number && nameIn(reference.number, language)
}

/** The whole title; the Chinese one in brackets where a document in Chinese is listed in English. */
function listedTitle(instrument: Instrument, language: Language): string {
  const { titles, reference } = instrument
  const official = reference?.officialTitles
  const title = (official && ownName(official, language)) ?? nameIn(titles, language)
  const original = isTranslated(instrument, language) ? originalTitle(instrument) : title
  return original === title ? title : `${title} [${original}]`
}

function isTranslated(instrument: Instrument, language: Language): boolean {
  return language === 'en' && isInChinese(instrument)
}

function originalTitle({ titles, reference }: Instrument): string {
  const own = languageOfTag(reference?.language ?? 'en')
  return nameIn(reference?.officialTitles ?? titles, own)
}

/** The name in `language`, where there is one. */
function ownName(names: Names, language: Language): string | undefined {
  return language === 'zh-Hant-HK' ? (names[language] ?? names['zh-Hant']) : names[language]
}
