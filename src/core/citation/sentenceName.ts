import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import { nameIn, type Language } from '../corpus/language.ts'
import { listedIssuers, listedLanguage } from '../corpus/listed.ts'
import type { Instrument, InstrumentType, Provision } from '../corpus/provision.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'
import { hanOrKana } from '../text/scripts.ts'
import { inBrackets, type CitationText } from './citationText.ts'
import { capitalised, partKinds, spokenChain, spokenLabel } from './locatorLabels.ts'
import { readLocator } from './locator.ts'
import { leadsTo } from './meaning.ts'
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

/**
 * A citation in brackets behind the name of `provision`: `Article 5(1)(a) of the AI Act [@eu-ai-act:5.1.a]`.
 * Behind `said`, the place that stands before *of*, only what that leaves unsaid: `the AI Act`.
 */
export function namedInSentence(
  provision: Provision,
  citations: readonly CitationText[],
  corpus: Corpus,
  language: Language,
  said?: string,
): string {
  const gap = language === 'en' ? ' ' : ''
  const named = said === undefined ? provision : aboveSaid(provision, said, corpus)
  return `${nameInSentence(named, corpus, language)}${gap}${inBrackets(citations)}`
}

/**
 * Whose name is unsaid yet behind `said`, a place of the work of `provision`: the work, or where that names
 * a part which each article has anew, what it is a part of.
 */
function aboveSaid(provision: Provision, said: string, corpus: Corpus): Provision {
  const path = [...ancestorsOf(corpus, provision), provision]
  const at = saysPart(said)
    ? path.findIndex((step, place) => leadsTo(step, path[place - 1] ?? step, `, ${said}`, corpus))
    : -1
  return path[at - 1] ?? path[0] ?? provision
}

function saysPart(said: string): boolean {
  const { steps } = readLocator(`, ${said}`)
  return steps.every(({ kinds }) => kinds?.some((kind) => partKinds.has(kind)) ?? true)
}

const ofJoint = /,?\s(?:of|(?<=annex\s\S{1,9}\s)to)$/iu
const chineseJoint = /(?<=[\p{Script=Han}》])[的之]?$/u

/** So much before a citation may be a place, in UTF-16 units. */
const longestPlace = 60

/**
 * The words at the end of `before` that name a place of the work that comes: `Article 5` of `under Article
 * 5 of`, `第五条` of `违反第五条的`; in Chinese without 的, too, and the name of the work in its place.
 */
export function placeBefore(before: string): string | undefined {
  const tail = before.slice(-longestPlace).replaceAll(/[*_]+/gu, '').trimEnd()
  const joint = ofJoint.exec(tail) ?? chineseJoint.exec(tail)
  if (joint === null) return undefined
  const words = tail.slice(0, joint.index)
  const starts = [...words.matchAll(/(?<![\p{L}\p{N}])[\p{L}§]|第|《[^《》]+》$/gu)]
  return starts.map(({ index }) => words.slice(index)).find(isPlace)
}

/** Whether `words` name a place from their beginning to their end. */
function isPlace(words: string): boolean {
  if (words.endsWith('》')) return words.startsWith('《')
  const { steps } = readLocator(`, ${words}`)
  return steps[0]?.span.start === 2 && steps.at(-1)?.span.end === words.length + 2
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
