import { stemmer } from 'stemmer'
import { foundWith, type Segment } from '../index/segment.ts'
import { pairOf, type Terms } from '../index/terms.ts'
import type { MeaningUnit } from '../meaningUnits.ts'
import { otherSpelling } from '../../words/spellings.ts'
import type { How } from '../ranking.ts'
import { shortestStem } from './lookUp.ts'
import { UnitMatches } from './unitMatches.ts'

/** The terms of `segment` that say what a word of a sentence says: itself, its forms, and what means the same. */
export function lookUpMeaning(segment: Segment, unit: MeaningUnit): UnitMatches {
  const { terms } = segment
  const matches = new UnitMatches(terms)
  if (unit.han) {
    addPair(matches, terms, unit.text, 'whole')
    for (const other of unit.others) addOther(matches, segment, other)
    return matches
  }
  addWordMatches(matches, segment, unit.text, 'whole', 'plural')
  for (const other of unit.others) addOther(matches, segment, other)
  return matches
}

/** Another word for the same: one word, or a run of Chinese, which its rarest pair tells where all are there. */
function addOther(matches: UnitMatches, segment: Segment, other: string): void {
  const { terms } = segment
  if (!isHan.test(other)) {
    addWordMatches(matches, segment, other, 'meaning', 'meaning')
    return
  }
  const pairs = pairsOf(other).map((pair) => terms.pairNumber(pair))
  if (pairs.includes(-1)) return
  const [rarest = -1] = pairs.sort((one, two) => foundWith(segment, one) - foundWith(segment, two))
  matches.add(rarest, 'meaning', 1)
}

function pairsOf(run: string): number[] {
  return Array.from({ length: run.length - 1 }, (_, at) =>
    pairOf(run.charCodeAt(at), run.charCodeAt(at + 1)),
  )
}

const isHan = /^\p{sc=Han}/u

function addPair(matches: UnitMatches, terms: Terms, pair: string, how: How): void {
  const term = terms.pairNumber(pairOf(pair.charCodeAt(0), pair.charCodeAt(1)))
  if (term !== -1) matches.add(term, how, 1)
}

/** So many words that begin like a stem are looked at. */
const mostOfOneStem = 200

function addWordMatches(
  matches: UnitMatches,
  segment: Segment,
  text: string,
  how: How,
  stemmed: How,
): void {
  const { terms, scratch } = segment
  for (const spelling of [text, otherSpelling(text)]) {
    const word = spelling === undefined ? -1 : terms.wordNumber(spelling)
    if (word !== -1) matches.add(word, how, text.length)
  }
  const stem = stemmer(text)
  if (stem.length < shortestStem) return
  // Stemming changes the last letter: `polici` is the stem of `policy`.
  const first = terms.firstFrom(stem.slice(0, -1))
  const end = Math.min(terms.endOf(stem.slice(0, -1), first), first + mostOfOneStem)
  for (let word = first; word < end; word++) {
    if (scratch.stemOf(segment, word) !== stem || terms.wordAt(word) === text) continue
    matches.add(word, stemmed, terms.lengthOf(word))
  }
}
