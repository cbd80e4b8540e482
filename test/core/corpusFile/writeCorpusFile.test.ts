import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shownFiles } from '../../../src/core/corpusFile/compileLibrary.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import {
  parseBlocks,
  headingText,
  plainText,
} from '../../../src/core/corpusFile/source/plainText.ts'
import { writeCorpusFile } from '../../../src/core/corpusFile/writeCorpusFile.ts'
import { escapedMarkdown, oneLine } from '../../../src/core/corpusFile/writtenText.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { instrumentIdOf } from '../../../src/core/corpus/key.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { corpusOf, fixtureFiles, readFixture } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

/** What is told of `provision`: not where it stands, among what could not be read perhaps, nor what is only searched. */
function told(provision: Provision): object {
  const isTold = (name: string): boolean => !['source', 'ordinal', 'searchPhrases'].includes(name)
  return Object.fromEntries(Object.entries(provision).filter(([name]) => isTold(name)))
}

function assertReadsBack(corpus: Corpus): void {
  for (const instrument of corpus.instruments) {
    const read = parseCorpusFile(writeCorpusFile(corpus, instrument), instrument.source.file)
    assert.equal(read.kind, 'instrument', instrument.key)
    const written = corpus.provisions.filter(({ key }) => instrumentIdOf(key) === instrument.key)
    assert.deepEqual(read.file.provisions.map(told), written.map(told), instrument.key)
  }
}

test('every instrument of the library reads back from what is written of it', () => {
  assertReadsBack(libraryCorpus())
})

test('so do instruments with hostile texts and unknown fields', () => {
  assertReadsBack(corpusOf([...fixtureFiles(), readFixture('hostile.md')]))
})

const everyField = `---
id: xx-all
type: act
title: "All: of it # here"
amended-by: Act 2 | 2030-01-02 | 2030-02 | https://a.example/_b_; Act 3 | | | https://a.example
amended-by-zh-Hans: 法二; 法三
complete: none
made-up: kept as it is
---

- summary-zh-Hans: 无英文者不读。

# 1. *One* {#1 page=3-4 place="FIRST 1" place-zh-Hans="第一 1" anchor=a_b}

\\- first, a dash

\\+ no list &amp; no \`code\` <b>

- applies-from: 2030-01-01; 2031-01-01 | b; 2032-01-01 | c
- applies-from-zh-Hans: 乙; 丙
- follow-up: done | | https://a.example; begun | 2031
- follow-up-zh-Hant: 完成; 開始
- deadline: 90 days; 2031-05 | report
- amount: EUR 3 | fine; 7 %
- formerly: xx-all:0
- until: 2033-01-01
- deleted-by: Act 3
`

test('a file with every kind of field reads back from what is written of it', () => {
  const corpus = corpusOf([{ name: 'all.md', text: everyField }])
  const [, one] = corpus.provisions
  assert.ok(one?.level === 'measure')
  assert.equal(one.appliesFrom?.[2]?.of?.['zh-Hans'], '丙')
  assert.equal(one.followUps?.[1]?.what['zh-Hant'], '開始')
  assertReadsBack(corpus)
})

test('any text reads back from its Markdown, as a heading and as a paragraph', () => {
  const bit = fc.constantFrom(
    ...[
      'a',
      'b',
      '1',
      ' ',
      '.',
      ')',
      '-',
      '+',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      '<',
      '>',
      '#',
      '{',
      '}',
    ],
    ...[
      '&amp;',
      '&',
      ';',
      '!',
      '|',
      '~',
      '~~~',
      '---',
      '=',
      ':',
      '\\',
      '書',
      '〈',
      '$',
      '@',
      'https://a.example',
    ],
  )
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
      const text = oneLine(bits.join(''))
      fc.pre(text !== '')
      const markdown = escapedMarkdown(text)
      assert.equal(headingText(markdown), text)
      assert.deepEqual(parseBlocks(markdown).map(plainText), [text])
    }),
    { numRuns: 2000 },
  )
})

test('what is shown of the library says nothing of what is only searched', () => {
  const file = { name: 'p.md', text: `${everyField}- search: only searched\n- aliases: x\n` }
  const [shown] = shownFiles([file], corpusOf([file]))
  assert.match(shown?.text ?? '', /aliases: x/u)
  assert.doesNotMatch(shown?.text ?? '', /search/u)
})

test('files that describe no instrument are shown as they are', () => {
  const file = { name: 'agencies.md', text: '---\nid: agencies\ntype: register\ntitle: A\n---\n' }
  assert.deepEqual(shownFiles([file], corpusOf([file])), [file])
})
