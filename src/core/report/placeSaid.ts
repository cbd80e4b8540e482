import { ownPart, type NamedPages } from '../citation/locator.ts'
import type { CitedSuffix, Meaning } from '../citation/meaning.ts'
import { readLocatorOf } from '../citation/printedPlaces.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Pages, Provision } from '../corpus/provision.ts'
import { blanked } from '../text/blanked.ts'
import { movedSpan, type Span } from '../text/span.ts'
import type { Report } from './report.ts'

/** What stands behind the key of a citation that names one place. Spans are those of its suffix. */
export interface PlaceSaid {
  readonly suffix: CitedSuffix
  /** The words that name the place, with what only joins them; more than one where something stands between. */
  readonly words: readonly Span[]
  readonly pages: readonly NamedPages[]
}

/** What the citation of `meaning` says behind its key of the place that it names. */
export function placeSaid(
  report: Report,
  { citation, key, places: [place] }: Meaning,
  corpus: Corpus,
): PlaceSaid {
  const suffix = report.suffixOf(citation)
  const named = key.kind === 'known' ? key.provision : place?.provision
  if (named === undefined) return { suffix, words: [], pages: [] }
  const { pages, steps } = readLocatorOf(named, suffix.text, corpus)
  const words = steps
    .filter(
      ({ span }) => place?.by === 'words' && isWithin(movedSpan(span, suffix.start), place.span),
    )
    .map(({ span }) => closedWithin(suffix.text, span))
  const inOrder = words.sort((one, other) => one.start - other.start)
  return { suffix, words: united(suffix.text, inOrder), pages }
}

/** Words that only say again what the key names are no part of its place. */
function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** `span` without a parenthesis that closes what was opened before: `art. 5` of `(art. 5)`. */
function closedWithin(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const isTooMany = /^[^(（]*[)）]$/u.test(words)
  return { start, end: isTooMany ? end - 1 : end }
}

const joining = /^[\s,，、]*(?:of(?:\s+the)?\s+|[的之])?$/iu

/** `spans` of `text` in order, those made one that nothing but commas and an *of* parts. */
function united(text: string, spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = []
  for (const span of spans) {
    const last = runs.at(-1)
    if (last === undefined || !joining.test(text.slice(last.end, span.start))) runs.push(span)
    else runs.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) })
  }
  return runs
}

/** What is said besides the place and its pages, up to another citation, without the commas and blanks around; empty where nothing is. */
export function saidBesides({ suffix, words, pages }: PlaceSaid): string {
  const spans = [...words, ...pages.map(({ wholeSpan }) => wholeSpan)]
  const parts = spans.sort((one, other) => one.start - other.start).map((span) => ({ span }))
  return blanked(ownPart(suffix.text), 0, parts)
    .replaceAll(/[\s,，]+/gu, ' ')
    .replaceAll(/[({（[] ?[)}）\]]/gu, '')
    .trim()
}

/** Whether `pages` are the printed pages of `provision`. */
export function areOwnPages({ pages }: NamedPages, provision: Provision): boolean {
  const own: Pages | undefined = provision.level === 'instrument' ? undefined : provision.pages
  return own?.first === pages.first && own.last === pages.last
}
