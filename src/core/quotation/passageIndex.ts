import { WordNumbers } from './wordNumbers.ts'
import { readWording, type Wording } from './wording.ts'

/** A passage: the official text of one provision. */
export interface Passage {
  readonly key: string
  readonly text: string
}

/** A passage as it is compared. */
export interface ReadPassage extends Passage {
  readonly wording: Wording
}

/** So many words in a row lead to the passages that hold them. */
const wordsInARow = 3

/** The passages of one official text, found by three words in a row. Made once for each text. */
export class PassageIndex {
  readonly numbers = new WordNumbers()
  readonly passages: readonly ReadPassage[]
  readonly #places = new Map<string, number[]>()

  constructor(passages: Iterable<Passage>) {
    this.passages = [...passages].map((passage) => ({
      ...passage,
      wording: readWording(passage.text, this.numbers),
    }))
    this.passages.forEach(({ wording }, place) => {
      for (const row of rowsOf(wording.words)) {
        const known = this.#places.get(row)
        if (known === undefined) this.#places.set(row, [place])
        else if (known.at(-1) !== place) known.push(place)
      }
    })
  }

  /** The passages that share most rows with `words`, the one that shares most first; at most `limit`. */
  nearest(words: readonly number[], limit: number): readonly ReadPassage[] {
    const shared = new Map<number, number>()
    for (const row of rowsOf(words)) {
      for (const place of (this.#places.get(row) ?? []).slice(0, mostPlaces)) {
        shared.set(place, (shared.get(place) ?? 0) + 1)
      }
    }
    return [...shared]
      .sort(([one, count], [other, otherCount]) => otherCount - count || one - other)
      .slice(0, limit)
      .flatMap(([place]) => this.passages[place] ?? [])
  }
}

/** Of what many passages have in a row, so many are looked at. */
const mostPlaces = 50

function* rowsOf(words: readonly number[]): Generator<string> {
  for (let at = 0; at + wordsInARow <= words.length; at += 1) {
    yield words.slice(at, at + wordsInARow).join(' ')
  }
}

/** The index of `passages`: what a quotation is looked for in where its own passage does not have it. */
export function indexPassages(passages: Iterable<Passage>): PassageIndex {
  return new PassageIndex(passages)
}
