import { pairOf, type Terms } from '../index/terms.ts'
import {
  isReadAs,
  pinyinWays,
  readAlike,
  type PinyinTable,
  type PinyinWay,
} from '../../words/pinyin.ts'
import type { PlannedSequence } from './plannedSequence.ts'

/** The Chinese characters that `typed` may be the pinyin of, `fewest` or more, in full or by first letters. */
export function pinyinIn(
  terms: Terms,
  table: PinyinTable,
  typed: string,
  fewest: 1 | 2,
): readonly PlannedSequence[] {
  return pinyinWays(table, typed, fewest).flatMap((way) => {
    const lead = rangesOf(terms, table, rarestStep(table, way))
    if (lead.length === 0) return []
    return {
      length: way.length,
      how: 'pinyin' as const,
      typed: way.every(({ isWhole }) => isWhole) ? way.length : way.length * partly,
      lead,
      fits: (step: number, term: number) => {
        const asked = way[step]
        // A term stands for the first character of its pair.
        const code = terms.pairAt(term) >>> 16
        return asked !== undefined && term >= terms.words && isReadAs(table, code, asked)
      },
    }
  })
}

/** What first letters are worth of whole syllables. */
const partly = 0.6

/** The step that the fewest characters are read as. */
function rarestStep(table: PinyinTable, way: PinyinWay): PinyinWay[number] {
  const countOf = (step: PinyinWay[number]): number => charactersReadAs(table, step).length
  return way.reduce((rarest, step) => (countOf(step) < countOf(rarest) ? step : rarest))
}

function charactersReadAs(
  { characters }: PinyinTable,
  { letters, isWhole }: PinyinWay[number],
): readonly number[] {
  if (isWhole) return characters.get(letters) ?? []
  const found: number[] = []
  for (const [syllable, codes] of characters) if (syllable.startsWith(letters)) found.push(...codes)
  return found
}

/** The terms that stand for characters that are read as `step`. */
function rangesOf(
  terms: Terms,
  table: PinyinTable,
  step: PinyinWay[number],
): readonly { readonly first: number; readonly end: number }[] {
  return charactersReadAs(table, step).flatMap((code) => {
    const first = terms.firstPairFrom(pairOf(code, 0))
    const end = terms.firstPairFrom(pairOf(code, 0xffff) + 1)
    return end > first ? { first, end } : []
  })
}

/** The pairs in `terms`, by their numbers, that are read as the pair `text`, other than that pair itself. */
export function pairsReadAlike(terms: Terms, table: PinyinTable, text: string): readonly number[] {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)]
  const seconds = readAlike(table, second)
  const pairs = readAlike(table, first).flatMap((one) =>
    seconds.map((other) => terms.pairNumber(pairOf(one, other))),
  )
  return pairs.filter((term) => term !== -1 && terms.pairAt(term) !== pairOf(first, second))
}
