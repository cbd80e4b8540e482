import { lowerBound, type Dictionary } from './dictionary.ts'
import { eachInside } from './insideWords.ts'
import type { Unit } from './query.ts'
import type { How } from './ranking.ts'
import type { SearchIndex } from './searchIndex.ts'

/** Told of an entry that a unit fits, how, and how many of how many letters were typed. */
export type Visit = (
  dictionary: Dictionary,
  entry: number,
  how: How,
  typed: number,
  whole: number,
) => void

/**
 * One way in which something typed finds entries of the index. It may visit an entry that another
 * has visited: the better score counts. Tolerance of typing errors, readings in pinyin and the
 * like are further matchers in {@link wordMatchers} or {@link pairMatchers}.
 */
export type Matcher = (index: SearchIndex, unit: Unit, visit: Visit) => void

/** The ways in which a word typed in letters and digits finds entries. */
export const wordMatchers: readonly Matcher[] = [
  matchBeginnings,
  matchOtherNumber,
  matchJoined,
  matchInside,
]

/** The ways in which Chinese characters, one or two, find entries. */
export const pairMatchers: readonly Matcher[] = [matchPair]

/** Whole words, their plurals, and words that begin so. */
function matchBeginnings(index: SearchIndex, unit: Unit, visit: Visit): void {
  const { words } = index
  const typed = unit.text.length
  eachWithPrefix(words, unit.text, (entry, word) => {
    if (word.length === typed) visit(words, entry, 'whole', typed, typed)
    else if (unit.wholeOnly) return
    else visit(words, entry, isPluralOf(word, unit.text) ? 'plural' : 'prefix', typed, word.length)
  })
}

/** The singular of a typed plural and words that begin with it (`controls` finds `control`), and the reverse. */
function matchOtherNumber(index: SearchIndex, unit: Unit, visit: Visit): void {
  const { words } = index
  for (const other of [...singularsOf(unit.text), ...changedPluralsOf(unit.text)]) {
    eachWithPrefix(words, other, (entry, word) => {
      const how = word === other ? 'plural' : 'stem'
      visit(words, entry, how, other.length, word.length)
    })
  }
}

/** Words written as one: `opensource` finds `open source`, `us` finds `U.S.`. */
function matchJoined(index: SearchIndex, unit: Unit, visit: Visit): void {
  const { joins } = index
  const typed = unit.text.length
  if (unit.wholeOnly) return
  eachWithPrefix(joins, unit.text, (entry, join) => {
    if (typed >= shortestJoinBeginning || join.length === typed) {
      visit(joins, entry, 'joined', typed, join.length)
    }
  })
}

/** Anywhere inside a word: `porting` finds `reporting`. */
function matchInside(index: SearchIndex, unit: Unit, visit: Visit): void {
  if (unit.text.length < shortestInside) return
  const { words } = index
  eachInside(index.insideWords, unit.text, (entry) => {
    visit(words, entry, 'inside', unit.text.length, words.entries[entry]?.length ?? 1)
  })
}

/** Two characters; or one, whatever follows it. */
function matchPair(index: SearchIndex, unit: Unit, visit: Visit): void {
  const { pairs } = index
  eachWithPrefix(pairs, unit.text, (entry, pair) => {
    visit(pairs, entry, pair === unit.text ? 'whole' : 'prefix', 1, 1)
  })
}

/** Fewer letters stand inside too many words to mean anything. */
const shortestInside = 3

/** Fewer letters begin too many joined words, and the first of the words alone is found anyway. */
const shortestJoinBeginning = 4

function eachWithPrefix(
  dictionary: Dictionary,
  prefix: string,
  visit: (entry: number, word: string) => void,
): void {
  const { entries } = dictionary
  for (let entry = lowerBound(entries, prefix); entry < entries.length; entry++) {
    const word = entries[entry] ?? ''
    if (!word.startsWith(prefix)) return
    visit(entry, word)
  }
}

function isPluralOf(word: string, singular: string): boolean {
  return singular.length >= 2 && singularsOf(word).includes(singular)
}

/** What an English plural may be the plural of; none for a word that does not look like one. */
function singularsOf(word: string): readonly string[] {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return []
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  return word.endsWith('es') ? [word.slice(0, -2), word.slice(0, -1)] : [word.slice(0, -1)]
}

/** The plural of an English word that does not begin with the word: `agencies`. Others are found as beginnings. */
function changedPluralsOf(word: string): readonly string[] {
  return word.length >= 4 && word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : []
}
