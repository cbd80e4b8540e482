// The sample reports as Pandoc prints them with our filter, for the web and for Word.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { publishedStyle } from '../support/officialSource.ts'
import { zipEntry } from '../support/zipEntry.ts'
import { newBibliography } from './newBibliography.ts'
import { filterFile, filtering, pandocPage, pandocWord } from './pandoc.ts'

const corpus = libraryCorpus()

/** A report of `examples/`, and the files that it names. */
function sample(name: string): { readonly report: string; readonly files: Files } {
  const report = readFileSync(new URL(`../../examples/${name}.md`, import.meta.url), 'utf8')
  const csl = /^csl: (.*)$/mu.exec(report)?.[1]
  const style = csl === undefined ? undefined : publishedStyle(csl.replace(/\.csl$/u, '')).file
  const files = {
    ...filterFile,
    [`${name}.policy.json`]: newBibliography(report, corpus),
    ...(csl !== undefined && style !== undefined && { [csl]: readFileSync(style, 'utf8') }),
  }
  return { report, files }
}

type Files = Readonly<Record<string, string>>

suite('The sample report', () => {
  test('prints each place, linked to the official page, and each document once', async () => {
    const { report, files } = sample('brief')
    const html = (await pandocPage(report, 'html', files, filtering)).replaceAll('\u00A0', ' ')
    for (const words of [
      'pillar I, sec. 4, action 1',
      'art. 57',
      'art. 5(1)(a)',
      'pillar III, sec. 3, action 2',
      'rec. 12',
      '§ 4.2',
      '§ 3(b)',
      'art. 12',
    ]) {
      assert.ok(html.includes(`>${words}</a>`), `${words} in ${html}`)
    }
    assert.equal(html.match(/class="csl-entry"/gu)?.length, 6)
  })

  test('is a Word document with links', async () => {
    const { report, files } = sample('brief')
    const word = await pandocWord(report, files, filtering)
    const text = zipEntry(word, 'word/document.xml') ?? ''
    const relations = zipEntry(word, 'word/_rels/document.xml.rels') ?? ''
    assert.match(text.replace(/<[^>]*>/gu, ''), /\(White House 2025, 5, pillar I/u)
    assert.match(relations, /Target="https:\/\/[^"]*AI-Action-Plan\.pdf#page=8"/u)
  })
})

const { skip } = publishedStyle('china-national-standard-gb-t-7714-2025-numeric')

test('the Chinese sample report is printed by the national standard', { skip }, async () => {
  const { report, files } = sample('brief.zh')
  const html = await pandocPage(report, 'html', files, filtering)
  const text = html.replace(/<[^>]*>/gu, '').replaceAll('\u00A0', ' ')
  assert.match(text, /\[1：第 5 页，第一支柱第 4 节第 1 项建议行动\]/u)
  assert.match(text, /\[4：第十二条\]/u)
  assert.match(text, /国家互联网信息办公室.*生成式人工智能服务管理暂行办法：令第15号/u)
  assert.equal(html.match(/class="csl-entry"/gu)?.length, 4)
})
