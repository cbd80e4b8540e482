import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  indexPassages,
  type Passage,
  type ReadPassage,
} from '../../../src/core/quotation/passageIndex.ts'
import { shapeOf, type PassageShape } from '../../../src/core/quotation/passageShape.ts'
import { readWording } from '../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

function shaped(passage: Passage): PassageShape {
  const numbers = new WordNumbers()
  return shapeOf(passage, readWording(passage.text, numbers), numbers)
}

/** The words of a text with `|` between two sentences, and how many whole ones there are up to the last. */
function sentencesOf(text: string): readonly [string, number | undefined] {
  const numbers = new WordNumbers()
  const wording = readWording(text, numbers)
  const { sentences, wholeBefore } = shapeOf({ key: 'x', text }, wording, numbers)
  const words = wording.words.map((word, at) =>
    at > 0 && sentences[at] !== sentences[at - 1]
      ? `| ${numbers.wordOf(word)}`
      : numbers.wordOf(word),
  )
  return [words.join(' '), wholeBefore.at(-1)]
}

suite('A sentence ends', () => {
  for (const [text, words, whole] of [
    ['Ships pay fees here. Boats pay none.', 'Ships pay fees here | Boats pay none', 1],
    ['Ships pay fees here! Boats pay? All', 'Ships pay fees here | Boats pay | All', 1],
    ['Ships pay fees here.3 Boats pay', 'Ships pay fees here | 3 Boats pay', 1],
    ['Ships pay fees here. 3 boats pay', 'Ships pay fees here | 3 boats pay', 1],
    ['Ships pay fees. Boats pay', 'Ships pay fees | Boats pay', 0],
    ['船舶应当缴费。小船不', '船 舶 应 当 缴 费 | 小 船 不', 1],
    ['船舶应当缴费！小船不？是', '船 舶 应 当 缴 费 | 小 船 不 | 是', 1],
    ['Ships pay fees here.\n\nboats pay', 'Ships pay fees here | boats pay', 1],
    ['Fees of ships here\n\nBoats pay', 'Fees of ships here | Boats pay', 0],
    ['Fees of ships here\n \t\n船', 'Fees of ships here | 船', 0],
    ['Ships pay. “Boats” pay', 'Ships pay | Boats pay', 0],
    ['Ships pay here and there. É pay', 'Ships pay here and there | É pay', 1],
  ] as const) {
    test(`in “${text.replaceAll('\n', '⏎')}”`, () => {
      assert.deepEqual(sentencesOf(text), [words, whole])
    })
  }

  for (const text of [
    'Ships pay fees. boats pay',
    'Ships pay fees.boats pay',
    'Ships pay fees; Boats pay',
    'Ships pay fees,\n\nBoats pay',
    'Fees of ships\n\nboats pay',
    'Fees of ships\nBoats pay',
    'Fees of ships\n\n3 boats',
    'Mr. Smith pays',
    'under Art. 5 of it',
    'see No. 5 and Sec. 6',
    'J. Smith pays',
    'Fees (see below\n\nboats)',
    'Ships pay.Boats pay',
  ]) {
    test(`but not in “${text.replaceAll('\n', '⏎')}”`, () => {
      assert.ok(!sentencesOf(text)[0].includes('|'), sentencesOf(text)[0])
    })
  }
})

test('the words of a passage are counted up to each: their weight, and those that tell something', () => {
  const { firstWords, weightBefore, tellingBefore, wholeBefore } = shaped({
    key: 'x',
    text: 'Ships shall not pay. 小船 $ pay. Boats may not.',
  })
  assert.deepEqual([...firstWords], [0, 4, 8, 11])
  assert.deepEqual([...wholeBefore], [0, 1, 1])
  assert.deepEqual([...weightBefore], [0, 3, 6, 9, 12, 14, 16, 16, 19, 22, 25, 28])
  assert.deepEqual([...tellingBefore], [0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 3, 4])
})

test('each word of a passage is of the part that it stands in, if any', () => {
  const text = 'One two three four five'
  const part = (
    key: string,
    start: number,
    end: number,
  ): { key: string; span: { start: number; end: number } } => ({
    key,
    span: { start, end },
  })
  const parts = (...each: readonly ReturnType<typeof part>[]): readonly number[] => [
    ...shaped({ key: 'x', text, parts: each }).parts,
  ]
  assert.deepEqual([...shaped({ key: 'x', text }).parts], [-1, -1, -1, -1, -1])
  assert.deepEqual(parts(part('a', 0, 8), part('b', 8, 23)), [0, 0, 1, 1, 1])
  assert.deepEqual(parts(part('a', 4, 8), part('b', 14, 19)), [-1, 0, -1, 1, -1])
  assert.deepEqual(parts(part('a', 0, 3), part('b', 3, 7), part('c', 7, 30)), [0, 1, 2, 2, 2])
  assert.deepEqual(parts(part('a', 0, 4), part('b', 5, 30)), [0, -1, 1, 1, 1])
})

test('the shape of a wording is worked out once', () => {
  const numbers = new WordNumbers()
  const passage = { key: 'x', text: 'One two.' }
  const wording = readWording(passage.text, numbers)
  assert.equal(shapeOf(passage, wording, numbers), shapeOf(passage, wording, numbers))
})

suite('The passages of an official text', () => {
  const first = { key: 'a', text: 'one two three four' }
  const second = { key: 'b', text: 'two three four five two three four' }
  const short = { key: 'c', text: 'one two' }
  const keysOf = (found: readonly ReadPassage[] | undefined): readonly string[] | undefined =>
    found?.map(({ passage }) => passage.key)
  const rows = (words: string, most?: number): readonly string[] | undefined => {
    const index = indexPassages([first, second, short])
    return keysOf(index.passagesWith(readWording(words, index.numbers).words, 0, most))
  }

  test('are found by three words in a row, each once, the last one first', () => {
    assert.deepEqual(rows('two three four'), ['b', 'a'])
    assert.deepEqual(rows('one two three'), ['a'])
    assert.deepEqual(rows('three four five'), ['b'])
    assert.deepEqual(rows('five six seven'), [])
    assert.deepEqual(rows('three two one'), [])
  })

  test('unless there are more than asked for', () => {
    assert.deepEqual(rows('two three four', 2), ['b', 'a'])
    assert.equal(rows('two three four', 1), undefined)
    assert.equal(rows('one two three', 0), undefined)
    assert.deepEqual(rows('five six seven', 0), [])
  })

  test('from any word of a quotation', () => {
    const index = indexPassages([first])
    const { words } = readWording('x one two three', index.numbers)
    assert.deepEqual(keysOf(index.passagesWith(words, 1)), ['a'])
    assert.deepEqual(keysOf(index.passagesWith(words, 0)), [])
  })

  test('are found among a great many', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      key: `${at}`,
      text: `w${at} x${at} y${at} z${at}`,
    }))
    const index = indexPassages(many)
    for (const { key, text } of many) {
      const found = keysOf(index.passagesWith(readWording(text, index.numbers).words, 1)) ?? []
      assert.ok(found.includes(key), key)
      assert.ok(found.length <= 3, `${found.length}`)
    }
  })

  test('are read once, and known by their key as long as their text is the same', () => {
    const index = indexPassages([first, second])
    assert.equal(index.effort.steps, first.text.length + second.text.length)
    assert.deepEqual(index.readingOf(first)?.passage, first)
    assert.equal(index.readingOf({ key: 'a', text: 'other' }), undefined)
    assert.equal(index.readingOf(short), undefined)
    assert.ok(index.hasRead({ ...first }))
    assert.equal(index.readCited({ ...first }), index.readingOf(first))
    assert.ok(!index.hasRead(short))
    const read = index.readCited(short)
    assert.ok(index.hasRead(short))
    assert.equal(index.readCited(short), read)
    assert.ok(!index.hasRead({ ...short }))
  })

  test('of which two have one key are both found, and the last is known by it', () => {
    const again = { key: 'a', text: 'seven eight nine' }
    const index = indexPassages([first, again])
    assert.equal(index.readingOf(first), undefined)
    assert.deepEqual(index.readingOf(again)?.passage, again)
    assert.deepEqual(index.wholes, [])
    assert.deepEqual(indexPassages([first], [again]).wholes, [again])
  })
})

suite('Words have numbers', () => {
  test('the same for the same word, and words of one character that of their code', () => {
    const numbers = new WordNumbers()
    assert.equal(numbers.of('港'), 0x6e2f)
    assert.equal(numbers.of('👍'), 0x1f44d)
    assert.equal(numbers.of('a'), 0x61)
    const [one, two] = [numbers.of('one'), numbers.of('two')]
    assert.deepEqual([numbers.of('one'), numbers.of('two')], [one, two])
    assert.notEqual(one, two)
    assert.deepEqual(
      [one, two, 0x6e2f, 0x1f44d].map((each) => numbers.wordOf(each)),
      ['one', 'two', '港', '👍'],
    )
    assert.equal(numbers.known('one'), one)
    assert.equal(numbers.known('three'), undefined)
    assert.equal(numbers.wordOf(two + 1), '')
    assert.equal(numbers.wordOf(numbers.of('👍👍')), '👍👍')
    assert.equal(numbers.wordOf(numbers.of('')), '')
    assert.equal(numbers.wordOf(0x10_ffff), '\u{10ffff}')
  })

  test('in a layer those of what is below, which learns none of the layer', () => {
    const below = new WordNumbers()
    const one = below.of('one')
    const layer = new WordNumbers(below)
    const two = layer.of('two')
    assert.equal(layer.of('one'), one)
    assert.equal(below.known('two'), undefined)
    assert.deepEqual([layer.wordOf(one), layer.wordOf(two), below.wordOf(two)], ['one', 'two', ''])
    assert.equal(layer.wordOf(one + 1), '')
    assert.notEqual(below.of('three'), two)
    assert.equal(layer.of('two'), two)
    assert.equal(new WordNumbers().wordOf(two), '')
  })
})
