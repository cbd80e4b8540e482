import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOfDocument, nameOfAddress } from '../../../src/core/official/dayOfDocument.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

/** The day of the text in a document called `name`, of an act with these fields. */
function dayOf(name: string, ...fields: readonly string[]): string {
  const text = ['---', 'id: xx-act', 'type: act', 'title: Act', ...fields, '---', ''].join('\n')
  const [instrument] = corpusOf([{ name: 'act.md', text }]).instruments
  assert.ok(instrument)
  return dayOfDocument(instrument, name)
}

const eli = 'url: https://eur-lex.europa.eu/eli/reg/2030/1/oj'
const dated = ['issued: 2030-06-13', 'journal-date: 2030-07-12', 'text-as-of: 2032-01-01'] as const

for (const [name, fields, day] of [
  ['act.pdf', [], ''],
  ['act.pdf', ['issued: 2030-06'], '2030-06'],
  ['act.pdf', ['issued: 2030-06-13'], '2030-06-13'],
  ['act.pdf', dated, '2032-01-01'],
  ['CELEX_02030R0001-20310501_EN_TXT.html', dated, '2031-05-01'],
  ['02030L0001-20310501.pdf', [], '2031-05-01'],
  ['CELEX_02030R0001-20311301_EN_TXT.html', dated, '2032-01-01'],
  ['120300001-20310501.pdf', dated, '2032-01-01'],
  ['oj', [...dated, eli], '2030-07-12'],
  ['oj', [...dated, 'url: https://eur-lex.europa.eu/eli/reg/2030/1/oj/'], '2030-07-12'],
  ['oj', ['issued: 2030-06-13', 'text-as-of: 2032-01-01', eli], '2030-06-13'],
  ['oj', dated, '2032-01-01'],
  ['other.pdf', [...dated, eli], '2032-01-01'],
  [
    '2031-05-01',
    [...dated, 'url: https://eur-lex.europa.eu/eli/reg/2030/1/2031-05-01'],
    '2031-05-01',
  ],
  ['c_1.htm', [...dated, 'url: https://www.example.org/2030-11/07/c_1.htm'], '2030-11-07'],
  ['plan.pdf', [...dated, 'url: https://www.example.org/uploads/2030/07/plan.pdf'], '2032-01-01'],
] as const) {
  test(`${name} with ${fields.join(', ')} is of ${day === '' ? 'no day' : day}`, () => {
    assert.equal(dayOf(name, ...fields), day)
  })
}

test('a document is called as the last part of its address', () => {
  assert.deepEqual(
    [
      'https://example.org/a/plan.pdf?x=1',
      'https://example.org/eli/reg/2030/1/oj/',
      'https://example.org/',
      'nowhere',
    ].map(nameOfAddress),
    ['plan.pdf', 'oj', 'example.org', ''],
  )
})
