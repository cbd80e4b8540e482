import { daysBetween } from './calendarDate.ts'
import type { Corpus } from './corpus.ts'
import type { Instrument } from './provision.ts'

/** When the facts of an instrument were checked, as its file says. */
export interface FactCheck {
  readonly instrument: Instrument
  /** How many days lie between the check and the day that was asked for; absent where none is known. */
  readonly age?: number
  /** Whether it is time to check them again. */
  readonly isStale: boolean
}

/** So many days a check holds. */
export const freshDays = 180

/**
 * When each instrument of `corpus` was checked, as of `day` (`2026-11-29`): the longest ago first, those that
 * never were before all. Stale is what was checked more than {@link freshDays} days ago, or never, unless its
 * file says why no check is due. A month or a year counts from its first day. Nothing but fields is asked.
 */
export function factChecks({ instruments }: Corpus, day: string): readonly FactCheck[] {
  const checks = instruments.map((instrument) => checkOf(instrument, day))
  return checks.toSorted((one, other) => (other.age ?? Infinity) - (one.age ?? Infinity))
}

function checkOf(instrument: Instrument, day: string): FactCheck {
  const { checked, checkNotDue } = instrument
  const isDue = checkNotDue === undefined
  if (checked === undefined) return { instrument, isStale: isDue }
  const age = daysBetween(checked, day)
  return { instrument, age, isStale: isDue && age > freshDays }
}
