import { commaIn } from '../../citation/citationForm.ts'
import type { Meaning, Place } from '../../citation/meaning.ts'
import { readLocator } from '../../citation/locator.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import { endOfKey } from '../../report/amendCitation.ts'
import { reportLanguage, type Report } from '../../report/report.ts'
import { sliceSpan, spanTouches, type Span } from '../../text/span.ts'
import type { TextEdit } from '../../text/textEdit.ts'

/** Where the place of a citation is to be written anew. */
export interface PlaceToChange {
  /** What names it now, with its page; empty where none is named. Once `edit` is made. */
  readonly span: Span
  /** What has to be written before, where nothing names a place yet. */
  readonly edit?: TextEdit
}

/**
 * The place of the citation of ours at `offset`: the words that the caret touches, else the first ones
 * behind the key, else the path of the key. Where none is named, where one goes: behind the page, else
 * behind the key, or in brackets behind it. `undefined` where nothing is cited or brackets would be a
 * link's.
 */
export function placeToChange(
  report: Report,
  corpus: Corpus,
  offset: number,
): PlaceToChange | undefined {
  const meaning = report
    .meaningsAround(offset, corpus)
    .filter(({ citation, key }) => key.kind === 'known' && spanTouches(citation.span, offset))
    .at(-1)
  if (meaning === undefined || meaning.citation.form === 'glued') return undefined
  const place = placeAtCaret(meaning, offset)
  if (place?.by === 'words') return { span: wholeSpan(report, place) }
  return pathOfKey(meaning.citation) ?? placeToAdd(report, meaning.citation)
}

/** Of several places the one whose words the caret touches, or the key where it stands there. */
function placeAtCaret({ places, citation }: Meaning, offset: number): Place | undefined {
  const touched = places.find(({ span }) => spanTouches(span, offset))
  const isAtPath = spanTouches(citation.keySpan, offset) && citation.key.includes(':')
  return touched ?? (isAtPath ? undefined : places.find(({ by }) => by === 'words'))
}

/** With the pages that only commas part from it. */
function wholeSpan({ source }: Report, { span, pages }: Place): Span {
  return pages.reduce((whole, named) => {
    const { start, end } = named.wholeSpan
    const [from, to] = end <= whole.start ? [end, whole.start] : [whole.end, start]
    const isBeside = from <= to && /^[\s,，]*$/u.test(source.slice(from, to))
    return isBeside ? { start: Math.min(start, whole.start), end: Math.max(end, whole.end) } : whole
  }, span)
}

function pathOfKey({ key, keySpan }: Citation): PlaceToChange | undefined {
  const colon = key.indexOf(':')
  return colon === -1 ? undefined : { span: { start: keySpan.start + colon + 1, end: keySpan.end } }
}

function placeToAdd(report: Report, citation: Citation): PlaceToChange | undefined {
  const { form, span, suffixSpan } = citation
  const { text, start } = report.suffixOf(citation)
  const page = readLocator(text).pages.at(-1)?.wholeSpan.end
  if (page !== undefined) return added(start + page, commaIn(reportLanguage(report) ?? 'en'), '')
  if (form === 'bracketed') return added(endOfKey(citation), ', ', goesOn(text) ? '' : ',')
  if (suffixSpan !== undefined) return added(suffixSpan.start, '', ', ')
  const isFollowed = /^\s?[([]/.test(
    sliceSpan(report.source, { start: span.end, end: span.end + 2 }),
  )
  return isFollowed ? undefined : added(span.end, ' [', ']')
}

/** Whether a suffix needs no comma to go on behind a place. */
function goesOn(suffix: string): boolean {
  return /^\s*(?:$|[,，])/u.test(suffix)
}

/** The caret between `before` and `after`, both written at `at`. */
function added(at: number, before: string, after: string): PlaceToChange {
  const caret = at + before.length
  return {
    span: { start: caret, end: caret },
    edit: { span: { start: at, end: at }, text: before + after },
  }
}
