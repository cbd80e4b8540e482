import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { describedArticle, missingOf } from '../../../src/core/bibliography/articles.ts'
import type { Instrument } from '../../../src/core/corpus/provision.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

/** An instrument of this type with these fields. */
function instrument(fields: string, type = 'article', title = 'The article on quays'): Instrument {
  const front = `---\nid: xx-paper\ntype: ${type}\ntitle: ${title}\ntitle-zh-Hans: 一篇码头文章\ntitle-zh-Hant: 一篇碼頭文章\n${fields}---\n`
  const corpus = corpusOf([{ name: 'paper.md', text: front }])
  assert.deepEqual(corpus.troubles, [])
  return corpus.instruments[0] ?? assert.fail()
}

suite('What is missing for a list to lead to an article', () => {
  for (const [fields, missing] of [
    ['language: en\n', ['headline', 'outlet', 'url']],
    ['headline: H\n', ['outlet', 'url']],
    ['headline: H\noutlet: O\n', ['url']],
    ['headline: H\noutlet: O\nurl: https://a.example/b\n', []],
    ['outlet: O\n', ['headline', 'url']],
    ['issuer: Paper\nlanguage: en\n', []],
    ['issuer: Paper\nheadline: H\n', ['outlet', 'url']],
    ['', []],
  ] as const) {
    test(JSON.stringify(fields), () => {
      assert.deepEqual(missingOf(instrument(fields)), missing)
    })
  }

  test('nothing of what is no article', () => {
    assert.deepEqual(missingOf(instrument('language: en\n', 'plan')), [])
  })
})

suite('An article is listed under', () => {
  test('its headline, where that is recorded', () => {
    assert.deepEqual(describedArticle(instrument('headline: H\n'), 'en'), { title: 'H' })
    assert.deepEqual(describedArticle(instrument('headline: H\noutlet: O\n'), 'zh-Hans'), {
      title: 'H',
      container: 'O',
    })
  })

  test('its title, where it is found under an issuer or its file says nothing for lists', () => {
    for (const fields of ['issuer: Paper\nlanguage: en\n', '']) {
      assert.deepEqual(describedArticle(instrument(fields), 'en'), {
        title: 'The article on quays',
      })
    }
  })

  for (const [fields, language, title, shortTitle] of [
    [
      'language: en\n',
      'en',
      '[Article on quays; title, outlet and author not recorded]',
      '[Article on quays]',
    ],
    [
      'outlet: O\n',
      'en',
      '[Article on quays; title and author not recorded]',
      '[Article on quays]',
    ],
    [
      'author: Ana Bo\n',
      'en',
      '[Article on quays; title and outlet not recorded]',
      '[Article on quays]',
    ],
    [
      'author: Ana Bo\noutlet: O\n',
      'en',
      '[Article on quays; title not recorded]',
      '[Article on quays]',
    ],
    ['language: en\n', 'zh-Hans', '［码头文章，题名、媒体与作者未著录］', '［码头文章］'],
    ['outlet: O\n', 'zh-Hans', '［码头文章，题名与作者未著录］', '［码头文章］'],
    ['language: en\n', 'zh-Hant', '［碼頭文章，題名、媒體與作者未著錄］', '［碼頭文章］'],
    ['outlet: O\n', 'zh-Hant', '［碼頭文章，題名與作者未著錄］', '［碼頭文章］'],
  ] as const) {
    test(`a description, in brackets: ${title}`, () => {
      const { container, ...listed } = describedArticle(instrument(fields), language)
      assert.deepEqual(listed, { title, shortTitle })
      assert.equal(container, fields.includes('outlet') ? 'O' : undefined)
    })
  }

  test('a description that begins with a capital, and keeps articles within it', () => {
    for (const [title, described] of [
      ['A look at the quays', 'Look at the quays'],
      ['An end of a mole', 'End of a mole'],
      ['Quays: The end of A mole', 'Quays: The end of A mole'],
      ['tides', 'Tides'],
    ] as const) {
      const { shortTitle } = describedArticle(
        instrument('language: en\n', 'article', `"${title}"`),
        'en',
      )
      assert.equal(shortTitle, `[${described}]`)
    }
    const chinese = instrument('language: zh\n').titles
    assert.equal(chinese['zh-Hans'], '一篇码头文章')
  })
})
