import assert from 'node:assert/strict'
import { test } from 'node:test'
import { search } from '../../src/core/search/search.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { libraryCorpus, planCorpus } from '../core/search/libraryCorpus.ts'

const corpus = libraryCorpus()

test('the glossary has 111 terms, each in English and both scripts', () => {
  assert.equal(corpus.terms.length, 111)
  for (const { names } of corpus.terms) {
    assert.ok(names.en !== '' && names['zh-Hans'] !== undefined && names['zh-Hant'] !== undefined)
  }
})

test('no form of a term is given twice within it', () => {
  for (const { names, aliases } of corpus.terms) {
    assert.equal(new Set(aliases).size, aliases.length, names.en)
    assert.ok(!aliases.some((alias) => Object.values(names).includes(alias)), names.en)
  }
})

test('what the plan does not contain is about nothing in it', () => {
  for (const name of ['chip passport', 'Stargate', 'moratorium on state AI laws']) {
    const term = corpus.terms.find(({ names }) => names.en === name)
    assert.ok(term && !term.about.some((key) => key.startsWith('us-aiap-2025')), name)
  }
})

const plan = planCorpus()
const index = createSearchIndex({ ...plan, terms: corpus.terms })

/** What is typed in one region's words, and the measure that says it in another's. */
const regional: readonly (readonly [typed: string, label: string])[] = [
  ['監理沙盒', 'I.4.1'],
  ['监管沙箱', 'I.4.1'],
  ['數據中心 類別排除', 'II.1.1'],
  ['全端AI出口', 'III.1.1'],
  ['芯片定位', 'III.3.1'],
  ['晶片追蹤', 'III.3.1'],
  ['深偽', 'I.15.1'],
  ['首席人工智慧長', 'I.12.1'],
  ['技職教育', 'I.5.1'],
  ['regulatory sandboxes', 'I.4.1'],
]

for (const [typed, label] of regional) {
  test(`${typed} finds ${label}`, () => {
    const found = search(index, { text: typed, limit: 5 }).map(({ provision }) => provision.key)
    assert.ok(found.includes(`us-aiap-2025:${label}` as (typeof found)[number]), found.join(', '))
  })
}

test('Commerce finds what NIST and CAISI lead, behind what it leads itself', () => {
  const found = search(createSearchIndex(plan), { text: 'Commerce', limit: 100 })
  const leads = found.flatMap(({ provision }) =>
    provision.level === 'measure' ? [provision.lead] : [],
  )
  const under = leads.findIndex((lead) => lead.includes('CAISI') && !lead.includes('DOC'))
  const itself = leads.findIndex((lead) => lead.includes('DOC'))
  assert.ok(itself !== -1 && under > itself, `${itself}, ${under}`)
})
