import { fold } from '../../../src/core/words/fold.ts'

/** How a word that is typed stands for words of titles. */
export type Typing = 'whole' | 'beginning' | 'anywhere'

/** A word that is typed, and how. */
export interface TypedUnit {
  readonly text: string
  readonly typing: Typing
}

/** Says how many titles have all that is typed: counted, so that what is asked for can be found at all. */
export class TitleCounts {
  /** The titles that have each word, or pair of Chinese characters, by their numbers. */
  readonly #having = new Map<string, number[]>()
  /** All of these between line feeds. */
  #lines: string | undefined
  #count = 0

  add(title: string): void {
    for (const unit of new Set(countedUnits(title))) {
      const known = this.#having.get(unit)
      if (known === undefined) this.#having.set(unit, [this.#count])
      else known.push(this.#count)
    }
    this.#count += 1
  }

  /** How many titles have all of `typed`; of Chinese those that have all its pairs of characters. */
  count(typed: readonly TypedUnit[]): number {
    const lists = typed.map((unit) => this.#titlesWith(unit))
    const [first = new Set<number>(), ...others] = lists.toSorted((a, b) => a.size - b.size)
    return [...first].filter((title) => others.every((list) => list.has(title))).length
  }

  #titlesWith({ text, typing }: TypedUnit): ReadonlySet<number> {
    if (typing === 'whole') return new Set(this.#having.get(text))
    this.#lines ??= `\n${[...this.#having.keys()].join('\n')}\n`
    const titles = new Set<number>()
    const sought = typing === 'beginning' ? `\n${text}` : text
    for (let at = this.#lines.indexOf(sought); at !== -1;) {
      const start = this.#lines.lastIndexOf('\n', typing === 'beginning' ? at : at - 1) + 1
      const end = this.#lines.indexOf('\n', start)
      for (const title of this.#having.get(this.#lines.slice(start, end)) ?? []) titles.add(title)
      at = this.#lines.indexOf(sought, end)
    }
    return titles
  }
}

/** The words of `text`, and the pairs of its Chinese characters, as they are counted. */
export function countedUnits(text: string): readonly string[] {
  return (fold(text).match(/\p{sc=Han}+|[^\P{L}\p{sc=Han}]+|\p{N}+/gu) ?? []).flatMap((run) => {
    const characters = Array.from(run)
    if (!/^\p{sc=Han}{2}/u.test(run)) return [run]
    return characters.slice(1).map((second, at) => (characters[at] ?? '') + second)
  })
}
