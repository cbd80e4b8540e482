import { citedPlaces } from '../../citation/meaning.ts'
import { ancestorsOf, type Corpus } from '../../corpus/corpus.ts'
import type { Instrument, Provision, Start } from '../../corpus/provision.ts'
import { statesOf } from '../../corpus/states.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import { dateWrittenLike } from '../../words/writtenDates.ts'
import { isAbout, speaksOfAll, topicsIn } from './dateTopics.ts'
import {
  allDeadlines,
  daysOfText,
  dueDays,
  easilyTaken,
  forceOf,
  forWhatIsNamed,
  isOnApplication,
  ownStarts,
  withAllBelow,
} from './daysKnown.ts'
import { keepsApart, namesOther } from './keepsApart.ts'
import { isMeeting, isOfOlder, saidDate, type SaidDate } from './saidDate.ts'

/** A sentence that says from when or by when something holds, of which the corpus knows other days. */
export interface OtherDate {
  /** Of the date. */
  readonly span: Span
  readonly provision: Provision
  readonly starts: readonly Start[]
  /** The days that it has, written as the sentence writes dates. */
  readonly corrected: readonly string[]
}

/**
 * The `sentences` that give what they cite another day than the corpus has on the day `day`. Only what is
 * certain: one place is cited and one date named, with words that say what is on it; all that the sentence
 * speaks of is in what is cited; the date is easily taken for the right one, or stands right beside words
 * that say what begins then; and the sentence speaks of no part, plan, past or quotation.
 */
export function findOtherDates(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
  day: string,
): readonly OtherDate[] {
  return sentences.flatMap(({ words, span, citations }) => {
    const said = keepsApart(words) ? undefined : saidDate(words)
    if (said === undefined) return []
    const [place, ...others] = meaningsIn(report, corpus, citations).flatMap(citedPlaces)
    if (place === undefined || others.length > 0) return []
    const found = otherDays(said, place.provision, corpus, day)
    if (found === undefined) return []
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

/** The days that something has. */
interface Days {
  readonly provision: Provision
  readonly starts: readonly Start[]
}

/** The days of `provision`, or of what is meant of it, where none is the one that is said. */
function otherDays(
  said: SaidDate,
  provision: Provision,
  corpus: Corpus,
  day: string,
): Days | undefined {
  const line = [...ancestorsOf(corpus, provision), provision]
  const [instrument] = line
  if (instrument?.level !== 'instrument') return undefined
  if (forceOf(instrument).some((one) => one.of !== undefined && one.day > day)) return undefined
  if (statesOf(line, day).some(({ kind }) => kind === 'deleted')) return undefined
  const meant = meantDays(said, line, instrument, corpus)
  const days = meant && { ...meant, starts: forWhatIsNamed(said.words, meant.starts) }
  if (days === undefined || days.starts.length === 0 || isAmong(days.starts, said)) return undefined
  if (!isCertain(said, days, instrument, corpus) || namesOther(said.sentence, instrument))
    return undefined
  const starts = new Map(days.starts.map((start) => [start.day, start]))
  return { ...days, starts: [...starts.values()] }
}

function isAmong(starts: readonly Start[], { date }: SaidDate): boolean {
  return starts.some(({ day }) => day.startsWith(date.date))
}

function meantDays(
  said: SaidDate,
  line: readonly Provision[],
  instrument: Instrument,
  corpus: Corpus,
): Days | undefined {
  const provision = line.at(-1) ?? instrument
  if (said.kind === 'signed') return signing(instrument)
  const isApplication = isOnApplication(provision, corpus)
  if (provision === instrument || (said.isOfWhole && said.kind !== 'due'))
    return provision === instrument || isApplication ? force(said, instrument, corpus) : undefined
  const all = withAllBelow(provision, corpus)
  if (isApplication) return exceptionOf(all, said)
  const due = all.flatMap(dueDays)
  const own = dueDays(provision)
  if (own.length > 0 && said.kind === 'due') return { provision, starts: own }
  const nearest = line.toReversed().find((one) => ownStarts(one).length > 0)
  if (nearest === undefined || isAmong(due, said) || isOfOlder.test(said.words)) return undefined
  return { provision, starts: [...ownStarts(nearest), ...all.flatMap(ownStarts)] }
}

function signing(instrument: Instrument): Days | undefined {
  const { type, issued } = instrument
  const isSigned = type === 'order' && issued !== undefined
  return isSigned ? { provision: instrument, starts: [{ day: issued }] } : undefined
}

/** Since when a law is in force; where it is not the whole that enters into force, what applies later may be meant. */
function force(said: SaidDate, instrument: Instrument, corpus: Corpus): Days | undefined {
  if (said.kind !== 'force') return undefined
  const parts = withAllBelow(instrument, corpus).flatMap(ownStarts)
  const isEntry = said.isOfWhole && /into force|施行|生效/u.test(said.words)
  if (!isEntry && isAmong(parts, said)) return undefined
  return { provision: instrument, starts: forceOf(instrument) }
}

/** Of `all` exceptions that an article on application makes the one that has all topics of the sentence. */
function exceptionOf(all: readonly Provision[], { words }: SaidDate): Days | undefined {
  const dated = all.filter((one) => dueDays(one).length > 0)
  const isOne = dated.length === 1 || topicsIn(words).length > 0
  const [about, ...others] = topmost(dated.filter((one) => speaksOfAll(words, [one])))
  return !isOne || about === undefined || others.length > 0
    ? undefined
    : { provision: about, starts: dueDays(about) }
}

/** Those of `provisions` that stand below none of them. */
function topmost(provisions: readonly Provision[]): readonly Provision[] {
  return provisions.filter(({ key }) => !provisions.some((one) => key.startsWith(`${one.key}.`)))
}

/** Whether the date is meant of what has these days, and taken for one of them. */
function isCertain(
  said: SaidDate,
  { provision, starts }: Days,
  instrument: Instrument,
  corpus: Corpus,
): boolean {
  const { words, subject, date, isBeside, kind } = said
  const isIn = (days: readonly string[]): boolean => days.some((day) => day.startsWith(date.date))
  const isOfText = isIn(daysOfText(instrument))
  if (kind === 'signed') return isOfText
  const isPart = provision !== instrument
  const line = [...ancestorsOf(corpus, provision), provision].slice(isPart ? 1 : 0)
  if (!speaksOfAll(words, line)) return false
  if (isPart && isOfText && (!isBeside || kind === 'force')) return false
  const isEasy = isIn(easilyTaken(instrument, corpus))
  if (isBeside) return isAbout(subject, line, !(isPart && isEasy))
  if (kind === 'due' && dueDays(provision).length > 0) return isAbout(words, line, !isEasy)
  if (kind === 'due' && !isMeeting.test(words)) return false
  const isLate = starts.every(({ day }) => day < date.date)
  const isOfOthers = kind === 'due' || topicsIn(words).length > 0
  if (isLate && (isOfOthers || isIn(allDeadlines(instrument, corpus)))) return false
  return isEasy && isAbout(words, line)
}
