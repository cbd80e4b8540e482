import type { CorpusMaker, MadeDocument, MadeTitle } from './corpora.ts'
import { Dice } from './dice.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How the one who types tells the measure that is meant; see {@link queriesFor}. */
export const queryKinds = ['prefix', 'typo', 'chinese', 'inside', 'key'] as const

/** See {@link queryKinds}. */
export type QueryKind = (typeof queryKinds)[number]

/** A text to type, and the number of the document that is meant. */
export interface MadeQuery {
  readonly kind: QueryKind
  readonly text: string
  readonly target: number
}

/** Everything that is asked for while `text` is typed, from its first character on. */
export function keystrokesOf(text: string): readonly string[] {
  const characters = Array.from(text)
  return characters.map((_, at) => characters.slice(0, at + 1).join(''))
}

/** So many other titles, at most, may be expected to have all that is typed by chance. */
const mostOthers = 0.1

/** So many other titles, at least, are expected to have what is typed without the word that is changed. */
const leastOthers = 10

/** A title is given up after so many draws of words that are no query. */
const mostDraws = 12

/**
 * `perKind` queries of each kind for the corpus of `size` measures of `maker`, their targets spread
 * over all of it: two or three words of a title, drawn so that hardly another title has them all.
 * In English one of them is changed, and without it ten titles and more would have the others.
 * `prefix`: the last is cut; `typo`: of one a letter is missing, too many, wrong, or changed places with
 * the next; `inside`: one has lost its beginning. `chinese`: with spaces between, written as one, or
 * words that follow one another. `key`: the whole key, half of them in small letters.
 */
export function queriesFor(
  maker: CorpusMaker,
  size: number,
  perKind: number,
): readonly MadeQuery[] {
  const writer = new QueryWriter(maker, size)
  const made: Record<QueryKind, MadeQuery[]> = {
    ...{ prefix: [], typo: [], chinese: [], inside: [], key: [] },
  }
  let measures = 0
  for (const document of maker.documents(size)) {
    if (document.measure === undefined) continue
    // A little ahead of the measures, so that the last ones need not fit every kind.
    const due = Math.min(perKind, Math.ceil(((measures + 1) / (0.98 * size)) * perKind))
    for (const kind of queryKinds) {
      while (made[kind].length < due) {
        const text = writer.write(kind, document, document.measure)
        if (text === undefined) break
        made[kind].push({ kind, text, target: document.number })
      }
    }
    measures += 1
  }
  return Array.from({ length: perKind }, (_, at) =>
    queryKinds.flatMap((kind) => made[kind][at] ?? []),
  ).flat()
}

/** Something typed for a word of a title: all words that it may stand for tell how telling it is. */
interface TypedWord {
  readonly text: string
  readonly likelihood: number
}

class QueryWriter {
  readonly #maker: CorpusMaker
  readonly #size: number
  readonly #dice: Dice

  constructor(maker: CorpusMaker, size: number) {
    this.#maker = maker
    this.#size = size
    this.#dice = new Dice(size)
  }

  /** A query of this kind for `document`; `undefined` when its title does not lend itself to one. */
  write(kind: QueryKind, document: MadeDocument, title: MadeTitle): string | undefined {
    if (kind === 'key') return this.#dice.below(2) === 0 ? document.key : document.key.toLowerCase()
    if ((kind === 'chinese') !== (title.language === 'zh-Hans')) return undefined
    return kind === 'chinese' ? this.#chinese(title) : this.#english(kind, title)
  }

  #english(kind: 'prefix' | 'typo' | 'inside', { words }: MadeTitle): string | undefined {
    for (let draw = 0; draw < mostDraws; draw++) {
      const chosen = this.#choose(words)
      const changed = kind === 'prefix' ? chosen.length - 1 : this.#dice.below(chosen.length)
      const typed = chosen.map((word) => this.#whole(word, this.#maker.english))
      if (this.#others(typed.toSpliced(changed, 1)) < leastOthers) continue
      const change = this.#change(kind, chosen[changed] ?? '')
      if (change === undefined) continue
      typed[changed] = change
      if (this.#others(typed) <= mostOthers) return written(typed, ' ')
    }
    return undefined
  }

  /** Two or three different words of `words`, in their order. */
  #choose(words: readonly string[]): readonly string[] {
    const left = [...new Set(words)]
    const count = this.#dice.between(2, 3)
    while (left.length > count) left.splice(this.#dice.below(left.length), 1)
    return left
  }

  #whole(text: string, vocabulary: Vocabulary): TypedWord {
    return { text, likelihood: vocabulary.likelihood(text) }
  }

  /** `word` as it is typed; `undefined` for one that is too short for it. */
  #change(kind: 'prefix' | 'typo' | 'inside', word: string): TypedWord | undefined {
    if (word.length < 5) return undefined
    const vocabulary = this.#maker.english
    if (kind === 'typo') {
      return { text: misspelt(word, this.#dice), likelihood: vocabulary.likelihood(word) }
    }
    const text =
      kind === 'prefix' ? word.slice(0, this.#dice.between(3, word.length - 1)) : this.#inside(word)
    if (text === undefined) return undefined
    const where = kind === 'prefix' ? 'beginning' : 'anywhere'
    return { text, likelihood: vocabulary.likelihoodOf(text, where) }
  }

  /** Four letters or more of `word` without its beginning, and sometimes without its end. */
  #inside(word: string): string | undefined {
    const start = this.#dice.between(1, 2)
    const end = word.length - this.#dice.below(2)
    return end - start < 4 ? undefined : word.slice(start, end)
  }

  #chinese({ words }: MadeTitle): string | undefined {
    for (let draw = 0; draw < mostDraws; draw++) {
      const form = this.#dice.pick(['spaced', 'joined', 'following'] as const)
      const chosen = form === 'following' ? this.#following(words) : this.#choose(words)
      const typed = chosen.map((word) => this.#whole(word, this.#maker.chinese))
      if (this.#others(typed) <= mostOthers) return written(typed, form === 'spaced' ? ' ' : '')
    }
    return undefined
  }

  /** Two or three words of `words` that follow one another. */
  #following(words: readonly string[]): readonly string[] {
    const count = this.#dice.between(2, 3)
    const start = this.#dice.below(words.length - count + 1)
    return words.slice(start, start + count)
  }

  /** How many other titles are expected to have all of `typed` by chance. */
  #others(typed: readonly TypedWord[]): number {
    const wordsOfTitle = 8
    return typed.reduce(
      (expected, { likelihood }) => expected * Math.min(1, wordsOfTitle * likelihood),
      this.#size,
    )
  }
}

function written(typed: readonly TypedWord[], between: string): string {
  return typed.map(({ text }) => text).join(between)
}

/** `word` with one typing error: a letter missing, too many, wrong, or changed places with the next. */
export function misspelt(word: string, dice: Dice): string {
  for (;;) {
    const at = dice.below(word.length)
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
    const other = String.fromCharCode(97 + dice.below(26))
    const typed = dice.pick([
      before + after,
      before + letter + other + after,
      before + other + after,
      before + after.slice(0, 1) + letter + after.slice(1),
    ])
    if (typed !== word) return typed
  }
}
