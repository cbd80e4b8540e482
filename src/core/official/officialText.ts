import { childrenOf, type Corpus } from '../corpus/corpus.ts'
import { pathOf, type Key } from '../corpus/key.ts'
import type { Division, Instrument, Measure, Provision } from '../corpus/provision.ts'
import { sameLabel } from '../text/numerals.ts'
import type { Span } from '../text/span.ts'
import type { Outline, PageSpan, PageStart, Part } from './outline.ts'
import { runStart } from '../text/characters.ts'
import { greatestOf, leastOf } from '../text/lists.ts'

/** The issuer's own words: the text of an official document, and where in it each provision stands. */
export interface OfficialText {
  /** Headings and paragraphs in the order of the document, parted by two line feeds. */
  readonly text: string
  /** Where another page of the file begins in it, by offset; empty where the document has none. */
  readonly pageStarts: readonly PageStart[]
  /** By key, in the order of the instrument. */
  readonly passages: ReadonlyMap<string, PassageSpans>
  /** The provisions that were not found in the document, in the order of the instrument. */
  readonly missing: readonly Key[]
  /** What it was read from, by which all of it can be searched. */
  readonly document?: ReadDocument
}

/** An official document, with the parts of it that are provisions. */
export interface ReadDocument {
  readonly outline: Outline
  /** By key. */
  readonly parts: ReadonlyMap<string, Part>
}

/** Where in the text of an {@link OfficialText} a provision stands. */
export interface PassageSpans {
  readonly key: Key
  /** Its own paragraphs: without its heading, and without the provisions below it. */
  readonly own: Span
  /** From its heading to the end of all that stands below it. */
  readonly whole: Span
}

/**
 * Finds each provision of `instrument` in the outline of its official document: below the part that its
 * parent was found in, by its printed heading, else by its label, else by the words that the corpus says it
 * begins with or is called by, where one part alone is such, else by its place among as many unlabelled measures
 * as the corpus has there. Where labels run through the instrument, what stands in a division that the document
 * lacks is looked for all the same. What fits none is missing; nothing is guessed.
 */
export function findPassages(
  outline: Outline,
  instrument: Instrument,
  corpus: Corpus,
): OfficialText {
  const laidOut = layOut(outline.parts)
  const passages = new Map<string, PassageSpans>()
  const missing: Key[] = []
  const parts = new Map<string, Part>()
  const visit = (parent: Provision, among: readonly Part[], isFound: boolean): void => {
    const children = childrenOf(corpus, parent)
    const found = matchAll(children, among, parent, isFound)
    for (const child of children) {
      const part = found.get(child)
      const spans = part && laidOut.spans.get(part)
      if (spans === undefined) missing.push(child.key)
      else passages.set(child.key, { key: child.key, ...spans })
      if (part !== undefined) parts.set(child.key, part)
      const runsThrough = childrenOf(corpus, child).some((one) => !isLabelledWithin(one, child))
      visit(child, part?.parts ?? (runsThrough ? among : []), part !== undefined)
    }
  }
  visit(instrument, outline.parts, true)
  const { text, pageStarts } = laidOut
  return { text, pageStarts, passages, missing, document: { outline, parts } }
}

/** The pages of the file that `span` of an official text stands on; `undefined` where it has no pages. */
export function pagesOfSpan(
  { pageStarts }: Pick<OfficialText, 'pageStarts'>,
  span: Span,
): PageSpan | undefined {
  const begun = pageStarts.findLastIndex(({ offset }) => offset <= span.start)
  const after = pageStarts.findIndex(({ offset }) => offset >= span.end && offset > span.start)
  const touched = pageStarts.slice(Math.max(begun, 0), after === -1 ? undefined : after)
  const pages = touched.map(({ page }) => page)
  return pages.length === 0 ? undefined : { first: leastOf(pages), last: greatestOf(pages) }
}

/** The printed pages that stand on these pages of the file, for an instrument that says where page 1 is. */
export function printedPages(
  { firstPage }: Instrument,
  { first, last }: PageSpan,
): PageSpan | undefined {
  if (firstPage === undefined) return undefined
  const printed = { first: first - firstPage + 1, last: last - firstPage + 1 }
  return printed.first < 1 ? undefined : printed
}

interface LaidOut {
  readonly text: string
  readonly pageStarts: readonly PageStart[]
  readonly spans: ReadonlyMap<Part, { readonly own: Span; readonly whole: Span }>
}

const between = '\n\n'

/** All parts one behind the other, in one text. */
function layOut(parts: readonly Part[]): LaidOut {
  let text = ''
  const pageStarts: PageStart[] = []
  const spans = new Map<Part, { readonly own: Span; readonly whole: Span }>()
  const put = (added: string): number => {
    if (text !== '') text += between
    const start = text.length
    text += added
    return start
  }
  const turn = (page: number, offset: number): void => {
    if (pageStarts.at(-1)?.page !== page) pageStarts.push({ page, offset })
  }
  const visit = (part: Part): void => {
    let start: number | undefined
    if (part.heading !== undefined && part.heading !== '') {
      start = put(part.heading)
      if (part.pages) turn(part.pages.first, start)
    }
    const ownStart = part.text === '' ? (start ?? text.length) : put(part.text)
    const own = { start: part.text === '' ? text.length : ownStart, end: text.length }
    for (const { page, offset } of part.pageStarts ?? []) turn(page, own.start + offset)
    part.parts.forEach(visit)
    spans.set(part, { own, whole: { start: start ?? own.start, end: text.length } })
  }
  parts.forEach(visit)
  return { text, pageStarts, spans }
}

type Child = Division | Measure

/** Whether the label of `child` counts within `parent` alone: that of `I.1` in `I`, not of `4` in `chp-I`. */
function isLabelledWithin(child: Child, parent: Provision): boolean {
  return child.key.startsWith(`${parent.key}.`)
}

/** The part of each child that has one; by its place only where `parent` was found. */
function matchAll(
  children: readonly Child[],
  among: readonly Part[],
  parent: Provision,
  isFound: boolean,
): ReadonlyMap<Child, Part> {
  const found = new Map<Child, Part>()
  const taken = new Set<Part>()
  const takeBy = (partOf: (child: Child) => Part | undefined): void => {
    for (const child of children) {
      const part = found.has(child) ? undefined : partOf(child)
      if (part === undefined) continue
      found.set(child, part)
      taken.add(part)
    }
  }
  takeBy((child) => byHeading(child, among, taken) ?? byLabel(child, among, taken, parent))
  takeBy((child) => byFirstWords(child, among, taken))
  return found.size > 0 || !isFound ? found : byPlace(children, among)
}

/** The first part with the heading that the corpus says is printed; parts stand in the order of the document. */
function byHeading(
  child: Child,
  among: readonly Part[],
  taken: ReadonlySet<Part>,
): Part | undefined {
  const heading = folded(child.titles.en)
  if (heading === '') return undefined
  const isHeaded = (part: Part): boolean => folded(part.heading ?? '') === heading
  return nearest(among, (part) => !taken.has(part) && isOfSort(part, child) && isHeaded(part))
}

/** The part at the end of the labels that the child's key has beyond its parent's. */
function byLabel(
  child: Child,
  among: readonly Part[],
  taken: ReadonlySet<Part>,
  parent: Provision,
): Part | undefined {
  let here: Part | undefined
  let below = among
  const path = pathOf(parent.key) ?? ''
  let above = path.slice(runStart(path, /[^.-]/))
  for (const label of labelsBeyond(child.key, parent.key)) {
    here = nearest(below, (part) => !taken.has(part) && bears(part, label, child, above))
    if (here === undefined) return undefined
    below = here.parts
    above = label.number
  }
  return here
}

/** The only part that begins as the corpus says that the document begins the child: a division without a heading, as it is called. */
function byFirstWords(
  child: Child,
  among: readonly Part[],
  taken: ReadonlySet<Part>,
): Part | undefined {
  const words = wordsOf(child.level === 'division' ? child.titles.en : (child.firstWords ?? ''))
  if (words === '') return undefined
  const isMeant = (part: Part): boolean =>
    !taken.has(part) &&
    isOfSort(part, child) &&
    part.level === child.level &&
    beginningsOf(part).some((said) => begins(said, words))
  const first = nearest(among, isMeant)
  const isAlone = find(among, (part) => part !== first && isMeant(part)) === undefined
  return isAlone ? first : undefined
}

/** What a part that an import has no printed heading of may be called by; of a measure its heading as well. */
function beginningsOf({ level, heading = '', printed = '', text }: Part): readonly string[] {
  if (level === 'measure') return [heading === '' ? text : heading]
  return heading === '' ? [printed, text] : []
}

/** Whether `said` begins with `words`, and not within a word. */
function begins(said: string, words: string): boolean {
  const first = wordsOf(said.slice(0, longestBeginning))
  if (!first.startsWith(words)) return false
  const behind = first.charAt(words.length)
  return behind === '' || behind === ' ' || /\p{Script=Han}/u.test(behind)
}

/** More of a part is no beginning, in UTF-16 units. */
const longestBeginning = 400

/** Whether `part` has the number of a step, or that behind the one `above` it: `3.1`. */
function bears(part: Part, { word, number }: StepOfKey, child: Child, above: string): boolean {
  if (part.label === undefined) return false
  if (!sameLabel(part.label, number) && part.label !== `${above}.${number}`) return false
  if (!isOfSort(part, child)) return false
  if (word !== undefined) return isOfKind(part, child)
  return part.kind === undefined || part.level === 'measure' || part.kind === child.kind
}

/** Recitals have numbers and headings that articles have, too. */
function isOfSort(part: Part, child: Child): boolean {
  return (part.kind === 'recital') === (child.kind === 'recital')
}

/** Whether the document calls the part what the corpus does, or nothing: a paragraph without a word of its kind is no chapter. */
function isOfKind({ kind, level }: Part, child: Child): boolean {
  return kind === undefined ? level === child.level : kind === child.kind
}

/** A step of a key: `sec-1` has a word and a number, `a` a number only. */
interface StepOfKey {
  readonly word: string | undefined
  readonly number: string
}

function labelsBeyond(child: Key, parent: Key): readonly StepOfKey[] {
  const path = pathOf(child) ?? ''
  const above = pathOf(parent)
  const rest =
    above !== undefined && path.startsWith(`${above}.`) ? path.slice(above.length + 1) : path
  return rest.split('.').map((step) => {
    const hyphen = step.lastIndexOf('-')
    return hyphen === -1
      ? { word: undefined, number: step }
      : { word: step.slice(0, hyphen), number: step.slice(hyphen + 1) }
  })
}

/** One by one, where the document has as many measures without labels as the corpus. */
function byPlace(children: readonly Child[], among: readonly Part[]): ReadonlyMap<Child, Part> {
  const measures = children.filter(({ level }) => level === 'measure')
  const parts = among.filter(({ level, label }) => level === 'measure' && label === undefined)
  if (measures.length !== parts.length) return new Map()
  return new Map(
    measures.flatMap((measure, index) => {
      const part = parts[index]
      return part === undefined ? [] : [[measure, part] as const]
    }),
  )
}

/** The first of `parts` for which `isWanted` holds, else the first of those below them. */
function nearest(parts: readonly Part[], isWanted: (part: Part) => boolean): Part | undefined {
  return parts.find(isWanted) ?? find(parts, isWanted)
}

/** The first part, each before those below it, for which `isWanted` holds. */
function find(parts: readonly Part[], isWanted: (part: Part) => boolean): Part | undefined {
  for (const part of parts) {
    if (isWanted(part)) return part
    const below = find(part.parts, isWanted)
    if (below !== undefined) return below
  }
  return undefined
}

/** `text` in small letters, without anything but letters and digits. */
function folded(text: string): string {
  return wordsOf(text).replaceAll(' ', '')
}

/** The words of `text` in small letters, with single spaces between. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
