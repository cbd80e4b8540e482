import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation, type Judgement } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'

const lamps: Passage = {
  key: 'lamps',
  text: 'The keeper lights the lamps at dusk, each day of the year.',
}
const tides: Passage = {
  key: 'tides',
  text: 'A gauge on the mole shows the tides to masters of ships.',
}
const both: Passage = { key: 'both', text: `${lamps.text} ${tides.text}` }
const pilots: Passage = {
  key: 'pilots',
  text: 'Pilots of the port may not enter the harbour at night with two lamps.',
}
const index = indexPassages([lamps, tides, pilots])
const joined = 'The keeper lights the lamps … shows the tides to masters'

function judged(quoted: string, ...cited: readonly Passage[]): Judgement {
  return judgeQuotation(quoted, cited, index)
}

/** The verdict, and the keys of the provisions that a sign of omission joins. */
function verdictOf({ verdict, key = '', alterations }: Judgement): readonly string[] {
  const between = alterations.flatMap((each) => each.between ?? [])
  return [verdict, key, ...between.map((place) => place.key)]
}

suite('Words on both sides of a sign of omission', () => {
  test('of two provisions are true where both are cited, and said to be of the first', () => {
    assert.deepEqual(verdictOf(judged(joined, lamps, tides)), ['verified', 'lamps'])
  })

  test('are altered where only one is cited: by its key, with the place of each', () => {
    assert.deepEqual(judged(joined, tides), {
      verdict: 'altered',
      key: 'tides',
      passage: { start: 20, end: 46 },
      alterations: [
        {
          quoted: { start: 28, end: 29 },
          passage: { start: 0, end: 0 },
          trespass: 'provisions',
          between: [
            { key: 'lamps', span: { start: 0, end: 27 } },
            { key: 'tides', span: { start: 20, end: 46 } },
          ],
        },
      ],
    })
  })

  test('are altered where neither is cited, by the key of the first', () => {
    assert.deepEqual(verdictOf(judged(joined, pilots)), ['altered', 'lamps', 'lamps', 'tides'])
  })

  test('that one cited passage has together are of that one, whoever has them apart', () => {
    assert.deepEqual(verdictOf(judged(joined, lamps, tides, both)), ['verified', 'both'])
  })

  test('may not hide a negation, though another passage begins with the same words', () => {
    const rest = { key: 'rest', text: 'Pilots of the port may rest in winter.' }
    const { verdict, key, alterations } = judged(
      'Pilots of the port may … enter the harbour at night with',
      rest,
      pilots,
    )
    assert.deepEqual(
      [verdict, key, ...alterations.map(({ trespass }) => trespass)],
      ['altered', 'pilots', 'negation'],
    )
  })

  test('of which one stands nowhere are compared with the passage that is cited', () => {
    const quoted = 'The keeper lights the lamps … shows the moon to children'
    assert.deepEqual(verdictOf(judged(quoted, lamps)), ['altered', 'lamps'])
    assert.deepEqual(verdictOf(judged(`${joined} of boats and their crew`, both)), [
      'altered',
      'both',
    ])
  })

  test('in another order than in the one provision that has them are altered', () => {
    const quoted = 'lamps at dusk, each day … The keeper lights the lamps'
    const { verdict, alterations } = judged(quoted, lamps)
    assert.equal(verdict, 'altered')
    assert.ok(alterations.every(({ between }) => between === undefined))
  })

  test('are looked for one by one up to eight, and only where each is long enough to say where it stands', () => {
    assert.equal(
      judged('keeper lights the lamps … gauge on the mole', lamps, tides).verdict,
      'verified',
    )
    assert.notEqual(
      judged('keeper lights the lamps … gauge on the', lamps, tides).verdict,
      'verified',
    )
    assert.notEqual(
      judged('keeper lights the … gauge on the mole', lamps, tides).verdict,
      'verified',
    )
    const pieces = ['keeper lights the lamps', 'gauge on the mole', 'keeper lights the lamps']
    const quoted = [...pieces, ...pieces, 'gauge on the mole'].join(' … ')
    assert.equal(judged(quoted, lamps, tides).verdict, 'verified')
    assert.equal(judged(`${quoted} … shows the tides to`, lamps, tides).verdict, 'verified')
    const nine = `${quoted} … shows the tides to … keeper lights the lamps`
    assert.notEqual(judged(nine, lamps, tides).verdict, 'verified')
  })

  test('joined by brackets are of one provision', () => {
    const quoted = 'keeper lights the lamps [and] gauge on the mole'
    assert.notEqual(judged(quoted, lamps, tides).verdict, 'verified')
  })
})

suite('Words that are not those of the passage that is cited', () => {
  test('that are nowhere have a verdict and nothing else', () => {
    assert.deepEqual(judged('all boats of the bay sail home', lamps), {
      verdict: 'not found',
      alterations: [],
    })
    assert.deepEqual(judged('…', lamps), { verdict: 'too short to judge', alterations: [] })
  })

  test('are found elsewhere in the shortest of the passages that have the rarest of them', () => {
    const short = { key: 'short', text: 'Masters of ships pay the toll.' }
    const long = { key: 'long', text: `${short.text} ${lamps.text}` }
    const other = { key: 'other', text: `Masters of ships rest. ${tides.text}` }
    for (const passages of [
      [long, short, other],
      [short, long, other],
      [other, long, short],
    ]) {
      const { verdict, key } = judgeQuotation(
        'masters of ships pay the toll',
        [pilots],
        indexPassages(passages),
      )
      assert.deepEqual([verdict, key], ['found elsewhere', 'short'])
    }
  })

  test('are found elsewhere though a line ends within one of them', () => {
    const text = 'He keeps a longterm store of cut stone for the port.'
    const stores = [text, `${text} All year.`].map((each, at) => ({ key: `${at}`, text: each }))
    const quoted = 'keeps a long-\nterm store of cut stone'
    const { verdict, key } = judgeQuotation(quoted, [pilots], indexPassages(stores))
    assert.deepEqual([verdict, key], ['found elsewhere', '0'])
  })

  test('are not found elsewhere in another text of the same key', () => {
    const quoted = 'The keeper lights the lamps at dusk'
    const other = { key: 'lamps', text: 'No lamp shall be lit by the keeper.' }
    assert.deepEqual(verdictOf(judged(quoted, other)), ['not found', ''])
  })

  test('are found elsewhere whatever brackets before them say', () => {
    assert.deepEqual(verdictOf(judged('[Never] lights the lamps at dusk', tides)), [
      'found elsewhere',
      'lamps',
    ])
    assert.deepEqual(verdictOf(judged('[Never] lights the lamps at dusk', lamps)), [
      'altered',
      'lamps',
    ])
  })

  test('are found in a whole made of passages where each three words in a row stand in one', () => {
    const first = { key: 'first', text: 'The keeper lights the lamps at dusk.' }
    const second = { key: 'second', text: 'Masters of ships pay for them.' }
    const whole = { key: 'whole', text: `${first.text} ${second.text}` }
    const all = indexPassages([first, second], [whole])
    const verdictOfWords = (quoted: string): readonly string[] =>
      verdictOf(judgeQuotation(quoted, [pilots], all))
    const quoted = 'keeper lights the lamps at dusk. Masters of ships pay'
    assert.deepEqual(verdictOfWords(quoted), ['not found', ''])
    const dusk = { key: 'dusk', text: 'Each of the lamps at dusk Masters of ships' }
    const known = indexPassages([first, second, dusk], [whole])
    const found = (words: string): readonly string[] =>
      verdictOf(judgeQuotation(words, [pilots], known))
    assert.deepEqual(found(quoted), ['found elsewhere', 'whole'])
    assert.deepEqual(found('keeper lights the lamps … Masters of ships pay'), [
      'found elsewhere',
      'whole',
    ])
    assert.deepEqual(found('keeper lights the lamps at dusk. Masters of ships rest'), [
      'not found',
      '',
    ])
    assert.deepEqual(found('the keeper … the lamps … masters of … pay for'), ['not found', ''])
    const apart = indexPassages([first, second, dusk], [tides])
    assert.deepEqual(verdictOf(judgeQuotation(quoted, [pilots], apart)), ['not found', ''])
  })
})
