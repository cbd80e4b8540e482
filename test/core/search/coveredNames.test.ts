import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinyin as pinyinOf } from 'pinyin-pro'
import { hasEnded, isClaim } from '../../../src/core/corpus/corpus.ts'
import { instrumentIdOf } from '../../../src/core/corpus/key.ts'
import { allNames, languages } from '../../../src/core/corpus/language.ts'
import { favourOf } from '../../../src/core/search/favour.ts'
import { joins } from '../../../src/core/search/query.ts'
import { offerFor } from '../../../src/core/search/offer.ts'
import { search, type SearchQuery } from '../../../src/core/search/search.ts'
import { readOrdinal } from '../../../src/core/search/typedOrdinal.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { numberOf } from '../../../src/core/text/numerals.ts'
import { readPinyin, writePinyin } from '../../../src/core/words/pinyin.ts'
import { fold } from '../../../src/core/words/fold.ts'
import { readWords, squeeze } from '../../../src/core/words/words.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { corpusOf, instrument, measure } from './smallCorpus.ts'

const library = createSearchIndex(libraryCorpus())

/** As the extension ships it, of the characters that are typed here. */
const pinyin = readPinyin(writePinyin('监管沙盒箱和合', readingsOf))

function readingsOf(character: string): readonly string[] {
  return [...new Set(pinyinOf(character, { toneType: 'none', type: 'array', multiple: true }))]
}

function found(
  index: SearchIndex,
  text: string,
  query: Partial<SearchQuery> = {},
): readonly string[] {
  return search(index, { text, limit: 50, language: 'en', pinyin, ...query }).map(
    ({ provision }) => provision.key,
  )
}

test('sandbox offers the article of that name before those that speak of it in longer titles', () => {
  for (const typed of ['sandbox', 'sandboxes', 'ai sandbox', 'regulatory sandbox']) {
    const keys = found(library, typed)
    const others = ['58', '59', '60', '61'].map((path) => keys.indexOf(`eu-ai-act:${path}`))
    const own = keys.indexOf('eu-ai-act:57')
    assert.ok(own !== -1 && others.every((at) => own < at), `${typed}: ${keys.join(', ')}`)
  }
  assert.equal(found(library, 'sandbox')[0], 'eu-ai-act:57')
})

/** Words for sandboxes, whole and begun, in both scripts, with slips and in pinyin; and whether nothing else is called exactly so. */
const sandboxes: readonly (readonly [typed: string, isFirst: boolean])[] = [
  ['沙', true],
  ['沙盒', true],
  ['监管沙', true],
  ['监管沙盒', true],
  ['監理沙盒', true],
  ['監管沙盒', true],
  ['人工智能 沙盒', true],
  ['监管沙箱', false],
  ['沙箱', false],
  ['sandb', true],
  ['sandbos', true],
  ['sandboxs', true],
  ['sndbox', true],
  ['regul sandb', true],
  ['shahe', true],
  ['jianguanshahe', true],
  ['监管沙和', true],
  ['沙合', true],
]

for (const [typed, isFirst] of sandboxes) {
  test(`${typed} offers the article of that name before the others, whatever was cited`, () => {
    const others = ['58', '59', '60', '61'].map((path) => `eu-ai-act:${path}`)
    const usages = [[], ...others.map((key) => [key])]
    for (const language of languages) {
      for (const recent of usages) {
        const cited = new Map(recent.map((key) => [key, 2]))
        const options = { limit: 50, language, pinyin, usage: { cited, recent } }
        const { matches } = offerFor(library, { words: typed, sentence: '', heading: '' }, options)
        const keys = matches.map(({ provision }) => String(provision.key))
        const offered = keys.filter((key) => key === 'eu-ai-act:57' || others.includes(key))
        assert.equal(offered[0], 'eu-ai-act:57', keys.join(', '))
        if (isFirst) assert.equal(keys[0], 'eu-ai-act:57')
      }
    }
  })
}

test('EDA offers what is called so before the abbreviation that goes on behind it', () => {
  assert.equal(found(library, 'EDA')[0], 'press-us-aiap-2025-08:9.2')
  assert.equal(found(library, 'EDAG')[0], 'us-eo-14320:4.a')
})

const harbours = createSearchIndex(
  corpusOf([
    instrument('plan', 'Plan'),
    measure('plan:1', { en: 'Harbour pilots and the boats that they use at night' }),
    measure('plan:2', { en: 'Pilots of the harbour' }),
    measure('plan:3', { en: 'Harbour pilots' }),
    measure('plan:4', { en: 'Cranes' }, { aliases: ['harbour pilots who lift'] }),
    measure('plan:5', { en: 'Harbour pilots' }),
  ]),
)

test('of the titles that have the words the one goes first that they cover most', () => {
  assert.deepEqual(found(harbours, 'harbour pilot').slice(0, 3), ['plan:3', 'plan:5', 'plan:2'])
})

test('of two that are covered alike the one goes first that the report cites', () => {
  const favour = favourOf(harbours.corpus, { cited: new Map([['plan:5', 1]]), recent: [] })
  const [first] = search(harbours, { text: 'harbour pilot', limit: 1, favour })
  assert.equal(first?.provision.key, 'plan:5')
})

test('of two that are covered alike the one goes first that the report cites more often', () => {
  const cited = new Map([
    ['plan:3', 1],
    ['plan:5', 2],
  ])
  const favour = favourOf(harbours.corpus, { cited, recent: ['plan:3'] })
  assert.equal(found(harbours, 'harbour pilot', { favour })[0], 'plan:3')
  const often = favourOf(harbours.corpus, { cited, recent: [] })
  assert.equal(found(harbours, 'harbour pilot', { favour: often })[0], 'plan:5')
})

test('what is cited never goes before what is covered better', () => {
  const cited = new Map([
    ['plan:1', 9],
    ['plan:2', 9],
    ['plan:4', 9],
  ])
  const favour = favourOf(harbours.corpus, { cited, recent: ['plan:1', 'plan:2', 'plan:4'] })
  for (const typed of ['harbour pilot', 'harbour', 'pilo', 'harbuor']) {
    assert.deepEqual(found(harbours, typed, { favour }).slice(0, 2), ['plan:3', 'plan:5'], typed)
  }
})

/** A name, folded, and how many letters it has. */
interface FoldedName {
  readonly text: string
  readonly letters: number
}

function folded(name: string): FoldedName {
  return { text: fold(name), letters: squeeze(readWords(name)).length }
}

const ended = new Set<string>(library.corpus.instruments.filter(hasEnded).map(({ key }) => key))

/** What is no claim and still holds, with its names. */
const named = library.corpus.provisions
  .filter((provision) => !isClaim(provision) && !ended.has(instrumentIdOf(provision.key)))
  .map(({ key, titles, aliases }) => ({
    key,
    titles: allNames(titles).map(folded),
    aliases: aliases.map(folded),
  }))

/** How much of the best covered of `names` is `typed`: 0 to 1. */
function shareOf(names: readonly FoldedName[], typed: string): number {
  const shares = names.map(
    ({ text, letters }) => ((text.split(typed).length - 1) * typed.length) / letters,
  )
  return Math.max(0, ...shares)
}

/** Two neighbouring characters, of all Chinese titles of the library, neither of which joins words. */
function typedPairs(): readonly string[] {
  const runs = named.flatMap(({ titles }) =>
    titles.flatMap(({ text }) => text.match(/\p{Script=Han}{2,}/gu) ?? []),
  )
  const pairs = runs.flatMap((run) => Array.from(run.slice(1), (_, at) => run.slice(at, at + 2)))
  return [...new Set(pairs)].filter((pair) => !Array.from(pair).some(joins))
}

/** A title that is covered by so much less is covered alike. */
const alike = 0.02

/** A recital goes behind what it gives reasons for: it is compared with recitals alone. */
function isRecital({ key }: { readonly key: string }): boolean {
  return /:rct-\d+$/u.test(key)
}

/** Whether `typed` is the number of `key`: the first two characters of 第三方 find what is third by that. */
function isNumbered(key: string, typed: string): boolean {
  const ordinal = readOrdinal(readWords(typed))
  return ordinal !== undefined && numberOf(key.split('.').at(-1) ?? '') === ordinal.number
}

/** All that has `typed` in its title, and is not found by its number. */
function bearersOf(typed: string): readonly Bearer[] {
  return named
    .filter(({ key }) => !isNumbered(key, typed))
    .map(({ key, titles, aliases }) => ({
      key,
      title: shareOf(titles, typed),
      alias: shareOf(aliases, typed),
    }))
    .filter(({ title }) => title > 0)
}

/** What has the typed characters, and how much of its best covered title and alias they are. */
interface Bearer {
  readonly key: string
  readonly title: number
  readonly alias: number
}

/** What of `bearers` covers its title better than the first of them that is offered, and its aliases no less. */
function betterThanFirst(
  bearers: readonly Bearer[],
  offered: readonly string[],
): readonly string[] {
  const places = new Map(offered.map((key, at) => [key, at]))
  const placeOf = ({ key }: Bearer): number => places.get(key) ?? Infinity
  const [first] = bearers.toSorted((one, other) => placeOf(one) - placeOf(other))
  if (first === undefined) return []
  return bearers
    .filter(({ title, alias }) => title > first.title + alike && alias >= first.alias)
    .map((one) => `${one.key} covers more than ${first.key}`)
}

test('of all titles that have two characters the one is offered first that they cover most, unless an alias has them', () => {
  const pairs = typedPairs()
  assert.ok(pairs.length > 1000)
  assert.ok(pairs.filter((typed) => bearersOf(typed).filter(isRecital).length > 1).length > 100)
  const worse = pairs.flatMap((typed) => {
    const bearers = bearersOf(typed)
    const offered = found(library, typed, { limit: library.corpus.provisions.length })
    const recitals = bearers.filter(isRecital)
    const others = bearers.filter((one) => !isRecital(one))
    const early = others.length > 0 && isRecital({ key: offered[0] ?? '' }) ? ['a recital'] : []
    const all = [
      ...betterThanFirst(others, offered),
      ...betterThanFirst(recitals, offered),
      ...early,
    ]
    return all.map((reason) => `${typed}: ${reason}`)
  })
  assert.deepEqual(worse, [])
})
