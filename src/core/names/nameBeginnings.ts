import { nameSorts, sortIn, type NameCharacters } from './nameCharacters.ts'

const slots = 1 << 18

/** So many Chinese characters tell how a name begins. */
export const mostHan = 3

/** The hash of no units. */
export const noUnits = 0x811c9dc5

/** The hash of the units that have the hash `before`, and of `unit` behind them (FNV-1a). */
export function hashWith(before: number, unit: number): number {
  return Math.imul(before ^ unit, 0x01000193)
}

/**
 * How names begin: by their whole first word, or by their first Chinese characters, three at most. It answers
 * at once, and is sometimes wrong in saying yes, for most places of a text that no name begins.
 */
export class NameBeginnings {
  readonly #slots = new Uint8Array(slots)

  /** `names` as they stand in the tree. */
  constructor(names: readonly string[], characters: NameCharacters) {
    for (const name of names) {
      if (name !== '') this.#slots[slotOf(beginningOf(name, characters))] = 1
    }
  }

  /** Whether a name may begin with the units that have the hash `hash`, and no more of their sort or {@link mostHan} of them. */
  has(hash: number): boolean {
    return this.#slots[slotOf(hash)] === 1
  }
}

/** The hash of the first word of `name`, or of its first Chinese characters. */
function beginningOf(name: string, characters: NameCharacters): number {
  const kind = sortIn(characters.at(name, 0))
  const most = kind === nameSorts.han ? mostHan : name.length
  let hash = noUnits
  for (let at = 0; at < most && at < name.length; at++) {
    if (sortIn(characters.at(name, at)) !== kind) break
    hash = hashWith(hash, name.charCodeAt(at))
  }
  return hash
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1)
}
