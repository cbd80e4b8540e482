import { numberOf } from '../text/numerals.ts'
import type { Word } from '../words/words.ts'

/** An ordinal that was typed, and what stands behind it. */
export interface TypedOrdinal {
  readonly number: number
  readonly rest: readonly Word[]
}

const ordinalWords: ReadonlyMap<string, number> = new Map(
  [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
  ].map((word, before) => [word, before + 1]),
)

const figures = /^(\d{1,3})(?:st|nd|rd|th)$/
const chinese = /^第([零一二两三四五六七八九十百]{1,5})/

/** The ordinal that `words`, which stand in one piece, begin with: `third`, `3rd`, `第三条`, `第3条`. */
export function readOrdinal(words: readonly Word[]): TypedOrdinal | undefined {
  const [first, second, ...others] = words
  if (first === undefined) return undefined
  const named = ordinalWords.get(first.text) ?? numberIn(figures.exec(first.text)?.[1])
  if (named !== undefined) return words.length === 1 ? { number: named, rest: [] } : undefined
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
