import type { Cited, Format, SortKeys } from './format.ts'
import { authorKey, authors, issuedKey, yearOf, yearOrNone } from './format.ts'
import { isNumeric, isSeveral, labelledNumbers, numbersOf } from '../pieces/locators.ts'
import { authorsOf, type NameStyle } from '../pieces/names.ts'
import {
  accessSaid,
  addressSaid,
  containerOf,
  inParentheses,
  isArticle,
  isLegislation,
  lawReference,
  numberSaid,
} from './parts.ts'
import { dateSaid, monthAndDay } from '../pieces/terms.ts'
import { capitalised } from '../../citation/locatorLabels.ts'
import { headlineIn, headlineTitle } from '../pieces/titleText.ts'
import { joined, said, textOf, wrapped, type Words, marks } from '../pieces/words.ts'

const short: NameStyle = {
  ...{ order: 'short', initial: '. ', isCut: true, delimiter: ', ' },
  ...{ and: 'word', comma: 'among three', cut: [3, 1] },
}
const full: NameStyle = { ...short, order: 'given first', isCut: false }
const listed: NameStyle = {
  ...full,
  ...{ order: 'first one by family', comma: 'always', cut: [7, 3] },
  demotesParticle: true,
}

/** Chicago, author-date: `(White House 2025, 3)`. */
export const chicagoAuthorDate: Format = {
  group: { before: '(', between: '; ', behind: ')' },
  author: authorOrTitle,
  cite: (cited, author) => {
    const by = isLegislation(cited.work) ? said(headlineTitle(cited.work, 'short')) : author
    const gap = yearOf(cited) === undefined ? ', ' : ' '
    return joined(', ', [joined(gap, [by, said(yearOrNone(cited))]), placeSaid(cited)])
  },
  entryAuthor,
  entry: (cited, author) =>
    isLegislation(cited.work)
      ? lawEntry(cited)
      : entryOf(cited, [
          author,
          said(yearOrNone(cited)),
          ...titleAndNumber(cited),
          paperAndDay(cited),
        ]),
  listKeys: (cited) => {
    const year = yearOf(cited)
    const date = year === undefined ? '1' : '0'
    return [...firstKeys(cited), date, year ?? '', ...titleKeys(cited), issuedKey(cited.work)]
  },
  telling: { givenNames: 'first author', moreNames: true, letters: true },
  collapse: 'year',
}

/** Chicago, notes and bibliography. */
export const chicagoNotes: Format = {
  isNote: true,
  group: { before: '', between: '; ', behind: '.' },
  author: (cited) =>
    cited.position === 'first'
      ? isLegislation(cited.work)
        ? []
        : authors(cited, full)
      : authorOrTitle(cited),
  cite: (cited, author) =>
    cited.position === 'first' ? fullNote(cited, author) : shortNote(cited, author),
  entryAuthor,
  entry: (cited, author) => {
    if (isLegislation(cited.work)) return lawEntry(cited)
    const issued = isArticle(cited.work)
      ? joined(', ', [paperOf(cited), said(dayOrNone(cited))])
      : said(dayOrNone(cited))
    return entryOf(cited, [author, ...titleAndNumber(cited), issued])
  },
  listKeys: (cited) => [...firstKeys(cited), ...titleKeys(cited), dayOrNone(cited)],
  telling: { givenNames: 'where alike', moreNames: true },
}

function fullNote(cited: Cited, author: Words): Words {
  const { work, terms } = cited
  const place = placeSaid(cited)
  const access = [accessSaid(cited), addressSaid(cited)]
  if (isLegislation(work)) return joined(', ', [lawReference(cited), place, ...access])
  const title = titleSaid(cited, 'long')
  const source = isArticle(work)
    ? joined(', ', [title, said(paperSaid(cited), 'italic'), said(dayOrNone(cited))])
    : joined(' ', [
        joined(', ', [title, numberSaid(work, terms, 'as it is')]),
        inParentheses(dayOrNone(cited)),
      ])
  return joined(', ', [author, source, place, ...access])
}

function shortNote(cited: Cited, author: Words): Words {
  const { work, telling } = cited
  const day = telling.isAlike ? dayOrNone(cited) : undefined
  if (isLegislation(work)) {
    return joined(', ', [said(headlineTitle(work, 'short')), said(day), placeSaid(cited)])
  }
  const isTitled = hasAuthor(cited) || hasPaper(cited)
  const called = joined(', ', [author, isTitled ? titleSaid(cited, 'short') : []])
  const dated = isArticle(work)
    ? joined(', ', [called, said(day)])
    : joined(' ', [called, inParentheses(day)])
  return joined(', ', [dated, placeSaid(cited)])
}

function lawEntry(cited: Cited): Words {
  return entryOf(cited, [lawReference(cited)])
}

function entryOf(cited: Cited, parts: readonly Words[]): Words {
  const access = accessSaid(cited, capitalised(cited.terms.accessed))
  return wrapped('', joined('. ', [...parts, access, addressSaid(cited)]), '.')
}

function hasAuthor({ work }: Cited): boolean {
  return authorsOf(work).length > 0
}

function hasPaper({ work }: Cited): boolean {
  return isArticle(work) && work['container-title'] !== undefined
}

function paperSaid({ work }: Cited): string {
  return headlineIn(work, work['container-title'] ?? '')
}

/** Who is named in the text: without an author the paper, or the title. */
function authorOrTitle(cited: Cited): Words {
  if (isLegislation(cited.work)) return []
  if (hasAuthor(cited)) return authors(cited, short)
  return hasPaper(cited) ? said(paperSaid(cited), 'italic') : titleSaid(cited, 'short')
}

function entryAuthor(cited: Cited): Words {
  if (isLegislation(cited.work)) return []
  if (hasAuthor(cited)) return authors(cited, listed)
  return hasPaper(cited) ? said(paperSaid(cited), 'italic') : titleSaid(cited, 'long')
}

/** What stands in something else is quoted, other titles are in italics. */
function titleSaid({ work }: Cited, form: 'long' | 'short'): Words {
  const title = headlineTitle(work, form)
  return work['container-title'] === undefined
    ? said(title, 'italic')
    : said(marks.open + title + marks.close)
}

/** The title, but where it stands in the place of the author. */
function titleAndNumber(cited: Cited): readonly Words[] {
  const isTitled = hasAuthor(cited) || hasPaper(cited)
  return [
    isTitled ? titleSaid(cited, 'long') : [],
    numberSaid(cited.work, cited.terms, 'capitalised'),
  ]
}

function paperAndDay(cited: Cited): Words {
  const { work, terms } = cited
  if (!isArticle(work)) return []
  return joined(', ', [paperOf(cited), said(monthAndDay(work.issued, terms.months))])
}

/** The paper, but where it stands in the place of the author. */
function paperOf(cited: Cited): Words {
  return hasAuthor(cited) ? said(paperSaid(cited), 'italic') : []
}

/** The year, of articles the day. */
function dayOrNone(cited: Cited): string {
  const { work, terms } = cited
  const day = isArticle(work)
    ? dateSaid(work.issued, terms)
    : String(work.issued?.['date-parts'][0]?.[0] ?? '')
  return day === '' ? terms.noDate : day
}

function firstKeys(cited: Cited): SortKeys {
  const { work } = cited
  if (isLegislation(work)) return [headlineTitle(work)]
  return [hasAuthor(cited) ? authorKey(cited, listed) : textOf(entryAuthor(cited))]
}

function titleKeys(cited: Cited): SortKeys {
  return [
    textOf(
      joined('. ', [titleSaid(cited, 'long'), numberSaid(cited.work, cited.terms, 'capitalised')]),
    ),
    containerOf(cited),
  ]
}

/** Pages stand bare, other places behind what they are called. */
function placeSaid({ locator, work }: Cited): Words {
  if (locator === undefined) return []
  const { term } = locator
  const numbers = numbersOf(locator, 'chicago')
  if (term === undefined) return said(numbers)
  const several = isSeveral(locator) ? 1 : 0
  const isUnlabelled = !isNumeric(locator) && /^(?:chapter|line|verse)$/u.test(term.name)
  if (isLegislation(work)) {
    const isSign = /^(?:chapter|paragraph|section)$/u.test(term.name)
    const form = (isSign ? term.symbol : undefined) ?? term.short
    return said(labelledNumbers(form[several], numbers))
  }
  if (isUnlabelled) return said(numbers)
  const form = term.name === 'line' ? term.long : term.short
  return said(labelledNumbers(form[several], numbers))
}
