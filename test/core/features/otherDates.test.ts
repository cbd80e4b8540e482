import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { ProblemFinder } from '../../../src/core/features/problems/problemFinder.ts'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)

function problemsIn(source: string, today = '2026-11-29', of = corpus) {
  const finder = new ProblemFinder({
    ...{ corpus: of, today, officialOf: () => undefined },
    isWanted: (code) => code === 'statement.other-date',
  })
  const report = analyseReport(source)
  const looking = finder.look(report)
  for (;;) {
    const step = looking.next()
    if (step.done === true) return { report, problems: step.value.shown }
  }
}

/** What is told of `sentence`: the date that it says, and what it would be mended to. */
function told(sentence: string, today?: string): readonly string[] {
  const { report, problems } = problemsIn(`${sentence}\n`, today)
  return problems.flatMap((problem) => {
    const options = { language: 'en', style: 'pandoc', withPage: true } as const
    const fixes = fixesOf(problem, report, corpus, index, options)
    const mended = fixes.map(({ edits }) => applyEdits(`${sentence}\n`, edits).trim())
    return [sentence.slice(problem.span.start, problem.span.end), ...mended]
  })
}

suite('A sentence that says from when something applies', () => {
  /** A sentence, the date that it says, and the right ones. */
  const wrong: readonly (readonly string[])[] = [
    [
      'High-risk duties apply from 2 August 2026 [@eu-ai-act, art. 113].',
      ...['2 August 2026', '2 December 2027', '2 August 2028'],
    ],
    [
      'The high-risk obligations will apply from August 2, 2026 [@eu-ai-act, art. 113].',
      ...['August 2, 2026', 'December 2, 2027', 'August 2, 2028'],
    ],
    [
      'Risk management applies from 2026-08-02 [@eu-ai-act, art. 9].',
      ...['2026-08-02', '2027-12-02', '2028-08-02'],
    ],
    [
      'The ban on intimate images applies since 2 February 2025 [@eu-ai-act, art. 5(1)(ba)].',
      ...['2 February 2025', '2 December 2026'],
    ],
    ['The bans apply from August 2025 [@eu-ai-act, art. 5(1)(a)].', 'August 2025', 'February 2025'],
    [
      '高风险义务自2026年8月2日起适用 [@eu-ai-act, art. 113]。',
      ...['2026年8月2日', '2027年12月2日', '2028年8月2日'],
    ],
    [
      '风险管理义务自2026年8月2日起适用 [@eu-ai-act, art. 9]。',
      ...['2026年8月2日', '2027年12月2日', '2028年8月2日'],
    ],
    [
      '風險管理義務自2026年8月2日起適用 [@eu-ai-act, art. 9]。',
      ...['2026年8月2日', '2027年12月2日', '2028年8月2日'],
    ],
    [
      'High-risk duties of Annex I apply from 2 August 2026 [@eu-ai-act, art. 113].',
      ...['2 August 2026', '2 August 2028'],
    ],
    [
      '附件三高风险义务自2026年8月2日起适用 [@eu-ai-act, art. 113]。',
      ...['2026年8月2日', '2027年12月2日'],
    ],
  ]
  for (const [sentence = '', date = '', ...right] of wrong) {
    test(`is told the right day: ${sentence}`, () => {
      const mended = right.map((one) => sentence.replace(date, one))
      assert.deepEqual(told(sentence), [date, ...mended])
    })
  }

  test('and the words say for what each day holds', () => {
    const { problems } = problemsIn(`${wrong[0]?.[0] ?? ''}\n`)
    assert.deepEqual(
      problems.map((problem) => problemText(problem, 'en')),
      [
        'The corpus has another day for eu-ai-act:113.3.c: 2027-12-02 (Annex III), 2028-08-02 (Annex I). Correct the day, or say what happened on it.',
      ],
    )
  })

  const right = [
    'High-risk duties apply from 2 December 2027 [@eu-ai-act, art. 113].',
    'High-risk duties apply from 2 August 2028 [@eu-ai-act, art. 113].',
    'High-risk duties apply from December 2027 [@eu-ai-act, art. 113].',
    'The Act applies from 2 August 2026 [@eu-ai-act, art. 113].',
    'The AI Act applies from 2 August 2026 [@eu-ai-act, art. 9].',
    'It applies from 2 August 2026 [@eu-ai-act, art. 9].',
    'Most of the rules apply from 2 August 2026 [@eu-ai-act, art. 113].',
    'High-risk duties were to apply from 2 August 2026 [@eu-ai-act, art. 113].',
    'High-risk duties originally apply from 2 August 2026 [@eu-ai-act, art. 113].',
    'High-risk duties do not apply from 2 August 2026 [@eu-ai-act, art. 113].',
    'Under the proposal high-risk duties apply from 2 August 2027 [@eu-ai-act, art. 113].',
    'High-risk duties apply from 2 August 2026, but not to Annex I [@eu-ai-act, art. 113].',
    'The Commission adopts guidelines by 2 August 2026 [@eu-ai-act, art. 9].',
    'Transparency applies from 2 August 2026 [@eu-ai-act, art. 50].',
    'The bans apply from 2 February 2025 [@eu-ai-act, art. 5(1)(a)].',
    'The bans apply from 2025 [@eu-ai-act, art. 5].',
    'The bans apply from 2 December 2026 [@eu-ai-act, art. 5].',
    'Fines apply from 2 August 2025 [@eu-ai-act, art. 99].',
    'Fines apply from 2 August 2026 [@eu-ai-act, art. 9].',
    'The regulation entered into force on 1 August 2024 [@eu-ai-act, art. 113].',
    'A system placed on the market before 2 August 2026 is spared [@eu-ai-act, art. 111].',
    'High-risk duties apply from 2 August 2026 [@eu-ai-act, art. 113; @eu-ai-act, art. 6].',
    'Newspapers say high-risk duties apply from 2 August 2026 [@eu-ai-act, art. 113].',
    'Pages apply from 2 August 2026 [@us-aiap-2025, p. 3].',
    '高风险义务原定自2026年8月2日起适用 [@eu-ai-act, art. 113]。',
    '本法自2026年8月2日起适用 [@eu-ai-act, art. 113]。',
    '高风险义务自2027年12月2日起适用 [@eu-ai-act, art. 113]。',
    '大部分条款自2026年8月2日起适用 [@eu-ai-act, art. 113]。',
  ]
  for (const sentence of right) {
    test(`is left alone: ${sentence}`, () => {
      assert.deepEqual(told(sentence), [])
    })
  }

  test('of a report before the amendment is left alone', () => {
    const sentence = 'High-risk duties apply from 2 August 2026 [@eu-ai-act, art. 113].'
    assert.deepEqual(told(sentence, '2026-07-01'), [])
    assert.deepEqual(told(`---\npolicy-as-of: 2026-07-01\n---\n\n${sentence}`), [])
  })
})

test('what a day is for may be called anything: it stands in a sentence as it is, and in no pattern', () => {
  const text = `---
id: xx-act
type: act
title: Quay Act
printed-headings: article
---

# Lamps on quays {#1 kind=article}

- applies-from: 2031-01-01 | part (a; 2032-01-01 | Annex [B
`
  const quays = corpusOf([{ name: 'act.md', text }])
  const said = 'Lamps on quays of Annex [B apply from 1 May 2031 [@xx-act:1].'
  const [problem] = problemsIn(`${said}\n`, '2033-01-01', quays).problems
  assert.ok(problem?.code === 'statement.other-date')
  assert.deepEqual(problem.corrected, ['1 January 2032'])
})
