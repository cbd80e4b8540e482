import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { pageLocator } from '../../../src/core/citation/citationForm.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { pandocPlain, withoutPandoc } from '../pandoc/pandoc.ts'

const key = 'xx-lantern-2031:I.1.2'
const provision = fixtureCorpus().byKey.get(key) ?? assert.fail(key)
const bibliography = {
  'bib.json': JSON.stringify([
    {
      id: key,
      type: 'chapter',
      title: 'T',
      author: [{ literal: 'A' }],
      issued: { 'date-parts': [[2031]] },
    },
  ]),
}

suite('the page that is written with a key', () => {
  for (const [lang, language] of [
    ['en-US', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-HK', 'zh-Hant-HK'],
  ] as const) {
    test(`is a page for Pandoc with lang: ${lang}`, { skip: withoutPandoc }, () => {
      const locator = pageLocator(provision, language) ?? ''
      const report = `---\nlang: ${lang}\nbibliography: bib.json\n---\n\n[@${key}, ${locator}]\n`
      const printed = pandocPlain(report, bibliography)
      assert.match(printed, /\(A 2031, 2[–-]3\)/u, `${locator}: ${printed}`)
    })
  }

  test('is none for a whole instrument', () => {
    const whole = fixtureCorpus().byKey.get('xx-lantern-2031') ?? assert.fail('the plan')
    assert.equal(pageLocator(whole, 'en'), undefined)
  })
})
