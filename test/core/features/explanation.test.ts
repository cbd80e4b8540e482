import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  explainOffer,
  explainOrder,
  type Explanation,
} from '../../../src/core/features/explanation.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)

function explained(marked: string): Explanation {
  const { report, offset } = reportAtCaret(marked)
  return explainOffer(report, index, corpus, offset, { language: 'en' })
}

suite('the explanation of what is offered', () => {
  for (const blank of ['|', 'Text\n\n|\n\nmore', 'Text\n\n|']) {
    test(`in the blank line of ${JSON.stringify(blank)} asks for a marker`, () => {
      assert.deepEqual(explained(blank), { place: 'prose', verdict: { kind: 'noMarker' } })
    })
  }

  test('in code and front matter names the place', () => {
    assert.deepEqual(explained('`co|de`').verdict, { kind: 'notProse', place: 'code' })
    assert.deepEqual(explained('---\ntit|le: x\n---\n').verdict, {
      kind: 'notProse',
      place: 'frontMatter',
    })
  })

  test('in prose tells what is written before the caret', () => {
    assert.deepEqual(explained('Words |here').verdict, { kind: 'noMarker' })
    assert.deepEqual(explained('@fig-one|').verdict, { kind: 'crossReference', query: 'fig-one' })
    assert.deepEqual(explained('@zeppelin|').verdict, { kind: 'nothingFits', query: 'zeppelin' })
    assert.equal(explained('@crane|').verdict.kind, 'offered')
  })

  test('of a kind that no instrument has tells that, however it is typed', () => {
    for (const query of ['recital 12', 'Recitals 12', 'recital xii', '序言12', '第12条序言']) {
      const { verdict } = explained(`@${query}|`)
      assert.deepEqual(verdict, { kind: 'kindNotHeld', query, missing: 'recital' })
    }
    assert.equal(explained('@recital of zeppelins|').verdict.kind, 'nothingFits')
  })

  test('with nothing typed tells what fits the sentence', () => {
    const { verdict } = explained('Harbours would try out cranes at night [@|')
    assert.equal(verdict.kind, 'offeredBySentence')
    const none = explained('We painted every lighthouse pink [@|').verdict
    assert.equal(none.kind, 'noSentenceFits')
  })

  test('says of each provision why it stands where it stands', () => {
    const usage = { cited: new Map([['xx-lantern-2031:I.1.1', 1]]), recent: [] }
    const options = { language: 'en' as const, pinyin: undefined, usage, limit: 20 }
    const ranks = explainOrder(index, explained('@crane|').verdict, options)
    const first = ranks.find(({ provision }) => provision.key === 'xx-lantern-2031:I.1.1')
    assert.deepEqual(
      first?.evidence.map(({ typed, field }) => [typed, field]),
      [['crane', 'title']],
    )
    assert.deepEqual(first.favour, ['cited', 'sectionCited'])
    const { verdict } = explained('Harbours would try out cranes at night [@|')
    const [fitting] = explainOrder(index, verdict, options)
    assert.ok(fitting?.shared.includes('cranes'))
    assert.deepEqual(explainOrder(index, { kind: 'noMarker' }, options), [])
  })
})
