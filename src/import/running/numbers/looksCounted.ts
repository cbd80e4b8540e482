import { chineseNumerals } from '../../../core/text/numerals.ts'

/** What is put behind a number: `A`, `bis`, `-1`, `.1`, ` bis`. */
const inserted = '(?:[A-Za-z]{1,4}|[-.]\\d{1,3}| (?:bis|ter|quater))?'
const chinese = `[${chineseNumerals}]{1,4}`

/** How a paragraph begins that is counted in some way, whatever the way. */
const marks: readonly string[] = [
  // `(1A)`, `(1 bis)`, `(c-1)`, `(ba)`, `(α)`, `（ア）`, `（十二）`, `（甲）`
  `[(（](?:\\d{1,3}${inserted}|[A-Za-z]{1,5}(?:[-.]\\d{1,3})?|\\p{L}|[０-９]{1,3}|${chinese})[)）](?!\\s*[,，])`,
  // `1)`, `1a)`, `iv)`, `a)`
  '(?:\\d{1,3}[A-Za-z]{0,3}|[ivxIVX]{1,5}|\\p{L})[)）]',
  // `1.`, `2bis.`, `A.`, `iv.`, but no `e. g.`
  '(?:\\d{1,3}[A-Za-z]{0,4}|[ivxlcIVXLC]{2,7}|[A-Za-z])\\.\\s(?!\\p{L}\\.)',
  // `A.watch`, and what else a capital with a stop before it may be
  '[A-Za-z]\\.(?=[^\\p{Ll}\\s])',
  // `3.推进`
  '\\d{1,3}\\.(?=\\p{Script=Han})',
  // `1．`, `1、`, `一、`, `甲、`, `２ `, `一 `, `イ `, `가.`
  `(?:[\\d０-９]{1,3}|${chinese}|[甲乙丙丁戊己庚辛壬癸])[．、]`,
  `(?:[０-９]{1,3}|${chinese}|[ア-ン])\\s`,
  '[가나다라마바사아자차카타파하]\\.\\s',
  // `1°`, `2º`, `1 - `, `I. – `
  '\\d{1,3}(?: ?(?:bis|ter))?[°º]',
  '\\d{1,3}\\.? [-–—] ',
  // `①`, `⑴`, `⒈`, `㈠`, `❶`
  '[\\u2460-\\u249b\\u24b6-\\u24e9\\u24ea-\\u24ff\\u2776-\\u2793\\u3220-\\u3229]',
  // `• `, `– `
  '[•◦▪▫■□●○◆◇‣⁃∙➢➤✓✔–—-]\\s',
  // `4.1 `, `4.1.2. `, `A.1 `
  '(?:\\d{1,3}|[A-Z])(?:\\.\\d{1,3}){1,4}(?:[A-Za-z]|\\.[a-z])?\\.?\\s(?=[\\p{Lu}\\p{Script=Han}“"‘(《（])',
  '\\d{1,3}(?:\\.\\d{1,3}){1,4}\\.\\s',
  // `Recommendation 3:`, `Step B.`
  '(?:Article|Section|Clause|Paragraph|Rule|Principle|Recommendation|Action|Goal|Target|Step|Item|Point|Priority|Objective|Measure|Commitment)' +
    ' (?:\\d{1,3}[A-Za-z]?(?:\\.\\d{1,3}){0,3}|[IVXLC]{1,7}|[A-Z])\\s?[.:—–]\\s',
]

const counted = new RegExp(`^(?:${marks.join('|')})\\s*[\\p{L}\\p{N}\\p{P}]`, 'u')

/** `9. is no measure`: outside of laws a sentence goes on so, behind `on 9.`. */
const goesOnInWords = /^\d{1,3}\.\s+\p{Ll}/u

/**
 * Whether `text` begins as what is counted does, understood or not: `(1A)`, `2bis)`, `A.`, `1°`, `•`. It is for
 * listing what was not taken for a part, and errs by listing more, above all within a law.
 */
export function looksCounted(text: string, isWithinLaw: boolean): boolean {
  return counted.test(text) && (isWithinLaw || !goesOnInWords.test(text))
}
