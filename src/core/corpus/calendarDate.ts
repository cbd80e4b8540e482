const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Whether `text` is a day, month or year of the calendar: `2025-07-23`, `2025-07`, `2025`. Years
 * from 0001 on, leap years by the Gregorian rule; `2025-02-30` and `0000-01-01` are not.
 */
export function isCalendarDate(text: string): boolean {
  const parts = datePattern.exec(text)
  if (parts === null) return false
  const [, year, month = '1', day = '1'] = parts
  if (Number(year) < 1 || Number(month) < 1 || Number(month) > 12) return false
  return Number(day) >= 1 && Number(day) <= daysOfMonth(Number(year), Number(month))
}

/** How many days after `from` the date `to` is, both of the calendar; of a month or a year the first day counts. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

function dayNumber(date: string): number {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number)
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const months = Array.from({ length: month - 1 }, (_, index) => daysOfMonth(year, index + 1))
  return months.reduce((sum, days) => sum + days, past * 365 + leapDays + day)
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Whether `text` is a day of the calendar: `2025-07-23`. */
export function isCalendarDay(text: string): boolean {
  return text.length === 10 && isCalendarDate(text)
}

/** A day, month or year of the calendar in Chinese: `2025年7月23日`, `2025年7月`, `2025年`. */
export function chineseDate(date: string): string {
  const units = ['年', '月', '日']
  return date
    .split('-')
    .map((part, at) => `${String(Number(part))}${units[at] ?? ''}`)
    .join('')
}
