import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { nearestWords } from '../../../src/core/quotation/nearestWords.ts'
import { readQuotation } from '../../../src/core/quotation/quotedWording.ts'
import { soughtIn, type Sought } from '../../../src/core/quotation/runs.ts'
import {
  costOfPlacing,
  placeVerbatim,
  type MayStandFor,
} from '../../../src/core/quotation/verbatim.ts'
import { readWording, type Wording } from '../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

interface Ready {
  readonly sought: Sought
  readonly passage: Wording
}

function ready(quoted: string, text: string): Ready {
  const numbers = new WordNumbers()
  const passage = readWording(text, numbers)
  return { sought: soughtIn(readQuotation(quoted, numbers), passage, numbers), passage }
}

/** Where the runs of a quotation stand, as half-open numbers of words. */
function placesOf(quoted: string, text: string, mayStandFor: MayStandFor = () => true): string {
  const { sought, passage } = ready(quoted, text)
  const places = placeVerbatim(sought, passage, mayStandFor)
  return places?.map(({ from, to }) => `${from}-${to}`).join(' ') ?? 'nowhere'
}

suite('A quotation stands in a passage', () => {
  for (const [what, quoted, text, places] of [
    ['word by word', 'b c', 'a b c d', '1-3'],
    ['at its beginning', 'a b', 'a b c', '0-2'],
    ['at its end', 'b c', 'a b c', '1-3'],
    ['with one word', 'c', 'a b c', '2-3'],
    ['with the first letter in another case', 'Be c', 'a be c', '1-3'],
    ['with the first letter in another case', 'be c', 'a Be c', '1-3'],
    ['with one word in another case', 'be', 'a Be', '1-2'],
    ['where words repeat', 'a b a b c', 'a b a b a b c', '2-7'],
    ['where words repeat', 'x a a b', 'x a a a x a a b', '4-8'],
    ['where words repeat', 'x a b a a', 'x a b a b x a b a a', '5-10'],
    ['where words repeat', 'x a b a b a c', 'x a b a b a b x a b a b a c', '7-14'],
    ['where it overlaps itself', 'x a x a y', 'x a x a x a y', '2-7'],
    ['with the same marks between its words', 'a b, c', 'a b c a b, c', '3-6'],
    ['whatever marks stand behind it', 'a b.', 'a b, c', '0-2'],
    ['whatever marks stand before it', 'b c', 'a, b c', '1-3'],
    ['but not with other words', 'b x', 'a b c', 'nowhere'],
    ['but not with other words', 'x', 'a b c', 'nowhere'],
    ['but not with the second word in another case', 'a Be', 'a be', 'nowhere'],
    ['but not with other marks', 'a b, c', 'a b; c', 'nowhere'],
    ['but not beyond its end', 'b c d', 'a b c', 'nowhere'],
    ['but not before its beginning', 'x a b', 'a b c', 'nowhere'],
  ] as const) {
    test(`${what}: “${quoted}” in “${text}”`, () => {
      assert.equal(placesOf(quoted, text), places)
    })
  }
})

suite('The pieces of a quotation stand in order', () => {
  for (const [what, quoted, text, places] of [
    ['with what is left out between them', 'a … d', 'a b c d', '0-1 3-4'],
    ['with nothing left out', 'a … b', 'a b', '0-1 1-2'],
    ['as near to one another as they can', 'a … d', 'a b a c d e d', '2-3 4-5'],
    ['as near to one another as they can', 'a b … d', 'a b x a b d', '3-5 5-6'],
    ['each behind the one before', 'a … b … c', 'c b a b a c', '2-3 3-4 5-6'],
    ['the first of those that are as near', 'a … b', 'a b a b', '0-1 1-2'],
    ['in no other order', 'c … a', 'a b c', 'nowhere'],
    ['not one within the other', 'a b … b c', 'a b c', 'nowhere'],
    ['up to twelve words apart at brackets', 'a [x] d', `a ${'b '.repeat(12)}d`, '0-1 13-14'],
    ['no more than twelve words apart at brackets', 'a [x] d', `a ${'b '.repeat(13)}d`, 'nowhere'],
    ['the nearest at brackets', 'a [x] d', 'a b a c d', '2-3 4-5'],
    ['side by side where nothing is left out', 'a [d]o c', 'a do c', '0-1 1-3'],
  ] as const) {
    test(`${what}: “${quoted}” in “${text}”`, () => {
      assert.equal(placesOf(quoted, text), places)
    })
  }

  test('where their sign may stand for what it leaves out, be it not the nearest', () => {
    const isLong: MayStandFor = (_, { from, to }) => to - from > 1
    assert.equal(placesOf('a … d', 'a b a d', isLong), '0-1 3-4')
    assert.equal(placesOf('a … d', 'a d', isLong), 'nowhere')
    assert.equal(placesOf('a [x] d', 'a b a d', isLong), '0-1 3-4')
    const never: MayStandFor = () => false
    assert.equal(placesOf('a … d', 'a b d', never), 'nowhere')
  })

  test('each sign is asked with the words that it would stand for', () => {
    const asked: string[] = []
    placesOf('a … d [e] f', 'a b d e f', ({ sort }, { from, to }) => {
      asked.push(`${sort} ${from}-${to}`)
      return true
    })
    assert.deepEqual(asked, ['omission 1-2', 'insertion 3-4'])
  })
})

suite('Words behind a label stand', () => {
  const text = 'a b c a b d a b'
  const labelled = (word: number, ...places: readonly number[]): string => {
    const { sought, passage } = ready('a b … a b', text)
    const label = { word, span: { start: 0, end: 0 }, places: new Set(places) }
    const found = placeVerbatim({ ...sought, labelled: [label] }, passage, () => true)
    return found?.map(({ from, to }) => `${from}-${to}`).join(' ') ?? 'nowhere'
  }
  test('where the passage prints that label', () => {
    assert.equal(labelled(0, 0), '0-2 3-5')
    assert.equal(labelled(0, 3), '3-5 6-8')
    assert.equal(labelled(1, 4), '3-5 6-8')
    assert.equal(labelled(2, 6), '3-5 6-8')
    assert.equal(labelled(2, 3), '0-2 3-5')
    assert.equal(labelled(3, 7), '3-5 6-8')
    assert.equal(labelled(0, 1, 6), 'nowhere')
    assert.equal(labelled(2, 0), 'nowhere')
  })

  test('which costs a look for each at each word of the passage', () => {
    const { sought, passage } = ready('a b … a b', text)
    assert.equal(costOfPlacing(sought, passage), (2 * 2 + 4) * 8)
    const label = { word: 0, span: { start: 0, end: 0 }, places: new Set([0]) }
    assert.equal(costOfPlacing({ ...sought, labelled: [label] }, passage), (2 * 2 + 4 + 1) * 8)
    assert.equal(costOfPlacing(ready('a b', text).sought, passage), 2 * 8)
  })
})

suite('The words that a quotation is aligned with', () => {
  test('are all of a passage of the usual length', () => {
    const { sought, passage } = ready('b c', 'a b c d')
    assert.deepEqual(nearestWords(sought, passage), [0, 1, 2, 3])
  })

  const many = (word: string, count: number): string => `${word} `.repeat(count)
  /** A million cells for a thousand words: what follows is no whole passage. */
  const words = Array.from({ length: 1000 }, (_, at) => `q${at.toString(36)}`)

  test('are those of a very long one around the stretch with most of its words, a quarter more and eight', () => {
    const { sought, passage } = ready(
      words.join(' '),
      `${many('x', 5000)}${words.join(' ')} ${many('x', 900)}`,
    )
    const near = nearestWords(sought, passage)
    assert.deepEqual([near[0], near.at(-1), near.length], [5000 - 258, 6000 + 257, 1000 + 2 * 258])
  })

  test('whatever their order there', () => {
    const turned = words.toReversed().join(' ')
    const { sought, passage } = ready(
      words.join(' '),
      `${many('x', 5000)}${turned} ${many('x', 900)}`,
    )
    assert.equal(nearestWords(sought, passage)[0], 5000 - 258)
  })

  test('the first of two stretches that have as many, and where a word stands more often only as often', () => {
    const half = words.slice(0, 500).join(' ')
    const again = `${many('x', 900)}${half} ${many('x', 2000)}${half} ${many('x', 900)}`
    const one = ready(words.join(' '), again)
    assert.equal(nearestWords(one.sought, one.passage)[0], 400 - 258)
    const often = `${many('q0', 1200)}${many('x', 1200)}${half} ${many('x', 900)}`
    const other = ready(words.join(' '), often)
    assert.equal(nearestWords(other.sought, other.passage)[0], 1200 + 1200 + 500 - 1000 - 258)
  })

  test('not where their words are spread over more than their number, nor where one repeats', () => {
    const half = words.slice(0, 500).join(' ')
    const spread = words
      .slice(0, 600)
      .map((each) => `${each} x x x`)
      .join(' ')
    const one = ready(words.join(' '), `${spread} ${many('x', 2000)}${half} ${many('x', 900)}`)
    assert.equal(nearestWords(one.sought, one.passage)[0], 2400 + 2000 + 500 - 1000 - 258)
    const often = ready(
      words.join(' '),
      `${many('x', 900)}${half} ${many('x', 1200)}${many('q0', 1500)}`,
    )
    assert.equal(nearestWords(often.sought, often.passage)[0], 400 - 258)
  })

  test('from the beginning where they stand there, or nowhere', () => {
    const first = ready(words.join(' '), `${words.join(' ')} ${many('x', 900)}`)
    assert.equal(nearestWords(first.sought, first.passage)[0], 0)
    const nowhere = ready(words.join(' '), many('x', 2000))
    const near = nearestWords(nowhere.sought, nowhere.passage)
    assert.deepEqual([near[0], near.length], [0, 1258])
  })

  test('for each piece of a quotation', () => {
    const [one, two] = [words.slice(0, 500).join(' '), words.slice(500).join(' ')]
    const { sought, passage } = ready(`${one} … ${two}`, `${two} ${many('x', 4000)}${one}`)
    const near = nearestWords(sought, passage)
    assert.deepEqual([near[0], near.at(-1), near.length], [0, 4999, 2 * (500 + 133)])
  })
})
