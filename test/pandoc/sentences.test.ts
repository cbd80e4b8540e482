import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../src/core/bibliography/csl.ts'
import type { CitationStyle } from '../../src/core/citation/citationForm.ts'
import { suggestCitations } from '../../src/core/features/completion.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../src/core/text/textEdit.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { reportAtCaret } from '../support/markedReport.ts'
import { pandocPlain } from './pandoc.ts'
import { printedStyles } from './styles.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)

/** The report after the key at the caret was accepted there. */
function accepted(marked: string, key: string, style: CitationStyle): string {
  const { report, offset } = reportAtCaret(marked.replace('|', `@${key}|`))
  const options = { style, withPage: true, language: 'en', limit: 100 } as const
  const found = suggestCitations(report, index, corpus, offset, options)
  const text = found?.items.find(({ provision }) => provision.key === key)?.text
  assert.ok(found !== undefined && text !== undefined, marked)
  return applyEdits(report.source, [{ span: found.span, text }])
}

/** What Pandoc prints of a report that cites `key`, without its notes and its list of references. */
async function printed(report: string, key: string, csl: string | undefined): Promise<string> {
  const items = cslItems([corpus.byKey.get(key) ?? assert.fail(key)], corpus, 'en')
  const options = {
    metadata: {
      bibliography: 'cited.json',
      'suppress-bibliography': true,
      ...(csl !== undefined && { csl: 'ours.csl' }),
    },
  }
  const files = {
    'cited.json': JSON.stringify(items),
    ...(csl !== undefined && { 'ours.csl': csl }),
  }
  const [text = ''] = (await pandocPlain(report, files, options)).split('\n\n[1]')
  return text.trim()
}

const ban = 'Regulation (EU) 2024/1689, art. 5(1)(a)'
const order = 'Exec. Order No. 14320'
const chinese = '---\nlang: zh-CN\n---\n\n'

/** What is typed, what is cited there in which style of ours, and what Pandoc prints: in the text, numbered, in notes. */
const cases: readonly (readonly [string, string, CitationStyle, string, string, string])[] = [
  [
    'The plan wants it |.',
    'us-aiap-2025:I.1.3',
    'key',
    'The plan wants it (White House 2025, 3).',
    'The plan wants it [1, p. 3].',
    'The plan wants it.[1]',
  ],
  [
    'It ends. | wants that.',
    'us-aiap-2025:I.1.3',
    'key',
    'It ends. White House (2025, 3) wants that.',
    'It ends. [1, p. 3] wants that.',
    'It ends. White House[1] wants that.',
  ],
  [
    'It is banned |, too.',
    'eu-ai-act:5.1.a',
    'key',
    `It is banned (${ban} 2024), too.`,
    'It is banned [1], too.',
    'It is banned,[1] too.',
  ],
  [
    'As | says.',
    'eu-ai-act:5.1.a',
    'key',
    `As Article 5(1)(a) of the AI Act (${ban} 2024) says.`,
    'As Article 5(1)(a) of the AI Act [1] says.',
    'As Article 5(1)(a) of the AI Act[1] says.',
  ],
  [
    'So | bans it.',
    'eu-ai-act:5.1.a',
    'narrative',
    'So Article 5(1)(a) of the AI Act (Regulation (EU) 2024/1689 2024, art. 5(1)(a)) bans it.',
    'So Article 5(1)(a) of the AI Act [1, art. 5(1)(a)] bans it.',
    'So Article 5(1)(a) of the AI Act[1] bans it.',
  ],
  [
    'Exports are promoted, see |.',
    'us-eo-14320',
    'key',
    `Exports are promoted (see ${order} 2025).`,
    'Exports are promoted [see 1].',
    'Exports are promoted.[1]',
  ],
  ['See |', 'us-eo-14320', 'key', `(See ${order} 2025)`, '[See 1]', '[1]'],
  [
    'See |.',
    'us-eo-14320',
    'narrative',
    `See EO 14320 (${order} 2025).`,
    'See EO 14320 [1].',
    'See EO 14320.[1]',
  ],
  [
    `${chinese}如此|，应当改变。`,
    'us-aiap-2025:I.1.3',
    'key',
    '如此(White House 2025年, 3)，应当改变。',
    '如此[1, 页 3]，应当改变。',
    '如此[1]，应当改变。',
  ],
  [
    `${chinese}根据|，应当改变。`,
    'us-aiap-2025:I.1.3',
    'narrative',
    '根据《美国AI行动计划》(White House 2025年, 第 3 页，第一支柱第 1 节第 3 项建议行动)，应当改变。',
    '根据《美国AI行动计划》[1, 第 3 页，第一支柱第 1 节第 3 项建议行动]，应当改变。',
    '根据《美国AI行动计划》[1]，应当改变。',
  ],
  [
    `${chinese}根据|，应当禁止。`,
    'eu-ai-act:5.1.a',
    'narrative',
    '根据《人工智能法案》第五条第一款第a项(Regulation (EU) 2024/1689 2024年, 第 5 条第 1 款第 a 项)，应当禁止。',
    '根据《人工智能法案》第五条第一款第a项[1, 第 5 条第 1 款第 a 项]，应当禁止。',
    '根据《人工智能法案》第五条第一款第a项[1]，应当禁止。',
  ],
  [
    'Article 5 of | bans it.',
    'eu-ai-act:5.1.a',
    'key',
    `Article 5 of the AI Act (${ban} 2024) bans it.`,
    'Article 5 of the AI Act [1] bans it.',
    'Article 5 of the AI Act[1] bans it.',
  ],
  [
    'Pillar I of | wants it.',
    'us-aiap-2025:I.1.3',
    'key',
    'Pillar I of America’s AI Action Plan (White House 2025, 3) wants it.',
    'Pillar I of America’s AI Action Plan [1, p. 3] wants it.',
    'Pillar I of America’s AI Action Plan[1] wants it.',
  ],
  [
    'Exports are promoted, *see, e.g.,*\n|.',
    'us-eo-14320',
    'key',
    `Exports are promoted (see, e.g., ${order} 2025).`,
    'Exports are promoted [see, e.g., 1].',
    'Exports are promoted.[1]',
  ],
  [
    'Exports are promoted; **compare** |.',
    'us-eo-14320',
    'key',
    `Exports are promoted (compare ${order} 2025).`,
    'Exports are promoted [compare 1].',
    'Exports are promoted.[1]',
  ],
  [
    'We ask whether | wants it.',
    'us-aiap-2025:I.1.3',
    'key',
    'We ask whether White House (2025, 3) wants it.',
    'We ask whether [1, p. 3] wants it.',
    'We ask whether White House[1] wants it.',
  ],
  [
    'Does | want it?',
    'us-aiap-2025:I.1.3',
    'key',
    'Does White House (2025, 3) want it?',
    'Does [1, p. 3] want it?',
    'Does White House[1] want it?',
  ],
  [
    `${chinese}违反第五条的|，应当禁止。`,
    'eu-ai-act:5.1.a',
    'narrative',
    '违反第五条的(Regulation (EU) 2024/1689 2024年, 第 5 条第 1 款第 a 项)，应当禁止。',
    '违反第五条的[1, 第 5 条第 1 款第 a 项]，应当禁止。',
    '违反第五条的[1]，应当禁止。',
  ],
  [
    `${chinese}应当禁止，*参考*|。`,
    'eu-ai-act:5.1.a',
    'key',
    `应当禁止(参考 ${ban} 2024年)。`,
    '应当禁止[参考 1]。',
    '应当禁止[1]。',
  ],
  [
    `${chinese}应当禁止，参见|。`,
    'eu-ai-act:5.1.a',
    'key',
    `应当禁止(参见 ${ban} 2024年)。`,
    '应当禁止[参见 1]。',
    '应当禁止[1]。',
  ],
]

suite('a sentence into which a citation was accepted prints well in every style', () => {
  for (const [marked, key, style, ...expected] of cases) {
    test(`${key} in ${JSON.stringify(marked)}, ${style}`, async () => {
      const report = accepted(marked, key, style)
      for (const [place, csl] of Object.values(printedStyles).entries()) {
        assert.equal(await printed(report, key, csl), expected[place], report)
      }
    })
  }
})
