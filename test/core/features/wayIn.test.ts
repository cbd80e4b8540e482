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
const options = { style: 'pandoc', withPage: true, language: 'en', limit: 100 } as const

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

const forms: readonly (readonly [string, Work, CitationStyle, string])[] = [
  // Words, and whatever a clause goes on behind.
  ['The plan wants it |.', 'plan', 'pandoc', `The plan wants it [${plan}, p. 3].`],
  ['It is banned |, too.', 'law', 'pandoc', `It is banned [${act}], too.`],
  ['《办法》|规定', 'measures', 'pandoc', '《办法》[@cn-genai-2023:12]规定'],
  ['（办法）|规定', 'measures', 'pandoc', '（办法）[@cn-genai-2023:12]规定'],
  ['称“可信”|。', 'plan', 'pandoc', `称“可信”[${plan}, p. 3]。`],
  ['根据|，', 'plan', 'pandoc', `根据[${plan}, p. 3]，`],
  [`${chinese}如此 |，`, 'plan', 'pandoc', `${chinese}如此 [${plan}, 页 3]，`],
  [`${chinese}法律依据|，`, 'law', 'pandoc', `${chinese}法律依据[${act}]，`],
  // Within brackets.
  ['So [@b; |].', 'law', 'pandoc', `So [@b; ${act}].`],
  ['So [see @b; |].', 'plan', 'narrative', `So [see @b; ${plan}, p. 3].`],
  ['So [@b and |].', 'law', 'pandoc', `So [@b; and ${act}].`],
  ['So [see @b, p. 3, and |].', 'plan', 'pandoc', `So [see @b, p. 3; and ${plan}, p. 3].`],
  ['见[@b和|]。', 'measures', 'pandoc', '见[@b; 和 @cn-genai-2023:12]。'],
  // Within full-width brackets, which become Pandoc's.
  ['标识［|］。', 'measures', 'pandoc', '标识[@cn-genai-2023:12]。'],
  ['标识【参见|】。', 'measures', 'pandoc', '标识[参见 @cn-genai-2023:12]。'],
  ['标识［@b；|］。', 'plan', 'pandoc', `标识[@b; ${plan}, p. 3]。`],
  ['标识［@b, p. 3；見|', 'law', 'pandoc', `标识[@b, p. 3; 見 ${act}]`],
  ['（编者按［注：|］）', 'measures', 'pandoc', '（编者按［注：[@cn-genai-2023:12]］）'],
  // A clause begins.
  ['|', 'plan', 'pandoc', `${plan} [p. 3]`],
  ['It ends. |', 'plan', 'pandoc', `It ends. ${plan} [p. 3]`],
  [
    'They say that |',
    'plan',
    'locator',
    'They say that @us-aiap-2025 [p. 3, pillar I, sec. 1, action 3]',
  ],
  ['It ends. |', 'law', 'pandoc', `It ends. [${act}]`],
  ['它结束。|', 'measures', 'pandoc', '它结束。[@cn-genai-2023:12]'],
  [`${chinese}|`, 'plan', 'pandoc', `${chinese}[${plan}, 页 3]`],
  ['whether | wants it', 'plan', 'pandoc', `whether ${plan} [p. 3] wants it`],
  ['We ask how | wants it', 'plan', 'pandoc', `We ask how ${plan} [p. 3] wants it`],
  ['Does | want it?', 'plan', 'pandoc', `Does ${plan} [p. 3] want it?`],
  ['What does | want?', 'plan', 'pandoc', `What does ${plan} [p. 3] want?`],
  ['whether | bans it', 'law', 'pandoc', `whether [${act}] bans it`],
  ['Does | ban it?', 'law', 'narrative', `Does Article 5(1)(a) of the AI Act [${act}] ban it?`],
  ['the rule that is |', 'plan', 'pandoc', `the rule that is [${plan}, p. 3]`],
  // A name must follow.
  ['As | says', 'plan', 'pandoc', `As ${plan} [p. 3] says`],
  ['As | says', 'law', 'pandoc', `As Article 5(1)(a) of the AI Act [${act}] says`],
  ['banned under |.', 'order', 'pandoc', 'banned under EO 14320 [@us-eo-14320].'],
  [
    'As | says',
    'law',
    'locator',
    'As Article 5(1)(a) of the AI Act [@eu-ai-act, chap. II, art. 5(1)(a)] says',
  ],
  // The name of the work alone must follow: its place stands there.
  ['Article 5 of | bans it.', 'law', 'pandoc', `Article 5 of the AI Act [${act}] bans it.`],
  ['Under Art. 5(1)(a) of |.', 'law', 'narrative', `Under Art. 5(1)(a) of the AI Act [${act}].`],
  ['See Chapter II of |.', 'law', 'pandoc', `See Chapter II of the AI Act [${act}].`],
  [
    '*Article 5*, point (a), of | bans',
    'law',
    'pandoc',
    `*Article 5*, point (a), of the AI Act [${act}] bans`,
  ],
  ['Point (a) of |', 'law', 'pandoc', `Point (a) of Article 5(1) of the AI Act [${act}]`],
  ['Paragraph 1 of |', 'law', 'pandoc', `Paragraph 1 of Article 5 of the AI Act [${act}]`],
  ['Section 3 of |', 'order', 'pandoc', 'Section 3 of EO 14320 [@us-eo-14320]'],
  ['Pillar I of |', 'plan', 'pandoc', `Pillar I of *America's AI Action Plan* [${plan}, p. 3]`],
  [
    'section 3 of |',
    'plan',
    'locator',
    "section 3 of *America's AI Action Plan* [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]",
  ],
  [
    'From Article 4 to |',
    'law',
    'pandoc',
    `From Article 4 to Article 5(1)(a) of the AI Act [${act}]`,
  ],
  [`${chinese}违反第五条的|。`, 'law', 'narrative', `${chinese}违反第五条的[${act}]。`],
  [`${chinese}违反第五条第一款|。`, 'law', 'narrative', `${chinese}违反第五条第一款[${act}]。`],
  [`${chinese}按《办法》|。`, 'measures', 'narrative', `${chinese}按《办法》[@cn-genai-2023:12]。`],
  [`${chinese}第一支柱的|`, 'plan', 'narrative', `${chinese}第一支柱的[${plan}, 页 3]`],
  // In Chinese it must follow a preposition.
  [
    `${chinese}根据|，`,
    'law',
    'pandoc',
    `${chinese}根据《人工智能法案》第五条第一款第a项[${act}]，`,
  ],
  [
    `${chinese}机构应依照|`,
    'plan',
    'pandoc',
    `${chinese}机构应依照《美国AI行动计划》[${plan}, 页 3]`,
  ],
  // The reader is referred.
  ['See |.', 'order', 'pandoc', '[See @us-eo-14320].'],
  ['Chips are traced, see |.', 'plan', 'pandoc', `Chips are traced [see ${plan}, p. 3].`],
  ['Chips, cf. |.', 'law', 'pandoc', `Chips [cf. ${act}].`],
  ['But see |.', 'order', 'pandoc', '[But see @us-eo-14320].'],
  ['Chips are traced, but see |.', 'law', 'pandoc', `Chips are traced [but see ${act}].`],
  ['See generally |.', 'order', 'pandoc', '[See generally @us-eo-14320].'],
  ['“Chips”; see also |.', 'law', 'pandoc', `“Chips” [see also ${act}].`],
  ['应当标识，参见|。', 'measures', 'pandoc', '应当标识[参见 @cn-genai-2023:12]。'],
  ['（参见|）', 'measures', 'pandoc', '（[参见 @cn-genai-2023:12]）'],
  ['（見|）', 'measures', 'pandoc', '（[見 @cn-genai-2023:12]）'],
  ['*See* |.', 'order', 'pandoc', '[*See* @us-eo-14320].'],
  ['Chips are traced, _see_ |.', 'law', 'pandoc', `Chips are traced [_see_ ${act}].`],
  ['**See** |.', 'order', 'pandoc', '[**See** @us-eo-14320].'],
  ['*See, e.g.,* |.', 'order', 'pandoc', '[*See, e.g.,* @us-eo-14320].'],
  ['*Chips, see | there*', 'order', 'pandoc', '*Chips [see @us-eo-14320] there*'],
  ['*Chips, see* |.', 'order', 'pandoc', '*Chips, see* [@us-eo-14320].'],
  ['Compare |.', 'order', 'pandoc', '[Compare @us-eo-14320].'],
  ['Chips; compare |.', 'order', 'pandoc', 'Chips [compare @us-eo-14320].'],
  ['Compare | with it.', 'order', 'pandoc', 'Compare [@us-eo-14320] with it.'],
  ['Compare the ban in |.', 'order', 'pandoc', 'Compare the ban in EO 14320 [@us-eo-14320].'],
  ['应当标识，参考|。', 'measures', 'pandoc', '应当标识[参考 @cn-genai-2023:12]。'],
  ['参考|的做法。', 'measures', 'pandoc', '参考[@cn-genai-2023:12]的做法。'],
  ['參見|。', 'measures', 'pandoc', '[參見 @cn-genai-2023:12]。'],
  ['Chips are traced, see\n|.', 'order', 'pandoc', 'Chips are traced [see @us-eo-14320].'],
  ['Chips are traced,\r\nsee |.', 'order', 'pandoc', 'Chips are traced [see @us-eo-14320].'],
  ['> Chips, see\n> | here', 'order', 'pandoc', '> Chips [see @us-eo-14320] here'],
  ['应当标识，参见\n|。', 'measures', 'pandoc', '应当标识[参见 @cn-genai-2023:12]。'],
  ['［*参见*|］', 'measures', 'pandoc', '[*参见* @cn-genai-2023:12]'],
  ['[@b; compare |]', 'law', 'pandoc', `[@b; compare ${act}]`],
  ['What we see |', 'plan', 'pandoc', `What we see [${plan}, p. 3]`],
  // The narrative form is asked for.
  ['The rule is |.', 'plan', 'narrative', `The rule is ${plan} [p. 3].`],
  ['The rule is |.', 'law', 'narrative', `The rule is Article 5(1)(a) of the AI Act [${act}].`],
  ['See |.', 'order', 'narrative', 'See EO 14320 [@us-eo-14320].'],
  ['|', 'measures', 'narrative', 'Article 12 of the GenAI Measures [@cn-genai-2023:12]'],
  [
    `${chinese}根据|，`,
    'measures',
    'narrative',
    `${chinese}根据《生成式人工智能服务管理暂行办法》第十二条[@cn-genai-2023:12]，`,
  ],
  [`${chinese}根据|，`, 'plan', 'narrative', `${chinese}根据《美国AI行动计划》[${plan}, 页 3]，`],
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
  for (const style of ['pandoc', 'narrative'] as const) {
    const [found] = citeMentionsAt(report, corpus, names, selection, { ...options, style })
    assert.equal(
      applyEdits(report.source, found?.edits ?? []),
      'The AI Workforce Hub [@us-aiap-2025:I.5.4, pp. 6-7] counts.',
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
      assert.equal(inserted(marked, 'plan', 'pandoc'), after)
    })
  }
})
