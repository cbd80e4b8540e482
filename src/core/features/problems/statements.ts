import { agencyName, type AgencyName } from '../../corpus/card.ts'
import { measuresWithin, type Corpus } from '../../corpus/corpus.ts'
import type { Agency, Instrument, Measure, MeasureKind, Provision } from '../../corpus/provision.ts'
import { known } from '../../corpus/stored/knownProvisions.ts'
import { citedPlaces } from '../../citation/meaning.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import { chineseNumerals, numberOf } from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import { isAbout } from './dateTopics.ts'
import { keepsApart } from './keepsApart.ts'
import { involves } from './namedAgencies.ts'
import { namedLeads } from './namedLeads.ts'

/** A sentence that names as the lead of a measure an agency that the measure does not have. */
export interface OtherLead {
  /** Of the agency's name, in the report. */
  readonly span: Span
  readonly agency: Agency
  readonly measure: Measure
  /** What leads it. */
  readonly leads: readonly AgencyName[]
}

/** A sentence that gives an instrument another number of measures or divisions than it has. */
export interface OtherCount {
  /** Of the number and what it counts, in the report. */
  readonly span: Span
  readonly said: number
  /** The number as it stands at the beginning of `span`: `90`, `four`, `九十`. */
  readonly written: string
  readonly counted: number
  readonly instrument: Instrument
  readonly kind: SpokenKind
}

/** What may be counted in an instrument. */
export type CountedKind =
  MeasureKind | 'pillar' | 'chapter' | 'annex' | 'goal' | 'function' | 'category'

/** What sentences are known to count. */
export type SpokenKind = Exclude<
  CountedKind,
  'claim' | 'clause' | 'item' | 'paragraph' | 'point' | 'section' | SubKind
>

type SubKind = 'subitem' | 'subparagraph' | 'subsection'

/**
 * The agencies that `sentences` of `report` name as leads and that the measures they cite do not have. Only what is
 * certain is found: the sentence says of an agency of the register that it leads (`namedLeads.ts`), and each provision that it
 * cites is a measure whose leads the instrument names; an agency that one of them involves in any way,
 * or that stands above or below one of those, is left alone, and so is a sentence that denies something
 * or speaks of the press.
 */
export function findOtherLeads(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
): readonly OtherLead[] {
  return sentences.flatMap((sentence) => {
    const named = namedLeads(sentence.words, corpus)
    if (named.length === 0 || keepsApart(sentence.words)) return []
    const measures = citedProvisions(report, sentence, corpus)
    const [first] = measures
    const areCertain = measures.every(
      (one): one is Measure => one.level === 'measure' && one.lead.length > 0,
    )
    if (first?.level !== 'measure' || !areCertain) return []
    return named
      .filter(({ agency }) => !measures.some((one) => involves(one, agency, corpus)))
      .filter(({ what = '' }) => isAbout(what, measures, true))
      .map(({ agency, at, length }) => {
        const start = sentence.span.start + at
        const leads = first.lead.map((code) => agencyName(corpus, code))
        return { span: { start, end: start + length }, agency, measure: first, leads }
      })
  })
}

/**
 * The counts that `sentences` of `report` give of an instrument that they cite as a whole, and that are not the
 * corpus's. A lower bound that holds (`over 90 actions` of 103) is no other count.
 */
export function findOtherCounts(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
): readonly OtherCount[] {
  return sentences.flatMap((sentence) => {
    const [whole, ...others] = citedProvisions(report, sentence, corpus)
    if (whole?.level !== 'instrument' || others.length > 0) return []
    if (keepsApart(sentence.words)) return []
    return countsIn(sentence, whole, corpus)
  })
}

/** The numbers that sentences spell out in English, by their words. */
export const spelledNumbers: ReadonlyMap<string, number> = new Map(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 2],
  ),
)
const number = `(?<![\\p{N}.,A-Za-z-])(\\d{1,4}|${[...spelledNumbers.keys()].join('|')}|[${chineseNumerals}]{1,6})`

/** `条` counts many things besides articles: `180条鉴于条款`, `5条原则`. */
const notCountedBy = '(?!鉴于|鑑於|建议|建議|原则|原則)'

/** How sentences count each kind: the number, and what it counts. */
const counting: readonly (readonly [kind: SpokenKind, pattern: RegExp])[] = (
  [
    ['action', '(?:recommended )?(?:federal )?(?:policy )?actions|项(?:政策)?行动|項(?:政策)?行動'],
    ['recommendation', 'recommendations|项建议|項建議'],
    ['article', `articles|[条條]${notCountedBy}`],
    ['pillar', 'pillars|(?:大|个|個)?支柱'],
    ['chapter', 'chapters|章'],
    ['annex', 'annexes|(?:个|個)?(?:附件|附錄|附录)'],
    [
      'recital',
      'recitals|(?:whereas|preambular) (?:clauses|paragraphs)|[条條项項个個](?:鉴于条款|鑑於條款)',
    ],
    ['goal', '(?:overarching )?goals|[项項个個大](?:可持续发展|永續發展)?目[标標]'],
    ['target', 'targets|[项項个個](?:具体目标|具體目標|细项目标|細項目標)'],
    ['function', '(?:core )?functions|[项項个個大](?:核心)?功能'],
    ['category', 'categories|[项項个個大](?:类别|類別)'],
    ['subcategory', 'subcategories|[项項个個](?:子类别|子類別)'],
    ['principle', 'principles|[项項条條个個大](?:原则|原則)'],
  ] as const
).map(([kind, words]) => [kind, new RegExp(`${number}[\\s-]{0,2}(?:${words})(?![a-z])`, 'giu')])

/** What makes a number a bound, an ordinal or a part of another number. */
const noCount =
  /(?:over|more than|at least|about|around|nearly|almost|some|up to|than|first|last|other|of the|these|those|[第逾约約近这這]|超过|超過|至少|其中)\s*$/iu

function countsIn(
  { words, span }: CitedSentence,
  instrument: Instrument,
  corpus: Corpus,
): readonly OtherCount[] {
  return counting.flatMap(([kind, pattern]) => {
    const counted = countOf(instrument, kind, corpus)
    return [...words.matchAll(pattern)].flatMap(({ 0: whole, 1: written = '', index }) => {
      const said = spelledNumbers.get(written.toLowerCase()) ?? numberOf(written) ?? 0
      if (!isMiscount(said, counted) || noCount.test(words.slice(0, index))) return []
      const start = span.start + index
      const spanned = { start, end: start + whole.length }
      return [{ span: spanned, said, written, counted, instrument, kind }]
    })
  })
}

/** Another number, but of the same size: `two actions` of a plan with 103 speaks of two of them. */
function isMiscount(said: number, counted: number): boolean {
  return said !== counted && said * 2 > counted && said < counted * 2
}

function countOf(instrument: Instrument, kind: CountedKind, corpus: Corpus): number {
  const ofKind = (one: Provision): boolean => one.level !== 'instrument' && one.kind === kind
  const measures = measuresWithin(corpus, instrument)
  if (measures.some(ofKind)) return measures.filter(ofKind).length
  return known(corpus.provisions).ofInstrument(instrument.key).filter(ofKind).length
}

/** The provisions of ours that the sentence cites, each once. */
function citedProvisions(
  report: Report,
  { citations }: CitedSentence,
  corpus: Corpus,
): readonly Provision[] {
  const places = meaningsIn(report, corpus, citations).flatMap(citedPlaces)
  return [...new Set(places.map(({ provision }) => provision))]
}
