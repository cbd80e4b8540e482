import assert from 'node:assert/strict'
import { test } from 'node:test'
// @ts-expect-error -- a script of ours without types
import { simplifiedPairs as fromOpenCc } from '../../../scripts/simplified.mjs'
import { fold } from '../../../src/core/words/fold.ts'
import { simplify } from '../../../src/core/words/simplified.ts'
import { simplifiedPairs } from '../../../src/core/words/simplifiedPairs.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { corpusOf, instrument, measure } from '../search/smallCorpus.ts'

test('the table is what OpenCC gives for every character of the basic plane', () => {
  assert.equal(simplifiedPairs, (fromOpenCc as () => string)())
})

const pairs: readonly (readonly [traditional: string, simplified: string])[] = [
  ['資料中心', '资料中心'],
  ['出口管制', '出口管制'],
  ['臺灣的晶片', '台湾的晶片'],
  ['裏裡里', '里里里'],
  ['羣群', '群群'],
  ['後后', '后后'],
  ['AI 計畫：𠮷', 'AI 计划：𠮷'],
  ['AI 計劃', 'AI 计划'],
  ['', ''],
]

for (const [traditional, simplified] of pairs) {
  test(`${JSON.stringify(traditional)} is ${JSON.stringify(simplified)}`, () => {
    assert.equal(simplify(traditional), simplified)
  })
}

test('simplifying twice changes nothing, and no offset', () => {
  for (let code = 0; code < 0x10000; code++) {
    const once = simplify(String.fromCharCode(code))
    assert.equal(once.length, 1)
    assert.equal(simplify(once), once)
    assert.equal(fold(fold(once)), fold(once))
  }
})

test('Simplified finds Traditional, and the reverse', () => {
  const corpus = corpusOf([
    instrument('plan', 'Plan'),
    measure('plan:1', { en: 'One', 'zh-Hans': '评估前沿模型' }),
    measure('plan:2', { en: 'Two', 'zh-Hant': '驗證晶片位置' }),
  ])
  const index = createSearchIndex(corpus)
  const found = (text: string): readonly string[] =>
    search(index, { text, limit: 9 }).map(({ provision }) => provision.key)
  assert.deepEqual(found('評估'), ['plan:1'])
  assert.deepEqual(found('評估前沿'), ['plan:1'])
  assert.deepEqual(found('验证'), ['plan:2'])
  assert.deepEqual(found('ＡＩ評估'), [])
})
