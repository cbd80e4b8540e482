import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { withoutSource } from '../../../src/core/report/quoted/quotedSource.ts'

suite('What a block quotation says at its end of its source is no part of its words', () => {
  const words = 'The mole is surveyed.'
  for (const source of [
    '(Article 5, Harbour Act)',
    '（Article 5, Harbour Act）。 ',
    '—《港口法》2031年第5条',
    '—《港口法》，2031年第5条、第6条',
  ]) {
    test(source, () => {
      assert.equal(withoutSource(`${words}\n${source}`).replace(/\uFFFB+$/u, ''), `${words}\n`)
    })
  }

  for (const other of ['(Article 5, Harbour Act) says so', '()', '(it is said so by them)']) {
    test(`but ${other} is`, () => {
      assert.equal(withoutSource(`${words}\n${other}`), `${words}\n${other}`)
    })
  }

  test('years one behind the other cost no more than other words', { timeout: 20_000 }, () => {
    const years = `${words}\n— 〈所〉年0年${'00年年'.repeat(29)}x`
    assert.equal(withoutSource(years), years)
  })
})
