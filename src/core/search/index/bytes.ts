/**
 * Numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit set on all
 * but the last byte (LEB128).
 */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  /** How many bytes are written. */
  get length(): number {
    return this.#length
  }

  /** Writes `number`, a whole number from 0 to 2^32 - 1. */
  number(number: number): void {
    this.#reserve(5)
    let rest = number
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  /** Writes the lowest eight bits of `byte`. */
  byte(byte: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = byte
  }

  /** Writes rising `numbers` as the first and the steps to the next. */
  rising(numbers: Iterable<number>): void {
    let before = 0
    for (const number of numbers) {
      this.number(number - before)
      before = number
    }
  }

  /** What is written, without a copy: the writer is not used any more. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Reads what a {@link ByteWriter} wrote, from `at` on; behind the end it reads zeros. */
export class ByteReader {
  readonly bytes: Uint8Array
  /** The byte that is read next. */
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  number(): number {
    const { bytes } = this
    let byte = bytes[this.at++] ?? 0
    if (byte < 0x80) return byte
    let number = byte & 0x7f
    let shift = 7
    do {
      byte = bytes[this.at++] ?? 0
      number |= (byte & 0x7f) << shift
      shift += 7
    } while (byte > 0x7f && shift < 35)
    return number >>> 0
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0
  }
}

/** Rising `numbers`, the first of them 0, in few bytes: how many, and each step. {@link readRising} reads it. */
export function writeRising(numbers: Uint32Array): Uint8Array {
  const writer = new ByteWriter()
  writer.number(numbers.length)
  writer.rising(numbers)
  return writer.finish()
}

/** What {@link writeRising} wrote; of damaged bytes at most as many numbers as there are bytes. */
export function readRising(bytes: Uint8Array): Uint32Array {
  const reader = new ByteReader(bytes)
  const numbers = new Uint32Array(Math.min(reader.number(), bytes.length))
  let number = 0
  for (let at = 0; at < numbers.length; at++) {
    number += reader.number()
    numbers[at] = number
  }
  return numbers
}
