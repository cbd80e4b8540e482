import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { languages } from '../../../src/core/corpus/language.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { verdictCount } from '../../../src/wording/quotationText.ts'
import { wordsIn } from '../../../src/wording/words.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const library = libraryCorpus()

/** What the problems of `source` say in English. */
function said(source: string, corpus: Corpus): readonly string[] {
  return findProblems(analyseReport(source), corpus).shown.map((one) => problemText(one, 'en'))
}

suite('A message', () => {
  for (const [source, message] of [
    [
      'The act has 113 articles [@eu-ai-act].',
      'AI Act, counted one by one: 119 articles. Correct the number, or say what you count.',
    ],
    [
      'It is led by the Department of Energy [@us-aiap-2025:I.1.1].',
      'Lead of us-aiap-2025:I.1.1: Office of Science and Technology Policy, not Department of Energy. Correct the agency, or say whose account it is.',
    ],
  ] as const) {
    test(`names instruments and agencies where English asks for no article: ${source}`, () => {
      assert.deepEqual(said(source, library), [message])
    })
  }

  test('names a lead that no register has by its code', () => {
    const corpus = corpusOf([
      {
        name: 'xx-mole.md',
        text: '---\nid: xx-mole\ntype: plan\ntitle: The mole plan\n---\n\n# Pilot {#1}\n\n- lead: DIGIT\n\nThe office runs a pilot.\n',
      },
      {
        name: 'agencies.md',
        text: '---\nid: agencies\ntype: register\ntitle: Agencies\n---\n\n# National Office of Wood {#NOW}\n',
      },
    ])
    assert.deepEqual(said('The National Office of Wood leads the pilot [@xx-mole:1].', corpus), [
      'Lead of xx-mole:1: DIGIT, not National Office of Wood. Correct the agency, or say whose account it is.',
    ])
  })
})

suite('What is counted of quotations', () => {
  const labels = ['no official text', 'whose words'].map((verdict) =>
    languages.map((language) => verdictCount(verdict, 1, wordsIn(language))),
  )

  test('is said in a reader’s words, not in those of the output for programs', () => {
    assert.deepEqual(labels, [
      [
        '1 without an official text',
        '1 处没有官方原文可供核对',
        '1 處沒有官方原文可供核對',
        '1 處沒有官方原文可供核對',
      ],
      ['1 of unclear origin', '1 处看不出出自何人', '1 處看不出出自何人', '1 處看不出出自何人'],
    ])
  })
})
