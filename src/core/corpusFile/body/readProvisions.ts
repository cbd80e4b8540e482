import type { Body } from './bodySections.ts'
import { childrenByParent } from '../../corpus/childrenByParent.ts'
import type { InstrumentFile } from '../../corpus/corpus.ts'
import type { InstrumentHead } from '../fields/instrumentHead.ts'
import { placeOf, type SourceText } from '../source/sourceText.ts'
import { placeHeadings, type PlacedHeading } from './placeHeadings.ts'
import { allNames, type Names } from '../../corpus/language.ts'
import type {
  Claim,
  Confidence,
  Division,
  Instrument,
  Measure,
  Pages,
} from '../../corpus/provision.ts'
import {
  anchorIn,
  choiceIn,
  codesIn,
  keyIn,
  keysIn,
  namesIn,
  pagesIn,
  placeIn,
  regionsIn,
  sortFields,
  textIn,
  textsIn,
  translatedIn,
  type OwnFields,
} from '../fields/fieldValues.ts'
import { partFacts } from './partFacts.ts'
import { readSectionText } from './sectionText.ts'
import { sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { Span } from '../../text/span.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** The provisions of an instrument, itself first, then those of its body in reading order. It pauses after each. */
export function* readProvisions(
  head: InstrumentHead,
  source: SourceText,
  body: Body,
  log: TroubleLog,
): Generator<undefined, InstrumentFile, undefined> {
  const alone = readInstrument(head, source, body, log)
  const headings: (Division | Measure)[] = []
  for (const heading of placeHeadings(head, source, body, log)) {
    headings.push(readHeading(heading, head, source, log))
    yield
  }
  warnOfPlaceTwins(headings, log)
  const children = childrenByParent(headings)
  const instrument = { ...alone, children: children.get(alone.key) ?? [] }
  const below = headings.map((heading) => ({
    ...heading,
    children: children.get(heading.key) ?? [],
  }))
  return { instrument, provisions: [instrument, ...below] }
}

/** Warns of each printed place that an earlier heading has, too: words behind the key would name neither. */
function warnOfPlaceTwins(headings: readonly (Division | Measure)[], log: TroubleLog): void {
  const lines = new Map<string, number>()
  for (const { place, source } of headings) {
    for (const text of place === undefined ? [] : allNames(place)) {
      const line = lines.get(text.toLowerCase())
      if (line === undefined) lines.set(text.toLowerCase(), source.line)
      else if (line !== source.line) addPlaceTwin(text, line, source.span, log)
    }
  }
}

function addPlaceTwin(place: string, line: number, span: Span, log: TroubleLog): void {
  log.add(
    'heading.duplicate-place',
    span,
    sentence`The place ${quoted(place)} is given twice: first on line ${line}, and here, so that words name neither.`,
    sentence`Correct one of the two; \`place\` says the whole place as the instrument prints it.`,
  )
}

function readInstrument(
  head: InstrumentHead,
  source: SourceText,
  body: Body,
  log: TroubleLog,
): Instrument {
  const { summary, facts } = readSectionText(body.preamble, log)
  const list = sortFields(facts, 'instrument', 'list', log)
  const { span, extra, ...known } = head
  return {
    ...known,
    level: 'instrument',
    ...phrasesIn(list, log),
    ...summaryOf(summary, list),
    ...extraOf(extra ?? new Map(), list.extra),
    children: [],
    source: placeOf(source, span),
  }
}

function readHeading(
  heading: PlacedHeading,
  head: InstrumentHead,
  source: SourceText,
  log: TroubleLog,
): Division | Measure {
  const { level, kind } = heading.kind
  const owner = kind === 'claim' ? 'claim' : level
  const { summary, facts } = readSectionText(heading.section.blocks, log)
  const attributes = sortFields(heading.attributes, owner, 'heading', log)
  const list = sortFields(facts, owner, 'list', log)
  const pages = pagesIn(attributes, 'page', log)
  const place = placeIn(attributes, 'place', log)
  const anchor = anchorIn(attributes, 'anchor', log)
  const firstWords = textIn(list, 'first-words')
  if (pages !== undefined) warnOfPageOutside(pages, head, attributes, log)
  const shared = {
    key: heading.key,
    titles: namesIn(list, heading.title),
    aliases: textsIn(list, 'aliases', log),
    ...phrasesIn(list, log),
    ...summaryOf(summary, list),
    ...confidenceOf(list, log),
    ...partFacts(list, head, log),
    children: [],
    ...extraOf(attributes.extra, list.extra),
    source: placeOf(source, heading.section.heading),
    parent: heading.parent,
    ...(place && { place }),
    ...(anchor && { anchor }),
    ...(firstWords && { firstWords }),
    ordinal: heading.ordinal,
    ...(pages && { pages }),
  }
  return heading.kind.level === 'division'
    ? { ...shared, level: 'division', kind: heading.kind.kind }
    : {
        ...shared,
        level: 'measure',
        kind: heading.kind.kind,
        ...measureFacts(list, log),
        ...(kind === 'claim' ? { claim: claimIn(list, log) } : {}),
      }
}

function phrasesIn(
  list: OwnFields,
  log: TroubleLog,
): { readonly searchPhrases?: readonly string[] } {
  const searchPhrases = textsIn(list, 'search', log)
  return searchPhrases.length === 0 ? {} : { searchPhrases }
}

/** The summary under a heading, with its translations in the list. */
export function summaryOf(
  english: string | undefined,
  list: OwnFields,
): { readonly summary?: Names } {
  return english === undefined ? {} : { summary: namesIn(list, english, 'summary-') }
}

function confidenceOf(list: OwnFields, log: TroubleLog): { readonly confidence?: Confidence } {
  const confidence = choiceIn(list, 'confidence', log)
  return confidence === undefined ? {} : { confidence }
}

function claimIn(list: OwnFields, log: TroubleLog): Claim {
  const speaker = translatedIn(list, 'speaker')
  const affiliation = translatedIn(list, 'affiliation')
  const statement = choiceIn(list, 'statement', log)
  const horizon = choiceIn(list, 'horizon', log)
  const dimension = translatedIn(list, 'dimension')
  const supported = choiceIn(list, 'supported', log)
  const origin = translatedIn(list, 'origin')
  return {
    ...(speaker && { speaker }),
    ...(affiliation && { affiliation }),
    ...(statement && { statement }),
    ...(horizon && { horizon }),
    ...(dimension && { dimension }),
    sides: regionsIn(list, 'sides', log),
    about: keysIn(list, 'about', log),
    ...(supported && { supported }),
    ...(origin && { origin }),
  }
}

function measureFacts(
  list: OwnFields,
  log: TroubleLog,
): Pick<Measure, 'strength' | 'lead' | 'through' | 'with' | 'refs' | 'sameAs'> {
  const strength = choiceIn(list, 'strength', log)
  const sameAs = keyIn(list, 'same-as', log)
  return {
    ...(strength && { strength }),
    lead: codesIn(list, 'lead', log),
    through: codesIn(list, 'through', log),
    with: codesIn(list, 'with', log),
    refs: textsIn(list, 'refs', log),
    ...(sameAs && { sameAs }),
  }
}

function extraOf(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): { readonly extra?: ReadonlyMap<string, string> } {
  const extra = new Map([...second, ...first])
  return extra.size === 0 ? {} : { extra }
}

function warnOfPageOutside(
  pages: Pages,
  head: InstrumentHead,
  attributes: OwnFields,
  log: TroubleLog,
): void {
  const written = attributes.known.get('page')
  if (written === undefined || head.lastPage === undefined || pages.last <= head.lastPage) return
  log.add(
    'page.outside',
    written.span,
    sentence`Page ${pages.last} is outside the document, whose last printed page is ${head.lastPage}.`,
    sentence`Correct the page, or \`last-page\` in the front matter; pages are printed ones, not those of the PDF.`,
  )
}
