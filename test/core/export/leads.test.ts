import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { writeJson, type Finding, type Findings } from '../../../src/core/export/findings.ts'
import { leadsIn } from '../../../src/core/export/leads.ts'
import { writeFindings } from '../../../src/wording/findingsText.ts'
import { writeSarif } from '../../../src/core/export/sarif.ts'

function finding(file: string, line: number, message: string): Finding {
  return {
    file,
    span: { start: 0, end: 3 },
    start: { line, column: 2 },
    end: { line, column: 4 },
    code: 'citation.unknown-key',
    help: 'https://example.org/problems.md#citation-unknown-key',
    severity: 'error',
    message,
  }
}

// Names and messages that look like what the forms write themselves.
const first = finding('a: b/1:2: error.md', 3, '"file": "none.md",\n    "uri": "none.md"')
const second = finding('zwei "2".md', 4, 'as before')
const told = {
  ...{ file: 'c.md', span: { start: 5, end: 6 } },
  ...{ start: { line: 7, column: 1 }, end: { line: 7, column: 2 } },
  ...{ verdict: 'translated', message: 'It cannot be compared.' },
}
const found: Findings = {
  reports: 2,
  unread: [{ file: 'gone.md', why: 'It is gone.' }],
  findings: [first, second, { ...second, message: 'once more' }],
  verdicts: new Map([['translated', 1]]),
  told: [told],
}

/** What leads in `text`: the words of the link, and to which line. */
function read(text: string, isText: boolean): readonly (readonly [string, number])[] {
  const lines = text.split('\n')
  return leadsIn(text, found, isText).map(({ line, words, to }) => {
    return [lines[line]?.slice(words.start, words.end) ?? '', to.start.line] as const
  })
}

suite('the lines of what was found', () => {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    test(`lead to the place of each finding and of each quotation, in a text in ${language}`, () => {
      assert.deepEqual(read(writeFindings(found, language), true), [
        ['a: b/1:2: error.md:3:2', 3],
        ['zwei "2".md:4:2', 4],
        ['zwei "2".md:4:2', 4],
        ['c.md:7:1', 7],
      ])
    })
  }

  test('lead there from the names of files in JSON, not from those that could not be read', () => {
    assert.deepEqual(read(writeJson(found), false), [
      ['a: b/1:2: error.md', 3],
      ['zwei \\"2\\".md', 4],
      ['zwei \\"2\\".md', 4],
      ['c.md', 7],
    ])
  })

  test('lead there from the addresses of files in SARIF, which tells of findings alone', () => {
    assert.deepEqual(
      read(writeSarif(found, '1.0.0'), false).map(([, line]) => line),
      [3, 4, 4],
    )
  })

  test('lead nowhere where nothing was found', () => {
    const nothing = { ...found, findings: [], told: [] }
    for (const text of [writeFindings(nothing, 'en'), writeJson(nothing), ''])
      assert.deepEqual(leadsIn(text, nothing, true), [])
  })
})
