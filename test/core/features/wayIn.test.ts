import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { suggestCitations } from '../../../src/core/features/completion.ts'
import { draftInsertion } from '../../../src/core/features/insertion.ts'
import { citeMentionsAt } from '../../../src/core/features/mentions/citeMentions.ts'
import { createNameIndex } from '../../../src/core/names/nameIndex.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { reportAtCaret } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)
const options = { style: 'key', withPage: true, language: 'en', limit: 100 } as const

const works = {
  plan: 'us-aiap-2025:I.1.3',
  law: 'eu-ai-act:5.1.a',
  order: 'us-eo-14320',
  measures: 'cn-genai-2023:12',
} as const

type Work = keyof typeof works

/** The report after the whole key of `work` was typed at the caret and accepted. */
function typed(marked: string, work: Work, style: CitationStyle): string {
  const key = works[work]
  const { report, offset } = reportAtCaret(marked.replace('|', `@${key}|`))
  const found = suggestCitations(report, index, corpus, offset, { ...options, style })
  const text = found?.items.find(({ provision }) => provision.key === key)?.text
  assert.ok(found !== undefined && text !== undefined, `${key} is offered in ${marked}`)
  return applyEdits(report.source, [{ span: found.span, text }])
}

/** The report after `work` was inserted at the caret, or at an `@` there. */
function inserted(marked: string, work: Work, style: CitationStyle): string {
  const { report, offset } = reportAtCaret(marked)
  const provision = corpus.byKey.get(works[work]) ?? assert.fail(work)
  const caret = { start: offset, end: offset }
  const { edits } = draftInsertion(report, corpus, [caret], [provision], { ...options, style })
  return applyEdits(report.source, edits)
}

const chinese = '---\nlang: zh-CN\n---\n\n'
const plan = '@us-aiap-2025:I.1.3'
const act = '@eu-ai-act:5.1.a'
const place = '@us-aiap-2025, p. 3, pillar I, sec. 1, action 3'
const inSentence = '@us-aiap-2025 [p. 3, pillar I, sec. 1, action 3]'
const article = '@eu-ai-act, art. 5(1)(a)'
const paragraph = '@eu-ai-act, 第 5 条第 1 款第 a 项'
const inChinese = '@us-aiap-2025, 第 3 页，第一支柱第 1 节第 3 项建议行动'

const forms: readonly (readonly [string, Work, CitationStyle, string])[] = [
  // Words, and whatever a clause goes on behind.
  ['The plan wants it |.', 'plan', 'key', `The plan wants it [${plan}, p. 3].`],
  ['It is banned |, too.', 'law', 'key', `It is banned [${act}], too.`],
  ['《办法》|规定', 'measures', 'key', '《办法》[@cn-genai-2023:12]规定'],
  ['（办法）|规定', 'measures', 'key', '（办法）[@cn-genai-2023:12]规定'],
  ['称“可信”|。', 'plan', 'key', `称“可信”[${plan}, p. 3]。`],
  ['根据|，', 'plan', 'key', `根据[${plan}, p. 3]，`],
  [`${chinese}如此 |，`, 'plan', 'key', `${chinese}如此 [${plan}, 页 3]，`],
  [`${chinese}法律依据|，`, 'law', 'key', `${chinese}法律依据[${act}]，`],
  ['The plan wants it |.', 'plan', 'pandoc', `The plan wants it [${place}].`],
  ['It is banned |, too.', 'law', 'pandoc', `It is banned [${article}], too.`],
  ['《办法》|规定', 'measures', 'pandoc', '《办法》[@cn-genai-2023, art. 12]规定'],
  [
    `${chinese}《办法》|规定`,
    'measures',
    'pandoc',
    `${chinese}《办法》[@cn-genai-2023, 第十二条]规定`,
  ],
  [`${chinese}根据 |，`, 'plan', 'pandoc', `${chinese}根据 [${inChinese}]，`],
  // Within brackets.
  ['So [@b; |].', 'law', 'pandoc', `So [@b; ${article}].`],
  ['So [see @b, p. 3, and |].', 'plan', 'pandoc', `So [see @b, p. 3; and ${place}].`],
  ['标识［@b；|］。', 'plan', 'pandoc', `标识[@b; ${place}]。`],
  ['So [@b; |].', 'law', 'key', `So [@b; ${act}].`],
  ['So [see @b; |].', 'plan', 'narrative', `So [see @b; ${place}].`],
  ['So [@b and |].', 'law', 'key', `So [@b; and ${act}].`],
  ['So [see @b, p. 3, and |].', 'plan', 'key', `So [see @b, p. 3; and ${plan}, p. 3].`],
  ['见[@b和|]。', 'measures', 'key', '见[@b; 和 @cn-genai-2023:12]。'],
  // Within full-width brackets, which become Pandoc's.
  ['标识［|］。', 'measures', 'key', '标识[@cn-genai-2023:12]。'],
  ['标识【参见|】。', 'measures', 'key', '标识[参见 @cn-genai-2023:12]。'],
  ['标识［@b；|］。', 'plan', 'key', `标识[@b; ${plan}, p. 3]。`],
  ['标识［@b, p. 3；見|', 'law', 'key', `标识[@b, p. 3; 見 ${act}]`],
  ['（编者按［注：|］）', 'measures', 'key', '（编者按［注：[@cn-genai-2023:12]］）'],
  // A clause begins.
  ['|', 'plan', 'key', `${plan} [p. 3]`],
  ['It ends. |', 'plan', 'key', `It ends. ${plan} [p. 3]`],
  [
    'They say that |',
    'plan',
    'pandoc',
    'They say that @us-aiap-2025 [p. 3, pillar I, sec. 1, action 3]',
  ],
  ['It ends. |', 'law', 'key', `It ends. [${act}]`],
  ['它结束。|', 'measures', 'key', '它结束。[@cn-genai-2023:12]'],
  [`${chinese}|`, 'plan', 'key', `${chinese}[${plan}, 页 3]`],
  ['whether | wants it', 'plan', 'key', `whether ${plan} [p. 3] wants it`],
  ['We ask how | wants it', 'plan', 'key', `We ask how ${plan} [p. 3] wants it`],
  ['Does | want it?', 'plan', 'key', `Does ${plan} [p. 3] want it?`],
  ['What does | want?', 'plan', 'key', `What does ${plan} [p. 3] want?`],
  ['whether | bans it', 'law', 'key', `whether [${act}] bans it`],
  ['Does | ban it?', 'law', 'narrative', `Does Article 5(1)(a) of the AI Act [${article}] ban it?`],
  ['the rule that is |', 'plan', 'key', `the rule that is [${plan}, p. 3]`],
  // A name must follow.
  ['As | says', 'plan', 'key', `As ${plan} [p. 3] says`],
  ['As | says', 'law', 'key', `As Article 5(1)(a) of the AI Act [${act}] says`],
  ['banned under |.', 'order', 'key', 'banned under EO 14320 [@us-eo-14320].'],
  [
    'As | says',
    'law',
    'pandoc',
    'As Article 5(1)(a) of the AI Act [@eu-ai-act, art. 5(1)(a)] says',
  ],
  // The name of the work alone must follow: its place stands there.
  ['Article 5 of | bans it.', 'law', 'key', `Article 5 of the AI Act [${act}] bans it.`],
  [
    'Under Art. 5(1)(a) of |.',
    'law',
    'narrative',
    `Under Art. 5(1)(a) of the AI Act [${article}].`,
  ],
  ['See Chapter II of |.', 'law', 'key', `See Chapter II of the AI Act [${act}].`],
  [
    '*Article 5*, point (a), of | bans',
    'law',
    'key',
    `*Article 5*, point (a), of the AI Act [${act}] bans`,
  ],
  ['Point (a) of |', 'law', 'key', `Point (a) of Article 5(1) of the AI Act [${act}]`],
  ['Paragraph 1 of |', 'law', 'key', `Paragraph 1 of Article 5 of the AI Act [${act}]`],
  ['Section 3 of |', 'order', 'key', 'Section 3 of EO 14320 [@us-eo-14320]'],
  ['Pillar I of |', 'plan', 'key', `Pillar I of *America's AI Action Plan* [${plan}, p. 3]`],
  [
    'section 3 of |',
    'plan',
    'pandoc',
    "section 3 of *America's AI Action Plan* [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]",
  ],
  ['From Article 4 to |', 'law', 'key', `From Article 4 to Article 5(1)(a) of the AI Act [${act}]`],
  [`${chinese}违反第五条的|。`, 'law', 'narrative', `${chinese}违反第五条的[${paragraph}]。`],
  [
    `${chinese}违反第五条第一款|。`,
    'law',
    'narrative',
    `${chinese}违反第五条第一款[${paragraph}]。`,
  ],
  [
    `${chinese}按《办法》|。`,
    'measures',
    'narrative',
    `${chinese}按《办法》[@cn-genai-2023, 第十二条]。`,
  ],
  [`${chinese}第一支柱的|`, 'plan', 'narrative', `${chinese}第一支柱的[${inChinese}]`],
  [`${chinese}根据|，`, 'law', 'key', `${chinese}根据[${act}]，`],
  [`${chinese}机构应依照|`, 'plan', 'key', `${chinese}机构应依照[${plan}, 页 3]`],
  // The reader is referred.
  ['See |.', 'order', 'key', '[See @us-eo-14320].'],
  ['Chips are traced, see |.', 'plan', 'key', `Chips are traced [see ${plan}, p. 3].`],
  ['Chips, cf. |.', 'law', 'key', `Chips [cf. ${act}].`],
  ['But see |.', 'order', 'key', '[But see @us-eo-14320].'],
  ['Chips are traced, but see |.', 'law', 'key', `Chips are traced [but see ${act}].`],
  ['See generally |.', 'order', 'key', '[See generally @us-eo-14320].'],
  ['“Chips”; see also |.', 'law', 'key', `“Chips” [see also ${act}].`],
  ['应当标识，参见|。', 'measures', 'key', '应当标识[参见 @cn-genai-2023:12]。'],
  ['（参见|）', 'measures', 'key', '（[参见 @cn-genai-2023:12]）'],
  ['（見|）', 'measures', 'key', '（[見 @cn-genai-2023:12]）'],
  ['*See* |.', 'order', 'key', '[*See* @us-eo-14320].'],
  ['Chips are traced, _see_ |.', 'law', 'key', `Chips are traced [_see_ ${act}].`],
  ['**See** |.', 'order', 'key', '[**See** @us-eo-14320].'],
  ['*See, e.g.,* |.', 'order', 'key', '[*See, e.g.,* @us-eo-14320].'],
  ['*Chips, see | there*', 'order', 'key', '*Chips [see @us-eo-14320] there*'],
  ['*Chips, see* |.', 'order', 'key', '*Chips, see* [@us-eo-14320].'],
  ['Compare |.', 'order', 'key', '[Compare @us-eo-14320].'],
  ['Chips; compare |.', 'order', 'key', 'Chips [compare @us-eo-14320].'],
  ['Compare | with it.', 'order', 'key', 'Compare [@us-eo-14320] with it.'],
  ['Compare the ban in |.', 'order', 'key', 'Compare the ban in EO 14320 [@us-eo-14320].'],
  ['应当标识，参考|。', 'measures', 'key', '应当标识[参考 @cn-genai-2023:12]。'],
  ['参考|的做法。', 'measures', 'key', '参考[@cn-genai-2023:12]的做法。'],
  ['參見|。', 'measures', 'key', '[參見 @cn-genai-2023:12]。'],
  ['Chips are traced, see\n|.', 'order', 'key', 'Chips are traced [see @us-eo-14320].'],
  ['Chips are traced,\r\nsee |.', 'order', 'key', 'Chips are traced [see @us-eo-14320].'],
  ['> Chips, see\n> | here', 'order', 'key', '> Chips [see @us-eo-14320] here'],
  ['应当标识，参见\n|。', 'measures', 'key', '应当标识[参见 @cn-genai-2023:12]。'],
  ['［*参见*|］', 'measures', 'key', '[*参见* @cn-genai-2023:12]'],
  ['[@b; compare |]', 'law', 'key', `[@b; compare ${act}]`],
  ['What we see |', 'plan', 'key', `What we see [${plan}, p. 3]`],
  ['Chips are traced, see |.', 'plan', 'pandoc', `Chips are traced [see ${place}].`],
  ['应当标识，参见|。', 'measures', 'pandoc', '应当标识[参见 @cn-genai-2023, art. 12]。'],
  // The narrative form is asked for.
  ['The rule is |.', 'plan', 'narrative', `The rule is ${inSentence}.`],
  ['The rule is |.', 'law', 'narrative', `The rule is Article 5(1)(a) of the AI Act [${article}].`],
  ['See |.', 'order', 'narrative', 'See EO 14320 [@us-eo-14320].'],
  ['|', 'measures', 'narrative', 'Article 12 of the GenAI Measures [@cn-genai-2023, art. 12]'],
  [
    `${chinese}根据|，`,
    'measures',
    'narrative',
    `${chinese}根据《生成式人工智能服务管理暂行办法》第十二条[@cn-genai-2023, 第十二条]，`,
  ],
  [`${chinese}根据|，`, 'plan', 'narrative', `${chinese}根据《美国AI行动计划》[${inChinese}]，`],
]

suite('one rule of form for every way in', () => {
  for (const [marked, work, style, after] of forms) {
    const title = `${work} in ${JSON.stringify(marked)}, ${style}`
    test(`typed: ${title}`, () => {
      assert.equal(typed(marked, work, style), after)
    })
    test(`inserted: ${title}`, () => {
      assert.equal(inserted(marked, work, style), after)
    })
    test(`inserted at a marker: ${title}`, () => {
      assert.equal(inserted(marked.replace('|', '@|'), work, style), after)
    })
  }
})

test('behind a name that stands there, no style writes an author or the name again', () => {
  const names = createNameIndex(corpus, index)
  const { report, offset } = reportAtCaret('The AI Workforce| Hub counts.')
  const selection = { start: offset, end: offset }
  for (const [style, cited] of [
    ['key', '@us-aiap-2025:I.5.4, pp. 6-7'],
    ['pandoc', '@us-aiap-2025, pp. 6-7, pillar I, sec. 5, action 4'],
    ['narrative', '@us-aiap-2025, pp. 6-7, pillar I, sec. 5, action 4'],
  ] as const) {
    const [found] = citeMentionsAt(report, corpus, names, selection, { ...options, style })
    assert.equal(
      applyEdits(report.source, found?.edits ?? []),
      `The AI Workforce Hub [${cited}] counts.`,
    )
  }
})

suite('into brackets that wait for a citation goes the part alone', () => {
  for (const [marked, after] of [
    ['So [|].', `So [${plan}, p. 3].`],
    ['So [see |].', `So [see ${plan}, p. 3].`],
    ['[@b; |] says', `[@b; ${plan}, p. 3] says`],
    ['[|; @b] says', `[${plan}, p. 3; @b] says`],
    ['（[参见|]）', `（[参见 ${plan}, p. 3]）`],
    ['A [link |](x) stays', `A [link [${plan}, p. 3]](x) stays`],
    ['A [note |] stays', `A [note [${plan}, p. 3]] stays`],
  ] as const) {
    test(marked, () => {
      assert.equal(inserted(marked, 'plan', 'key'), after)
    })
  }
})
