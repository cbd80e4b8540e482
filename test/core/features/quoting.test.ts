import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftQuotation } from '../../../src/core/features/quoting.ts'
import { quotedWords, sentencesOfPassage } from '../../../src/core/official/quotedText.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const provision = corpus.byKey.get('us-aiap-2025:I.1.3') ?? assert.fail('not in the library')
const pages = { first: 4, last: 4 }

/** The report after `words` were quoted at its `|`. */
function quotedAt(marked: string, words: string): string {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const edit = draftQuotation(
    analyseReport(text),
    { start: offset, end: offset },
    { provision, words, pages },
    { corpus, style: 'key', withPage: true, language: 'en' },
  )
  return applyEdits(text, [edit])
}

for (const { name, report, words, becomes } of [
  {
    name: 'within a line, with the citation and the page that the words stand on',
    report: 'The plan wants |.\n',
    words: 'stone kept ready',
    becomes: 'The plan wants “stone kept ready” [@us-aiap-2025:I.1.3, p. 4].\n',
  },
  {
    name: 'on an empty line as a block quotation, its paragraphs parted',
    report: 'It says:\n\n|\n\nAnd so on.\n',
    words: 'First paragraph.\n\nSecond one.',
    becomes:
      'It says:\n\n> First paragraph.\n>\n> Second one. [@us-aiap-2025:I.1.3, p. 4]\n\nAnd so on.\n',
  },
  {
    name: 'before a citation of the same provision, which is not written twice',
    report: 'It says [@us-aiap-2025:I.1.|3, p. 3].\n',
    words: 'stone',
    becomes: 'It says “stone” [@us-aiap-2025:I.1.3, p. 3].\n',
  },
  {
    name: 'with inner marks where the issuer quotes',
    report: 'It says |.\n',
    words: 'the “try-first” way',
    becomes: 'It says “the ‘try-first’ way” [@us-aiap-2025:I.1.3, p. 4].\n',
  },
  {
    name: 'in corner brackets in a report of Taiwan, without a space',
    report: '---\nlang: zh-TW\n---\n\n計畫說|。\n',
    words: '保留「石材」',
    becomes: '---\nlang: zh-TW\n---\n\n計畫說「保留『石材』」[@us-aiap-2025:I.1.3, 4]。\n',
  },
  {
    name: 'with what could be Markdown escaped, and omissions readable',
    report: 'It says |.\n',
    words: '*all* of [it] […] <b>',
    becomes: 'It says “\\*all\\* of \\[it\\] […] \\<b\\>” [@us-aiap-2025:I.1.3, p. 4].\n',
  },
]) {
  test(`a quotation goes ${name}`, () => {
    assert.equal(quotedAt(report, words), becomes)
  })
}

test('sentences that do not follow one another are parted by an omission', () => {
  const text = 'One is here. Two is here. Three is here.\n\nFour is here.'
  const [one, two, three, four] = sentencesOfPassage(text)
  assert.ok(one && two && three && four)
  assert.equal(quotedWords(text, [two, one]), 'One is here. Two is here.')
  assert.equal(quotedWords(text, [one, three]), 'One is here. […] Three is here.')
  assert.equal(quotedWords(text, [three, four]), 'Three is here.\n\nFour is here.')
  assert.equal(quotedWords(text, [one, four]), 'One is here.\n\n[…] Four is here.')
})
