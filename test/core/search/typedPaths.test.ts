import assert from 'node:assert/strict'
import { test } from 'node:test'
import { favourOf, noUsage, type Usage } from '../../../src/core/search/favour.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from './libraryCorpus.ts'

const library = createSearchIndex(libraryCorpus())

/** A framework and goals with places that the library has none of. */
const others = createSearchIndex(
  corpusOf([
    {
      name: 'xx-rmf.md',
      text:
        '---\nid: xx-rmf\ntype: plan\ntitle: Framework of Risks\naliases: [RMF]\n---\n\n' +
        '# Govern {#GOVERN kind=function}\n\n## Policies {#GOVERN.1 kind=category place="GOVERN 1"}\n\n' +
        '### Duties {#GOVERN.1.1 kind=subcategory place="GOVERN 1.1"}\n\n### Roles {#GOVERN.1.2 kind=subcategory place="GOVERN 1.2"}\n',
    },
    {
      name: 'xx-goals.md',
      text:
        '---\nid: xx-goals\ntype: declaration\ntitle: Goals of the Sea\nnumbers: A/RES/70/1; 国发〔2025〕11号\n---\n\n' +
        '# Clean water {#goal-6 kind=goal}\n\n# Seas {#goal-14 kind=goal}\n\n## Nets {#goal-14.2 kind=target}\n',
    },
  ]),
)

function found(index: SearchIndex, text: string, usage: Usage = noUsage): readonly string[] {
  const favour = favourOf(index.corpus, usage)
  return search(index, { text, limit: 100, language: 'en', favour }).map(
    ({ provision }) => provision.key,
  )
}

/** What is typed, and what must be found first: one provision, or namesakes in any order. */
const typed: readonly (readonly [index: SearchIndex, text: string, ...keys: readonly string[]])[] =
  [
    [library, 'pillar I section 1 action 3', 'us-aiap-2025:I.1.3'],
    [library, 'Pillar I, section 1, recommended action 3', 'us-aiap-2025:I.1.3'],
    [library, 'pillar III section 3 action 1', 'us-aiap-2025:III.3.1'],
    [library, 'pillar three sec three', 'us-aiap-2025:III.3'],
    [library, 'pillar 2 section 3', 'us-aiap-2025:II.3'],
    [library, 'pillar2 section3', 'us-aiap-2025:II.3'],
    [library, 'pillarII', 'us-aiap-2025:II'],
    [library, 'pillar 2', 'us-aiap-2025:II'],
    [library, 'third pillar section 3', 'us-aiap-2025:III.3'],
    [library, 'first action of the third section of pillar 2', 'us-aiap-2025:II.3.1'],
    [library, 'pillar 2 3 1', 'us-aiap-2025:II.3.1'],
    [library, 'p. 3, pillar I, sec. 1, action 3', 'us-aiap-2025:I.1.3'],
    [library, 'AIAP III.3.2', 'us-aiap-2025:III.3.2'],
    [library, 'AIAP 3.3.2', 'us-aiap-2025:III.3.2'],
    [library, 'Article 5', 'eu-ai-act:5', 'cn-genai-2023:5', 'cn-labelling-2025:5'],
    [library, 'art. 5', 'eu-ai-act:5', 'cn-genai-2023:5', 'cn-labelling-2025:5'],
    [library, 'art5', 'eu-ai-act:5', 'cn-genai-2023:5', 'cn-labelling-2025:5'],
    [library, 'artcile 5', 'eu-ai-act:5', 'cn-genai-2023:5', 'cn-labelling-2025:5'],
    [library, 'Article 5 1 a', 'eu-ai-act:5.1.a'],
    [library, 'art. 5(1)(a)', 'eu-ai-act:5.1.a'],
    [library, 'art. 5.1.a', 'eu-ai-act:5.1.a'],
    [library, 'art. 5(1)(a', 'eu-ai-act:5.1.a'],
    [library, 'point (a) of Article 5(1)', 'eu-ai-act:5.1.a'],
    [library, 'AI Act 57', 'eu-ai-act:57'],
    [library, 'Article 57 of the AI Act', 'eu-ai-act:57'],
    [library, '32024R1689 art. 57', 'eu-ai-act:57'],
    [library, 'annex III of 2024/1689', 'eu-ai-act:annex-III'],
    [library, 'eu-ai-act article fifty-seven', 'eu-ai-act:57'],
    [library, 'article fifty seven', 'eu-ai-act:57'],
    [library, 'EO 14110', 'us-eo-14110'],
    [library, 'executive order 14320 section 3', 'us-eo-14320:3'],
    [library, 'section 3 of executive order 14320', 'us-eo-14320:3'],
    [library, 'EO 14110 section 4.2', 'us-eo-14110:4.2'],
    [library, '32024R1689', 'eu-ai-act'],
    [library, '2024/1689', 'eu-ai-act'],
    [library, '90 FR 35385', 'us-eo-14318'],
    [library, '2025-14217', 'us-eo-14319'],
    [library, 'uk recomendation twelve', 'uk-aioap-2025:12'],
    [library, 'UK 12', 'uk-aioap-2025:12'],
    [library, 'twelfth recommendation', 'uk-aioap-2025:12'],
    [library, 'rec. 29', 'uk-aioap-2025:29', 'eu-ai-act:rct-29'],
    [library, '第53条', 'eu-ai-act:53'],
    [library, '第五条', 'cn-genai-2023:5', 'eu-ai-act:5', 'cn-labelling-2025:5'],
    [library, '第5條', 'cn-genai-2023:5', 'eu-ai-act:5', 'cn-labelling-2025:5'],
    [library, '53条', 'eu-ai-act:53'],
    [library, '57', 'eu-ai-act:57'],
    [library, 'AI法案57', 'eu-ai-act:57'],
    [library, '人工智能法案57', 'eu-ai-act:57'],
    [library, 'Artificial Intelligence Act 57', 'eu-ai-act:57'],
    [library, '美国人工智能行动计划第1支柱第1节', 'us-aiap-2025:I.1'],
    [library, '美國人工智慧行動計畫第三支柱', 'us-aiap-2025:III'],
    [library, 'recommendation no 12', 'uk-aioap-2025:12'],
    [library, 'Recommendation No. 12', 'uk-aioap-2025:12'],
    [library, 'recomendation number twelve', 'uk-aioap-2025:12'],
    [library, 'CELEX 32024R1689', 'eu-ai-act'],
    [library, 'CELEX 32024R1689 art. 57', 'eu-ai-act:57'],
    [library, '第五十三條', 'eu-ai-act:53'],
    [library, '人工智能法案第五条', 'eu-ai-act:5'],
    [library, '《人工智能法案》第五条', 'eu-ai-act:5'],
    [library, '欧盟AI法案第五条', 'eu-ai-act:5'],
    [library, '歐盟AI法第5條', 'eu-ai-act:5'],
    [library, 'AI Act 第五条第一款', 'eu-ai-act:5.1'],
    [library, '办法第十二条', 'cn-genai-2023:12'],
    [library, '第一支柱第1节第3项建议行动', 'us-aiap-2025:I.1.3'],
    [library, '美国AI行动计划第三支柱', 'us-aiap-2025:III'],
    [library, '行政令14110', 'us-eo-14110'],
    [library, '行政令第14110号', 'us-eo-14110'],
    [library, '行政令第14110號第4.2節', 'us-eo-14110:4.2'],
    [library, 'executive order number 14110', 'us-eo-14110'],
    [library, 'Regulation No 2024/1689', 'eu-ai-act'],
    [library, 'Article 5 of Regulation No 2024/1689', 'eu-ai-act:5'],
    [library, '附件三', 'eu-ai-act:annex-III'],
    [library, 'GDPR', 'eu-gdpr'],
    [library, 'GDPR 6(1)(f)', 'eu-gdpr:6.1.f'],
    [library, 'Article 22 GDPR', 'eu-gdpr:22'],
    [library, 'Art. 4(7) GDPR', 'eu-gdpr:4.7'],
    [library, 'Regulation (EU) 2016/679 art. 83(5)', 'eu-gdpr:83.5'],
    [library, 'CELEX 32016R0679', 'eu-gdpr'],
    [library, '通用数据保护条例第22条', 'eu-gdpr:22'],
    [library, '《通用数据保护条例》第九条第二款', 'eu-gdpr:9.2'],
    [library, '一般資料保護規則第17條', 'eu-gdpr:17'],
    [library, '歐盟GDPR第35條第3項', 'eu-gdpr:35.3'],
    [library, '英国计划建议12', 'uk-aioap-2025:12'],
    [library, 'govern 1.1', 'us-nist-ai-rmf:GOVERN.1.1'],
    [library, 'GOVERN1.1', 'us-nist-ai-rmf:GOVERN.1.1'],
    [library, 'GOVERN 6', 'us-nist-ai-rmf:GOVERN.6'],
    [library, 'map 3.5', 'us-nist-ai-rmf:MAP.3.5'],
    [library, 'Measure 2.13', 'us-nist-ai-rmf:MEASURE.2.13'],
    [library, 'AI RMF MANAGE 2.4', 'us-nist-ai-rmf:MANAGE.2.4'],
    [library, 'subcategory govern 1.1', 'us-nist-ai-rmf:GOVERN.1.1'],
    [library, '治理1.1', 'us-nist-ai-rmf:GOVERN.1.1'],
    [library, '治理 1.1', 'us-nist-ai-rmf:GOVERN.1.1'],
    [library, '映射3.5', 'us-nist-ai-rmf:MAP.3.5'],
    [library, '测量2.11', 'us-nist-ai-rmf:MEASURE.2.11'],
    [library, '量測2.11', 'us-nist-ai-rmf:MEASURE.2.11'],
    [library, '衡量2.11', 'us-nist-ai-rmf:MEASURE.2.11'],
    [library, '《AI风险管理框架》管理4.3', 'us-nist-ai-rmf:MANAGE.4.3'],
    [library, 'AI风险管理框架治理1.1', 'us-nist-ai-rmf:GOVERN.1.1'],
    [library, 'AI風險管理框架量測 2.11', 'us-nist-ai-rmf:MEASURE.2.11'],
    [library, '人工智能风险管理框架映射3', 'us-nist-ai-rmf:MAP.3'],
    [library, 'NIST AI 100-1', 'us-nist-ai-rmf'],
    [library, 'AI RMF', 'us-nist-ai-rmf'],
    [library, 'AI风险管理框架', 'us-nist-ai-rmf'],
    [library, 'PIPL 13', 'cn-pipl:13'],
    [library, 'PIPL art. 66(2)', 'cn-pipl:66.2'],
    [library, 'Article 38 PIPL', 'cn-pipl:38'],
    [library, '个保法第二十四条', 'cn-pipl:24'],
    [library, '《个人信息保护法》第55条', 'cn-pipl:55'],
    [library, '個人資訊保護法第28條', 'cn-pipl:28'],
    [library, '主席令第91号', 'cn-pipl'],
    [library, 'SDG 13', 'un-sdg:13'],
    [library, 'SDG 13.a', 'un-sdg:13.a'],
    [library, 'sdg13.a', 'un-sdg:13.a'],
    [library, 'goal 13', 'un-sdg:13'],
    [library, 'Sustainable Development Goal 13', 'un-sdg:13'],
    [library, 'target 13.a', 'un-sdg:13.a'],
    [library, 'target 13a', 'un-sdg:13.a'],
    [library, 'target 17.18', 'un-sdg:17.18'],
    [library, 'target 8.1', 'un-sdg:8.1'],
    [library, 'target 8.10 of the SDGs', 'un-sdg:8.10'],
    [library, '目标13', 'un-sdg:13'],
    [library, '具体目标13.a', 'un-sdg:13.a'],
    [library, '可持续发展目标 13.a', 'un-sdg:13.a'],
    [library, '永續發展目標 13.a', 'un-sdg:13.a'],
    [library, '可持續發展目標13.a', 'un-sdg:13.a'],
    [library, '永續發展目標細項目標13.a', 'un-sdg:13.a'],
    [others, 'GOVERN 1.1', 'xx-rmf:GOVERN.1.1'],
    [others, 'govern 1.1', 'xx-rmf:GOVERN.1.1'],
    [others, 'RMF GOVERN 1.2', 'xx-rmf:GOVERN.1.2'],
    [others, '目标14', 'xx-goals:goal-14'],
    [others, 'goal 14 target 2', 'xx-goals:goal-14.2'],
    [others, 'A/RES/70/1', 'xx-goals'],
    [others, '国发〔2025〕11号', 'xx-goals'],
    [others, '国发2025 11号 目标6', 'xx-goals:goal-6'],
  ]

for (const [index, text, ...keys] of typed) {
  test(`${text} finds ${keys.join(' and ')} first`, () => {
    assert.deepEqual(found(index, text).slice(0, keys.length).toSorted(), keys.toSorted())
  })

  test(`${text}, typed key by key, never empties the list`, () => {
    const beginnings = Array.from(text, (_, at) =>
      Array.from(text)
        .slice(0, at + 1)
        .join(''),
    )
    assert.deepEqual(
      beginnings.filter((beginning) => found(index, beginning).length === 0),
      [],
    )
  })
}

test('of namesakes those of the instrument that the report cites most stand first, then those cited lately', () => {
  const cited = new Map([
    ['eu-ai-act:6', 3],
    ['cn-genai-2023:4', 1],
  ])
  assert.equal(found(library, 'Article 7')[0], 'cn-genai-2023:7')
  assert.equal(found(library, 'Article 7', { cited, recent: [] })[0], 'eu-ai-act:7')
  assert.equal(
    found(library, 'Article 7', { cited: new Map(), recent: ['eu-ai-act:6'] })[0],
    'eu-ai-act:7',
  )
  assert.equal(
    found(library, 'section 3', { cited: new Map(), recent: ['us-eo-14319:2'] })[0],
    'us-eo-14319:3',
  )
})

test('an order that was revoked stands behind those in force, but first when it is named', () => {
  const sections = found(library, 'section 5')
  assert.ok(sections.indexOf('us-eo-14179:5') < sections.indexOf('us-eo-14110:5'))
  assert.equal(found(library, 'section 5 EO 14110')[0], 'us-eo-14110:5')
})

for (const text of [
  'article on sandboxes',
  'section biosecurity',
  'point of contact',
  'part of the plan',
  '第三方',
  '行动计划',
]) {
  test(`${text} is no path`, () => {
    const [first] = found(library, text)
    assert.equal(
      first,
      search(library, { text: `${text} `, limit: 1, language: 'en' })[0]?.provision.key,
    )
  })
}
