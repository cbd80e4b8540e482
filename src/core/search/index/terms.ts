/**
 * The terms of a segment, each with its number: first the words, in the order of their UTF-16 units,
 * then the pairs of neighbouring Chinese characters, in theirs. What begins alike has neighbouring
 * numbers. All of it lies in typed arrays over the segment's one buffer.
 */
export class Terms {
  /** The words, one behind the other. */
  readonly text: Uint16Array
  /** Where each word begins in `text`; one more at the end. */
  readonly #starts: Uint32Array
  /** Pairs, see {@link pairOf}. */
  readonly #pairs: Uint32Array
  #common: Uint16Array | undefined

  constructor(text: Uint16Array, starts: Uint32Array, pairs: Uint32Array) {
    this.text = text
    this.#starts = starts
    this.#pairs = pairs
  }

  /** How many words there are: the number of the first pair. */
  get words(): number {
    return this.#starts.length - 1
  }

  /** How many terms there are. */
  get count(): number {
    return this.words + this.#pairs.length
  }

  /** The number of letters of a term; a pair counts as the one character that it stands for. */
  lengthOf(term: number): number {
    return term < this.words ? (this.#starts[term + 1] ?? 0) - (this.#starts[term] ?? 0) : 1
  }

  /** Where word `term` begins in `text`; of the number behind the last word the end. */
  startOf(term: number): number {
    return this.#starts[term] ?? this.text.length
  }

  /** The UTF-16 unit of word `term` at `at`; 0 behind its end. */
  unitAt(term: number, at: number): number {
    const start = (this.#starts[term] ?? 0) + at
    return start < (this.#starts[term + 1] ?? 0) ? (this.text[start] ?? 0) : 0
  }

  /** How many letters each word has in common with the one before it, from the beginning on; found when it is asked for first. */
  get common(): Uint16Array {
    this.#common ??= this.#commonLetters()
    return this.#common
  }

  #commonLetters(): Uint16Array {
    const common = new Uint16Array(this.words)
    for (let term = 1; term < common.length; term++) {
      const before = this.#starts[term - 1] ?? 0
      const start = this.#starts[term] ?? 0
      const most = Math.min(start - before, (this.#starts[term + 1] ?? 0) - start, 0xffff)
      let at = 0
      while (at < most && this.text[before + at] === this.text[start + at]) at += 1
      common[term] = at
    }
    return common
  }

  /** The word with the number `term`. */
  wordAt(term: number): string {
    return String.fromCharCode(...this.text.subarray(this.#starts[term], this.#starts[term + 1]))
  }

  /** The number of the first word that is not before `word`. */
  firstFrom(word: string): number {
    let low = 0
    let high = this.words
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#isBefore(middle, word)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The number of the first word behind those that begin with `beginning`. */
  endOf(beginning: string, from = 0): number {
    let low = from
    let high = this.words
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#isBefore(middle, beginning) || this.beginsWith(middle, beginning)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The number of `word`; -1 where no text has it. */
  wordNumber(word: string): number {
    const term = this.firstFrom(word)
    return this.lengthOf(term) === word.length && this.beginsWith(term, word) ? term : -1
  }

  beginsWith(term: number, beginning: string): boolean {
    const start = this.#starts[term] ?? 0
    if ((this.#starts[term + 1] ?? 0) - start < beginning.length) return false
    for (let at = 0; at < beginning.length; at++) {
      if (this.text[start + at] !== beginning.charCodeAt(at)) return false
    }
    return true
  }

  /** Whether word `term` has `part` somewhere behind its beginning. */
  hasInside(term: number, part: string): boolean {
    const start = this.#starts[term] ?? 0
    const last = (this.#starts[term + 1] ?? 0) - part.length
    for (let from = start + 1; from <= last; from++) {
      let at = 0
      while (at < part.length && this.text[from + at] === part.charCodeAt(at)) at += 1
      if (at === part.length) return true
    }
    return false
  }

  /** The number of the first pair that is not before `pair`. */
  firstPairFrom(pair: number): number {
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#pairs[middle] ?? 0) < pair) low = middle + 1
      else high = middle
    }
    return this.words + low
  }

  /** The number of `pair`; -1 where no text has it. */
  pairNumber(pair: number): number {
    const term = this.firstPairFrom(pair)
    return this.pairAt(term) === pair ? term : -1
  }

  /** The number here of what has the number `term` in `others`; -1 where no text has it. */
  numberOf(others: Terms, term: number): number {
    if (others === this) return term
    return term < others.words
      ? this.wordNumber(others.wordAt(term))
      : this.pairNumber(others.pairAt(term))
  }

  /** The pair with the number `term`; 0 where there is none. */
  pairAt(term: number): number {
    return this.#pairs[term - this.words] ?? 0
  }

  #isBefore(term: number, word: string): boolean {
    const start = this.#starts[term] ?? 0
    const length = (this.#starts[term + 1] ?? 0) - start
    const both = Math.min(length, word.length)
    for (let at = 0; at < both; at++) {
      const difference = (this.text[start + at] ?? 0) - word.charCodeAt(at)
      if (difference !== 0) return difference < 0
    }
    return length < word.length
  }
}

/**
 * Two neighbouring UTF-16 units of a run of Chinese as one number; the second is 0 behind the last. A
 * character beyond the basic plane counts as its two halves, which changes nothing for who searches.
 */
export function pairOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}
