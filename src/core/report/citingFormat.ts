import {
  groupStyle,
  keyStyles,
  type CitationStyle,
  type CitingFormat,
} from '../citation/citationForm.ts'
import type { Beside } from '../citation/format.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import { reportLanguage, termLanguage, type Report } from './report.ts'

/** How citations are to be written, where the report does not say otherwise: what the settings say. */
export interface CitingOptions {
  readonly style: CitationStyle
  readonly withPage: boolean
  /** The language of words where the report names none. */
  readonly language: Language
}

/** How citations are written in `report`, or where there is none. */
export function citingFormat(
  report: Report | undefined,
  corpus: Corpus,
  { style, withPage, language }: CitingOptions,
): CitingFormat {
  const named = report && reportLanguage(report)
  return {
    ...{ corpus, style, withPage },
    language: named ?? language,
    locatorLanguage: report === undefined ? 'en' : termLanguage(report),
  }
}

/**
 * `options` for what is written at `offset`: in the strings of front matter a citation of Pandoc's, whose
 * characters mean nothing to YAML there.
 */
export function optionsAt(
  { blocks }: Report,
  offset: number,
  options: CitingOptions,
): CitingOptions {
  const isMetadata = blocks.around(offset)?.kind === 'frontMatter'
  if (!isMetadata || keyStyles.has(options.style)) return options
  return { ...options, style: groupStyle(options.style) }
}

/** So much text before a place tells whether it hides a citation, in UTF-16 units. */
const farthestBefore = 80

/** What stands before and after a span of the report. */
export function besideIn({ source }: Report, start: number, end: number): Beside {
  return {
    before: source.slice(Math.max(0, start - farthestBefore), start),
    after: source.slice(end, end + 3),
  }
}
