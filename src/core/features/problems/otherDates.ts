import { citedPlaces } from '../../citation/meaning.ts'
import { ancestorsOf, childrenOf, type Corpus } from '../../corpus/corpus.ts'
import { isCalendarDay } from '../../corpus/calendarDate.ts'
import { allNames } from '../../corpus/language.ts'
import type { Provision, Start } from '../../corpus/provision.ts'
import { statesOf } from '../../corpus/states.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import { dateWrittenLike, writtenDates, type WrittenDate } from '../../words/writtenDates.ts'
import { commonWords } from '../../words/commonWords.ts'
import { keepsApart } from './keepsApart.ts'

/** A sentence that says from when something applies, of which the corpus knows other days. */
export interface OtherDate {
  /** Of the date. */
  readonly span: Span
  readonly provision: Provision
  readonly starts: readonly Start[]
  /** The days that it has, written as the sentence writes dates. */
  readonly corrected: readonly string[]
}

/**
 * The `sentences` that say from when what they cite applies, and say another day than the corpus has on the
 * day `day`. Only what is certain: one place is cited and one date named, right behind the words that say
 * so; what is said to apply is what is cited, or one of the exceptions that an article on application makes;
 * and the sentence speaks of no part, plan or past.
 */
export function findOtherDates(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
  day: string,
): readonly OtherDate[] {
  return sentences.flatMap(({ words, span, citations }) => {
    const said = saidIn(words)
    if (said === undefined || isElse.test(words) || keepsApart(words)) return []
    const [place, ...others] = meaningsIn(report, corpus, citations).flatMap(citedPlaces)
    if (place === undefined || others.length > 0) return []
    const found = startsOf(place.provision, said.subject, corpus, day)
    if (found === undefined || found.starts.some((start) => agrees(start, said.date))) return []
    const corrected = found.starts.map((start) => dateWrittenLike(start.day, said.date))
    const { start, end } = said.date.span
    return [
      {
        ...{ ...found, corrected: [...new Set(corrected)] },
        span: { start: span.start + start, end: span.start + end },
      },
    ]
  })
}

function agrees({ day }: Start, { date }: WrittenDate): boolean {
  return day.startsWith(date)
}

/** What a sentence says to apply, and from when. */
interface Said {
  readonly subject: string
  readonly date: WrittenDate
}

function saidIn(words: string): Said | undefined {
  const [date, ...others] = writtenDates(words)
  if (date === undefined || others.length > 0) return undefined
  const before = words.slice(0, date.span.start)
  const applying = date.form === 'chinese' ? chineseSubject : englishSubject
  const [, subject] = applying.exec(before) ?? []
  const isSaid = date.form !== 'chinese' || behindChinese.test(words.slice(date.span.end))
  return subject === undefined || !isSaid ? undefined : { subject, date }
}

const englishSubject =
  /(?:^|[,;:]\s)([^,;:]*?)\s(?:(?:will\s|has\s|have\s|only\s)*(?:appl(?:y|ies|ied)|bind|binds)|(?:is|are|will be|become|becomes|became)\s(?:only\s)?(?:applicable|binding)|takes?\seffect|took\seffect)\s(?:only\s)?(?:(?:as\s)?from|as\sof|since|starting(?:\son)?|on|in)\s$/iu
const chineseSubject = /(?:^|[，；：])([^，；：]*?)[将將已]?[自从從于於]\s*$/u
const behindChinese = /^\s*(?:起|开始|開始)(?:\s*(?:开始|開始|正式|才))?\s*[适適]用/u

/** A part, a plan, a past, a condition: then another day may be right. */
const isElse =
  /\b(?:originally|initially|formerly|previously|until|was|were|would|should|could|had|propos\p{L}*|drafts?|instead|postpon\p{L}*|delay\p{L}*|earlier|later|before|after|unless|except\p{L}*|but|while|whereas|although|though|some|certain|most(?:ly)?|parts?|partly|others?|if|when|said|says|claim\p{L}*|expect\p{L}*)\b|原定|原本|原先|此前|[曾除但若]|部分|其他|其余|其餘|提案|草案|推迟|推遲|延后|延後|大多|多数|多數|如果/iu

/** Since when `provision` applies, or what of it `subject` names; `undefined` where that is not certain. */
function startsOf(
  provision: Provision,
  subject: string,
  corpus: Corpus,
  day: string,
): { readonly provision: Provision; readonly starts: readonly Start[] } | undefined {
  const line = [...ancestorsOf(corpus, provision), provision]
  if (statesOf(line, day).some(({ kind }) => kind === 'later' || kind === 'deleted'))
    return undefined
  if (namesWhole.test(subject)) return undefined
  const words = tellingWords(subject)
  if (isOnApplication(provision)) return exceptionFor(provision, words, corpus)
  if (!words.every((word) => isIn(word, provision))) return undefined
  const own = line.toReversed().find((one) => startsIn(one).length > 0)
  if (own === undefined) return undefined
  const below = withAllBelow(provision, corpus).flatMap(startsIn)
  return { provision, starts: distinct([...startsIn(own), ...below]) }
}

function startsIn(provision: Provision): readonly Start[] {
  return provision.level === 'instrument' ? [] : (provision.appliesFrom ?? [])
}

function isOnApplication({ titles }: Provision): boolean {
  return /\bapplication$/iu.test(titles.en)
}

/** Of the exceptions of an article on application the one that all `words` are about, with all that stands below it. */
function exceptionFor(
  provision: Provision,
  words: readonly string[],
  corpus: Corpus,
): { readonly provision: Provision; readonly starts: readonly Start[] } | undefined {
  if (words.length === 0) return undefined
  const dated = withAllBelow(provision, corpus).filter((one) => deadlinesIn(one).length > 0)
  const [about, ...others] = dated.filter((one) => words.every((word) => isIn(word, one)))
  return about === undefined || others.some(({ key }) => !key.startsWith(`${about.key}.`))
    ? undefined
    : { provision: about, starts: deadlinesIn(about) }
}

function deadlinesIn(provision: Provision): readonly Start[] {
  if (provision.level === 'instrument') return []
  return (provision.deadlines ?? []).flatMap(({ by, what }) =>
    isCalendarDay(by) ? [{ day: by, ...(what !== undefined && { of: what }) }] : [],
  )
}

function withAllBelow(provision: Provision, corpus: Corpus): readonly Provision[] {
  const below = childrenOf(corpus, provision).flatMap((child) => withAllBelow(child, corpus))
  return [provision, ...below]
}

function distinct(starts: readonly Start[]): readonly Start[] {
  return [...new Map(starts.map((start) => [start.day, start])).values()]
}

/** A whole law, which may apply from another day than what is cited of it, and words that stand for anything. */
const namesWhole =
  /\b(?:act|regulation|law|directive|order|plan|it|they|this|that|which)\b|法案|条例|條例|本法|该法|該法/iu

/** What says that something is a rule, and not which. */
const isGeneric =
  /^(?:dut|obligat|requirement|rule|provision|article|section|chapter|annex|paragraph|point|prohibit|ban|apply|applic|system|union|european)/u

/** The words of `subject` that tell what is meant. */
function tellingWords(subject: string): readonly string[] {
  const words = subject.toLowerCase().match(/\p{Script=Han}{2,}|[a-z]{3,}/gu) ?? []
  return words
    .map((word) => word.replace(/义务|義務|规则|規則|规定|規定|要求|条款|條款/gu, ''))
    .filter((word) => word.length > 1 && !commonWords.has(word) && !isGeneric.test(word))
}

/** Whether a provision is about `word`, by the beginning of the word: `manage` is in `management`. */
function isIn(word: string, { titles, summary }: Provision): boolean {
  const said = [...allNames(titles), ...(summary === undefined ? [] : allNames(summary))]
    .join(' ')
    .toLowerCase()
  return /\p{Script=Han}/u.test(word) ? said.includes(word) : said.includes(word.slice(0, 5))
}
