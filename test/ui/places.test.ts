import assert from 'node:assert/strict'
import { typeChinese } from '../support/reportTyping.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { shipped } from '../support/shippedLibrary.ts'

const desk = await ReportWindow.open()

desk.test(
  'places are chosen from lists one after the other, and the caret stands behind each',
  { name: 'act.md', text: '# Brief\n\nThe act bans it.\n', picture: true },
  async (window) => {
    await window.caretAt('bans it|')
    await window.typeText(' [@eu-ai-act, ', { delay: 10 })
    await window.suggestions(([first]) => first?.place === 'art. 1')
    await window.typeText('art. 5', { delay: 10 })
    await window.suggestions(([first]) => first?.place === 'art. 5')
    await window.suggestionDetails()
    await window.screenshot('places-english')
    await window.acceptSuggestion()
    await window.typeText('(')
    await window.suggestions(([first]) => first?.place === 'art. 5(1)')
    await window.acceptSuggestion()
    await window.typeText('(')
    await window.suggestions(([first]) => first?.place === 'art. 5(1)(a)')
    await window.acceptSuggestion('art. 5(1)(c)')
    await window.typeText(' and ', { delay: 40 })
    await window.suggestions()
    await window.typeText('annex III', { delay: 40 })
    await window.suggestions(([first]) => first?.place === 'annex III')
    await window.acceptSuggestion()
    await window.textHolds('The act bans it [@eu-ai-act, art. 5(1)(c) and annex III].')
  },
)

desk.test(
  'pages are offered with what stands on them, and sections behind their pillar',
  { name: 'plan.md', text: '# Brief\n\nThe plan asks.\n', picture: true },
  async (window) => {
    await window.caretAt('plan asks|')
    await window.typeText(' [@us-aiap-2025, p. ', { delay: 40 })
    await window.suggestions(([first]) => first?.place === 'p. 3')
    await window.screenshot('places-pages')
    await window.acceptSuggestion()
    await window.typeText(', ')
    await window.suggestions(([first]) => first?.place.includes('pillar I') === true)
    await window.acceptSuggestion('pillar I')
    await window.typeText(', ')
    await window.suggestions(([first]) => first?.place.includes('sec. 1') === true)
    await window.acceptSuggestion('sec. 1')
    await window.textHolds('The plan asks [@us-aiap-2025, p. 3, pillar I, sec. 1].')
  },
)

desk.test(
  'prose behind a place opens no list that Enter would take words from',
  '# Brief\n\nThe act bans it.\n',
  async (window) => {
    await window.caretAt('bans it|')
    await window.typeText(' [@eu-ai-act, art. 5, emphasis added', { delay: 30 })
    await window.press('Enter')
    await window.textHolds('[@eu-ai-act, art. 5, emphasis added\n]')
  },
)

desk.test(
  'Change Place selects the words of a place, and what is chosen replaces them in one step',
  '# Brief\n\nSo [@us-aiap-2025, p. 3, pillar I, sec. 1].\n',
  async (window) => {
    await window.caretAt('us-aiap|')
    await window.runCommand('Policy Citation: Change Place')
    await window.suggestions(([first]) => first?.place === 'pillar I')
    await window.screenshot('places-change')
    await window.acceptSuggestion('pillar II')
    await window.textHolds('So [@us-aiap-2025, pillar II].')
    await window.press('Control+Z')
    await window.textHolds('So [@us-aiap-2025, p. 3, pillar I, sec. 1].')
  },
)

desk.test(
  'Change Place lets what is typed replace the place, and adds one where there is none',
  '# Brief\n\nSo [@eu-ai-act, art. 5(1)(a)].\n\nAnd [@eu-ai-act].\n',
  async (window) => {
    await window.caretAt('5(1)|')
    await window.runCommand('Policy Citation: Change Place')
    await window.suggestions()
    await window.typeText('art. 11', { delay: 40 })
    await window.suggestions(([first]) => first?.place === 'art. 11')
    await window.acceptSuggestion('art. 113')
    await window.textHolds('So [@eu-ai-act, art. 113].')
    await window.caretAt('And [@eu-ai|')
    await window.runCommand('Policy Citation: Change Place')
    await window.acceptSuggestion('art. 2')
    await window.textHolds('And [@eu-ai-act, art. 2].')
  },
)

desk.test(
  'Change Place changes the path of a key',
  '# Brief\n\nSo [@us-aiap-2025:I.1.2, p. 3].\n',
  async (window) => {
    await window.caretAt('I.1|')
    await window.runCommand('Policy Citation: Change Place')
    await window.suggestions()
    await window.typeText('II.3', { delay: 60 })
    await window.suggestions(([first]) => first?.place === 'AIAP II.3')
    await window.acceptSuggestion()
    await window.textHolds('So [@us-aiap-2025:II.3, p. 3].')
  },
)

desk.test(
  'picture: places in Chinese, through an input method',
  {
    name: 'fa.md',
    text: '---\nlang: zh-CN\n---\n\n# 简报\n\n欧盟禁止操纵。\n',
    picture: true,
    settings: { 'policyCitation.language': 'zh-Hans' },
  },
  async (window) => {
    await window.caretAt('禁止操纵|')
    await window.typeText('[@eu-ai-act, ', { delay: 40 })
    await window.suggestions(([first]) => first?.place === '第 1 条')
    await typeChinese(window, [['di wu tiao', '第五条']])
    await window.suggestions()
    await typeChinese(window, [['di', '第']])
    await window.suggestions(([first]) => first?.place === '第5条第1款')
    await window.suggestionDetails()
    await window.screenshot('places-chinese')
    await window.acceptSuggestion()
    await window.typeText(']')
    await window.textHolds('欧盟禁止操纵[@eu-ai-act, 第五条第一款]。')
  },
)

desk.test(
  'a clause that was typed into the brackets is underlined, and its fix moves it out',
  '# Brief\n\nSo [@us-aiap-2025:I.1.2, p. 3].\n',
  async (window) => {
    await window.caretAt('p. 3|')
    await window.typeText(' and this shows that agencies must act')
    await window.problemsShow((problems) => problems.length === 1)
    await window.caretAt('this |')
    await window.applyQuickFix('Move the clause out of the brackets')
    await window.textHolds('So [@us-aiap-2025:I.1.2, p. 3] and this shows that agencies must act.')
    await window.press('Control+Z')
    await window.textHolds('p. 3 and this shows that agencies must act].')
  },
)

desk.test(
  'picture: a place that a framework prints is cited by it, and its card says it',
  { name: 'risks.md', text: '# Brief\n\nA bank knows the law on its AI.\n', picture: true },
  async (window) => {
    await window.caretAt('on its AI|')
    await window.typeText(' @GOVERN 1.1')
    await window.suggestions(([first]) => first?.place === 'AI RMF GOVERN 1.1')
    await window.acceptSuggestion()
    await window.textHolds('A bank knows the law on its AI [@us-nist-ai-rmf, p. 22, GOVERN 1.1].\n')
    const card = await window.hoverOver('GOVERN 1.1')
    const { titles, summary } = shipped('us-nist-ai-rmf:GOVERN.1.1')
    assert.ok(card.startsWith(`${titles.en} us-nist-ai-rmf:GOVERN.1.1\n`), card)
    assert.ok(summary !== undefined && card.includes(summary.en), card)
    assert.match(card, /^AI RMF › GOVERN 1\.1 · p\. 22 · not binding$/m)
    assert.match(card, /Framework › GOVERN › GOVERN 1: [^›]+ › GOVERN 1\.1$/m)
    await window.keepPicture('places-printed')
  },
)

desk.test(
  'picture: a target with a letter is found by its number, cited by its place, and its card says it',
  { name: 'goals.md', text: '# Brief\n\nDonors owe the poor climate money.\n', picture: true },
  async (window) => {
    await window.caretAt('climate money|')
    await window.typeText(' @SDG 13.a')
    await window.suggestions(([first]) => first?.place === 'SDGs 13.a')
    await window.acceptSuggestion()
    await window.textHolds('Donors owe the poor climate money [@un-sdg, target 13.a].\n')
    const card = await window.hoverOver('target 13.a')
    const { titles, summary } = shipped('un-sdg:13.a')
    assert.ok(card.startsWith(`${titles.en} un-sdg:13.a\n`), card)
    assert.ok(summary !== undefined && card.includes(summary.en), card)
    await window.keepPicture('places-target')
  },
)
