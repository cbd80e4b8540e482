import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../../src/core/quotation/judgeQuotation.ts'
import {
  indexPassages,
  type Passage,
  type PrintedLabel,
} from '../../../../src/core/quotation/passageIndex.ts'
import { possibleLabels } from '../../../../src/core/quotation/print/labels.ts'
import { readWording } from '../../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../../src/core/quotation/wordNumbers.ts'

const numbers = new WordNumbers()

/** What may be labels in a text: the numbers of their words, what they say, and what that is in. */
function labelsOf(text: string): string {
  return possibleLabels(text, readWording(text, numbers))
    .map(({ from, to, label, kind, above }) =>
      [`${from}-${to}`, kind, [label, ...above].join('<')]
        .filter((each) => each !== undefined)
        .join(' '),
    )
    .join(', ')
}

suite('What may be a label is', () => {
  for (const [text, ...labels] of [
    ['Article 5 The port', '0-2 article 5'],
    ['Art. 5a The port', '0-2 article 5a'],
    ['see article 5(1)(a) of it', '1-5 article a<1<5'],
    ['Article 5 (1) (a) (iv) The', '0-5 article iv<a<1<5'],
    ['Sections 12 and', '0-2 section 12'],
    ['Section 12.3.4 The', '0-2 section 12.3.4'],
    ['Sec. 4 The port', '0-2 section 4'],
    ['§ 4 The port', '0-2 section 4'],
    ['Chapter IV The port', '0-2 chapter IV'],
    ['Chap. 4 The', '0-2 chapter 4'],
    ['Annex III The', '0-2 annex III'],
    ['Pillar I The', '0-2 pillar I'],
    ['Recital 12 The', '0-2 recital 12'],
    ['Paragraph 2 The', '0-2 paragraph 2'],
    ['para. 2 The', '0-2 paragraph 2'],
    ['Point (b) The', '0-2 point b'],
    ['Item b The', '0-2 point b'],
    ['Part 3 The', '0-2 part 3'],
    ['Title 3 The', '0-2 title 3'],
    ['Goal 3 The', '0-2 goal 3'],
    ['Target 3.4 The', '0-2 goal 3.4'],
    ['Recommendation 3 The', '0-2 action 3'],
    ['Action 3 The', '0-2 action 3'],
    ['Measure 3 The', '0-2 action 3'],
    ['第十二条 港', '0-4 article 十二'],
    ['第 12 條港', '0-3 article 12'],
    ['第三章', '0-3 chapter 三'],
    ['第三节', '0-3 section 三'],
    ['第二款', '0-3 paragraph 二'],
    ['第二項', '0-3 point 二'],
    ['第一编', '0-3 part 一'],
    ['(a) The', '0-1 a'],
    ['(12) The', '0-1 12'],
    ['（一）港', '0-1 一'],
    ['(viii) The', '0-1 viii'],
    ['a) The', '0-1 a'],
    ['3. The', '0-1 3'],
    ['iv. The', '0-1 iv'],
    ['一、港', '0-1 一'],
    ['十二．港', '0-2 十二'],
    ['3 The port', '0-1 3'],
    ['  3.4 The', '0-1 3.4'],
    ['3a\u3000港', '0-1 3a'],
    ['①港', '0-1 ①'],
    ['one (a) two (b) three', '1-2 a, 3-4 b'],
    ['5. (a) The', '0-1 5, 1-2 a'],
    ['Articles 5 The', '0-2 article 5'],
  ] as const) {
    test(`${labels.join() || 'nothing'} in “${text}”`, () => {
      assert.equal(labelsOf(text), labels.join(', '))
    })
  }

  for (const text of [
    ...[
      'one 3 two',
      'xArticle 5',
      'Article five',
      'Article',
      'Article 5th',
      '(abcdef) x',
      '(1234) x',
    ],
    ...['ab) x', 'million.', 'x3. y', '2024', '港一、口', '1234. x', 'x,3) y'],
    ...['(a b x', '第港条', '第条', 'one two'],
  ]) {
    test(`none in “${text}”`, () => {
      assert.equal(labelsOf(text), '')
    })
  }

  test('looked for up to two hundred', () => {
    const text = '(a) b '.repeat(250)
    assert.equal(possibleLabels(text, readWording(text, numbers)).length, 200)
  })
})

suite('A label before quoted words', () => {
  const label = (
    offset: number,
    name: string,
    kind?: string,
    ...above: readonly string[]
  ): PrintedLabel => ({
    offset,
    label: name,
    above,
    ...(kind !== undefined && { kind }),
  })
  const text = 'Ports keep lamps. Boats pay fees in winter. Ships rest here at night.'
  const at = { ports: 0, boats: 18, ships: 44 }
  const labels = [
    label(at.ports, '5', 'article'),
    label(at.ports, '1', 'paragraph', '5'),
    label(at.boats, 'a', 'point', '1', '5'),
    label(at.ships, 'III', 'pillar'),
  ]
  const verdictOf = (quoted: string, printed: readonly PrintedLabel[] = labels): string => {
    const passage: Passage = { key: 'x', text, labels: printed }
    return judgeQuotation(quoted, [passage], indexPassages([])).verdict
  }

  for (const quoted of [
    '(a) Boats pay fees in winter',
    'a) Boats pay fees in winter',
    'a. Boats pay fees in winter',
    'point (a) Boats pay fees in winter',
    'Paragraph a Boats pay fees in winter',
    'Article 5(1)(a) Boats pay fees in winter',
    'Paragraph 1(a) Boats pay fees in winter',
    'Article 5 Ports keep lamps. Boats pay',
    'Art. 5: Ports keep lamps. Boats pay',
    '5. Ports keep lamps. Boats pay',
    '5 Ports keep lamps. Boats pay',
    'Article 5 (1) Ports keep lamps. Boats pay',
    'Ports keep lamps. (a) Boats pay fees',
    'Ports keep lamps. (a)',
    'in winter. 3. Ships rest here at',
    'in winter. Pillar 3 Ships rest here at',
    'in winter. 三、Ships rest here at',
    'in winter. III. Ships rest here at',
    'Boats pay fees in winter. … III. Ships rest here at',
  ]) {
    test(`is none of its words: ${quoted}`, () => {
      assert.equal(verdictOf(quoted), 'verified')
    })
  }

  for (const quoted of [
    '(b) Boats pay fees in winter',
    '(a) Ports keep lamps. Boats pay',
    'Article 6 Ports keep lamps. Boats pay fees',
    'Pillar 5 Ports keep lamps. Boats pay fees',
    'Article a Boats pay fees in winter',
    'Article 5(2)(a) Boats pay fees in winter',
    'Article 4(1)(a) Boats pay fees in winter',
    'Ports keep lamps. (a) boats pay fees',
    'Ports keep lamps. (b)',
    'Ports keep lamps. (a) (b) Boats pay',
  ]) {
    test(`is an alteration where it is another one: ${quoted}`, () => {
      assert.notEqual(verdictOf(quoted), 'verified')
    })
  }

  test('is one in full where that is all that is quoted', () => {
    assert.equal(verdictOf('(a)'), 'too short to judge')
    assert.equal(verdictOf('Article 5 (1)'), 'too short to judge')
  })

  test('is of whatever kind where the document says none', () => {
    const plain = [label(at.boats, 'a')]
    for (const quoted of [
      'Article a Boats pay fees',
      '(a) Boats pay fees',
      'Pillar a Boats pay fees',
    ]) {
      assert.equal(verdictOf(quoted, plain), 'verified', quoted)
    }
  })

  test('which the text prints as well is read as it is printed', () => {
    const both = {
      key: 'x',
      text: '(a) Boats pay fees in winter',
      labels: [label(4, 'a', 'point')],
    }
    const { passage } = judgeQuotation('(a) Boats pay fees', [both], indexPassages([]))
    assert.deepEqual(passage, { start: 1, end: 18 })
  })

  test('takes the brackets and marks around it with it', () => {
    const passage: Passage = {
      key: 'x',
      text: 'Ports keep: lamps and, oil',
      labels: [label(12, 'a'), label(23, 'b')],
    }
    for (const quoted of [
      'Ports keep: (a) lamps and, (b) oil',
      'Ports keep: a) lamps and, b) oil',
      'Ports keep: – (a) lamps and, b. oil',
      'Ports keep: a. lamps and, (b): oil',
      'Ports keep: （a） lamps and, b、oil',
    ]) {
      assert.equal(judgeQuotation(quoted, [passage], indexPassages([])).verdict, 'verified', quoted)
    }
  })
})
