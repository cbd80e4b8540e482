import { isCalendarDay } from '../core/corpus/calendarDate.ts'
import { Misuse } from './failure.ts'

/**
 * The day that `--as-of` names, or else today where we are, as `2026-11-29`.
 *
 * @throws Misuse where it names no day of the calendar.
 */
export function dayNamed(named: string | undefined): string {
  if (named === undefined) return today()
  if (isCalendarDay(named)) return named
  throw new Misuse(`“${named}” is no day: 2026-11-29.`)
}

function today(): string {
  const now = new Date()
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
