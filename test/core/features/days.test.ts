import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cardOf } from '../../../src/core/corpus/card.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { allProblems, ProblemFinder } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { cardMarkdown } from '../../../src/wording/cardMarkdown.ts'
import { cardTooltip } from '../../../src/wording/cardHead.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const corpus = corpusOf([
  {
    name: 'act.md',
    text: `---
id: xx-act
type: act
title: Quay Act
status: in-force
effective: 2030-08-01
text-as-of: 2031-06-01
amended-by: Act 9 | 2031-05-02 | 2031-06-01; Act 10 | | 2033-01-01
amended-by-zh-Hans: 第9号法案; 第10号法案
printed-headings: article
---

# Cranes {#chp-III kind=chapter}

- applies-from: 2031-12-02 | Annex III; 2032-08-02 | Annex I
- applies-from-zh-Hans: 附件三; 附件一

## Brakes {#9}

Every crane has two brakes.

- strength: shall
- deadline: 2032-08-02 | brakes; 90 days; 6 months | report
- deadline-zh-Hant: 煞車; 報告
- amount: EUR 35 000 | of each crane
- amount-zh-Hant: 每部起重機

### Old cranes {#9.5 kind=paragraph}

- deleted-by: Act 9

### Small cranes {#9.6 kind=paragraph}

- inserted-by: Act 9
- applies-from: 2031-01-01

# Lamps {#4}

- replaced-by: Act 9
- formerly: xx-act:3a
- formerly-said: Only long quays keep a lamp.
- formerly-said-zh-Hans: 只有长码头须设灯。
- follow-up: Call for comments | 2031-07
- follow-up-zh-Hans: 征求意见

# Ropes {#5}

- until: 2031-12-31

# Nets {#6}
`,
  },
  {
    name: 'review.md',
    text: '---\nid: xx-review\ntype: plan\ntitle: Review\nstatus: review\n---\n\n# Do it {#1 kind=recommendation}\n',
  },
])

/** What the card of `key` says first, below its title, on the day `today`. */
function told(key: string, today?: string, language: Language = 'en'): readonly string[] {
  const provision = corpus.byKey.get(key)
  assert.ok(provision)
  return cardTooltip(cardOf(corpus, provision, today), language).slice(1)
}

suite('cards', () => {
  for (const [key, today, ...lines] of [
    [
      'xx-act:9',
      '2031-11-30',
      '⚠ Not yet applicable: applies from 2031-12-02 (Annex III), 2032-08-02 (Annex I).',
    ],
    ['xx-act:9', '2031-12-02', '⚠ Applies only from 2032-08-02 (Annex I).'],
    ['xx-act:9', '2032-08-02'],
    ['xx-act:9', undefined],
    ['xx-act:9.5', '2032-09-01', '⚠ Deleted by Act 9 (2031-06-01).'],
    ['xx-act:9.5', undefined, '⚠ Deleted by Act 9 (2031-06-01).'],
    [
      'xx-act:9.5',
      '2031-05-31',
      '⚠ Amended after that day by Act 9 (2031-06-01).',
      '⚠ Not yet applicable: applies from 2031-12-02 (Annex III), 2032-08-02 (Annex I).',
    ],
    ['xx-act:9.6', '2031-06-01', 'Inserted by Act 9 (2031-06-01).'],
    [
      'xx-act:4',
      '2032-01-01',
      'Amended by Act 9 (2031-06-01): the text as amended.',
      'Former key: xx-act:3a.',
    ],
    [
      'xx-act:4',
      '2031-05-31',
      '⚠ Amended after that day by Act 9 (2031-06-01).',
      'Former key: xx-act:3a.',
    ],
    [
      'xx-act:4',
      '2030-07-31',
      '⚠ Amended after that day by Act 9 (2031-06-01).',
      '⚠ Not yet applicable: applies from 2030-08-01.',
      'Former key: xx-act:3a.',
    ],
    ['xx-act:5', '2031-12-31'],
    ['xx-act:5', '2032-01-01', '⚠ Applied until 2031-12-31.'],
    ['xx-act:6', '2032-12-31'],
    [
      'xx-act:6',
      '2033-01-01',
      '⚠ Policy Citation has the text of 2031-06-01, which Act 10 (2033-01-01) amended since.',
    ],
  ] as const) {
    test(`of ${key} on ${today ?? 'no day'} begin with what must be known`, () => {
      const found = told(key, today)
      const end = found.findIndex((line) => line.startsWith('Quay Act › '))
      assert.deepEqual(found.slice(0, end), lines)
    })
  }

  test('are told in Chinese, too', () => {
    assert.deepEqual(told('xx-act:9', '2031-11-30', 'zh-Hans').slice(0, 1), [
      '⚠ 尚未适用：自2031年12月2日（附件三）、2032年8月2日（附件一）起适用。',
    ])
    assert.match(told('xx-act:9', '2033-01-01', 'zh-Hant').join('\n'), /措辭：應/u)
    assert.match(told('xx-act:9.5', '2032-09-01', 'zh-Hant')[0] ?? '', /已由 Act 9（.*刪除。/u)
    assert.match(told('xx-act:4', '2032-01-01', 'zh-Hans')[1] ?? '', /旧引用键：xx-act:3a/u)
    assert.match(told('xx-act:4', '2032-01-01', 'zh-Hans').join('\n'), /第9号法案（2031年6月1日）/u)
    assert.match(told('xx-review:1', undefined, 'zh-Hans').join('\n'), /评审建议，非政府政策/u)
  })

  test('say in Chinese for what a day, a time or a sum is, and what came of it', () => {
    const card = (key: string, language: Language): string => {
      const provision = corpus.byKey.get(key)
      assert.ok(provision)
      return cardMarkdown(cardOf(corpus, provision), language)
    }
    const brakes = card('xx-act:9', 'zh-Hant')
    assert.match(brakes, /2032年8月2日 · 煞車；90 日；6 個月 · 報告/u)
    assert.match(brakes, /EUR 35 000 · 每部起重機/u)
    assert.match(card('xx-act:9', 'zh-Hans'), /90 天；6 个月 · report/u)
    assert.match(card('xx-act:4', 'zh-Hans'), /征求意见 · 2031年7月/u)
  })

  test('say how strongly it is put, what a review is, what became of it and by when', () => {
    const card = (key: string): string => {
      const provision = corpus.byKey.get(key)
      assert.ok(provision)
      return cardMarkdown(cardOf(corpus, provision, '2032-09-01'), 'en')
    }
    assert.match(card('xx-act:9'), /says “shall”/)
    assert.match(card('xx-act:9'), /\*\*Deadline\*\* 2032\\-08\\-02 · brakes; 90 days/)
    assert.match(card('xx-act:9'), /\*\*Amount\*\* EUR 35 000 · of each crane/)
    assert.match(card('xx-act:4'), /Former key: xx\\-act:3a/)
    assert.match(card('xx-act:4'), /\*\*Formerly said\*\* Only long quays keep a lamp\\?\./)
    assert.match(card('xx-act:4'), /\*\*Follow-up\*\* Call for comments · 2031\\-07/)
    assert.match(card('xx-act'), /\*\*Text as of\*\* 2031\\-06\\-01/)
    assert.match(card('xx-review:1'), /recommended by a review, not government policy/)
  })
})

/** The problems of `source` as `code words`, on the day `today`. */
function problemsOf(source: string, today?: string): readonly string[] {
  const checked = { corpus, today, isWanted: () => true, officialOf: () => undefined }
  return allProblems(analyseReport(source), checked).map(
    ({ code, span }) => `${code} ${source.slice(span.start, span.end)}`,
  )
}

suite('problems', () => {
  for (const [source, today, ...problems] of [
    ['See [@xx-act:9.5].', '2032-09-01', 'citation.deleted xx-act:9.5'],
    ['See [@xx-act, art. 9(5)].', undefined, 'citation.deleted art. 9(5)'],
    ['See [@xx-act:9.5].', '2031-05-31', 'citation.amended xx-act:9.5'],
    ['See [@xx-act, art. 4].', '2031-05-31', 'citation.amended art. 4'],
    ['See [@xx-act, art. 4].', '2031-06-01'],
    ['See [@xx-act:9.6].', '2031-05-31', 'citation.amended xx-act:9.6'],
    [
      'The duty on brakes already applies [@xx-act:9].',
      '2031-12-01',
      'citation.not-yet-applicable already applies',
    ],
    [
      'The duty on brakes is now binding [@xx-act, art. 9].',
      '2031-12-01',
      'citation.not-yet-applicable is now binding',
    ],
    ['刹车义务已适用 [@xx-act:9]。', '2031-12-01', 'citation.not-yet-applicable 已适用'],
    [
      '煞車義務現已開始適用 [@xx-act:9]。',
      '2031-12-01',
      'citation.not-yet-applicable 現已開始適用',
    ],
    ['The duty on brakes already applies [@xx-act:9].', '2031-12-02'],
    ['The duty on brakes already applies [@xx-act:9].', undefined],
    ['The duty on brakes does not apply yet [@xx-act:9].', '2031-12-01'],
    ['The duty on brakes will apply from 2031 [@xx-act:9].', '2031-12-01'],
    ['The act already applies, but its brakes come later [@xx-act:9].', '2031-12-01'],
    ['The act is already in force [@xx-act:9].', '2031-12-01'],
    ['The rules on lamps and brakes already apply [@xx-act:9; @xx-act:6].', '2031-12-01'],
    ['刹车义务尚未适用 [@xx-act:9]。', '2031-12-01'],
    ['刹车义务将自2031年适用 [@xx-act:9]。', '2031-12-01'],
  ] as const) {
    test(`“${source}” on ${today ?? 'no day'}`, () => {
      assert.deepEqual(problemsOf(source, today), problems)
    })
  }

  test('the day that a report names goes before that of today', () => {
    const source = (day: string): string =>
      `---\npolicy-as-of: ${day}\n---\n\nThe duty already applies [@xx-act:9].\n`
    const code = 'citation.not-yet-applicable already applies'
    assert.deepEqual(problemsOf(source('2031-12-01'), '2040-01-01'), [code])
    assert.deepEqual(problemsOf(source('"2031-12-01"'), '2040-01-01'), [code])
    assert.deepEqual(problemsOf(source('2031-12-02'), '2031-01-01'), [])
    assert.deepEqual(problemsOf(source('soon'), '2031-12-01'), ['report.malformed-day soon', code])
  })

  test('nothing of one day is told on another, while the report is edited', () => {
    const finder = new ProblemFinder({
      ...{ corpus, today: '2031-01-01', isWanted: () => true, officialOf: () => undefined },
    })
    const body = '\n---\n\nThe duty already applies [@xx-act:9].\n'
    const count = (day: string): number => {
      const looking = finder.look(analyseReport(`---\npolicy-as-of: ${day}${body}`))
      for (;;) {
        const step = looking.next()
        if (step.done === true) return step.value.shown.length
      }
    }
    assert.deepEqual(['2031-12-01', '2031-12-02', '2031-12-01'].map(count), [1, 0, 1])
  })

  test('say what is so and what to do, in three languages', () => {
    const checked = {
      corpus,
      today: '2031-12-01',
      isWanted: () => true,
      officialOf: () => undefined,
    }
    const report = analyseReport(
      '---\npolicy-as-of: 2031-05-31\n---\n\nSee [@xx-act:4]. It already applies [@xx-act:9].\n',
    )
    const texts = (language: Language): readonly string[] =>
      allProblems(report, checked).map((problem) => problemText(problem, language))
    assert.deepEqual(texts('en'), [
      'This report is of 2031-05-31; xx-act:4 was amended after that by Act 9 (2031-06-01). Say which text you mean.',
      'xx-act:9 does not apply yet: say that it applies from 2031-12-02 (Annex III), 2032-08-02 (Annex I).',
    ])
    for (const language of ['zh-Hans', 'zh-Hant'] as const) {
      for (const text of texts(language)) assert.match(text, /\p{Script=Han}.*。$/u)
    }
    const [deleted] = allProblems(analyseReport('[@xx-act:9.5]'), checked)
    assert.ok(deleted)
    assert.equal(
      problemText(deleted, 'en'),
      'xx-act:9.5 was deleted by Act 9 (2031-06-01): cite what stands now, or say that it was deleted.',
    )
  })
})
