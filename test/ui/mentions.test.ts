import assert from 'node:assert/strict'
import { ReportWindow } from '../support/reportWindow.ts'
import { shippedTitle } from '../support/shippedLibrary.ts'

const desk = await ReportWindow.open()

desk.test(
  'a sentence that names a measure has a lightbulb, which cites the measure',
  'Jobs matter. The AI Workforce Hub is to count them.\n',
  async (window) => {
    await window.caretAt('AI Work|force')
    await window.page.locator('.lightBulbWidget, .codicon-gutter-lightbulb').first().waitFor()
    const [title] = await window.quickFixes()
    assert.match(title ?? '', /^Cite “AI Workforce Hub”: us-aiap-2025:I\.5\.4 \(.+\)$/)
    await window.applyQuickFix('Cite “AI Workforce Hub”')
    await window.textHolds(
      'The AI Workforce Hub [@us-aiap-2025, pp. 6-7, pillar I, sec. 5, action 4] is to count them.',
    )
  },
)

desk.test(
  'the action names the measure in the reader’s language, and writes in the style of the settings',
  {
    text: '据《全球人工智能治理倡议》，各国平等。\n',
    settings: {
      'policyCitation.language': 'zh-Hans',
      'policyCitation.citation.style': 'narrative',
    },
  },
  async (window) => {
    await window.caretAt('人工|智能')
    const [title] = await window.quickFixes()
    assert.match(title ?? '', /^引用“全球人工智能治理倡议”：cn-gaigi-2023（全球人工智能治理倡议）$/)
    await window.applyQuickFix('全球人工智能治理倡议')
    await window.textHolds('《全球人工智能治理倡议》[@cn-gaigi-2023]，各国平等。')
  },
)

desk.test(
  'picture: Cite All Mentions shows what it would write, and writes what is ticked when it is applied',
  {
    name: 'hubs.md',
    text: `# Jobs and courts

The AI Workforce Hub is to count the jobs that come and go. PermitAI
shortens the paperwork. A sentence on AI adoption names no measure.

An AI Litigation Task Force takes states to court, while EO 14110 is
history. The AI Workforce Hub counts on [@us-aiap-2025:I.5.4].
`,
    picture: true,
  },
  async (window) => {
    const before = await window.editorText()
    await window.caretAt('courts|')
    await window.runCommand('Policy Citation: Cite All Mentions')
    const rows = window.page.locator('.bulk-edit-panel .monaco-list-row')
    await window.eventually('the preview lists what it would write', async () => {
      const shown = (await rows.allInnerTexts()).join('\n')
      for (const wanted of ['pillar II, sec. 1, action 7', 'us-eo-14365, sec. 3', 'us-eo-14110'])
        assert.ok(shown.includes(wanted), shown)
      assert.ok(!shown.includes('sec. 5, action 4'), shown)
      return true
    })
    await window.screenshot('cite-all-mentions')
    assert.equal(await window.editorText(), before)
    const grouping = window.page.locator('.part.panel [aria-label^="Group Changes By"]').first()
    await grouping.click()
    await window.eventually('each provision has a label', async () => {
      return (await rows.allInnerTexts()).some((row) => row.includes(shippedTitle('us-eo-14110')))
    })
    await grouping.click()
    await rows.filter({ hasText: 'pillar II, sec. 1, action 7' }).locator('.edit-checkbox').click()
    await window.page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click()
    await window.textHolds('PermitAI [@us-aiap-2025, p. 15, pillar II, sec. 1, action 7]')
    const after = await window.editorText()
    assert.ok(!after.includes('us-eo-14110'))
  },
)

desk.test(
  'a report that cites all it names is told so',
  'AI adoption is uneven.\n',
  async (window) => {
    await window.caretAt('AI|')
    await window.runCommand('Policy Citation: Cite All Mentions')
    await window.eventually('a message says so', async () => {
      const messages = await window.notifications()
      return messages.some((message) => message.startsWith('Nothing to cite'))
    })
  },
)
