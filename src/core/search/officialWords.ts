import { stemmer } from 'stemmer'
import { measuresWithin, type Corpus } from '../corpus/corpus.ts'
import { allNames } from '../corpus/language.ts'
import type { Instrument, Measure, Provision } from '../corpus/provision.ts'
import { changesNotAttached } from '../official/notAttached.ts'
import { hasPassageOf, type OfficialVersion } from '../official/officialVersions.ts'
import { sliceSpan } from '../text/span.ts'
import { commonWords } from '../words/commonWords.ts'
import { joiningCharacters } from '../words/stopWords.ts'
import { readWords } from '../words/words.ts'

/**
 * The words of its issuer that a provision has beside ours, sorted and parted by blanks, by its key: words
 * as they are folded, and pairs of Chinese characters.
 */
export type OfficialWords = ReadonlyMap<string, string>

/** What more provisions of one instrument have says nothing about any of them. */
const mostProvisions = 40

/**
 * The words that the official texts of `instrument` have in the passages of its measures, in the newest that
 * has each, beside those of our own texts about it. None of a passage that is known to have changed since,
 * nor of a division: that would stand before its measures for all that they say.
 */
export function officialWordsOf(
  versions: readonly OfficialVersion[],
  instrument: Instrument,
  corpus: Corpus,
): OfficialWords {
  const reading = officialWordsInSteps(versions, instrument, corpus)
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
  }
}

/** The same in steps between which others can have their turn. */
export function* officialWordsInSteps(
  versions: readonly OfficialVersion[],
  instrument: Instrument,
  corpus: Corpus,
): Generator<void, OfficialWords> {
  const said = new Map<Measure, ReadonlySet<string>>()
  const counts = new Map<string, number>()
  for (const measure of measuresWithin(corpus, instrument)) {
    const words = wordsIn(passageOf(measure, versions, corpus))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    said.set(measure, words)
    yield
  }
  const telling = new Map<string, string>()
  for (const [measure, words] of said) {
    const rare = [...words].filter((word) => (counts.get(word) ?? 0) <= mostProvisions)
    const fresh = wordsNewTo(measure, rare)
    if (fresh !== '') telling.set(measure.key, fresh)
    yield
  }
  return telling
}

/** Those of `words` that our own texts about `provision` have in no form, each in one form, sorted and parted by blanks. */
export function wordsNewTo(provision: Provision, words: readonly string[]): string {
  const known = new Set(ownTextsOf(provision).flatMap((text) => [...wordsIn(text)].map(formOf)))
  const byForm = new Map<string, string>()
  for (const word of [...words].sort()) {
    const form = formOf(word)
    if (!known.has(form) && !byForm.has(form)) byForm.set(form, word)
  }
  return [...byForm.values()].join(' ')
}

function ownTextsOf({
  titles,
  aliases,
  summary,
  searchPhrases = [],
}: Provision): readonly string[] {
  const told = summary === undefined ? [] : allNames(summary)
  return [...allNames(titles), ...aliases, ...told, ...searchPhrases]
}

function formOf(word: string): string {
  return isWord.test(word) ? stemmer(word) : word
}

/** A word and no number, abbreviations of two letters left out. */
const isWord = /^\p{L}{3,}$/u

/** The words of `text` that say something about its matter, and the pairs of its Chinese characters. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = readWords(text).flatMap((word) => {
    if (word.han) return pairsIn(word.text)
    return isWord.test(word.text) && !commonWords.has(word.text) ? [word.text] : []
  })
  return new Set(words)
}

function pairsIn(run: string): readonly string[] {
  const pairs = Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
  return pairs.filter((pair) => !Array.from(pair).some((one) => joiningCharacters.has(one)))
}

/** What the newest of `versions` that has `provision` says there; nothing where that has changed since. */
function passageOf(
  provision: Provision,
  versions: readonly OfficialVersion[],
  corpus: Corpus,
): string {
  if (changesNotAttached(versions, provision, corpus)?.isOwn === true) return ''
  const newest = versions.findLast((version) => hasPassageOf(version, provision))
  const passage = newest?.text.passages.get(provision.key)
  return passage === undefined ? '' : sliceSpan(newest?.text.text ?? '', passage.own)
}
