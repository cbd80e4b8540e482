import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentencesIn } from '../../../src/core/text/sentences.ts'

/** The sentences of `text`, as written. */
function sentences(text: string): readonly string[] {
  return sentencesIn(text, 7).map(({ start, end }) => text.slice(start - 7, end - 7))
}

test('sentences end at their marks, in English and Chinese, and at empty lines', () => {
  assert.deepEqual(sentences('One. Two! “Three?” Four'), ['One.', 'Two!', '“Three?”', 'Four'])
  assert.deepEqual(sentences('一句。二句！“三句？”四句'), ['一句。', '二句！', '“三句？”', '四句'])
  assert.deepEqual(sentences('One\n\nTwo\nmore'), ['One', 'Two\nmore'])
})

test('a full stop within a sentence ends none', () => {
  for (const whole of [
    'It costs 3.5 million.',
    'See e.g. The Plan, p. 3 of it.',
    'The U.S. Plan says so.',
    'us-aiap-2025:I.1.3 says so.',
    'A list, cf. Section 2, goes on.',
  ]) {
    assert.deepEqual(sentences(whole), [whole])
  }
})

test('nothing but blanks is no sentence', () => {
  assert.deepEqual(sentences(''), [])
  assert.deepEqual(sentences(' \n\n \t'), [])
})

test('case 37: hostile text takes time in proportion to its length', () => {
  for (const part of ['.', '. A', '!?', '"', '\n', '。”', 'e.g. ', 'a.b.']) {
    const text = part.repeat(200_000)
    const covered = sentencesIn(text, 0)
    assert.ok(covered.every(({ start, end }) => start < end))
  }
})
