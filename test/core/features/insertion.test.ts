import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { citationStyles, type CitationStyle } from '../../../src/core/citation/format.ts'
import { planInsertion } from '../../../src/core/features/insertion.ts'
import { analyseReport, citationsOf } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/edit.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import type { Span } from '../../../src/core/text/span.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

function provisions(...keys: readonly string[]): readonly Provision[] {
  return keys.map((key) => corpus.byKey.get(key) ?? assert.fail(key))
}

/** The report after inserting at each `|`. */
function inserted(
  marked: string,
  keys: readonly string[],
  style: CitationStyle = 'pandoc',
): string {
  const carets: Span[] = []
  let source = ''
  for (const part of marked.split('|')) {
    source += part
    carets.push({ start: source.length, end: source.length })
  }
  const options = { style, withPage: true, language: 'en' } as const
  const { edits } = planInsertion(
    analyseReport(source),
    corpus,
    carets.slice(0, -1),
    provisions(...keys),
    options,
  )
  return applyEdits(source, edits)
}

const key = 'xx-lantern-2031:I.1.1'
const other = 'xx-lantern-2031:II.1.1'

suite('insertion', () => {
  for (const [marked, after] of [
    ['|', `[@${key}, p. 2]`],
    ['Words |.', `Words [@${key}, p. 2].`],
    ['Words|.', `Words [@${key}, p. 2].`],
    ['根据|，', `根据[@${key}, p. 2]，`],
    ['one | two |', `one [@${key}, p. 2] two [@${key}, p. 2]`],
    ['[@smith2020|]', `[@smith2020; @${key}, p. 2]`],
    ['[@smith2020, p. 3|; @jones]', `[@smith2020, p. 3; @${key}, p. 2; @jones]`],
  ] as const) {
    test(`into “${marked}” leaves “${after}”`, () => {
      assert.equal(inserted(marked, [key]), after)
    })
  }

  test('several provisions join in one group, in order', () => {
    const group = inserted('Words |', [other, key])
    assert.match(
      group,
      /^Words \[@xx-lantern-2031:II\.1\.1, pp?\. [\d-]+; @xx-lantern-2031:I\.1\.1, p\. 2\]$/u,
    )
  })

  test('the selected text stays, and the citation stands behind it', () => {
    const source = 'driverless cranes are tested'
    const selection = { start: 0, end: 'driverless cranes'.length }
    const options = { style: 'pandoc', withPage: true, language: 'en' } as const
    const { edits } = planInsertion(
      analyseReport(source),
      corpus,
      [selection],
      provisions(key),
      options,
    )
    assert.equal(applyEdits(source, edits), `driverless cranes [@${key}, p. 2] are tested`)
  })

  for (const style of citationStyles) {
    test(`style ${style} cites what it should, or holds a readable reference`, () => {
      const after = inserted('Words |.', [key], style)
      const cited = citationsOf(analyseReport(after)).map((citation) => citation.key)
      const expected = {
        pandoc: [key],
        narrative: [key],
        locator: ['xx-lantern-2031'],
        footnote: [],
        link: [],
        text: [],
      }
      assert.deepEqual(cited, expected[style], after)
      if (expected[style].length === 0) assert.match(after, /Lantern Plan for Harbour Automation/u)
    })
  }

  test('a place where Pandoc reads no citation is told', () => {
    const options = { style: 'pandoc', withPage: true, language: 'en' } as const
    const plan = (source: string, offset: number): unknown =>
      planInsertion(
        analyseReport(source),
        corpus,
        [{ start: offset, end: offset }],
        provisions(key),
        options,
      ).notProse
    assert.equal(plan('`code`', 3), 'code')
    assert.equal(plan('```\nx\n```', 5), 'code')
    assert.equal(plan('---\ntitle: x\n---\n', 8), 'frontMatter')
    assert.equal(plan('prose', 3), undefined)
  })
})
