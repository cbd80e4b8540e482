import { pairOf, type Terms } from '../index/terms.ts'
import { pinyinWays, readAlike, type PinyinTable, type PinyinWay } from '../../words/pinyin.ts'
import type { PlannedSequence } from './plannedSequence.ts'

/** The Chinese characters that `typed` may be the pinyin of, `fewest` or more, in full or by first letters. */
export function pinyinIn(
  terms: Terms,
  table: PinyinTable,
  typed: string,
  fewest: 1 | 2,
): readonly PlannedSequence[] {
  const known = new Map<string, ReadonlySet<number>>()
  const charactersOf = (step: Step): ReadonlySet<number> => {
    const name = `${step.letters} ${String(step.isWhole)}`
    const characters = known.get(name) ?? charactersReadAs(table, step)
    known.set(name, characters)
    return characters
  }
  return pinyinWays(table, typed, fewest).flatMap((way) => {
    const steps = way.map(charactersOf)
    const lead = rangesOf(terms, fewestOf(steps))
    if (lead.length === 0) return []
    return {
      length: way.length,
      how: 'pinyin' as const,
      typed: way.every(({ isWhole }) => isWhole) ? way.length : way.length * partly,
      lead,
      // A term stands for the first character of its pair.
      fits: (step: number, term: number) =>
        term >= terms.words && steps[step]?.has(terms.pairAt(term) >>> 16) === true,
    }
  })
}

/** What first letters are worth of whole syllables. */
const partly = 0.6

/** One character of a way to read what was typed. */
type Step = PinyinWay[number]

function fewestOf(steps: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return steps.reduce((fewest, step) => (step.size < fewest.size ? step : fewest))
}

function charactersReadAs(
  { characters }: PinyinTable,
  { letters, isWhole }: Step,
): ReadonlySet<number> {
  if (isWhole) return new Set(characters.get(letters))
  const found = new Set<number>()
  for (const [syllable, codes] of characters) {
    if (syllable.startsWith(letters)) for (const code of codes) found.add(code)
  }
  return found
}

/** The terms that stand for `characters`. */
function rangesOf(
  terms: Terms,
  characters: ReadonlySet<number>,
): readonly { readonly first: number; readonly end: number }[] {
  return [...characters].flatMap((code) => {
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
