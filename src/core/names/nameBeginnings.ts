const slots = 1 << 17

/** The shortest name, in UTF-16 units, whose beginning can be told by three units. */
const shortest = 3

/**
 * How names begin: by their first two units where that is Chinese, by their first three elsewhere. It
 * answers at once, and is sometimes wrong in saying yes, for most places of a text that no name begins.
 */
export class NameBeginnings {
  /** Whether every name is long enough to be told so. */
  readonly areTelling: boolean
  readonly #slots = new Uint8Array(slots)

  /** `names` as they stand in the tree. */
  constructor(names: readonly string[]) {
    this.areTelling = names.every((name) => name === '' || name.length >= shortest)
    for (const name of names) {
      const [first, second, third] = [0, 1, 2].map((at) => name.charCodeAt(at))
      if (first === undefined || second === undefined || third === undefined) continue
      this.#slots[slotOf(first, second, 0)] = 1
      this.#slots[slotOf(first, second, third)] = 1
    }
  }

  /** Whether a name may begin with these units; of Chinese `third` is 0. */
  has(first: number, second: number, third: number): boolean {
    return this.#slots[slotOf(first, second, third)] === 1
  }
}

function slotOf(first: number, second: number, third: number): number {
  const mixed =
    Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 15)) & (slots - 1)
}
