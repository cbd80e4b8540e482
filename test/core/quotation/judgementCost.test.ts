import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'

/** The steps that a judgement takes, what was read before it not counted. */
function stepsOf(quoted: string, cited: readonly Passage[], others = indexPassages([])): number {
  const before = others.effort.steps
  judgeQuotation(quoted, cited, others)
  return others.effort.steps - before
}

/** Six words. */
const text = 'zero one two three four five'
const passage: Passage = { key: 'a', text }

function verdictOf(quoted: string, ...texts: readonly string[]): string {
  const cited = texts.map((each, at) => ({ key: `${at}`, text: each }))
  return judgeQuotation(quoted, cited, indexPassages([])).verdict
}

suite('A judgement costs', () => {
  test('a step for each unit that is read, each word of the quotation, two for each of the passage', () => {
    const quoted = 'one two three four'
    assert.equal(stepsOf(quoted, [passage]), quoted.length + text.length + 4 + 2 * 6)
  })

  test('nothing for reading a passage once more, be it of the index or cited again', () => {
    const quoted = 'one two three four'
    const index = indexPassages([passage])
    assert.equal(stepsOf(quoted, [passage], index), quoted.length + 4 + 2 * 6)
    const empty = indexPassages([])
    stepsOf(quoted, [passage], empty)
    assert.equal(stepsOf(quoted, [passage], empty), quoted.length + 4 + 2 * 6)
  })

  test('what is read again where the text of the key is another one', () => {
    const quoted = 'one two three four'
    const other = { key: 'a', text: `${text} six` }
    assert.equal(
      stepsOf(quoted, [other], indexPassages([passage])),
      quoted.length + other.text.length + 4 + 2 * 7,
    )
  })

  test('with a sign all words of the passage, and two more for each run and four for each sign', () => {
    const quoted = 'one two … four five'
    assert.equal(stepsOf(quoted, [passage]), quoted.length + text.length + 4 + 6 + (2 * 2 + 4) * 6)
  })

  test('with all that may be written otherwise in the passage a step for each', () => {
    const quoted = 'one two three four'
    for (const [end, steps] of [
      ['five-six', 1],
      ['five-\nsix', 1],
      ['five\n\nSix', 1],
      ['five6. six', 1],
      ['five.\n\nSIX SEVEN', 2],
    ] as const) {
      const odd = { key: 'a', text: `zero one two three four ${end}` }
      const words = 7 + (steps - 1)
      assert.equal(
        stepsOf(quoted, [odd]),
        quoted.length + odd.text.length + 4 + steps + 2 * words,
        end,
      )
    }
  })

  test('all words of the passage where the quotation has notes or capitals', () => {
    const noted = { key: 'a', text: 'zero one two three. four five' }
    const note = 'one two three.4 four'
    assert.equal(stepsOf(note, [noted]), note.length + noted.text.length + 5 + 6 + 2 * 6)
    const capitals = 'ONE TWO THREE FOUR'
    assert.equal(stepsOf(capitals, [passage]), capitals.length + text.length + 4 + 6 + 2 * 6)
  })

  test('with labels that are printed those as well, for a second reading', () => {
    const labels = [
      { offset: 5, label: 'a', above: [] },
      { offset: 14, label: 'b', above: [] },
    ]
    const labelled = { key: 'a', text, labels }
    const quoted = 'one two three four'
    assert.equal(stepsOf(quoted, [labelled]), quoted.length + text.length + 4 + 2 * 6)
    const lettered = '(a) one two three four'
    const [first, second] = [5 + 6 + 2 * 6, 5 + 6 + 2 + (2 + 1) * 6]
    assert.equal(stepsOf(lettered, [labelled]), lettered.length + text.length + first + second)
  })

  test('where words are altered the cells of a table as well', () => {
    const quoted = 'one two other four'
    const once = 4 + 2 * 6
    assert.equal(stepsOf(quoted, [passage]), quoted.length + text.length + 2 * once + 5 * 7)
    const empty = { key: 'b', text: '—' }
    assert.equal(
      stepsOf(quoted, [passage, empty]),
      quoted.length + text.length + 1 + 2 * once + 5 * 7 + 4,
    )
  })

  test('a look for each row of the index that has three of its words', () => {
    const quoted = 'zero one two three four'
    const index = indexPassages([
      passage,
      { key: 'b', text: 'one two three' },
      { key: 'c', text: 'two three four' },
    ])
    const nothing = { key: 'z', text: 'x' }
    const cited = 5 + 2
    const shortest = 5 + 2 * 3
    const found = 5 + 2 * 6
    assert.equal(
      stepsOf(quoted, [nothing], index),
      quoted.length + 1 + cited + shortest + found + 4,
    )
  })

  test('looks no further once a row stands in one passage alone', () => {
    const quoted = 'zero one two three four five'
    const nothing = { key: 'z', text: 'x' }
    assert.equal(
      stepsOf(quoted, [nothing], indexPassages([passage])),
      quoted.length + 1 + (6 + 2) + (6 + 2 * 6) + 1,
    )
  })
})

suite('A judgement ends without a verdict', () => {
  test('where the quotation has more than 20,000 units', () => {
    const long = 'port '.repeat(4000)
    assert.equal(verdictOf(long, long), 'verified')
    assert.equal(verdictOf(`${long}.`, long), 'too long')
  })

  test('where a passage has more than eight million', () => {
    assert.equal(verdictOf('one two three four', text, 'a'.repeat(8_000_001)), 'too long')
  })

  const signs = 'b … '.repeat(2000)

  test('where too many pieces would be looked for in too long a passage', () => {
    const words = 'b c '.repeat(350)
    assert.equal(verdictOf(`z ${signs}`, words), 'too long')
    const index = indexPassages([{ key: 'long', text: `a b c d ${words}` }])
    const cited = { key: 'x', text: 'nothing' }
    assert.equal(judgeQuotation(`a b c d … ${signs}`, [cited], index).verdict, 'too long')
  })

  test('where there is enough for one look at its pieces and not for two', () => {
    assert.equal(verdictOf(`q r s t ${signs}`, 'b c '.repeat(250)), 'too long')
    assert.equal(verdictOf('(q) r s t '.repeat(700) + signs, 'b c '.repeat(250)), 'too long')
  })

  const numbered = (count: number): string =>
    Array.from({ length: count }, (_, at) => `w${at.toString(36)}`).join(' ')

  test('where more than 1500 words are altered', () => {
    const most = numbered(1499)
    assert.equal(verdictOf(`${most} other`, `${most} one`), 'altered')
    assert.equal(verdictOf(`${most} other word`, `${most} one word`), 'too long')
  })

  test('where what it would be aligned with has too many words together', () => {
    const most = numbered(1399)
    const passages = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => `${most} ${at}`)
    assert.equal(verdictOf(`${most} other`, ...passages(4)), 'altered')
    assert.equal(verdictOf(`${most} other`, ...passages(5)), 'too long')
  })

  suite('but more than 1500 words are judged where only signs are wrong:', () => {
    const words = numbered(1600)
    const long = (last: string): string => `${words} ${last}`
    const trespass = (quoted: string, text: string): readonly unknown[] => {
      const cited = { key: 'a', text: long(text) }
      const { verdict, alterations } = judgeQuotation(long(quoted), [cited], indexPassages([]))
      return [verdict, ...alterations.map((each) => each.trespass)]
    }
    const twelve = 'not eleven words of the text that nobody will miss at all'
    for (const [quoted, printed, expected] of [
      ['shall … enter the port', 'shall not enter the port', ['altered', 'negation']],
      ['shall [always] enter the port', 'shall not enter the port', ['altered', 'sense']],
      ['shall [always] enter the port', `shall ${twelve} enter the port`, ['altered', 'sense']],
      ['shall [always] enter the port', `shall so ${twelve} enter the port`, ['too long']],
      ['must enter [t]he port', 'must enter the port', ['verified']],
      ['must enter [t]he port', 'must enter only the port', ['too long']],
    ] as const) {
      test(`“${quoted}” for “${printed}”`, () => {
        assert.deepEqual(trespass(quoted, printed), expected)
      })
    }

    test('also where a label stands before them', () => {
      const labels = [{ offset: 0, label: 'a', above: [] }]
      const cited = { key: 'a', text: long('shall not enter the port'), labels }
      const { alterations } = judgeQuotation(
        `(a) ${long('shall … enter the port')}`,
        [cited],
        indexPassages([]),
      )
      assert.deepEqual(
        alterations.map((each) => each.trespass),
        ['negation'],
      )
    })
  })
})
