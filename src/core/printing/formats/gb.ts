import type { Cited, Format } from './format.ts'
import { authorKey, authors, yearOf, yearOrNone } from './format.ts'
import { authorsOf, type NameStyle } from '../pieces/names.ts'
import { addressSaid, containerOf, isArticle } from './parts.ts'
import { isoDate, partsOf, type PrintedTerms } from '../pieces/terms.ts'
import { fieldText, plainTitle } from '../pieces/titleText.ts'
import { glued, joined, said, textOf, wrapped, type Words } from '../pieces/words.ts'

const listed: NameStyle = {
  ...{ order: 'family first', separator: ' ', initial: ' ', isCut: true },
  ...{ delimiter: '，', cut: [4, 3] },
}
const short: NameStyle = {
  ...{ ...listed, order: 'short', and: 'word', comma: 'among three', cut: [2, 1] },
}

/** Quotation marks as in English, and words of its own for what is missing. */
function ownTerms(terms: PrintedTerms): PrintedTerms {
  return terms.anonymous === 'Anon' ? terms : { ...terms, noDate: '无日期', quotes: '“”‘’' }
}

/** GB/T 7714—2025, numbered: `[1]`. */
export const gbNumeric: Format = {
  group: { before: '[', between: ',', behind: ']' },
  termsOf: ownTerms,
  author: () => [],
  cite: ({ number }) => said(String(number)),
  entryAuthor: (cited) => authors(cited, listed),
  entry: (cited, author) =>
    glued([said(`[${String(cited.number)}] `), entryOf(cited, author, numericDate(cited))]),
  citationKeys: ({ number }) => [String(number).padStart(9, '0')],
  telling: {},
  collapse: 'number',
}

/** GB/T 7714—2025, by author and date: `（国家互联网信息办公室，2023）`. */
export const gbAuthorDate: Format = {
  group: { before: '（', between: '；', behind: '）' },
  termsOf: ownTerms,
  author: (cited) => authorOrNone(cited, short),
  cite: (cited, author) => joined('，', [author, said(dateSaid(cited))]),
  entryAuthor: (cited) => authorOrNone(cited, listed),
  entry: (cited, author) => entryOf(cited, joined('，', [author, said(dateSaid(cited))]), ''),
  listKeys: (cited) => [keyOf(cited, listed), dateSaid(cited)],
  citationKeys: (cited) => [textOf(authorOrNone(cited, { ...short, etAl: '' })), dateSaid(cited)],
  telling: { givenNames: 'where alike', letters: true },
  collapse: 'year',
}

function authorOrNone(cited: Cited, names: NameStyle): Words {
  return authorsOf(cited.work).length > 0 ? authors(cited, names) : said(cited.terms.anonymous)
}

function keyOf(cited: Cited, names: NameStyle): string {
  return authorsOf(cited.work).length > 0 ? authorKey(cited, names) : cited.terms.anonymous
}

/** The year, else that of reading it in brackets, else that there is none. */
function dateSaid(cited: Cited): string {
  const [read] = partsOf(cited.work.accessed)
  return yearOf(cited) === undefined && read !== undefined
    ? `[${String(read)}${cited.telling.letter}]`
    : yearOrNone(cited)
}

/** The date of a law that has no address. */
function numericDate({ work }: Cited): string {
  const [year] = partsOf(work.issued)
  if (year !== undefined) return String(year)
  const [read] = partsOf(work.accessed)
  return read === undefined ? '' : `[${String(read)}]`
}

function entryOf(cited: Cited, author: Words, date: string): Words {
  return wrapped('', joined('. ', [author, ...sourceOf(cited, date), addressSaid(cited)]), '.')
}

/** The title with the sign of what it is, and where and when it was published. */
function sourceOf(cited: Cited, date: string): readonly Words[] {
  const { work } = cited
  const title = titleSaid(cited)
  const day = said(work.issued === undefined ? date : isoDate(work.issued))
  if (work.type === 'report') return [title, day]
  const container = said(containerOf(cited))
  if (isArticle(work))
    return [title, joined('，', [said(containerOf(cited).replaceAll('.', '')), day])]
  if (container.length > 0)
    return [joined('//', [title, container]), work.URL === undefined ? said(date) : []]
  if (work.URL === undefined) return [title, said(date)]
  const read = wrapped('[', said(isoDate(work.accessed)), ']')
  return [title, glued([wrapped('（', said(isoDate(work.issued)), '）'), read])]
}

function titleSaid({ work }: Cited): Words {
  const number = said(fieldText(work.number ?? ''))
  const sign = {
    report: 'R',
    'article-newspaper': 'N',
    chapter: 'M',
    legislation: work.URL === undefined ? 'Z' : 'EB',
  }[work.type]
  const medium = work.URL === undefined ? '' : '/OL'
  return glued([joined('：', [said(plainTitle(work)), number]), said(`[${sign}${medium}]`)])
}
