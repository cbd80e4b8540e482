import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { changesSense, type Replaced } from '../../../../src/core/quotation/signs/brackets.ts'
import { isOtherSense, saysContrary } from '../../../../src/core/quotation/signs/opposites.ts'
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

suite('Words of another sense', () => {
  const other = (said: string, replaced: string): boolean =>
    isOtherSense(words(said), words(replaced))

  test('are verbs that can not stand for one another, in any of their forms', () => {
    for (const form of [
      ...['reduce', 'reduces', 'reduced', 'reducing', 'deny', 'denies', 'denied', 'denying'],
      ...['ban', 'bans', 'banned', 'banning', 'bar', 'barred', 'stopping', 'deterred', 'dissuades'],
      ...['diminish', 'diminishes', 'diminished', 'diminishing', 'abolishes', 'limits', 'limited'],
      ...['withdraw', 'withdraws', 'withdrawing', 'withdrew', 'withdrawn', 'forbid', 'forbids'],
      ...['forbidding', 'forbade', 'forbidden', 'removal', 'prevention', 'rescinding'],
    ]) {
      for (const far of ['expand', 'built', 'ensures', 'upheld', 'accepting', 'reviewed']) {
        assert.ok(other(form, far), `${form} < ${far}`)
        assert.ok(other(far, form), `${far} < ${form}`)
      }
    }
    for (const form of [
      ...['build', 'builds', 'building', 'built', 'grow', 'grows', 'growing', 'grew', 'grown'],
      ...['uphold', 'upholds', 'upholding', 'upheld', 'compelled', 'compelling', 'permitted'],
      ...['complies', 'studied', 'promotion', 'protection', 'preservation', 'allows', 'mandated'],
    ]) {
      assert.ok(other(form, 'reduced'), form)
    }
  })

  test('are some that are far apart besides', () => {
    for (const [one, two] of [
      ['review', 'expand'],
      ['allow', 'review'],
      ['review', 'mandate'],
      ['expand', 'require'],
      ['allow', 'require'],
      ['consider', 'ensure'],
    ] as const) {
      assert.ok(other(one, two), `${one} < ${two}`)
      assert.ok(other(two, one), `${two} < ${one}`)
    }
    for (const [one, two] of [
      ['create', 'expand'],
      ['ensure', 'expand'],
      ['keep', 'ensure'],
      ['retain', 'accept'],
      ['create reduce', 'expand'],
      ['reduce expand', 'expand'],
      ['reduce', 'expand reduce'],
      ['port', 'expand'],
      ['expand', 'port'],
    ] as const) {
      assert.ok(!other(one, two), `${one} < ${two}`)
    }
  })

  test('but not where a word beside the verb turns it', () => {
    for (const pair of [
      'preventing < protecting against',
      'keep from < prevent',
      'prevent < not allow',
      'prevent < ensure that no',
    ]) {
      const [said = '', replaced = ''] = pair.split(' < ')
      assert.ok(!other(said, replaced), pair)
    }
    assert.ok(other('not prevent', 'not allow'))
    assert.ok(other('prevented from', 'protected from'))
  })

  test('are other words of a group of which no two mean the same', () => {
    for (const [first = '', ...rest] of [
      ['all every each', 'some several certain', 'most', 'few', 'many', 'no none'],
      ['more greater larger higher', 'less fewer smaller lower'],
      ['before', 'after'],
      ['public', 'private'],
      ['mandatory compulsory', 'voluntary optional'],
      ['domestic', 'foreign'],
      ['minimum', 'maximum'],
      ['least', 'most'],
      ['always', 'never', 'sometimes', 'often', 'rarely'],
      ['including', 'excluding'],
      [
        'benefit benefits advantage advantages',
        'risk risks harm harms threat threats danger dangers',
      ],
      ['safe secure', 'dangerous hazardous'],
      ['strong stronger', 'weak weaker'],
      ['open', 'closed'],
    ]) {
      for (const other_ of rest) {
        for (const one of first.split(' ')) {
          for (const two of other_.split(' ')) {
            assert.ok(other(one, two) && other(two, one), `${one} < ${two}`)
            assert.ok(!other(`${one} ${two}`, two), `${one} ${two} < ${two}`)
          }
        }
      }
      assert.ok(!other(first, first.split(' ').at(-1) ?? ''), first)
    }
    assert.ok(other('with', 'without') && other('without', 'with'))
  })

  test('are words that a syllable before them turns', () => {
    for (const pair of [
      ...['unsafe safe', 'inactive active', 'impossible possible', 'illegal legal'],
      ...['irregular regular', 'nonbinding binding', 'non-binding binding', 'dissimilar similar'],
      ...['misuse use', 'un-american american'],
    ]) {
      const [one = '', two = ''] = pair.split(' ')
      assert.ok(other(one, two) && other(two, one), pair)
      assert.ok(!other(one, `not ${two}`), pair)
      assert.ok(!other(`not ${one}`, two), pair)
      assert.ok(!other(`${one} ${two}`, two), pair)
      assert.ok(other(`not ${one}`, `not ${two}`), pair)
    }
    for (const pair of [
      'unit it',
      'unsafe safer',
      'safely safe',
      'rerun run',
      'port port',
      'sunsafe ssafe',
    ]) {
      const [one = '', two = ''] = pair.split(' ')
      assert.ok(!other(one, two), pair)
    }
  })

  test('are the like in Chinese', () => {
    for (const pair of [
      ...['削弱 加强', '限制制度 促进发展', '部分 全部', '以下 以上', '之后 之前', '不断加强 削弱'],
      ...['不削弱 不加强', '以後 以前', '個別 所有', '破坏 保护'],
    ]) {
      const [one = '', two = ''] = pair.split(' ')
      assert.ok(other(one, two) && other(two, one), pair)
    }
    for (const pair of [
      ...['加强 促进', '不削弱 加强', '加强 不削弱', '加强 加强和减少', '减少 加强和减少'],
      ...['加强 港口', '港口 加强', '没有削弱 加强', '全部 以上'],
    ]) {
      const [one = '', two = ''] = pair.split(' ')
      assert.ok(!other(one, two), pair)
    }
  })
})

test('words say the contrary of what is taken back where they lessen it or are turned themselves', () => {
  for (const pair of [
    ...['refuses < accept', 'lacks < has', 'fails to < does', 'exempt < liable', 'free < bound'],
    ...['unsafe < safe', '禁止 < 得', '拒绝 < 接受', 'refrained from < x', 'absent < there'],
  ]) {
    const [said = '', replaced = ''] = pair.split(' < ')
    assert.ok(saysContrary(words(said), words(replaced)), pair)
  }
  for (const pair of [
    ...[
      'reduces < reduce',
      'accepts < accept',
      'safe < unsafe',
      '促进 < 禁止',
      '禁止 < 拒绝',
      'x < y',
    ],
    ...['lacks < refuses', 'accept < lack'],
  ]) {
    const [said = '', replaced = ''] = pair.split(' < ')
    assert.ok(!saysContrary(words(said), words(replaced)), pair)
  }
})
