import type { Language } from '../corpus/language.ts'
import type { Dictionary } from './dictionary.ts'
import type { FieldName } from './field.ts'
import { pairMatchers, wordMatchers, type Matcher } from './matchers.ts'
import type { Unit } from './query.ts'
import { earliness, fitOf, rarity, weights, type How } from './ranking.ts'
import { unitScores, type UnitScores } from './scratch.ts'
import type { IndexedField } from './indexDraft.ts'
import type { SearchIndex } from './searchIndex.ts'

/** The ways to fit, in a fixed order: {@link UnitScores} notes their numbers. */
export const hows = Object.keys(weights.fit) as readonly How[]

/** Fields of a division or an instrument that what stands below is found by, too. */
const handedDown: ReadonlySet<FieldName> = new Set(['key', 'title', 'alias', 'kind'])

/** Notes in the scratch of `index` how well a word fits each provision. */
export function scoreWord(index: SearchIndex, unit: Unit, language: Language | undefined): void {
  scoreUnit(index, unit, wordMatchers, language)
}

/** Notes in the scratch of `index` how well a pair of Chinese characters fits each provision. */
export function scorePair(index: SearchIndex, unit: Unit, language: Language | undefined): void {
  scoreUnit(index, unit, pairMatchers, language)
}

function scoreUnit(
  index: SearchIndex,
  unit: Unit,
  matchers: readonly Matcher[],
  language: Language | undefined,
): void {
  const own = unitScores(index.scratch, unit.slot)
  own.score.fill(0)
  index.scratch.handedDown.score.fill(0)
  for (const match of matchers) {
    match(index, unit, (dictionary, entry, how, typed, whole) => {
      credit(index, own, { dictionary, entry, how, fit: fitOf(how, typed, whole), language })
    })
  }
  index.scratch.rarity[unit.slot] = rarity(countFound(own.score), own.score.length)
  handDown(index, own)
}

/** An entry of a dictionary that a unit fits. */
interface Fit {
  readonly dictionary: Dictionary
  readonly entry: number
  readonly how: How
  /** How well, 0 to 1. */
  readonly fit: number
  readonly language: Language | undefined
}

/** Notes an entry at every provision that has it. */
function credit(index: SearchIndex, own: UnitScores, fit: Fit): void {
  const { starts, postings } = fit.dictionary
  const how = hows.indexOf(fit.how)
  const end = starts[fit.entry + 1] ?? 0
  for (let at = starts[fit.entry] ?? 0; at < end; at++) {
    const posting = postings[at] ?? 0
    const field = index.fields[index.postings.field[posting] ?? 0]
    if (field === undefined) continue
    const score = worth(field, fit) * fit.fit * earliness(index.postings.place[posting] ?? 0)
    index.scratch.effort.marks += field.provisions.length
    noteAll(own, field, { score, posting, how })
    if (handedDown.has(field.name)) {
      noteAll(index.scratch.handedDown, field, { score, posting, how })
    }
  }
}

function noteAll(scores: UnitScores, field: IndexedField, found: Note): void {
  for (const provision of field.provisions) note(scores, provision, found)
}

function worth(field: IndexedField, fit: Fit): number {
  const isWhole = fit.how === 'whole' && isWholeField(field, fit)
  const own = field.language !== undefined && field.language === fit.language
  const part = weights.field[field.name]
  const worth = isWhole ? (weights.wholeField[field.name] ?? part) : part
  return worth * field.shortness * (own ? weights.ownLanguage : 1)
}

function isWholeField(field: IndexedField, fit: Fit): boolean {
  return field.text.length === fit.dictionary.entries[fit.entry]?.length
}

interface Note {
  readonly score: number
  readonly posting: number
  readonly how: number
}

function note(scores: UnitScores, provision: number, { score, posting, how }: Note): void {
  if (score <= (scores.score[provision] ?? 0)) return
  scores.score[provision] = score
  scores.posting[provision] = posting
  scores.how[provision] = how
}

function countFound(scores: Float64Array): number {
  let found = 0
  for (const score of scores) if (score > 0) found += 1
  return found
}

/** Gives every provision a share of what the divisions above it are found by. */
function handDown(index: SearchIndex, own: UnitScores): void {
  const { parents, scratch } = index
  const { below, perLevel } = weights.inherited
  for (let provision = 0; provision < parents.length; provision++) {
    const parent = parents[provision] ?? -1
    const score = parent === -1 ? 0 : (scratch.handedDown.score[parent] ?? 0)
    if (score === 0) continue
    const posting = scratch.handedDown.posting[parent] ?? 0
    const how = scratch.handedDown.how[parent] ?? 0
    note(own, provision, { score: score * below, posting, how })
    note(scratch.handedDown, provision, { score: score * perLevel, posting, how })
  }
}
