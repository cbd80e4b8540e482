import type { LocatorTerm, PrintedTerms } from './terms.ts'
import { digitOrSign } from './markup.ts'
import { marks } from './words.ts'
import { runStart } from '../../text/characters.ts'

/** What a citation says behind its work: what Pandoc takes for a locator, and what it does not. */
export interface Behind {
  readonly locator?: PrintedLocator
  /** With the comma before it. */
  readonly rest: string
}

/** `sec. 4.2`: what is numbered, and the numbers. */
export interface PrintedLocator {
  /** A page where there is none. */
  readonly term?: LocatorTerm
  /** Whether it is no page either. */
  readonly isUnknown?: boolean
  readonly text: string
}

const roman = '(?=[IVXLCDM])M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})'
/** What is neither space nor punctuation, and what ranges and volumes are written with; `1.2`, but not `1.` */
const part = '\\.?[\\p{L}\\p{M}\\p{N}\\p{S}\\p{Co}\\-–:]'
const word = `(?:\\((?:${part})*\\)|\\[(?:${part})*\\]|\\{(?:${part})*\\}|${part})+`
const firstWord = new RegExp(`^\uE003?\\s?(${word})`, 'u')
const nextWord = new RegExp(`^[,;]?\\s?${word}`, 'u')

/** What Pandoc makes of `suffix`, all that stands behind a key: `, p. 3, pillar I`, `, {p. 3, pillar I}`, `{}, art. 5`. */
export function readBehind(suffix: string, terms: PrintedTerms): Behind {
  const [, braced, behind = ''] = /^(?:, )?\{([^{}]*)\}(.*)$/su.exec(suffix) ?? []
  if (braced === '') return { rest: behind }
  if (braced !== undefined) return { locator: inBraces(braced, terms), rest: behind }
  const text = suffix.replace(/^,?\s?/u, '')
  const locator = integrated(text, terms)
  if (locator !== undefined) return { locator, rest: text.slice(locator.end) }
  return { rest: suffix === '' || /^[\s\p{P}]/u.test(suffix) ? suffix : `, ${suffix}` }
}

/** All of it, behind a term. */
function inBraces(text: string, { locators }: PrintedTerms): PrintedLocator {
  const found = longestTerm(text, locators, () => true)
  const numbers = text.slice(found?.form.length ?? 0).trim()
  if (found === undefined) return { isUnknown: true, text: numbers }
  return { ...termOf(found.term), text: numbers }
}

function termOf(term: LocatorTerm): Pick<PrintedLocator, 'term'> {
  return term.name === 'page' ? {} : { term }
}

interface WrittenTerm {
  readonly term: LocatorTerm
  readonly form: string
}

function longestTerm(
  text: string,
  terms: readonly LocatorTerm[],
  isFollowed: (form: string) => boolean,
): WrittenTerm | undefined {
  return byLength(terms).find(({ form }) => startsWithTerm(text, form) && isFollowed(form))
}

/** All forms of `terms`, the longest first. */
function byLength(terms: readonly LocatorTerm[]): readonly WrittenTerm[] {
  const known = formsByLength.get(terms)
  if (known !== undefined) return known
  const forms = terms.flatMap((term) => formsOf(term).map((form) => ({ term, form })))
  const sorted = forms.sort((a, b) => b.form.length - a.form.length)
  formsByLength.set(terms, sorted)
  return sorted
}

const formsByLength = new WeakMap<readonly LocatorTerm[], readonly WrittenTerm[]>()

interface FoundLocator extends PrintedLocator {
  /** Behind it. */
  readonly end: number
}

function integrated(text: string, { locators }: PrintedTerms): FoundLocator | undefined {
  const found = longestTerm(text, locators, (form) => isNumber(firstOf(text, form.length)))
  const start = found?.form.length ?? 0
  if (found === undefined && !number.test(firstOf(text, 0))) return undefined
  const end = endOfNumbers(text, start, found === undefined)
  // The mark of a place that ends before its number goes behind it.
  const said = text.slice(start, end).trim()
  const isEnded = said.startsWith(marks.placeEnd)
  const numbers = isEnded ? said.slice(1).trim() + marks.placeEnd : said
  return { ...(found && termOf(found.term)), text: numbers, end }
}

function firstOf(text: string, start: number): string {
  return firstWord.exec(text.slice(start))?.[1] ?? ''
}

function endOfNumbers(text: string, start: number, isBare: boolean): number {
  let end = start + (firstWord.exec(text.slice(start))?.[0].length ?? 0)
  for (;;) {
    const [next = ''] = nextWord.exec(text.slice(end)) ?? []
    if (next === '' || !(isBare ? number.test(next) : isNumber(next))) return end
    end += next.length
  }
}

const romanWord = new RegExp(`(?<![^\\s\\p{P}])${roman}(?![^\\s\\p{P}\\uE003])`, 'iu')

const number = new RegExp(digitOrSign, 'u')

function isNumber(words: string): boolean {
  return number.test(words) || romanWord.test(words)
}

function formsOf({ long, short, symbol = ['', ''] }: LocatorTerm): readonly string[] {
  return [...long, ...short, ...symbol].filter((form) => form !== '')
}

function startsWithTerm(text: string, form: string): boolean {
  const isThere = text.slice(0, form.length).toLowerCase() === form
  return isThere && (/\p{P}$/u.test(form) || !/^[^\s\p{P}]/u.test(text.slice(form.length)))
}

/** How a style writes ranges of pages: `123–28`, `123–128`, or as they stand. */
export type PageRanges = 'chicago' | 'expanded' | 'plain'

/** The numbers of `locator` with its ranges as a style writes them. */
export function numbersOf(
  { term, isUnknown = false, text }: PrintedLocator,
  ranges: PageRanges,
): string {
  if (term !== undefined || isUnknown) return range(text, 'plain')
  return text
    .split(',')
    .map((part, index) => (index === 0 ? '' : ', ') + range(part.trim(), ranges))
    .join('')
}

/** `numbers` behind what they are called, which is of the place as well. */
export function labelledNumbers(label: string, numbers: string): string {
  return numbers.replace(/^\p{Co}?/u, (begin) => `${begin}${label} `)
}

/** Whether `locator` names several. */
export function isSeveral({ text }: PrintedLocator): boolean {
  return /[^\s,;–-][\s,;–-]/u.test(text.replaceAll(marks.placeEnd, ''))
}

/** Whether all parts of it are numbers. */
export function isNumeric({ text }: PrintedLocator): boolean {
  const parts = text.replace(/([,&]) /gu, '$1').split(/[,&-]/u)
  return parts.every((part) => /\p{Nd}/u.test(part) && !/\s/u.test(part))
}

function range(text: string, ranges: PageRanges): string {
  const parts = text.split(/[-–]/u)
  const [first = '', last = ''] = parts
  if (parts.length !== 2) return text
  const [before, x] = numbered(first.trimEnd())
  const [beforeLast, y] = numbered(last.trimStart())
  const behind = last.endsWith(marks.placeEnd) ? marks.placeEnd : ''
  if (ranges === 'plain' || before !== beforeLast) return `${first}–${last}`
  const whole = x.slice(0, Math.max(0, x.length - y.length)) + y
  if (ranges === 'expanded') return `${first}–${before}${whole}${behind}`
  return `${first}–${chicagoEnd(x, whole)}${behind}`
}

/** What stands before a number at the end, and the number. */
function numbered(text: string): readonly [string, string] {
  const bare = text.replace(/\p{Co}/gu, '')
  const at = runStart(bare, /\d/)
  return [bare.slice(0, at), bare.slice(at)]
}

/** `28` of `123–128`, `8` of `107–108`. */
function chicagoEnd(first: string, last: string): string {
  if (first.length < 3 || first.endsWith('00')) return last
  const changed = Array.from(last).filter((digit, index) => digit !== first[index]).length
  const isFar = first.length === 4 && changed >= 3
  if (isFar && first.at(-2) !== '0') return last
  const same = Array.from(last).findIndex((digit, index) => digit !== first[index])
  const differing = same === -1 ? '' : last.slice(same)
  const least = first.at(-2) === '0' ? 1 : 2
  return differing.length < least && last.length >= least ? last.slice(-least) : differing
}
