import type { Language } from '../corpus/language.ts'
import { sentencesIn } from '../text/sentences.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'
import { sliceSpan, type Span } from '../text/span.ts'

/** The sentences of a passage, as spans in it; of several paragraphs one after the other. */
export function sentencesOfPassage(text: string): readonly Span[] {
  return sentencesIn(text, 0)
}

/**
 * What `spans` cover in a passage, one after the other: two that only blanks part are joined by these,
 * others by an omission, `[…]`.
 */
export function quotedWords(text: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((one, other) => one.start - other.start)
  return sorted.reduce((quoted, span, index) => {
    const before = sorted[index - 1]
    if (before === undefined) return sliceSpan(text, span)
    const gap = text.slice(before.end, span.start)
    const joint = gap.trim() === '' ? gap : omissionIn(gap)
    return quoted + joint + sliceSpan(text, span)
  }, '')
}

/** Between Chinese characters stands no space. */
function omissionIn(gap: string): string {
  return /\p{Script=Han}/u.test(gap) ? '［…］' : gap.includes('\n\n') ? '\n\n[…] ' : ' […] '
}

/** Quotation marks: the outer ones, and those within them. */
interface Marks {
  readonly outer: readonly [string, string]
  readonly inner: readonly [string, string]
}

const western: Marks = { outer: ['“', '”'], inner: ['‘', '’'] }
const corner: Marks = { outer: ['「', '」'], inner: ['『', '』'] }

/** The quotation marks of a language: `“ ”` in English and on the mainland, `「 」` in Taiwan and Hong Kong. */
function marksOf(language: Language): Marks {
  return language === 'zh-Hant' || language === 'zh-Hant-HK' ? corner : western
}

/** `words` escaped for a report; an omission is no link, and stays readable. */
export function escapeQuoted(words: string): string {
  return escapeMarkdown(words).replaceAll('\\[…\\]', '[…]')
}

/**
 * `words` as a quotation within a line of a report, in the quotation marks of `language`: what could be
 * Markdown is escaped, and marks that stand in the words become inner ones.
 */
export function inlineQuotation(words: string, language: Language): string {
  return inQuotationMarks(escapeQuoted(words.replaceAll(/\s+/gu, ' ')), language)
}

function inQuotationMarks(words: string, language: Language): string {
  const { outer, inner } = marksOf(language)
  const nested = words
    .replace(/[“「]/gu, inner[0])
    .replace(/[”」]/gu, inner[1])
    .replace(/"([^"]*)"/gu, `${inner[0]}$1${inner[1]}`)
  return outer[0] + nested + outer[1]
}
