import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { citeCounterparts } from '../../../src/core/features/counterparts.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()

/** The report after each counterpart that is offered at its `|` was cited. */
function cited(marked: string, withPage = true, style: CitationStyle = 'key'): readonly string[] {
  const { report, offset } = reportAtCaret(marked)
  const options = { style, withPage, language: 'en' } as const
  return citeCounterparts(report, corpus, offset, options).map(({ edits }) =>
    applyEdits(report.source, edits),
  )
}

test('the counterpart joins the group of the citation, or stands in brackets behind it', () => {
  assert.deepEqual(cited('As [see @xx-lantern-2031:|I; @b].'), [
    'As [see @xx-lantern-2031:I; @xx-lantern-2031:I.1.1, p. 2; @b].',
  ])
  assert.deepEqual(cited('As @xx-lantern-2031:|I says.', false), [
    'As @xx-lantern-2031:I [@xx-lantern-2031:I.1.1] says.',
  ])
  assert.deepEqual(cited('As @xx-lantern-2031:|I [p. 2] says.'), [
    'As @xx-lantern-2031:I [p. 2; @xx-lantern-2031:I.1.1, p. 2] says.',
  ])
})

test('it is offered from either side, says how the other stands, and not where both are cited', () => {
  const { report, offset } = reportAtCaret('[@xx-lantern-2031:I.1.|1]')
  const options = { style: 'key', withPage: false, language: 'en' } as const
  const [found] = citeCounterparts(report, corpus, offset, options)
  assert.equal(found?.provision.key, 'xx-lantern-2031:I')
  assert.equal(found.type, 'Broader_Than')
  assert.deepEqual(cited('[@xx-lantern-2031:|I; @xx-lantern-2031:I.1.1]'), [])
  assert.deepEqual(cited('[@xx-lantern-2031:I|I]'), [])
  assert.deepEqual(cited('No key| here'), [])
})
