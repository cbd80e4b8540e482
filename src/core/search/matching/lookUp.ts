import { stemmer } from 'stemmer'
import type { Segment } from '../index/segment.ts'
import { pairOf, type Terms } from '../index/terms.ts'
import type { PinyinTable } from '../../words/pinyin.ts'
import type { Unit } from '../query.ts'
import type { How } from '../ranking.ts'
import { pairsReadAlike } from './pinyinMatches.ts'
import { otherSpelling } from '../../words/spellings.ts'
import { eachTypo, typosIn } from './typos.ts'
import { UnitMatches } from './unitMatches.ts'

/**
 * How far a search goes to find something: by words and their beginnings; also inside words; also with
 * typing errors. Each includes the one before, and is tried when that finds too little.
 */
export const reaches = ['beginnings', 'insides', 'typos'] as const

/** See {@link reaches}. */
export type Reach = (typeof reaches)[number]

/** How a query is to be understood. */
export interface Understanding {
  readonly reach: Reach
  /** How characters are read, where letters may be pinyin. */
  readonly pinyin: PinyinTable | undefined
  /** What of it is a word that some segment has, see {@link knownWordsIn}. */
  readonly known: ReadonlySet<string>
  /** What of it is no slip, see {@link meantIn}. */
  readonly meant: ReadonlySet<string>
}

/** The terms of `segment` that `unit` fits, as far as `reach` goes. */
export function lookUp(
  segment: Segment,
  unit: Unit,
  { reach, pinyin, known, meant }: Understanding,
): UnitMatches {
  const hasSlips = reach === 'typos' && !meant.has(unit.text)
  const matches = new UnitMatches(segment.terms)
  if (unit.han) {
    addPairs(matches, segment.terms, unit.text)
    if (hasSlips && pinyin) addReadAlike(matches, segment.terms, unit.text, pinyin)
    return matches
  }
  const isShort = unit.text.length <= longestAbbreviation && known.has(unit.text)
  addSpelling(matches, segment.terms, unit, isShort ? 'beyond' : 'prefix')
  const other = otherSpelling(unit.text)
  if (other !== undefined) addSpelling(matches, segment.terms, { ...unit, text: other }, 'prefix')
  if (unit.wholeOnly) return matches
  addStems(matches, segment, unit.text)
  if (reach !== 'beginnings') addInsides(matches, segment, unit.text)
  if (hasSlips) addTypos(matches, segment.terms, unit.text)
  return matches
}

/** The whole word, and the words that begin with it, which fit as `how` says. */
function addSpelling(
  matches: UnitMatches,
  terms: Terms,
  { text, wholeOnly }: Unit,
  how: 'prefix' | 'beyond',
): void {
  const first = terms.firstFrom(text)
  const isWord = terms.lengthOf(first) === text.length && terms.beginsWith(first, text)
  if (isWord) matches.add(first, 'whole', text.length)
  if (wholeOnly) return
  const end = terms.endOf(text, first)
  matches.addRange({ first, end, how, typed: text.length })
  if (text.length >= shortestSingular) addPlurals(matches, terms, text, 'plural', text.length)
}

const shortestSingular = 2

/** What is not longer, and a word, is hardly the beginning of another one. */
const longestAbbreviation = 3

/** What of `units` is a word that one of `segments` has: in all of them it is meant as it is. */
export function knownWordsIn(
  segments: readonly Segment[],
  units: readonly Unit[],
): ReadonlySet<string> {
  const words = units.filter(
    ({ text, han }) => !han && segments.some(({ terms }) => terms.wordNumber(text) !== -1),
  )
  return new Set(words.map(({ text }) => text))
}

/**
 * What of `units`, by which something was found, is no slip: words and pairs that one of `segments` has, and what
 * words begin with where it was typed last. A word that was typed alone is what it was found by.
 */
export function meantIn(
  segments: readonly Segment[],
  units: readonly Unit[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const meant = units.filter(
    (unit) =>
      known.has(unit.text) || units.length === 1 || isStanding(segments, unit, units.at(-1)),
  )
  return new Set(meant.map(({ text }) => text))
}

function isStanding(segments: readonly Segment[], unit: Unit, last: Unit | undefined): boolean {
  const { text, han } = unit
  if (!han && unit !== last) return false
  return segments.some(({ terms }) => {
    if (!han) return terms.beginsWith(terms.firstFrom(text), text)
    return terms.pairNumber(pairOf(text.charCodeAt(0), text.charCodeAt(1))) !== -1
  })
}

function addPlurals(
  matches: UnitMatches,
  terms: Terms,
  singular: string,
  how: How,
  typed: number,
): void {
  for (const plural of [`${singular}s`, `${singular}es`]) {
    const word = terms.wordNumber(plural)
    if (word !== -1) matches.add(word, how, typed)
  }
}

/** Fewer letters are the stem of too much. */
export const shortestStem = 3

/** So many words that begin like a stem are looked at; more begin like a very short one only. */
const mostStemmed = 400

/** Words of the same English stem (Porter): `permit` for `permitting`, `agencies` for `agency`. */
function addStems(matches: UnitMatches, segment: Segment, text: string): void {
  const { terms, scratch } = segment
  if (!onlyLetters.test(text) || text.length < shortestStem) return
  const stem = stemmer(text)
  if (stem.length < shortestStem) return
  // Stemming changes the last letter: `polici` is the stem of `policy`.
  const beginning = stem.length > shortestStem ? stem.slice(0, -1) : stem
  const first = terms.firstFrom(beginning)
  const end = Math.min(terms.endOf(beginning, first), first + mostStemmed)
  for (let word = first; word < end; word++) {
    if (terms.lengthOf(word) > text.length + longestEnding) continue
    if (scratch.stemOf(segment, word) !== stem) continue
    const found = terms.wordAt(word)
    if (found === text) continue
    matches.add(
      word,
      isPluralOf(text, found) ? 'plural' : 'stem',
      Math.min(text.length, found.length),
    )
  }
}

const onlyLetters = /^[a-z]+$/

/** No ending of a word of the same stem is much longer. */
const longestEnding = 6

function isPluralOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return [`${short}s`, `${short}es`, `${short.slice(0, -1)}ies`].includes(long)
}

/** Fewer letters stand inside too many words to mean anything. */
const shortestInside = 3

/** So many words with something inside are taken; there are more of very common endings only. */
const mostInsides = 2000

/** Words that have `text` behind their beginning: `porting` finds `reporting`. */
function addInsides(matches: UnitMatches, { terms, trigrams }: Segment, text: string): void {
  if (text.length < shortestInside) return
  let taken = 0
  trigrams.eachCandidate(text, (word) => {
    if (!terms.hasInside(word, text)) return true
    matches.add(word, 'inside', text.length)
    taken += 1
    return taken < mostInsides
  })
}

function addTypos(matches: UnitMatches, terms: Terms, text: string): void {
  const most = typosIn(text.length)
  if (most === 0) return
  eachTypo(terms, text, most, {
    whole: (word, typos) => {
      const typed = text.length / (1 + typos)
      matches.add(word, 'typo', typed)
      addPlurals(matches, terms, terms.wordAt(word), 'typo', typed)
    },
    begun: (first, end, typos) => {
      matches.addRange({ first, end, how: 'begunTypo', typed: text.length / (1 + typos) })
    },
  })
}

/** Two characters that are read as these two: who types pinyin chooses a wrong one, `出口官制` for `出口管制`. */
function addReadAlike(matches: UnitMatches, terms: Terms, text: string, pinyin: PinyinTable): void {
  if (text.length !== 2) return
  for (const term of pairsReadAlike(terms, pinyin, text)) matches.add(term, 'typo', 1)
}

/** Two characters; or one, whatever follows it. A character of two units is known by its halves. */
function addPairs(matches: UnitMatches, terms: Terms, text: string): void {
  const last = text.charCodeAt(text.length - 1)
  if (text.length > 1) {
    const term = terms.pairNumber(pairOf(text.charCodeAt(text.length - 2), last))
    if (term !== -1) matches.add(term, 'whole', 1)
    return
  }
  const alone = terms.pairNumber(pairOf(last, 0))
  if (alone !== -1) matches.add(alone, 'whole', 1)
  const first = terms.firstPairFrom(pairOf(last, 0))
  const end = terms.firstPairFrom(pairOf(last, 0xffff) + 1)
  matches.addRange({ first, end, how: 'prefix', typed: 1 })
}
