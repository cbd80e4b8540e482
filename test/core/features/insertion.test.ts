import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { citationStyles, type CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { draftInsertion } from '../../../src/core/features/insertion.ts'
import { analyseReport, citationsOf } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import type { Span } from '../../../src/core/text/span.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

function provisions(...keys: readonly string[]): readonly Provision[] {
  return keys.map((key) => corpus.byKey.get(key) ?? assert.fail(key))
}

/** The report after inserting at each `|`. */
function inserted(marked: string, keys: readonly string[], style: CitationStyle = 'key'): string {
  const carets: Span[] = []
  let source = ''
  for (const part of marked.split('|')) {
    source += part
    carets.push({ start: source.length, end: source.length })
  }
  const options = { style, withPage: true, language: 'en' } as const
  const { edits } = draftInsertion(
    analyseReport(source),
    corpus,
    carets.slice(0, -1),
    provisions(...keys),
    options,
  )
  return applyEdits(source, edits)
}

const key = 'xx-lantern-2031:I.1.1'
const place = 'xx-lantern-2031, p. 2, pillar I, sec. 1, action 1'
const inWords = 'xx-lantern-2031 [p. 2, pillar I, sec. 1, action 1]'
const other = 'xx-lantern-2031:II.1.1'

suite('insertion', () => {
  for (const [marked, after] of [
    ['|', `@${key} [p. 2]`],
    ['Words |.', `Words [@${key}, p. 2].`],
    ['Words|.', `Words [@${key}, p. 2].`],
    ['根据|，', `根据[@${key}, p. 2]，`],
    ['@smith2020 [p. 3|] says', `@smith2020 [p. 3; @${key}, p. 2] says`],
    ['@smith2020| [p. 3] says', `@smith2020 [p. 3; @${key}, p. 2] says`],
    ['@smi|th2020 says', `@smith2020 [@${key}, p. 2] says`],
    ['@smith2020| says', `@smith2020 [@${key}, p. 2] says`],
    ['see @|', `[see @${key}, p. 2]`],
    ['one | two |', `one [@${key}, p. 2] two [@${key}, p. 2]`],
    ['[@smith2020|]', `[@smith2020; @${key}, p. 2]`],
    ['[@smith2020, p. 3|; @jones]', `[@smith2020, p. 3; @${key}, p. 2; @jones]`],
    ['@smith [p. 3|] says', `@smith [p. 3; @${key}, p. 2] says`],
    ['@smith| [p. 3] says', `@smith [p. 3; @${key}, p. 2] says`],
    ['@smith [p. 3; @jones|]', `@smith [p. 3; @jones; @${key}, p. 2]`],
    ['@smith| [@jones]', `@smith [@jones; @${key}, p. 2]`],
    ['@smith [|]', `@smith [@${key}, p. 2]`],
    ['@smith|', `@smith [@${key}, p. 2]`],
    ['@smi|th says', `@smith [@${key}, p. 2] says`],
    ['-@smi|th [p. 3] says', `-@smith [p. 3; @${key}, p. 2] says`],
    ['@{smi|th}规定', `@{smith} [@${key}, p. 2]规定`],
    ['[@smi|th; @jones]', `[@smith; @${key}, p. 2; @jones]`],
    ['See @| here', `[See @${key}, p. 2] here`],
    ['根据@|规定', `根据[@${key}, p. 2]规定`],
    ['See [@|] here', `See [@${key}, p. 2] here`],
    ['See [-@|]', `See [-@${key}, p. 2]`],
    ['[见@|]', `[见 @${key}, p. 2]`],
    ['[@smith; @|]', `[@smith; @${key}, p. 2]`],
    ['[@smith, p. 3, |]', `[@smith, p. 3; @${key}, p. 2]`],
    ['[@smith，|]', `[@smith; @${key}, p. 2]`],
    ['traced, see | | and', `traced [see @${key}, p. 2]  and`],
    ['[@smith @|]', `[@smith; @${key}, p. 2]`],
    ['See @{|} here', `[See @${key}, p. 2] here`],
    ['bob@|', `bob@[@${key}, p. 2]`],
    ['x \\@|', `x \\@[@${key}, p. 2]`],
  ] as const) {
    test(`into “${marked}” leaves “${after}”`, () => {
      assert.equal(inserted(marked, [key]), after)
    })
  }

  for (const [marked, style, after] of [
    ['@smith [p. 3|] says', 'narrative', `@smith [p. 3; @${place}] says`],
    ['@smith| [p. 3] says', 'narrative', `@smith [p. 3; @${place}] says`],
    ['See @| here', 'narrative', `See @${inWords} here`],
    ['See -@| here', 'narrative', `See -@${inWords} here`],
    ['wait....|', 'narrative', `wait....[@${place}]`],
    ['wait...|', 'narrative', `wait...@${inWords}`],
    ['@smi|th [p. 3]', 'pandoc', `@smith [p. 3; @${place}]`],
    ['Words |', 'pandoc', `Words [@${place}]`],
  ] as const) {
    test(`into “${marked}” in style ${style} leaves “${after}”`, () => {
      assert.equal(inserted(marked, [key], style), after)
    })
  }

  for (const style of ['link', 'text', 'footnote'] as const) {
    test(`style ${style} leaves no key cut in two and no lone @`, () => {
      assert.match(inserted('[@smi|th, p. 3] says', [key], style), /^\[@smith, p\. 3\] ?\^?\[?\S/u)
      assert.match(inserted('@smi|th says', [key], style), /^@smith ?\^?\[?\S/u)
      assert.doesNotMatch(inserted('See @| here', [key], style), /@/u)
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
    const options = { style: 'key', withPage: true, language: 'en' } as const
    const { edits } = draftInsertion(
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
        pandoc: ['xx-lantern-2031'],
        key: [key],
        narrative: ['xx-lantern-2031'],
        footnote: [],
        link: [],
        text: [],
      }
      assert.deepEqual(cited, expected[style], after)
      if (expected[style].length === 0) assert.match(after, /Lantern Plan for Harbour Automation/u)
    })
  }

  test('a place where Pandoc reads no citation is told', () => {
    const options = { style: 'key', withPage: true, language: 'en' } as const
    const plan = (source: string, offset: number): unknown =>
      draftInsertion(
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

  test('what is inserted there is no part of a sentence', () => {
    const options = { style: 'key', withPage: true, language: 'en' } as const
    for (const marked of ['`as |`', '```\nas |\n```', '<!-- as | -->', '`see |`', '<!--|-->']) {
      const at = marked.indexOf('|')
      const report = analyseReport(marked.replace('|', ''))
      const caret = { start: at, end: at }
      const [edit] = draftInsertion(report, corpus, [caret], provisions(key), options).edits
      assert.deepEqual(edit?.span, caret, marked)
      assert.match(edit.text, /^\[@.+\]$/u, marked)
    }
  })
})
