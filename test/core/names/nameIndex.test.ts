import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { emptyCorpus, type Corpus } from '../../../src/core/corpus/corpus.ts'
import { createNameIndex, type NameIndex } from '../../../src/core/names/nameIndex.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { isWrittenAsName } from '../../../src/core/names/writtenNames.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'
import { corpusOf, instrument, measure } from '../search/smallCorpus.ts'

function indexOf(corpus: Corpus): NameIndex {
  return createNameIndex(corpus, createSearchIndex(corpus))
}

const library = indexOf(libraryCorpus())

/** The keys of what `text` names, of the longest names only. */
function named(text: string, { names, trie }: NameIndex = library): readonly string[] {
  return trie.find(text).flatMap(({ name, span }) => {
    const known = names.at(name)
    const counts = known !== undefined && isWrittenAsName(known, text, span)
    return counts ? known.provisions.map(({ key }) => key) : []
  })
}

suite('a name is distinctive', () => {
  for (const [text, ...keys] of [
    ['public inquiry into AI-hindering rules', 'us-aiap-2025:I.1.1'],
    ['the AI Workforce Hub', 'us-aiap-2025:I.5.4'],
    ['the NIST AI Litigation Task Force', 'us-eo-14365:3'],
    ["Under America's AI Action Plan", 'us-aiap-2025'],
    ['EO 14110', 'us-eo-14110'],
    ['the EU AI Act', 'eu-ai-act'],
    ['Artificial Intelligence Act Article 5', 'eu-ai-act'],
    ['PermitAI', 'us-aiap-2025:II.1.7'],
    ['a “chip passport”', 'press-us-aiap-2025-08:8.5'],
    ['a “chip passport,” it', 'press-us-aiap-2025-08:8.5'],
    ['所谓「芯片护照」', 'press-us-aiap-2025-08:8.5'],
    ['根据人工智能全球治理行动计划', 'cn-gaigap-2025'],
    ['美国AI行动计划', 'us-aiap-2025'],
    ['就阻碍AI的联邦法规公开征询意见', 'us-aiap-2025:I.1.1'],
    ['美国将成立AI劳动力研究中心。', 'us-aiap-2025:I.5.4'],
    ['美國將成立AI勞動力研究中心。', 'us-aiap-2025:I.5.4'],
    ['在劳工部设立AI劳动力研究中心', 'us-aiap-2025:I.5.4'],
    ['推出全栈AI出口套餐', 'us-aiap-2025:III.1.1', 'us-eo-14320:3.b'],
    ['推出全端AI出口套案', 'us-aiap-2025:III.1.1', 'us-eo-14320:3.b'],
    ['总务署的AI采购工具箱', 'us-aiap-2025:I.12.3'],
    ['并加强AI算力出口管制执法', 'us-aiap-2025:III.3'],
    ['並加強AI運算晶片出口管制執法', 'us-aiap-2025:III.3'],
    ['试点应对AI劳动力挑战的新办法', 'us-aiap-2025:I.5.6'],
    ['試辦因應AI勞動力挑戰的新做法', 'us-aiap-2025:I.5.6'],
    ['成员国关于实时识别的立法', 'eu-ai-act:5.5'],
  ] as const) {
    test(`in ${text}`, () => {
      assert.deepEqual([...new Set(named(text))], keys)
    })
  }

  for (const [text, why] of [
    ['a workforce hub, an AI workforce hub', 'without its capitals'],
    ['a Colorado Artificial Intelligence Act', 'a longer name'],
    ['the Artificial Intelligence Act Amendment', 'a longer name'],
    ['permitai, PERMITAI', 'a token in other letters'],
    ['CISA, OSTP, the Permitting Commission', 'agencies'],
    ['Pillar One, Section 132, 第一支柱', 'labels'],
    ['the Clean Air Act, the CERCLA', 'laws'],
    ['AI adoption, critical infrastructure, supply chain security', 'common words'],
    ['high school, open models, the “policy”', 'common words'],
    ['供应链安全、关键基础设施、公开征求意见', 'common words'],
    ['立法、执法和办法，執法與辦法，“立法”', 'common words'],
    ['注册学徒制和出口套餐', 'common words'],
    ['《国家环境政策法》《公司法》《預算法》', 'laws'],
    ['https://x.org/AI Workforce Hub', 'an address'],
    ['Americas-AI-Action-Plan.pdf', 'the name of a file'],
  ] as const) {
    test(`not in ${text}: ${why}`, () => {
      assert.deepEqual(named(text), [])
    })
  }

  const filler = Array.from({ length: 60 }, (_, at) =>
    measure(`plan:${String(at + 10)}`, `Data center permit ${String(at)}`),
  )

  test('by what the corpus has: words that few provisions share', () => {
    const own = measure('plan:1', 'Kelp lantern ferry timetable')
    const index = indexOf(corpusOf([instrument('plan', 'Plan'), own, ...filler]))
    assert.deepEqual(named('a kelp lantern ferry timetable', index), ['plan:1'])
    assert.deepEqual(named('a data center permit', index), [])
  })

  test('labels of goals, principles and their like are no names', () => {
    const titles = ['Goal Three', 'Principle Two', '目标十四', '第三原则', 'Function One']
    const labels = titles.map((title, at) => measure(`plan:${String(at + 1)}`, title))
    assert.deepEqual(
      [...indexOf(corpusOf([instrument('plan', 'Plan'), ...labels, ...filler])).names].filter(
        ({ text }) => titles.includes(text),
      ),
      [],
    )
  })

  test('words that end as laws do in Chinese name no law, and laws name no measure', () => {
    const titles = [
      ['试行货运调度的新办法', '試行貨運調度的新辦法', true],
      ['强化跨海货运联合执法', '強化跨海貨運聯合執法', true],
      ['改进港口拖轮计费的算法', '改進港口拖輪計費的演算法', true],
      ['港口拖轮货运公司法', '港口拖輪貨運公司法', false],
      ['跨海货运拖轮安全法', '跨海貨運拖輪安全法', false],
      ['港口拖轮与货运预算法', '港口拖輪與貨運預算法', false],
    ] as const
    for (const [simplified, traditional, isName] of titles) {
      const inChinese = { 'zh-Hans': simplified, 'zh-Hant': traditional }
      const one = measure('plan:1', { en: 'Tugs', ...inChinese })
      const index = indexOf(corpusOf([instrument('plan', 'Plan'), one, ...filler]))
      for (const text of [simplified, traditional]) {
        assert.deepEqual(named(`要求${text}。`, index), isName ? ['plan:1'] : [], text)
      }
    }
  })

  test('names that are written alike belong to all that bear them, a repetition counts once', () => {
    const title = 'Kelp lantern ferry timetable'
    const index = indexOf(
      corpusOf([
        instrument('plan', 'Plan'),
        measure('plan:1', title),
        measure('plan:2', 'Kelp-Lantern ferry timetables'),
        measure('plan:3', title, { sameAs: measure('plan:1', title).key }),
        ...filler,
      ]),
    )
    assert.deepEqual(named(title, index), ['plan:1', 'plan:2'])
  })

  test('an empty corpus has none', () => {
    assert.deepEqual([...indexOf(emptyCorpus).names], [])
  })
})
