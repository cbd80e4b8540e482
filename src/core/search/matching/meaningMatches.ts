import { stemmer } from 'stemmer'
import type { Segment } from '../index/segment.ts'
import { pairOf, type Terms } from '../index/terms.ts'
import type { MeaningUnit } from '../meaningUnits.ts'
import { otherSpelling } from '../../words/spellings.ts'
import type { How } from '../ranking.ts'
import { shortestStem } from './lookUp.ts'
import { UnitMatches } from './unitMatches.ts'

/** The terms of `segment` that say what a word of a sentence says: itself, its forms, and what means the same. */
export function lookUpMeaning({ terms }: Segment, unit: MeaningUnit): UnitMatches {
  const matches = new UnitMatches(terms)
  if (unit.han) {
    addPair(matches, terms, unit.text, 'whole')
    for (const other of unit.others) addOther(matches, terms, other)
    return matches
  }
  addWordMatches(matches, terms, unit.text, 'whole', 'plural')
  for (const other of unit.others) addOther(matches, terms, other)
  return matches
}

/** Another word for the same: one word, or a run of Chinese of which each pair counts. */
function addOther(matches: UnitMatches, terms: Terms, other: string): void {
  if (!isHan.test(other)) {
    addWordMatches(matches, terms, other, 'meaning', 'meaning')
    return
  }
  for (let at = 0; at + 1 < other.length; at++) {
    addPair(matches, terms, other.slice(at, at + 2), 'meaning')
  }
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
  terms: Terms,
  text: string,
  how: How,
  stemmed: How,
): void {
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
    const found = terms.wordAt(word)
    if (found !== text && stemmer(found) === stem) matches.add(word, stemmed, found.length)
  }
}
