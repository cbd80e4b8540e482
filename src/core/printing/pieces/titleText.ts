import { partsByCase, withoutCase } from '../../bibliography/cslMarkup.ts'
import { lazily } from '../../text/lazily.ts'
import { capitalised } from '../../citation/locatorLabels.ts'
import type { CslItem } from '../../bibliography/cslItem.ts'
import { marks } from './words.ts'

/** The text of a field of an item as CSL reads it: apostrophes and quotations by their signs. */
export function fieldText(text: string): string {
  const bare = text.replace(/(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])/gu, apostrophe)
  return quotations()
    .reduce(quotedBy, bare)
    .replace(/['\uE004]/gu, '’')
}

const apostrophe = '\uE004'

/** What quotations match, pair of signs by pair; the marks of a locale's own, 《》, are letters to CSL. */
const quotations = lazily(() => [`""`, `''`, '“”', '‘’'].map(quotationPattern))

function quotationPattern([open = '', close = '']: string): RegExp {
  return new RegExp(`${open}(?![\\s${close}])([^${open}${close}]*)${close}`, 'gu')
}

function quotedBy(text: string, pattern: RegExp): string {
  return text.replace(pattern, (_, inner: string) => marks.open + inner + marks.close)
}

/** The title of `work` as it stands, or how it begins. */
export function plainTitle(work: CslItem, form: 'long' | 'short' = 'long'): string {
  return fieldText(withoutCase(titleOf(work, form)))
}

/** With capitals for all words but the small ones, where it is in English. */
export function headlineTitle(work: CslItem, form: 'long' | 'short' = 'long'): string {
  return headlineIn(work, titleOf(work, form))
}

/** `text` of `work`, likewise. */
export function headlineIn(work: CslItem, text: string): string {
  return /^en\b/u.test(work.language) ? headline(fieldText(text)) : fieldText(withoutCase(text))
}

function titleOf(work: CslItem, form: 'long' | 'short'): string {
  return (form === 'short' ? work['title-short'] : undefined) ?? work.title
}

/** What stood before a word: nothing yet, a sentence's end, a space, or something within a word. */
type Before = 'start' | 'sentence' | 'stop' | 'space' | 'word'

/** `title` as CSL's `text-case="title"` writes it; words in its markup for no case stay. */
function headline(title: string): string {
  const last = /(?<=\s)[^\s/–—\uE001-]+$/u.exec(withoutCase(title))?.index ?? Infinity
  let before: Before = 'start'
  let at = 0
  const cased = partsByCase(title).map((part, index) => {
    const isFree = index % 2 === 0
    return part.replace(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu, (token) => {
      const isLast = at >= last
      at += token.length
      const written = isFree ? wordIn(token, before, isLast) : token
      before = behind(token, before)
      return written
    })
  })
  return cased.join('')
}

function behind(token: string, before: Before): Before {
  if (/^[\p{L}\p{N}]/u.test(token)) return 'word'
  if (/^[.?!:]/u.test(token)) return 'stop'
  if (/^\s/u.test(token))
    return before === 'stop' ? 'sentence' : before === 'start' ? 'start' : 'space'
  if (/^[-/–—]/u.test(token)) return 'space'
  return /^[\uE000\uE001]/u.test(token) || before === 'start' || before === 'sentence'
    ? before
    : 'word'
}

function wordIn(word: string, before: Before, isLast: boolean): string {
  const isPlain = !/\p{Lu}/u.test(word)
  if (!isPlain || before === 'word' || before === 'stop') return word
  const isFirst = before === 'start' || before === 'sentence'
  const isBig = word.length > 1 && (isLast || !smallWords.has(word))
  return isFirst || isBig ? capitalised(word) : word
}

const smallWords: ReadonlySet<string> = new Set(
  'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet about van von de d l'.split(
    ' ',
  ),
)
