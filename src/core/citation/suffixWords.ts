import { blanked } from '../text/blanked.ts'
import { ownMark } from './laws/ownNames.ts'
import type { Span } from '../text/span.ts'

/** Stands for a step or pages in a suffix of which only the rest is looked at. */
const itemMark = '\u0001'

/** Words that say nothing of the place and are looked through: what was done to words quoted, which part of a paragraph. */
const asides: readonly string[] = [
  '(?:emphasis|italics|bold|underlining|highlighting|numbering|footnotes?)\\s(?:is\\s|are\\s)?(?:added|supplied|mine|ours|removed)',
  "(?:my|our|author[’']?s[’']?|own|unofficial|official|informal)\\s(?:emphasis|translation|italics)",
  '(?:emphasis|italics)\\s(?:in|as in)\\s(?:the\\s)?original',
  'translat(?:ed|ion)\\sby\\s(?:the\\s)?(?:present\\s)?authors?',
  '(?:internal\\s)?(?:quotation\\smarks|citations?|references?|footnotes?|notes?|ellipsis|brackets)\\s(?:and\\s(?:citations?|footnotes?)\\s)?(?:omitted|added|removed)',
  '(?:the\\s)?(?:first|second|third|fourth|fifth|last|final|introductory)\\s(?:and\\s(?:second|third|fourth|last)\\s)?(?:sub-?paragraphs?|sentences?|indents?|half-sentence|alternative|part|limb|clause)',
]
const asidesInChinese: readonly string[] = [
  '(?:着重号|著重號|黑体|粗體|斜体|斜體|强调|強調|重点|重點)[系係为為由]?(?:作者|笔者|筆者|引者|本文)?所?[后後]?加',
  '(?:译文|譯文|中译|中譯|翻译|翻譯)?[系係为為由]?(?:作者|笔者|筆者|本文)(?:自行)?所?翻?[译譯]',
  '(?:脚注|腳註|注释|註釋|引注|引註)(?:从略|從略|省略|已略)',
  '前段|后段|後段|但书|但書|第[一二三]句',
]

/** Words that lead to a place, or on from it: looked through wherever they stand. */
const leading: readonly string[] = [
  'in\\sparticular|and\\salso|at|on|in|see|also|cf|esp|especially|particularly|notably|e\\.g|i\\.e|respectively|both',
  'ff?|et\\sseqq?|seqq?|et\\ssqq?|sqq?|et|and\\sfollowing|onwards?|passim|ibid|ibidem|id|loc\\.?\\scit',
  // Roman pages, which are not read.
  'pp?[. ]\\s?[ivxlcdm]{1,8}(?:[-–—]{1,3}[ivxlcdm]{1,8})?',
]
const leadingInChinese =
  '并参见|並參見|总则|總則|附则|附則|特别是|特別是|尤其是|尤其|参见|參見|详见|詳見|另见|另見|分别|分別|同上|以下|以后|以後|及以下|[等在于於见見参參的之]'

/** Words between two places. */
const joining =
  'and|or|and/or|as\\swell\\sas|together\\swith|along\\swith|combined\\swith|plus|(?:read\\s)?(?:in\\s)?(?:conjunction|connection|combination)\\swith|read\\s(?:together\\s)?with|read\\salongside|in\\slight\\sof|i\\.?c\\.?w|i\\.?v\\.?m'
const joiningInChinese = '以及|或者|并且|並且|连同|連同|结合|結合|并结合|並結合|及其'
const joiningSigns = '&;；、及和与與或暨并並兼'
/** Words of a range. */
const reaching = 'to|through|thru|until|till'
const reachingSigns = '至到'

const wordStart = '(?<![\\p{L}\\p{N}])'
const wordEnd = '(?![\\p{L}\\p{N}])'

/** What a place is about: `Art. 5 (prohibited practices)`. */
const inParentheses = `\\([^()\\d${itemMark}]{2,80}\\)`
/** Its heading: `Pillar I, “Accelerate AI Innovation”`. */
const inQuotationMarks = `(?:“[^“”${itemMark}]{2,120}”|"[^"${itemMark}]{2,120}"|[「『][^「」『』${itemMark}]{2,120}[」』])`

const lookedThrough = new RegExp(
  `${wordStart}(?:${asides.join('|')}|${leading.join('|')})${wordEnd}|${asidesInChinese.join('|')}|${leadingInChinese}|${inParentheses}|${inQuotationMarks}|${ownMark}+`,
  'giu',
)
const joiningWords = `${wordStart}(?:${joining}|${reaching}|of(?:\\sthe)?)`
const joiningSign = `${joiningInChinese}|直至|[${joiningSigns}${reachingSigns}]`
const joined = new RegExp(
  `(?:(?:${joiningWords}${wordEnd}|${joiningSign})[\\s,.]*)+(?=\\(?${itemMark})`,
  'giu',
)
const runsOn = new RegExp(`(?:${joiningWords}|${joiningSign})[\\s,.]*${itemMark}+\\s*$`, 'iu')

const andWord = new RegExp(
  `${wordStart}(?:${joining})${wordEnd}|${joiningInChinese}|[${joiningSigns}]`,
  'iu',
)
const toWord = new RegExp(
  `^[\\s.]*(?:${reaching}|-{1,3}|[–—~～]{1,2}|直至|[${reachingSigns}])\\s*$`,
  'iu',
)
const ofWord = /^\s*(?:of(?:\sthe)?\s+)+$/iu

/** How what follows stands to what stands before it: beside it, the end of a range with it, or above it. */
export type Link = 'and' | 'to' | 'of'

/** How `between`, the text between two steps or pages, joins them; `undefined` where it merely parts them. */
export function linkIn(between: string): Link | undefined {
  const said = between.replace(lookedThrough, blanks)
  if (ofWord.test(said)) return 'of'
  if (toWord.test(said)) return 'to'
  return andWord.test(said) ? 'and' : undefined
}

/**
 * Where words of prose begin in `marked`, as {@link withMarks} gives it; behind them nothing belongs to
 * the locator: `unlike` in `, p. 3, unlike section 9 there`. What words join to the rest and then runs on
 * into prose is prose itself: `and` in `, p. 3 and section 2 of the act`, `与` in `，与第9节不同`.
 */
export function proseStart(marked: string): number {
  const said = marked.replace(lookedThrough, blanks)
  const prose = /\p{L}/u.exec(said.replace(joined, blanks))?.index
  if (prose === undefined) return marked.length
  return runsOn.exec(said.slice(0, prose))?.index ?? prose
}

/** `text` with one mark, which is no letter, for each character of `items`, which are in order and do not overlap. */
export function withMarks(text: string, items: readonly Span[]): string {
  return blanked(
    text,
    0,
    items.map((span) => ({ span })),
    itemMark,
  )
}

/**
 * Whether `rest`, what stands behind a step, may say that it is one of another law: `GDPR` of `Article
 * 35 GDPR`, `of the Civil Rights Act`, `道路` of `第三条道路`.
 */
export function mayBeElsewhere(rest: string): boolean {
  return ofAnother.test(rest)
}

const ofAnother =
  /^(?:\s(?:of|under|in|from)\s(?:(?:the|that|this|its|their|an?)\s)?(?:\p{L}|\d)|\s\p{Lu}[\p{Lu}\d]|\p{Script=Han})/u

function blanks(word: string): string {
  return ' '.repeat(word.length)
}
