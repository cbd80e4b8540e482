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
    ['请参阅 ', '参阅'],
    ['（见', '见'],
    ['已有規定，詳見', '詳見'],
    ['見 ', '見'],
  ] as const) {
    test(JSON.stringify(before), () => {
      const place = sentencePlaceBehind(before)
      assert.ok(place.kind === 'see')
      assert.equal(place.words, words)
      assert.ok(
        before
          .slice(-place.reach)
          .replace(/^[,;，；]\s*/u, '')
          .startsWith(words),
      )
    })
  }
})
