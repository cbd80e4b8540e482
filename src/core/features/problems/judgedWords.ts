import { instrumentIdOf } from '../../corpus/key.ts'
import type { Provision } from '../../corpus/provision.ts'
import type { OfficialText } from '../../official/officialText.ts'
import { nearestFirst, type OfficialVersion } from '../../official/officialVersions.ts'
import { judgeQuotation, type Judgement, type Verdict } from '../../quotation/judgeQuotation.ts'
import { indexPassages, type Passage, type PassageIndex } from '../../quotation/passageIndex.ts'
import { sliceSpan } from '../../text/span.ts'

/** What a citation names, with the versions of its instrument that are attached. */
export interface Source {
  readonly provision: Provision
  /** The one that the report means. */
  readonly asked: OfficialVersion
  /** The one that it is judged against: an excerpt has not all provisions. */
  readonly meant: OfficialVersion
  readonly versions: readonly OfficialVersion[]
}

/** A judgement with the passages that it rests on. */
export type JudgedWords = Judgement & {
  readonly passages: readonly Passage[]
  /** Where the words stand that are not those of the version that is meant. */
  readonly other?: OtherPlace
}

/** A place of words in another version than the one that is meant. */
export interface OtherPlace {
  readonly meant: OfficialVersion
  readonly version: OfficialVersion
  /** Of the provision whose words they are there. */
  readonly key: string
  /** Of the one that is cited and has them, itself or below it. */
  readonly citedKey?: string
}

/** What is said where there is no text to compare with. */
export const noText: JudgedWords = { verdict: 'no official text', alterations: [], passages: [] }

/** So many judgements are kept for the versions of one instrument; then all are forgotten. */
const mostKept = 2000

/** What was judged before, by the versions of the first source: a quotation is judged once, however often its report is looked at. */
const kept = new WeakMap<readonly OfficialVersion[], Map<string, JudgedWords>>()

/**
 * Judges `text` against the versions of `sources` that are meant: against all that is cited, and then
 * against the rest of each. What does not stand there is looked for in the other versions.
 */
export function judgeWords(text: string, sources: readonly Source[]): JudgedWords {
  const [first] = sources
  if (first === undefined) return noText
  const known = kept.get(first.versions) ?? new Map<string, JudgedWords>()
  kept.set(first.versions, known)
  const cited = sources.map(({ provision, meant }) => [provision.key, meant.day])
  const id = JSON.stringify([text, cited])
  const before = known.get(id)
  if (before !== undefined) return before
  const judgement = judgeAnew(text, sources)
  if (known.size >= mostKept) known.clear()
  known.set(id, judgement)
  return judgement
}

/** What may be said of words that stand in another version. */
const notThere: ReadonlySet<Verdict> = new Set(['altered', 'not found', 'no official text'])

function judgeAnew(text: string, sources: readonly Source[]): JudgedWords {
  const judgement = judgeAsMeant(text, sources)
  const other = notThere.has(judgement.verdict)
    ? otherPlace(text, sources, judgement.verdict)
    : undefined
  if (other === undefined) return judgement
  const { passages } = judgement
  return sources.some(({ asked }) => asked === other.version)
    ? { verdict: 'found elsewhere', key: other.key, alterations: [], passages }
    : { ...judgement, other }
}

function judgeAsMeant(text: string, sources: readonly Source[]): JudgedWords {
  const passages = sources.flatMap(({ provision, meant }) => passageOf(meant.text, provision) ?? [])
  const officials = new Set(sources.map(({ meant }) => meant.text))
  const judgements = [...officials].map((official) =>
    judgeQuotation(text, passages, indexOf(official)),
  )
  const found = judgements.find(({ verdict }) => verdict !== 'not found') ?? judgements[0]
  return found === undefined ? noText : { ...found, passages }
}

/** The nearest other version that has the words, best in what is cited; none where one that is meant has them anywhere. */
function otherPlace(
  text: string,
  sources: readonly Source[],
  verdict: Verdict,
): OtherPlace | undefined {
  const others = sources.flatMap(({ versions, meant }) =>
    nearestFirst(versions, meant).map((version) => ({ version, meant })),
  )
  if (others.length === 0) return undefined
  const isLookedFor = verdict === 'no official text' || !hasGaps.test(text)
  if (isLookedFor && sources.some(({ meant }) => mayHaveWords(text, meant.text))) return undefined
  const places = others.flatMap(({ version, meant }) => {
    const own = sources.filter(({ versions }) => versions.includes(version))
    const place = placeIn(version.text, text, own)
    return place === undefined ? [] : [{ ...place, version, meant }]
  })
  return places.find(({ citedKey }) => citedKey !== undefined) ?? places[0]
}

/** Signs of omission and brackets: what they part may stand pages away from one another, if all of a text is looked at. */
const hasGaps = /[…⋯[［]|\.{3}/u

/** Whether `text` may stand somewhere in an official text, be it where no provision was found. */
function mayHaveWords(text: string, official: OfficialText): boolean {
  const { verdict } = judgeQuotation(text, [wholeOf(official)], indexOf(official))
  return !['altered', 'not found', 'too short to judge'].includes(verdict)
}

function wholeOf({ text }: OfficialText, key = ''): Passage {
  return { key, text }
}

function placeIn(
  official: OfficialText,
  text: string,
  sources: readonly Source[],
): Pick<OtherPlace, 'key' | 'citedKey'> | undefined {
  const passages = sources.flatMap(({ provision }) => passageOf(official, provision) ?? [])
  const id = sources[0] === undefined ? '' : instrumentIdOf(sources[0].provision.key)
  const whole = hasGaps.test(text) ? [] : [wholeOf(official, id)]
  for (const cited of [passages, whole]) {
    const { verdict, key = id } = judgeQuotation(text, cited, indexOf(official))
    const citedKey = cited === passages && verdict === 'verified' ? { citedKey: key } : {}
    if (verdict === 'verified') return { key: narrowestKey(official, text, key), ...citedKey }
    if (verdict === 'found elsewhere') return { key }
  }
  return undefined
}

/** Of what stands within `key` and has the words itself; `key` where nothing does. */
function narrowestKey(official: OfficialText, text: string, key: string): string {
  if (key.includes(':')) return key
  const none = { key: '', text: '-' }
  return judgeQuotation(text, [none], indexOf(official)).key ?? key
}

/** All that `provision` says: of a division what stands below it as well, of an instrument everything. */
function passageOf(official: OfficialText, { key, level }: Provision): Passage | undefined {
  if (level === 'instrument') return { key, text: official.text }
  const passage = official.passages.get(key)
  return passage && { key, text: sliceSpan(official.text, passage.whole) }
}

const indexes = new WeakMap<OfficialText, PassageIndex>()

function indexOf(official: OfficialText): PassageIndex {
  const known = indexes.get(official)
  if (known !== undefined) return known
  const index = indexPassages(
    [...official.passages.values()].map(({ key, own }) => ({
      key,
      text: sliceSpan(official.text, own),
    })),
  )
  indexes.set(official, index)
  return index
}
