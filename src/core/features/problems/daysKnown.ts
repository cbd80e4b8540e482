import { ancestorsOf, childrenOf, type Corpus } from '../../corpus/corpus.ts'
import { isCalendarDay } from '../../corpus/calendarDate.ts'
import { allNames } from '../../corpus/language.ts'
import type { Instrument, Provision, Start } from '../../corpus/provision.ts'
import { fold } from '../../words/fold.ts'
import { writtenDates } from '../../words/writtenDates.ts'

/** From when `provision` itself applies, where it says so. */
export function ownStarts(provision: Provision): readonly Start[] {
  return provision.level === 'instrument' ? [] : (provision.appliesFrom ?? [])
}

/** The days by which `provision` has something done. */
export function dueDays(provision: Provision): readonly Start[] {
  if (provision.level === 'instrument') return []
  return (provision.deadlines ?? []).flatMap(({ by, what }) =>
    isCalendarDay(by) ? [{ day: by, ...(what !== undefined && { of: what }) }] : [],
  )
}

/** `provision` and all below it. */
export function withAllBelow(provision: Provision, corpus: Corpus): readonly Provision[] {
  const below = childrenOf(corpus, provision).flatMap((child) => withAllBelow(child, corpus))
  return [provision, ...below]
}

/** Whether `provision` says from when others apply. */
export function isOnApplication(provision: Provision, corpus: Corpus): boolean {
  const line = [...ancestorsOf(corpus, provision), provision]
  return line.some(({ titles }) => /\bapplication$/iu.test(titles.en))
}

/** Since when an instrument is in force, and its changes. */
export function forceOf({ effective, amendedBy = [] }: Instrument): readonly Start[] {
  const changes = amendedBy.map(({ inForce = '', name }) => ({ day: inForce, of: { en: name } }))
  return [{ day: effective ?? '' }, ...changes].filter(({ day }) => isCalendarDay(day))
}

/** The days of the words of an instrument, which are none of what they say: signed, printed, in force. */
export function daysOfText(instrument: Instrument): readonly string[] {
  const { issued = '', reference, amendedBy = [] } = instrument
  const own = [issued, reference?.journalDate ?? '', ...amendedBy.map((one) => one.issued ?? '')]
  return [...own, ...forceOf(instrument).map(({ day }) => day)]
}

/** Days that are easily taken for one of `instrument`: what it said before, and from when parts of it apply. */
export function easilyTaken(instrument: Instrument, corpus: Corpus): readonly string[] {
  return withAllBelow(instrument, corpus).flatMap((one) => {
    const before = one.level === 'instrument' ? '' : (one.formerlySaid?.en ?? '')
    const starts = isOnApplication(one, corpus) ? dueDays(one) : ownStarts(one)
    return [...writtenDates(before).map(({ date }) => date), ...starts.map(({ day }) => day)]
  })
}

/** The days by which `instrument` has something done, but for those from which parts of it apply. */
export function allDeadlines(instrument: Instrument, corpus: Corpus): readonly string[] {
  return withAllBelow(instrument, corpus)
    .filter((one) => !isOnApplication(one, corpus))
    .flatMap(dueDays)
    .map(({ day }) => day)
}

/** Those of `starts` that are for what folded `words` name, in whatever language; all where none is. */
export function forWhatIsNamed(words: string, starts: readonly Start[]): readonly Start[] {
  const named = starts.filter(
    ({ of }) => of !== undefined && allNames(of).some((name) => isNamedIn(words, fold(name))),
  )
  return named.length === 0 ? starts : named
}

/** Whether `words` have `name`, and no longer word or number there: `annex i` is not in `annex iii`. */
function isNamedIn(words: string, name: string): boolean {
  const at = words.indexOf(name)
  if (name === '' || at === -1) return false
  const rest = words.slice(at + name.length)
  return !/^[a-z\d]/u.test(rest) || isNamedIn(rest, name)
}
