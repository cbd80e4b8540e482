import { instrumentIdOf } from '../../../corpus/key.ts'
import type { Provision } from '../../../corpus/provision.ts'
import type { OfficialText } from '../../../official/officialText.ts'
import { nearestFirst, type OfficialVersion } from '../../../official/officialVersions.ts'
import { judgeQuotation, type Judgement, type Verdict } from '../../../quotation/judgeQuotation.ts'
import { indexPassages, type Passage, type PassageIndex } from '../../../quotation/passageIndex.ts'
import { sliceSpan } from '../../../text/span.ts'

/** What a citation names, with the versions of its instrument that are attached. */
export interface Source {
  readonly provision: Provision
  /** The one that it is judged against: that which the report means, unless that is but an excerpt. */
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
  return other === undefined ? judgement : { ...judgement, other }
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
  const places = others.flatMap(({ version, meant }) => {
    const own = sources.filter(({ versions }) => versions.includes(version))
    const place = placeIn(version.text, text, own)
    return place === undefined ? [] : [{ ...place, version, meant }]
  })
  const place = places.find(({ citedKey }) => citedKey !== undefined) ?? places[0]
  const isLookedFor = verdict === 'no official text' || !hasGaps.test(text)
  const isThere = place !== undefined && isLookedFor
  return isThere && sources.some(({ meant }) => mayHave(meant.text, text)) ? undefined : place
}

/** Signs of omission and brackets: what they part may stand pages away from one another, if a long text is looked at. */
const hasGaps = /[…⋯[［]|\.{3}/u

/** Whether the words may stand somewhere in an official text, be it where no provision was found. */
function mayHave(official: OfficialText, text: string): boolean {
  return [indexOf(official), restOf(official)].some(
    (index) => anywhere(index, text).verdict !== 'not found',
  )
}

/** What is found of the words in an index, whatever is cited. */
function anywhere(index: PassageIndex, text: string): Judgement {
  return judgeQuotation(text, [{ key: '', text: '-' }], index)
}

function placeIn(
  official: OfficialText,
  text: string,
  sources: readonly Source[],
): Pick<OtherPlace, 'key' | 'citedKey'> | undefined {
  const passages = sources.flatMap(({ provision }) => passageOf(official, provision) ?? [])
  const { verdict, key: citedKey } = judgeQuotation(text, passages, indexOf(official))
  if (citedKey !== undefined && verdict === 'verified') {
    const { key = citedKey } = citedKey.includes(':') ? {} : anywhere(indexOf(official), text)
    return { key, citedKey }
  }
  const { key } = anywhere(indexOf(official), text)
  if (key !== undefined) return { key }
  const [first] = sources
  const isInRest = !hasGaps.test(text) && anywhere(restOf(official), text).key !== undefined
  return isInRest && first ? { key: instrumentIdOf(first.provision.key) } : undefined
}

/** All that `provision` says: of a division what stands below it as well, of an instrument everything. */
function passageOf(official: OfficialText, { key, level }: Provision): Passage | undefined {
  if (level === 'instrument') return { key, text: official.text }
  const passage = official.passages.get(key)
  return passage && { key, text: sliceSpan(official.text, passage.whole) }
}

const indexes = new WeakMap<OfficialText, PassageIndex>()

/** The own words of all provisions. */
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

const rests = new WeakMap<OfficialText, PassageIndex>()

/** What stands between the own words of provisions: headings, and what is of none that was found. */
function restOf(official: OfficialText): PassageIndex {
  const known = rests.get(official)
  if (known !== undefined) return known
  const spans = [...official.passages.values()].map(({ own }) => own)
  const starts = [0, ...spans.map(({ end }) => end)].sort((one, other) => one - other)
  const ends = [...spans.map(({ start }) => start), official.text.length].sort(
    (one, other) => one - other,
  )
  const gaps = starts.map((start, at) => ({ start, end: ends[at] ?? start }))
  const index = indexPassages(
    gaps.map((gap) => ({ key: String(gap.start), text: sliceSpan(official.text, gap) })),
  )
  rests.set(official, index)
  return index
}
