import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLibrary } from '../../../src/core/corpusFile/compileLibrary.ts'
import { suggestFields } from '../../../src/core/features/corpusFields.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { readBack } from '../../support/readBack.ts'
import {
  adviceOf,
  instrumentFile,
  measureOf,
  messageOf,
  provisionOf,
  troubleLines,
  troublesOf,
} from '../corpus/corpusText.ts'

const front = '---\nid: p\ntype: act\ntitle: P\n'
const amended = `${front}amended-by: Act 9 | 2031-05-02 | 2031-06-01 | https://harbours.example/9; Act 10\n---\n\n`

const whole = `${front}text-as-of: 2031-06-01
amended-by:
  - Act 9 | 2031-05-02 | 2031-06-01 | https://harbours.example/9
  - Act 10 |  | 2032-01-01
amended-by-zh-Hans: 第9号法案; 第10号法案
formerly: p-2030; p-2029
---

# Annexes {#annexes kind=part}

- applies-from: 2032-08-02 | Annex I; 2033-01-01; 2031-12-02 | Annex III
- applies-from-zh-Hans: 附件一; 附件三
- applies-from-zh-Hant: 附件一; 附件三

## Lamps {#4a}

Every quay keeps a lamp.

- strength: shall
- inserted-by: Act 9
- replaced-by: Act 9; Act 10
- deleted-by: Act 10
- until: 2031-12-31
- formerly: p:4.1; p:3bis
- formerly-said: Only long quays keep a lamp.
- formerly-said-zh-Hans: 只有长码头须设灯。
- follow-up: Call for comments | 2031-07 | https://harbours.example/call; Report
- follow-up-zh-Hant: 徵求意見; 報告
- deadline: 2031-12-02 | first report; 90 days; 1 year | report
- deadline-zh-Hans: 报告; 报告
- amount: EUR 35 000; 7 % | of yearly harbour dues
- amount-zh-Hans: 每年港口费
`

test('what changed, and since when it applies, is read part by part, and stands in the library', () => {
  assert.deepEqual(troublesOf(whole), [])
  const { instrument } = instrumentFile(whole)
  assert.equal(instrument.textAsOf, '2031-06-01')
  assert.deepEqual(instrument.formerly, ['p-2030', 'p-2029'])
  assert.deepEqual(instrument.amendedBy, [
    {
      name: 'Act 9',
      names: { en: 'Act 9', 'zh-Hans': '第9号法案' },
      issued: '2031-05-02',
      inForce: '2031-06-01',
      url: 'https://harbours.example/9',
    },
    {
      name: 'Act 10',
      names: { en: 'Act 10', 'zh-Hans': '第10号法案' },
      inForce: '2032-01-01',
    },
  ])
  const part = provisionOf(whole, 'p:annexes')
  assert.ok(part.level === 'division')
  assert.deepEqual(part.appliesFrom, [
    { day: '2031-12-02', of: { en: 'Annex III', 'zh-Hans': '附件三', 'zh-Hant': '附件三' } },
    { day: '2032-08-02', of: { en: 'Annex I', 'zh-Hans': '附件一', 'zh-Hant': '附件一' } },
    { day: '2033-01-01' },
  ])
  const lamps = measureOf(whole, 'p:4a')
  assert.equal(lamps.strength, 'shall')
  assert.equal(lamps.insertedBy, 'Act 9')
  assert.deepEqual(lamps.replacedBy, ['Act 9', 'Act 10'])
  assert.equal(lamps.deletedBy, 'Act 10')
  assert.equal(lamps.until, '2031-12-31')
  assert.deepEqual(lamps.formerly, ['p:4.1', 'p:3bis'])
  assert.deepEqual(lamps.formerlySaid, {
    en: 'Only long quays keep a lamp.',
    'zh-Hans': '只有长码头须设灯。',
  })
  assert.deepEqual(lamps.followUps, [
    {
      what: { en: 'Call for comments', 'zh-Hant': '徵求意見' },
      date: '2031-07',
      url: 'https://harbours.example/call',
    },
    { what: { en: 'Report', 'zh-Hant': '報告' } },
  ])
  assert.deepEqual(lamps.deadlines, [
    { by: '2031-12-02', what: { en: 'first report', 'zh-Hans': '报告' } },
    { by: '90 days' },
    { by: '1 year', what: { en: 'report', 'zh-Hans': '报告' } },
  ])
  assert.deepEqual(lamps.amounts, [
    { sum: 'EUR 35 000' },
    { sum: '7 %', what: { en: 'of yearly harbour dues', 'zh-Hans': '每年港口费' } },
  ])
  const kept = readBack(compileLibrary([{ name: 'plan.md', text: whole }]).bytes).provisions
  assert.deepEqual(
    kept.map((one) => ({ ...one })),
    instrumentFile(whole).provisions,
  )
})

for (const [line, trouble] of [
  ['text-as-of: 2031-06', 'instrument.malformed-field 5:1'],
  ['text-as-of: 2031-02-30', 'instrument.malformed-field 5:1'],
  ['amended-by: Act 9 | 2031-13-01', 'instrument.malformed-field 5:1'],
  ['amended-by: Act 9 | | 2031', 'instrument.malformed-field 5:1'],
  ['amended-by: Act 9 | | | http://harbours.example/9', 'instrument.malformed-field 5:1'],
  ['amended-by: Act 9 | | | | more', 'instrument.malformed-field 5:1'],
  ['amended-by: "| 2031-05-02"', 'instrument.malformed-field 5:1'],
  ['amended-by-zh-Hans: 第9号法案', 'instrument.malformed-field 5:1'],
  ['formerly: p:1', 'instrument.malformed-field 5:1'],
  ['formerly: The Old Act', 'instrument.malformed-field 5:1'],
] as const) {
  test(`front matter: ${line}`, () => {
    const text = `${front}${line}\n---\n`
    assert.deepEqual(troubleLines(text), [trouble])
    assert.match(adviceOf(troublesOf(text)[0]), /^Write /u)
  })
}

for (const [line, trouble] of [
  ['strength: Must', 'field.malformed 10:3'],
  ['strength: will', 'field.malformed 10:3'],
  ['applies-from: 2031', 'field.malformed 10:3'],
  ['applies-from: Annex III | 2031-12-02', 'field.malformed 10:3'],
  ['applies-from: 2031-12-02 | Annex III | more', 'field.malformed 10:3'],
  ['until: 2031-02-29', 'field.malformed 10:3'],
  ['until: 2031-02', 'field.malformed 10:3'],
  ['follow-up: "| 2031"', 'field.malformed 10:3'],
  ['follow-up: Call | soon', 'field.malformed 10:3'],
  ['follow-up: Call | 2031 | javascript:alert(1)', 'field.malformed 10:3'],
  ['deadline: soon', 'field.malformed 10:3'],
  ['deadline: 0 days', 'field.malformed 10:3'],
  ['amount: much', 'field.malformed 10:3'],
  ['deadline: 90 days; 1 year | report\n- deadline-zh-Hans: 报告; 报告', 'field.malformed 11:3'],
  ['applies-from-zh-Hant: 附件三', 'field.malformed 10:3'],
  ['formerly: 4.1', 'field.malformed 10:3'],
  ['inserted-by: Act 11', 'provision.unknown-amendment 10:3'],
  ['replaced-by: Act 9; Act 11', 'provision.unknown-amendment 10:3'],
  ['deleted-by: act 9', 'provision.unknown-amendment 10:3'],
] as const) {
  test(`list: ${line}`, () => {
    const text = `${amended}# M {#1}\n\n- ${line}\n`
    assert.deepEqual(troubleLines(text), [trouble])
    assert.match(adviceOf(troublesOf(text)[0]), /^Write /u)
  })
}

test('a value that cannot be read costs that value alone', () => {
  const { appliesFrom } = measureOf(
    `${front}---\n\n# M {#1}\n\n- applies-from: 2031-12-02; x\n`,
    'p:1',
  )
  assert.deepEqual(appliesFrom, [{ day: '2031-12-02' }])
  const { amendedBy } = instrumentFile(`${front}amended-by: Act 9; Act 10 | x\n---\n`).instrument
  assert.deepEqual(amendedBy, [{ name: 'Act 9' }])
  const { deletedBy } = measureOf(`${front}---\n\n# M {#1}\n\n- deleted-by: Act 9\n`, 'p:1')
  assert.equal(deletedBy, 'Act 9')
})

test('a message names the value, and what the front matter knows', () => {
  const [unread] = troublesOf(`${front}---\n\n# M {#1}\n\n- applies-from: 2031-13-02 | Annex I\n`)
  assert.equal(messageOf(unread), '`applies-from` cannot hold `2031-13-02`.')
  const [unknown] = troublesOf(`${amended}# M {#1}\n\n- deleted-by: Act 11\n`)
  assert.equal(
    messageOf(unknown),
    '`deleted-by` names `Act 11`, which `amended-by` in the front matter does not name.',
  )
  assert.equal(adviceOf(unknown), 'Write it as `amended-by` does, or add it there.')
})

test('a former key that a provision has, or that two had, is told', () => {
  const troubles = (...texts: readonly string[]): readonly string[] =>
    corpusOf(texts.map((text, at) => ({ name: `${at}.md`, text }))).troubles.map(
      (trouble) => `${trouble.code} ${messageOf(trouble)}`,
    )
  const other = '---\nid: q\ntype: act\ntitle: Q\nformerly: p\n---\n'
  assert.deepEqual(troubles(`${front}---\n`, other), [
    'provision.former-key-taken `formerly` names `p`, which another provision has or had.',
  ])
  assert.deepEqual(
    troubles(`${front}---\n\n# M {#1}\n\n- formerly: p:3\n\n# N {#2}\n\n- formerly: p:3; p:4\n`),
    ['provision.former-key-taken `formerly` names `p:3`, which another provision has or had.'],
  )
})

test('amendments are offered by the names that the front matter gives them', () => {
  const offered = (text: string): unknown =>
    suggestFields(text, text.length, fixtureCorpus())?.items.map((item) => item.text)
  assert.deepEqual(offered(`${amended}# M {#1}\n\n- deleted-by: `), ['Act 9', 'Act 10'])
  assert.deepEqual(offered(`${amended}# M {#1}\n\n- replaced-by: Act 9; Act 1`), ['Act 10'])
  const listed = whole.slice(0, whole.indexOf('# Annexes'))
  assert.deepEqual(offered(`${listed}# M {#1}\n\n- inserted-by: `), ['Act 9', 'Act 10'])
  assert.deepEqual(offered(`${front}---\n\n# M {#1}\n\n- strength: e`), ['explores', 'encouraged'])
  assert.equal(offered(`${front}---\n\n# M {#1}\n\n- deleted-by: `), undefined)
})

test('inserted provisions stand behind what they follow, under keys that their labels make', () => {
  const labels = ['3.14a', '4a', '2.13', '5.1.ba', '5.1a', '6a.1.bb', 'annex-XIV', '75d']
  const text = `${front}---\n\n${labels.map((label) => `# M {#${label}}\n`).join('\n')}`
  assert.deepEqual(troublesOf(text), [])
  assert.deepEqual(
    instrumentFile(text).instrument.children,
    labels.map((label) => `p:${label}`),
  )
})

const orders: readonly (readonly [front: string, list: string, places: readonly string[]])[] = [
  ['', '- applies-from: 2031-05-02 | lamps; 2031-07-01\n- until: 2031-05-01', ['10:3']],
  ['', '- applies-from: 2031-05-02\n- until: 2031-05-02', []],
  ['issued: 2031-02-01\n', '- until: 2031-01-31', ['10:3']],
  ['issued: 2031-02\n', '- applies-from: 2031-02-01', []],
  ['issued: 2031-02\n', '- deadline: 2030 | first report; 90 days', ['10:3']],
  ['issued: 2031-02\n', '- follow-up: Report | 2031-01', ['10:3']],
  ['issued: 2031-02-01\ntext-as-of: 2030-12-31\n', '', ['6:1']],
  ['issued: 2031-02-01\nended: 2030\n', '', ['6:1']],
  ['effective: 2031-02-01\nended: 2031-01-01\n', '', ['6:1']],
  ['issued: 2031-02-01\nchecked: 2031-01-01\n', '', ['6:1']],
  ['issued: 2031-02-01\njournal-date: 2031-01-01\n', '', ['6:1']],
  ['issued: 2031-02-01\namended-by: Act 9 | 2031-01-01\n', '', ['6:1']],
  ['amended-by: Act 9 | 2031-05-02 | 2031-05-01\n', '', ['5:1']],
  ['amended-by: Act 9 | 2031-05-02 | 2031-05-02\n', '', []],
  [
    'amended-by: Act 9 | 2031-05-02\n',
    '- inserted-by: Act 9\n- applies-from: 2031-05-01',
    ['11:3'],
  ],
]
for (const [fields, list, places] of orders) {
  test(`days in an order that cannot be are told: ${fields}${list}`, () => {
    const text = `${front}${fields}---\n\n# M {#1}\n\n${list}\n`
    const told = troubleLines(text).map((line) => line.replace('field.impossible-order ', ''))
    assert.deepEqual(told, places)
  })
}

test('and it is said which of two days is before which, and what to do', () => {
  const text = `${front}---\n\n# M {#1}\n\n- applies-from: 2031-05-02\n- until: 2031-05-01\n`
  const [trouble] = troublesOf(text)
  assert.ok(trouble !== undefined)
  assert.equal(messageOf(trouble), '`until` is 2031-05-01, before `applies-from`, 2031-05-02.')
  assert.equal(adviceOf(trouble), 'Correct one of the two dates.')
})
