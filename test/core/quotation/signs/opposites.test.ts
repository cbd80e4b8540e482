import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isOtherSense, saysContrary } from '../../../../src/core/quotation/signs/opposites.ts'

/** Latin words, or each Chinese character. */
function words(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []
}

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
