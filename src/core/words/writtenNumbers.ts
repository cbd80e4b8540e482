const cardinals = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
]
const ordinals = [
  ...['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'],
  ...['ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth'],
  ...['sixteenth', 'seventeenth', 'eighteenth', 'nineteenth'],
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** A number in English words, in figures, and whether it says a place in a row. */
export interface WrittenNumber {
  readonly number: number
  readonly isOrdinal: boolean
}

function wordsFrom(
  start: number,
  words: readonly string[],
  isOrdinal: boolean,
): readonly (readonly [string, WrittenNumber])[] {
  return words.slice(start).map((word, at) => [word, { number: start + at, isOrdinal }])
}

function tenAndOnes(ten: string, value: number): readonly (readonly [string, WrittenNumber])[] {
  const ordinal = `${ten.slice(0, -1)}ieth`
  const joined = [...wordsFrom(1, cardinals.slice(0, 10), false), ...ordinalOnes]
  return [
    [ten, { number: value, isOrdinal: false }],
    [ordinal, { number: value, isOrdinal: true }],
    ...joined.map(
      ([one, { number, isOrdinal }]) =>
        [`${ten}-${one}`, { number: value + number, isOrdinal }] as const,
    ),
  ]
}

const ordinalOnes = wordsFrom(1, ordinals.slice(0, 10), true)

/** From 1 to 99, each as one word: tens and ones with a hyphen. */
const numbers: ReadonlyMap<string, WrittenNumber> = new Map([
  ...wordsFrom(1, cardinals, false),
  ...wordsFrom(1, ordinals, true),
  ...tens.flatMap((ten, at) => tenAndOnes(ten, 20 + 10 * at)),
])

const figures = /^(\d{1,3})(?:st|nd|rd|th)$/

/** The number that `word`, in lower case, is: `twelve`, `third`, `twenty-first`, `3rd`; plain figures are no word. */
export function writtenNumber(word: string): WrittenNumber | undefined {
  const digits = figures.exec(word)?.[1]
  return digits === undefined ? numbers.get(word) : { number: Number(digits), isOrdinal: true }
}

/** The number words that begin with `beginning`: `twelve` and `twelfth` with `twel`. */
export function numbersBegunWith(beginning: string): readonly string[] {
  return [...numbers.keys()].filter((word) => word.startsWith(beginning))
}
