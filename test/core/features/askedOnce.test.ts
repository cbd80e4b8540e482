import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinyin } from 'pinyin-pro'
import { suggestCitations } from '../../../src/core/features/completion.ts'
import { explainOffer, type OfferReason } from '../../../src/core/features/explanation.ts'
import { draftInsertion } from '../../../src/core/features/insertion.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { readPinyin, writePinyin, type PinyinTable } from '../../../src/core/words/pinyin.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'
import { typedQueries } from '../search/typedQueries.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)
const table = readPinyin(writePinyin(chineseOf(), readingsOf))

/** All Chinese characters in the titles of the library, each once. */
function chineseOf(): ReadonlySet<string> {
  const titles = corpus.provisions.map(({ titles }) => titles['zh-Hans'] ?? '')
  return new Set(titles.join('').match(/\p{Script=Han}/gu))
}

function readingsOf(character: string): readonly string[] {
  return pinyin(character, { toneType: 'none', type: 'array', multiple: true })
}

/** As analysts type: our table of queries, their beginnings, Chinese titles in pinyin, words that nothing has. */
const queries: readonly string[] = [
  ...typedQueries.flatMap(({ text }) => [text, text.slice(0, Math.ceil(text.length / 2))]),
  ...[
    'chukouguanzhi',
    'ckgz',
    'rengongzhineng',
    'shuju',
    'xinpian',
    'chukou guan',
    'shengwuanquan',
  ],
  ...corpus.provisions
    .filter((_, at) => at % 23 === 0)
    .map(({ titles }) => /\p{Script=Han}{2,4}/u.exec(titles['zh-Hans'] ?? '')?.[0] ?? 'zz')
    .map((words) => pinyin(words, { toneType: 'none', type: 'array' }).join('')),
  ...['zeppelin', 'qqqq', '飞艇', 'fig-one', 'exprot controls', '', ' ', 'p. 3', 'I.1.'],
]

const fits = new Set<OfferReason['kind']>(['offered', 'offeredBySentence'])
const fitsNot = new Set<OfferReason['kind']>(['nothingFits', 'noSentenceFits'])

const places: readonly ((query: string) => string)[] = [
  (query) => `@${query}`,
  (query) => `Washington would hold back grants to burdensome states [@${query}`,
  (query) => `The weather in the harbour was fine all day [see @${query}`,
]

function drifted(language: 'en' | 'zh-Hans', read: PinyinTable | undefined): readonly string[] {
  const options = { language, pinyin: read }
  return queries.flatMap((query) =>
    places.flatMap((place) => {
      const text = place(query)
      const report = analyseReport(text)
      const writing = { style: 'key', withPage: true, language } as const
      const offered = suggestCitations(report, index, corpus, text.length, {
        ...options,
        ...writing,
        limit: 100,
      })
      const { kind } = explainOffer(report, index, corpus, text.length, options).verdict
      const isExplained =
        offered === undefined
          ? !fits.has(kind) && !fitsNot.has(kind)
          : (offered.items.length === 0 ? fitsNot : fits).has(kind)
      return isExplained ? [] : [`${text}: ${String(offered?.items.length)} offered, ${kind}`]
    }),
  )
}

for (const language of ['en', 'zh-Hans'] as const) {
  for (const [name, read] of [
    ['on', table],
    ['off', undefined],
  ] as const) {
    test(`nothing is said to fit exactly where nothing is offered: ${language}, pinyin ${name}`, () => {
      assert.deepEqual(drifted(language, read), [])
    })
  }
}

test('with pinyin on, what its letters find is explained as offered', () => {
  const report = analyseReport('@chukouguanzhi')
  const explained = (read?: PinyinTable): OfferReason =>
    explainOffer(report, index, corpus, 14, { language: 'en', pinyin: read }).verdict
  const verdict = explained(table)
  assert.ok(verdict.kind === 'offered' && verdict.count >= 10, verdict.kind)
  assert.equal(explained().kind, 'nothingFits')
})

test('inserting replaces a marker exactly where suggesting sees one with nothing typed', () => {
  const provision = corpus.provisions.at(1) ?? assert.fail('the library has provisions')
  const options = { style: 'key', withPage: true, language: 'en' } as const
  for (const text of [
    '@',
    'See -@',
    '[@',
    '@{',
    'a [@b; @',
    '`@',
    'x\\@',
    'bob@',
    '根据@',
    '@fig-',
  ]) {
    const { length } = text
    const report = analyseReport(text)
    const asked = suggestCitations(report, index, corpus, length, { ...options, limit: 1 })
    const { edits } = draftInsertion(
      report,
      corpus,
      [{ start: length, end: length }],
      [provision],
      options,
    )
    const replaced = edits.map(({ span }) => span.start < length)
    assert.deepEqual(replaced, [asked !== undefined], text)
  }
})
