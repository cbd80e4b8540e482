import { fstatSync } from 'node:fs'
import { ancestorsOf, instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import { nameIn, type Language } from '../core/corpus/language.ts'
import { sentence } from '../core/corpus/sentence.ts'
import type { Provision } from '../core/corpus/provision.ts'
import { statesOf } from '../core/corpus/states.ts'
import { askedAt } from '../core/report/askedAt.ts'
import { noSentence } from '../core/report/sentenceBefore.ts'
import { analyseReport } from '../core/report/report.ts'
import type { Match } from '../core/search/search.ts'
import { offerFor, type AskedWords, type OfferOptions } from '../core/search/offer.ts'
import type { SearchIndex } from '../core/search/searchIndex.ts'
import { plainLine } from '../core/text/inertMarkdown.ts'
import { visibleJson } from '../core/text/controls/visibleControls.ts'
import { locationText, stateText } from '../wording/wording.ts'
import { wordsIn } from '../wording/words.ts'
import { adoptShippedIndex } from '../workspace/library.ts'
import { SearchIndexes } from '../workspace/indexes/searchIndexes.ts'
import { PinyinSource } from '../workspace/pinyinSource.ts'
import { complain, tell, tellInTime } from './console.ts'
import { Failure, Misuse } from './failure.ts'
import { linesOf } from './lines.ts'
import { addressOf } from './nodeFiles.ts'
import type { Session } from './session.ts'

/** How many provisions are written, unless it is said. */
export const usualLimit = '10'

/** What is asked, and how it is answered. */
export interface FindOptions {
  /** Whether what is asked stands before the caret, with nothing typed. */
  readonly isSentence: boolean
  readonly limit: number
  /** The day that is asked of, where it is not today. */
  readonly day: string | undefined
  readonly write: Write
}

type Write = (found: Found, corpus: Corpus, language: Language, today: string) => string

/** The provisions that the editor would offer for a query, best first. */
interface Found {
  readonly query: string
  readonly offers: readonly Match[]
}

/**
 * The options of the command.
 *
 * @throws Misuse where there is no such limit or format.
 */
export function findOptions(
  values: {
    readonly sentence: boolean
    readonly limit: string
    readonly format?: string | undefined
  },
  day: string | undefined,
): FindOptions {
  const { sentence, limit, format = 'text' } = values
  return { isSentence: sentence, limit: limitOf(limit), day, write: writerOf(format) }
}

function limitOf(text: string): number {
  const limit = /^\d+$/u.test(text) ? Number(text) : 0
  if (limit > 0) return limit
  throw new Misuse(sentence`“${text}” is no limit: a whole number from 1 on.`)
}

function writerOf(format: string): Write {
  if (format === 'text') return textOf
  if (format === 'json') return jsonOf
  throw new Misuse(sentence`There is no format “${format}”: text or json.`)
}

/** Writes what is offered for `query`, and gives the exit code: 1 where that is nothing. */
export async function findWords(
  session: Session,
  query: string,
  options: FindOptions,
): Promise<number> {
  const found = (await finderOf(session, options))(query)
  const { host, corpus, language } = session
  tell(options.write(found, corpus, language, options.day ?? host.today))
  return found.offers.length > 0 ? 0 : 1
}

/** Answers each line of the standard input by one line of JSON. */
export async function findLines(session: Session, options: FindOptions): Promise<number> {
  const find = await finderOf(session, options)
  const { host, corpus, language } = session
  const t = wordsIn(language)
  let count = 0
  for await (const { text, isUtf8 } of linesOf(standardInput())) {
    count += 1
    if (!isUtf8) complain(t('Line {0} of the standard input is not in UTF-8.', count))
    const found = isUtf8 ? find(text) : { query: text, offers: [] }
    await tellInTime(jsonOf(found, corpus, language, options.day ?? host.today))
  }
  return 0
}

async function* standardInput(): AsyncGenerator<Uint8Array> {
  try {
    // Of a folder Node reads nothing, and says nothing.
    if (fstatSync(process.stdin.fd).isDirectory()) throw new Error('EISDIR')
    for await (const chunk of process.stdin) yield chunk as Uint8Array
  } catch {
    throw new Failure(sentence`The standard input could not be read.`)
  }
}

/** What finds, once settings and index are there. */
async function finderOf(
  session: Session,
  { isSentence, limit }: Pick<FindOptions, 'isSentence' | 'limit'>,
): Promise<(query: string) => Found> {
  const { corpus, language } = session
  const index = await indexOf(session)
  const options = { limit, language, pinyin: await pinyinOf(session) }
  return (query) => {
    const asked = isSentence ? askedBehind(query, corpus) : { words: query, ...noSentence }
    return { query, offers: asked === undefined ? [] : offersOf(index, asked, options) }
  }
}

function offersOf(index: SearchIndex, asked: AskedWords, options: OfferOptions): readonly Match[] {
  return offerFor(index, asked, options).matches
}

/** What a report that reads `text` asks where the next word is an `@`; nothing where it is none to Pandoc. */
function askedBehind(text: string, corpus: Corpus): AskedWords | undefined {
  const source = `${text} @`
  const asked = askedAt(analyseReport(source), corpus, source.length)
  return asked.kind === 'citation' ? asked : undefined
}

/** The index of the corpus: of the library as it ships, of the analyst's own files as they are. */
async function indexOf({ host, folder, library, corpus }: Session): Promise<SearchIndex> {
  const indexes = new SearchIndexes()
  await adoptShippedIndex(host.files, addressOf(folder), indexes, library)
  await indexes.prepare(corpus, { place: '', hashOf: () => undefined })
  return indexes.get(corpus)
}

async function pinyinOf({ host, folder, settings }: Session): Promise<OfferOptions['pinyin']> {
  const parts = { files: host.files, folder: addressOf(folder), log: { warn: complain } }
  return new PinyinSource(parts).table(settings.pinyin)
}

/** A line for each: key, title and place, parted by tabs; and `perhaps`, where it may well not be meant. */
function textOf({ offers }: Found, corpus: Corpus, language: Language): string {
  return offers.map((offer) => `${rowOf(offer, corpus, language)}\n`).join('')
}

function rowOf(offer: Match, corpus: Corpus, language: Language): string {
  const t = wordsIn(language)
  const { key, title, place, perhaps } = wordsOf(offer, corpus, language)
  return [key, plainLine(title), plainLine(place), ...(perhaps ? [t('perhaps')] : [])].join('\t')
}

function jsonOf(
  { query, offers }: Found,
  corpus: Corpus,
  language: Language,
  today: string,
): string {
  const written = offers.map((offer) => ({
    ...wordsOf(offer, corpus, language),
    ...standingOf(offer.provision, corpus, language, today),
  }))
  return `${visibleJson({ query, offers: written })}\n`
}

function wordsOf({ provision, isPerhaps }: Match, corpus: Corpus, language: Language) {
  const title = nameIn(provision.titles, language)
  const place = wholePlaceText(corpus, provision, language)
  return { key: provision.key, title, place, ...(isPerhaps && { perhaps: isPerhaps }) }
}

/** Whether its instrument holds, how strongly it is put, and what must be known of it on the day `today`. */
function standingOf(offer: Provision, corpus: Corpus, language: Language, today: string) {
  const states = statesOf([...ancestorsOf(corpus, offer), offer], today)
  return {
    status: instrumentOf(corpus, offer.key)?.status,
    strength: offer.level === 'measure' ? offer.strength : undefined,
    formerly: offer.formerly,
    states: states.map((state) => ({ kind: state.kind, text: stateText(state, language) })),
  }
}

/** Where a provision stands, as cards say it: its instrument, and the way from there. */
function wholePlaceText(corpus: Corpus, provision: Provision, language: Language): string {
  const place = locationText(corpus, provision, language)
  const instrument = instrumentOf(corpus, provision.key)
  return instrument === undefined || instrument === provision
    ? place
    : `${nameIn(instrument.titles, language)} › ${place}`
}
