import type { Cited, Format } from './format.ts'
import { authors } from './format.ts'
import { numbersOf } from '../pieces/locators.ts'
import { authorsOf, type NameStyle } from '../pieces/names.ts'
import { addressSaid, containerOf, inParentheses, isArticle, isLegislation } from './parts.ts'
import { monthAndDay, partsOf, type PrintedTerms } from '../pieces/terms.ts'
import { headlineTitle, plainTitle } from '../pieces/titleText.ts'
import { glued, inFace, joined, said, wrapped, type Words } from '../pieces/words.ts'

const full: NameStyle = {
  ...{ order: 'given first', delimiter: ', ', and: '&', comma: 'never', cut: [4, 1] },
}
const short: NameStyle = { ...full, order: 'short', and: 'word', comma: 'among three' }

/** The Bluebook, as law reviews cite. */
export const bluebook: Format = {
  isNote: true,
  saysFirstNote: true,
  group: { before: '', between: '; ', behind: '.' },
  author: (cited) => {
    if (isLegislation(cited.work) || cited.position.startsWith('ibid')) return []
    if (cited.position === 'first') return authors(cited, full)
    return authorsOf(cited.work).length > 0
      ? authors(cited, short)
      : said(plainTitle(cited.work, 'short'))
  },
  cite: (cited, author) => {
    const { position, work } = cited
    const id = said('Id.', 'italic')
    if (position === 'ibid') return id
    if (position === 'ibid with locator') return joined(' ', [id, atPlace(cited)])
    if (position === 'subsequent')
      return isLegislation(work) ? said(containerOf(cited)) : supra(cited, author)
    return fullForm(cited, author)
  },
  telling: {},
}

function fullForm(cited: Cited, author: Words): Words {
  const { work, terms } = cited
  const title = headlineTitle(work)
  const year = partsOf(work.issued)[0]
  if (isLegislation(work)) {
    const of = year === undefined ? '' : ` of ${String(year)}`
    return joined(', ', [said(title + of), said(containerOf(cited))])
  }
  if (isArticle(work)) {
    const paper = said(containerOf(cited), 'smallCaps')
    return joined(', ', [
      author,
      said(title, 'italic'),
      paper,
      said(shortDate(work.issued, terms)),
      access(cited),
    ])
  }
  const place = wrapped(' ', placeSaid(cited), '')
  const issued = wrapped(' ', inParentheses(year === undefined ? '' : String(year)), '')
  const source = glued([said(title, 'smallCaps'), place, issued])
  return joined(', ', [inFace(author, 'smallCaps'), source, access(cited)])
}

function supra({ work, ...cited }: Cited, author: Words): Words {
  const by = work.type === 'report' ? inFace(author, 'smallCaps') : author
  const note = said(`note ${String(cited.firstNote)}`)
  return joined(', ', [
    by,
    joined(' ', [said('supra', 'italic'), note, atPlace({ work, ...cited })]),
  ])
}

function atPlace(cited: Cited): Words {
  return wrapped('at ', placeSaid(cited), '')
}

function placeSaid({ locator }: Cited): Words {
  return locator === undefined ? [] : said(numbersOf(locator, 'plain'))
}

function access(cited: Cited): Words {
  const { issued, accessed, URL } = cited.work
  if (URL === undefined) return []
  const isRead = issued === undefined && accessed !== undefined
  const read = isRead ? `last visited ${shortDate(accessed, cited.terms)}` : ''
  return joined(' ', [addressSaid(cited), inParentheses(read)])
}

/** `Mar. 5, 2024`. */
function shortDate(date: Cited['work']['issued'], { shortMonths }: PrintedTerms): string {
  const [year, , day] = partsOf(date)
  if (year === undefined) return ''
  const month = monthAndDay(date, shortMonths)
  if (month === '') return String(year)
  return `${month}${day === undefined ? ' ' : ', '}${String(year)}`
}
