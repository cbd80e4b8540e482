import { mostUnits } from './query.ts'
import { joiningCharacters } from '../words/stopWords.ts'
import { commonWords } from '../words/commonWords.ts'
import { noSynonyms, type Synonyms } from '../words/synonyms.ts'
import { readWords } from '../words/words.ts'

/** A word, or two Chinese characters, that a sentence is searched by. */
export interface MeaningUnit {
  readonly text: string
  /** Whether it is of Chinese characters. */
  readonly han: boolean
  /** What else says the same: words, and runs of Chinese. */
  readonly others: readonly string[]
  /** Whether it stands in the heading above the sentence alone: it tells what that goes on about, and is not said again. */
  readonly isAbove?: true
}

/** So much of a long sentence is read, from its end on, in UTF-16 units. */
const longestSentence = 400

/** What `sentence` is searched by, each once: no words that say nothing about its matter. */
export function meaningUnitsOf(
  sentence: string,
  synonyms: Synonyms = noSynonyms,
): readonly MeaningUnit[] {
  const units = new Map<string, MeaningUnit>()
  const words = readWords(sentence.slice(-longestSentence))
  for (const [at, word] of words.entries()) {
    if (word.han) addRun(units, word.text, synonyms)
    else addWord(units, word.text, words[at + 1]?.text, synonyms)
  }
  return [...units.values()].slice(0, mostUnits)
}

/** The same of a sentence below `heading`, whose words come behind its own. */
export function meaningUnitsBelow(
  heading: string,
  sentence: string,
  synonyms: Synonyms,
): readonly MeaningUnit[] {
  const own = meaningUnitsOf(sentence, synonyms)
  const said = new Set(own.map(({ text }) => text))
  const above = meaningUnitsOf(heading, synonyms).filter(({ text }) => !said.has(text))
  return [...own, ...above.map((unit) => ({ ...unit, isAbove: true as const }))].slice(0, mostUnits)
}

function addWord(
  units: Map<string, MeaningUnit>,
  text: string,
  next: string | undefined,
  othersOf: Synonyms,
): void {
  if (commonWords.has(text) || (text.length < 2 && !/\d/.test(text))) return
  const others = [...othersOf(text), ...(next === undefined ? [] : othersOf(`${text}_${next}`))]
  units.set(text, { text, han: false, others })
}

function addRun(units: Map<string, MeaningUnit>, run: string, othersOf: Synonyms): void {
  for (let at = 0; at + 1 < run.length; at++) {
    const pair = run.slice(at, at + 2)
    if (joiningCharacters.has(pair.charAt(0)) || joiningCharacters.has(pair.charAt(1))) continue
    const others = [2, 3, 4, 5].flatMap((length) => othersOf(run.slice(at, at + length)))
    units.set(pair, { text: pair, han: true, others })
  }
}
