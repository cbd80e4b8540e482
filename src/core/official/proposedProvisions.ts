import { divisionKinds, headingKind, usualKinds } from '../corpus/kinds.ts'
import { keyOf } from '../corpus/key.ts'
import type { DivisionKind, InstrumentType, MeasureKind } from '../corpus/provision.ts'
import type { Outline, Part } from './outline.ts'

/** A provision that a part of an official document may become, to be accepted or corrected. */
export interface ProposedProvision {
  readonly level: Part['level']
  /** The kind that its heading names; `undefined` for the usual measure of the instrument. */
  readonly kind?: DivisionKind | MeasureKind
  /** What its key ends with; each stands once. */
  readonly label: string
  readonly title: string
  /** Whether the document prints the title; else it is its first words. */
  readonly isPrinted: boolean
  /** Pages of the file, counted from 1. */
  readonly pages?: Part['pages']
  /** How the document names it, where analysts may: an eId. */
  readonly id?: string
  /** By the names that the document uses. */
  readonly agencies: readonly string[]
  readonly parts: readonly ProposedProvision[]
}

/**
 * The provisions that `outline` proposes for an instrument with this id and type. Where the document
 * numbers its measures (`Article 5`), these bear their number, divisions and recitals a word before theirs
 * (`chp-III`, `rct-12`); where it does not, all are counted within what they stand in (`I.3.2`). A label that
 * would stand twice is written out with the division above it.
 */
export function proposeProvisions(
  outline: Outline,
  { id, type }: { readonly id: string; readonly type: InstrumentType },
): readonly ProposedProvision[] {
  const labels = new Labels(id, outline.parts)
  const propose = (part: Part, above: Above, ordinal: number): ProposedProvision => {
    const label = labels.of(part, above, ordinal)
    const kind = kindOf(part, type)
    const here = { label, level: part.level, isAnnex: above.isAnnex || part.kind === 'annex' }
    const heading = part.heading ?? ''
    return {
      level: part.level,
      ...(kind !== undefined && { kind }),
      label,
      title: heading === '' ? firstWords(part) : heading,
      isPrinted: heading !== '',
      ...(part.pages !== undefined && { pages: part.pages }),
      ...(part.id !== undefined && isSpoken.test(part.id) && { id: part.id }),
      agencies: part.agencies ?? [],
      parts: part.parts.map((child, at) => propose(child, here, at + 1)),
    }
  }
  const root: Above = { label: '', level: 'division', isAnnex: false }
  return outline.parts.map((part, at) => propose(part, root, at + 1))
}

/** An eId (`art_5__para_1`) or a path (`/us/bill/118/s/1325/s2`), which says something; no serial number. */
const isSpoken = /^(?:[a-z]+_[\w.-]+|\/[\w/.-]+)$/u

/** What a part stands in. */
interface Above {
  readonly label: string
  readonly level: Part['level']
  readonly isAnnex: boolean
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

/** Hands out labels, each once. */
class Labels {
  readonly #id: string
  /** Whether measures bear the numbers that the document prints. */
  readonly #arePrinted: boolean
  /** How often each printed number of a measure stands in the document, but for annexes. */
  readonly #counts: ReadonlyMap<string, number>
  readonly #taken = new Set<string>()

  constructor(id: string, parts: readonly Part[]) {
    this.#id = id
    const numbers = parts.flatMap((part) => outerNumbers(part))
    this.#arePrinted = parts.some(hasPrintedNumbers)
    const counts = new Map<string, number>()
    for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
    this.#counts = counts
  }

  of(part: Part, above: Above, ordinal: number): string {
    const label = this.#wanted(part, above, ordinal)
    for (let count = 1; ; count++) {
      const free = count === 1 ? label : `${label}-${String(count)}`
      if (this.#taken.has(free)) continue
      this.#taken.add(free)
      return free
    }
  }

  #wanted(part: Part, above: Above, ordinal: number): string {
    const number = this.#numberOf(part)
    if (part.kind === 'recital') return `rct-${number ?? String(ordinal)}`
    if (!this.#arePrinted) return joined(above.label, number ?? String(ordinal))
    if (part.level === 'division') return divisionLabel(part, number, above, ordinal)
    const isBare =
      above.level === 'division' && !above.isAnnex && number !== undefined && standsAlone(part)
    if (isBare && this.#counts.get(number) === 1) return number
    return joined(above.label, number ?? String(ordinal))
  }

  /** Its printed number, where that can end a key. */
  #numberOf({ label }: Part): string | undefined {
    const plain = label?.normalize('NFKC')
    return plain !== undefined && keyOf(this.#id, plain) !== undefined ? plain : undefined
  }
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

const countedWithin: ReadonlySet<DivisionKind | MeasureKind> = new Set([
  ...(['recital', 'paragraph', 'point', 'clause', 'subsection'] as const),
  ...(['subparagraph', 'item', 'subitem'] as const),
])

/** `chp-III.sec-2`; of one without a number `sec-foreword`; of one that counts with its parent `sec-1.2`. */
function divisionLabel(
  part: Part,
  number: string | undefined,
  { label: above }: Above,
  ordinal: number,
): string {
  const word = divisionWords[divisionKind(part)]
  if (number === undefined) return joined(above, `${word}-${nameIn(part) ?? String(ordinal)}`)
  const outer = above.slice(above.lastIndexOf('-') + 1)
  const isWhole = outer !== '' && number.startsWith(`${outer}.`)
  return isWhole ? `${word}-${number}` : joined(above, `${word}-${number}`)
}

/** The first word of a heading that says something and can stand in a key. */
function nameIn({ heading }: Part): string | undefined {
  const words = heading?.toLowerCase().match(/[a-z]{3,20}/gu) ?? []
  return words.find((word) => !['the', 'and', 'for', 'our'].includes(word))
}

function joined(above: string, label: string): string {
  return above === '' ? label : `${above}.${label}`
}

/** The printed numbers of the measures that are counted through the whole document but its annexes. */
function outerNumbers(part: Part): readonly string[] {
  if (part.kind === 'annex') return []
  if (part.level === 'division') return part.parts.flatMap((child) => outerNumbers(child))
  return part.label === undefined || !standsAlone(part) ? [] : [part.label.normalize('NFKC')]
}

function divisionKind({ kind }: Part): DivisionKind {
  return divisionKinds.find((known) => known === kind) ?? 'section'
}

/** What its heading must say: nothing where it is the usual measure. */
function kindOf(part: Part, type: InstrumentType): DivisionKind | MeasureKind | undefined {
  if (part.level === 'division') return divisionKind(part)
  const named = part.kind === undefined ? undefined : headingKind(part.kind, type)
  return named?.level === 'measure' && named.kind !== usualKinds.get(type) ? named.kind : undefined
}

/** How many words, or Chinese characters, stand for a part that has no heading. */
const mostWords = 9
const mostCharacters = 16

/** The first words of a part, as a title until somebody writes a better one. */
export function firstWords({ text, parts, label }: Part): string {
  const line = (text === '' ? (parts[0]?.text ?? '') : text).replaceAll(/\s+/gu, ' ').trim()
  if (line === '') return label ?? '…'
  if (/^\p{Script=Han}/u.test(line)) {
    const [clause = line] = line.split(/[，。；：]/u)
    return clause.length <= mostCharacters ? clause : `${clause.slice(0, mostCharacters)}…`
  }
  const words = line.slice(0, 400).split(' ')
  return words.length <= mostWords ? line : `${words.slice(0, mostWords).join(' ')}…`
}
