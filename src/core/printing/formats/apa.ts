import type { Cited, Format, SortKeys } from './format.ts'
import { authorKey, authors, yearOf, yearOrNone } from './format.ts'
import { isNumeric, isSeveral, labelledNumbers, numbersOf } from '../pieces/locators.ts'
import { authorsOf, type NameStyle } from '../pieces/names.ts'
import { addressSaid, isArticle, isLegislation, lawReference, numberSaid } from './parts.ts'
import { dateSaid, isoDate, monthAndDay } from '../pieces/terms.ts'
import { capitalised } from '../../citation/locatorLabels.ts'
import { headlineIn, headlineTitle, plainTitle } from '../pieces/titleText.ts'
import { joined, marks, said, textOf, wrapped, type Words } from '../pieces/words.ts'

const short: NameStyle = {
  ...{ order: 'short', initial: '. ', isCut: true, delimiter: ', ' },
  ...{ and: '&', comma: 'among three', cut: [3, 1] },
}
const listed: NameStyle = {
  ...{ ...short, order: 'family first', comma: 'always', cut: [21, 19] },
  namesLast: true,
}

/** APA, seventh edition: `(White House, 2025, p. 3)`. */
export const apa: Format = {
  group: { before: '(', between: '; ', behind: ')' },
  author: (cited) => {
    if (isLegislation(cited.work)) return []
    return authorsOf(cited.work).length > 0 ? authors(cited, short) : shortTitle(cited)
  },
  cite: (cited, author) => {
    const by = isLegislation(cited.work) ? shortTitle(cited) : author
    return joined(', ', [by, said(yearOrNone(cited)), placeSaid(cited)])
  },
  entryAuthor: (cited) => {
    if (isLegislation(cited.work)) return []
    return authorsOf(cited.work).length > 0 ? authors(cited, listed) : titleAndNumber(cited)
  },
  entry: (cited, author) => {
    const { work } = cited
    const isTitled = authorsOf(work).length > 0
    const paper = said(headlineIn(work, work['container-title'] ?? ''), 'italic')
    const reference = isLegislation(work)
      ? lawReference(cited)
      : joined('. ', [
          author,
          dateOf(cited),
          isTitled ? titleAndNumber(cited) : [],
          isArticle(work) ? paper : [],
        ])
    return joined(' ', [wrapped('', reference, '.'), retrieved(cited), addressSaid(cited)])
  },
  listKeys: (cited) => [...keysOf(cited, listed), textOf(titleSaid(cited))],
  citationKeys: (cited) => keysOf(cited, { ...listed, cut: [3, 1] }),
  telling: { givenNames: 'first author by initials', moreNames: true, letters: true },
  collapse: 'year',
  sharesByLanguage: true,
}

function shortTitle({ work }: Cited): Words {
  const title = headlineTitle(work, 'short')
  if (!isArticle(work)) return said(title)
  return work['container-title'] === undefined
    ? said(title, 'italic')
    : said(marks.open + title + marks.close)
}

function titleSaid({ work }: Cited): Words {
  return said(plainTitle(work), work['container-title'] === undefined ? 'italic' : undefined)
}

function titleAndNumber(cited: Cited): Words {
  const number = wrapped('(', numberSaid(cited.work, cited.terms, 'capitalised'), ')')
  return joined(' ', [titleSaid(cited), number])
}

function dateOf(cited: Cited): Words {
  const { work, terms } = cited
  const day = isArticle(work) ? monthAndDay(work.issued, terms.months) : ''
  return wrapped('(', joined(', ', [said(yearOrNone(cited)), said(day)]), ')')
}

function retrieved({ work, terms }: Cited): Words {
  if (work.issued !== undefined || work.URL === undefined) return []
  const day = dateSaid(work.accessed, terms)
  const from = day === '' ? '' : ` ${day}, ${terms.from}`
  return said(capitalised(terms.retrieved) + from)
}

function keysOf(cited: Cited, names: NameStyle): SortKeys {
  const { work } = cited
  const byAuthor =
    authorsOf(work).length > 0 ? authorKey(cited, names) : textOf(titleAndNumber(cited))
  const year = yearOf(cited)
  const day = work.type === 'report' ? year : isoDate(work.issued)
  return [
    isLegislation(work) ? headlineTitle(work) : byAuthor,
    year === undefined ? '0' : '1',
    day ?? '',
  ]
}

/** Pages and paragraphs are cut short, what else is numbered is written out. */
function placeSaid({ locator, work, terms }: Cited): Words {
  if (locator === undefined) return []
  const term = locator.term ?? terms.locators.find(({ name }) => name === 'page')
  const numbers = numbersOf(locator, 'expanded')
  if (term === undefined) return said(numbers)
  const several = isSeveral(locator) ? 1 : 0
  const { name } = term
  const isSign = isLegislation(work) && /^(?:chapter|paragraph|section)$/u.test(name)
  if (isSign) return said(labelledNumbers((term.symbol ?? term.short)[several], numbers))
  if (name === 'page' || name === 'paragraph')
    return said(labelledNumbers(term.short[several], numbers))
  if (!isLegislation(work) && !isNumeric(locator) && /^(?:chapter|line|verse)$/u.test(name))
    return said(numbers)
  return said(labelledNumbers(capitalised(term.long[several]), numbers))
}
