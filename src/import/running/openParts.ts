import { addAll } from '../../core/text/lists.ts'
import { Counting } from './numbers/counting.ts'
import { emptyDraft, type Draft, type Head } from './draft.ts'
import { readEnumerator } from './numbers/enumerator.ts'
import { measureRank } from './ranks.ts'
import { isTitle } from './sectionMark.ts'

/** The parts within one another that the text stands in where it is read. */
export class OpenParts {
  readonly root: Draft = emptyDraft({ level: 'division', rank: 0 }, 0)
  readonly counting = new Counting()
  #open: Draft[] = [this.root]
  /** The part whose heading may stand in the next line. */
  #untitled: Draft | undefined

  /** The outermost first. */
  get all(): readonly Draft[] {
    return this.#open
  }

  get last(): Draft {
    return this.#open.at(-1) ?? this.root
  }

  /** Opens a part in what is larger, and closes what is not. */
  push(head: Head): void {
    this.close(head.rank)
    this.#untitled = undefined
    if (head.rank === measureRank && head.reading !== undefined) this.counting.count(head.reading)
    const above = this.last
    const draft = emptyDraft(head, above.paragraphs.length)
    above.parts.push(draft)
    this.#open.push(draft)
  }

  /** Puts `parts` into the division that is open; what is open remains so. */
  addBeside(parts: readonly Draft[]): void {
    const above = this.#open.findLast(({ level }) => level === 'division') ?? this.root
    const at = above.paragraphs.length
    addAll(
      above.parts,
      parts.map((part) => ({ ...part, at })),
    )
  }

  /** Closes all parts that are not larger than `rank`. */
  close(rank: number): void {
    while (this.last.rank >= rank && this.#open.length > 1) this.#open.pop()
  }

  /** Closes all parts that are smaller than `rank`. */
  closeBelow(rank: number): void {
    while (this.last.rank > rank) this.#open.pop()
  }

  /** A measure that is a heading stands beside a heading of the same depth that bears no number: `Preamble`, `Article 1`. */
  closeUnlabelled(depth: number): void {
    const at = this.#open.findIndex(
      ({ level, kind, label, rank }) =>
        level === 'division' && kind === undefined && label === undefined && rank >= depth,
    )
    if (at > 0) this.#open = this.#open.slice(0, at)
  }

  /** An annex stands behind all that bears a number, and beside none of its divisions. */
  closeForAnnex(): void {
    const at = this.#open.findIndex(
      ({ level, kind, label }) => level === 'division' && kind !== 'annex' && label !== undefined,
    )
    if (at > 0) this.#open = this.#open.slice(0, at)
  }

  /** Closes all parts within `part`. */
  closeWithin(part: Draft): void {
    const at = this.#open.indexOf(part)
    if (at !== -1) this.#open = this.#open.slice(0, at + 1)
  }

  /** The next line may be the heading of the part that was opened last. */
  awaitTitle(): void {
    this.#untitled = this.last
  }

  /** What follows is the text of the last part, and no heading of it. */
  expectNoTitle(): void {
    this.#untitled = undefined
  }

  /** Gives the part before its heading, where that stands in the line behind its number. */
  entitle(text: string): boolean {
    const draft = this.#untitled
    // Standards say so of an annex before its title.
    if (draft !== undefined && /^\((?:normative|informative)\)$/iu.test(text)) {
      draft.printed = `${draft.printed ?? ''} ${text}`.trim()
      return true
    }
    this.#untitled = undefined
    if (draft === undefined || !isTitle(text) || readEnumerator(text) !== undefined) return false
    draft.heading = text
    draft.printed = `${draft.printed ?? ''} ${text}`.trim()
    return true
  }

  /** Whether no part is open but divisions, and measures that these count. */
  get isCountedOnly(): boolean {
    return this.#open.every(
      ({ level, kind, reading }) =>
        level === 'division' ||
        ((kind === undefined || kind === 'section') && reading?.style === 'before a stop digit'),
    )
  }

  get isRecital(): boolean {
    return this.#open.find(({ level }) => level === 'measure')?.kind === 'recital'
  }

  /** Whether what was read last says that a list follows. */
  get isAnnounced(): boolean {
    return /[:：—–-]$/u.test(this.last.paragraphs.at(-1) ?? this.last.heading ?? '')
  }

  get isWithinMeasure(): boolean {
    return this.#open.some(({ level }) => level === 'measure')
  }

  get isWithinArticle(): boolean {
    return this.#open.some(({ level, kind }) => level === 'measure' && kind === 'article')
  }

  get isWithinLaw(): boolean {
    return this.#open.some(
      ({ level, kind }) => level === 'measure' && (kind === 'article' || kind === 'section'),
    )
  }
}
