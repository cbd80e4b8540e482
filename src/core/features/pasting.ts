import type { NamedPages } from '../citation/locator.ts'
import type { Meaning } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import { placeAt } from '../markdown/prose.ts'
import { citeAt } from '../report/citeAt.ts'
import type { CitingOptions } from '../report/citingFormat.ts'
import { analyseReport, meaningsOf, type Report } from '../report/report.ts'
import { blanked } from '../text/blanked.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** A copied citation is no longer, in UTF-16 units. */
const longestCopied = 400

/** A citation as *Copy Citation* copies it. */
interface Copied extends Pick<CitingOptions, 'style' | 'withPage'> {
  readonly provision: Provision
  /** Whether it stays as it is outside of brackets, where no style writes it so now. */
  readonly isFixed: boolean
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
  if (copied.isFixed && edit.text.includes('[')) return undefined
  return edit.text === text && edit.span.start === edit.span.end ? undefined : edit
}

/** The citation that `text` was copied as: in any form with keys, of whatever release and language. */
function copiedIn(text: string, corpus: Corpus): Copied | undefined {
  if (text.length > longestCopied || !/^(?:\[@[^;]*\]|@.*)$/su.test(text)) return undefined
  const report = analyseReport(text)
  const [meaning, ...others] = meaningsOf(report, corpus)
  const [place, ...besides] = meaning?.places ?? []
  if (meaning === undefined || place === undefined) return undefined
  if (others.length > 0 || besides.length > 0 || !isWhole(meaning, text)) return undefined
  if (!saysPlaceOnly(report, meaning)) return undefined
  const isKey = place.by === 'key' && place.provision.level !== 'instrument'
  const isNarrative = meaning.citation.form === 'narrative'
  return {
    provision: place.provision,
    style: isKey ? 'key' : isNarrative ? 'narrative' : 'pandoc',
    withPage: place.pages.length > 0,
    isFixed: isKey && isNarrative,
  }
}

function isWhole({ citation: { form, span } }: Meaning, text: string): boolean {
  return form === 'bracketed' ? text.endsWith(']') : span.start === 0 && span.end === text.length
}

/** Whether `meaning` names one place, with no pages but its own, and says nothing besides. */
function saysPlaceOnly(report: Report, { citation, places }: Meaning): boolean {
  const [place] = places
  if (place === undefined || place.deeper || place.notUnderstood) return false
  const { pages } = place.provision.level === 'instrument' ? {} : place.provision
  const areOwn = place.pages.every(({ pages: named }) => pages && samePages(named, pages))
  const said = [...(place.by === 'words' ? [place.span] : []), ...place.pages.map(wholeSpanOf)]
  const { text, start } = report.suffixOf(citation)
  const parts = said.toSorted((a, b) => a.start - b.start).map((span) => ({ span }))
  const rest = blanked(text, start, parts)
  return areOwn && /^[\s,，]*$/u.test(rest)
}

function wholeSpanOf({ wholeSpan }: NamedPages): Span {
  return wholeSpan
}

function samePages(one: Pages, other: Pages): boolean {
  return one.first === other.first && one.last === other.last
}
