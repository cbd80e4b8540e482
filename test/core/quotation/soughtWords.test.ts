import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages } from '../../../src/core/quotation/passageIndex.ts'
import type { LabelledPassage } from '../../../src/core/quotation/print/labels.ts'
import { readQuotation } from '../../../src/core/quotation/quotedWording.ts'
import { soughtIn } from '../../../src/core/quotation/runs.ts'
import { readWording } from '../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

/** The runs of a quotation as they are looked for in a text, the sign before each, and its other first word. */
function soughtAs(
  quoted: string,
  text: string,
  labels?: LabelledPassage['labels'],
): readonly string[] {
  const numbers = new WordNumbers()
  const passage = readWording(text, numbers)
  const sought = soughtIn(
    readQuotation(quoted, numbers),
    passage,
    numbers,
    labels && { wording: passage, labels },
  )
  const wordsOf = (list: readonly number[], from: number, to: number): string =>
    list
      .slice(from, to)
      .map((word) => numbers.wordOf(word))
      .join(' ')
  return [
    ...sought.runs.map(({ from, to, link }) =>
      [
        ...(link === undefined ? [] : [`${link.sort} before ${link.before}`]),
        `${wordsOf(sought.wording.words, from, to)} or ${wordsOf(sought.otherWords, from, to)}`,
      ].join(': '),
    ),
    ...sought.labelled.map(
      ({ word, places }) => `label before ${word} at ${[...places].join(' ')}`,
    ),
  ]
}

suite('A quotation is looked for', () => {
  for (const [what, quoted, text, ...runs] of [
    ['as it is', 'one Two', '', 'one Two or One Two'],
    ['with a small first letter', 'One Two', '', 'One Two or one Two'],
    ['with Chinese as it is', '港口', '', '港 口 or 港 口'],
    [
      'in runs between its signs',
      'one two … three [x] four [F]ive',
      '',
      'one two or One two',
      'omission before 2: three or Three',
      'insertion before 3: four or Four',
      'adjacent before 4: Five or five',
    ],
    [
      'with signs where words are joined before them',
      'long-\nterm store … one',
      'longterm',
      'longterm store or Longterm store',
      'omission before 2: one or One',
    ],
    [
      'with signs where notes are left out before them',
      'store.3 one … two',
      'store one',
      'store one or Store one',
      'omission before 2: two or Two',
    ],
    [
      'with one sign where all words between two of them are left out',
      'one store [x] 3 … two',
      '',
      'one store or One store',
      'insertion before 2: 3 or 3',
      'omission before 3: two or Two',
    ],
    [
      'without a note before a sign, as the word stands by itself elsewhere',
      'a store3 … two',
      'the store of',
      'a store or A store',
      'omission before 2: two or Two',
    ],
    ['without a note at its end', 'a store3', 'the store of', 'a store or A store'],
  ] as const) {
    test(`${what}: ${quoted.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(soughtAs(quoted, text), runs)
    })
  }

  const labels = [
    { offset: 0, label: 'a', above: [] },
    { offset: 10, label: 'b', above: [] },
  ]

  test('without labels that the passage prints, which it must print there', () => {
    assert.deepEqual(soughtAs('(a) one two (b) Three four', 'one two.  Three four', labels), [
      'one two Three four or One two Three four',
      'label before 0 at 0',
      'label before 2 at 2',
    ])
    assert.deepEqual(soughtAs('long-\nterm (b) three', 'longterm. three', labels), [
      'longterm three or Longterm three',
      'label before 1 at 1',
    ])
  })

  test('with one sign for two between which only a label stood, an omission if one is', () => {
    const sides = ['one or One', 'two or Two']
    assert.deepEqual(soughtAs('one [x] (b) … two', 'one xxxxx two', labels), [
      sides[0],
      `omission before 1: ${sides[1] ?? ''}`,
    ])
    assert.deepEqual(soughtAs('one … (b) [x] two', 'one xxxxx two', labels), [
      sides[0],
      `omission before 1: ${sides[1] ?? ''}`,
    ])
  })

  test('without a sign before the first word or behind the last once labels are gone', () => {
    assert.deepEqual(soughtAs('(a) … one two', 'one two', labels), ['one two or One two'])
    assert.deepEqual(soughtAs('three four … (b)', 'one two.  three four', labels), [
      'three four or Three four',
    ])
  })
})

suite('Brackets at the beginning of a quotation', () => {
  /** What is changed by them: the words of the passage. */
  const changed = (quoted: string, text: string): readonly string[] => {
    const { verdict, alterations } = judgeQuotation(quoted, [{ key: 'x', text }], indexPassages([]))
    return [
      verdict,
      ...alterations.map(
        ({ trespass = '', passage }) => `${trespass}: ${text.slice(passage.start, passage.end)}`,
      ),
    ]
  }

  for (const [why, quoted, text, ...expected] of [
    [
      'of another sense than the words before',
      '[Weaken] the old rules here',
      'Shall strengthen the old rules here',
      'altered',
      'sense: strengthen',
    ],
    [
      'of another sense than several',
      '[Now weaken] the old rules here',
      'Shall strengthen the old rules here',
      'altered',
      'sense: Shall strengthen',
    ],
    [
      'that negate',
      '[Never] close the old port',
      'Masters close the old port',
      'altered',
      'sense: ',
    ],
    [
      'that negate what a negation far before takes back',
      '[Never] close the old port',
      'Not for any reason close the old port',
      'altered',
      'sense: ',
    ],
    [
      'that negate behind another sentence with a negation',
      '[Never] close the old port',
      'They do not. Close the old port',
      'altered',
      'sense: ',
    ],
    [
      'that negate behind “not only” and “or not”',
      '[Never] close the old port',
      'Masters may not only close the old port',
      'altered',
      'sense: ',
    ],
    [
      'that negate behind “not only” and “or not”',
      '[Never] close the old port',
      'Masters or not close the old port',
      'altered',
      'sense: ',
    ],
    [
      'that bind behind another sentence that does',
      '[Must] close the old port',
      'Boats shall pay. Masters close the old port',
      'altered',
      'sense: ',
    ],
    [
      'that bind before words that do',
      '[Must] close the old port',
      'Masters close the old port and shall rest',
      'altered',
      'sense: ',
    ],
    ['that bind', '[Must] close the old port', 'Masters close the old port', 'altered', 'sense: '],
    [
      'that bind more than advice before them',
      '[Must] close the old port',
      'Masters should surely close the old port',
      'altered',
      'sense: ',
    ],
  ] as const) {
    test(`change it: ${why}`, () => {
      assert.deepEqual(changed(quoted, text), expected)
    })
  }

  for (const [why, quoted, text] of [
    ['of the same sense', '[Increase] the old rules here', 'Shall strengthen the old rules here'],
    [
      'longer than what stands before',
      '[They must weaken] the old rules here',
      'Strengthen the old rules here',
    ],
    [
      'that negate what is negated close before',
      '[Never] close the old port',
      'Masters must not ever close the old port',
    ],
    [
      'that negate what is negated close before',
      '[Never] close the old port',
      'They do not in winter close the old port',
    ],
    [
      'that bind as the sentence does',
      '[Must] close the old port',
      'Masters shall surely close the old port',
    ],
    ['that bind as it does in Chinese', '[必须]关闭旧的港口', '港务局应当在冬季关闭旧的港口'],
    [
      'that bind where its beginning is not known',
      '[Must] close the old port',
      'masters close the old port',
    ],
    [
      'that bind where its beginning is far off',
      '[Must] close the old port',
      `Masters ${'and keepers '.repeat(30)}close the old port`,
    ],
    [
      'of another sense than words that are not replaced',
      '[Weaken] rules of the port',
      'They strengthen old rules of the port',
    ],
    [
      'that give leave as the sentence does in Chinese',
      '[可以]关闭旧的港口',
      '港务局得以在冬季关闭旧的港口',
    ],
    [
      'that bind where its beginning is not known',
      '[Must] close the old port',
      'iPads close the old port',
    ],
    [
      'that bind where its beginning is far off',
      '[Must] close the old port',
      `${'Masters '.repeat(60)}close the old port`,
    ],
    [
      'that bind where its beginning is far off',
      '[Must] close the old port',
      `${'Masters '.repeat(75)}close the old port`,
    ],
    ['that name', '[Masters] close the old port', 'They close the old port'],
    ['that omit', '[…] close the old port', 'Masters must not close the old port'],
  ] as const) {
    test(`do not change it: ${why}`, () => {
      assert.deepEqual(changed(quoted, text), ['verified'])
    })
  }

  test('bind anew up to sixty words behind the beginning of the sentence', () => {
    const text = `Masters ${'and keepers '.repeat(29)}close the old port`
    assert.deepEqual(changed('[Must] close the old port', text), ['altered', 'sense: '])
  })
})
