import type { CslDate } from '../../bibliography/cslItem.ts'

/** What Pandoc says in the language of a report, as its CSL locale has it. */
export interface PrintedTerms {
  readonly and: string
  readonly etAl: string
  readonly noDate: string
  readonly accessed: string
  readonly retrieved: string
  readonly from: string
  readonly ibid: string
  readonly anonymous: string
  /** Before a number, and before several. */
  readonly number: readonly [string, string]
  /** The outer pair, then the inner one. */
  readonly quotes: string
  /** Whether `.` and `,` go into a quotation that they end. */
  readonly endsInQuotes: boolean
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** `January 2, 2026`; of what is known of the date. */
  readonly date: (year: string, month?: number, day?: number) => string
  /** What Pandoc reads as a locator: see `locators.ts`. */
  readonly locators: readonly LocatorTerm[]
}

/** The words for one kind of locator, each for one and for several. */
export interface LocatorTerm {
  readonly name: string
  readonly long: readonly [string, string]
  readonly short: readonly [string, string]
  readonly symbol?: readonly [string, string]
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
]
const shortMonths = months.map((month, index) => {
  if (month.length < 5) return month
  return `${month.slice(0, index === 8 ? 4 : 3)}.`
})

/** `name`, its plural where it is another than with an `s`, and how it is cut short, once and several times. */
const englishLocators = [
  'book,bk.,bks.',
  'chapter,chap.,chaps.,c.,cc.',
  'column,col.,cols.',
  'figure,fig.,figs.',
  'folio,fol.,fols.',
  'issue,no.,nos.',
  'line,l.,ll.',
  'note,n.,nn.',
  'page,p.,pp.',
  'paragraph,para.,paras.,¶,¶¶',
  'part,pt.,pts.',
  'section,sec.,secs.,§,§§',
  'verse,v.,vv.',
  'volume,vol.,vols.',
]

function englishTerm(words: string): LocatorTerm {
  const [name = '', short = '', shorts = '', symbol, symbols = ''] = words.split(',')
  return {
    name,
    long: [name, `${name}s`],
    short: [short, shorts],
    ...(symbol !== undefined && { symbol: [symbol, symbols] }),
  }
}

/** British plurals have no full stop, nor what ends as the whole word does. */
function britishTerm(words: string): LocatorTerm {
  const british = words
    .replace('chap.,chaps.', 'ch.,chs.')
    .replace('sec.,secs.', 'sect.,sects.')
    .replace(/(bk|pt)\./u, '$1')
    .replace(/([a-z]{2}s)\./u, '$1')
  return englishTerm(british)
}

const american: PrintedTerms = {
  ...{ and: 'and', etAl: 'et al.', noDate: 'n.d.', accessed: 'accessed', retrieved: 'retrieved' },
  ...{ from: 'from', ibid: 'ibid', anonymous: 'Anon', quotes: '“”‘’', endsInQuotes: true },
  number: ['no.', 'nos.'],
  months,
  shortMonths,
  date: (year, month, day) =>
    month === undefined
      ? year
      : `${months[month - 1] ?? ''} ${day === undefined ? '' : `${String(day)}, `}${year}`,
  locators: englishLocators.map(englishTerm),
}

const british: PrintedTerms = {
  ...american,
  ...{ quotes: '‘’“”', endsInQuotes: false, number: ['no.', 'nos'] },
  date: (year, month, day) =>
    [
      day === undefined ? [] : String(day),
      month === undefined ? [] : (months[month - 1] ?? ''),
      year,
    ]
      .flat()
      .join(' '),
  locators: englishLocators.map(britishTerm),
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const locatorNames = englishLocators.map((words) => words.split(',', 1)[0] ?? '')

/** In the order of {@link locatorNames}, the short form behind the long one where it is another. */
function chineseTerms(words: string): readonly LocatorTerm[] {
  return words.split(' ').map((word, index) => {
    const [long = '', short = long] = word.split('/')
    const name = locatorNames[index] ?? ''
    const symbol = { paragraph: '¶', section: '§' }[name]
    return {
      name,
      long: [long, long],
      short: [short, short],
      ...(symbol !== undefined && { symbol: [symbol, symbol + symbol] }),
    }
  })
}

const simplified: PrintedTerms = {
  ...{ and: '和', etAl: '等', noDate: '不详', accessed: '见于', retrieved: '取读于' },
  ...{ from: '从', ibid: '同上', anonymous: '佚名', quotes: '《》〈〉', endsInQuotes: false },
  number: ['no.', 'nos.'],
  months: numerals.map((numeral) => `${numeral}月`),
  shortMonths: numerals.map((_, index) => `${String(index + 1)}月`),
  date: (year, month, day) =>
    [
      `${year}年`,
      month === undefined ? '' : `${String(month)}月`,
      day === undefined ? '' : `${String(day)}日`,
    ].join(''),
  locators: chineseTerms('册 章 栏 图表/图 版 期 行 注脚/注 页 段落/段 部分/部 节 篇 卷'),
}

const traditional: PrintedTerms = {
  ...simplified,
  ...{ and: '及', noDate: '不詳', accessed: '引見於', retrieved: '讀取於' },
  ...{ from: '從', quotes: '「」『』' },
  locators: chineseTerms('冊 章 欄 圖表/圖 版 期 行 註腳/註 頁 段落/段 部分/部 節 篇 卷'),
}

/** What is said in a report whose `lang:` is this. */
export function termsIn(lang: string): PrintedTerms {
  if (/^zh/iu.test(lang)) return /^zh-TW$/iu.test(lang) ? traditional : simplified
  return /^en-GB$/iu.test(lang) ? british : american
}

/** Year, month and day, as far as they are known. */
export function partsOf(date: CslDate | undefined): readonly number[] {
  return date?.['date-parts'][0] ?? []
}

/** `2026-01-02`. */
export function isoDate(date: CslDate | undefined): string {
  return partsOf(date)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** As the language says a date, `letter` behind the year. */
export function dateSaid(date: CslDate | undefined, terms: PrintedTerms): string {
  const [year, month, day] = partsOf(date)
  return year === undefined ? '' : terms.date(String(year), month, day)
}

/** `March 5`, the year apart. */
export function monthAndDay(date: CslDate | undefined, names: readonly string[]): string {
  const [, month, day] = partsOf(date)
  if (month === undefined) return ''
  return [names[month - 1] ?? '', ...(day === undefined ? [] : [String(day)])].join(' ')
}
