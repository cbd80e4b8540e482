import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages } from '../../../src/core/quotation/passageIndex.ts'

/** What each sign of a quotation stands for that it may not. */
function trespasses(quoted: string, text: string): readonly string[] {
  const { verdict, alterations } = judgeQuotation(quoted, [{ key: 'x:1', text }], indexPassages([]))
  const found = alterations.map(({ trespass = 'altered' }) => trespass)
  return found.length === 0 && verdict !== 'verified' ? [verdict] : found
}

const texts = {
  berths:
    'Ships of the coast should only be moored at the inner quay, repaired or sold if they carry a certain mark of the port.',
  pilots:
    'A pilot of the harbour may, unless ice is expected on the bar, enter at night with two lamps.',
  keeper:
    'The keeper of the light shall inform the master of the port if the lamp has failed for longer than one hour.',
  fees: 'The port collects its fees from masters only in so far as this is needed for the upkeep of the mole.',
  tides:
    'Work on the outer mole shall be begun only after the spring tides of the year have passed.',
  stone:
    'Stone may be sold to the towns of the coast provided that the store of the port stays full until spring.',
  rule: 'Dues are paid by the master on his own account, with the only exception of ships of the crown in winter.',
} as const

suite('An omission hides a condition', () => {
  for (const [what, quoted, text] of [
    ['only, with the verb', 'Ships of the coast should … inner quay, repaired or sold', 'berths'],
    ['only, at its end', 'Ships of the coast … be moored at the inner quay', 'berths'],
    ['only, within it', 'port collects its fees … this is needed for the upkeep', 'fees'],
    ['only, behind a modal verb', 'Work on the outer mole … the spring tides of the year', 'tides'],
    ['if, that no comma parts', 'repaired or … carry a certain mark', 'berths'],
    ['if, at its beginning', 'inform the master of the port … for longer than one hour', 'keeper'],
    ['unless, behind a modal verb', 'A pilot of the harbour … enter at night', 'pilots'],
    ['provided that, that no comma parts', 'Stone may be sold … the store of the port', 'stone'],
    ['the only exception', 'on his own account, with the … ships of the crown', 'rule'],
  ] as const) {
    test(`${what}: ${quoted}`, () => {
      assert.deepEqual(trespasses(quoted, texts[text]), ['condition'])
    })
  }

  for (const [quoted, text] of [
    ['港口数据……用于统计和公布', '港口数据仅可用于统计和公布，并应当每年更新。'],
    ['船长……在白天驶入港口内侧', '船长只能在白天驶入港口内侧，并应当点灯。'],
    ['港务局……公布全部检查结果', '港务局除法律另有规定外公布全部检查结果，并保存十年。'],
    ['港务局……公布全部检查结果', '港务局除涉及海防秘密的以外，应当公布全部检查结果。'],
    ['可以收集船舶的资料……并按时删除', '可以收集船舶的资料，但应当取得船长同意，并按时删除。'],
  ] as const) {
    test(`in Chinese: ${quoted}`, () => {
      assert.deepEqual(trespasses(quoted, text), ['condition'])
    })
  }
})

suite('An omission hides no condition', () => {
  for (const [what, quoted, text] of [
    [
      'in “not only”',
      'The Office surveys the … mole, but also the inner one',
      'The Office surveys the quay and not only the outer mole, but also the inner one.',
    ],
    [
      'in a condition of what is left out with it',
      'The Office shall … publish what it found in spring',
      'The Office shall close the harbour if it freezes and publish what it found in spring.',
    ],
    [
      'in an item that is left out with its “only”',
      'The Office keeps a map, … and a table of tides',
      'The Office keeps a map, a list of ships that pay only in winter, and a table of tides.',
    ],
    [
      'in a clause of its own with “only”',
      'The quay … is open to ships of all towns',
      'The quay, which only pilots may close, is open to ships of all towns.',
    ],
    [
      'where “if” asks',
      'The keeper shall … and report to the master',
      'The keeper shall check if the lamp burns and report to the master.',
    ],
    [
      'where “provided” gives',
      'The tables … are printed every spring',
      'The tables provided for in this order are printed every spring.',
    ],
    [
      'in “if necessary”',
      'The Office shall … close the harbour at night',
      'The Office shall, if necessary, close the harbour at night.',
    ],
    [
      'in 不仅',
      '港务局公布检查结果……保存记录十年',
      '港务局公布检查结果，不仅保存图表，还保存记录十年。',
    ],
    ['in 删除', '港务局应当更正……船舶的旧记录', '港务局应当更正、删除船舶的旧记录，并通知船长。'],
    ['in 一只', '港务局每年检查……灯船和浮标', '港务局每年检查一只灯船和浮标，并公布结果。'],
  ] as const) {
    test(`${what}: ${quoted}`, () => {
      assert.deepEqual(trespasses(quoted, text), [])
    })
  }
})
