import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation, type Judgement } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'

/** A passage of which each provision is a paragraph. */
function passageOf(key: string, parts: readonly (readonly [key: string, text: string])[]): Passage {
  let text = ''
  const spans = parts.map(([part, words]) => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    return { key: part, span: { start, end: text.length } }
  })
  return { key, text, parts: spans }
}

const harbours = passageOf('x:1', [
  [
    'x:1',
    'The Port Office (the “Office”) shall survey the outer mole after each storm, in particular its head, and publish what was found within ten days. It must not, without the leave of the Council, close the harbour for longer than two tides. Closures are rare in summer. Pilots may, unless ice is expected, enter at night; masters who were not warned of the ice pay no fee. The Council should also review the tables every spring, and report what it has found to the towns of the coast. A harbour, which is not always open, needs a light.',
  ],
])
const lists = passageOf('x:2', [
  ['x:2', 'Each port shall:'],
  ['x:2.a', 'keep a store of cut stone that is large enough for two winters of repairs;'],
  ['x:2.b', 'mark its channel with lights that burn until sunrise, except in the month of June;'],
  ['x:2.c', 'train as many pilots as the trade of the coming year will need.'],
])
const measures = passageOf('x:3', [
  ['x:3.1', 'Publish the tide tables of the coming year. Correct them when a gauge is wrong.'],
  ['x:3.2', 'Store cut stone at the harbour. Review each year whether the store is large enough.'],
])
const chinese = passageOf('x:4', [
  [
    'x:4',
    '港务局应当在每次风暴之后检查外防波堤，并在十日内公布检查结果。未经港口委员会同意，港务局不得关闭港口超过两个潮次，但发生冰情的除外，并应当不断完善潮汐表。',
  ],
])
const all = [harbours, lists, measures, chinese]
const index = indexPassages(
  all.flatMap(({ text, parts = [] }) =>
    parts.map(({ key, span }) => ({ key, text: text.slice(span.start, span.end) })),
  ),
)

function judged(quoted: string, ...cited: readonly Passage[]): Judgement {
  return judgeQuotation(quoted, cited, index)
}

/** Each sign that stands for what it may not: why, and the words. */
function trespasses(quoted: string, ...cited: readonly Passage[]): readonly (readonly string[])[] {
  const { key, alterations } = judged(quoted, ...cited)
  const text = cited.find((one) => one.key === key)?.text ?? ''
  return alterations.map(({ trespass = 'altered', passage, between }) =>
    between === undefined
      ? [trespass, text.slice(passage.start, passage.end)]
      : [trespass, ...between.map((place) => place.key)],
  )
}

suite('An ordinary omission', () => {
  for (const [why, quoted, cited] of [
    [
      'of a clause',
      'survey the outer mole after each storm … and publish what was found',
      harbours,
    ],
    ['of what stands in brackets', 'The Port Office … shall survey the outer mole', harbours],
    ['of a clause with its own “not”', 'A harbour … needs a light', harbours],
    [
      'of a whole sentence between two',
      'close the harbour for longer than two tides. . . . Pilots may, unless ice is expected, enter at night',
      harbours,
    ],
    [
      'of the end of a sentence before the next one',
      'The Council should also review the tables every spring … A harbour, which is not always open',
      harbours,
    ],
    ['of a point of a list', 'Each port shall: … mark its channel with lights', lists],
    [
      'of the end of a point before the next one',
      'keep a store of cut stone … mark its channel with lights that burn until sunrise',
      lists,
    ],
    [
      'of a paragraph, in a paragraph of its own',
      'Publish the tide tables of the coming year.\n\n[…]\n\nReview each year whether the store is large enough.',
      measures,
    ],
    [
      'before a label',
      'keep a store of cut stone … (c) train as many pilots',
      passageOf('x:2', [
        ['x:2.a', 'keep a store of cut stone that is large enough for two winters of repairs;'],
        ['x:2.c', '(c) train as many pilots as the trade of the coming year will need.'],
      ]),
    ],
    ['in Chinese', '港务局应当……检查外防波堤，并在十日内公布检查结果', chinese],
    ['of 不断, which is no negation', '并应当……完善潮汐表', chinese],
  ] as const) {
    test(`${why} hides nothing`, () => {
      assert.equal(judged(quoted, cited).verdict, 'verified', quoted)
    })
  }
})

suite('An omission hides', () => {
  for (const [what, quoted, cited, expected] of [
    [
      'a negation',
      'It must … close the harbour',
      harbours,
      ['negation', 'not, without the leave of the Council'],
    ],
    [
      'a condition',
      'Pilots may … enter at night',
      harbours,
      ['condition', 'unless ice is expected'],
    ],
    [
      'a condition at the end of a clause',
      'mark its channel with lights that burn until sunrise … train as many pilots',
      lists,
      ['condition', 'except in the month of June'],
    ],
    [
      'how far something binds',
      'The Council … review the tables every spring',
      harbours,
      ['strength', 'should also'],
    ],
    [
      'more than a sentence',
      'publish what was found … Pilots may, unless ice is expected',
      harbours,
      [
        'sentences',
        'within ten days. It must not, without the leave of the Council, close the harbour for longer than two tides. Closures are rare in summer',
      ],
    ],
    [
      'the end of a provision',
      'Publish the tide tables … Review each year whether the store',
      measures,
      ['provisions', 'x:3.1', 'x:3.2'],
    ],
    [
      'that half of a point goes on with half of another',
      'keep a store of cut stone … that burn until sunrise',
      lists,
      ['provisions', 'x:2.a', 'x:2.b'],
    ],
    ['不得', '港务局……关闭港口超过两个潮次', chinese, ['negation', '不得']],
    [
      '但书',
      '不得关闭港口超过两个潮次……并应当不断完善潮汐表',
      chinese,
      ['condition', '但发生冰情的除外'],
    ],
    ['应当', '港务局……在每次风暴之后检查外防波堤', chinese, ['strength', '应当']],
  ] as const) {
    test(`${what}, and that is told with the words`, () => {
      const [found = []] = trespasses(quoted, cited)
      assert.equal(found[0], expected[0], quoted)
      for (const [at, words] of expected.slice(1).entries()) {
        assert.ok((found[at + 1] ?? '').startsWith(words.trim()), found[at + 1])
      }
    })
  }

  test('that its two ends stand in two provisions, be only one of them cited, in whatever order', () => {
    const [first, second] = measures.parts ?? []
    assert.ok(first && second)
    const cited = { key: 'x:3.1', text: measures.text.slice(first.span.start, first.span.end) }
    const other = { key: 'x:3.2', text: measures.text.slice(second.span.start, second.span.end) }
    const quoted = 'Publish the tide tables of the coming year … Store cut stone at the harbour'
    const turned = 'Store cut stone at the harbour … Publish the tide tables of the coming year'
    assert.deepEqual(trespasses(quoted, cited), [['provisions', 'x:3.1', 'x:3.2']])
    assert.deepEqual(trespasses(turned, cited), [['provisions', 'x:3.2', 'x:3.1']])
    assert.equal(judged(quoted, cited, other).verdict, 'verified')
  })

  test('as little as any reading of it does: the nearest words count', () => {
    const text =
      'Ports pay. Masters wait for pilots in winter. Ports pay when a master waits for long.'
    const passage = { key: 'x:5', text }
    assert.equal(judged('Ports pay … waits for long', passage).verdict, 'verified')
  })
})

suite('Brackets', () => {
  for (const quoted of [
    '[It] shall survey the outer mole after [every] storm',
    '[S]urvey[ing] the outer mole after each storm',
    'The Council should also [have reviewed] the tables every spring',
    'The Council [ought to] review the tables every spring',
    'and publish[es] what [it has] found within ten days [emphasis added]',
    'close the harbour [sic] for longer than two tides',
    'close the harbour [which is not the outer one] for longer than two tides',
    'The [Harbour] Council should also review [them] every spring',
    '[The Council]’s tables',
  ]) {
    test(`that name, explain or fit in do not change the sense: ${quoted}`, () => {
      const { verdict } = judged(quoted, harbours)
      assert.ok(verdict === 'verified' || verdict === 'too short to judge', verdict)
    })
  }

  for (const [quoted, words, cited] of [
    ['The Port Office (the “Office”) shall [not] survey the outer mole', '', harbours],
    ['[Never] survey the outer mole after each storm', '', harbours],
    ['It must [always], without the leave of the Council, close the harbour', 'not', harbours],
    ['The Council [must] review the tables every spring', 'should also', harbours],
    [
      'mark its channel with lights that burn until sunrise, [even] in the month of June',
      'except',
      lists,
    ],
    ['港务局[可以]关闭港口超过两个潮次', '不得', chinese],
  ] as const) {
    test(`that change the sense are told: ${quoted}`, () => {
      const found = trespasses(quoted, cited)
      assert.deepEqual(found, [['sense', words]])
    })
  }

  test('that say the contrary of the verb that they stand for change the sense, a like verb does not', () => {
    const passage = {
      key: 'x:6',
      text: 'Revise the tables to eliminate references to the old moles.',
    }
    assert.deepEqual(trespasses('tables to [strengthen] references to the old', passage), [
      ['sense', 'eliminate'],
    ])
    assert.deepEqual(trespasses('[Strengthen] references to the old moles', passage), [
      ['sense', 'eliminate'],
    ])
    assert.deepEqual(trespasses('[retain] references to the old moles', passage), [
      ['sense', 'eliminate'],
    ])
    assert.equal(judged('tables to [remove] references to the old', passage).verdict, 'verified')
    assert.equal(judged('tables to [un]mark references to', passage).verdict, 'verified')
  })
})

test('a condition that begins a sentence is hidden by an omission up to the words that depend on it', () => {
  const passage = {
    key: 'x:8',
    text: 'Ports should follow the tables, and not close early. If they do, the Council should pay the pilots. Masters shall log each tide in their books. Where ice is seen, they shall warn the Office at once. Where possible, adopt the log of another port.',
  }
  assert.deepEqual(
    trespasses('Ports should follow the tables … the Council should pay the pilots', passage),
    [['condition', 'and not close early. If they do']],
  )
  assert.equal(
    judged('Masters shall log each tide … they shall warn the Office at once', passage).verdict,
    'altered',
  )
  assert.equal(
    judged('they shall warn the Office at once. … adopt the log of another port', passage).verdict,
    'verified',
  )
})

test('what an omission hides is looked for in steps that grow with the text', () => {
  const sentence =
    'Ports that the Office may not close, unless ice is expected, shall pay the fee. '
  const stepsOf = (count: number): number => {
    const numbered = indexPassages([])
    const passage = { key: 'x:7', text: sentence.repeat(count) }
    judgeQuotation('Ports … the … pay … the toll', [passage], numbered)
    return numbered.effort.steps
  }
  const [once, twice] = [stepsOf(500), stepsOf(1000)]
  assert.ok(twice < 2.1 * once, `${String(once)} → ${String(twice)}`)
})
