import { readFileSync } from 'node:fs'
import type { Match } from '../../src/core/search/search.ts'

/** A sentence of the evaluation set: see test/support/evaluation/README.md. */
export interface EvaluationSentence {
  readonly id: string
  readonly language: 'en' | 'zh-Hans' | 'zh-Hant'
  readonly sentence: string
  readonly keys: readonly string[]
  readonly half: 'tuning' | 'held'
}

/** The evaluation set: hard sentences. */
export function evaluationSentences(): readonly EvaluationSentence[] {
  return sentencesIn('sentences.jsonl')
}

/** Natural sentences, and those about neighbouring matters that the library does not hold. */
export function naturalSentences(): readonly EvaluationSentence[] {
  return sentencesIn('natural.jsonl')
}

function sentencesIn(name: string): readonly EvaluationSentence[] {
  const file = new URL(`../support/evaluation/${name}`, import.meta.url)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as EvaluationSentence)
}

/** What is offered for a sentence, in order. */
export type Offered = readonly Pick<Match, 'provision' | 'isPerhaps'>[]

/** What share of sentences has a right measure among the first 1, 3 and 10, and how many with none are offered something that is not *perhaps*. */
export interface Recall {
  readonly count: number
  readonly within: Readonly<Record<1 | 3 | 10, number>>
  /** Of the sentences that are about nothing in the library. */
  readonly silent: { readonly count: number; readonly offered: number }
}

/** The recall of `find` over `sentences`. */
export function recallOf(
  sentences: readonly EvaluationSentence[],
  find: (sentence: EvaluationSentence) => Offered,
): Recall {
  const about = sentences.filter(({ keys }) => keys.length > 0)
  const none = sentences.filter(({ keys }) => keys.length === 0)
  const places = about.map((one) =>
    find(one).findIndex(({ provision }) => one.keys.includes(provision.key)),
  )
  const within = (most: number): number =>
    places.filter((place) => place !== -1 && place < most).length / Math.max(1, about.length)
  const isSure = (one: EvaluationSentence): boolean =>
    find(one).some(({ isPerhaps }) => isPerhaps !== true)
  return {
    count: about.length,
    within: { 1: within(1), 3: within(3), 10: within(10) },
    silent: { count: none.length, offered: none.filter(isSure).length },
  }
}
