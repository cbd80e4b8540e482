import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findPassages, pagesOfSpan } from '../../../src/core/official/officialText.ts'
import { readQuotation } from '../../../src/core/quotation/quotedWording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { ChunkedText } from '../../../src/core/text/chunkedText.ts'
import { addAll, greatestOf, leastOf, replaced } from '../../../src/core/text/lists.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const many = 200_000

suite('However many items there are, none is too many for the stack', () => {
  const numbers = Array.from({ length: many }, (_, at) => at)

  test('of lists and numbers', () => {
    const list = [-1]
    addAll(list, numbers)
    assert.equal(list.length, many + 1)
    assert.deepEqual(replaced([1, 2, 3], 1, 1, [7, 8]), [1, 7, 8, 3])
    assert.deepEqual(replaced([1, 2, 3], 3, 0, []), [1, 2, 3])
    assert.equal(replaced([1, 2, 3], 0, 2, numbers).length, many + 1)
    assert.deepEqual([leastOf(numbers), greatestOf(numbers), greatestOf([1], 5)], [0, many - 1, 5])
    assert.deepEqual([leastOf([]), greatestOf([])], [Infinity, -Infinity])
  })

  test('of citations in a sentence', () => {
    const report = analyseReport(`It is so [${'@a; '.repeat(many)}@b].`)
    const [sentence = assert.fail()] = report.citedSentences
    assert.equal(sentence.citations.length, many + 1)
  })

  test('of words in a quotation, in capitals or not, with hyphens', () => {
    for (const word of ['mole ', 'MOLE ', 'outer-mole ', 'mole-\nhead ', 'mole1 ']) {
      const { wording } = readQuotation(word.repeat(many), new WordNumbers())
      assert.ok(wording.words.length >= many)
    }
  })

  test('of chunks that are added to a report', () => {
    const text = ChunkedText.of(['a\n', 'b\n'], 2)
    assert.ok(text.edited(2, 0, 'c\n'.repeat(2 * many)).added > many)
  })

  test('of pages and words beside the text of an official document', () => {
    const corpus = corpusOf([
      {
        name: 'xx-mole.md',
        text: '---\nid: xx-mole\ntype: plan\ntitle: Moles\n---\n\n# Mole {#1}\n\nWords.\n',
      },
    ])
    const [instrument = assert.fail()] = corpus.instruments
    const asides = numbers.map(() => ({ kind: 'text', text: 'a' }) as const)
    const outline = {
      parts: [{ level: 'measure', text: 'Mole', parts: [] }],
      unread: [],
      asides,
    } as const
    assert.doesNotThrow(() => findPassages(outline, instrument, corpus))
    const pageStarts = numbers.map((offset) => ({ offset, page: offset + 1 }))
    assert.deepEqual(pagesOfSpan({ pageStarts }, { start: 0, end: many }), { first: 1, last: many })
  })
})
