import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { align, costOfAligning } from '../../../src/core/quotation/alignment.ts'
import { judgeQuotation, type Judgement } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'
import { readQuotation } from '../../../src/core/quotation/quotedWording.ts'
import { soughtIn, type Sought } from '../../../src/core/quotation/runs.ts'
import { readWording } from '../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

const index = indexPassages([])

function judged(quoted: string, ...cited: readonly (string | Passage)[]): Judgement {
  const passages = cited.map((each, at) =>
    typeof each === 'string' ? { key: `${at}`, text: each } : each,
  )
  return judgeQuotation(quoted, passages, index)
}

/** What was altered in the only passage: the quoted words, `<`, the words of the passage. */
function alterations(quoted: string, passage: string | Passage): readonly string[] {
  const text = typeof passage === 'string' ? passage : passage.text
  const { verdict, alterations: found } = judged(quoted, passage)
  return found.length === 0
    ? [verdict]
    : found.map(
        (each) =>
          `${quoted.slice(each.quoted.start, each.quoted.end)} < ${text.slice(each.passage.start, each.passage.end)}`,
      )
}

suite('A quotation is read as the words of a passage with the fewest changes', () => {
  for (const [quoted, text, partners, edits] of [
    ['one two three', 'zero one two three four', '1 2 3', 0],
    ['one other three', 'zero one two three four', '1 2 3', 1],
    ['one three four', 'one two three four', '0 2 3', 0.25],
    ['one four five', 'one two three four five', '0 3 4', 0.5],
    ['one two other three', 'one two three', '0 1 - 2', 1],
    ['other one two', 'one two three', '- 0 1', 1],
    ['two three and more', 'one two three', '1 2 - -', 2],
    ['one two and three', 'one two three four', '0 1 - 2', 1],
    ['one … four', 'one two three four', '0 3', 0],
    ['one … four other', 'one two three four five', '0 3 4', 1],
    ['one … other four', 'one two three four', '0 2 3', 1],
    ['one two … one four', 'one two three one four', '0 1 3 4', 0],
    ['one [or more] four', 'one two three four', '0 3', 0],
    ['two [t]hree five', 'one two three four five', '1 2 4', 0.25],
    ['one [t]hree five', 'one two three five', '0 2 3', 0.25],
    ['a … c', 'a b a c', '2 3', 0],
    ['one two one', 'one two one two one', '0 1 2', 0],
    ['other words', 'one', '- 0', 2],
  ] as const) {
    test(`“${quoted}” in “${text}”: ${partners}, ${edits} of them`, () => {
      const { sought, passage } = ready(quoted, text)
      const columns = passage.words.map((_, at) => at)
      const found = align(sought, passage, columns)
      assert.equal(found.partners.map((each) => (each === -1 ? '-' : each)).join(' '), partners)
      assert.equal(found.edits, edits)
    })
  }

  test('of the words of the passage that are looked at', () => {
    const { sought, passage } = ready('one two', 'one two one other two one two')
    assert.deepEqual(align(sought, passage, [2, 4, 5]).partners, [2, 4])
    assert.deepEqual(align(sought, passage, []), { partners: [-1, -1], edits: 2 })
  })

  test('by a table with a cell for each word and sign of the one and each word of the other', () => {
    assert.equal(costOfAligning(ready('one two', 'x').sought, 9), 3 * 10)
    assert.equal(costOfAligning(ready('one … two', 'x').sought, 9), 4 * 10)
    assert.equal(costOfAligning(ready('one [a] two', 'x').sought, 9), 4 * 10)
    assert.equal(costOfAligning(ready('one [t]wo', 'x').sought, 9), 3 * 10)
  })

  function ready(
    quoted: string,
    text: string,
  ): { readonly sought: Sought; readonly passage: ReturnType<typeof readWording> } {
    const numbers = new WordNumbers()
    const passage = readWording(text, numbers)
    return { sought: soughtIn(readQuotation(quoted, numbers), passage, numbers), passage }
  }
})

suite('A quotation is altered, not another text,', () => {
  const ten = 'harbour masters of each coast keep lamps burning until morning'
  for (const [why, quoted, text] of [
    [
      'where two of five words differ',
      'keep old lanterns until morning',
      'keep lamps burning until morning',
    ],
    [
      'where 40 % of the words are the same, four of them in a row',
      `harbour masters of each ${'x '.repeat(6)}`,
      ten,
    ],
    ['where 30 % are, six in a row', `harbour masters of each coast keep ${'x '.repeat(14)}`, ten],
    [
      'where six Chinese characters of fifteen are',
      `每年检查防波${'甲'.repeat(9)}`,
      '港务局每年检查防波堤和灯标',
    ],
  ] as const) {
    test(why, () => {
      assert.equal(judged(quoted, text).verdict, 'altered')
    })
  }
  for (const [why, quoted, text] of [
    ['three of five words do', 'keep old lanterns all morning', 'keep lamps burning until morning'],
    ['less than 40 % are, four of them in a row', `harbour masters of each ${'x '.repeat(7)}`, ten],
    [
      'less than 30 % are, six in a row',
      `harbour masters of each coast keep ${'x '.repeat(15)}`,
      ten,
    ],
    ['40 % are, three in a row', `harbour masters of x x x keep ${'x '.repeat(3)}`, ten],
    [
      'five Chinese characters of twelve are',
      `每年检查防${'甲'.repeat(7)}`,
      '港务局每年检查防波堤和灯标',
    ],
  ] as const) {
    test(`but another one where ${why}`, () => {
      assert.deepEqual(judged(quoted, text), { verdict: 'not found', alterations: [] })
    })
  }

  test('by the passage that it is most like, the first of two that are alike', () => {
    const [like, less] = [
      'keep the lamps lit until morning',
      'keep two lamps lit at night until morning',
    ]
    const quoted = 'keep two lamps lit until morning'
    assert.equal(judged(quoted, like, less).key, '1')
    assert.equal(judged(quoted, less, like).key, '0')
    assert.equal(judged('keep five lamps lit until morning', like, like).key, '0')
    assert.equal(judged(quoted, '—', like).key, '1')
  })

  test('and a label that the passage prints before other words counts as a change', () => {
    const labels = [
      { offset: 0, label: 'a', above: [] },
      { offset: 16, label: 'b', above: [] },
    ]
    const misplaced = { key: 'misplaced', text: 'alpha one two.  alpha beta gamma', labels }
    const right = {
      key: 'right',
      text: 'alpha fine one good two',
      labels: [{ offset: 0, label: 'b', above: [] }],
    }
    assert.equal(judged('(b) alpha one two', misplaced, right).key, 'right')
    assert.deepEqual(alterations('(b) alpha one two', misplaced), ['b < '])
    assert.deepEqual(judged('(b) alpha one two', misplaced).alterations, [
      { quoted: { start: 1, end: 2 }, passage: { start: 0, end: 0 } },
    ])
  })

  test('from its first to its last word that stands in the passage', () => {
    const text = 'One keeps all lamps lit until morning or noon.'
    assert.deepEqual(judged('Surely One keeps lamps lit until morning', text).passage, {
      start: 0,
      end: 37,
    })
    const added = judged('Now One keeps most lamps lit until morning', text)
    assert.deepEqual(added.passage, { start: 0, end: 37 })
    assert.deepEqual(judged('He keeps all lights lit until noon', text).passage, {
      start: 0,
      end: 45,
    })
  })
})

suite('What is altered', () => {
  const text =
    'Each port keeps lamps, two at least, and shows them; the master lights these at dusk.'
  for (const [what, quoted, expected] of [
    ['a word', 'Each port keeps lights, two at least', ['lights < lamps']],
    ['several in a row, as one', 'Each port keeps no lights, two at least', ['no lights < lamps']],
    ['at the beginning', 'Some port keeps lamps, two at least', ['Some < Each']],
    ['at the end', 'keeps lamps, two at most', ['most < least']],
    ['a word left out', 'keeps lamps, two at least, shows them', [' < and']],
    ['words added at the end', 'lights these at dusk of day', ['of day < ']],
    ['words added at the beginning', 'Now a port keeps lamps, two at least', ['Now a < Each']],
    ['a mark', 'keeps lamps; two at least, and shows', [';  < , ']],
    ['a mark left out', 'keeps lamps two at least, and shows', [' < , ']],
    ['a mark added', 'Each port, keeps lamps, two at least', [',  < ']],
    [
      'words and, apart, a mark',
      'keeps lights, two at least; and shows',
      ['lights < lamps', ';  < , '],
    ],
    [
      'a word beside a sign of omission that hides nothing',
      'Each harbour keeps lamps … and shows them',
      ['harbour < port'],
    ],
    [
      'words on both sides of one',
      'Each harbour keeps lamps … and shows these; the master',
      ['harbour < port', 'these < them'],
    ],
    ['a word beside brackets', 'Each [town] keeps lights, two at least', ['lights < lamps']],
    ['a word before a letter in brackets', 'and shows it; [t]he master lights', ['it < them']],
  ] as const) {
    test(`${what}: ${quoted}`, () => {
      assert.deepEqual(alterations(quoted, text), expected)
    })
  }

  test('comes in the order of the quotation, labels too', () => {
    const labelled = {
      key: 'x',
      text: 'ships keep lamps. boats keep lamps until morning; boats keep two until noon',
      labels: [
        { offset: 18, label: 'a', above: [] },
        { offset: 50, label: 'b', above: [] },
      ],
    }
    assert.deepEqual(
      alterations('boats hold lamps until morning; (a) boats keep two until', labelled),
      ['hold < keep', 'a < '],
    )
  })

  test('is marked in brackets that stand for more than twelve words', () => {
    const long = `Each port keeps ${'one '.repeat(13)}lamps until morning`
    assert.deepEqual(alterations('Each port keeps [many] lamps until morning', long), [
      `[many] < ${'one '.repeat(13).trim()}`,
    ])
    assert.deepEqual(judged('Each port keeps [many] lamps until morning', long).alterations, [
      { quoted: { start: 16, end: 22 }, passage: { start: 16, end: 67 } },
    ])
    const twelve = `Each port keeps ${'one '.repeat(12)}lamps until morning`
    assert.equal(judged('Each port keeps [many] lamps until morning', twelve).verdict, 'verified')
    assert.deepEqual(alterations('Each harbour keeps [many] lamps until', long), [
      'harbour < port',
      `[many] < ${'one '.repeat(13).trim()}`,
    ])
  })

  test('is told of a sign beside words that are altered as well', () => {
    const pilots = 'Pilots of the port may not enter the harbour at night with two lamps.'
    const { alterations: found } = judged(
      'Pilots of this port may … enter the harbour at night',
      pilots,
    )
    assert.deepEqual(
      found.map(({ trespass, gap }) => [trespass, gap]),
      [
        [undefined, undefined],
        ['negation', { quoted: { start: 23, end: 26 }, passage: { start: 22, end: 27 } }],
      ],
    )
    const loose = judged('Pilots of the port might … enter the harbour at night', pilots)
    assert.deepEqual(
      loose.alterations.map(({ trespass, gap }) => [trespass, gap !== undefined]),
      [
        [undefined, false],
        ['negation', true],
      ],
    )
  })

  test('is not told of a sign before or behind which no word is of the passage', () => {
    const lights = 'Each port keeps lamps until morning'
    assert.deepEqual(alterations('Each port keeps lamps until … noon', lights), ['noon < morning'])
  })
})
