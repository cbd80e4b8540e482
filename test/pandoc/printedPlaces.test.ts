import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCitation } from '../../src/core/citation/format.ts'
import { corpusOf } from '../support/fixtureLibrary.ts'
import { pandocPlain } from './pandoc.ts'
import { labelStyle } from './styles.ts'

const corpus = corpusOf([
  {
    name: 'xx-frame.md',
    text:
      '---\nid: xx-frame\ntype: plan\ntitle: Frame\n---\n\n' +
      '# Rules {#GOVERN.1.1 kind=category place="GOVERN 1.1" place-zh-Hant="治理第一之一項"}\n\n' +
      '## Know them {#GV-1.1-001 place="GV-1.1-001"}\n\n## Watch {#13.a place="13.a"}\n\n' +
      '# Tides {#rct-29 kind=recital}\n',
  },
])

/** What Pandoc prints of `citation` in a style that labels its locators. */
async function printed(citation: string): Promise<string> {
  const bibliography = JSON.stringify([{ id: 'xx-frame', type: 'report', title: 'Frame' }])
  const report = `---\nbibliography: b.json\ncsl: s.csl\n---\n\n${citation}\n`
  const plain = await pandocPlain(report, { 'b.json': bibliography, 's.csl': labelStyle })
  return plain.split('\n')[0] ?? ''
}

for (const [key, language, text] of [
  ['GOVERN.1.1', 'en', 'Frame, GOVERN 1.1'],
  ['GOVERN.1.1', 'zh-Hant', 'Frame, 治理第一之一項'],
  ['GV-1.1-001', 'en', 'Frame, action GV-1.1-001'],
  ['13.a', 'en', 'Frame, action 13.a'],
  ['rct-29', 'en', 'Frame, recital 29'],
] as const) {
  test(`Pandoc prints the place of ${key} in ${language} as it is written, and as no page`, async () => {
    const provision = corpus.byKey.get(`xx-frame:${key}`)
    assert.ok(provision)
    const format = { corpus, language, withPage: false, before: '', after: '' }
    assert.equal(await printed(formatCitation([provision], 'pandoc', format)), text)
  })
}

test('without the word of its kind Pandoc takes a place that begins with a digit for a page', async () => {
  assert.equal(await printed('[@xx-frame, GV-1.1-001]'), 'Frame ‹pages› GV-1.1-001')
  assert.equal(await printed('[@xx-frame, 13.a]'), 'Frame ‹page› 13.a')
})
