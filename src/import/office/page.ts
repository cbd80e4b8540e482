import type { Outline } from '../../core/official/outline.ts'
import { outlineOfPage } from '../html/readHtml.ts'
import type { MarkupNode } from '../markup/element.ts'
import { made } from './elements.ts'

/** What a document of an office says of itself. */
export interface OfficeHead {
  readonly title: string | undefined
  /** Begins with `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | undefined
  readonly language: string | undefined
}

/**
 * The outline of a document of an office, whose blocks are elements of HTML, read as a page is. Its
 * paragraphs are counted where a page has lines.
 */
export function outlineOfBlocks(head: OfficeHead, blocks: readonly MarkupNode[]): Outline {
  const { title, date, language } = head
  const outline = outlineOfPage(
    made(
      'html',
      [
        made('head', [...meta('dc.title', title), ...meta('dc.date', date)], 1),
        made('body', blocks, 1),
      ],
      1,
      language === undefined ? [] : [['lang', language]],
    ),
  )
  const unread = outline.unread.map(({ where, what }) => ({
    where: where.replace(/^line (?=\d)/u, 'paragraph '),
    what,
  }))
  return { ...outline, unread }
}

function meta(name: string, content: string | undefined): readonly MarkupNode[] {
  if (content === undefined) return []
  return [
    made('meta', [], 1, [
      ['name', name],
      ['content', content],
    ]),
  ]
}

/** What programs write where nobody gave a title, and names of files. */
const noTitle =
  /^(?:untitled|no title|document\d*|microsoft word\b.*|word document|无标题.*|未命名.*|文档\s?\d*|template|normal|.*\.(?:docx?|dotx?|odt|rtf|wps|tmp|pdf))$/iu

/** `text` as a title, unless a program put it there. */
export function saidTitle(text: string | undefined): string | undefined {
  const line = text?.replaceAll(/\s+/gu, ' ').trim() ?? ''
  return line === '' || line.length > 500 || noTitle.test(line) ? undefined : line
}

/** How many letters of a text are in which language, and in which scripts. */
export class LanguageCount {
  readonly #letters = new Map<string, number>()
  #han = 0
  #kana = 0
  #hangul = 0
  #others = 0

  /** Counts `text`, whose letters are in `language`, and East Asian characters in `eastAsian`. */
  count(text: string, language: string | undefined, eastAsian: string | undefined): void {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
    const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
    const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0
    const all = text.match(/\p{L}/gu)?.length ?? 0
    this.#han += han
    this.#kana += kana
    this.#hangul += hangul
    const others = all - han - kana - hangul
    this.#others += others
    if (language !== undefined) this.#add(language, others)
    if (eastAsian !== undefined) this.#add(eastAsian, han + kana + hangul)
  }

  /** The language of most letters, unless their script is another; `said` of itself where nothing says it of the letters. */
  most(said: string | undefined): string | undefined {
    const asian = this.#han + this.#kana + this.#hangul
    const names = [...this.#ranked(), ...(said === undefined ? [] : [said])]
    // A Chinese character says as much as two or three letters.
    if (asian * 2 <= this.#others) return names.find((name) => !isEastAsian.test(name))
    const script = this.#hangul * 2 > asian ? 'ko' : this.#kana * 10 > asian ? 'ja' : 'zh'
    return names.find((name) => name.toLowerCase().startsWith(script)) ?? script
  }

  #add(language: string, letters: number): void {
    this.#letters.set(language, (this.#letters.get(language) ?? 0) + letters)
  }

  #ranked(): readonly string[] {
    return [...this.#letters].sort(([, one], [, other]) => other - one).map(([name]) => name)
  }
}

const isEastAsian = /^(?:zh|ja|ko)\b/iu
