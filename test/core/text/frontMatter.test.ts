import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { frontMatterEnd, readFrontMatter, wordOfField } from '../../../src/core/text/frontMatter.ts'

const lines = ['---', 'id: p', 'type: "plan"', 'title: P', '---', '# M {#1}']

/** The same front matter in every way that it may be written. */
function* waysToWrite(): Generator<readonly [name: string, text: string, end: number]> {
  for (const mark of ['', '\uFEFF']) {
    for (const blanks of ['', ' ', '\t ']) {
      for (const close of ['---', '...']) {
        for (const lineEnd of ['\n', '\r\n', '\r']) {
          const written = lines.with(0, `${mark}---${blanks}`).with(4, `${close}${blanks}`)
          const name = JSON.stringify(`${mark}---${blanks}${lineEnd}${close}`)
          yield [name, written.join(lineEnd), written.slice(0, 5).join(lineEnd).length]
        }
      }
    }
  }
}

suite('front matter', () => {
  for (const [name, text, end] of waysToWrite()) {
    test(`${name} is the same to reports and corpus files`, () => {
      const fields = readFrontMatter(text)?.fields ?? []
      assert.deepEqual(
        fields.map((field) => field.name),
        ['id', 'type', 'title'],
      )
      assert.equal(wordOfField(text, fields, 'type'), 'plan')
      assert.equal(frontMatterEnd(text), end)
      assert.equal(scanBlocks(text).frontMatterEnd, end)
      const parsed = parseCorpusFile(text, 'plan.md')
      assert.deepEqual(parsed.troubles, [])
      assert.equal(parsed.kind === 'instrument' && parsed.file.provisions.length, 2)
    })
  }

  for (const text of [
    ' ---\na: b\n---\n',
    '--- x\na: b\n---\n',
    '----\na: b\n---\n',
    '---\na: b\n ---\n',
    '---\na: b\n--- x\n',
    '---\na: b\n....\n',
    '---\na: b',
    '---',
    'x\n---\na: b\n---\n',
  ]) {
    test(`${JSON.stringify(text)} has none for reports and corpus files`, () => {
      assert.equal(readFrontMatter(text), undefined)
      assert.equal(frontMatterEnd(text), -1)
      assert.equal(scanBlocks(text).frontMatterEnd, -1)
      const codes = parseCorpusFile(text, 'plan.md').troubles.map(({ code }) => code)
      assert.deepEqual(codes, ['file.no-front-matter'])
    })
  }

  test('hyphens before a blank line are a rule in a report, and begin a corpus file', () => {
    const text = '---\n \nid: p\ntype: plan\ntitle: P\n---\n'
    assert.equal(readFrontMatter(text), undefined)
    assert.equal(frontMatterEnd(text), -1)
    assert.equal(parseCorpusFile(text, 'plan.md').kind, 'instrument')
  })

  test('of a report it ends where it is cut into parts as where it is not', () => {
    for (const length of [4085, 4089, 4090, 4091, 4092, 4093, 4096, 199_990]) {
      const text = `---\n${'a: b\n'.repeat(length / 5)}---\nText\n`
      assert.equal(frontMatterEnd(text), text.length - '\nText\n'.length)
    }
    assert.equal(frontMatterEnd(`---\n${'a: b\n'.repeat(40_001)}---\nText\n`), -1)
  })
})
