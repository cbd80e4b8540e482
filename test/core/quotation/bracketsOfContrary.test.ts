import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages } from '../../../src/core/quotation/passageIndex.ts'

/** What the signs of a quotation stand for that they may not. */
function trespasses(quoted: string, text: string): readonly string[] {
  const { verdict, alterations } = judgeQuotation(quoted, [{ key: 'x:1', text }], indexPassages([]))
  const found = alterations.map(({ trespass = 'altered' }) => trespass)
  return found.length === 0 && verdict !== 'verified' ? [verdict] : found
}

const verbs =
  'ensure promote support enable facilitate advance encourage strengthen protect maintain improve develop safeguard allow establish continue'

suite('Brackets with the contrary of a verb change the sense', () => {
  for (const verb of verbs.split(' ')) {
    for (const contrary of ['prevent', 'hinder', 'prohibit', 'avoid']) {
      test(`[${contrary}] for ${verb}, and the other way round`, () => {
        const textWith = (word: string): string =>
          `Each port of the coast shall ${word} the safe passage of ships at night.`
        const quotedWith = (word: string): string =>
          `port of the coast shall [${word}] the safe passage of ships`
        assert.deepEqual(trespasses(quotedWith(contrary), textWith(verb)), ['sense'])
        assert.deepEqual(trespasses(quotedWith(verb), textWith(contrary)), ['sense'])
      })
    }
  }

  for (const [quoted, text] of [
    [
      'measures to [prevent] that masters know the tides',
      'Ports take measures to ensure that masters know the tides.',
    ],
    [
      'the [prevention] of trade between the ports of the coast',
      'It serves the promotion of trade between the ports of the coast.',
    ],
    [
      'Ports shall [limit] the trade of small towns',
      'Ports shall not limit the trade of small towns.',
    ],
    [
      'Ships may be moored [at] the inner quay in winter',
      'Ships may be moored only at the inner quay in winter.',
    ],
    ['港务局应当[阻碍]船舶在夜间安全通行', '港务局应当促进船舶在夜间安全通行。'],
    ['港务局应当[防止]船舶在夜间安全通行', '港务局应当确保船舶在夜间安全通行。'],
  ] as const) {
    test(quoted, () => {
      assert.deepEqual(trespasses(quoted, text), ['sense'])
    })
  }
})

suite('Brackets with a like word do not', () => {
  for (const [quoted, text] of [
    [
      'Each port shall [guarantee] the safe passage of ships',
      'Each port shall ensure the safe passage of ships.',
    ],
    [
      'Each port shall [e]nsure the safe passage of ships',
      'Each port shall Ensure the safe passage of ships.',
    ],
    [
      'Each port [is to ensure] the safe passage of ships',
      'Each port shall ensure the safe passage of ships.',
    ],
    [
      'a port [ensuring] the safe passage of ships',
      'There is a port that ensures the safe passage of ships.',
    ],
    [
      'Each port shall [strengthen] the safe passage of ships',
      'Each port shall facilitate the safe passage of ships.',
    ],
    [
      'lamps for [preventing] harm to the ships of the coast',
      'They keep lamps for protecting against harm to the ships of the coast.',
    ],
    [
      'Each port shall [prevent] ship sails without two lamps',
      'Each port shall ensure that no ship sails without two lamps.',
    ],
    [
      'The port [prohibits] ships of the north to moor',
      'The port does not allow ships of the north to moor.',
    ],
    [
      'The port [refuses] ships of the north in winter',
      'The port does not accept ships of the north in winter.',
    ],
    [
      'ports that are [unsafe] for ships of the north',
      'It names ports that are not safe for ships of the north.',
    ],
    [
      'Ships may be moored [solely] at the inner quay',
      'Ships may be moored only at the inner quay.',
    ],
    [
      'The port shall [expunge] records of ships of the north',
      'The port shall remove records of ships of the north.',
    ],
    [
      '[the Agency] shall support the masters of the port',
      'It shall support the masters of the port.',
    ],
    ['港务局应当[保证]船舶在夜间安全通行', '港务局应当确保船舶在夜间安全通行。'],
    ['港务局[禁止]船舶在夜间驶入港口', '港务局不允许船舶在夜间驶入港口。'],
    ['港务局应当[移除]船舶的全部旧记录', '港务局应当删除船舶的全部旧记录。'],
  ] as const) {
    test(quoted, () => {
      assert.deepEqual(trespasses(quoted, text), [])
    })
  }
})
