import { instrumentIdOf } from '../../../corpus/key.ts'
import type { Provision } from '../../../corpus/provision.ts'
import type { OfficialText } from '../../../official/officialText.ts'
import { nearestFirst, type OfficialVersion } from '../../../official/officialVersions.ts'
import { judgeQuotation, type Judgement, type Verdict } from '../../../quotation/judgeQuotation.ts'
import type { Passage } from '../../../quotation/passageIndex.ts'
import type { ReadBefore } from '../../../official/reading.ts'
import { simplify } from '../../../words/simplified.ts'
import { chineseScriptOf, isOtherLanguage } from '../../../words/writtenLanguage.ts'
import { Searched, type Side, type WordsPlace } from './searched.ts'

/** What a citation names, with the versions of its instrument that are attached. */
export interface Source {
  readonly provision: Provision
  /** The one that it is judged against: that which the report means, unless that is but an excerpt. */
  readonly meant: OfficialVersion
  readonly versions: readonly OfficialVersion[]
}

/** A judgement with what it rests on. */
export type JudgedWords = Judgement & {
  /** The passage that the words were compared with. */
  readonly text?: Passage
  /** Where words stand that do not stand in what is cited. */
  readonly place?: WordsPlace
  /** Whether they are written in the other script of Chinese than the text, and were compared as if they were not. */
  readonly isInOtherScript?: boolean
  /** Whether they are in another language than every text that they could be of: they were translated. */
  readonly isTranslated?: boolean
  /** Whether there may be words in the document that were not searched. */
  readonly isPartial?: boolean
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
export const noText: JudgedWords = { verdict: 'no official text', alterations: [] }

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
  const officials = [...new Set(sources.map(({ meant }) => meant.text))]
  const isInOtherScript = officials.some((official) => isOfOtherScript(text, official))
  const words: Words = isInOtherScript
    ? { text: simplify(text), isFolded: true }
    : { text, isFolded: false }
  const judgement = judgeAsMeant(words, sources, officials)
  const other = notThere.has(judgement.verdict)
    ? otherPlace(words, sources, judgement.verdict)
    : undefined
  const all = officials.map((official) => searchedIn(official))
  const isTranslated =
    isUnsettled(judgement.verdict) &&
    all.every(({ written: { language } }) => language && isOtherLanguage(text, language))
  return {
    ...judgement,
    isInOtherScript,
    isTranslated,
    isPartial: all.some(({ isPartial }) => isPartial),
    ...(other && { other }),
  }
}

/** Words as they are compared: as they are written, or made Simplified, as the text then is, too. */
interface Words {
  readonly text: string
  readonly isFolded: boolean
}

/** Whether `text` is in the other script of Chinese than an official text. */
function isOfOtherScript(text: string, official: OfficialText): boolean {
  const { chinese } = searchedIn(official).written
  const own = chinese && chineseScriptOf(text)
  return own !== undefined && own !== chinese
}

function judgeAsMeant(
  words: Words,
  sources: readonly Source[],
  officials: readonly OfficialText[],
): JudgedWords {
  const ways: readonly ReadBefore[] = hasNumber.test(words.text)
    ? ['headings', 'numbers and headings']
    : ['headings']
  const found: JudgedWords[] = []
  for (const way of ways) {
    const cited = passagesCited(sources, way, words.isFolded)
    for (const official of officials) {
      const side = searchedIn(official, words.isFolded).read(way)
      const own = sources.filter(({ meant }) => meant.text === official)
      const judged = withHeadingsAbove(judgeBy(side, words.text, cited), side, words.text, own)
      const one = {
        ...asWritten(judged, words, sources, way),
        ...ofNone(judged, official, sources),
      }
      if (one.verdict === 'verified') return one
      found.push(one)
    }
  }
  return bestOf(found)
}

/** A heading of what is cited stands in holds for it: who quotes it with the words below cites those. */
function withHeadingsAbove(
  judged: JudgedWords,
  side: Side,
  words: string,
  sources: readonly Source[],
): JudgedWords {
  if (judged.verdict !== 'found elsewhere') return judged
  const headings = sources.flatMap(({ provision }) => side.headingsAbove(provision))
  const headed = headings.length === 0 ? judged : judgeBy(side, words, headings)
  return headed.verdict === 'verified' ? headed : judged
}

/** What says most of the words: what is settled, or else what alters least of them. */
function bestOf(found: readonly JudgedWords[]): JudgedWords {
  const altered = found.filter(({ verdict }) => verdict === 'altered')
  const [least] = altered.toSorted(
    (one, other) => one.alterations.length - other.alterations.length,
  )
  return found.find(({ verdict }) => !isUnsettled(verdict)) ?? least ?? found[0] ?? noText
}

function passagesCited(
  sources: readonly Source[],
  way: ReadBefore,
  isFolded: boolean,
): readonly Passage[] {
  return sources.flatMap(({ provision, meant }) =>
    searchedIn(meant.text, isFolded).read(way).passagesOf(provision),
  )
}

/** `judged` with the text as the issuer writes it: folding keeps all places. */
function asWritten(
  judged: JudgedWords,
  { isFolded }: Words,
  sources: readonly Source[],
  way: ReadBefore,
): JudgedWords {
  if (!isFolded || judged.text === undefined) return judged
  const { key } = judged.text
  const text = passagesCited(sources, way, false).find((one) => one.key === key)
  return text === undefined ? judged : { ...judged, text }
}

/** Words that stand in no provision are those of the instrument. */
function ofNone(
  { place, key }: JudgedWords,
  official: OfficialText,
  sources: readonly Source[],
): Pick<JudgedWords, 'key'> {
  const source = sources.find(({ meant }) => meant.text === official)
  return place === undefined || key !== undefined || source === undefined
    ? {}
    : { key: instrumentIdOf(source.provision.key) }
}

/** Whether more might be said of the words where a document is read in another way. */
function isUnsettled(verdict: Verdict): boolean {
  return verdict === 'not found' || verdict === 'altered'
}

/** Numbers as parts bear them: digits, Roman numbers, letters in brackets or alone, `第`. */
const hasNumber =
  /\p{N}|第|[(（]\p{L}{1,5}[)）]|(?<![\p{L}\p{N}])(?:[IVXLC]{1,7}|[A-Z])(?![\p{L}\p{N}])/u

function judgeBy(side: Side, words: string, cited: readonly Passage[]): JudgedWords {
  const judgement = judgeQuotation(words, cited, side.index)
  const { verdict, key, passage } = judgement
  if (key === undefined || passage === undefined) return judgement
  if (verdict === 'found elsewhere') {
    const place = side.placeOf(key, passage)
    const own = place.key === undefined ? {} : { key: place.key }
    return { verdict, passage, alterations: [], ...own, place }
  }
  const text = cited.find((one) => one.key === key)
  const alterations = judgement.alterations.map((one) =>
    one.between === undefined ? one : { ...one, between: provisionsOf(one.between, side) },
  )
  return { ...judgement, alterations, key: provisionKey(key), ...(text && { text }) }
}

/** Both places by the keys of their provisions. */
function provisionsOf(
  [before, behind]: readonly [StandingWords, StandingWords],
  side: Side,
): readonly [StandingWords, StandingWords] {
  const keyOf = ({ key, span }: StandingWords): StandingWords => {
    const place = key.startsWith('#') && span !== undefined ? side.placeOf(key, span) : undefined
    return { key: place?.key ?? provisionKey(key) }
  }
  return [keyOf(before), keyOf(behind)]
}

/** The key of the provision that a passage is read of in one way or another. */
function provisionKey(key: string): string {
  return key.split('#', 1)[0] ?? key
}

type StandingWords = NonNullable<Judgement['alterations'][number]['between']>[number]

/** The nearest other version that has the words, best in what is cited; none where one that is meant has them anywhere. */
function otherPlace(
  words: Words,
  sources: readonly Source[],
  verdict: Verdict,
): OtherPlace | undefined {
  const others = sources.flatMap(({ versions, meant }) =>
    nearestFirst(versions, meant).map((version) => ({ version, meant })),
  )
  const places = others.flatMap(({ version, meant }) => {
    const own = sources.filter(({ versions }) => versions.includes(version))
    const place = placeIn(version.text, words, own)
    return place === undefined ? [] : [{ ...place, version, meant }]
  })
  const place = places.find(({ citedKey }) => citedKey !== undefined) ?? places[0]
  const isLookedFor = verdict === 'no official text' || !hasGaps.test(words.text)
  const isThere = place !== undefined && isLookedFor
  return isThere && sources.some(({ meant }) => mayHave(meant.text, words)) ? undefined : place
}

/** Signs of omission and brackets: what they part may stand pages away from one another, if a long text is looked at. */
const hasGaps = /[…⋯[［]|\.{3}/u

/** Whether the words may stand somewhere in an official text, be it where no provision was found. */
function mayHave(official: OfficialText, words: Words): boolean {
  return anywhere(official, words).verdict !== 'not found'
}

/** What is found of the words in a document, whatever is cited. */
function anywhere(official: OfficialText, { text, isFolded }: Words): JudgedWords {
  return judgeBy(searchedIn(official, isFolded).read('headings'), text, [{ key: '', text: '-' }])
}

function placeIn(
  official: OfficialText,
  words: Words,
  sources: readonly Source[],
): Pick<OtherPlace, 'key' | 'citedKey'> | undefined {
  const { text, isFolded } = words
  const side = searchedIn(official, isFolded).read('headings')
  const passages = sources.flatMap(({ provision }) => side.passagesOf(provision))
  const { verdict, key: citedKey, place } = judgeBy(side, text, passages)
  if (citedKey !== undefined && verdict === 'verified') {
    const { key = citedKey } = citedKey.includes(':') ? {} : anywhere(official, words)
    return { key, citedKey }
  }
  const { key, place: found = place } = anywhere(official, words)
  if (key !== undefined) return { key }
  const [first] = sources
  const isInRest = !hasGaps.test(text) && found !== undefined
  return isInRest && first ? { key: instrumentIdOf(first.provision.key) } : undefined
}

const searched = new WeakMap<OfficialText, Searched>()
const searchedFolded = new WeakMap<OfficialText, Searched>()

/** All of `official`, as it is written, or with Simplified characters for Traditional ones. */
function searchedIn(official: OfficialText, isFolded = false): Searched {
  const kept = isFolded ? searchedFolded : searched
  const known = kept.get(official) ?? new Searched(official, isFolded ? simplify : (text) => text)
  kept.set(official, known)
  return known
}
