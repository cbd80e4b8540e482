import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { writeJson } from '../../../src/core/export/findings.ts'
import {
  judgeQuotations,
  toldQuotationAt,
} from '../../../src/core/features/problems/quoted/quotations.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersionsOf } from '../../../src/core/official/officialVersions.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { checkReport, foundIn } from '../../../src/wording/findings.ts'
import { writeFindings } from '../../../src/wording/findingsText.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { usualSeverity } from '../../../src/core/features/problems/problem.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const act = (id: string): string => `---
id: ${id}
type: act
title: Harbour Act
---

# First {#1 kind=article}

# Second {#2 kind=article}
`
const texts = {
  'xx-en': [
    'The master of each quay shall keep a lamp that burns by night and a bell that rings in fog.',
    'Whoever moors at the mole shall pay what the master asks for it, and no more.',
  ],
  'xx-hans': [
    '码头管理人应当在夜间点灯，并在有雾时鸣钟，不得擅自离开。',
    '在防波堤停泊的船舶应当缴纳管理人要求的费用，但是不超过规定数额。',
  ],
  'xx-hant': [
    '碼頭管理人應當在夜間點燈，並在有霧時鳴鐘，不得擅自離開。',
    '在防波堤停泊的船舶應當繳納管理人要求的費用，但是不超過規定數額。',
  ],
}
const corpus = corpusOf(Object.keys(texts).map((id) => ({ name: `${id}.md`, text: act(id) })))

const versions = new Map(
  Object.entries(texts).map(([id, own]) => {
    const instrument = corpus.instruments.find(({ key }) => key === id) ?? assert.fail(id)
    const parts = own.map(
      (text, at) =>
        ({ level: 'measure', kind: 'article', label: String(at + 1), text, parts: [] }) as const,
    )
    const text = findPassages({ parts, unread: [] }, instrument, corpus)
    return [id, [{ day: '2031-01-01', text }]] as const
  }),
)
const officialOf: OfficialVersionsOf = (key) => versions.get(key.split(':')[0] ?? '')
const compared = { corpus, officialOf }

function verdictOf(source: string): string | undefined {
  return judgeQuotations(analyseReport(source), compared)[0]?.verdict
}

function problemsOf(source: string): readonly string[] {
  const { shown } = findProblems(analyseReport(source), corpus, undefined, officialOf)
  return shown
    .filter(({ code }) => code.startsWith('quotation.'))
    .map((problem) => problemText(problem, 'en'))
}

suite('A quotation in another language than the text', () => {
  for (const source of [
    '计划说“码头管理人应当在夜间点灯”[@xx-en:1]。',
    '„Es heißt “der Hafenmeister hat eine Lampe zu unterhalten, die bei Nacht brennt” [@xx-en:1].',
    'Il dit « le maître du quai doit tenir une lampe qui brûle la nuit » [@xx-en:1].',
    'It says “the master of each quay shall keep a lamp” [@xx-hans:1].',
    '> 码头管理人应当在夜间点灯，并在有雾时鸣钟。\n>\n> [@xx-en:1]',
  ]) {
    test(`cannot be compared, and is no problem: ${source}`, () => {
      assert.equal(verdictOf(source), 'cannot be compared')
      assert.deepEqual(problemsOf(source), [])
    })
  }

  test('is compared where another text that is cited with it has its language', () => {
    const source = '据“码头管理人应当在夜间离开码头管理人”[@xx-en:1; @xx-hans:1]。'
    assert.notEqual(verdictOf(source), 'cannot be compared')
  })

  test('leaves words of the same language what they are', () => {
    assert.equal(verdictOf('“keep a lamp that burns by night” [@xx-en:1].'), 'verified')
    assert.equal(verdictOf('“keep a lamp that burns by day” [@xx-en:1].'), 'altered')
    assert.equal(verdictOf('“all ships shall carry brass gongs” [@xx-en:1].'), 'not found')
  })
})

suite('A quotation in the other script of Chinese', () => {
  for (const [source, verdict] of [
    ['“碼頭管理人應當在夜間點燈” [@xx-hans:1]', 'in the other script'],
    ['“码头管理人应当在夜间点灯” [@xx-hant:1]', 'in the other script'],
    ['“码头管理人应当在夜间点灯” [@xx-hans:1]', 'verified'],
    ['“碼頭管理人應當在夜間點燈” [@xx-hant:1]', 'verified'],
    ['“碼頭管理人應當在夜間點燈” [@xx-hans:2]', 'found elsewhere'],
    ['“碼頭管理人可以在夜間點燈，並在有霧時鳴鐘” [@xx-hans:1]', 'altered'],
    ['“所有船舶均須立即繳納通行費” [@xx-hans:1]', 'not found'],
  ] as const) {
    test(`${source} is ${verdict}`, () => {
      assert.equal(verdictOf(source), verdict)
    })
  }

  test('is told of what the issuer wrote in its own script', () => {
    assert.deepEqual(problemsOf('“碼頭管理人可以在夜間點燈，並在有霧時鳴鐘” [@xx-hans:1]'), [
      'xx-hans:1 has other words here, “应当”: quote these. The official text is in the other Chinese script.',
    ])
    assert.deepEqual(problemsOf('“码头管理人可以在夜间点灯，并在有雾时鸣钟” [@xx-hant:1]'), [
      'xx-hant:1 has other words here, “應當”: quote these. The official text is in the other Chinese script.',
    ])
  })
})

suite('What is no problem', () => {
  const source = 'Vorab.\n\nEs heißt “码头管理人应当在夜间点灯” [@xx-en:1].\n'
  const checked = (language: 'en' | 'zh-Hans' | 'zh-Hant') =>
    foundIn(
      [
        checkReport('a.md', source, {
          corpus,
          today: '2031-06-01',
          officialOf,
          language,
          severityOf: (code) => usualSeverity[code],
        }),
      ],
      [],
    )

  test('is listed with the passage by the command line', () => {
    assert.equal(
      writeFindings(checked('en'), 'en'),
      [
        'a.md:3:11: quotation: This quotation cannot be compared: it is in another language than the official text of xx-en:1. “The master of each quay shall keep a lamp that burns by night and a bell that rings in fog.” [cannot be compared]',
        '0 problems in 1 report',
        'quotations: 1 cannot be compared',
        '',
      ].join('\n'),
    )
    const { quotations } = JSON.parse(writeJson(checked('zh-Hant'))) as {
      readonly quotations: readonly { readonly message: string; readonly verdict: string }[]
    }
    const [listed] = quotations
    assert.equal(listed?.verdict, 'cannot be compared')
    assert.match(listed.message, /^無法比對：所引文字與 xx-en:1 的官方原文語言不同。「The master/)
  })

  test('is told where the pointer rests on its words', () => {
    const report = analyseReport(source)
    const at = (words: string) => toldQuotationAt(report, compared, source.indexOf(words))
    assert.equal(at('夜间')?.provision.key, 'xx-en:1')
    assert.match(at('夜间')?.passage?.text ?? '', /^The master of each quay/)
    assert.equal(at('Vorab'), undefined)
  })
})
