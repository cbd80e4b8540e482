import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'

const plan: Passage = {
  key: 'plan:1',
  text: 'The Port Office keeps a long-term store of cut stone. AI is far too heavy for it, at more than 1025 tonnes under Sec. 4 of the Harbour Act (G7).',
}
/** As a reader of documents gives an article: labels are told, but are no words of the text. */
const act: Passage = {
  key: 'act:5',
  text: [
    'Prohibited practices',
    'The following shall be prohibited:',
    'the placing on the quay of stone that blocks the way;',
    'the placing on the quay of stone that nobody owns.',
    'Paragraph 1 does not apply to cut stone.',
  ].join('\n\n'),
  labels: [
    { offset: 0, label: '5', kind: 'article', above: [] },
    { offset: 22, label: '5', kind: 'article', above: [] },
    { offset: 22, label: '1', kind: 'paragraph', above: ['5'] },
    { offset: 58, label: 'a', kind: 'point', above: ['1', '5'] },
    { offset: 113, label: 'b', kind: 'point', above: ['1', '5'] },
    { offset: 165, label: '2', kind: 'paragraph', above: ['5'] },
  ],
}
const law: Passage = {
  key: 'law:12',
  text: '港务局应当每年检查外防波堤。\n\n检查结果应当公布，并遵守以下规定：\n\n不得隐瞒损坏；\n\n不得拖延维修。',
  labels: [
    { offset: 0, label: '十二', kind: 'article', above: [] },
    { offset: 35, label: '一', kind: 'paragraph', above: ['十二'] },
    { offset: 44, label: '二', kind: 'paragraph', above: ['十二'] },
  ],
}
const index = indexPassages([plan, act, law])

function verdict(quoted: string, cited: Passage): string {
  return judgeQuotation(quoted, [cited], index).verdict
}

/** What was altered: the quoted words, `<`, the words of the passage. */
function alterations(quoted: string, cited: Passage): readonly string[] {
  return judgeQuotation(quoted, [cited], index).alterations.map(
    (each) =>
      `${quoted.slice(each.quoted.start, each.quoted.end)} < ${cited.text.slice(each.passage.start, each.passage.end)}`,
  )
}

test('the offsets of the labels are those of the words', () => {
  const wordsAt = (passage: Passage): readonly string[] =>
    (passage.labels ?? []).map(({ offset }) => passage.text.slice(offset, offset + 3))
  assert.deepEqual(wordsAt(act), ['Pro', 'The', 'The', 'the', 'the', 'Par'])
  assert.deepEqual(wordsAt(law), ['港务局', '不得隐', '不得拖'])
})

suite('The mark of a note is no alteration', () => {
  for (const quoted of [
    'a long-term store of cut stone.3 AI is far too heavy',
    'a long-term store of cut stone.³ AI is far too heavy',
    'a long-term store of cut stone3. AI is far too heavy',
    'a long-term store of cut stone.[3] AI is far too heavy',
    'a long-term store of cut stone.12 AI is far too heavy',
    'a long-term store of cut stone. 12 AI is far too heavy',
    'keeps a long-term store of cut stone.3',
    'keeps a long-term store of cut stone. 3',
    'keeps a long-term store of cut stone③',
  ]) {
    test(`in “${quoted}”`, () => {
      assert.equal(verdict(quoted, plan), 'verified')
    })
  }

  test('nor is one that the document has and the quotation has not', () => {
    const noted = {
      key: 'plan:2',
      text: 'It keeps a store.3 AI is too heavy4 for it, of all things.',
    }
    assert.equal(
      judgeQuotation('It keeps a store. AI is too heavy for it', [noted], index).verdict,
      'verified',
    )
  })

  test('between Chinese characters too', () => {
    assert.equal(verdict('港务局应当每年检查外防波堤①。检查结果②应当公布', law), 'verified')
    assert.equal(verdict('港务局应当每年检查外防波堤〔3〕。检查结果应当公布', law), 'verified')
  })

  test('but another figure, and one that stands by itself, is', () => {
    assert.deepEqual(alterations('more than 1025 tonnes under Sec.5 of the Harbour Act', plan), [
      '5 < 4',
    ])
    assert.deepEqual(alterations('for it, at more than 1025 tonnes under Sec.5', plan), ['5 < 4'])
    assert.deepEqual(alterations('a long-term store of 3 cut stone. AI is far too', plan), ['3 < '])
    assert.deepEqual(alterations('under Sec. 4 of the Harbour Act (G20)', plan), ['G20 < G7'])
  })
})

suite('A figure that is raised is read with what it stands on:', () => {
  for (const figure of ['10^25', '10²⁵', '10(^25)', '1025']) {
    test(figure, () => {
      assert.equal(verdict(`for it, at more than ${figure} tonnes`, plan), 'verified')
    })
  }

  test('another one is altered', () => {
    assert.deepEqual(alterations('for it, at more than 10^24 tonnes', plan), ['10^24 < 1025'])
    assert.deepEqual(alterations('for it, at more than 10²⁶ tonnes', plan), ['10²⁶ < 1025'])
  })
})

suite('A hyphen that the end of a line took or left is no alteration', () => {
  test('in the quotation or in the document', () => {
    for (const quoted of [
      'keeps a longterm store of cut stone',
      'keeps a long-\nterm store of cut stone',
      'keeps a long\u2011term store of cut stone',
      'keeps a long-term sto-re of cut stone',
    ]) {
      assert.equal(verdict(quoted, plan), 'verified', quoted)
    }
  })

  test('also where the document writes the word both ways', () => {
    const both = {
      key: 'x',
      text: 'An online store is kept. The on-line list of stores is kept too.',
    }
    for (const quoted of [
      'An online store is kept. The on-line list',
      'The online list of stores',
    ]) {
      assert.equal(judgeQuotation(quoted, [both], index).verdict, 'verified', quoted)
    }
  })

  test('but another part of a word with several is', () => {
    const long = { key: 'x', text: 'It keeps a state-of-the-art store of stone for all ships.' }
    const { alterations: found } = judgeQuotation(
      'It keeps a state-of-the-ark store of stone for all ships.',
      [long],
      index,
    )
    assert.equal(found.length, 1)
  })
})

suite('A label that the document prints before the words is no alteration', () => {
  for (const quoted of [
    '(a) the placing on the quay of stone that blocks the way',
    'a) the placing on the quay of stone that blocks the way',
    'Point (b): the placing on the quay of stone that nobody owns',
    'Article 5 Prohibited practices',
    'ARTICLE 5 – Prohibited practices 1. The following shall be prohibited',
    'Art. 5(1) The following shall be prohibited: (a) the placing on the quay',
    '1. The following shall be prohibited: (a) … (b) the placing on the quay of stone that nobody',
    '1. The following shall be prohibited: the placing on the quay of stone that blocks',
    '(b) [T]he placing on the quay of stone that nobody owns',
    'stone that nobody owns. 2. Paragraph 1 does not apply to cut stone.',
  ]) {
    test(`in “${quoted}”`, () => {
      assert.equal(verdict(quoted, act), 'verified')
    })
  }
  for (const quoted of [
    '第十二条　港务局应当每年检查外防波堤',
    '第12条 港务局应当每年检查外防波堤',
    '并遵守以下规定：（一）不得隐瞒损坏；（二）不得拖延维修。',
    '（二）不得拖延维修',
    '二、不得拖延维修',
  ]) {
    test(`in “${quoted}”`, () => {
      assert.equal(verdict(quoted, law), 'verified')
    })
  }

  test('but that of another part is, however alike these begin', () => {
    assert.deepEqual(alterations('(b) the placing on the quay of stone that blocks the way', act), [
      'b < ',
    ])
    assert.equal(verdict('Article 6 Prohibited practices are these', act), 'not found')
    assert.deepEqual(alterations('Art. 6(1) The following shall be prohibited', act), [
      'Art. 6(1 < Prohibited practices',
    ])
    assert.deepEqual(alterations('第十三条　港务局应当每年检查外防波堤', law), ['第十三条 < '])
    assert.deepEqual(alterations('（一）不得拖延维修，遵守', law).slice(0, 1), ['一 < '])
  })

  test('and words that only look like a label are compared as all others', () => {
    assert.deepEqual(alterations('Paragraph 2 does not apply to cut stone', act), ['2 < 1'])
    assert.equal(verdict('Paragraph 1 does not apply to cut stone', act), 'verified')
  })

  test('a label in the wrong place is found elsewhere as its words are', () => {
    const { verdict: said, key } = judgeQuotation(
      '(a) the placing on the quay of stone that blocks the way',
      [plan],
      index,
    )
    assert.deepEqual([said, key], ['found elsewhere', 'act:5'])
  })
})

test('how the thousands of a figure are parted is no alteration, another figure is', () => {
  const fine = {
    key: 'x',
    text: 'A fine of up to EUR 35 000 000 or 7 % of all turnover, for 100 ships.',
  }
  const judged = (quoted: string): string => judgeQuotation(quoted, [fine], index).verdict
  for (const figure of ['35,000,000', '35\u202F000\u202F000', '35000000', '35 000 000']) {
    assert.equal(judged(`A fine of up to EUR ${figure} or 7% of all turnover`), 'verified', figure)
  }
  assert.equal(judged('A fine of up to EUR 35 000 or 7 % of all turnover'), 'altered')
  assert.equal(judged('A fine of up to EUR 3,5000,000 or 7 % of all turnover'), 'altered')
})

test('punctuation behind a heading is no alteration, within a sentence it is', () => {
  for (const mark of ['.', ':', ' —', '']) {
    assert.equal(
      verdict(`Prohibited practices${mark} The following shall be prohibited`, act),
      'verified',
    )
  }
  assert.equal(verdict('The following: shall be prohibited: the placing', act), 'altered')
})

test('capitals of a heading are no alteration, in the document or in the quotation', () => {
  const capitals = {
    key: 'x',
    text: 'POST-MARKET MONITORING AND SURVEILLANCE\n\nThe Harbour Council monitors what the Office sells.',
  }
  const judged = (quoted: string): string => judgeQuotation(quoted, [capitals], index).verdict
  assert.equal(judged('Post-market monitoring and surveillance'), 'verified')
  assert.equal(judged('Post-Market Monitoring and Surveillance. The Harbour Council'), 'verified')
  assert.equal(judged('THE HARBOUR COUNCIL MONITORS WHAT THE OFFICE SELLS'), 'verified')
  assert.equal(judged('POST-MARKET MONITORING AND SURVEILLANCE'), 'verified')
  assert.equal(judged('The harbour council monitors what the Office sells'), 'altered')
  assert.equal(judged('Post-market monitoring or surveillance'), 'altered')
  assert.equal(judged('THE HARBOUR COUNCIL MONITORS WHAT THE OFFICE BUYS'), 'altered')
})

test('an apostrophe of any kind is one', () => {
  const text = 'It must not touch the states’ rights or the Union’s own laws of the sea.'
  for (const mark of ["'", '’', '‘', '´', '`', '′']) {
    const quoted = `touch the states${mark} rights or the Union${mark}s own laws`
    assert.equal(judgeQuotation(quoted, [{ key: 'x', text }], index).verdict, 'verified', mark)
  }
})

test('a thousand labels, notes and hyphens cost no more than a bounded number of steps', () => {
  const pieces = Array.from({ length: 3000 }, (_, at) => `word-part store.${String(at % 9)} `)
  const text = pieces.join('')
  const labels = pieces.map((_, at) => ({ offset: at * 18, label: '1', above: [] }))
  const long: Passage = { key: 'long', text, labels }
  const all = indexPassages([long])
  for (const quoted of ['(1) word-part store. '.repeat(900), 'wordpart store.1 '.repeat(1000)]) {
    judgeQuotation(quoted, [long], all)
    assert.ok(all.effort.steps <= 8_100_000 * 3)
  }
})
