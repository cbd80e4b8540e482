import { factChecks, freshDays, type FactCheck } from '../core/corpus/checks.ts'
import type { Corpus } from '../core/corpus/corpus.ts'
import { say } from './console.ts'
import { Misuse } from './failure.ts'

/** How what was checked when is written. */
export type WriteChecks = (checks: readonly FactCheck[]) => string

/** @throws Misuse where there is no such format. */
export function checksWriter(format: string): WriteChecks {
  if (format === 'text') return textOf
  if (format === 'json') return jsonOf
  throw new Misuse(`There is no format “${format}”: text or json.`)
}

/** Writes when the facts of each instrument were checked, and gives the exit code: 1 where it is time to do so again. */
export function tellChecks(corpus: Corpus, day: string, write: WriteChecks): number {
  const checks = factChecks(corpus, day)
  say(write(checks))
  return checks.some(({ isStale }) => isStale) ? 1 : 0
}

/** A line for each: key, day, age, and what is to be done or why nothing is, parted by tabs. */
function textOf(checks: readonly FactCheck[]): string {
  return checks
    .map(({ instrument: { key, checked = 'never', checkNotDue = '' }, age, isStale }) => {
      const days = age === undefined ? '' : `${String(age)} days`
      const due = isStale ? `stale: check it again, after ${String(freshDays)} days` : checkNotDue
      return `${[key, checked, days, due].join('\t').trimEnd()}\n`
    })
    .join('')
}

function jsonOf(checks: readonly FactCheck[]): string {
  const written = checks.map(({ instrument: { key, checked, checkNotDue }, age, isStale }) => ({
    ...{ key, checked, days: age, stale: isStale, checkNotDue },
  }))
  return `${JSON.stringify(written, undefined, 2)}\n`
}
