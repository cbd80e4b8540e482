import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** The keys that `[@key, suffix]` names, and what is said against it. */
function namedBy(key: string, suffix: string): readonly string[] {
  const report = analyseReport(`So it is [@${key}, ${suffix}].`)
  const places = meaningsOf(report, corpus).flatMap((meaning) => meaning.places)
  const problems = findProblems(report, corpus)
    .shown.map(({ code }) => code)
    .filter((code) => code !== 'citation.no-longer-in-force')
  return [...places.map(({ provision }) => provision.key), ...problems]
}

/** Places of other laws, of which the cited instrument has one that is numbered alike. */
const ofOthers: Readonly<Record<string, readonly string[]>> = {
  'eu-ai-act': [
    ...[
      'Article 35 GDPR',
      'Art. 35(1) GDPR',
      'art. 35 of the GDPR',
      'GDPR Art. 35',
      'GDPR, Art. 35',
    ],
    ...[
      'Article 35, GDPR',
      'Article 35 (GDPR)',
      'Art. 6(1) lit. f DSGVO',
      'Art. 35 DS-GVO, p. 999',
    ],
    ...['Articles 13 and 35 GDPR', 'Articles 12 to 22 GDPR', 'Arts 5, 6 and 9 of the GDPR'],
    ...['point (a) of Article 6(1) GDPR', 'Article 6(1), point (a), GDPR', 'rec. 71 GDPR'],
    ...['Article 35 of Regulation (EU) 2016/679', 'Article 10, Directive (EU) 2016/680'],
    ...['Article 6(1), point (a), of Regulation (EU) 2016/679', 'Art. 10 Directive 2016/680'],
    ...['Article 8 of the Charter', 'Art. 8 ECHR', 'Art. 16 TFEU', 'Article 2 of the Treaty'],
    ...[
      'Article 16 of the Treaty on the Functioning of the European Union',
      'Art. 5 of the directive',
    ],
    ...[
      'Article 34 Digital Services Act',
      'Art. 34 of the Digital Services Act',
      'Article 34, DSA',
    ],
    ...['Art. 5 Colorado AI Act', 'Art. 5 of the Colorado AI Act', 'Article 6 of the Act of 1998'],
    ...[
      'Art. 6 of the 2021 proposal',
      'Article 6 of the Commission’s proposal',
      'art. 5 of the draft',
    ],
    ...[
      'Chapter III, Section 2 of the DSA',
      'Annex III of the Machinery Regulation',
      'Art. 5 under the GDPR',
    ],
    ...[
      '第35条 GDPR',
      '第三十五条（GDPR）',
      'GDPR第35条',
      'GDPR 第三十五条第一款',
      '欧盟GDPR第35条',
    ],
    ...['《通用数据保护条例》第三十五条', '通用数据保护条例第三十五条', '《個人資料保護法》第六條'],
    ...['韩国《人工智能基本法》第五条', '韓國《人工智慧法》第五條', '第六条 GDPR 和第九条 GDPR'],
  ],
  'cn-genai-2023': [
    ...[
      '《个人信息保护法》第五条',
      '个人信息保护法第五条',
      '《网络安全法》第二十一条',
      '《数据安全法》第四条',
    ],
    ...[
      '《中华人民共和国网络安全法》第十条',
      '网络安全法第十条第一款',
      '《算法推荐管理规定》第四条',
    ],
    ...[
      'Article 5 PIPL',
      'Article 5 of the PIPL',
      'Article 4 of the Cybersecurity Law',
      'Art. 5 AI Act',
    ],
    ...[
      'PIPL Article 5',
      '《個人資訊保護法》第五條',
      '欧盟《人工智能法案》第五条',
      'Article 10, Data Security Law',
    ],
  ],
  'us-eo-14179': [
    ...['Section 5 FTC Act', 'Section 5 of the FTC Act', 'sec. 5 of Executive Order 13960'],
    ...['sec. 4, E.O. 13960', 'section 2 of title 5, United States Code', '第13960号行政令第4节'],
    ...['Section 2 of the Administrative Procedure Act', 'Sec. 4 of EO 14110', 'EO 14110 sec. 4'],
  ],
  'us-aiap-2025': [
    ...[
      'pillar I of the UK AI Action Plan',
      'pillar I of the AI Strategy of 2019',
      'Section 2 of the CHIPS Act',
    ],
    ...['《英国人工智能机遇行动计划》第一支柱', 'pillar II of the National AI Strategy'],
  ],
  'uk-aioap-2025': [
    ...['recommendation 3 of the OECD Guidelines', 'section 1 of the Data Protection Act 2018'],
    ...['section 2 of America’s AI Action Plan', 'recommendation 5 of the Blueprint'],
  ],
}

suite('a place of another law is none of the cited instrument, and no problem', () => {
  for (const [key, suffixes] of Object.entries(ofOthers)) {
    test(key, () => {
      const wrong = suffixes.filter((suffix) => namedBy(key, suffix).join() !== key)
      assert.deepEqual(wrong, [])
    })
  }
  test('also behind the key of a provision, which stays what is named', () => {
    assert.deepEqual(namedBy('eu-ai-act:27', 'Article 35 GDPR'), ['eu-ai-act:27'])
    assert.deepEqual(namedBy('eu-ai-act:27', '第三十五条（GDPR）'), ['eu-ai-act:27'])
  })
})

/** Places that the cited instrument is named with, or beside another one; with the keys of what they name. */
const ofItsOwn: readonly (readonly [suffix: string, ...keys: readonly [string, ...string[]]])[] = [
  ['Article 5 AI Act', 'eu-ai-act:5'],
  ['Article 5, AI Act', 'eu-ai-act:5'],
  ['Art. 5 AIA', 'eu-ai-act:5'],
  ['Art. 5 EU AI Act', 'eu-ai-act:5'],
  ['Art. 5 of the EU’s AI Act', 'eu-ai-act:5'],
  ['Art. 5(1)(a) of the “Artificial Intelligence Act”', 'eu-ai-act:5.1.a'],
  ['AI Act, Art. 5', 'eu-ai-act:5'],
  ['AI Act Arts 5–7', 'eu-ai-act:5', 'eu-ai-act:6', 'eu-ai-act:7'],
  ['Art. 5 of this Regulation', 'eu-ai-act:5'],
  ['Art. 5(1) of that Regulation', 'eu-ai-act:5.1'],
  ['Annex III of the Act', 'eu-ai-act:annex-III'],
  ['Annex III thereof', 'eu-ai-act:annex-III'],
  ['Article 6 of the Act and Annex III', 'eu-ai-act:6', 'eu-ai-act:annex-III'],
  ['Art. 5(1)(a) of Regulation (EU) 2024/1689', 'eu-ai-act:5.1.a'],
  ['Regulation (EU) 2024/1689, Art. 5(1)(a)', 'eu-ai-act:5.1.a'],
  ['Art. 5 Reg. 2024/1689', 'eu-ai-act:5'],
  ['Article 27 AI Act in conjunction with Article 35 GDPR', 'eu-ai-act:27'],
  ['Art. 27 and Article 35 GDPR', 'eu-ai-act:27'],
  ['Art. 27, Article 35 GDPR', 'eu-ai-act:27'],
  ['Article 27 read with Articles 35 and 36 of the GDPR', 'eu-ai-act:27'],
  ['Article 5 (prohibited practices)', 'eu-ai-act:5'],
  ['Article 5 Prohibited AI practices', 'eu-ai-act:5'],
  ['Article 5 Prohibited Practices of the AI Act', 'eu-ai-act:5'],
  ['Art. 51 GPAI models', 'eu-ai-act:51'],
  ['Art. 50 AI systems', 'eu-ai-act:50'],
  ['Art. 5, EU', 'eu-ai-act:5'],
  ['Art. 6 Classification Rules for High-Risk AI Systems', 'eu-ai-act:6'],
  ['Art. 56 Code of Practice', 'eu-ai-act:56'],
  ['Article 113 Final Provisions', 'eu-ai-act:113'],
  ['Art. 27 FRIA', 'eu-ai-act:27'],
  ['Art. 2(7) (GDPR unaffected)', 'eu-ai-act:2.7'],
  ['Annex I (Union harmonisation legislation)', 'eu-ai-act:annex-I'],
  ['Art. 17 CAC', 'cn-genai-2023:17'],
  ['Art. 6 II', 'eu-ai-act:6'],
  ['Art. 5 in English', 'eu-ai-act:5'],
  ['Art. 102 (amendment to Regulation (EC) No 300/2008)', 'eu-ai-act:102'],
  ['《人工智能法案》第五条', 'eu-ai-act:5'],
  ['欧盟《人工智能法》第五条第一款', 'eu-ai-act:5.1'],
  ['歐盟《人工智慧法》第五條', 'eu-ai-act:5'],
  ['该法案第五条', 'eu-ai-act:5'],
  ['该法第五条及附件三', 'eu-ai-act:5', 'eu-ai-act:annex-III'],
  ['第五条（禁止的做法）', 'eu-ai-act:5'],
  ['本办法第五条', 'cn-genai-2023:5'],
  ['《办法》第五条', 'cn-genai-2023:5'],
  ['《暂行办法》第四条第（二）项', 'cn-genai-2023:4.2'],
  ['《生成式人工智能服务管理暂行办法》第五条', 'cn-genai-2023:5'],
  ['生成式人工智能服务管理暂行办法第五条', 'cn-genai-2023:5'],
  ['《生成式人工智慧服務管理暫行辦法》第五條', 'cn-genai-2023:5'],
  ['本法第五条和第七条', 'cn-genai-2023:5', 'cn-genai-2023:7'],
  ['第五条及《网络安全法》第二十一条', 'cn-genai-2023:5'],
  ['Article 4 of the Interim Measures', 'cn-genai-2023:4'],
  ['Article 4 of the Measures', 'cn-genai-2023:4'],
  ['Section 4 of the order', 'us-eo-14179:4'],
  ['Section 4 of this order', 'us-eo-14179:4'],
  ['Section 4 of Trump’s order', 'us-eo-14179:4'],
  ['E.O. No. 14179, § 4', 'us-eo-14179:4'],
  ['Section 4 of Executive Order 14179', 'us-eo-14179:4'],
  ['第14179号行政令第4节', 'us-eo-14179:4'],
  ['Sec. 3 Exec. Order No. 14318', 'us-eo-14318:3'],
  ['sec. 3 of FR Doc. 2025-14212', 'us-eo-14318:3'],
  ['rec. 12 of CP 1241', 'uk-aioap-2025:12'],
  ['Pillar II of America’s AI Action Plan', 'us-aiap-2025:II'],
  ['pillar I of the White House’s AI Action Plan', 'us-aiap-2025:I'],
  ['pillar I of the plan', 'us-aiap-2025:I'],
  ['《美国AI行动计划》第一支柱', 'us-aiap-2025:I'],
  ['该计划第一支柱第1节', 'us-aiap-2025:I.1'],
  ['recommendation 3 of the Clifford review', 'uk-aioap-2025:3'],
  ['recommendation 3 of the UK’s action plan', 'uk-aioap-2025:3'],
]

test('a place beside a name of the cited instrument is its own', () => {
  const wrong = ofItsOwn.flatMap(([suffix, ...keys]) => {
    const named = namedBy(keys[0].slice(0, keys[0].indexOf(':')), suffix)
    return named.join() === keys.join() ? [] : [`${suffix}: ${named.join()}`]
  })
  assert.deepEqual(wrong, [])
})

test('a word of a place is one although the instrument is called by it', () => {
  const goals = corpusOf([
    {
      name: 'un-sdg-2015.md',
      text: '---\nid: un-sdg-2015\ntype: declaration\ntitle: Sustainable Development Goals\naliases: [Goals, 可持续发展目标]\n---\n\n# A {#4 kind=goal}\n\n## B {#4.1 kind=target}\n\n# C {#13 kind=goal}\n\n## D {#13.1 kind=target}\n',
    },
  ])
  for (const [suffix, ...keys] of [
    ['Goals 4 and 13', '4', '13'],
    ['goal 13', '13'],
    ['Sustainable Development Goal 13', '13'],
    ['Sustainable Development Goals 4 and 13', '4', '13'],
    ['goal 13 of the Sustainable Development Goals', '13'],
    ['可持续发展目标13', '13'],
    ['《可持续发展目标》目标 4', '4'],
  ] as const) {
    const places = meaningsOf(analyseReport(`[@un-sdg-2015, ${suffix}]`), goals)
    const named = places.flatMap((meaning) => meaning.places.map(({ provision }) => provision.key))
    assert.deepEqual(
      named,
      keys.map((key) => `un-sdg-2015:${key}`),
      suffix,
    )
  }
  const { shown } = findProblems(analyseReport('[@un-sdg-2015, Goals 4 and 19]'), goals)
  assert.deepEqual(
    shown.map(({ code }) => code),
    ['citation.unknown-locator'],
  )
})

test('pages behind the name of the cited instrument are read, behind that of another one not', () => {
  const pages = (suffix: string): readonly number[] =>
    meaningsOf(analyseReport(`[@eu-ai-act, ${suffix}]`), corpus)
      .flatMap(({ places }) => places.flatMap((place) => place.pages))
      .map((named) => named.pages.first)
  assert.deepEqual(pages('Art. 5 of the AI Act, p. 51'), [51])
  assert.deepEqual(pages('Art. 35 of the GDPR, p. 51'), [])
})
