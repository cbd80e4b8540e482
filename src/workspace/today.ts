/** The day of `moment` by the calendar and the clock of this machine: `2026-11-29`. */
export function dayOf(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${String(moment.getFullYear()).padStart(4, '0')}-${month ?? ''}-${day ?? ''}`
}
