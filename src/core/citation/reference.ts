import { chineseDate } from '../corpus/calendarDate.ts'
import { ancestorsOf, bearsPrintedHeading, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import { nameIn, type Language } from '../corpus/language.ts'
import type { Division, Instrument, Measure, Pages, Provision } from '../corpus/provision.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'
import { englishMonths } from '../words/writtenDates.ts'
import { divisionsAndChain, fromPrintedPlace, spokenChain, spokenLabel } from './locatorLabels.ts'

/** How much a reference says. */
export interface ReferenceOptions {
  readonly language: Language
  readonly withPage: boolean
}

/**
 * A reference to `provision` for people, in Markdown: issuer, title and date of the instrument, then
 * what leads to the provision: `The White House, *America's AI Action Plan* (July 23, 2025), pillar I,
 * section 1, “Remove Red Tape and Onerous Regulation”, recommended action 3 [Weigh …], p. 3`. Headings
 * are the printed ones in quotation marks; titles of Policy Citation's own stand in square brackets.
 */
export function readableReference(
  provision: Provision,
  corpus: Corpus,
  options: ReferenceOptions,
): string {
  const { language } = options
  const instrument = instrumentOf(corpus, provision.key)
  const whole = instrument && instrumentText(instrument, language)
  const path =
    provision.level === 'instrument' ? [] : pathText(provision, corpus, language, instrument)
  const page = options.withPage ? pageText(provision, language) : undefined
  if (language === 'en') return present([whole, ...path, page]).join(', ')
  return present([[whole ?? '', ...path].join(''), page]).join('，')
}

/** A short name of `provision` for the text of a link: `America's AI Action Plan, pillar I, section 1, recommended action 3, p. 3`. */
export function shortReference(
  provision: Provision,
  corpus: Corpus,
  { language, withPage }: ReferenceOptions,
): string {
  const instrument = instrumentOf(corpus, provision.key)
  const title = instrument && escapeMarkdown(nameIn(instrument.titles, language))
  const { divisions, chain } = divisionsAndChain(fromPrintedPlace(lineage(provision, corpus)))
  const labels = present([
    ...divisions.map((step) => spokenLabel(step, language, instrument)),
    spokenChain(chain, language, instrument),
  ])
  const page = withPage ? pageText(provision, language) : undefined
  if (language === 'en') return present([title, ...labels, page]).join(', ')
  return present([`${title === undefined ? '' : `《${title}》`}${labels.join('')}`, page]).join(
    '，',
  )
}

/**
 * What the instrument prints of `provision`: the nearest heading above it, or its own where it has
 * one, then its label or our ordinal: `Remove Red Tape and Onerous Regulation, recommended action 3`,
 * `Prohibited AI practices, article 5(1)(a)`. No Markdown.
 */
export function printedTitle(provision: Provision, corpus: Corpus, language: Language): string {
  const instrument = instrumentOf(corpus, provision.key)
  const steps = lineage(provision, corpus)
  const heading = steps.findLast((step) => bearsPrintedHeading(step, instrument))
  const title = nameIn((heading ?? instrument ?? provision).titles, language)
  const label =
    provision.level === 'division' && provision !== heading
      ? spokenLabel(provision, language, instrument)
      : spokenChain(divisionsAndChain(steps).chain, language, instrument)
  return present([title, label]).join(language === 'en' ? ', ' : '，')
}

/** `p. 3`, `pp. 3–4`, `第3页`; `undefined` where the corpus does not know the page. */
function pageText(provision: Provision, language: Language): string | undefined {
  if (provision.level === 'instrument' || provision.pages === undefined) return undefined
  const numbers = pageRange(provision.pages)
  switch (language) {
    case 'en':
      return provision.pages.first === provision.pages.last ? `p. ${numbers}` : `pp. ${numbers}`
    case 'zh-Hans':
      return `第${numbers}页`
    case 'zh-Hant':
    case 'zh-Hant-HK':
      return `第${numbers}頁`
  }
}

function pageRange({ first, last }: Pages): string {
  return first === last ? String(first) : `${first}–${last}`
}

/** The provisions from the highest division down to `provision` itself. */
function lineage(provision: Provision, corpus: Corpus): readonly (Division | Measure)[] {
  return [...ancestorsOf(corpus, provision), provision].filter(
    (step) => step.level !== 'instrument',
  )
}

function instrumentText(instrument: Instrument, language: Language): string {
  const title = escapeMarkdown(nameIn(instrument.titles, language))
  const issuer = instrument.issuer && escapeMarkdown(nameIn(instrument.issuer, language))
  const date = dateText(instrument.issued, language)
  if (language !== 'en')
    return `${issuer ?? ''}《${title}》${date === undefined ? '' : `（${date}）`}`
  return `${present([issuer, `*${title}*`]).join(', ')}${date === undefined ? '' : ` (${date})`}`
}

function pathText(
  provision: Division | Measure,
  corpus: Corpus,
  language: Language,
  instrument: Instrument | undefined,
): readonly string[] {
  const steps = lineage(provision, corpus)
  const { divisions, chain } = divisionsAndChain(fromPrintedPlace(steps))
  const heading = steps.findLast((step) => bearsPrintedHeading(step, instrument))
  const path = [
    ...divisions.flatMap((step) => {
      const label = escapeMarkdown(spokenLabel(step, language, instrument))
      return step === heading ? [label, quoted(step, language)] : [label]
    }),
    ...(heading?.level === 'measure' ? present([quoted(heading, language)]) : []),
    ...present([escapeMarkdown(spokenChain(chain, language, instrument))]),
  ]
  const own = provision === heading ? '' : ownTitle(provision, language)
  return [...path.slice(0, -1), `${path.at(-1) ?? ''}${own}`]
}

function quoted(step: Division | Measure, language: Language): string {
  const heading = escapeMarkdown(nameIn(step.titles, language))
  return language === 'en' || language === 'zh-Hans' ? `“${heading}”` : `「${heading}」`
}

function ownTitle(step: Division | Measure, language: Language): string {
  const title = escapeMarkdown(nameIn(step.titles, language))
  return language === 'en' ? ` \\[${title}\\]` : `［${title}］`
}

/** `July 23, 2025`, `July 2025`, `2025`; `2025年7月23日`. */
function dateText(issued: string | undefined, language: Language): string | undefined {
  const parts = dateParts(issued)
  if (parts === undefined) return undefined
  const [year, month, day] = parts
  if (language !== 'en') return chineseDate(parts.join('-'))
  const name = month === undefined ? undefined : englishMonths[month - 1]
  if (name === undefined) return String(year)
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`
}

/** Year, month and day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as given. */
export function dateParts(
  issued: string | undefined,
): readonly [number] | readonly [number, number] | readonly [number, number, number] | undefined {
  const [year, month, day] = (issued ?? '').split('-').map(Number)
  if (year === undefined || !Number.isInteger(year) || year === 0) return undefined
  if (month === undefined) return [year]
  return day === undefined ? [year, month] : [year, month, day]
}

function present(parts: readonly (string | undefined)[]): readonly string[] {
  return parts.filter((part) => part !== undefined && part !== '').map(String)
}
