import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'

/** A label that stands in a cell of a table. */
export interface CellLabel {
  /** Without what closes it: `GOVERN 1.1`, `GV-1.1-001`, `13.a`, `a`. */
  readonly label: string
  /** As it is printed: `GOVERN 1.1:`, `(a)`. */
  readonly printed: string
  /**
   * What it is, by which alone it can be told from other words: a code, a word and a number, a number, an
   * enumerator; or a name that stands where the rows beside it have a number.
   */
  readonly sort: 'code' | 'worded' | 'number' | 'enumerator' | 'name'
  /** The same of all labels that are counted alike: `GOVERN n.n`, `code n.n.n`. */
  readonly family: string
  /** Its word, if any: `GOVERN`, `GV`. */
  readonly word: string
  /** What it counts, level by level: `1`, `1`, `001` of `GV-1.1-001`. */
  readonly numbers: readonly string[]
}

const code = /[A-Z]{1,6}\d{0,4}(?:[.-]{1,2}[A-Z\d]{1,5}){0,6}(?:\(\d{1,3}\))?/u
const level = /(?:\d{1,3}|[a-z])/u
const codeAtStart = new RegExp(`^(${code.source})(?:\\s*[:：]|\\.)?(?:\\s+|$)`, 'u')
const wordedAtStart = new RegExp(
  `^(\\p{Lu}\\p{L}{1,15}) (\\d{1,3}[a-z]?(?:\\.${level.source})*)(?:\\s*[:：]|\\s?[—–-](?=\\s)|\\.)?(?:\\s+|$)`,
  'u',
)
const numberAtStart = new RegExp(
  `^(?:(\\d{1,3}(?:\\.${level.source}){1,4}|\\d{1,3}[a-zA-Z]?(?=$|[.):：]))[.):：]?|([IVXLC]{1,6})[.):：])(?:\\s+|$)`,
  'u',
)
const enumeratorAtStart = new RegExp(
  `^(?:[(（]([\\da-z]{1,4}|[${chineseNumerals}]{1,4})[)）]|([a-z])[).](?=\\s|$)|([${chineseNumerals}]{1,4})、)\\s*`,
  'u',
)

/** Words before a number that count no measures. */
const otherWords: ReadonlySet<string> = new Set([
  ...['table', 'figure', 'fig', 'box', 'page', 'note', 'year', 'day', 'week', 'quarter', 'version'],
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december', 'total', 'top', 'over', 'about', 'chart', 'source'],
])

/** The label that a cell begins with, and what stands behind it; `undefined` where it begins with none. */
export function readCellLabel(
  text: string,
): { readonly label: CellLabel; readonly rest: string } | undefined {
  const found = codeLabel(text) ?? wordedLabel(text) ?? numberLabel(text) ?? enumeratorLabel(text)
  return found && { label: found, rest: text.slice(found.printed.length).trim() }
}

function codeLabel(text: string): CellLabel | undefined {
  const [, label = ''] = codeAtStart.exec(text) ?? []
  return label === '' || !/\d/u.test(label) ? undefined : codeOf(label, printedIn(text, label))
}

function codeOf(label: string, printed: string): CellLabel {
  const numbers = label.match(/\d+|(?<=[.-])[A-Z]+/gu) ?? []
  const word = /^[A-Z]*/u.exec(label)?.[0] ?? ''
  const family = `code ${numbers.map(() => 'n').join('.')}`
  return { label, printed, sort: 'code', family, word, numbers }
}

function wordedLabel(text: string): CellLabel | undefined {
  const [, word = '', number = ''] = wordedAtStart.exec(text) ?? []
  if (number === '' || otherWords.has(word.toLowerCase())) return undefined
  const label = `${word} ${number}`
  return wordedOf(word, number, printedIn(text, label))
}

function wordedOf(word: string, number: string, printed: string): CellLabel {
  const numbers = number.split('.')
  const family = `${word} ${numbers.map(() => 'n').join('.')}`
  return { label: `${word} ${number}`, printed, sort: 'worded', family, word, numbers }
}

function numberLabel(text: string): CellLabel | undefined {
  const [, digits, roman] = numberAtStart.exec(text) ?? []
  const label = digits ?? roman
  if (label === undefined || label.startsWith('0')) return undefined
  if (/^[IVXLC]/u.test(label) && numberOf(label) === undefined) return undefined
  const printed = printedIn(text, label)
  return { label, printed, sort: 'number', family: 'n', word: '', numbers: label.split('.') }
}

function enumeratorLabel(text: string): CellLabel | undefined {
  const [whole = '', bracketed, closed, chinese] = enumeratorAtStart.exec(text) ?? []
  const label = bracketed ?? closed ?? chinese
  if (label === undefined) return undefined
  const printed = whole.trim()
  return { label, printed, sort: 'enumerator', family: '(n)', word: '', numbers: [label] }
}

/** What rows are called that only sum up the others, or say something of them. */
const ofAll =
  /^(?:(?:sub)?totals?|sums?|averages?|notes?|sources?|continued|合计|合計|总计|總計|注|备注)\b/iu

/** The name that a row bears in place of a number: `Cross-cutting`; `undefined` where the cell says more, or less. */
export function readCellName(text: string): CellLabel | undefined {
  const isName =
    /^[\p{Lu}\p{Script=Han}][^.:;,!?\d。：；，]{2,39}$/u.test(text) && !ofAll.test(text)
  if (!isName || text.split(/\s/u).length > 4) return undefined
  return { label: text, printed: text, sort: 'name', family: 'name', word: '', numbers: [] }
}

/** `label` with what closes it, as `text` begins. */
function printedIn(text: string, label: string): string {
  const closing = /^\s*[:：.)—–-]/u.exec(text.slice(label.length))?.[0] ?? ''
  return label + closing
}

/** Behind these, a label is spoken of. */
const spokenOf =
  /(?:^|[\s(])(?:see|in|of|to|and|or|with|under|by|from|at|the|per|for|also|than|as|e\.g\.,?|,)\s*$/iu

/** So much before a label tells whether it is spoken of, in UTF-16 units. */
const longestBefore = 12

const labelWithin = new RegExp(
  `(?<![\\p{L}\\p{N}.(/-])(?:((?=[A-Z]{1,6}[\\d.-])${code.source})(?=[\\s:])|(\\p{Lu}\\p{L}{1,15}) (\\d{1,3}(?:\\.\\d{1,3})*):)`,
  'gu',
)

/** A label within a cell. */
export interface LabelWithin {
  readonly label: CellLabel
  /** Where it stands in the text of the cell. */
  readonly at: number
  /** Whether the words before it speak of it: `as in GV-1.1-001`. */
  readonly isSpokenOf: boolean
}

/** What looks like a label within `text`, not at its beginning: into one cell several rows are put where a PDF was made into text. */
export function labelsWithin(text: string): readonly LabelWithin[] {
  return [...text.matchAll(labelWithin)].flatMap((match) => {
    const [whole, asCode, word = '', number = ''] = match
    const at = match.index
    if (at === 0) return []
    const label =
      asCode === undefined
        ? wordedOf(word, number, whole)
        : codeOf(asCode, printedIn(whole, asCode))
    const before = text.slice(Math.max(0, at - longestBefore), at)
    return label.numbers.length === 0 ? [] : { label, at, isSpokenOf: spokenOf.test(before) }
  })
}
