import { leastOf } from '../../core/text/lists.ts'
import type { CellLabel } from './cellLabel.ts'

/** A row of a table that bears a label, or heads the rows below it. */
export class LabelledRow {
  /** Missing where the row only heads those below it. */
  readonly label: CellLabel | undefined
  /** Of the document, counted from 1. */
  readonly line: number
  /** The row that it stands below, by their places in the table. */
  group: LabelledRow | undefined
  /** The column of its label. */
  readonly #column: number
  /** What heads the columns of its table. */
  readonly #heads: ReadonlyMap<number, string>
  readonly #words = new Map<number, string>()
  readonly #behind: string[] = []
  #before = ''

  constructor(
    label: CellLabel | undefined,
    { line, column }: { readonly line: number; readonly column: number },
    heads: ReadonlyMap<number, string>,
  ) {
    this.label = label
    this.line = line
    this.#column = column
    this.#heads = heads
  }

  /** Adds words of a column behind those that it has. */
  add(column: number, words: string): void {
    const text = words.replace(continued, '').trim()
    if (text !== '') this.#words.set(column, joined(this.#words.get(column) ?? '', text))
  }

  /** Adds the beginning of its first sentence, which stands before its label. */
  addBefore(words: string): void {
    this.#before = joined(this.#before, words)
  }

  /** Adds words that belong to all rows below it. */
  addBehind(words: string): void {
    this.#behind.push(words)
  }

  /** The column in which a sentence is left open, the first one of several. */
  get openColumn(): number | undefined {
    const columns = [...this.#words.keys()].filter((column) => this.isOpenIn(column))
    return columns.length === 0 ? undefined : leastOf(columns)
  }

  /** Whether a sentence is left open in a column. */
  isOpenIn(column: number): boolean {
    const words = this.#words.get(column)
    return words !== undefined && !endsSentence(words)
  }

  /** Takes away the last sentence of a column, where that is left open, and gives it. */
  takeOpenSentence(column: number): string {
    const words = this.#words.get(column) ?? ''
    const end = Math.max(words.lastIndexOf('. '), words.lastIndexOf('; '))
    if (end === -1 || endsSentence(words)) return ''
    this.#words.set(column, words.slice(0, end + 1))
    return words.slice(end + 2)
  }

  /**
   * Its words: first those right behind the label, then those of each other column, with the words
   * that head the column before them. Each column is a paragraph.
   */
  get text(): string {
    const columns = [...this.#words.keys()].sort((one, other) => one - other)
    const main = columns.find((column) => column >= this.#column) ?? columns[0] ?? 0
    const others = columns.filter((column) => column !== main)
    const paragraphs = [
      joined(this.#before, this.#words.get(main) ?? ''),
      ...others.map((column) => this.#headed(column)),
      ...this.#behind,
    ]
    return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
  }

  #headed(column: number): string {
    const head = this.#heads.get(column) ?? ''
    const words = this.#words.get(column) ?? ''
    return head === '' || column === this.#column ? words : `${head}: ${words}`
  }
}

/** What a table says where a page ends in it. */
const continued = /\(?continued(?: on next page| from previous page)?\)?$/iu

function joined(one: string, other: string): string {
  return one === '' || other === '' ? one + other : `${one} ${other}`
}

/** Whether `text` begins with a small letter, as the middle of a sentence does. */
export function startsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}

/** Whether a sentence ends where `text` does. */
export function endsSentence(text: string): boolean {
  return /[.!?;:。！？；：][)\]”"’」』]?$/u.test(text) && !text.endsWith(' vs.')
}
