import { chineseNumerals, numberOf } from '../text/numerals.ts'
import type { Word } from '../words/words.ts'
import { writtenNumber } from '../words/writtenNumbers.ts'

/** An ordinal that was typed, and what stands behind it. */
export interface TypedOrdinal {
  readonly number: number
  readonly rest: readonly Word[]
}

const chinese = new RegExp(`^第([${chineseNumerals}]{1,5})`)

/** The ordinal that `words`, which stand in one piece, begin with: `third`, `3rd`, `第三条`, `第3条`. */
export function readOrdinal(words: readonly Word[]): TypedOrdinal | undefined {
  const [first, second, ...others] = words
  if (first === undefined) return undefined
  const named = writtenNumber(first.text)
  if (named?.isOrdinal === true) {
    return words.length === 1 ? { number: named.number, rest: [] } : undefined
  }
  if (first.text === '第') return ordinalWith(numberIn(second?.text), others)
  const written = first.han ? chinese.exec(first.text) : null
  if (written === null) return undefined
  const text = first.text.slice(written[0].length)
  const start = first.span.start + written[0].length
  const behind = text === '' ? [] : [{ ...first, text, span: { start, end: first.span.end } }]
  return ordinalWith(numberIn(written[1]), [...behind, ...words.slice(1)])
}

function ordinalWith(number: number | undefined, rest: readonly Word[]): TypedOrdinal | undefined {
  return number === undefined ? undefined : { number, rest }
}

function numberIn(label: string | undefined): number | undefined {
  return label === undefined ? undefined : numberOf(label)
}
