import type { Upcoming } from './ahead/upcoming.ts'
import { countedNumber } from './numbers/countedNumber.ts'
import { emptyDraft, type Draft, type Head } from './draft.ts'
import {
  beginning,
  follows,
  followsWithGap,
  isInBrackets,
  isNumber,
  type Enumerator,
  type Reading,
} from './numbers/enumerator.ts'
import { readLawEnumerator, type LawEnumerator } from './numbers/lawEnumerator.ts'
import type { OpenParts } from './openParts.ts'
import { deepestRank, measureRank, pointRank } from './ranks.ts'

/** `1. `, `1a. `: how the paragraphs of an article are numbered. */
const numberedParagraph =
  /^(\d{1,3}(?:[a-z]{0,2}|[ -]?(?:bis|ter|quater|quinquies|sexies)))\.\s+(?=[\p{L}“‘"'(])/u

/** What is counted by `(a)`, `2.`, `（三）`: points of measures, and measures right below divisions. */
export class Enumerations {
  readonly #open: OpenParts
  readonly #ahead: Upcoming
  /** The division in which a list is not read; what it counts within it is no measure, either. */
  #uncounted: Draft | undefined
  /** How far each way to count came within measures, and how these are counted. */
  readonly #within = new Map<string, { readonly number: number; readonly above: string }>()

  /** Whether what counts right below divisions are the sections of an act. */
  readonly #isAct: boolean

  constructor(open: OpenParts, ahead: Upcoming, isAct: boolean) {
    this.#isAct = isAct
    this.#open = open
    this.#ahead = ahead
  }

  /** `1. `, `1a. ` in an article begins a paragraph of it, or a point in one: what stands behind the number; `undefined` where none begins. */
  addNumbered(text: string): string | undefined {
    const [whole = '', printed = ''] =
      (this.#open.isWithinArticle ? numberedParagraph.exec(text) : null) ?? []
    const label = printed.replace(' ', '')
    const number = countedNumber(label)
    if (number === undefined) return undefined
    const readings: readonly Reading[] = [{ style: 'before a stop digit', number }]
    const before = this.#open.all.findLast(({ reading }) => follows(readings, reading))
    const outer = before ?? this.#open.all.findLast(({ reading }) => isOfStyle(readings, reading))
    const isNested = before === undefined && number <= 1 && this.#isListWithin(outer)
    const rank = isNested ? this.#deeper() : (outer?.rank ?? pointRank)
    this.#push({ label, printed: whole.trim(), rank, reading: readings[0] })
    return text.slice(whole.length)
  }

  /** Whether a list that is counted otherwise is open below `outer` that a list by numbers belongs to. */
  #isListWithin(outer: Draft | undefined): boolean {
    const lists = this.#open.all.filter(
      ({ rank, reading }) =>
        rank > (outer?.rank ?? measureRank) &&
        reading !== undefined &&
        reading.style !== 'before a stop digit',
    )
    if (lists.length === 0) return false
    if (this.#open.isAnnounced) return true
    if (lists.some(({ reading }) => / (?:digit|Chinese)$/u.test(reading?.style ?? ''))) return true
    for (const { readings } of this.#ahead.enumerators()) {
      if (lists.some(({ reading }) => follows(readings, reading))) return true
    }
    return false
  }

  /** Whether `§ 10.` goes on from the paragraphs of the article that is open, and is no section. */
  goesOnBySign(text: string): boolean {
    const read = text.startsWith('§') ? readLawEnumerator(text) : undefined
    return (
      read?.isParagraph === true &&
      this.#open.all.some(({ kind, parts }) => {
        const before = kind === 'article' ? parts.at(-1)?.reading : undefined
        return follows(read.readings, before) !== undefined
      })
    )
  }

  /** What is counted as laws of some languages do, `２　`, `イ　`, `§ 1º`, `I –`: what stands behind the number. */
  addOfLaw(text: string): string | undefined {
    const isWithin = this.#open.isWithinMeasure && !this.#open.isRecital
    const read = isWithin ? readLawEnumerator(text) : undefined
    if (read === undefined || !(this.#open.isWithinLaw || this.#isInList(read))) return undefined
    const { rest, place } = read
    const printed = {
      printed: text.slice(0, text.length - rest.length).trim(),
      ...(place !== undefined && { place }),
    }
    const isAdded =
      read.isParagraph === true
        ? this.#addParagraph(read, printed)
        : this.#addPointOfLaw(read, printed)
    return isAdded ? rest : undefined
  }

  /** Whether it goes on from what is open, or from the colon before it. */
  #isInList({ readings }: LawEnumerator): boolean {
    return (
      this.#open.isAnnounced ||
      this.#open.all.some(({ reading }) => follows(readings, reading) !== undefined)
    )
  }

  /** A paragraph right below the article or section. */
  #addParagraph(
    { label, readings, isPlain = false, beginsWithSecond = false }: LawEnumerator,
    printed: Pick<Head, 'printed' | 'place'>,
  ): boolean {
    const law = this.#open.all.findLast(isOfLaw)
    const [reading] = readings
    if (law === undefined || reading === undefined) return false
    const before = law.parts.findLast((part) => isOfStyle(readings, part.reading))
    const hasWords = law.paragraphs.length > 0 || law.parts.length > 0
    if (before !== undefined) {
      const isNext =
        follows(readings, before.reading) ??
        (isPlain ? undefined : followsWithGap(readings, before.reading))
      if (isNext === undefined) return false
    } else if (reading.number === 2 && beginsWithSecond && isBehindFirst(law, reading)) {
      this.#open.closeWithin(law)
      if (law.parts.length > 0) makeFirstParagraph(law)
    } else if (reading.number > 1) return false
    else if (reading.style === 'before a space digit') {
      if (hasWords || !this.#isFollowed(reading)) return false
    }
    this.#push({
      label,
      ...printed,
      rank: law.rank < measureRank ? pointRank : law.rank + 1,
      reading,
    })
    return true
  }

  /** Whether words say that a list follows, as where no colon does. */
  get #isSaidToFollow(): boolean {
    return /次[のに]|各号|각 [호목]/u.test(this.#open.last.paragraphs.at(-1) ?? '')
  }

  /** Whether another goes on from `reading` before the next measure. */
  #isFollowed(reading: Reading): boolean {
    for (const { readings } of this.#ahead.enumerators()) {
      if (follows(readings, reading) !== undefined) return true
    }
    return false
  }

  #addPointOfLaw(read: LawEnumerator, printed: Pick<Head, 'printed' | 'place'>): boolean {
    const { readings } = read
    const goesOn = this.#open.all.some(({ reading }) => follows(readings, reading))
    const begun = beginning(readings)
    const begins =
      begun !== undefined &&
      (this.#open.isAnnounced || this.#isSaidToFollow || this.#isFollowed(begun))
    if (goesOn || begins) {
      this.addPoint(read, printed)
      return true
    }
    const before = this.#open.all.findLast(({ reading }) => isBitFurther(readings, reading))
    if (before === undefined) return false
    const reading = followsWithGap(readings, before.reading)
    this.#push({ label: read.label, ...printed, rank: before.rank, reading })
    return true
  }

  /** Begins the part that `enumerator` counts, printed as `printed`; `false` where it counts none here. */
  add(enumerator: Enumerator, printed: string, heading?: string): boolean {
    if (isNumber(enumerator) && !isInBrackets(enumerator)) {
      if (this.#open.isRecital) this.#open.close(measureRank)
      if (this.#open.isCountedOnly) {
        if (this.#addCounted(enumerator, printed)) return true
        if (!this.#open.isAnnounced) return false
      }
    }
    if (this.#open.isWithinMeasure)
      return this.#addWithin(enumerator, { printed, ...(heading !== undefined && { heading }) })
    if (isInBrackets(enumerator) && this.#open.last === this.#uncounted) return false
    const isLabelled = this.#open.last.label !== undefined
    const isPoint = isInBrackets(enumerator) || (isAtBracket(enumerator) && this.#isAnnouncedHere)
    if (!isNumber(enumerator) && !(isLabelled && isPoint)) return false
    return this.#addCounted(enumerator, printed)
  }

  /** Whether the division says that a list follows. */
  get #isAnnouncedHere(): boolean {
    return this.#open.isAnnounced && this.#open.last.paragraphs.length > 0
  }

  /** `enumerator` was not taken: what goes on from it here is not taken, either. */
  leave(enumerator: Enumerator): void {
    if (isInBrackets(enumerator)) this.#uncounted = this.#open.last
  }

  #addWithin(enumerator: Enumerator, printed: Pick<Head, 'printed' | 'heading'>): boolean {
    const { readings } = enumerator
    const goesOn = this.#open.all.some(({ reading }) => follows(readings, reading))
    const isStated = isInBrackets(enumerator) && this.#isStated(readings)
    const isTaken = goesOn || this.#isFirst(readings) || isStated || this.#goesOnFromOther(readings)
    if (!isTaken) return this.#addGap(enumerator, printed)
    this.addPoint(enumerator, printed)
    return true
  }

  /** `3.` within （二）, where （一） has 1 and 2: a plan may count through all of it. */
  #goesOnFromOther(readings: readonly Reading[]): boolean {
    const above = this.#open.all.findLast(({ level }) => level === 'measure')?.reading?.style
    return readings.some(({ style, number }) => {
      const before = this.#within.get(style)
      return before !== undefined && before.above === above && before.number + 1 === number
    })
  }

  /** `(aa)` begins a list only where one is announced. */
  #isFirst(readings: readonly Reading[]): boolean {
    const first = beginning(readings)
    return first !== undefined && (!isOfDoubleLetters(first) || this.#open.isAnnounced)
  }

  /** Whether a list begins here with any number, as in an excerpt. */
  #isStated(readings: readonly Reading[]): boolean {
    const isWhole = readings.some((one) => Number.isInteger(one.number) && !one.isDependent)
    return isWhole && !this.#open.all.some(({ reading }) => isOfStyle(readings, reading))
  }

  /** A number that leaves some out, as where provisions were repealed. */
  #addGap(enumerator: Enumerator, printed: Pick<Head, 'printed' | 'heading'>): boolean {
    const before = this.#open.all.findLast(({ reading }) =>
      followsWithGap(enumerator.readings, reading),
    )
    const isLetter = enumerator.readings.some(
      ({ style }) => style === 'before a bracket lower letter',
    )
    if (before === undefined || !(isInBrackets(enumerator) || isLetter)) return false
    const reading = followsWithGap(enumerator.readings, before.reading)
    this.#push({ label: enumerator.label, ...printed, rank: before.rank, reading })
    return true
  }

  /** `12. Set out a plan`, `（三）`, right below a division, where it goes on from 11, or begins with 1 below another. */
  #addCounted({ readings, label }: Enumerator, printed: string): boolean {
    const reading = readings.find(({ style, number }) =>
      this.#open.counting.countsOn(style, number),
    )
    if (reading === undefined) return false
    const isSection =
      this.#isAct &&
      reading.style === 'before a stop digit' &&
      !this.#open.all.some(({ kind }) => kind === 'annex')
    this.#open.push({
      level: 'measure',
      ...(isSection && { kind: 'section' }),
      ...{ label, printed, rank: measureRank, reading },
    })
    return true
  }

  /** Begins a point of what is open: beside that from which it goes on, else within all. */
  addPoint(
    { label, readings }: Enumerator,
    printed: Pick<Head, 'printed' | 'heading' | 'place'>,
  ): void {
    const continued = this.#continued(label, readings)
    if (continued !== undefined) {
      const { rank } = continued
      this.#push({ label, ...printed, rank, reading: follows(readings, continued.reading) })
      return
    }
    const rank = this.#begunAnew(readings)?.rank ?? this.#deeper()
    this.#push({ label, ...printed, rank, reading: beginning(readings) ?? readings[0] })
  }

  /**
   * The part that `readings` go on from. `(i)` may go on from `(h)`, or begin a list, and `(v)` go on from `(iv)` or
   * `(u)`: what comes first behind it, `(ii)` or `(j)`, decides, and where neither comes, whether a list is announced.
   */
  #continued(label: string, readings: readonly Reading[]): Draft | undefined {
    const lists = this.#listsBefore(readings)
    const latest = lists.at(-1)
    if (latest === undefined) return undefined
    const begun = beginning(readings)
    const begins = begun !== undefined && !isOfStyle([begun], latest.reading) ? begun : undefined
    if (lists.length === 1 && begins === undefined) return latest
    for (const next of this.#ahead.enumerators()) {
      if (next.label === label) return latest
      if (follows(next.readings, begins)) return undefined
      const list = lists.findLast(({ reading }) => {
        const here = follows(readings, reading)
        return follows(next.readings, here)
      })
      if (list !== undefined) return list
    }
    const isWithin = begins !== undefined && this.#open.isAnnounced
    return isWithin && !(isOfDoubleLetters(begins) && this.#open.last === latest)
      ? undefined
      : latest
  }

  /** The open lists that go on with one of `readings`; `(ii)` was put behind `(i)` only where it is no number. */
  #listsBefore(readings: readonly Reading[]): readonly Draft[] {
    const own = readings.filter(({ isDependent }) => isDependent !== true)
    const lists = this.#open.all.filter(({ reading }) => follows(own, reading))
    return lists.length > 0
      ? lists
      : this.#open.all.filter(({ reading }) => follows(readings, reading))
  }

  #deeper(): number {
    return Math.min(Math.max(pointRank, this.#open.last.rank + 1), deepestRank)
  }

  #push({
    reading,
    ...head
  }: Omit<Head, 'level' | 'kind' | 'reading'> & { readonly reading: Reading | undefined }): void {
    // Before what it stands beside is closed: that tells what it is.
    const kind = this.#kindOf(head.rank)
    this.#open.close(head.rank)
    const above = this.#open.last.reading?.style
    if (reading !== undefined && above !== undefined) {
      this.#within.set(reading.style, { number: reading.number, above })
    }
    this.#open.push({
      level: 'measure',
      ...kind,
      ...head,
      ...(reading && { reading }),
    })
  }

  /** Sections of an act are beside sections. */
  #kindOf(rank: number): Pick<Head, 'kind'> {
    if (rank !== measureRank) return { kind: this.#kindOfPoint(rank) }
    const isSection =
      this.#isAct && this.#open.all.some((one) => one.rank === rank && one.kind === 'section')
    return isSection ? { kind: 'section' } : {}
  }

  /** The first level that is counted is of paragraphs, what is within these of points. */
  #kindOfPoint(rank: number): 'paragraph' | 'point' {
    const isWithin = this.#open.all.some(
      (draft) => draft.rank < rank && ['paragraph', 'point', 'recital'].includes(draft.kind ?? ''),
    )
    return isWithin ? 'point' : 'paragraph'
  }

  /** The list that is counted in the same way, where nothing announces one within it. */
  #begunAnew(readings: readonly Reading[]): Draft | undefined {
    const begun = beginning(readings)
    if (this.#open.isAnnounced || begun === undefined) return undefined
    return this.#open.all.findLast(
      ({ reading, rank }) => rank > measureRank && isOfStyle([begun], reading),
    )
  }
}

/** `a)`. */
function isAtBracket({ readings }: Enumerator): boolean {
  return readings.some(({ style }) => style === 'before a bracket lower letter')
}

function isOfLaw({ level, kind }: Draft): boolean {
  return level === 'measure' && (kind === 'article' || kind === 'section')
}

/** Whether `law` has words that the paragraph counted by `reading` may be the second of. */
function isBehindFirst({ kind, heading, paragraphs, parts }: Draft, { style }: Reading): boolean {
  const isCounted = style === 'behind a word digit' || kind === 'article'
  return isCounted && (heading !== undefined || paragraphs.length > 0 || parts.length > 0)
}

/** Puts all that stands in an article or section in its first paragraph, which bears no number. */
function makeFirstParagraph(law: Draft): void {
  const first = {
    ...emptyDraft({ level: 'measure', kind: 'paragraph', label: '1', rank: pointRank }, 0),
    paragraphs: law.paragraphs.splice(0),
    parts: law.parts.splice(0).map((part) => ({ ...part, kind: 'point' as const })),
    rows: law.rows.splice(0),
  }
  law.parts.push(first)
}

/** So many numbers may be left out where nothing but the number says that a point begins. */
const widestGap = 3

function isBitFurther(readings: readonly Reading[], before: Reading | undefined): boolean {
  const reading = followsWithGap(readings, before)
  return reading !== undefined && reading.number <= (before?.number ?? 0) + widestGap
}

function isOfStyle(readings: readonly Reading[], other: Reading | undefined): boolean {
  return readings.some(({ style }) => style === other?.style)
}

function isOfDoubleLetters({ style }: Reading): boolean {
  return style.endsWith('double letter')
}
