import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { pasteCitation } from '../../../src/core/features/pasting.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { reportAtCaret } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** The report after `text` was pasted at its caret; `undefined` where it is pasted as it is. */
function pasted(marked: string, text: string): string | undefined {
  const { report, offset } = reportAtCaret(marked)
  const options = { style: 'key', withPage: true, language: 'en' } as const
  const edit = pasteCitation(report, corpus, offset, text, options)
  return edit && applyEdits(report.source, [edit])
}

const plan = '[@us-aiap-2025:I.1.3, p. 3]'
const act = '[@eu-ai-act:5.1.a]'

suite('a copied citation is pasted as its place wants it', () => {
  for (const [marked, text, after] of [
    ['So [@b; |].', plan, 'So [@b; @us-aiap-2025:I.1.3, p. 3].'],
    ['So [@b|].', act, 'So [@b; @eu-ai-act:5.1.a].'],
    ['So [see |].', act, 'So [see @eu-ai-act:5.1.a].'],
    ['As | says', act, `As Article 5(1)(a) of the AI Act ${act} says`],
    ['It ends. | says', plan, 'It ends. @us-aiap-2025:I.1.3 [p. 3] says'],
    ['traced, see |.', plan, 'traced [see @us-aiap-2025:I.1.3, p. 3].'],
    ['It is banned |.', '@us-aiap-2025:I.1.3 [p. 3]', 'It is banned @us-aiap-2025:I.1.3 [p. 3].'],
    ['[@b; |]', '@us-aiap-2025:I.1.3 [p. 3]', '[@b; @us-aiap-2025:I.1.3, p. 3]'],
    [
      '[@b; |]',
      '[@us-aiap-2025, 页 3，第一支柱，第1节，第3项建议行动]',
      '[@b; @us-aiap-2025, p. 3, pillar I, sec. 1, action 3]',
    ],
  ] as const) {
    test(`${text} at ${JSON.stringify(marked)}`, () => {
      assert.equal(pasted(marked, text) ?? marked.replace('|', text), after)
    })
  }
})

test('all else is pasted as it is', () => {
  for (const text of [
    '[@us-aiap-2025:I.1.3, p. 3, emphasis added]',
    '[see @us-aiap-2025:I.1.3, p. 3]',
    `${plan} `,
    `So ${plan}`,
    '[@smith2020]',
    '[@us-aiap-2025:I.1.33]',
    'words',
    '@',
    '[@us-aiap-2025:I.1.3; @eu-ai-act:5.1.a]',
    '',
  ]) {
    assert.equal(pasted('So [@b; |].', text), undefined, text)
  }
})

test('where Pandoc reads no citation it is pasted as it is', () => {
  for (const marked of [
    '```\nAs | says\n```',
    'Use `as |` here.',
    'So $as |x$ is.',
    '<!-- as | -->',
    '<!-- note\nas |\n-->',
    '    as |',
  ]) {
    assert.equal(pasted(marked, plan), undefined, marked)
    assert.equal(pasted(marked, act), undefined, marked)
  }
})
