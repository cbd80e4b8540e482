import { documentUrl } from '../../core/citation/address/officialPage.ts'
import { cardOf } from '../../core/corpus/card.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import type { Language } from '../../core/corpus/language.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { statesOf } from '../../core/corpus/states.ts'
import type { PrintedCitations, PrintedReport } from '../../core/features/printing.ts'
import {
  styleNames,
  type OwnStyle,
  type PrintedEntry,
  type PrintedRun,
} from '../../core/printing/printed.ts'
import type { Report } from '../../core/report/report.ts'
import { inertHtml } from '../../core/text/inertHtml.ts'
import { sliceSpan } from '../../core/text/span.ts'
import { hasProcesses } from '../hasProcesses.ts'
import { cardTooltip } from '../../wording/cardHead.ts'
import { endedWord, stateWord } from '../../wording/wording.ts'
import { wordsIn, type Words } from '../../wording/words.ts'
import type { PreviewedCitation, PreviewedReport } from './printCitations.ts'

/** In what a report is shown. */
export interface Reader {
  readonly corpus: Corpus
  /** Of cards and of our own words. */
  readonly language: Language
  /** Of which the report is. */
  readonly day: string
  /** The tooltips that were made already, by their keys. */
  readonly tooltips: Map<string, string>
  /** The HTML of words that were printed before. */
  readonly known: WeakMap<readonly PrintedRun[], string>
}

/** What the preview shows of `report`, of which `printed` is what its style prints. */
export function previewedReport(
  printed: PrintedReport,
  report: Report,
  reader: Reader,
): PreviewedReport {
  // Where others alone are cited, the text stays as it is written.
  const read = printed.groups
    .filter(({ isOurs, note }) => isOurs || note !== undefined)
    .map((one) => previewed(one, report, reader))
  return {
    citations: [...read, ...unreadIn(report, printed)].sort((a, b) => a.start - b.start),
    list: listHtml(printed, reader),
  }
}

/** The groups of `report` that are not printed, lest another one be taken for them. */
function unreadIn(
  { groups, source }: Report,
  printed: PrintedReport,
): readonly PreviewedCitation[] {
  const read = new Set(printed.groups.map(({ group }) => group.span.start))
  return groups
    .filter(({ span, citations }) => citations.length > 0 && !read.has(span.start))
    .map(({ span: { start, end } }) => {
      return { start, text: source.slice(start, end), isRead: false, html: '', isRaised: false }
    })
}

function previewed(
  printed: PrintedCitations,
  { source }: Report,
  reader: Reader,
): PreviewedCitation {
  const { group, text, note } = printed
  const html = text.length === 0 ? '' : citationHtml(text, printed, reader)
  const isRaised = text.every(({ face }) => face === 'raised')
  const marked = { start: group.span.start, text: sliceSpan(source, group.span) }
  const shown = { ...marked, isRead: true, html, isRaised }
  return note === undefined ? shown : { ...shown, note: citationHtml(note, printed, reader) }
}

/** A group of citations as HTML: as printed, with the card as tooltip and links to the official places. */
function citationHtml(
  runs: readonly PrintedRun[],
  printed: PrintedCitations,
  reader: Reader,
): string {
  const known = reader.known.get(runs)
  if (known !== undefined) return known
  const made = newCitationHtml(runs, printed, reader)
  reader.known.set(runs, made)
  return made
}

function newCitationHtml(
  runs: readonly PrintedRun[],
  printed: PrintedCitations,
  reader: Reader,
): string {
  const { cited, unknown } = printed
  const inner = placesIn(runs)
    .map(({ place, runs }) => placeHtml(runs, printed.places[place ?? -1], cited, reader))
    .join('')
  if (unknown.length > 0) return unknownHtml(inner, unknown, reader)
  const title = cited === undefined ? '' : ` title="${tooltip(cited, reader)}"`
  return `<span class="policy-citation"${title}>${inner}</span>${endedHtml(printed, reader)}`
}

/** Runs of one place, or of none, one after the other. */
function placesIn(runs: readonly PrintedRun[]): readonly Placed[] {
  const stretches: { place: number | undefined; runs: PrintedRun[] }[] = []
  for (const run of runs) {
    const last = stretches.at(-1)
    if (last !== undefined && last.place === run.place) last.runs.push(run)
    else stretches.push({ place: run.place, runs: [run] })
  }
  return stretches
}

interface Placed {
  readonly place: number | undefined
  readonly runs: readonly PrintedRun[]
}

function placeHtml(
  runs: readonly PrintedRun[],
  provision: Provision | undefined,
  cited: Provision | undefined,
  reader: Reader,
): string {
  const inner = runsHtml(runs)
  if (provision === undefined) return inner
  // The tooltip around it holds for it, too.
  const title = provision === cited ? '' : ` title="${tooltip(provision, reader)}"`
  const address = addressOf(provision, reader.corpus)
  if (address === undefined) return `<span${title}>${inner}</span>`
  return `<a href="${inertHtml(address)}"${title}>${inner}</a>`
}

function addressOf(provision: Provision, corpus: Corpus): string | undefined {
  const instrument = instrumentOf(corpus, provision.key)
  return instrument && documentUrl(instrument, provision, ancestorsOf(corpus, provision))
}

/** Printed words as HTML, faces and addresses kept. */
export function runsHtml(runs: readonly PrintedRun[]): string {
  return runs.map(runHtml).join('')
}

const faces = {
  italic: ['<em>', '</em>'],
  // A style of its own, which goes along when it is copied.
  smallCaps: ['<span style="font-variant: small-caps">', '</span>'],
  raised: ['<sup>', '</sup>'],
} as const

function runHtml({ text, face, address }: PrintedRun): string {
  const [open, close] = face === undefined ? ['', ''] : faces[face]
  const inner = `${open}${inertHtml(text)}${close}`
  return address === undefined ? inner : `<a href="${inertHtml(address)}">${inner}</a>`
}

/** The lines of a card, for an attribute. */
function tooltip(provision: Provision, { corpus, language, day, tooltips }: Reader): string {
  const known = tooltips.get(provision.key)
  if (known !== undefined) return known
  const lines = cardTooltip(cardOf(corpus, provision, day), language)
  const made = lines.map(inertHtml).join('&#10;')
  tooltips.set(provision.key, made)
  return made
}

function unknownHtml(inner: string, keys: readonly string[], { language }: Reader): string {
  const t = wordsIn(language)
  const title = t('Policy Citation knows no {0}.', keys.join(', '))
  return `<span class="policy-citation policy-unknown" title="${inertHtml(title)}">${inner}</span>`
}

/** That what is cited no longer holds, or was amended, behind it. */
function endedHtml({ instruments, places }: PrintedCitations, reader: Reader): string {
  const { corpus, language, day } = reader
  const provisions = places.flatMap((one) => one ?? [])
  const states = provisions.flatMap((one) => statesOf([...ancestorsOf(corpus, one), one], day))
  const words = [
    ...instruments.flatMap((one) => endedWord(one, language) ?? []),
    ...states.map((state) => stateWord(state, language)),
  ]
  return [...new Set(words)]
    .map((word) => `<span class="policy-ended">${inertHtml(word)}</span>`)
    .join('')
}

/** The list of references; before it that it is in another style than the report asks for, where it is. */
function listHtml({ list, style, otherStyle }: PrintedReport, { language }: Reader): string {
  if (list.length === 0) return ''
  const entries = list.map(entryHtml).join('\n')
  const said = otherStyle === undefined ? '' : otherStyleHtml(otherStyle, style, wordsIn(language))
  return `<div class="policy-references">${said}${entries}</div>\n`
}

function otherStyleHtml(asked: string, style: OwnStyle, t: Words): string {
  const said = t('Shown as {0}: the preview does not know {1}.', styleNames[style], asked)
  const more = hasProcesses() ? t('“Preview References” shows how {0} prints it.', asked) : ''
  return `<p class="policy-other-style">${inertHtml(`${said} ${more}`.trim())}</p>`
}

function entryHtml({ key, runs }: PrintedEntry): string {
  return `<p id="ref-${inertHtml(key)}">${runsHtml(runs)}</p>`
}
