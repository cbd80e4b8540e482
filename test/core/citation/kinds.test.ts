import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { kindsCorpus } from './kindsCorpus.ts'

const corpus = kindsCorpus()

/** What the citation by place of the provision `key` says behind the instrument. */
function written(key: string, language: Language): string {
  const provision = corpus.byKey.get(key)
  assert.ok(provision, key)
  const format = { corpus, language, withPage: false, before: '', after: '' }
  return /, (.*)\]/.exec(formatCitation([provision], 'pandoc', format))?.[1] ?? ''
}

/** The key of what `[@id, place]` names. */
function named(id: string, place: string): string {
  const report = analyseReport(`[@${id}, ${place}]`)
  const places = meaningsOf(report, corpus).flatMap(citedPlaces)
  return places
    .map(({ provision, notUnderstood }) => `${provision.key}${notUnderstood ? '?' : ''}`)
    .join(' ')
}

test('every kind may stand in a corpus file', () => {
  assert.deepEqual(corpus.troubles, [])
})

for (const [key, ...forms] of [
  ['xx-act:rct-29', 'recital 29', '序言第 29 段', '前言第 29 段', '敘文第 29 段'],
  [
    'xx-act:5.1.2',
    'art. 5(1)(2)',
    '第 5 条第 1 款第 2 项',
    '第 5 條第 1 項第 2 目',
    '第 5 條第 1 項第 2 項',
  ],
  [
    'xx-act:5.1.2.a',
    'art. 5(1)(2)(a)',
    '第 5 条第 1 款第 2 项第 a 目',
    '第 5 條第 1 項第 2 目第 a 小目',
    '第 5 條第 1 項第 2 項第 a 小目',
  ],
  [
    'xx-act:7.2.3',
    'art. 7(2)(3)',
    '第 7 条第 2 款第 3 项',
    '第 7 條第 2 項第 3 款',
    '第 7 條第 2 項第 3 節',
  ],
  [
    'xx-order:4.a.1.B.ii',
    'sec. 4(a)(1)(B)(ii)',
    '第 4 节第 a 款第 1 款第 B 项第 ii 条款',
    '第 4 節第 a 項第 1 項第 B 款第 ii 條款',
    '第 4 節第 a 項第 1 項第 B 節第 ii 條款',
  ],
  ['xx-goals:goal-14.2', 'goal 14, target 2', '目标 14，具体目标 2', '目標 14，具體目標 2'],
  ['xx-goals:prin-3', 'principle 3', '原则 3', '原則 3'],
  [
    'xx-goals:cat-1.4',
    'function 2, category 1, subcategory 4',
    '功能 2，类别 1，子类别 4',
    '功能 2，類別 1，子類別 4',
  ],
] as const) {
  test(`the place of ${key} is written in four languages, and leads back`, () => {
    const languages = ['en', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK'] as const
    for (const [at, form] of forms.entries()) {
      assert.equal(written(key, languages[at] ?? 'en'), form)
      assert.equal(named(key.split(':')[0] ?? '', form), key)
    }
  })
}

for (const [id, key, ...places] of [
  ['xx-act', 'rct-29', 'Recital 29', 'rec. 29', 'whereas 29', 'whereas clause 29'],
  ['xx-act', 'rct-29', '序言第29条', '鉴于条款第29条', '第29项鉴于条款', '前言第二十九點'],
  ['xx-act', '30', 'Rec. 30', 'recital (30)', '前言第30段'],
  ['xx-act', '5.1.2', 'article 5, paragraph 1, item 2', 'art. 5(1), item 2', '第五条第一款第二项'],
  ['xx-act', '5.1.2.a', '第五条第一款第（二）项第a目', 'art. 5(1)(2), subitem a'],
  ['xx-act', '7.2.3.b', '第七條第二項第三款第b目', 'art. 7(2), subpara. 3, item b'],
  ['xx-order', '4.a', 'sec. 4, subsec. (a)', 'section 4, subsection a', '第4节第a款'],
  ['xx-order', '4.a.1.B', 'sec. 4(a)(1), sub-paragraph B', 'sec. 4(a)(1)(B)'],
  ['xx-order', '4.a.1.B.ii', 'sec. 4(a)(1)(B), cl. (ii)', 'sec. 4(a)(1)(B), clause ii'],
  ['xx-goals', 'goal-14', 'Goal 14', '目标十四', '第14项目标'],
  ['xx-goals', 'goal-14.2', 'target 2', '细项目标2', '第2項具體目標'],
  ['xx-goals', 'cat-1.4', 'subcat. 4', 'cat. 1, sub-category 4', '第4项子类别'],
] as const) {
  test(`${id}:${key} is read from ${places.join(', ')}`, () => {
    for (const place of places) assert.equal(named(id, place), `${id}:${key}`, place)
  })
}
