import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitKey, keyFormOf, type KeyFit } from '../../../src/core/search/keyForm.ts'
import { parseQuery } from '../../../src/core/search/query.ts'
import { key } from './smallCorpus.ts'

/** How the text, typed, fits the key. */
function fit(typed: string, raw: string): KeyFit | undefined {
  return fitKey(parseQuery(typed).dotted, keyFormOf(key(raw)))
}

const fits: readonly (readonly [typed: string, raw: string, fit: KeyFit | undefined])[] = [
  ['us-aiap-2025:II.3.1', 'us-aiap-2025:II.3.1', 'exact'],
  ['US-AIAP-2025:ii.3.1', 'us-aiap-2025:II.3.1', 'exact'],
  ['II.3.1', 'us-aiap-2025:II.3.1', 'exact'],
  ['ii.3.1', 'us-aiap-2025:II.3.1', 'exact'],
  ['II31', 'us-aiap-2025:II.3.1', 'exact'],
  ['II 3 1', 'us-aiap-2025:II.3.1', 'exact'],
  ['usaiap2025ii31', 'us-aiap-2025:II.3.1', 'exact'],
  ['us-aiap-2025', 'us-aiap-2025', 'exact'],
  ['III', 'us-aiap-2025:III', 'exact'],
  ['annex-III', 'eu-ai-act:annex-III', 'exact'],
  ['12', 'uk-aioap-2025:12', 'exact'],

  ['us-aiap-2025:II.3', 'us-aiap-2025:II.3.1', 'below'],
  ['II.3', 'us-aiap-2025:II.3.1', 'below'],
  ['II', 'us-aiap-2025:II.3.1', 'below'],
  ['us-aiap-2025', 'us-aiap-2025:II.3.1', 'below'],

  ['I.1', 'us-aiap-2025:I.10', 'start'],
  ['us-aiap-2025:I', 'us-aiap-2025:II', 'start'],
  ['II3', 'us-aiap-2025:II.3.1', 'start'],
  ['us-ai', 'us-aiap-2025:II.3.1', 'start'],
  ['us', 'us-aiap-2025', 'start'],
  ['II', 'us-aiap-2025:III', 'start'],

  ['3.1', 'us-aiap-2025:II.3.1', 'part'],
  ['III', 'eu-ai-act:annex-III', 'part'],
  ['5', 'eu-ai-act:5.1.a', 'part'],
  ['1', 'us-aiap-2025:II.3.1', 'ordinal'],

  ['sec', 'eu-ai-act:annex-I.sec-A', 'prefix'],
  ['annex', 'eu-ai-act:annex-III', 'prefix'],

  ['sec', 'eu-ai-act:annex-I.sec-A.1', undefined],
  ['chp', 'eu-ai-act:chp-III.sec-1', undefined],
  ['annex', 'eu-ai-act:annex-III.1.a', undefined],
  ['I.1.1', 'us-aiap-2025:I.11', undefined],
  ['I.1', 'us-aiap-2025:II.1', undefined],
  ['3', 'us-aiap-2025:II.13', undefined],
  ['c', 'eu-ai-act:chp-III', undefined],
  ['us', 'us-aiap-2025:II', undefined],
  ['a', 'eu-ai-act:annex-III', undefined],
  ['', 'us-aiap-2025', undefined],
]

for (const [typed, raw, expected] of fits) {
  test(`${JSON.stringify(typed)} fits ${raw}: ${expected ?? 'not'}`, () => {
    assert.equal(fit(typed, raw), expected)
  })
}

test('case 20: a key typed in full-width characters is the same key', () => {
  assert.equal(fit('ｕｓ－ａｉａｐ－２０２５：ＩＩ．３．１', 'us-aiap-2025:II.3.1'), 'exact')
  assert.equal(fit('（ＩＩ．３．１）', 'us-aiap-2025:II.3.1'), 'exact')
})
