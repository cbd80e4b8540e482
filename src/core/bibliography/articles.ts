import { nameIn, type Language } from '../corpus/language.ts'
import type { Instrument } from '../corpus/provision.ts'

/** What a reference list needs of an article and the file does not say. */
export type MissingOfArticle = 'headline' | 'outlet' | 'url'

/**
 * What is missing for `instrument` to be listed as readers can find it; nothing where it is no article,
 * is found under an issuer, or its file says nothing for lists at all.
 */
export function missingOf(instrument: Instrument): readonly MissingOfArticle[] {
  const { type, issuer, reference, url } = instrument
  if (type !== 'article' || reference === undefined) return []
  if (issuer !== undefined && reference.headline === undefined) return []
  const known = { headline: reference.headline, outlet: reference.outlet, url }
  return (['headline', 'outlet', 'url'] as const).filter((name) => known[name] === undefined)
}

/** The words under which an article is listed: its headline, else a description in brackets. */
export function describedArticle(
  instrument: Instrument,
  language: Language,
): { readonly title: string; readonly shortTitle?: string; readonly container?: string } {
  const { reference, titles } = instrument
  const outlet = reference?.outlet
  const container = outlet === undefined ? {} : { container: outlet }
  if (reference?.headline !== undefined) return { title: reference.headline, ...container }
  const title = nameIn(titles, language)
  if (!missingOf(instrument).includes('headline')) return { title, ...container }
  const short = nameIn(reference?.citeAs ?? titles, language)
  return {
    title: bracketed(`${withoutArticle(title)}${notRecorded(instrument, language)}`, language),
    shortTitle: bracketed(withoutArticle(short), language),
    ...container,
  }
}

/** `; title, outlet and author not recorded`. */
function notRecorded({ reference, issuer }: Instrument, language: Language): string {
  const hasAuthor = issuer !== undefined || reference?.authors !== undefined
  const words = missingWords[language]
  const missing = [
    words.title,
    ...(reference?.outlet === undefined ? [words.outlet] : []),
    ...(hasAuthor ? [] : [words.author]),
  ]
  const last = missing.at(-1) ?? ''
  const all = [missing.slice(0, -1).join(words.comma), last].filter((part) => part !== '')
  return `${words.before}${all.join(words.and)}${words.behind}`
}

interface MissingWords {
  readonly before: string
  readonly title: string
  readonly outlet: string
  readonly author: string
  readonly comma: string
  readonly and: string
  readonly behind: string
}

const traditional: MissingWords = {
  ...{ before: '，', title: '題名', outlet: '媒體', author: '作者' },
  ...{ comma: '、', and: '與', behind: '未著錄' },
}

const missingWords: Readonly<Record<Language, MissingWords>> = {
  en: {
    ...{ before: '; ', title: 'title', outlet: 'outlet', author: 'author' },
    ...{ comma: ', ', and: ' and ', behind: ' not recorded' },
  },
  'zh-Hans': {
    ...{ before: '，', title: '题名', outlet: '媒体', author: '作者' },
    ...{ comma: '、', and: '与', behind: '未著录' },
  },
  'zh-Hant': traditional,
  'zh-Hant-HK': traditional,
}

function bracketed(text: string, language: Language): string {
  return language === 'en' ? `[${text}]` : `［${text}］`
}

/** A description in a list begins with the thing itself. */
function withoutArticle(text: string): string {
  const bare = text.replace(/^(?:An?|The) |^一[篇则則份]/u, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
