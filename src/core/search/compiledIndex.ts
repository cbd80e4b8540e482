import type { Corpus } from '../corpus/corpus.ts'
import type { Dictionary, PostingTable } from './dictionary.ts'
import { indexedFieldsOf } from './indexDraft.ts'
import { assembleIndex, type SearchIndex } from './searchIndex.ts'

/** Says what the bytes are: `PCIX`, little-endian. */
const magic = 0x58494350

/** Raised with every change of the stored form, and of how texts are cut into words. */
const version = 2

/** `magic`, `version`, checksum, number of provisions, of fields, of sections. */
const headerLength = 6

const dictionaryNames = ['words', 'joins', 'pairs', 'names'] as const
/**
 * `index` as bytes that {@link readIndex} reads: numbers, little-endian, in sections of whole 32 bits
 * that are each preceded by their length in bytes. What follows from the corpus at once is not stored.
 */
export function writeIndex(index: SearchIndex): Uint8Array {
  const sections = [
    new Float64Array(index.fields.map(({ shortness }) => shortness)),
    deltasOf(index.postings.field),
    ...[index.postings.place, index.postings.start, lengthsOf(index.postings)].map(shortened),
    ...dictionaryNames.flatMap((name) => {
      const { entries, starts, postings } = index[name]
      return [
        padded(new TextEncoder().encode(entries.join('\n'))),
        shortened(stepsOf(starts)),
        deltasOf(postings),
      ]
    }),
  ].map(bytesOf)
  const length = sections.reduce((sum, section) => sum + 4 + section.length, headerLength * 4)
  const bytes = new Uint8Array(length)
  const numbers = new Uint32Array(bytes.buffer)
  let at = headerLength * 4
  for (const section of sections) {
    numbers[at / 4] = section.length
    bytes.set(section, at + 4)
    at += 4 + section.length
  }
  const head = [magic, version, 0, index.provisions.length, index.fields.length, sections.length]
  numbers.set(head)
  numbers[2] = checksum(numbers)
  return bytes
}

/**
 * The index of `corpus` that `bytes` hold, equal to what `createSearchIndex` makes, in a fraction of
 * the time. `undefined` for bytes of another version or corpus, and for such as are cut or damaged.
 * Never throws.
 */
export function readIndex(bytes: Uint8Array, corpus: Corpus): SearchIndex | undefined {
  if (bytes.length < headerLength * 4 || bytes.length % 4 !== 0) return undefined
  // The bytes may begin anywhere in their buffer, numbers only at a multiple of four.
  const numbers = new Uint32Array(bytes.slice().buffer)
  const [mark, itsVersion, sum, provisions, fieldCount, sectionCount] = numbers
  if (mark !== magic || itsVersion !== version || sum !== checksum(numbers)) return undefined
  const sections = readSections(numbers)
  const drafted = indexedFieldsOf(corpus)
  if (sections.length !== sectionCount || provisions !== corpus.provisions.length) return undefined
  if (drafted.length !== fieldCount) return undefined
  const [shortness, ...rest] = sections
  const shortnesses = shortness && new Float64Array(shortness.slice().buffer)
  if (shortnesses?.length !== fieldCount) return undefined
  const dictionaries = dictionaryNames.map((_, place) => readDictionary(rest, 4 + place * 3))
  const field = rest[0] && sumsOf(rest[0])
  const [place, start, lengths] = rest
    .slice(1, 4)
    .map((column) => lengthened(column, field?.length ?? 0))
  const [words, joins, pairs, names] = dictionaries
  if (field === undefined || place === undefined || start === undefined || lengths === undefined)
    return undefined
  if (words === undefined || joins === undefined || pairs === undefined || names === undefined)
    return undefined
  const fields = drafted.map((one, number) => ({ ...one, shortness: shortnesses[number] ?? 1 }))
  const end = start.map((at, row) => at + (lengths[row] ?? 0))
  const postings = { field, place, start, end }
  return assembleIndex(corpus, { fields, postings, words, joins, pairs, names })
}

function readSections(numbers: Uint32Array): readonly Uint32Array[] {
  const sections: Uint32Array[] = []
  let at = headerLength
  while (at < numbers.length) {
    const length = (numbers[at] ?? 0) / 4
    sections.push(numbers.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  return sections
}

/** The dictionary in three sections from number `first` on. */
function readDictionary(sections: readonly Uint32Array[], first: number): Dictionary | undefined {
  const [text, steps, postings] = sections.slice(first, first + 3)
  if (text === undefined || steps === undefined || postings === undefined) return undefined
  const letters = new Uint8Array(text.buffer, text.byteOffset, text.byteLength)
  const written = new TextDecoder().decode(letters).replace(/\0+$/u, '')
  const entries = written === '' ? [] : written.split('\n')
  const starts = startsOf(lengthened(steps, entries.length))
  return starts.at(-1) === postings.length
    ? { entries, starts, postings: sumsOf(postings) }
    : undefined
}

/** The bytes of any typed array, without a copy. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Each of `numbers` less the one before it, modulo 2^32: small numbers are packed better. */
function deltasOf(numbers: Uint32Array): Uint32Array {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0))
}

/** The numbers with these differences. */
function sumsOf(deltas: Uint32Array): Uint32Array {
  const sums = new Uint32Array(deltas.length)
  let sum = 0
  for (let at = 0; at < deltas.length; at++) {
    sum = (sum + (deltas[at] ?? 0)) >>> 0
    sums[at] = sum
  }
  return sums
}

/** How long each occurrence is in its text. */
function lengthsOf({ start, end }: PostingTable): Uint32Array {
  return end.map((at, row) => at - (start[row] ?? 0))
}

/** The differences between neighbouring `starts`: how many postings each entry has. */
function stepsOf(starts: Uint32Array): Uint32Array {
  return starts.subarray(1).map((start, entry) => start - (starts[entry] ?? 0))
}

/** The starts with these differences, from 0 on. */
function startsOf(steps: Uint32Array): Uint32Array {
  const starts = new Uint32Array(steps.length + 1)
  for (let entry = 0; entry < steps.length; entry++) {
    starts[entry + 1] = (starts[entry] ?? 0) + (steps[entry] ?? 0)
  }
  return starts
}

/**
 * `numbers` in 16 bits each, padded to whole 32 bits; throws where one needs more, which a library of
 * a size that can be shipped does not.
 */
function shortened(numbers: Uint32Array): Uint8Array {
  const most = numbers.reduce((high, number) => Math.max(high, number), 0)
  if (most > 0xffff) throw new RangeError(`${String(most)} does not fit into 16 bits.`)
  return padded(bytesOf(new Uint16Array(numbers)))
}

/** The first `count` numbers of 16 bits in `column`. */
function lengthened(column: Uint32Array, count: number): Uint32Array {
  return new Uint32Array(
    new Uint16Array(column.buffer, column.byteOffset, Math.min(count, column.length * 2)),
  )
}

/** `bytes` with zeros behind them up to a multiple of four. */
function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  whole.set(bytes)
  return whole
}

/** Of all numbers but the checksum itself. */
function checksum(numbers: Uint32Array): number {
  let sum = 0
  for (let at = 0; at < numbers.length; at++) {
    if (at !== 2) sum = (Math.imul(sum, 31) + (numbers[at] ?? 0)) >>> 0
  }
  return sum
}
