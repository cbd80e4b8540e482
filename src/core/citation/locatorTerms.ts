import type { Language } from '../corpus/language.ts'
import type { Span } from '../text/span.ts'

/** CSL's locator types that Pandoc recognises by their terms. */
export type LocatorTerm =
  | 'book'
  | 'chapter'
  | 'column'
  | 'figure'
  | 'folio'
  | 'issue'
  | 'line'
  | 'note'
  | 'opus'
  | 'page'
  | 'paragraph'
  | 'part'
  | 'section'
  | 'sub-verbo'
  | 'verse'
  | 'volume'

/** What Pandoc takes for the locator of a citation: `page`, `3-4`. */
export interface PandocLocator {
  readonly term: LocatorTerm
  /** Without its term and braces. */
  readonly value: string
  /** Of the term and the value, in the suffix. */
  readonly span: Span
}

/** The terms of Pandoc's `en-US` locale, in lower case (manual, "Citation syntax"). */
const english: Readonly<Record<LocatorTerm, readonly string[]>> = {
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  issue: ['number', 'numbers', 'no.', 'nos.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  opus: ['opus', 'opera', 'op.', 'opp.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.', '¶', '¶¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.', '§', '§§'],
  'sub-verbo': ['sub verbo', 'sub verbis', 's.v.', 's.vv.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
}

/**
 * The terms that work with `lang: zh-CN` and with `lang: zh-TW`. Pandoc takes its `zh-CN` locale for
 * every other Chinese tag (`zh-Hant`, `zh-HK`) as well, and reads no English term in either.
 */
const chinese: Readonly<Record<'zh-CN' | 'zh-TW', Partial<typeof english>>> = {
  'zh-CN': {
    book: ['册'],
    chapter: ['章'],
    column: ['栏'],
    figure: ['图', '图表'],
    issue: ['期'],
    line: ['行'],
    note: ['注', '注脚'],
    opus: ['作品'],
    page: ['页'],
    paragraph: ['段', '段落', '¶'],
    part: ['部', '部分'],
    section: ['节', '§'],
    volume: ['卷'],
  },
  'zh-TW': {
    book: ['冊'],
    chapter: ['章'],
    column: ['欄'],
    figure: ['圖', '圖表'],
    issue: ['期'],
    line: ['行'],
    note: ['註', '註腳'],
    opus: ['作品'],
    page: ['頁'],
    paragraph: ['段', '段落', '¶'],
    part: ['部', '部分'],
    section: ['節', '§'],
    volume: ['卷'],
  },
}

/**
 * The locator that Pandoc finds at the start of `suffix` (all after the key) in a report whose `lang:`
 * is of `language`: in braces, after a term, or a bare number, which is a page. `undefined` when
 * Pandoc leaves all to the suffix, and for empty braces, which say that there is none.
 */
export function pandocLocator(suffix: string, language: Language): PandocLocator | undefined {
  const start = /^[\s,]*/.exec(suffix)?.[0].length ?? 0
  if (suffix[start] === '{') return inBraces(suffix, start, language)
  const term = termAt(suffix, start, language)
  const value = valueAt(suffix, term?.end ?? start)
  if (value === undefined || (term === undefined && !/\d/.test(value.text))) return undefined
  return { term: term?.term ?? 'page', value: value.text, span: { start, end: value.end } }
}

interface Term {
  readonly term: LocatorTerm
  readonly end: number
}

function inBraces(suffix: string, open: number, language: Language): PandocLocator | undefined {
  const close = suffix.indexOf('}', open)
  if (close === -1 || suffix.slice(open + 1, close).trim() === '') return undefined
  const inside = open + 1 + (/^\s*/.exec(suffix.slice(open + 1))?.[0].length ?? 0)
  const term = termAt(suffix.slice(0, close), inside, language)
  const value = suffix.slice(term?.end ?? inside, close).trim()
  return { term: term?.term ?? 'page', value, span: { start: open, end: close + 1 } }
}

function termAt(suffix: string, start: number, language: Language): Term | undefined {
  const text = suffix.slice(start, start + longestTerm).toLowerCase()
  const found = termsIn(language)
    .filter(({ word }) => text.startsWith(word) && endsTerm(text, word))
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (found === undefined) return undefined
  const spaces = /^\s*/.exec(suffix.slice(start + found.word.length))?.[0].length ?? 0
  return { term: found.term, end: start + found.word.length + spaces }
}

const longestTerm = 16

/** Pandoc wants a space after a word; a full stop or a sign may touch the number. */
function endsTerm(text: string, word: string): boolean {
  return /[.¶§]$/.test(word) || /^\s/.test(text.slice(word.length))
}

function termsIn(language: Language): readonly { term: LocatorTerm; word: string }[] {
  const table = language === 'en' ? english : chinese[language === 'zh-Hant' ? 'zh-TW' : 'zh-CN']
  return Object.entries(table).flatMap(([term, words]) =>
    isTerm(term) ? words.map((word) => ({ term, word })) : [],
  )
}

function isTerm(term: string): term is LocatorTerm {
  return Object.hasOwn(english, term)
}

/** A number with its letters and range, and further ones after commas: `3`, `iv`, `3-4, 7`, `12a`. */
function valueAt(suffix: string, start: number): { text: string; end: number } | undefined {
  const value = /^[\p{L}\d]*\d[\p{L}\d]*|^[ivxlcdm]+(?![\p{L}\d])/iu
  const joint = /^(?:\s?[-–]{1,2}\s?|\s?,\s?|[.:/])(?=\d)/
  let end = start
  for (;;) {
    const joined = end === start ? 0 : (joint.exec(suffix.slice(end))?.[0].length ?? 0)
    if (end > start && joined === 0) break
    const length = value.exec(suffix.slice(end + joined))?.[0].length ?? 0
    if (length === 0) break
    end += joined + length
  }
  return end === start ? undefined : { text: suffix.slice(start, end), end }
}
