import { isCalendarDay } from '../corpus/calendarDate.ts'
import type { Instrument } from '../corpus/provision.ts'

/**
 * The day of the text in a document called `name`, as far as nobody says it: that of a consolidated text,
 * which EUR-Lex writes into names and addresses; for what lies at the address of the instrument, the day
 * that this says; else that of the text that the corpus has, or of the instrument. Empty where none is known.
 */
export function dayOfDocument(instrument: Instrument, name: string): string {
  const { url = '', textAsOf, issued = '' } = instrument
  const isOfAddress = name !== '' && nameOfAddress(url) === name
  const said = dayOfConsolidation(name) ?? (isOfAddress ? dayOfAddress(instrument) : undefined)
  return said ?? textAsOf ?? issued
}

/** What the document at `url` is called: the last part of its path, or its host. */
export function nameOfAddress(url: string): string {
  if (!URL.canParse(url)) return ''
  const { pathname, host } = new URL(url)
  return pathname.split('/').findLast((part) => part !== '') ?? host
}

/** `02024R1689-20260727`, in any name or address. */
function dayOfConsolidation(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /(?<!\d)0\d{4}[A-Z]{1,2}\d{4}-(\d{4})(\d{2})(\d{2})(?!\d)/u.exec(text) ?? []
  return calendarDay(`${year}-${month}-${day}`)
}

/** The day that the address of an instrument says: of a consolidated text, of the Official Journal, of a notice. */
function dayOfAddress({ url = '', reference, issued }: Instrument): string | undefined {
  const behindEli = url.split('/eli/').slice(1).join('/eli/').slice(1)
  const consolidated =
    Array.from(behindEli.matchAll(/\/(\d{4}-\d{2}-\d{2})(?=\/|$)/gu)).at(-1)?.[1] ?? ''
  const [, month = '', day = ''] = /\/(\d{4}-\d{2})\/(\d{2})\//u.exec(url) ?? []
  const isJournal = /\/oj(?:\/|$)/u.test(behindEli)
  return (
    dayOfConsolidation(url) ??
    calendarDay(consolidated) ??
    (isJournal ? (reference?.journalDate ?? issued) : calendarDay(`${month}-${day}`))
  )
}

function calendarDay(text: string): string | undefined {
  return isCalendarDay(text) ? text : undefined
}
