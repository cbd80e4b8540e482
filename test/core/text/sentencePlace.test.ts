import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sentencePlaceBehind } from '../../../src/core/text/sentencePlace.ts'


const cases = {
  clause: [
    ...[
      '',
      '# ',
      '  ',
      '[ ] ',
      '**',
      'It ends. ',
      'It ends.” ',
      'It ends? ',
      '*It ends.* ',
      '他说。',
      '“他说。”',
    ],
    ...[
      'He says that ',
      'Because ',
      'A line\nends. ',
      'One [@a]; ',
      '其一；',
      'But ',
      'On rules: ',
      '来源：',
    ],
    ...['whether ', 'They ask how ', 'why ', 'what ', 'until ', 'the hub which ', '## What '],
    ...['Does ', 'It ends. Has ', 'is it law? Would ', 'Doesn’t ', 'Can ', '*Did* '],
    ...['what does ', 'To what extent has ', 'How strictly is ', 'nor did ', 'not only does '],
    ...['If so, does ', '“Will ', 'It asks: is '],
  ],
  name: ['As ', 'as ', 'According to ', 'under ', 'pursuant to ', 'a ban by ', 'what is *in* '],
  within: [
    ...[
      'The plan wants it ',
      'The plan, ',
      'Sources, ',
      '（',
      '(',
      '《办法》',
      '（办法）',
      '“words” ',
      '根据',
    ],
    ...[
      'e.g. ',
      'wait...',
      'the U.S. ',
      'has ',
      'Texas ',
      'sees ',
      'plan A and ',
      '| a | ',
      '规定',
      '，',
    ],
    ...['The rule is ', 'a rule that is ', 'agencies will ', 'which has ', 'they do ', 'the can '],
    ...['We compare ', 'plans that compare ', 'to compare ', '供参考', '作为参考', '*chips, see* '],
    ...['we see ', 'To see ', 'you can see ', '意见', '可见', 'overseas '],
  ],
} as const

for (const [kind, texts] of Object.entries(cases)) {
  suite(`behind these the place is “${kind}”`, () => {
    for (const before of texts) {
      test(JSON.stringify(before), () => {
        assert.equal(sentencePlaceBehind(before).kind, kind)
      })
    }
  })
}

suite('a word that refers the reader is told with its reach', () => {
  for (const [before, words] of [
    ['See ', 'See'],
    ['It ends. See also ', 'See also'],
    ['chips (see, e.g., ', 'see, e.g.,'],
    ['chips, cf. ', 'cf.'],
    ['chips, see  ', 'see'],
    ['_see ', 'see'],
    ['参见', '参见'],
    ['请参阅 ', '请参阅'],
    ['（见', '见'],
    ['已有規定，詳見', '詳見'],
    ['見 ', '見'],
    ['But see ', 'But see'],
    ['*See* ', '*See*'],
    ['chips, _see_ ', '_see_'],
    ['**See** ', '**See**'],
    ['*See*, *e.g.*, ', '*See*, *e.g.*,'],
    ['*See, for example,* ', '*See, for example,*'],
    ['*chips, see ', 'see'],
    ['*Cf.* ', '*Cf.*'],
    ['Compare ', 'Compare'],
    ['chips; *compare* ', '*compare*'],
    ['chips, but compare ', 'but compare'],
    ['Contra ', 'Contra'],
    ['chips, see\n', 'see'],
    ['chips,\r\n  see\r\n  ', 'see'],
    ['chips, see\nalso ', 'see also'],
    ['参考', '参考'],
    ['應當標識，參考', '參考'],
    ['*另见*', '*另见*'],
    ['另参见', '另参见'],
    ['可参考', '可参考'],
    ['請見', '請見'],
    ['应当标识，详见\n', '详见'],
  ] as const) {
    test(JSON.stringify(before), () => {
      const place = sentencePlaceBehind(before)
      assert.ok(place.kind === 'see')
      assert.equal(place.words, words)
      assert.ok(
        before
          .slice(-place.reach)
          .replaceAll(/\s+/gu, ' ')
          .replace(/^[,;，；]\s*/u, '')
          .startsWith(words),
      )
    })
  }
})

test('what is compared with something, or refers to it as its object, is no reference', () => {
  for (const [before, after] of [
    ['Compare ', ' with the'],
    ['compare ', ' to it.'],
    ['参考', '的做法'],
    ['参考', '，制定'],
  ] as const) {
    assert.equal(sentencePlaceBehind(before, after).kind === 'see', false)
  }
  assert.equal(sentencePlaceBehind('Compare ', ' today.').kind, 'see')
})
