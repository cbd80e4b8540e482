import { isCalendarDate, isCalendarDay } from '../../corpus/calendarDate.ts'
import { parseKey, type Key } from '../../corpus/key.ts'
import type { Names } from '../../corpus/language.ts'
import { parseOfficialAddress } from '../../corpus/officialAddress.ts'
import type { Amendment, Amount, Deadline, FollowUp, Start } from '../../corpus/provision.ts'
import { sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { fieldsNamed } from './fields.ts'
import { textIn, textsIn, type OwnFields } from './fieldValues.ts'
import { namesInOrder } from './namesInOrder.ts'

/** What a part of a value says, or `undefined` where it cannot be that. */
type PartReader = (text: string) => string | undefined

/** Where a field of parts stands. */
type PartedSite = 'front matter' | 'list'

const codes = { 'front matter': 'instrument.malformed-field', list: 'field.malformed' } as const

/** The amendments that the front matter names. */
export function amendmentsIn(own: OwnFields, log: TroubleLog): readonly Amendment[] {
  const readers = [anyText, date, day, parseOfficialAddress]
  return wordedIn(own, 'front matter', 'amended-by', 0, readers, log).map(
    ({ parts: [name = '', issued = '', inForce = '', url = ''], words = { en: name } }) => ({
      name,
      ...(Object.keys(words).length > 1 && { names: words }),
      ...(issued && { issued }),
      ...(inForce && { inForce }),
      ...(url && { url }),
    }),
  )
}

/** The days from which a provision applies, the first one first. */
export function startsIn(list: OwnFields, log: TroubleLog): readonly Start[] {
  return wordedIn(list, 'list', 'applies-from', 1, [day, anyText], log)
    .map(({ parts: [first = ''], words }) => ({ day: first, ...(words && { of: words }) }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** What came of a provision. */
export function followUpsIn(list: OwnFields, log: TroubleLog): readonly FollowUp[] {
  return wordedIn(list, 'list', 'follow-up', 0, [anyText, date, parseOfficialAddress], log).map(
    ({ parts: [en = '', when = '', url = ''], words = { en } }) => ({
      what: words,
      ...(when && { date: when }),
      ...(url && { url }),
    }),
  )
}

/** By when something is due. */
export function deadlinesIn(list: OwnFields, log: TroubleLog): readonly Deadline[] {
  return wordedIn(list, 'list', 'deadline', 1, [dateOrTime, anyText], log).map(
    ({ parts: [by = ''], words }) => ({ by, ...(words && { what: words }) }),
  )
}

/** Sums and shares. */
export function amountsIn(list: OwnFields, log: TroubleLog): readonly Amount[] {
  return wordedIn(list, 'list', 'amount', 1, [numbered, anyText], log).map(
    ({ parts: [sum = ''], words }) => ({ sum, ...(words && { what: words }) }),
  )
}

/** The day that the field `name` holds, when it is one. */
export function dayIn(
  own: OwnFields,
  site: PartedSite,
  name: string,
  log: TroubleLog,
): string | undefined {
  const text = textIn(own, name)
  if (text === undefined || isCalendarDay(text)) return text
  addUnread(own, site, name, text, log)
  return undefined
}

/** The former keys that a field holds: in the front matter ids of instruments, elsewhere keys of their parts. */
export function formerKeysIn(own: OwnFields, site: PartedSite, log: TroubleLog): readonly Key[] {
  return textsIn(own, 'formerly', log).flatMap((text) => {
    const key = parseKey(text)
    if (key?.includes(':') === (site === 'list')) return [key]
    addUnread(own, site, 'formerly', text, log)
    return []
  })
}

/** The values of the field `name`, and the words of each, its part `at` where it has one, in all languages. */
function wordedIn(
  own: OwnFields,
  site: PartedSite,
  name: string,
  at: number,
  readers: readonly PartReader[],
  log: TroubleLog,
): readonly { readonly parts: readonly string[]; readonly words?: Names | undefined }[] {
  const values = partedIn(own, site, name, readers, log)
  const worded = values.filter((parts) => parts[at])
  const english = worded.map((parts) => parts[at] ?? '')
  const names = namesInOrder(own, name, english, codes[site], log)
  return values.map((parts) => ({ parts, words: names[worded.indexOf(parts)] }))
}

/**
 * The parts of each value of the field `name`: blank, or missing at the end, where they are left out.
 * A value that has more of them, lacks the first, or has one that its reader refuses, is a trouble and
 * left out.
 */
function partedIn(
  own: OwnFields,
  site: PartedSite,
  name: string,
  readers: readonly PartReader[],
  log: TroubleLog,
): readonly (readonly string[])[] {
  return textsIn(own, name, log).flatMap((text) => {
    const all = text.split('|').map((part) => part.trim())
    const read = all.map((part, at) => (part === '' && at > 0 ? '' : readers[at]?.(part)))
    const bad = read.indexOf(undefined)
    if (bad === -1) return [read.map((part = '') => part)]
    addUnread(own, site, name, all[bad] ?? text, log)
    return []
  })
}

function addUnread(
  { known }: OwnFields,
  site: PartedSite,
  name: string,
  text: string,
  log: TroubleLog,
): void {
  const written = known.get(name)
  const field = fieldsNamed(name).find((one) => one.site === site)
  if (written === undefined || field === undefined) return
  log.add(
    codes[site],
    written.span,
    sentence`\`${name}\` cannot hold ${quoted(text)}.`,
    sentence`Write ${field.meaning}.`,
  )
}

function anyText(text: string): string | undefined {
  return text === '' ? undefined : text
}

function date(text: string): string | undefined {
  return isCalendarDate(text) ? text : undefined
}

function day(text: string): string | undefined {
  return isCalendarDay(text) ? text : undefined
}

function dateOrTime(text: string): string | undefined {
  return isCalendarDate(text) || /^[1-9]\d{0,3} (?:hour|day|week|month|year)s?$/u.test(text)
    ? text
    : undefined
}

function numbered(text: string): string | undefined {
  return /\d/u.test(text) ? text : undefined
}
