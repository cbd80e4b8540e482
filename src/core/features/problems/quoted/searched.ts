import type { Key } from '../../../corpus/key.ts'
import type { Provision } from '../../../corpus/provision.ts'
import { pagesOfSpan, type OfficialText } from '../../../official/officialText.ts'
import type { Aside, Part } from '../../../official/outline.ts'
import {
  printedBefore,
  readInOrder,
  type ReadBefore,
  type Reading,
} from '../../../official/reading.ts'
import { introductionsTo, joinedPassage } from './introductions.ts'
import {
  indexPassages,
  type Passage,
  type PassageIndex,
  type PassagePart,
} from '../../../quotation/passageIndex.ts'
import { greatestOf } from '../../../text/lists.ts'
import { sliceSpan, type Span } from '../../../text/span.ts'
import {
  chineseScriptOf,
  writtenIn,
  type ChineseScript,
  type Written,
} from '../../../words/writtenLanguage.ts'

/** Where words of an official document stand. */
export interface WordsPlace {
  /** Of the narrowest provision that has all of them; absent where only the whole instrument has them. */
  readonly key?: Key
  /** The narrowest part of the document that has them, where that is no provision, nor in one. */
  readonly part?: Pick<Part, 'kind' | 'label' | 'heading'>
  /** What they stand in, where that is no running text. */
  readonly aside?: Aside['kind']
  /** The page of the file that they begin on. */
  readonly page?: number
  /** The number that this page prints. */
  readonly pageNumber?: string
}

/** What a document is written in; of a text without letters nothing. */
export interface WrittenText {
  readonly language?: Written
  readonly chinese?: ChineseScript
}

function writtenBy(sample: string): WrittenText {
  const language = writtenIn(sample)
  const chinese = language?.script === 'Han' ? chineseScriptOf(sample) : undefined
  return { ...(language && { language }), ...(chinese && { chinese }) }
}

/** So much of a document shows its language, in UTF-16 units. */
const longestSample = 50_000

/** A longer part is searched by what stands in it, in UTF-16 units. */
const longestUnit = 20_000

/**
 * All of an official text made ready to be searched: what each provision says, in the order of the document,
 * and the whole of it, with what stands beside the provisions. Nothing of it is made before it is asked for.
 */
export class Searched {
  readonly #official: OfficialText
  readonly #fold: (text: string) => string
  readonly #sides = new Map<ReadBefore, Side>()
  #written: WrittenText | undefined

  /** `fold` makes of each text what it is compared as, unit by unit. */
  constructor(official: OfficialText, fold: (text: string) => string) {
    this.#official = official
    this.#fold = fold
  }

  /** Whether there may be words in the document that are not searched. */
  get isPartial(): boolean {
    return this.#official.document?.outline.hasUnreadWords === true
  }

  /** What the document is written in, by its own words. */
  get written(): WrittenText {
    this.#written ??= writtenBy(this.read('headings').sample)
    return this.#written
  }

  /** The document read in one of two ways. */
  read(before: ReadBefore): Side {
    const side = this.#sides.get(before) ?? new Side(this.#official, before, this.#fold)
    this.#sides.set(before, side)
    return side
  }
}

/** A document read in one way, with its numbers or without. */
export class Side {
  readonly #official: OfficialText
  readonly #reading: Reading
  readonly #text: string
  readonly #before: ReadBefore
  readonly #fold: (text: string) => string
  readonly #keys: ReadonlyMap<Part, Key>
  readonly #cited = new Map<string, readonly Passage[]>()
  /** Where each passage of the index begins in the text. */
  readonly #starts = new Map<string, number>()
  #index: PassageIndex | undefined
  #stretches: readonly PassagePart[] | undefined

  constructor(official: OfficialText, before: ReadBefore, fold: (text: string) => string) {
    this.#official = official
    this.#before = before
    this.#fold = fold
    this.#reading = readInOrder(official.document?.outline ?? { parts: [], unread: [] }, before)
    this.#text = fold(this.#reading.text)
    this.#keys = keysOf(official)
  }

  /** All that `provision` says, and the words beside it; of an instrument everything. None where it was not found. */
  passagesOf(provision: Provision): readonly Passage[] {
    const { key } = provision
    const known = this.#cited.get(key) ?? this.#readPassages(provision)
    this.#cited.set(key, known)
    return known
  }

  /** The headings of what `provision` stands in, the outermost first; none where it was not found. */
  headingsAbove({ key }: Provision): readonly Passage[] {
    const part = this.#official.document?.parts.get(key)
    const span = part && this.#spanOf(part)
    if (span === undefined) return []
    const above = this.#pathTo(span).filter((one) => one !== part)
    const heads = above
      .map((one) => printedBefore(one, this.#before) ?? '')
      .filter((head) => head !== '')
    return [{ key: `${key}#above`, text: this.#fold(heads.join('\n\n')) }]
  }

  /** Enough of it to tell its language. */
  get sample(): string {
    return this.#text.slice(0, longestSample)
  }

  /** The words of the document, piece by piece. */
  get index(): PassageIndex {
    this.#index ??= indexPassages(this.#units(), [this.#passage(wholeKey, wholeOf(this.#text))])
    return this.#index
  }

  /** Where `span` of a passage of the index stands. */
  placeOf(passage: string, span: Span): WordsPlace {
    const aside = this.#reading.asides[asideNumber(passage)]
    if (aside !== undefined) return this.#placeOfAside(aside)
    const start = this.#starts.get(passage) ?? 0
    const within = { start: start + span.start, end: start + span.end }
    const page = pagesOfSpan(this.#reading, within)?.first
    return { ...this.#narrowest(within), ...this.#pageOf(page) }
  }

  #pageOf(page: number | undefined): Pick<WordsPlace, 'page' | 'pageNumber'> {
    if (page === undefined) return {}
    const pageNumber = this.#official.document?.outline.pageNumbers?.[page - 1] ?? ''
    return { page, ...(pageNumber !== '' && { pageNumber }) }
  }

  #readPassages({ key, level }: Provision): readonly Passage[] {
    const part = this.#official.document?.parts.get(key)
    const span = level === 'instrument' ? wholeOf(this.#text) : part && this.#spanOf(part)
    if (span === undefined) return []
    const beside = this.#asidesOf(level === 'instrument' ? undefined : part)
    const own = `${key}${marks[this.#before]}`
    return [
      this.#passage(own, this.#withHeadings(span)),
      ...(level === 'measure' ? this.#introduced(own, span) : []),
      ...(beside === '' ? [] : [{ key: `${key}#beside`, text: beside }]),
    ]
  }

  /** The words of `span` behind the introductory clauses that they go on with: a point is read with them. */
  #introduced(key: string, span: Span): readonly Passage[] {
    const above = introductionsTo(this.#pathTo(span), this.#reading, this.#before)
    if (above.length === 0) return []
    const passages = [...above, span].map((one) => this.#passage(key, one))
    return [joinedPassage(`${key}#introduced`, passages)]
  }

  /** The words of `span`, with the labels that are printed before some of them. */
  #passage(key: string, span: Span): Passage {
    const { labels } = this.#reading
    const own = []
    for (let at = firstAt(labels, span.start); at < labels.length; at += 1) {
      const label = labels[at]
      if (label === undefined || label.offset >= span.end) break
      own.push({ ...label, offset: label.offset - span.start })
    }
    return { key, text: sliceSpan(this.#text, span), labels: own, parts: this.#partsIn(span) }
  }

  /** The stretches of `span` that are of one provision, and of none below it. */
  #partsIn(span: Span): readonly PassagePart[] {
    this.#stretches ??= stretchesOf(this.#keys, (part) => this.#spanOf(part))
    const found: PassagePart[] = []
    const isBehind = (at: number): boolean => (this.#stretches?.[at]?.span.end ?? 0) > span.start
    for (let at = firstWhere(this.#stretches.length, isBehind); ; at += 1) {
      const stretch = this.#stretches[at]
      if (stretch === undefined || stretch.span.start >= span.end) return found
      const start = Math.max(span.start, stretch.span.start) - span.start
      const end = Math.min(span.end, stretch.span.end) - span.start
      found.push({ key: stretch.key, span: { start, end } })
    }
  }

  /** `span` with the headings that stand right before it: one of what it stands in may be quoted with it. */
  #withHeadings({ start, end }: Span): Span {
    const headingBefore = (at: number): number | undefined => this.#reading.headings.get(at - 2)
    let from = start
    for (let at = headingBefore(from); at !== undefined; at = headingBefore(at)) from = at
    return { start: from, end }
  }

  /** What stands beside the text of `part` or on its pages; of none, of the whole document. */
  #asidesOf(part: Part | undefined): string {
    // With the numbers it would be the same once more.
    if (this.#before !== 'headings') return ''
    const { asides } = this.#reading
    const own = asides.filter((one) => isBeside(one, part, this.#reading))
    return this.#fold(own.map(({ aside }) => aside.text).join('\n\n'))
  }

  #spanOf(part: Part): Span | undefined {
    return this.#reading.spans.get(part)
  }

  #placeOfAside({ aside, within }: Reading['asides'][number]): WordsPlace {
    const { kind, page } = aside
    const span = within && this.#spanOf(within)
    const place = span === undefined ? {} : this.#narrowest(span)
    return { ...place, aside: kind, ...this.#pageOf(page) }
  }

  /** The narrowest provision that holds `span`, or the narrowest part where none does. */
  #narrowest(span: Span): Pick<WordsPlace, 'key' | 'part'> {
    const path = this.#pathTo(span)
    const keys = path.flatMap((part) => this.#keys.get(part) ?? [])
    const [narrowest, key] = [path.at(-1), keys.at(-1)]
    if (key !== undefined) return { key }
    if (narrowest === undefined) return {}
    const { kind, label, heading } = narrowest
    return {
      part: {
        ...(kind !== undefined && { kind }),
        ...(label !== undefined && { label }),
        ...(heading !== undefined && { heading }),
      },
    }
  }

  /** The parts that hold `span`, each within the one before. */
  #pathTo(span: Span): readonly Part[] {
    const outline = this.#official.document?.outline
    const holds = (part: Part): boolean => isWithin(span, this.#spanOf(part))
    const path: Part[] = []
    for (let next = outline?.parts.find(holds); next !== undefined; next = next.parts.find(holds)) {
      path.push(next)
    }
    return path
  }

  *#units(): Iterable<Passage> {
    const { parts = [] } = this.#official.document?.outline ?? {}
    for (const span of this.#pieces(wholeOf(this.#text), parts)) {
      const key = `#${String(span.start)}`
      this.#starts.set(key, span.start)
      yield this.#passage(key, span)
    }
    if (this.#before !== 'headings') return
    for (const [number, { aside }] of this.#reading.asides.entries()) {
      yield { key: `${asideMark}${String(number)}`, text: this.#fold(aside.text) }
    }
  }

  /** `whole` cut at the edges of `parts`, and long parts at those within them. */
  *#pieces(whole: Span, parts: readonly Part[]): Iterable<Span> {
    let { start } = whole
    for (const part of parts) {
      const span = this.#spanOf(part)
      if (span === undefined || span.start === span.end) continue
      if (span.start > start) yield { start, end: span.start }
      if (span.end - span.start > longestUnit) yield* this.#pieces(span, part.parts)
      else yield span
      start = span.end
    }
    if (start < whole.end) yield { start, end: whole.end }
  }
}

/** The text cut wherever a provision begins or ends, each piece with the key of the innermost one. */
function stretchesOf(
  keys: ReadonlyMap<Part, Key>,
  spanOf: (part: Part) => Span | undefined,
): readonly PassagePart[] {
  const provisions = [...keys]
    .flatMap(([part, key]) => {
      const span = spanOf(part)
      return span === undefined ? [] : [{ key, span }]
    })
    .sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end)
  const found: PassagePart[] = []
  const open: PassagePart[] = []
  let at = 0
  const upTo = (end: number): void => {
    for (let last = open.at(-1); last !== undefined && at < end; last = open.at(-1)) {
      const start = at
      at = Math.min(end, last.span.end)
      if (start < at) found.push({ key: last.key, span: { start, end: at } })
      if (last.span.end > end) break
      open.pop()
    }
    at = end
  }
  for (const one of provisions) {
    upTo(one.span.start)
    open.push(one)
  }
  upTo(
    greatestOf(
      open.map(({ span }) => span.end),
      at,
    ),
  )
  return found
}

/** The number of the first label from `offset` on. */
function firstAt(labels: Reading['labels'], offset: number): number {
  return firstWhere(labels.length, (at) => (labels[at]?.offset ?? Infinity) >= offset)
}

/** The first of so many numbers that `holds` is true of, as it is of all behind; `count` where it is of none. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const marks: Readonly<Record<ReadBefore, string>> = {
  headings: '',
  'numbers and headings': '#numbers',
}
const wholeKey = '#whole'
const asideMark = '#aside '

/** The number of the aside that a passage of an index is; -1 where it is none. */
function asideNumber(passage: string): number {
  return passage.startsWith(asideMark) ? Number(passage.slice(asideMark.length)) : -1
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length }
}

function isWithin(span: Span, whole: Span | undefined): boolean {
  return whole !== undefined && whole.start <= span.start && span.end <= whole.end
}

/** Whether words stand beside `part`: they were found in it, or stand on its pages. Beside a whole document all do. */
function isBeside(
  { aside, within }: Reading['asides'][number],
  part: Part | undefined,
  { spans }: Reading,
): boolean {
  if (part === undefined) return true
  const { page = 0 } = aside
  const { first, last } = part.pages ?? { first: Infinity, last: 0 }
  if (first <= page && page <= last) return true
  const span = within && spans.get(within)
  return span !== undefined && isWithin(span, spans.get(part))
}

/** The provision that each part is. */
function keysOf({ document, passages }: OfficialText): ReadonlyMap<Part, Key> {
  const found = [...(document?.parts ?? [])].flatMap(([key, part]) => {
    const own = passages.get(key)?.key
    return own === undefined ? [] : [[part, own] as const]
  })
  return new Map(found)
}
