import type { Division, Instrument } from '../../corpus/provision.ts'
import { sentence } from '../../corpus/sentence.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import type { OwnFields } from './fieldValues.ts'

/** A field, the date that it holds, and the field and the date that cannot be later. */
type Order = readonly [
  field: string,
  date: string | undefined,
  before: string,
  earlier: string | undefined,
]

/** Warns of dates of an instrument that cannot be: older than itself, or of a change in force before it was made. */
export function warnOfHeadOrder(own: OwnFields, head: Partial<Instrument>, log: TroubleLog): void {
  const { issued, effective, ended, amendedBy = [] } = head
  warnOfOrder(own, log, [
    ['text-as-of', head.textAsOf, 'issued', issued],
    ['checked', head.checked, 'issued', issued],
    ['journal-date', head.reference?.journalDate, 'issued', issued],
    ['ended', ended, 'issued', issued],
    ['ended', ended, 'effective', effective],
    ...amendedBy.flatMap((one): readonly Order[] => [
      ['amended-by', one.issued ?? one.inForce, 'issued', issued],
      ['amended-by', one.inForce, one.name, one.issued],
    ]),
  ])
}

/** Warns of dates of a part that cannot be: over before it applies, or older than what put it in. */
export function warnOfPartOrder(
  list: OwnFields,
  { issued, amendedBy = [] }: Pick<Instrument, 'issued' | 'amendedBy'>,
  part: Partial<Division>,
  log: TroubleLog,
): void {
  const { appliesFrom: [first] = [], until, insertedBy } = part
  const change = amendedBy.find(({ name }) => name === insertedBy)
  const [since, by] = change === undefined ? ['issued', issued] : ['inserted-by', change.issued]
  warnOfOrder(list, log, [
    ['until', until, 'applies-from', first?.day],
    ['until', until, since, by],
    ['applies-from', first?.day, since, by],
    ...(part.followUps ?? []).map(({ date }): Order => ['follow-up', date, since, by]),
    ...(part.deadlines ?? []).map((due): Order => ['deadline', dateOf(due.by), since, by]),
  ])
}

function dateOf(dateOrTime: string): string | undefined {
  return dateOrTime.includes(' ') ? undefined : dateOrTime
}

function warnOfOrder({ known }: OwnFields, log: TroubleLog, orders: readonly Order[]): void {
  for (const [name, date = '', before, earlier = ''] of orders) {
    const field = known.get(name)
    const exact = Math.min(date.length, earlier.length)
    if (field === undefined || date.slice(0, exact) >= earlier.slice(0, exact)) continue
    log.add(
      'field.impossible-order',
      field.span,
      sentence`\`${name}\` is ${date}, before \`${before}\`, ${earlier}.`,
      sentence`Correct one of the two dates.`,
    )
  }
}
