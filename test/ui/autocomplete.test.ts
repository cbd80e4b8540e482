import assert from 'node:assert/strict'
import { framesWithoutList, offeredOnRequest, typeChinese } from '../support/reportTyping.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { shippedTitle } from '../support/shippedLibrary.ts'
import type { SuggestRow } from '../support/window.ts'

const desk = await ReportWindow.open()
const enforcement = shippedTitle('us-aiap-2025:III.3.2')

const englishBrief = `# Chips and their borders

The administration wants to keep advanced compute out of the wrong hands.
Chips that leave the country are to be traced, so that none is diverted.

It also buys its own models with care [@us-aiap-2025:I.2.2, p. 4].
`

const chineseBrief = `# 芯片与出口

华盛顿希望先进算力不落入他人之手。
根据

政府采购大模型时亦有要求[@us-aiap-2025:I.2.2, p. 4]。
`

for (const delay of [80, 10]) {
  desk.test(
    `several words typed at ${String(delay)} ms a key keep the list open, and Enter cites the measure`,
    '# Brief\n\nWashington restricts chips.\n',
    async (window) => {
      await window.caretAt('chips.|')
      await window.typeText(' @export controls chips', { delay })
      await window.suggestions((rows) => labels(rows).slice(0, 3).includes(enforcement))
      await window.acceptSuggestion(enforcement)
      await window.textHolds(
        'Washington restricts chips. @us-aiap-2025 [p. 21, pillar III, sec. 3, action 2]\n',
      )
    },
  )

  desk.test(
    `a whole key typed at ${String(delay)} ms a key is offered first`,
    '# Brief\n\nSee\n',
    async (window) => {
      await window.caretAt('See|')
      await window.typeText(' @us-aiap-2025:II.3.1', { delay })
      await window.suggestions(([first]) => first?.place === 'AIAP II.3.1')
      await window.acceptSuggestion()
      await window.textHolds('\n[See @us-aiap-2025, p. 16, pillar II, sec. 3, action 1]\n')
    },
  )
}

desk.test(
  'an article is cited by its printed name, with the brackets that the editor closes',
  '# Brief\n\nSee\n',
  async (window) => {
    await window.caretAt('See|')
    await window.typeText(' @Art. 5(1)(a', { delay: 80 })
    await window.suggestions((rows) => labels(rows)[0] === shippedTitle('eu-ai-act:5.1.a'))
    await window.acceptSuggestion()
    await window.textHolds('\n[See @eu-ai-act, art. 5(1)(a)]\n')
  },
)

desk.test(
  'the list stands while a key is typed, also at the characters where VS Code ends a word',
  '# Brief\n\nSee\n',
  async (window) => {
    await window.caretAt('See|')
    await window.typeText(' @')
    await window.suggestions()
    const frames = await framesWithoutList(window, () =>
      window.typeText('us-aiap-2025:II.3.1', { delay: 200 }),
    )
    assert.equal(frames, 0, 'frames without a list')
  },
)

desk.test(
  'picture: words typed on stand behind what was accepted, and Tab and Escape do what they do in prose',
  {
    name: 'accepted.md',
    text: '# Brief\n\nWashington restricts chips.\n',
    picture: true,
  },
  async (window) => {
    await window.caretAt('chips.|')
    await window.typeText(' @export controls chips')
    await window.acceptSuggestion(enforcement)
    await window.typeText(' and the rest')
    await window.screenshot('accepted')
    await window.press('Tab')
    await window.typeText('x')
    await window.press('Escape')
    await window.typeText('y')
    await window.textHolds(
      /chips\. @us-aiap-2025 \[p\. 21, pillar III, sec\. 3, action 2\] and the rest(?: +|\t)xy\n/u,
    )
  },
)

for (const { where, typed, closed, accepted } of [
  {
    where: 'in the sentence',
    typed: ' @export controls chips',
    closed: '',
    accepted: ' @us-aiap-2025 [p. 21, pillar III, sec. 3, action 2]',
  },
  {
    where: 'within the bracket that VS Code closed',
    typed: ' [@export controls chips',
    closed: ']',
    accepted: ' [@us-aiap-2025, p. 21, pillar III, sec. 3, action 2]',
  },
]) {
  desk.test(
    `one undo brings back what was typed ${where}; accepted again, words go on behind it`,
    '# Brief\n\nWashington restricts chips.\n',
    async (window) => {
      await window.caretAt('chips.|')
      await window.typeText(typed)
      await window.acceptSuggestion(enforcement)
      await window.textHolds(`chips.${accepted}\n`)
      await window.press('Control+Z')
      await window.textHolds(`chips.${typed}${closed}\n`)
      await window.suggestionsOnRequest()
      await window.acceptSuggestion(enforcement)
      await window.typeText(' today')
      await window.textHolds(`chips.${accepted} today\n`)
    },
  )
}

const forms = [
  {
    promise: 'within a bracket that VS Code closes by itself only the citation is written',
    report: 'Chips stay |',
    typed: '[@chip location',
    label: shippedTitle('us-aiap-2025:III.3.1'),
    accepted: 'Chips stay [@us-aiap-2025, p. 21, pillar III, sec. 3, action 1]',
  },
  {
    promise: 'a second citation joins the group behind `; @`',
    report: 'Chips [@us-aiap-2025:III.3.1, p. 21|].',
    typed: '; @chipmaking',
    label: shippedTitle('us-aiap-2025:III.4.1'),
    accepted:
      'Chips [@us-aiap-2025:III.3.1, p. 21; @us-aiap-2025, p. 21, pillar III, sec. 4, action 1].',
  },
  {
    promise: 'beside a letter the citation is bracketed, or Pandoc would not see it',
    report: '根据|规定',
    typed: '@chipmaking',
    label: shippedTitle('us-aiap-2025:III.4.1'),
    accepted: '根据[@us-aiap-2025, p. 21, pillar III, sec. 4, action 1]规定',
  },
  {
    promise: 'a section is citable as a whole',
    report: 'The government buys |.',
    typed: '@red tape section',
    label: shippedTitle('us-aiap-2025:I.1'),
    accepted: 'The government buys [@us-aiap-2025, pp. 3-4, pillar I, sec. 1].',
  },
]

for (const { promise, report, typed, label, accepted } of forms) {
  desk.test(promise, report.replace('|', ''), async (window) => {
    await window.caretAt(report)
    await window.typeText(typed)
    await window.suggestions()
    await window.acceptSuggestion(label)
    await window.textHolds(accepted)
  })
}

desk.test(
  'in the middle of a key the whole key is replaced, and its locator stays',
  'Chips [@us-aiap-2025:III.3.1, p. 21].',
  async (window) => {
    await window.caretAt('@us-aiap-2025:III.|3.1')
    await window.suggestionsOnRequest()
    await window.acceptSuggestion(shippedTitle('us-aiap-2025:III.4.1'))
    await window.textHolds('Chips [@us-aiap-2025:III.4.1, p. 21].')
  },
)

const silent = [
  {
    promise: 'case 33: nothing is offered in a code block',
    report: '```\n|\n```\n',
    typed: '@export',
  },
  {
    promise: 'case 33: nothing is offered in a code span',
    report: 'Run `|` now',
    typed: '@export',
  },
  {
    promise: 'case 33: nothing is offered in an e-mail address',
    report: 'Write ann|',
    typed: '@chips',
  },
  {
    promise: 'nothing is offered for a cross-reference of Quarto',
    report: 'See |',
    typed: '@fig-chips',
  },
]

for (const { promise, report, typed } of silent) {
  desk.test(promise, report.replace('|', ''), async (window) => {
    await window.caretAt(report)
    await window.typeText(typed)
    assert.deepEqual(await window.suggestRows(), [])
    assert.deepEqual(
      (await offeredOnRequest(window)).filter(({ place }) => place !== ''),
      [],
    )
  })
}

desk.test(
  'Chinese typed through an input method finds measures, straight behind Chinese text',
  '# 简报\n\n\n',
  async (window) => {
    await window.caretTo(3, 1)
    await typeChinese(window, [['gen ju', '根据']])
    await window.typeText('@')
    // The list is there before the next word is composed: a composition asks for none by itself.
    await window.suggestions()
    await typeChinese(window, [
      ['chu kou', '出口'],
      ['guan zhi', '管制'],
    ])
    await window.suggestions(([first]) => first?.place.startsWith('AIAP III.') === true)
    await window.acceptSuggestion()
    await window.textHolds(/^根据\[@us-aiap-2025, pp?\. 2\d(?:-2\d)?, pillar III, sec\. [^\]]+\]$/m)
  },
)

desk.test(
  'picture: suggestions in English, with the card of the focused one',
  { name: 'chips.md', text: englishBrief, picture: true },
  async (window) => {
    await window.caretAt('diverted.|')
    await window.typeText(' @export controls chips')
    await window.suggestions()
    assert.match(await window.suggestionDetails(), /Led by Department of Commerce \(DOC\)/)
    await window.screenshot('suggestions-english')
  },
)

desk.test(
  'picture: suggestions in Chinese',
  {
    name: 'xinpian.md',
    text: chineseBrief,
    picture: true,
    settings: { 'policyCitation.language': 'zh-Hans' },
  },
  async (window) => {
    await window.caretAt('根据|')
    await window.typeText('@')
    await window.suggestions()
    await typeChinese(window, [['chu kou guan zhi', '出口管制']])
    const rows = await window.suggestions()
    assert.ok(labels(rows).every((label) => /\p{Script=Han}/u.test(label)))
    await window.eventually('the details are those of the first row', async () =>
      (await window.suggestionDetails()).includes('us-aiap-2025:III.'),
    )
    await window.screenshot('suggestions-chinese')
    await window.acceptSuggestion()
    await window.textHolds(/根据\[@us-aiap-2025, 第 2\d(?:–2\d)? 页，第三支柱第 \d+ 节[^\]]*\]/)
  },
)

function labels(rows: readonly SuggestRow[]): string[] {
  return rows.map(({ label }) => label)
}
