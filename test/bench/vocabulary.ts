import type { Dice } from './dice.ts'

/** Words by rank, the most frequent first, and how often each is drawn (Zipf's law: 1 / rank). */
export class Vocabulary {
  readonly words: readonly string[]
  readonly #ranks: ReadonlyMap<string, number>
  /** The words between line feeds: what they have in them is found without a look at each. */
  readonly #lines: string
  /** Walker's alias table: a draw costs two numbers, whatever the size. */
  readonly #keep: Float64Array
  readonly #other: Uint32Array
  readonly #harmonic: number

  constructor(words: readonly string[]) {
    this.words = words
    this.#lines = `\n${words.join('\n')}\n`
    this.#ranks = new Map(words.map((word, rank) => [word, rank]))
    this.#harmonic = words.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0)
    this.#keep = new Float64Array(words.length)
    this.#other = new Uint32Array(words.length)
    this.#fillTable()
  }

  #fillTable(): void {
    const shares = Float64Array.from(this.words, (_, rank) => this.#share(rank) * this.words.length)
    const small: number[] = []
    const large: number[] = []
    for (const [rank, share] of shares.entries()) (share < 1 ? small : large).push(rank)
    for (;;) {
      const [less, more] = [small.pop(), large.at(-1)]
      if (less === undefined || more === undefined) {
        for (const rank of less === undefined ? large : [...small, less]) this.#keep[rank] = 1
        return
      }
      this.#keep[less] = shares[less] ?? 1
      this.#other[less] = more
      shares[more] = (shares[more] ?? 0) + (shares[less] ?? 0) - 1
      if ((shares[more] ?? 0) < 1) small.push(large.pop() ?? more)
    }
  }

  #share(rank: number): number {
    return 1 / ((rank + 1) * this.#harmonic)
  }

  /** A word, the frequent ones often. */
  draw(dice: Dice): string {
    const place = dice.below(this.words.length)
    const rank = dice.next() < (this.#keep[place] ?? 1) ? place : (this.#other[place] ?? place)
    return this.words[rank] ?? ''
  }

  /** How likely a draw gives `word`; 0 for one that is not of this vocabulary. */
  likelihood(word: string): number {
    const rank = this.#ranks.get(word)
    return rank === undefined ? 0 : this.#share(rank)
  }

  /** How likely a draw gives a word that has `text` at its beginning, or anywhere. */
  likelihoodOf(text: string, where: 'beginning' | 'anywhere'): number {
    const sought = where === 'beginning' ? `\n${text}` : text
    let sum = 0
    let at = this.#lines.indexOf(sought)
    while (at !== -1) {
      const start = this.#lines.lastIndexOf('\n', at) + 1
      const end = this.#lines.indexOf('\n', start)
      sum += this.likelihood(this.#lines.slice(start, end))
      at = this.#lines.indexOf(sought, end)
    }
    return sum
  }
}

const onsets = [
  ...['r', 't', 'n', 's', 'l', 'c', 'd', 'm', 'p', 'v', 'f', 'b', 'g', 'h', 'w', 'j', ''],
  ...['st', 'pr', 'tr', 'ch', 'gr', 'pl', 'cl', 'br', 'fl', 'sh', 'sp', 'th', 'qu', 'str'],
]
const nuclei = ['e', 'a', 'i', 'o', 'u', 'ea', 'io', 'ai', 'ou']
const codas = ['', 'n', 'r', 's', 't', 'l', 'm', 'd', 'ct', 'nd', 'nt', 'st']
const endings = ['s', 'ed', 'er', 'al', 'ing', 'ion', 'ity', 'ment', 'able']

/**
 * `count` different words that can be spoken, 6.5 letters long on average in running text, the
 * frequent ones shorter. Many share a stem, as words of a language do.
 */
export function englishVocabulary(count: number, dice: Dice): Vocabulary {
  const words = new Set<string>()
  const stems: string[] = []
  while (words.size < count) {
    const isNew = stems.length === 0 || dice.next() < 0.7
    if (isNew) stems.push(stem(dice, words.size < 200 ? 1 : 2))
    const word = isNew ? (stems.at(-1) ?? '') : dice.pick(stems) + dice.pick(endings)
    if (word.length >= 2 && word.length <= 14) words.add(word)
  }
  return new Vocabulary([...words])
}

function stem(dice: Dice, least: number): string {
  const syllables = dice.next() < 0.75 ? least : least + 1
  return Array.from({ length: syllables }, () => syllable(dice)).join('')
}

/** The simple sounds stand first in the lists, and are the frequent ones. */
function syllable(dice: Dice): string {
  const one = (sounds: readonly string[], slope: number): string =>
    sounds[Math.floor(dice.next() ** slope * sounds.length)] ?? ''
  return one(onsets, 1.6) + one(nuclei, 1.8) + one(codas, 2.2)
}

/** `count` different words of two common characters. */
export function chineseVocabulary(count: number, dice: Dice): Vocabulary {
  const characters = commonCharacters(dice)
  // Squared: some characters stand in many words, most in few.
  const character = (): string => characters[Math.floor(dice.next() ** 2 * characters.length)] ?? ''
  const words = new Set<string>()
  while (words.size < count) words.add(character() + character())
  return new Vocabulary([...words])
}

/** The 3755 common characters of GB 2312 level 1, shuffled. */
function commonCharacters(dice: Dice): readonly string[] {
  const decoder = new TextDecoder('gb18030')
  const characters: string[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      characters.push(decoder.decode(Uint8Array.of(row, cell)))
    }
  }
  for (let last = characters.length - 1; last > 0; last--) {
    const other = dice.below(last + 1)
    const moved = characters[last] ?? ''
    characters[last] = characters[other] ?? ''
    characters[other] = moved
  }
  return characters
}
