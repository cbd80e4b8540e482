import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

/** What stands behind keys in reports and is no place. */
const suffixes: readonly string[] = [
  ...[
    'emphasis added',
    'emphasis in original',
    'emphasis mine',
    'my emphasis',
    'italics added',
    'emphasis supplied',
  ],
  ...[
    'translated by the author',
    'author’s translation',
    'my translation',
    'own translation',
    'unofficial translation',
  ],
  ...[
    'translation by the authors',
    'footnotes omitted',
    'citations omitted',
    'internal quotation marks omitted',
  ],
  ...[
    'references omitted',
    'notes omitted',
    'original emphasis removed',
    'capitalisation altered',
    'spelling modernised',
  ],
  ...[
    'on manipulation',
    'on the role of standards',
    'for the definition',
    'for a summary',
    'in general',
    'passim',
    'as amended',
  ],
  ...[
    'quoted in Smith 2024',
    'quoted in Smith, p. 99',
    'cited in the Guardian, 3 May 2025',
    'as cited in Lee 2023, sec. 99',
  ],
  ...[
    'cf. the draft of 2021',
    'see also the annexes',
    'which repeats pillar IX',
    'unlike section 99 there',
    'contrary to Article 120',
  ],
  ...[
    'the 2023 version',
    '2025 edition',
    '2nd ed.',
    '10 August 2025',
    'August 2025',
    '28 pages',
    '90 actions in all',
    '3 pillars',
  ],
  ...[
    '30 days after publication',
    '103 recommended actions',
    '50 recommendations',
    '113 articles',
    '180 recitals',
  ],
  ...[
    'in force since 2 August 2025',
    'applicable from 2 August 2026',
    'last accessed 3 March 2025',
    'accessed on 2025-03-01',
  ],
  ...[
    'as of 1 January 2026',
    'effective 2 Feb. 2025',
    'published 23 July 2025',
    'OJ L, 2024/1689, 12.7.2024',
    '90 Fed. Reg. 8741',
  ],
  ...[
    '88 FR 75191',
    'COM(2021) 206 final',
    'Doc. No. 2025-02172',
    'no. 14 of 2023',
    'vol. 2',
    'vol. 90, no. 20',
    'ch. by Lee',
  ],
  ...[
    'n. 12',
    'note 7',
    'fn. 99',
    'footnote 3',
    'notes 5–9',
    'table 2',
    'Table 12',
    'fig. 3',
    'figure 14',
    'box 1',
    'box 2.1',
    'chart 7',
  ],
  ...[
    'appendix B',
    'app. C',
    'Schedule 2',
    'line 14',
    'lines 3–5',
    'slide 12',
    'min. 14:30',
    'question 5',
    'Q 12',
    'column 3',
    'col. 41',
  ],
  ...[
    'annexed table 99',
    'preamble',
    'introduction',
    'executive summary',
    'conclusion',
    'title page',
    'cover',
    'foreword by the Secretary',
  ],
  ...[
    'hereinafter “the Plan”',
    'hereafter the Act',
    '“the AI Act”',
    'the so-called AI Act',
    'ibid.',
    'id.',
    'loc. cit.',
    'op. cit.',
  ],
  ...[
    'see Section 230 of the Communications Act',
    'Title VII of the Civil Rights Act',
    'section 230 of the Communications Act',
  ],
  ...[
    'Article 35 GDPR',
    'Art. 101 TFEU',
    'Article 114 TFEU',
    'Art. 8 ECHR',
    'Article 288 of the Treaty',
    'Section 5 of the FTC Act',
  ],
  ...[
    'Article 120 of the draft',
    'part of it',
    'part of a wider trend',
    'in part',
    'action by action',
    'section by section',
    'to the point',
  ],
  ...[
    'a point made by others',
    'points of order',
    'articles of faith',
    'chapter and verse',
    'the titles alone',
    'measure for measure',
  ],
  ...[
    'and the papers cited there',
    'and others',
    'among others',
    'inter alia',
    'e.g. on chips',
    'i.e. the whole of it',
    'see above',
    'see below',
  ],
  ...[
    'at length',
    'at the end',
    'in the margin',
    'with further references',
    'w. f. r.',
    'mutatis mutandis',
    'in fine',
    'supra',
    'supra note 3',
  ],
  ...[
    'the words “on page 99” notwithstanding',
    'my own count: 103',
    'counted by the author',
    'data from 2024',
    'USD 3 billion',
    '$3 billion',
  ],
  ...[
    '3 % of turnover',
    '€35 million or 7 %',
    '35 million euros',
    '1 in 5 firms',
    '10^25 FLOPs',
    '2 of them',
    '4th paragraph from the end',
  ],
  ...[
    '着重号为作者所加',
    '着重号系笔者所加',
    '强调为笔者所加',
    '黑体为作者所加',
    '作者译',
    '笔者译',
    '译文为作者所译',
    '笔者自译',
    '中译文见附录',
  ],
  ...[
    '脚注从略',
    '引注省略',
    '注释略',
    '转引自张某2024年文',
    '转引自李某，第99页',
    '引自新华社',
    '参见该文',
    '详见下文',
    '见前注',
    '下同',
    '同前',
  ],
  ...[
    '关于操纵',
    '关于人工智能治理',
    '以下简称《计划》',
    '以下称“该法”',
    '共28页',
    '全文共28页',
    '2025年7月23日',
    '2025年版',
    '第二版',
    '第3版',
  ],
  ...[
    '第三条道路',
    '第一次提出',
    '第二次世界大战',
    '第99号令',
    '国办发〔2017〕35号',
    '自2023年8月15日起施行',
    '现行有效',
    '已废止',
    '最后访问2025年3月1日',
  ],
  ...[
    '着重號為作者所加',
    '強調為筆者所加',
    '作者譯',
    '筆者譯',
    '腳註從略',
    '轉引自王某',
    '以下簡稱本法',
    '關於操縱',
    '第一次提出',
    '2025年版',
    '共28頁',
  ],
  ...[
    '另见《网络安全法》第二十一条',
    '参见《数据安全法》第九十九条',
    '与欧盟第120条不同',
    '不同于第九节',
    '第三产业',
    '第一部分内容',
    '第二章所述',
  ],
]

const corpus = libraryCorpus()

test('there are more than 200 of them, in three scripts', () => {
  assert.ok(new Set(suffixes).size > 200)
})

for (const id of ['eu-ai-act', 'us-aiap-2025', 'cn-genai-2023', 'us-eo-14179', 'uk-aioap-2025']) {
  test(`text behind the key of ${id} that is no place is left in peace`, () => {
    const alarms = suffixes.flatMap((suffix) =>
      findProblems(analyseReport(`So it is [@${id}, ${suffix}].`), corpus).shown.map(
        ({ code }) => `${suffix}: ${code}`,
      ),
    )
    assert.deepEqual(alarms, [])
  })
}

test('what was done to quoted words is looked through: the place behind it is read', () => {
  for (const aside of [
    'emphasis added',
    'footnotes omitted',
    'translated by the author',
    '着重号为作者所加',
    '作者譯',
  ]) {
    const report = analyseReport(`[@eu-ai-act, ${aside}, art. 5]`)
    const [place] = meaningsOf(report, corpus).flatMap(({ places }) => places)
    assert.equal(place?.provision.key, 'eu-ai-act:5', aside)
  }
})
