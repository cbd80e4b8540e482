import type { CountedKind } from '../core/features/problems/statements.ts'
import type { PageMismatch } from '../core/citation/pages.ts'
import {
  capitalised,
  divisionsAndChain,
  fromPrintedPlace,
  spokenChain,
  spokenLabel,
} from '../core/citation/locatorLabels.ts'
import { regionName } from '../core/citation/regionNames.ts'
import { chineseDate, isCalendarDate } from '../core/corpus/calendarDate.ts'
import type { PickKind } from '../core/features/picking.ts'
import { ancestorsOf, hasEnded, instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import { colonIn, nameIn, type Language } from '../core/corpus/language.ts'
import type {
  Amendment,
  Claim,
  Confidence,
  Division,
  Horizon,
  Instrument,
  Measure,
  Pages,
  Provision,
  RelationType,
  Start,
  Strength,
  Support,
} from '../core/corpus/provision.ts'
import type { ProvisionState } from '../core/corpus/states.ts'
import type { PlaceKind } from '../core/markdown/prose.ts'
import { plainLine } from '../core/text/inertMarkdown.ts'
import { wordsIn, type Words } from './words.ts'

/** A page or a range of pages as printed: `p. 3`, `pp. 3–4`. */
export function pagesText({ first, last }: Pages, language: Language): string {
  const t = wordsIn(language)
  return first === last ? t('p. {0}', first) : t('pp. {0}–{1}', first, last)
}

/** What is wrong with a page that a citation names. */
export function mismatchText(mismatch: PageMismatch, language: Language): string {
  const t = wordsIn(language)
  switch (mismatch.kind) {
    case 'outsideDocument':
      return t(
        'There is no page {0}: the pages of the document run from 1 to {1}. Correct the page.',
        mismatch.page,
        mismatch.lastPage,
      )
    case 'notOfProvision':
      return t(
        '{0} does not stand on page {1}, but on {2}: correct the page or the place.',
        mismatch.key,
        mismatch.page,
        pagesText(mismatch.pages, language),
      )
  }
}

/** What leads to the last of `steps` in the words of its instrument: `Section 3`, `Article 5(1)(a)`, `Claim 6.5`. */
export function measureLabel(
  steps: readonly (Division | Measure)[],
  language: Language,
  instrument: Provision,
): string {
  const whole = instrument.level === 'instrument' ? instrument : undefined
  const { divisions, chain } = divisionsAndChain(steps)
  const [division] = divisions
  return capitalised(
    division === undefined
      ? spokenChain(chain, language, whole)
      : spokenLabel(division, language, whole),
  )
}

/** The title of `provision` where plain text is shown: on one line, and made inert. */
export function plainTitle({ titles }: Provision, language: Language): string {
  return plainLine(nameIn(titles, language))
}

/** A step on the way to a provision: `Section 3: Restore American Semiconductor Manufacturing`; `GOVERN`, whose title is its label, once. */
export function stepText(step: Provision, language: Language, instrument: Provision): string {
  const title = nameIn(step.titles, language)
  if (step.level === 'instrument') return title
  const label = measureLabel([step], language, instrument)
  return label.toLowerCase() === title.toLowerCase()
    ? label
    : `${label}${colonIn(language)}${title}`
}

/** Where a provision stands in its instrument, in one line: `Pillar II: … › Section 3: … › Recommended action 1`. */
export function locationText(corpus: Corpus, provision: Provision, language: Language): string {
  const instrument = instrumentOf(corpus, provision.key) ?? provision
  if (provision.level === 'instrument') return nameIn(provision.titles, language)
  return stepsText([...ancestorsOf(corpus, provision), provision], language, instrument)
}

/** What leads to the last of `steps`, with the titles of all above it. */
export function stepsText(
  steps: readonly Provision[],
  language: Language,
  instrument: Provision,
): string {
  const { divisions, chain } = divisionsAndChain(steps)
  const titled = divisions.map((step) =>
    step === steps.at(-1)
      ? measureLabel([step], language, instrument)
      : stepText(step, language, instrument),
  )
  const last = chain.length === 0 ? [] : [measureLabel(chain, language, instrument)]
  return [...titled, ...last].join(' › ')
}

/**
 * What leads to the last of `steps` in the fewest words: labels without titles, and of divisions only
 * those whose labels stand in its key: `Article 58`, `Pillar III › Section 3 › Recommended action 2`.
 */
export function shortestPlace(
  steps: readonly Provision[],
  language: Language,
  instrument: Provision,
): string {
  const { divisions, chain } = divisionsAndChain(fromPrintedPlace(steps))
  const key = steps.at(-1)?.key ?? ''
  const labels = divisions
    .filter((division) => `${key}.`.startsWith(`${division.key}.`))
    .map((division) => measureLabel([division], language, instrument))
  const last = chain.length === 0 ? [] : [measureLabel(chain, language, instrument)]
  return [...withoutBegun(labels), ...last].join(' › ')
}

/** `Section 1` says nothing before `Section 1.1`. */
export function withoutBegun(labels: readonly string[]): readonly string[] {
  return labels.filter((label, at) => labels[at + 1]?.startsWith(`${label}.`) !== true)
}

/** The key of a provision and its printed page: `us-aiap-2025:II.3.1 · p. 9`. */
export function keyAndPage(provision: Provision, language: Language): string {
  return [provision.key, ...pageOf(provision, language)].join(' · ')
}

function pageOf(provision: Provision, language: Language): readonly string[] {
  return provision.level === 'instrument' || provision.pages === undefined
    ? []
    : [pagesText(provision.pages, language)]
}

/** That an instrument was revoked or superseded, when, and by what; `undefined` while it holds. */
export function endedText(instrument: Instrument, language: Language): string | undefined {
  if (!hasEnded(instrument)) return undefined
  const t = wordsIn(language)
  const { status, ended, endedBy } = instrument
  const title = nameIn(instrument.shortTitle ?? instrument.titles, language)
  const isRevoked = status === 'revoked'
  if (ended === undefined || endedBy === undefined) {
    return isRevoked ? t('{0} was revoked.', title) : t('{0} was superseded.', title)
  }
  const [day, by] = [dayText(ended, language), orderText(endedBy, language)]
  return isRevoked
    ? t('{0} was revoked on {1} by {2}.', title, day, by)
    : t('{0} was superseded on {1} by {2}.', title, day, by)
}

/** `EO 14148` as Chinese readers call it; all else as it is. */
function orderText(name: string, language: Language): string {
  const [, number] = /^EO (\d+)$/u.exec(name) ?? []
  if (language === 'en' || number === undefined) return name
  return language === 'zh-Hans' ? `第${number}号行政令` : `第${number}號行政命令`
}

/** That an instrument was revoked or superseded, in a word; `undefined` while it holds. */
export function endedWord(instrument: Instrument, language: Language): string | undefined {
  const t = wordsIn(language)
  if (!hasEnded(instrument)) return undefined
  return instrument.status === 'revoked' ? t('revoked') : t('superseded')
}

/** Whether an instrument holds, in a word or two; `undefined` where {@link endedText} says more, or nothing is known. */
export function statusText(instrument: Instrument, language: Language): string | undefined {
  const t = wordsIn(language)
  if (instrument.status === undefined) return undefined
  switch (instrument.status) {
    case 'in-force':
      return instrument.effective === undefined
        ? t('in force')
        : t('in force since {0}', dayText(instrument.effective, language))
    case 'not-binding':
      return t('not binding')
    case 'review':
      return t('recommended by a review, not government policy')
    case 'revoked':
    case 'superseded':
      return undefined
  }
}

/** What must be known of a provision, in a sentence. */
export function stateText(state: ProvisionState, language: Language): string {
  const t = wordsIn(language)
  switch (state.kind) {
    case 'deleted':
      return t('Deleted by {0}.', amendmentsText(state.by, language))
    case 'inserted':
      return t('Inserted by {0}.', amendmentsText(state.by, language))
    case 'changed':
      return t('Amended by {0}: the text as amended.', amendmentsText(state.by, language))
    case 'later':
      return t('Amended after that day by {0}.', amendmentsText(state.by, language))
    case 'notYet':
      return t('Not yet applicable: applies from {0}.', startsText(state.starts, language))
    case 'partly':
      return t('Applies only from {0}.', startsText(state.starts, language))
    case 'over':
      return t('Applied until {0}.', dayText(state.until, language))
    case 'older':
      return t(
        'Policy Citation has the text of {0}, which {1} amended since.',
        dayText(state.textAsOf, language),
        amendmentsText(state.by, language),
      )
  }
}

/** The same in a word or two. */
export function stateWord({ kind }: ProvisionState, language: Language): string {
  const t = wordsIn(language)
  switch (kind) {
    case 'deleted':
      return t('deleted')
    case 'notYet':
      return t('not yet applicable')
    case 'partly':
      return t('applicable in part')
    case 'over':
      return t('no longer applicable')
    case 'inserted':
    case 'changed':
    case 'later':
    case 'older':
      return t('amended')
  }
}

/** `Regulation (EU) 2026/1744 (2026-07-27)`. */
export function amendmentsText(by: readonly Amendment[], language: Language): string {
  return listIn(
    language,
    by.map(
      ({ name, names = { en: name }, inForce }) =>
        nameIn(names, language) + noteIn(language, inForce && dayText(inForce, language)),
    ),
  )
}

/** `2027-12-02 (Annex III), 2028-08-02 (Annex I)`. */
export function startsText(starts: readonly Start[], language: Language): string {
  return listIn(
    language,
    starts.map(
      ({ day, of }) => dayText(day, language) + noteIn(language, of && nameIn(of, language)),
    ),
  )
}

/** `90 days`, or a day, in the reader's language; all else as it is. */
export function timeText(time: string, language: Language): string {
  const [, count, unit = ''] = /^(\d+) ([a-z]+?)s?$/u.exec(time) ?? []
  const words = timeUnits.get(unit)?.split(' ')
  if (language === 'en' || words === undefined) return dayText(time, language)
  return `${count} ${(language === 'zh-Hans' ? words[0] : words.at(-1)) ?? unit}`
}

/** In Simplified Chinese, and in Traditional where that is another word. */
const timeUnits: ReadonlyMap<string, string> = new Map([
  ['hour', '小时 小時'],
  ['day', '天 日'],
  ['week', '周 週'],
  ['month', '个月 個月'],
  ['year', '年'],
])

/** `note` in brackets behind a word: ` (p. 3)`, `（第 3 页）`; empty without one. */
export function noteIn(language: Language, note: string | undefined): string {
  if (note === undefined) return ''
  return language === 'en' ? ` (${note})` : `（${note}）`
}

/** A day, month or year of the calendar: as it is in English, `2025年7月23日` in Chinese. */
export function dayText(day: string, language: Language): string {
  return language !== 'en' && isCalendarDate(day) ? chineseDate(day) : day
}

/** Several of a kind, one behind the other: `a, b`, `甲、乙`. */
export function listIn(language: Language, names: readonly string[]): string {
  return names.join(language === 'en' ? ', ' : '、')
}

/** How strongly a measure is put. */
export function strengthText(strength: Strength, language: Language): string {
  const t = wordsIn(language)
  const words = {
    must: t('must'),
    shall: t('shall'),
    should: t('should'),
    recommended: t('recommended'),
    may: t('may'),
    considers: t('considers'),
    explores: t('explores'),
    encouraged: t('encouraged'),
  }
  return t('says “{0}”', words[strength])
}

/** What a sentence counts, in the plural. */
export function countedKindText(kind: CountedKind, language: Language): string {
  const t = wordsIn(language)
  if (kind === 'pillar') return t('Pillars')
  if (kind === 'chapter') return t('Chapters')
  if (kind === 'annex') return t('Annexes')
  if (kind === 'goal') return t('Goals')
  if (kind === 'function') return t('Functions')
  return kind === 'category' ? t('Categories') : kindText(kind, language)
}

/** What measures of a kind are called together, in a list of kinds. */
export function kindText(kind: PickKind, language: Language): string {
  const t = wordsIn(language)
  switch (kind) {
    case 'division':
      return t('Pillars, chapters, sections')
    case 'action':
      return t('Recommended actions')
    case 'article':
      return t('Articles')
    case 'section':
      return t('Sections of orders')
    case 'paragraph':
      return t('Paragraphs')
    case 'point':
      return t('Points')
    case 'recommendation':
      return t('Recommendations')
    case 'claim':
      return t('Claims')
    case 'recital':
      return t('Recitals')
    case 'target':
      return t('Targets')
    case 'subcategory':
      return t('Subcategories')
    case 'principle':
      return t('Principles')
    case 'clause':
      return t('Clauses')
    case 'subsection':
      return t('Subsections')
    case 'subparagraph':
      return t('Subparagraphs')
    case 'item':
      return t('Items')
    case 'subitem':
      return t('Subitems')
  }
}

/** How sure the file is, where it is not fully sure. */
export function confidenceText(confidence: Confidence, language: Language): string {
  const t = wordsIn(language)
  return confidence === 'medium' ? t('confidence: medium') : t('confidence: low')
}

/** Who claims something, with the affiliation: `Gao Chengshi, China Computer Federation`. */
export function claimantText(claim: Claim, language: Language): string | undefined {
  const { speaker, affiliation } = claim
  if (speaker === undefined) return undefined
  const name = nameIn(speaker, language)
  if (affiliation === undefined) return name
  return language === 'en'
    ? `${name}, ${nameIn(affiliation, language)}`
    : `${name}（${nameIn(affiliation, language)}）`
}

/** What kind of thing is claimed: `goal (short term)`. */
export function statementText(claim: Claim, language: Language): string | undefined {
  const t = wordsIn(language)
  if (claim.statement === undefined) return undefined
  switch (claim.statement) {
    case 'measure':
      return t('measure')
    case 'goal':
      return claim.horizon === undefined ? t('goal') : horizonText(claim.horizon, t)
    case 'opinion':
      return t('opinion')
    case 'comparison':
      return t('comparison')
    case 'figure':
      return t('figure')
  }
}

function horizonText(horizon: Horizon, t: Words): string {
  switch (horizon) {
    case 'short':
      return t('short-term goal')
    case 'middle':
      return t('medium-term goal')
    case 'long':
      return t('long-term goal')
  }
}

/** What a comparison compares: `Talent: United States, China`. */
export function dimensionText(claim: Claim, language: Language): string | undefined {
  if (claim.dimension === undefined) return undefined
  const sides = claim.sides.map((side) => regionName(side, language))
  const dimension = nameIn(claim.dimension, language)
  if (sides.length === 0) return dimension
  return `${dimension}${colonIn(language)}${listIn(language, sides)}`
}

/** Whether what is claimed is said by what the claim is about, in a word or two. */
export function supportText(supported: Support, language: Language): string {
  const t = wordsIn(language)
  switch (supported) {
    case 'yes':
      return t('supported')
    case 'partly':
      return t('partly supported')
    case 'no':
      return t('not in the instrument')
  }
}

/** Whether `instrument` says what is claimed of it, in a sentence before what it does say. */
export function verdictText(
  { supported }: Claim,
  instrument: Instrument | undefined,
  language: Language,
): string | undefined {
  const t = wordsIn(language)
  if (supported === undefined) return undefined
  const name = instrument === undefined ? t('The instrument') : nameIn(instrument.titles, language)
  switch (supported) {
    case 'yes':
      return t('{0} says this.', name)
    case 'partly':
      return t('{0} says part of this.', name)
    case 'no':
      return t('{0} does not contain this.', name)
  }
}

/** How a counterpart stands to what it is a counterpart of. */
export function relationText(type: RelationType, language: Language): string {
  const t = wordsIn(language)
  switch (type) {
    case 'Broader_Than':
      return t('broader')
    case 'Peer_To':
      return t('on the same matter')
    case 'Narrower_Than':
      return t('narrower')
  }
}

/** What a place in a report is called. */
export function placeText(place: PlaceKind, language: Language): string {
  const t = wordsIn(language)
  switch (place) {
    case 'prose':
      return t('prose')
    case 'frontMatter':
      return t('front matter')
    case 'code':
      return t('code')
    case 'html':
      return t('HTML')
    case 'maths':
      return t('mathematics')
    case 'tex':
      return t('raw TeX')
    case 'linkDestination':
      return t('the destination of a link')
    case 'definition':
      return t('a link definition')
    case 'autolink':
      return t('an address')
    case 'attributes':
      return t('attributes')
  }
}

/** Why nothing is read as a citation at a place that is no prose. */
export function notProseText(place: PlaceKind, language: Language): string {
  const t = wordsIn(language)
  return t('Pandoc reads no citation here: the cursor is in {0}.', placeText(place, language))
}
