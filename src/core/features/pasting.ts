import { citationStyles, keyStyles, type CitationStyle } from '../citation/citationForm.ts'
import { formatCitation } from '../citation/format.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { languages } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { placeAt } from '../markdown/prose.ts'
import { citeAt } from '../report/citeAt.ts'
import type { CitingOptions } from '../report/citingFormat.ts'
import { analyseReport, meaningsOf, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** A copied citation is no longer, in UTF-16 units. */
const longestCopied = 400

/** A citation as *Copy Citation* copies it. */
interface Copied extends Pick<CitingOptions, 'style' | 'withPage'> {
  readonly provision: Provision
}

/**
 * The edit that pastes `text` at `offset`, where it is a citation that was copied: cited there as any
 * other way in would, in the style and with the page that were copied. `undefined` where it is none,
 * stands there as it was copied, or is no citation there: in code, in a comment.
 */
export function pasteCitation(
  report: Report,
  corpus: Corpus,
  offset: number,
  text: string,
  options: CitingOptions,
): TextEdit | undefined {
  const copied = copiedIn(text, corpus)
  const isProse = placeAt(report.source, report.blocks, offset) === 'prose'
  if (copied === undefined || !isProse) return undefined
  const { provision, style, withPage } = copied
  const edit = citeAt(report, corpus, offset, [provision], { ...options, style, withPage })
  return edit.text === text && edit.span.start === edit.span.end ? undefined : edit
}

/** The citation that `text` was copied as: in a style with keys, in whatever language. */
function copiedIn(text: string, corpus: Corpus): Copied | undefined {
  if (text.length > longestCopied || !text.includes('@')) return undefined
  const [meaning, ...others] = meaningsOf(analyseReport(text), corpus)
  const [place, ...besides] = meaning?.places ?? []
  if (place === undefined || others.length > 0 || besides.length > 0) return undefined
  const { provision } = place
  for (const style of citationStyles.filter((one) => keyStyles.has(one))) {
    for (const withPage of [true, false]) {
      if (isWritten(text, provision, style, withPage, corpus)) return { provision, style, withPage }
    }
  }
  return undefined
}

function isWritten(
  text: string,
  provision: Provision,
  style: CitationStyle,
  withPage: boolean,
  corpus: Corpus,
): boolean {
  return languages.some((language) =>
    [language, 'en' as const].some((locatorLanguage) => {
      const format = { corpus, withPage, language, locatorLanguage, before: '', after: '' }
      return formatCitation([provision], style, format) === text
    }),
  )
}
