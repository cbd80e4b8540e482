import { stemmer } from 'stemmer'
import { lazily } from '../text/lazily.ts'
import { mostUnits } from './query.ts'
import { joiningCharacters } from '../words/stopWords.ts'
import { commonWords, thesaurus } from '../words/thesaurus.ts'
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
export function meaningUnitsOf(sentence: string): readonly MeaningUnit[] {
  const units = new Map<string, MeaningUnit>()
  const words = readWords(sentence.slice(-longestSentence))
  for (const [at, word] of words.entries()) {
    if (word.han) addRun(units, word.text)
    else addWord(units, word.text, words[at + 1]?.text)
  }
  return [...units.values()].slice(0, mostUnits)
}

/** The same of a sentence below `heading`, whose words come behind its own. */
export function meaningUnitsBelow(heading: string, sentence: string): readonly MeaningUnit[] {
  const own = meaningUnitsOf(sentence)
  const said = new Set(own.map(({ text }) => text))
  const above = meaningUnitsOf(heading).filter(({ text }) => !said.has(text))
  return [...own, ...above.map((unit) => ({ ...unit, isAbove: true as const }))].slice(0, mostUnits)
}

function addWord(units: Map<string, MeaningUnit>, text: string, next: string | undefined): void {
  if (commonWords.has(text) || (text.length < 2 && !/\d/.test(text))) return
  const others = [...othersOf(text), ...(next === undefined ? [] : othersOf(`${text}_${next}`))]
  units.set(text, { text, han: false, others })
}

function addRun(units: Map<string, MeaningUnit>, run: string): void {
  for (let at = 0; at + 1 < run.length; at++) {
    const pair = run.slice(at, at + 2)
    if (joiningCharacters.has(pair.charAt(0)) || joiningCharacters.has(pair.charAt(1))) continue
    const others = [2, 3, 4, 5].flatMap((length) => othersOf(run.slice(at, at + length)))
    units.set(pair, { text: pair, han: true, others })
  }
}

/** The other members of the groups that `entry`, or another form of it, is in. */
function othersOf(entry: string): readonly string[] {
  const others = othersByEntry()
  return others.get(entry) ?? others.get(stemmer(entry)) ?? []
}

const othersByEntry = lazily((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const group of thesaurus) {
    const entries = group.split(' ')
    for (const entry of entries) {
      const others = entries.filter((other) => other !== entry && !other.includes('_'))
      for (const form of new Set([entry, stemmer(entry)])) {
        found.set(form, [...(found.get(form) ?? []), ...others])
      }
    }
  }
  return found
})
