import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWords } from '../../../src/core/words/words.ts'

function wordsOf(text: string): readonly string[] {
  return readWords(text).map((word) => word.text)
}

const readings: readonly (readonly [text: string, words: readonly string[]])[] = [
  ['open source', ['open', 'source']],
  ['Open-Source/open_weight', ['open', 'source', 'open', 'weight']],
  ["NIST's and America’s", ['nist', 'and', 'america']],
  ["don't O'Brien states'", ['dont', 'obrien', 'states']],
  ['AI出口管制', ['ai', '出口管制']],
  ['数据中心、半导体', ['数据中心', '半导体']],
  ['全栈AI，NIST评估', ['全栈', 'ai', 'nist', '评估']],
  ['us-aiap-2025:II.3.1', ['us', 'aiap', '2025', 'ii', '3', '1']],
  ['（ＩＩ．３）', ['ii', '3']],
  ["🙂 … — \ud800 '' ", []],
  ['', []],
]

for (const [text, words] of readings) {
  test(`the words of ${JSON.stringify(text)} are ${JSON.stringify(words)}`, () => {
    assert.deepEqual(wordsOf(text), words)
  })
}

test('case 38: a word has its span in UTF-16 units, after emoji and characters beyond the basic plane', () => {
  const text = '👩‍💻 𠮷野 NAÏVE chips'
  assert.deepEqual(
    readWords(text).map((word) => text.slice(word.span.start, word.span.end)),
    ['𠮷野', 'NAÏVE', 'chips'],
  )
})

test('words between which there is no white space are of one piece', () => {
  assert.deepEqual(
    readWords('open-source AI\u3000模型').map((word) => word.piece),
    [0, 0, 1, 2],
  )
})
