import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation, type Judgement } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages } from '../../../src/core/quotation/passageIndex.ts'

const passage = {
  key: 'plan:1',
  text: 'Within 90 days, each agency shall not share data with vendors; it must de-\ncentralise the risk-based storage of “open” records.',
}
const other = {
  key: 'plan:2',
  text: '各部门应当在九十日内公布数据目录，不得向供应商出售个人信息。',
}
const index = indexPassages([passage, other])

function judged(quoted: string, cited = passage): Judgement {
  return judgeQuotation(quoted, [cited], index)
}

/** What was altered: the quoted words, `<`, the words of the passage. */
function alterations(quoted: string, cited = passage): readonly string[] {
  return judged(quoted, cited).alterations.map(
    (each) =>
      `${quoted.slice(each.quoted.start, each.quoted.end)} < ${cited.text.slice(each.passage.start, each.passage.end)}`,
  )
}

suite('Signs of omission and brackets', () => {
  test('an omission stands for any words, but for no lone negation', () => {
    assert.equal(judged('Within 90 days, each agency … the risk-based storage').verdict, 'verified')
    assert.deepEqual(alterations('each agency shall … share data'), ['… < not'])
  })

  test('words in brackets stand for a few words, but for no negation and no figure', () => {
    assert.equal(judged('[T]he risk-based storage of [all] records').verdict, 'verified')
    assert.equal(
      judged('[public bodies] shall not share data with [them]; it must').verdict,
      'verified',
    )
    assert.deepEqual(alterations('agency shall [certainly] share data'), ['[certainly] < not'])
    assert.deepEqual(alterations('Within [some] days, each agency'), ['[some] < 90'])
    assert.equal(judged('Within [90] days, each agency').verdict, 'verified')
  })

  test('a word completed in brackets is the author’s as a whole', () => {
    assert.equal(
      judged('it must decentralise the risk-based stor[ing] of open records').verdict,
      'verified',
    )
  })

  test('the runs must stand in the order of the passage', () => {
    assert.equal(judged('share data with vendors … Within 90 days').verdict, 'altered')
  })
})

suite('Hyphens', () => {
  test('a hyphen at the end of a line is part of the word or not, as the passage has it', () => {
    for (const quoted of [
      'it must decentralise the risk-based storage',
      'it must decen-\ntralise the risk-\nbased storage',
      'it must decentra\u00ad\nlise the risk\u2011based stor\u00adage',
    ]) {
      assert.equal(judged(quoted).verdict, 'verified', quoted)
    }
  })

  test('another word is altered, hyphen or not', () => {
    assert.deepEqual(alterations('it must decen-\ntralize the risk-based storage'), [
      'decen-\ntralize < de-\ncentralise',
    ])
  })
})

test('the verdict names the passage and the span of its words', () => {
  assert.deepEqual(judged('Each agency shall not share data'), {
    verdict: 'verified',
    key: 'plan:1',
    passage: { start: 16, end: 48 },
    alterations: [],
  })
})

test('words added or left out have an empty span on the other side', () => {
  assert.deepEqual(alterations('each agency shall share data with all vendors'), [
    ' < not',
    'all < ',
  ])
})

test('without any official text nothing is judged', () => {
  assert.equal(judgeQuotation('each agency shall not', [], index).verdict, 'no official text')
  const empty = { key: 'plan:3', text: ' \n' }
  assert.equal(judgeQuotation('each agency shall not', [empty], index).verdict, 'no official text')
})

test('the least altered of several cited passages counts', () => {
  const worse = { key: 'plan:4', text: 'each agency may not share data with vendors' }
  const { key } = judgeQuotation(
    'every agency may not share data with vendors',
    [passage, worse],
    index,
  )
  assert.equal(key, 'plan:4')
})
