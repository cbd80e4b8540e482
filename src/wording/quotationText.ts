import type { Language } from '../core/corpus/language.ts'
import type { Problem } from '../core/features/problems/problem.ts'
import type {
  AlteredWording,
  JudgedQuotation,
  MisplacedQuotation,
  UnknownQuotation,
} from '../core/features/problems/quoted/quotations.ts'
import type { NotAttached } from '../core/official/notAttached.ts'
import { amendmentsText, dayText, noteIn } from './wording.ts'
import { wordsIn, type Words } from './words.ts'

/** A place of a document as its readers find it. */
type PlaceOfWords = NonNullable<MisplacedQuotation['place']>

/** A problem of a quotation: there is none without an official text. */
type QuotationProblem = Extract<Problem, { readonly code: `quotation.${string}` }>

/** What is wrong with a quotation, in a sentence or two in the reader’s language. */
export function quotationText(problem: QuotationProblem, language: Language): string {
  const t = wordsIn(language)
  switch (problem.code) {
    case 'quotation.altered':
      return withUnattached(alteredText(problem, language), problem.unattached, language)
    case 'quotation.stitched':
      return withUnattached(stitchedText(problem, language), problem.unattached, language)
    case 'quotation.sense-changed':
      return withUnattached(senseText(problem, language), problem.unattached, language)
    case 'quotation.elsewhere':
      return elsewhereText(problem, language)
    case 'quotation.not-found':
      return withUnattached(notFoundText(problem, language), problem.unattached, language)
    case 'quotation.superseded-wording':
      return t(
        'These words stand in {0} in the older text of {1}, not in that of {2}, which this report means: quote that one, or say which text you quote.',
        problem.provision.key,
        versionDay(problem.day, language),
        versionDay(problem.meantDay, language),
      )
    case 'quotation.later-wording':
      return t(
        'These words stand in {0} in the newer text of {1}, not in that of {2}, which a report of this day means: quote that one, or give the report another day.',
        problem.provision.key,
        versionDay(problem.day, language),
        versionDay(problem.meantDay, language),
      )
    case 'quotation.whose-words':
      return t(
        'These words do not stand like this in the official text of {0}, and it is open whose they are: say who is quoted, or cite their own source right behind them.',
        problem.provision.key,
      )
  }
}

/** Where the words stand: in a provision, or at a place that is none. */
function elsewhereText({ provision, place }: MisplacedQuotation, language: Language): string {
  const t = wordsIn(language)
  const said = place === undefined ? '' : placeText(place, language)
  return said === ''
    ? t('These words stand in {0}.', provision.key)
    : t(
        'These words stand in {0} ({1}), not in the cited provision: cite where they stand.',
        provision.key,
        said,
      )
}

function placeText({ part, aside, page }: PlaceOfWords, language: Language): string {
  const t = wordsIn(language)
  const places = [
    part === undefined ? '' : partText(part, language),
    aside === 'note' ? t('a note') : '',
    aside === 'table' ? t('a table') : '',
    page === undefined ? '' : t('p. {0}', page),
  ]
  return places.filter((place) => place !== '').join(language === 'en' ? ', ' : '，')
}

/** What a part is called that the library has not. */
function partText(
  { kind, label, heading = '' }: NonNullable<PlaceOfWords['part']>,
  language: Language,
): string {
  const t = wordsIn(language)
  if (label === undefined) return heading
  if (kind === 'recital') return t('recital {0}', label)
  if (kind === 'article') return t('article {0}', label)
  if (kind === 'annex') return t('annex {0}', label)
  return heading === '' ? label : heading
}

/** That words stand nowhere, as far as that is known. */
function notFoundText({ provision, isPartial }: UnknownQuotation, language: Language): string {
  const t = wordsIn(language)
  return isPartial
    ? t(
        'These words are not in {0}. Whether they stand elsewhere is not known, for not all of the attached document could be searched: look it up there.',
        provision.key,
      )
    : t(
        'The official text has no such words, neither in {0} nor elsewhere: quote what it says, or leave out the marks.',
        provision.key,
      )
}

/** What is told of a quotation that is no problem: why it was not compared as it stands, and what the issuer says. */
export function toldText(judged: JudgedQuotation, language: Language): string {
  const why = toldReason(judged, language)
  if (judged.passage === undefined) return why
  const { text, pages } = judged.passage
  const words = text.length > longestPassage ? `${text.slice(0, longestPassage)}…` : text
  const [before, behind] = language.startsWith('zh-Hant') ? '「」' : '“”'
  const page = pages && wordsIn(language)('p. {0}', String(pages.first))
  const quoted = `${before ?? ''}${words}${behind ?? ''}`
  if (language !== 'en') return why + quoted + noteIn(language, page)
  return [why, quoted, page ?? []].flat().join(' ')
}

/** Why a quotation was not compared as it stands. */
export function toldReason({ verdict, provision }: JudgedQuotation, language: Language): string {
  const t = wordsIn(language)
  return verdict === 'in the other script'
    ? t('These are the words of {0}, in the other Chinese script.', provision.key)
    : t(
        'This quotation cannot be compared: it is in another language than the official text of {0}.',
        provision.key,
      )
}

/** What a quotation that is no problem, and that something is told of, was found to be. */
export function toldVerdict(verdict: string, t: Words): string {
  return verdict === 'in the other script' ? t('in the other script') : t('cannot be compared')
}

/** How many quotations were found to be so: `3 verified`. */
export function verdictCount(verdict: string, count: number, t: Words): string {
  switch (verdict) {
    case 'verified':
      return t('{0} verified', count)
    case 'altered':
      return t('{0} altered', count)
    case 'found elsewhere':
      return t('{0} found elsewhere', count)
    case 'not found':
      return t('{0} not found', count)
    case 'too short to judge':
      return t('{0} too short to judge', count)
    case 'no official text':
      return t('{0} without an official text', count)
    case 'too long':
      return t('{0} too long', count)
    case 'stitched':
      return t('{0} stitched', count)
    case 'sense changed':
      return t('{0} sense changed', count)
    case 'superseded wording':
      return t('{0} superseded wording', count)
    case 'later wording':
      return t('{0} later wording', count)
    case 'in the other script':
      return t('{0} in the other script', count)
    case 'cannot be compared':
      return t('{0} cannot be compared', count)
    case 'whose words':
      return t('{0} of unclear origin', count)
    default:
      return `${String(count)} ${verdict}`
  }
}

/** So much of a passage is told, in UTF-16 units. */
const longestPassage = 300

/** What the issuer's words are. */
function alteredText(altered: AlteredWording, language: Language): string {
  const t = wordsIn(language)
  const said = changeText(altered, language)
  return altered.isInOtherScript === true
    ? [said, t('The official text is in the other Chinese script.')].join(
        language === 'en' ? ' ' : '',
      )
    : said
}

function changeText({ written, original, provision }: AlteredWording, language: Language): string {
  const t = wordsIn(language)
  if (written === '')
    return t(
      'Words of {0} are left out here, “{1}”: put them back, or write […].',
      provision.key,
      original,
    )
  if (original === '') return t('{0} does not have these words here: take them out.', provision.key)
  return t('{0} has other words here, “{1}”: quote these.', provision.key, original)
}

/** What a sign of omission hides. */
function stitchedText(
  { trespass, between, original, provision }: AlteredWording,
  language: Language,
): string {
  const t = wordsIn(language)
  const words = shortened(original)
  if (between !== undefined) {
    return t(
      'The words before this omission stand in {0}, those behind it in {1}: quote them apart, each with its citation.',
      between[0].key,
      between[1].key,
    )
  }
  switch (trespass) {
    case 'negation':
      return t(
        'This omission leaves out a negation of {0}, “{1}”, so that the quotation says something else: put it back.',
        provision.key,
        words,
      )
    case 'condition':
      return t(
        'This omission leaves out a condition on which the quoted words of {0} depend, “{1}”: put it back.',
        provision.key,
        words,
      )
    case 'strength':
      return t(
        'This omission leaves out how far {0} binds, “{1}”, whether it must, should or may be done: put it back.',
        provision.key,
        words,
      )
    case 'sentences':
    case 'provisions':
    case 'sense':
    case undefined:
      return t(
        'This omission leaves out more than a sentence of {0}, “{1}”: quote the parts apart, or put back what belongs to them.',
        provision.key,
        words,
      )
  }
}

/** What brackets make of the sense. */
function senseText({ original, provision }: AlteredWording, language: Language): string {
  const t = wordsIn(language)
  return original === ''
    ? t(
        'The words in brackets change the sense of {0}, which has no such words: take them out.',
        provision.key,
      )
    : t(
        'The words in brackets change the sense of {0}, which says “{1}”: quote that.',
        provision.key,
        original,
      )
}

/** So many UTF-16 units of what is left out are told from each end. */
const mostToldOfEnd = 100

function shortened(words: string): string {
  return words.length <= 2 * mostToldOfEnd
    ? words
    : `${words.slice(0, mostToldOfEnd).trimEnd()} … ${words.slice(-mostToldOfEnd).trimStart()}`
}

/** `said`, and that another text is known but not attached. */
export function withUnattached(
  said: string,
  unattached: NotAttached | undefined,
  language: Language,
): string {
  if (unattached === undefined) return said
  return `${said}${language === 'en' ? ' ' : ''}${unattachedText(unattached, language)}`
}

function unattachedText({ age, day, by, textAsOf }: NotAttached, language: Language): string {
  const t = wordsIn(language)
  const ofDay = dayText(day, language)
  if (by.length === 0) {
    const ofOther = dayText(textAsOf, language)
    return t('The attached text is of {0}; the text of {1} is not attached.', ofDay, ofOther)
  }
  return age === 'newer'
    ? t(
        'The attached text is of {0}; the library knows an amendment, {1}, whose text is not attached.',
        ofDay,
        amendmentsText(by, language),
      )
    : t(
        'The attached text is of {0}, after the day of this report and as amended by {1}; the text before that is not attached.',
        ofDay,
        amendmentsText(by, language),
      )
}

/** The day of a text; one that is not known is left open. */
function versionDay(day: string, language: Language): string {
  return day === '' ? '…' : dayText(day, language)
}
