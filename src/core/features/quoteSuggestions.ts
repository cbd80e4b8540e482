import { citedPlaces } from '../citation/meaning.ts'
import { groupAt, meaningsIn, reportLanguage, type Report } from '../report/report.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import type { OfficialText } from '../official/officialText.ts'
import { inlineQuotation, sentencesOfPassage } from '../official/quotedText.ts'
import { quotedPassage } from '../official/quotedPassage.ts'
import { placeAt } from '../markdown/prose.ts'
import { sliceSpan, type Span } from '../text/span.ts'
import { runStart } from '../text/characters.ts'

/** What can be quoted where a quotation mark was opened behind a citation. */
export interface QuoteSuggestions {
  /** The opening mark, what was typed behind it, and a closing mark that the editor put there. */
  readonly span: Span
  readonly provision: Provision
  readonly items: readonly QuoteSuggestion[]
}

/** A sentence of a passage, or all of it. */
export interface QuoteSuggestion {
  /** The issuer's words. */
  readonly words: string
  /** What to write: the words in the quotation marks of the report's language. */
  readonly text: string
  readonly isWhole: boolean
}

/** So far before the caret the opening mark and the citation are looked for, in UTF-16 units. */
const farthest = 300
/** The words between the quotation mark that is open at the end of `before` and its end; `undefined` where none is open. */
function wordsTyped(before: string): string | undefined {
  const from = runStart(before, /[^"”」\n]/)
  if (before.charAt(from - 1) === '"') return before.slice(from)
  const mark = before.slice(from).search(/[“「]/u)
  return mark === -1 ? undefined : before.slice(from + mark + 1)
}

const closed = /^["”」]/u

/**
 * The sentences of the passage that is cited before the quotation mark that is open at `offset`, with
 * nothing but words of one line between; `undefined` where none is, or where there is no official text.
 */
export function suggestQuotations(
  report: Report,
  corpus: Corpus,
  officialOf: (provision: Provision) => OfficialText | undefined,
  offset: number,
  reader: Language,
): QuoteSuggestions | undefined {
  const before = report.source.slice(Math.max(0, offset - farthest), offset)
  const typed = wordsTyped(before)
  if (typed === undefined || !isText(report, offset)) return undefined
  const start = offset - typed.length - 1
  const provision = citedBefore(report, corpus, start)
  const official = provision && officialOf(provision)
  const passage = official && quotedPassage(official, provision, corpus)
  if (provision === undefined || passage === undefined) return undefined
  const after = closed.exec(report.source.slice(offset, offset + 1))?.[0].length ?? 0
  const language = reportLanguage(report) ?? reader
  const sentences = sentencesOfPassage(passage.text).map((span) => sliceSpan(passage.text, span))
  const wanted = typed.trim().toLowerCase()
  const all = sentences.length > 1 ? [...sentences, passage.text] : sentences
  const items = all
    .filter((words) => words.toLowerCase().includes(wanted))
    .map((words) => ({
      words,
      text: inlineQuotation(words, language),
      isWhole: words === passage.text,
    }))
  return { span: { start, end: offset + after }, provision, items }
}

/** Whether `offset` stands in prose, not in front matter, where a quotation mark is one of YAML. */
function isText({ source, blocks }: Report, offset: number): boolean {
  const isMetadata = blocks.around(offset)?.kind === 'frontMatter'
  return !isMetadata && placeAt(source, blocks, offset) === 'prose'
}

/** The last provision cited on the line before `offset`, in the same sentence. */
function citedBefore(report: Report, corpus: Corpus, offset: number): Provision | undefined {
  const before = report.source.slice(Math.max(0, offset - farthest), offset)
  const at = before.lastIndexOf('@')
  if (at === -1 || before.slice(at).includes('\n')) return undefined
  const group = groupAt(report, offset - before.length + at + 1)
  const end = group?.span.end
  if (
    group === undefined ||
    end === undefined ||
    /[.!?。！？]\s/u.test(report.source.slice(end, offset))
  ) {
    return undefined
  }
  const last = meaningsIn(report, corpus, group.citations).at(-1)
  return last && citedPlaces(last).at(-1)?.provision
}
