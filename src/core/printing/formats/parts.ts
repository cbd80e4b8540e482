import type { CslItem } from '../../bibliography/cslItem.ts'
import type { Cited } from './format.ts'
import { isNumeric, isSeveral } from '../pieces/locators.ts'
import { dateSaid, partsOf, type PrintedTerms } from '../pieces/terms.ts'
import { capitalised } from '../../citation/locatorLabels.ts'
import { fieldText, headlineTitle } from '../pieces/titleText.ts'
import { addressed, joined, said, wrapped, type Words } from '../pieces/words.ts'

/** Whether it is cited by its title, whoever issued it. */
export function isLegislation({ type }: CslItem): boolean {
  return type === 'legislation'
}

/** Whether it stands in a paper. */
export function isArticle({ type }: CslItem): boolean {
  return type === 'article-newspaper'
}

/** `OJ L, 2024/1689`, or what paper. */
export function containerOf({ work }: Cited): string {
  return fieldText(work['container-title'] ?? '')
}

/** `no. 12`, where it is a number, letters beside digits at most; else as it stands: `国发〔2025〕11号`, `A/RES/70/1`. */
export function numberSaid(
  { number }: CslItem,
  terms: PrintedTerms,
  form: 'as it is' | 'capitalised',
): Words {
  if (number === undefined) return []
  const locator = { text: number }
  const isNumber = isNumeric(locator) && /^[\p{L}\p{Nd}\s,&-]+$/u.test(number)
  const label = isNumber ? [terms.number[isSeveral(locator) ? 1 : 0]] : []
  const parts = [...label, fieldText(number)]
  return said((form === 'as it is' ? parts : parts.map(firstCapitalised)).join(' '))
}

function firstCapitalised(text: string): string {
  const [word = ''] = /^[\p{L}\p{N}]+/u.exec(text) ?? []
  return /^\p{Ll}+$/u.test(word) ? capitalised(text) : text
}

/** `(2025)`. */
export function inParentheses(words: string | undefined): Words {
  return wrapped('(', said(words), ')')
}

/** A law as American styles list it: its title, its journal and the year. */
export function lawReference(cited: Cited): Words {
  const { work } = cited
  const title = said(headlineTitle(work))
  const year = partsOf(work.issued)[0]
  return joined(' ', [
    joined(', ', [title, said(containerOf(cited))]),
    inParentheses(year === undefined ? undefined : String(year)),
  ])
}

/** `accessed November 23, 2026`, of what has no date of its own. */
export function accessSaid({ work, terms }: Cited, accessed = terms.accessed): Words {
  const { issued, accessed: read, URL } = work
  if (issued !== undefined || read === undefined || URL === undefined) return []
  return said(`${accessed} ${dateSaid(read, terms)}`)
}

/** Its address. */
export function addressSaid({ work }: Cited): Words {
  return addressed(work.URL)
}
