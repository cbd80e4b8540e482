import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSimplified, isTraditional } from '../../../src/core/text/scripts.ts'

test('the script of a text is told by the national character sets', () => {
  const texts = ['算力市场', '運算力市場', '工人', '覆盖', '覆蓋', 'AI', '后', '臺', '台積電', '']
  assert.deepEqual(
    texts.filter((text) => isSimplified(text)),
    ['算力市场', '工人', '覆盖', 'AI', '后', ''],
  )
  assert.deepEqual(
    texts.filter((text) => isTraditional(text)),
    ['運算力市場', '工人', '覆蓋', 'AI', '后', '臺', '台積電', ''],
  )
})

test('a character of neither set is of neither script', () => {
  assert.equal(isSimplified('𠀀'), false)
  assert.equal(isTraditional('𠀀'), false)
})
