import { lazily } from '../text/lazily.ts'
import { simplifiedPairs } from './simplifiedPairs.ts'

/**
 * Characters that OpenCC keeps apart by their context, and a search does not: Taiwan writes 計畫 for 计划.
 * Both sides are folded alike, so that at worst two words are found as one.
 */
const mergedPairs = '画划瞭了藉借覆复甦苏揹背'

/** By UTF-16 unit its Simplified one, 0 where it stays. */
const simplifiedUnits = lazily(readTable)

/**
 * `text` with Simplified characters in place of Traditional ones, one for one, so that offsets stay: a
 * Traditional word finds a Simplified text and the reverse. A character with several Simplified forms
 * takes the common one; since all that is searched is folded alike, that changes nothing. Other
 * characters stay.
 */
export function simplify(text: string): string {
  const table = simplifiedUnits()
  let simplified = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const unit = table[text.charCodeAt(at)] ?? 0
    if (unit === 0) continue
    simplified += text.slice(kept, at) + String.fromCharCode(unit)
    kept = at + 1
  }
  return kept === 0 ? text : simplified + text.slice(kept)
}

/** The ASCII characters that say in a pair that a character is the one of the pair before, by its code. */
const here = { traditional: 0x27, simplified: 0x53 }

function readTable(): Uint16Array {
  const read = new Uint16Array(0x10000)
  const pairs = simplifiedPairs + mergedPairs
  let traditional = 0
  let simplified = 0
  for (let at = 0; at < pairs.length; at += 2) {
    traditional = unitAt(pairs, at, traditional, here.traditional)
    simplified = unitAt(pairs, at + 1, simplified, here.simplified)
    read[traditional] = simplified
  }
  // What a character becomes must stay: 乾 is 干, and 干 remains so.
  for (const [unit, other] of read.entries()) {
    const further = read[other] ?? 0
    if (other !== 0 && further !== 0) read[unit] = further
  }
  return read
}

/** The unit that stands in `pairs` at `at`, or that is as far from `before` as its ASCII character from `zero`. */
function unitAt(pairs: string, at: number, before: number, zero: number): number {
  const unit = pairs.charCodeAt(at)
  return unit < 0x80 ? before + unit - zero : unit
}
