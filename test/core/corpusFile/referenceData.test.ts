import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLibrary } from '../../../src/core/corpusFile/compileLibrary.ts'
import { readBack } from '../../support/readBack.ts'
import { instrumentFile, messageOf, troubleLines, troublesOf } from '../corpus/corpusText.ts'

const head = '---\nid: p\ntype: act\ntitle: P\n'

const whole = `${head}official-title: Act No. 1 on P
official-title-zh-Hans: 甲法
cite-as: Act No. 1
number: Act No. 1
number-zh-Hans: 第1号
issuers: Parliament; Council of Ports
issuers-zh-Hans: 议会; 港务委员会
issuers-zh-Hant: 議會; 港務委員會
issued: 2030-11-01
journal: 7 Gaz. 41
journal-date: 2030-11-09
language: zh-Hant-TW
jurisdiction: EU
headline: Ports at Night
outlet: Harbour News
author:
  - Fjord, Ada
  - 王某
---
`

test('what reference lists need is read field by field, and stands in the library', () => {
  assert.deepEqual(troublesOf(whole), [])
  const { instrument } = instrumentFile(whole)
  assert.deepEqual(instrument.reference, {
    number: { en: 'Act No. 1', 'zh-Hans': '第1号' },
    officialTitles: { en: 'Act No. 1 on P', 'zh-Hans': '甲法' },
    citeAs: { en: 'Act No. 1' },
    issuers: [
      { en: 'Parliament', 'zh-Hans': '议会', 'zh-Hant': '議會' },
      { en: 'Council of Ports', 'zh-Hans': '港务委员会', 'zh-Hant': '港務委員會' },
    ],
    journal: '7 Gaz. 41',
    journalDate: '2030-11-09',
    language: 'zh-Hant-TW',
    jurisdiction: 'EU',
    headline: 'Ports at Night',
    outlet: 'Harbour News',
    authors: ['Fjord, Ada', '王某'],
  })
  const [kept] = readBack(compileLibrary([{ name: 'p.md', text: whole }]).bytes).instruments
  assert.deepEqual(kept?.reference, instrument.reference)
})

test('a file that says nothing of it has none', () => {
  assert.equal(instrumentFile(`${head}---\n`).instrument.reference, undefined)
})

test('where only issuers are named, they are the issuer, in the languages that all of them have', () => {
  const { issuer } = instrumentFile(
    `${head}issuers: A; B\nissuers-zh-Hans: 甲; 乙\n---\n`,
  ).instrument
  assert.deepEqual(issuer, { en: 'A; B', 'zh-Hans': '甲、乙' })
  const both = instrumentFile(`${head}issuer: C\nissuers: A; B\n---\n`).instrument
  assert.deepEqual(both.issuer, { en: 'C' })
})

for (const [fields, troubles] of [
  ['language: English', ['instrument.malformed-field 5:1']],
  ['language: en_GB', ['instrument.malformed-field 5:1']],
  ['language: EN', ['instrument.malformed-field 5:1']],
  ['jurisdiction: us', ['instrument.malformed-field 5:1']],
  ['jurisdiction: US; CN', ['instrument.malformed-field 5:1']],
  ['journal-date: 2030-02-30', ['instrument.malformed-field 5:1']],
  ['journal:', ['field.malformed 5:1']],
  ['issuers: A；B', ['field.full-width-separator 5:1']],
  ['issuers: A; B\nissuers-zh-Hans: 甲', ['instrument.malformed-field 6:1']],
  ['issuers-zh-Hant: 甲; 乙', ['instrument.malformed-field 5:1']],
  ['official-title-zh-Hans: 甲', ['instrument.malformed-field 5:1']],
  ['cite-as-zh-Hant: 甲', ['instrument.malformed-field 5:1']],
  ['number-zh-Hant-HK: 甲', ['instrument.malformed-field 5:1']],
  ['short-title-zh-Hans: 甲', ['instrument.malformed-field 5:1']],
  ['Headline: x', ['field.unknown 5:1']],
] as const) {
  test(`${JSON.stringify(fields)} is told at its line and column, and costs no more than itself`, () => {
    assert.deepEqual(troubleLines(`${head}${fields}\n---\n`), troubles)
    assert.equal(instrumentFile(`${head}${fields}\n---\n`).instrument.titles.en, 'P')
  })
}

test('issuers in another number than the English ones say both numbers', () => {
  const [trouble] = troublesOf(`${head}issuers: A; B\nissuers-zh-Hans: 甲; 乙; 丙\n---\n`)
  assert.equal(messageOf(trouble), '`issuers-zh-Hans` has 3 texts, `issuers` has 2.')
})
