import type { Meaning } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { placeAt } from '../markdown/prose.ts'
import { citeAt } from '../report/citeAt.ts'
import type { CitingOptions } from '../report/citingFormat.ts'
import { areOwnPages, placeSaid, saidBesides } from '../report/placeSaid.ts'
import { analyseReport, meaningsOf, type Report } from '../report/report.ts'
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
  if (!saysPlaceOnly(report, meaning, corpus)) return undefined
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
function saysPlaceOnly(report: Report, meaning: Meaning, corpus: Corpus): boolean {
  const [place] = meaning.places
  if (place === undefined || place.deeper || place.notUnderstood) return false
  const areOwn = place.pages.every((named) => areOwnPages(named, place.provision))
  return areOwn && saidBesides(placeSaid(report, meaning, corpus)) === ''
}
