import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinyin } from 'pinyin-pro'
import { evidenceFor } from '../../../src/core/search/evidence.ts'
import { pinyinWays, readPinyin, writePinyin } from '../../../src/core/words/pinyin.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { planCorpus } from '../search/libraryCorpus.ts'
import { corpusOf, instrument, measure } from '../search/smallCorpus.ts'

const common = '出口管制芯片位置验证数据中心监管沙盒生物安全再培训银行行长重庆'

function readingsOf(character: string): readonly string[] {
  return pinyin(character, { toneType: 'none', type: 'array', multiple: true })
}

const table = readPinyin(writePinyin(common, readingsOf))

const corpus = corpusOf([
  instrument('plan', 'Plan'),
  measure('plan:1', { en: 'One', 'zh-Hans': '出口管制' }),
  measure('plan:2', { en: 'Two', 'zh-Hant': '資料中心與數據中心' }),
  measure('plan:3', { en: 'Three', 'zh-Hans': '银行行长' }),
])
const index = createSearchIndex(corpus)

function found(text: string, read = table): readonly string[] {
  return search(index, { text, limit: 9, pinyin: read }).map(({ provision }) => provision.key)
}

const typed: readonly (readonly [text: string, keys: readonly string[]])[] = [
  ['chukou', ['plan:1']],
  ['chukouguanzhi', ['plan:1']],
  ['chukougu', ['plan:1']],
  ['ckgz', ['plan:1']],
  ['guanzhi', ['plan:1']],
  ['CHUKOU', ['plan:1']],
  ['shujuzhongxin', ['plan:2']],
  ['sjzx', ['plan:2']],
  ['yinhang', ['plan:3']],
  ['hangzhang', ['plan:3']],
  ['koukou', []],
]

for (const [text, keys] of typed) {
  test(`pinyin ${text} finds ${keys.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(found(text), keys)
  })
}

test('without the table pinyin finds nothing', () => {
  for (const text of ['chukou', 'ckgz', 'sjzx']) {
    assert.deepEqual(search(index, { text, limit: 9 }), [], text)
  }
})

test('what was found by pinyin is shown by its characters', () => {
  const query = { text: 'chukou', limit: 1, pinyin: table }
  const [match] = search(index, query)
  assert.ok(match)
  const [evidence] = evidenceFor(index, query, match.provision)
  assert.equal(evidence?.how, 'pinyin')
  assert.equal(evidence.text.slice(evidence.span.start, evidence.span.end), '出口')
})

test('letters are cut into few ways, also hostile ones', () => {
  for (const text of [
    'a'.repeat(40),
    'xian'.repeat(10),
    'shishishishi',
    'q',
    '',
    'x'.repeat(4000),
  ]) {
    assert.ok(pinyinWays(table, text).length <= 24, text.slice(0, 20))
  }
})

test('over the plan, pinyin of its titles finds them, and English words stay first', () => {
  const plan = planCorpus()
  const whole = createSearchIndex(plan)
  const titles = plan.provisions.flatMap(({ titles: names }) => names['zh-Hans'] ?? [])
  const read = readPinyin(writePinyin(new Set(titles.join('')), readingsOf))
  const first = (text: string): string | undefined =>
    search(whole, { text, limit: 1, pinyin: read })[0]?.provision.key
  assert.equal(first('jianguanshahe'), 'us-aiap-2025:I.4.1')
  assert.equal(first('grid'), search(whole, { text: 'grid', limit: 1 })[0]?.provision.key)
})

test('letters that can be cut in many ways and end in none are read once', () => {
  let lookedUp = 0
  const { characters, readings } = readPinyin(writePinyin('安啊那南', readingsOf))
  const counted = new (class extends Map<string, readonly number[]> {
    override has(syllable: string): boolean {
      lookedUp += 1
      return super.has(syllable)
    }
  })(characters)
  assert.deepEqual(pinyinWays({ characters: counted, readings }, `${'an'.repeat(17)}iiiiii`), [])
  assert.ok(lookedUp <= 40 * 6, String(lookedUp))
})
