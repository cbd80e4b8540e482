import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { changesSense, type Replaced } from '../../../../src/core/quotation/signs/brackets.ts'
import type { Binding } from '../../../../src/core/quotation/weightyWords.ts'

/** Latin words, or each Chinese character. */
function words(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []
}

/** Nothing of the sentence before brackets is known. */
const unknown: Omit<Replaced, 'words'> = { isWhole: false, bindings: new Set() }

function changes(said: string, replaced: string, before = unknown): boolean {
  return changesSense(words(said), { words: words(replaced), ...before })
}

suite('Brackets change the sense', () => {
  for (const [why, ...pairs] of [
    [
      'that take a condition or an “only” out',
      ...['always < unless asked', 'also < except pilots', 'at < only at', 'x < Unless', 'x < 仅'],
      ...['时 < 除', '时 < 但', '在 < 僅在', 'x < not x only'],
    ],
    [
      'that take a negation out',
      ...['always < not', 'ever < never', 'accept < not accept', '得 < 不得', 'x < nor'],
    ],
    [
      'that put a negation in, with nothing but its grammar',
      ...[
        'not < ',
        'shall not < shall',
        'do not < ',
        'not allowed < allowed',
        '不得 < ',
        '不再 < 用',
      ],
      ...['is not to be < ', 'No longer < ', 'must never < '],
    ],
    [
      'that bind more or less',
      ...[
        'must < should',
        'may < shall',
        'can < must',
        'port < shall',
        'should < 必须',
        '可以 < 应当',
      ],
      ...['wants to < shall', 'must go < may leave', 'will < shall', 'pay < are to leave'],
    ],
    [
      'that have another figure',
      ...[
        'some < 90',
        '80 < 90',
        '2025 < 2024',
        'last year < 1850',
        'last year < 20240',
        'May 5 < 2024',
      ],
      ...['often < 10', 'tens < 10', 'last year < x2024', '若干 < ３', 'sometimes x9 < 9'],
    ],
    [
      'that say the contrary',
      ...['weaken < strengthen', 'weaken < strengthen the old rule', 'Weaken < Strengthen'],
      ...['削弱 < 加强'],
    ],
  ] as const) {
    test(why, () => {
      for (const pair of pairs) {
        const [said = '', replaced = ''] = pair.split(' < ')
        assert.ok(changes(said, replaced), pair)
      }
    })
  }

  test('that bind where the sentence before them is whole and does not', () => {
    const whole = (...bindings: readonly Binding[]): Omit<Replaced, 'words'> => ({
      isWhole: true,
      bindings: new Set(bindings),
    })
    assert.ok(changes('must', '', whole()))
    assert.ok(changes('may', '', whole()))
    assert.ok(changes('must pay', 'pay', whole('leave')))
    assert.ok(changes('must', '', whole('advice')))
    assert.ok(changes('must and may', 'and', whole('leave')))
    assert.ok(!changes('must', '', whole('duty')))
    assert.ok(!changes('may', '', whole('leave')))
    assert.ok(!changes('must and may', 'and', whole('duty')))
    assert.ok(!changes('should', '', whole()))
    assert.ok(!changes('will', '', whole()))
    assert.ok(!changes('must pay', '', whole()))
    assert.ok(!changes('must', ''))
  })
})

suite('Brackets do not change the sense', () => {
  for (const [why, ...pairs] of [
    [
      'that say the condition or the “only” otherwise',
      ...[
        'except if < unless',
        'unless < except',
        'solely < only',
        'only < except',
        '只 < 仅',
        '但 < 除',
      ],
    ],
    [
      'for words that open no condition',
      ...['not just < not only', 'this < the only', '移去 < 删除', '亦 < 非但'],
      ...['亦不 < 不仅'],
    ],
    [
      'that take back what they stand for otherwise',
      ...[
        'never < not',
        'refuses < not accept',
        'prevented from < not',
        'unsafe < not safe',
        '禁止 < 不得',
      ],
      ...['lacks < has not'],
    ],
    [
      'that explain with a negation',
      ...[
        'which was not adopted < ',
        'not adopted < ',
        'emphasis not in the original < ',
        '未通过 < ',
      ],
    ],
    [
      'with another form of the verb that a modal verb stands before',
      ...['ensuring < shall ensure', 'are < shall be', 'being < must be', 'pays < must pay'],
      ...['is to ensure < shall ensure', 'has to go < must go', 'had to < must', 'were to < must'],
      ...['have to < must', 'was to < must', 'are to < must', 'goes < will go', 'x < would'],
      ...['必须 < 应当', 'ought < should'],
    ],
    [
      'that say a figure otherwise',
      ...[
        'ninety < 90',
        '90 < 90',
        'about 90 < 90',
        'last year < 2024',
        'that year < 1999',
        '三 < 3',
      ],
      ...[
        'the Act < Article 5',
        'this paragraph < § 5',
        '该款 < 第 5 款',
        'it < EO 14110',
        'Two < 2',
      ],
    ],
    [
      'of more than four words, of which the sense is not known',
      ...['weaken < strengthen all of the rules', 'x < some of the old rules'],
    ],
    [
      'that name or fit in',
      ...[
        'the port < it',
        'these < those',
        'is < was',
        'increasing < raise',
        'a port < ',
        '港口 < 它',
      ],
    ],
  ] as const) {
    test(why, () => {
      for (const pair of pairs) {
        const [said = '', replaced = ''] = pair.split(' < ')
        assert.ok(!changes(said, replaced), pair)
      }
    })
  }
})
