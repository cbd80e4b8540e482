/** Bytes that differ from those that were damaged, and how they came to. */
export interface Damaged {
  readonly how: string
  readonly bytes: Uint8Array
}

/**
 * `bytes` damaged in about `count` ways, always the same ones: cut, with more behind them, bits flipped
 * one at a time and two at a time, blocks swapped, blanked, and written over one another.
 */
export function* damagesOf(bytes: Uint8Array, count: number): Generator<Damaged> {
  const below = randomNumbers()
  yield { how: 'empty', bytes: new Uint8Array(0) }
  yield { how: 'longer', bytes: Uint8Array.from([...bytes, 0]) }
  for (let left = count / 4; left > 0; left--) {
    const length = below(bytes.length)
    yield { how: `cut to ${length}`, bytes: bytes.subarray(0, length) }
    yield flipped(bytes, [left < 256 ? 256 - Math.ceil(left) : below(bytes.length)], below(8))
    yield flipped(bytes, neighbours(below(bytes.length - 4096), 4 * (1 + below(1000))), 7)
    const damaged = withBlocks(bytes, below(bytes.length), below(bytes.length), 1 + below(512))
    if (Buffer.compare(damaged.bytes, bytes) !== 0) yield damaged
  }
}

/** Whole numbers from 0 up to, exclusive, what is given; the same ones from the beginning each time. */
function randomNumbers(): (end: number) => number {
  let state = 1
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
}

function neighbours(at: number, distance: number): readonly number[] {
  return [at, at + distance]
}

function flipped(bytes: Uint8Array, places: readonly number[], bit: number): Damaged {
  const copy = bytes.slice()
  for (const at of places) copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return { how: `bit ${bit} of ${places.join(' and ')}`, bytes: copy }
}

/** Two blocks in each other's place, one in the other's as well as in its own, or blank. */
function withBlocks(bytes: Uint8Array, one: number, other: number, length: number): Damaged {
  const copy = bytes.slice()
  const [first, second] = [bytes.slice(one, one + length), bytes.slice(other, other + length)]
  copy.set(first.subarray(0, second.length), other)
  if (length % 3 === 0) copy.set(second.subarray(0, first.length), one)
  if (length % 3 === 1) copy.fill(0, one, one + length)
  return { how: `${length} bytes at ${one} and ${other}`, bytes: copy }
}
