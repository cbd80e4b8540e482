/** Words of one character are numbered by their code point. */
const firstNumber = 0x11_0000
/** The words that only a judgement knows are numbered from here. */
const firstOfLayer = 0x1000_0000

/**
 * A number for each different word, the same for the same word: wordings are compared by numbers. A
 * layer over other numbers adds none to them, so what one quotation says is forgotten with it.
 */
export class WordNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  readonly #below: WordNumbers | undefined
  readonly #first: number

  constructor(below?: WordNumbers) {
    this.#below = below
    this.#first = below === undefined ? firstNumber : firstOfLayer
  }

  /** The number of `word`, which has one from now on. */
  of(word: string): number {
    const character = word.codePointAt(0) ?? 0
    if (word.length === (character > 0xffff ? 2 : 1)) return character
    return this.known(word) ?? this.#add(word)
  }

  /** The word of a number; the empty one where there is none. */
  wordOf(number: number): string {
    if (number < firstNumber) return String.fromCodePoint(number)
    if (number < this.#first) return this.#below?.wordOf(number) ?? ''
    return this.#words[number - this.#first] ?? ''
  }

  /** The number of `word` if it has one. */
  known(word: string): number | undefined {
    return this.#numbers.get(word) ?? this.#below?.known(word)
  }

  #add(word: string): number {
    const number = this.#first + this.#words.length
    this.#words.push(word)
    this.#numbers.set(word, number)
    return number
  }
}
