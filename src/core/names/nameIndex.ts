import { officialNumbers, type Corpus } from '../corpus/corpus.ts'
import { allNames } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import type { ProvisionList } from '../corpus/stored/provisionList.ts'
import { chineseNumerals } from '../text/numerals.ts'
import { hanOrKana } from '../text/scripts.ts'
import { fold } from '../words/fold.ts'
import { kindWords } from '../words/kindWords.ts'
import { NameList, type NumberedName } from './nameList.ts'
import { NameTrie } from './nameTrie.ts'
import type { NameForm } from './provisionName.ts'
import type { SearchIndex } from '../search/searchIndex.ts'
import { stopWords } from '../words/stopWords.ts'
import { WordRarity } from '../search/wordRarity.ts'
import { readWords, type Word } from '../words/words.ts'

/** The distinctive names of a corpus snapshot, and what finds them in a text. */
export interface NameIndex {
  readonly names: NameList
  readonly trie: NameTrie
}

/** So many titles and aliases are judged in one step. */
const stepLength = 32

/**
 * The distinctive names of `corpus`, whose index `index` is, in steps between which others can have
 * their turn.
 */
export function* makeNameIndex(corpus: Corpus, index: SearchIndex): Generator<void, NameIndex> {
  const speller = new NameTrie([])
  const others = namesOfOthers(corpus, speller)
  const rarity = new WordRarity(index)
  const inChinese = namesInChinese(corpus, speller)
  const provisions = corpus.provisions
  const byNormal = new Map<string, NumberedName>()
  const bearersByName = yield* readBearers(corpus, inChinese)
  for (const [at, [text, numbers]] of [...bearersByName].entries()) {
    if (at % stepLength === 0) yield
    const bearers = numbers.flatMap((number) => provisions.at(number) ?? [])
    const normal = speller.normalise(text)
    const form = others.has(normal)
      ? undefined
      : nameFormOf(text, bearers, rarity, smallestTitleOf(text, bearers, inChinese))
    if (form === undefined) continue
    const same = byNormal.get(normal)
    const all = withoutRepeats([...(same?.bearers ?? []), ...numbers], provisions)
    if (all.length === 0) continue
    const earlier = same ?? { text, form, isProper: isProper(text) }
    byNormal.set(normal, { ...earlier, bearers: all })
  }
  yield
  const names = [...byNormal.values()]
  return {
    names: new NameList(names, provisions),
    trie: new NameTrie(names.map(({ text }) => text)),
  }
}

/**
 * The titles, aliases and numbers of `corpus`, and what Chinese texts call it, each with the numbers of the
 * provisions that bear it.
 */
function* readBearers(
  { provisions }: Corpus,
  inChinese: NamesInChinese,
): Generator<void, ReadonlyMap<string, readonly number[]>> {
  const bearers = new Map<string, number[]>()
  for (const [at, provision] of provisions.entries()) {
    if (at % stepLength === 0) yield
    const called = inChinese.get(provision) ?? []
    for (const text of new Set([...namesOf(provision), ...called])) {
      const known = bearers.get(text)
      if (known === undefined) bearers.set(text, [at])
      else known.push(at)
    }
  }
  return bearers
}

/** What Chinese texts call provisions by: `AI劳动力研究中心`. */
type NamesInChinese = ReadonlyMap<Provision, readonly string[]>

/** The Chinese names that the glossary has for what is the English title of something that they are about. */
function namesInChinese({ terms, byKey }: Corpus, speller: NameTrie): NamesInChinese {
  const found = new Map<Provision, readonly string[]>()
  for (const { names, about } of terms) {
    const title = speller.normalise(names.en)
    const inChinese = allNames(names).filter((name) => hanOrKana.test(name))
    for (const provision of about.flatMap((key) => byKey.get(key) ?? [])) {
      if (speller.normalise(provision.titles.en) !== title) continue
      found.set(provision, [...(found.get(provision) ?? []), ...inChinese])
    }
  }
  return found
}

/** Its titles and aliases, and the official numbers of an instrument. */
function namesOf(provision: Provision): ReadonlySet<string> {
  const numbers = provision.level === 'instrument' ? officialNumbers(provision) : []
  return new Set([...allNames(provision.titles), ...provision.aliases, ...numbers])
}

/** What {@link makeNameIndex} makes, in one go. */
export function createNameIndex(corpus: Corpus, index: SearchIndex): NameIndex {
  const making = makeNameIndex(corpus, index)
  for (;;) {
    const step = making.next()
    if (step.done === true) return step.value
  }
}

/** `numbers`, each once, without those of `provisions` that an instrument prints a second time. */
function withoutRepeats(numbers: readonly number[], provisions: ProvisionList): readonly number[] {
  const different = [...new Set(numbers)]
  const keys = new Set(different.map((number) => provisions.at(number)?.key))
  return different.filter((number) => {
    const one = provisions.at(number)
    return one?.level !== 'measure' || one.sameAs === undefined || !keys.has(one.sameAs)
  })
}

/**
 * The names of what is no provision: agencies, and what measures refer to, as far as it is no
 * instrument of the corpus. `Clean Air Act (42 U.S.C. 7401)` is known by its words before the
 * brackets.
 */
function namesOfOthers(corpus: Corpus, speller: NameTrie): ReadonlySet<string> {
  const agencies = [...corpus.agencies.values()].flatMap(({ code, names, aliases }) => [
    code,
    ...allNames(names),
    ...aliases,
  ])
  const references = known(corpus.provisions)
    .marked('refs')
    .flatMap((one) => (one.level === 'measure' ? one.refs : []))
  const names = references.flatMap((reference) => [reference, reference.split(' (')[0] ?? ''])
  const own = new Set(
    corpus.instruments
      .flatMap((instrument) => [...namesOf(instrument)])
      .map((name) => speller.normalise(name)),
  )
  const others = [...agencies, ...names].map((name) => speller.normalise(name))
  return new Set(others.filter((name) => !own.has(name)))
}

/** A longer title is in no sentence as a whole, in UTF-16 units; names are looked for at every place of a text. */
const longestName = 500

/** How `text` must be written to name one of `bearers`; `undefined` where it is not distinctive at all. */
function nameFormOf(
  text: string,
  bearers: readonly Provision[],
  rarity: WordRarity,
  smallestTitle: number,
): NameForm | undefined {
  if (text.length > longestName) return undefined
  const words = readWords(text)
  const isOfInstrument = bearers.some(({ level }) => level === 'instrument')
  if (isLabel(words) || (!isOfInstrument && isLaw(text))) return undefined
  const telling = words.filter(({ text: word, han }) => han || !stopWords.has(word))
  const [only] = telling
  if (words.length === 1 && only?.han === false) {
    return isUnusual(text) && rarity.of(only) >= rarity.most - 1 ? 'exactly' : undefined
  }
  const rare = telling.reduce((sum, word) => sum + rarity.of(word), 0)
  const length = lengthOf(words)
  const isHan = telling.some(({ han }) => han)
  const least = isOfInstrument ? rarity.most / 2 : rarity.most
  if (isHan && length >= smallestTitle) return 'anyhow'
  if ((isHan || telling.length >= 3) && rare >= 3 * least) return 'anyhow'
  return rare >= least && length >= 2 ? 'asName' : undefined
}

/**
 * The length from which on `text` is a title where it is Chinese, whatever its words: any name of an
 * instrument (`美国AI行动计划`), what Chinese texts call a part of one by (`AI采购工具箱`), and longer titles of
 * parts (`加强AI算力出口管制执法`).
 */
function smallestTitleOf(
  text: string,
  bearers: readonly Provision[],
  inChinese: NamesInChinese,
): number {
  if (bearers.some(({ level }) => level === 'instrument')) return 4
  if (bearers.some((bearer) => inChinese.get(bearer)?.includes(text))) return 3.5
  return bearers.some(({ titles }) => allNames(titles).includes(text)) ? 6 : Infinity
}

/** In words, two Chinese characters counting as one. */
function lengthOf(words: readonly Word[]): number {
  return words.reduce((sum, { text, han }) => sum + (han ? text.length / 2 : 1), 0)
}

const smallestUnusual = 4

/** One token that no word of a language looks like: `AI4S`, `PermitAI`, `AISIC`. */
function isUnusual(text: string): boolean {
  if (text.length < smallestUnusual) return false
  return /\p{Lu}\P{Lu}*\p{Lu}/u.test(text) || (/\p{L}/u.test(text) && /\p{N}/u.test(text))
}

const labelWords: ReadonlySet<string> = new Set(
  [...Object.values(kindWords).flat(), 'one', 'two', 'three', 'four', 'five', 'i', 'ii', 'iii'].map(
    fold,
  ),
)
const hanLabel = new RegExp(
  `^第?[${chineseNumerals}\\d]*(?:支柱|[编編章节節条條款项項目]|部分|目标|目標|原则|原則|类别|類別|功能|条款|條款)[${chineseNumerals}\\d]*$`,
  'u',
)

/** `Pillar One`, `Section 132`, `第一支柱`: a label, which every document has. */
function isLabel(words: readonly Word[]): boolean {
  return words.every(({ text, han }) =>
    han ? hanLabel.test(text) : labelWords.has(text) || /^\d+$/.test(text),
  )
}

/** Words that end in 法 and name no law, in simplified characters: 立法, 执法, 办法, but 公司法 does. */
const lawlessWord =
  /(?:[立执办做违非守看想说手州]|(?<!地)方|(?<!公)司|(?<![整综联混])合|(?<!合)作|(?<![适使利])用|(?<![预决])算|联邦)法$/u

/** Whether a name is that of a law, and so of an instrument. */
function isLaw(text: string): boolean {
  return /(?:(?<!\bto )\bAct|法|法案)$/u.test(text) && !lawlessWord.test(fold(text))
}

const smallWord = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/u

/** Whether all words of `text` that are not small begin with a capital or a digit; never in Chinese. */
export function isProper(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []
  const own = words.filter((word) => !smallWord.test(word))
  return own.length > 0 && own.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
}
