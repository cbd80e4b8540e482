import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import { nameIn, type Language } from '../corpus/language.ts'
import { listedIssuers, listedLanguage } from '../corpus/listed.ts'
import type { Instrument, InstrumentType, Provision } from '../corpus/provision.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'
import { hanOrKana } from '../text/scripts.ts'
import { inBrackets, type CitationText } from './citationText.ts'
import { capitalised, spokenChain, spokenLabel } from './locatorLabels.ts'
import { stepsSaid } from './placeWords.ts'

/** Law speaks with no author's voice: no style prints one that a sentence could bear. */
const law: ReadonlySet<InstrumentType> = new Set(['act', 'order'])

/**
 * Whether a sentence of `language` can bear the author of `provision`, which a narrative citation prints:
 * there is one, the work is no law, and the author's name is in the script of the language.
 */
export function hasSentenceAuthor(
  provision: Provision,
  corpus: Corpus,
  language: Language,
): boolean {
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined || law.has(instrument.type)) return false
  const author = printedAuthor(instrument, language)
  return author !== undefined && hanOrKana.test(author) === (language !== 'en')
}

/** The first author of `instrument`, as the list of a report in `language` prints it, if it has one. */
function printedAuthor(instrument: Instrument, language: Language): string | undefined {
  const [author] =
    instrument.reference?.authors ?? listedIssuers(instrument, listedLanguage(instrument, language))
  return author
}

/** A citation in brackets behind the name of `provision`: `Article 5(1)(a) of the AI Act [@eu-ai-act:5.1.a]`. */
export function namedInSentence(
  provision: Provision,
  citations: readonly CitationText[],
  corpus: Corpus,
  language: Language,
): string {
  const gap = language === 'en' ? ' ' : ''
  return `${nameInSentence(provision, corpus, language)}${gap}${inBrackets(citations)}`
}

/**
 * `provision` as a sentence of `language` names it, in Markdown: `Article 5(1)(a) of the AI Act`,
 * `the AI Act`, `《生成式人工智能服务管理暂行办法》第十二条`. Of what is no law the work alone, which says it:
 * `*Model Rules*`.
 */
function nameInSentence(provision: Provision, corpus: Corpus, language: Language): string {
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined) return escapeMarkdown(nameIn(provision.titles, language))
  const isLaw = law.has(instrument.type)
  const words = isLaw ? placeInWords(provision, instrument, corpus, language) : ''
  const place = escapeMarkdown(words)
  if (language !== 'en') {
    return `《${escapeMarkdown(nameIn(instrument.titles, language))}》${place}`
  }
  const name = englishName(instrument)
  return place === '' ? name : `${capitalised(place)} of ${name}`
}

/** A law by its short title, with its article: `the AI Act`, `EO 14110`. */
function englishName({ type, shortTitle, titles }: Instrument): string {
  if (!law.has(type)) return `*${escapeMarkdown(titles.en)}*`
  const name = escapeMarkdown((shortTitle ?? titles).en)
  return /\d$|^the\s|^\p{L}+[’']s\s/iu.test(name) ? name : `the ${name}`
}

/** The place of `provision`, in the fewest steps that lead to it. */
function placeInWords(
  provision: Provision,
  instrument: Instrument,
  corpus: Corpus,
  language: Language,
): string {
  if (provision.level === 'instrument') return ''
  const { divisions, chain } = stepsSaid(provision, instrument, corpus)
  const measure = spokenChain(chain, language, instrument, true)
  const labels = [
    ...divisions.map((step) => spokenLabel(step, language, instrument, true)),
    ...(measure === '' ? [] : [measure]),
  ]
  return labels.join(language === 'en' ? ', ' : '')
}
