import { divisionKinds } from '../corpus/kinds.ts'
import { keyOf } from '../corpus/key.ts'
import type { DivisionKind, MeasureKind } from '../corpus/provision.ts'
import { numberOf } from '../text/numerals.ts'
import { insertedParts } from './insertedNumbers.ts'
import type { Part } from './outline.ts'

/** What a part stands in. */
export interface Above {
  readonly label: string
  /** The number that the document prints on it. */
  readonly number?: string
  readonly level: Part['level']
  readonly isAnnex: boolean
  /** What stands beside the part, itself among it. */
  readonly parts: readonly Part[]
}

const divisionWords: Readonly<Record<DivisionKind, string>> = {
  pillar: 'pillar',
  title: 'title',
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  annex: 'annex',
  goal: 'goal',
  function: 'function',
  category: 'category',
}

/**
 * Hands out labels, each once. Where the document numbers its measures (`Article 5`), these bear their
 * number, divisions and recitals a word before theirs (`chp-III`, `rct-12`); where it does not, all are
 * counted within what they stand in (`I.3.2`). A number that has that of what it stands in is whole: `4.1`
 * below `4`, `13.a` below `13`; and so is what is called by a code: `GOVERN.1.1`. A label that would stand
 * twice is written out with the division above it. What was inserted behind another has a hyphen for the dot of its
 * number: `sec-2-1` is section 2.1, and `sec-2.1` subsection 2(1). Where a key would be longer than keys may be, what
 * stands deeper is counted as if it stood above all else.
 */
export class ProvisionLabels {
  readonly #id: string
  /** Whether measures bear the numbers that the document prints. */
  readonly #arePrinted: boolean
  /** How often each of {@link outerNumbers} stands in the document. */
  readonly #counts: ReadonlyMap<string, number>
  /** Those whose number does not go on from what they stand in. */
  readonly #inserted: ReadonlySet<Part>
  readonly #taken = new Set<string>()
  /** Which number a label has that stood before. */
  readonly #times = new Map<string, number>()

  constructor(id: string, parts: readonly Part[]) {
    this.#id = id
    this.#inserted = insertedParts(parts)
    const numbers = parts.flatMap((part) => outerNumbers(part))
    this.#arePrinted = parts.some(hasPrintedNumbers)
    const counts = new Map<string, number>()
    for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
    this.#counts = counts
  }

  /** The label of `part`, which stands in `above`, `ordinal` of the parts there. */
  of(part: Part, above: Above, ordinal: number): string {
    const wanted = this.#wanted(part, above, ordinal)
    const label = this.#hasRoom(wanted) ? wanted : String(ordinal)
    for (let count = this.#times.get(label) ?? 1; ; count++) {
      const free = count === 1 ? label : `${label}-${String(count)}`
      if (this.#taken.has(free)) continue
      this.#taken.add(free)
      this.#times.set(label, count + 1)
      return free
    }
  }

  /** Whether a key can end with `label`, and with what may be put behind it. */
  #hasRoom(label: string): boolean {
    return keyOf(this.#id, `${label}-99999`) !== undefined
  }

  /** Its printed number, where that can end a key. */
  numberOf(part: Part): string | undefined {
    const { label } = part
    return this.#fit(this.#inserted.has(part) ? label?.replaceAll('.', '-') : label)
  }

  /** Whether it was inserted behind another, so that its key has `2-1` for the number `2.1`. */
  isInserted(part: Part): boolean {
    return this.#inserted.has(part)
  }

  #fit(label: string | undefined): string | undefined {
    const plain = label === undefined ? undefined : inDigits(label)
    return plain !== undefined && keyOf(this.#id, plain) !== undefined ? plain : undefined
  }

  #wanted(part: Part, above: Above, ordinal: number): string {
    const number = this.numberOf(part)
    if (part.kind === 'recital') return `rct-${number ?? String(ordinal)}`
    const code = isCoded(part) ? this.#fit(part.place?.replaceAll(' ', '.')) : undefined
    if (code !== undefined) return code
    if (number !== undefined && leads(part, number) && !this.#taken.has(number)) return number
    const whole = wholeLabel(number, above)
    if (!this.#arePrinted) {
      const isNamed =
        part.kind === 'annex' || (number === undefined && isTakenBeside(ordinal, above))
      if (isNamed) return divisionLabel(part, number, above, ordinal)
      return whole ?? joined(above.label, number ?? String(ordinal))
    }
    if (part.level === 'division') return divisionLabel(part, number, above, ordinal)
    if (whole !== undefined && part.kind === 'subsection') return whole
    const isOuter = above.level === 'division' || part.kind === 'section'
    const isBare = isOuter && !above.isAnnex && number !== undefined && isOfDocument(part, number)
    if (isBare && this.#counts.get(number) === 1) return number
    const goesOn = standsAlone(part) ? whole : undefined
    return goesOn ?? joined(above.label, number ?? String(ordinal))
  }
}

/** As it can stand in a key: `3` for `三` and `３`. */
function inDigits(label: string): string {
  const number = /^\p{Script=Han}+$/u.test(label) ? numberOf(label) : undefined
  return number === undefined ? label.normalize('NFKC') : String(number)
}

/** Whether any measure below `part` bears a number of the document. */
function hasPrintedNumbers({ level, kind, label, parts }: Part): boolean {
  return (
    (level === 'measure' && kind !== 'recital' && label !== undefined) ||
    parts.some(hasPrintedNumbers)
  )
}

/** Whether a measure is counted through the whole document, and not within what it stands in. */
function standsAlone({ kind }: Part): boolean {
  return kind === undefined || !countedWithin.has(kind)
}

/** Whether it needs no word of what it stands in: a small letter is that of a point, whatever counts it. */
function isOfDocument(part: Part, number: string): boolean {
  return standsAlone(part) && (part.kind !== undefined || !/^[a-z]{1,2}$/u.test(number))
}

const countedWithin: ReadonlySet<DivisionKind | MeasureKind> = new Set([
  ...(['recital', 'paragraph', 'point', 'clause', 'subsection'] as const),
  ...(['subparagraph', 'item', 'subitem'] as const),
])

const codedKinds: ReadonlySet<DivisionKind | MeasureKind> = new Set([
  ...(['function', 'category', 'subcategory', 'action'] as const),
])

/** Whether a part is called by a code, which is all of its number: `GOVERN 1.1`, `GV-1.1-001`. */
function isCoded({ kind, place }: Part): boolean {
  return place !== undefined && kind !== undefined && codedKinds.has(kind)
}

/** Whether the numbers of all parts of a goal begin with its own, which needs no word to be told from theirs. */
function leads({ kind, parts }: Part, number: string): boolean {
  return (
    kind === 'goal' &&
    parts.length > 0 &&
    parts.every(({ label }) => label?.startsWith(`${number}.`) === true)
  )
}

/** The label of a number that goes on from that of what it stands in: `4.1` below `4`, `chp-2.4.1` below `chp-2.4`. */
function wholeLabel(number: string | undefined, above: Above): string | undefined {
  if (number === undefined || above.number === undefined) return undefined
  if (!number.startsWith(`${above.number}.`) || !above.label.endsWith(above.number))
    return undefined
  return above.label.slice(0, above.label.length - above.number.length) + number
}

/** Whether another part bears as its number the `ordinal` of one that has none. */
function isTakenBeside(ordinal: number, { parts }: Above): boolean {
  return parts.some(({ label }) => label === String(ordinal))
}

/** `chp-III.sec-2`; of one without a number `sec-foreword`; of one that counts with its parent `sec-1.2`. */
function divisionLabel(
  part: Part,
  number: string | undefined,
  { label: above, parts }: Above,
  ordinal: number,
): string {
  const word = divisionWords[divisionKind(part)]
  if (number === undefined) {
    if (isOnlyAnnex(part, parts)) return joined(above, word)
    return joined(above, `${word}-${nameIn(part) ?? String(ordinal)}`)
  }
  if (isBox(part)) return joined(above, number)
  const outer = above.slice(above.lastIndexOf('-') + 1)
  const isWhole = outer !== '' && number.startsWith(`${outer}.`)
  return isWhole ? `${word}-${number}` : joined(above, `${word}-${number}`)
}

/** Whether it is counted by itself beside all else, and its number has the word for it: `box-1`. */
export function isBox({ label }: Part): boolean {
  return label?.startsWith('box-') === true
}

/** Whether no annex beside it has no number, either: it is called but that. */
function isOnlyAnnex({ kind }: Part, beside: readonly Part[]): boolean {
  if (kind !== 'annex') return false
  return beside.filter((one) => one.kind === 'annex' && one.label === undefined).length === 1
}

/** The first word of a heading that says something and can stand in a key. */
function nameIn({ heading }: Part): string | undefined {
  const words = heading?.toLowerCase().match(/[a-z]{3,20}/gu) ?? []
  return words.find((word) => !['the', 'and', 'for', 'our'].includes(word))
}

function joined(above: string, label: string): string {
  return above === '' ? label : `${above}.${label}`
}

/** The printed numbers that stand for parts of the whole document, but for its annexes: of measures, and of goals that lead theirs. */
function outerNumbers(part: Part): readonly string[] {
  if (part.kind === 'annex' || isBox(part)) return []
  const number = part.label === undefined ? undefined : inDigits(part.label)
  const isOuter =
    number !== undefined && (part.level === 'division' ? leads(part, number) : standsAlone(part))
  const below =
    part.level === 'division' ? part.parts : part.parts.filter(({ kind }) => kind === 'section')
  return [...(isOuter ? [number] : []), ...below.flatMap((child) => outerNumbers(child))]
}

/** What a division is called: a section where nothing says more. */
export function divisionKind({ kind }: Part): DivisionKind {
  if (kind === 'subcategory') return 'category'
  return divisionKinds.find((known) => known === kind) ?? 'section'
}
