/** How provisions that were put between two others are counted in Latin: `5 bis`. */
const latin = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies']
/** Behind a number, in a regular expression: `A`, `aa`, ` bis`, `.1`, `-1`. */
export const insertedBehindDigits = `(?:[ -]?(?:${latin.join('|')})|[a-z]{1,2}|[A-Z]{1,2}|\\.\\d{1,2}|-\\d{1,2}|-[A-Z])`

/**
 * The number that counts what is labelled by digits. What was put between two others has one between theirs: `1A`
 * behind 1, `1bis`, `1.1`, `2-1`; `A1` one before 1. `undefined` for other labels.
 */
export function countedNumber(label: string): number | undefined {
  const [, before = '', digits, behind = ''] = parted.exec(label.normalize('NFKC')) ?? []
  if (digits === undefined || (before !== '' && (digits !== '1' || behind !== ''))) return undefined
  if (before !== '') return letters(before) / steps
  if (behind === '') return Number(digits)
  const [joint = ''] = behind
  if (joint === '.') return Number(digits + behind)
  if (joint === '-' && /\d/u.test(behind)) return Number(digits) + Number(behind.slice(1)) / steps
  const word = latin.indexOf(behind.replace('-', '').trim())
  return Number(digits) + (word === -1 ? letters(behind.replace('-', '')) : word + 2) / steps
}

const parted = new RegExp(`^([A-Z]?)(\\d{1,6})(${insertedBehindDigits}?)$`, 'u')

/** More than can be put between two numbers. */
export const steps = 1000

/** 1 for `a`, 26 for `z`, 27 for `aa`, 28 for `ab`, whatever the case. */
export function letters(label: string): number {
  return Array.from(label.toLowerCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 96,
    0,
  )
}

/** Whether `number` goes on behind `before`: the next whole number, or one between them. */
export function goesOn(before: number, number: number): boolean {
  const whole = Math.floor(before)
  return number === whole + 1 || (number > before && number < whole + 1)
}
