import { styleBehindWords, type CitingFormat } from '../citation/citationForm.ts'
import { formatCitation } from '../citation/format.ts'
import { citedPlaces } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import { escapeQuoted, inlineQuotation } from '../official/quotedText.ts'
import { draftBlock } from '../report/blockDraft.ts'
import { citingFormat, type CitingOptions } from '../report/citingFormat.ts'
import { groupAt, meaningsIn, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Span } from '../text/span.ts'

/** What is quoted, of which provision. */
export interface Quoted {
  readonly provision: Provision
  /** The issuer's words, paragraphs parted by two line feeds. */
  readonly words: string
  /** The printed pages that these words stand on, where they are known. */
  readonly pages?: Pages
}

/** How a quotation is written; its marks are those of the report's language, else of `language`. */
export interface QuotingOptions extends CitingOptions {
  readonly corpus: Corpus
}

/**
 * The edit that puts `quoted` at the caret or in place of `selection`: on an empty line as a block
 * quotation, within a line in the quotation marks of the report's language. The citation stands behind
 * it, with the page; where the caret is at a citation of the same provision, the quotation goes before
 * that and brings none of its own.
 */
export function draftQuotation(
  report: Report,
  selection: Span,
  quoted: Quoted,
  options: QuotingOptions,
): TextEdit {
  const format = citingFormat(report, options.corpus, options)
  const { language } = format
  const cited = groupCiting(report, selection.end, quoted.provision, options.corpus)
  if (cited !== undefined) {
    const text = `${inlineQuotation(quoted.words, language)}${gapIn(language)}`
    return { span: { start: cited.start, end: cited.start }, text }
  }
  if (isOnEmptyLine(report, selection)) {
    return draftBlock(report, selection.end, blockQuotation(quoted, format))
  }
  const words = inlineQuotation(quoted.words, language)
  return { span: selection, text: words + citation(quoted, words, format) }
}

function groupCiting(
  report: Report,
  offset: number,
  provision: Provision,
  corpus: Corpus,
): Span | undefined {
  const group = groupAt(report, offset)
  if (group === undefined) return undefined
  const cited = meaningsIn(report, corpus, group.citations).flatMap(citedPlaces)
  return cited.some((place) => place.provision === provision) ? group.span : undefined
}

/** So far the ends of a line are looked for, in UTF-16 units. */
const longestBlank = 200

function isOnEmptyLine({ source }: Report, { start, end }: Span): boolean {
  const before = source.slice(Math.max(0, start - longestBlank), start)
  const after = source.slice(end, end + longestBlank)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const [rest = ''] = /^[^\n]*/u.exec(after) ?? []
  return line.trim() === '' && rest.trim() === '' && start === end
}

/** Behind the citation of a language that parts words by spaces stands one. */
function gapIn(language: Language): '' | ' ' {
  return language === 'en' ? ' ' : ''
}

function blockQuotation(quoted: Quoted, format: CitingFormat): string {
  const paragraphs = quoted.words.split('\n\n').map(escapeQuoted)
  const last = paragraphs.at(-1) ?? ''
  const cited = [...paragraphs.slice(0, -1), last + citation(quoted, last, format)]
  return cited.map((paragraph) => `> ${paragraph}`).join('\n>\n')
}

function citation({ provision, pages }: Quoted, before: string, format: CitingFormat): string {
  const onPages =
    pages === undefined || provision.level === 'instrument' ? provision : { ...provision, pages }
  const gap = format.style === 'footnote' ? '' : gapIn(format.language)
  const options = { ...format, before: before + gap, after: ' ' }
  return gap + formatCitation([onPages], styleBehindWords(format.style), options)
}
