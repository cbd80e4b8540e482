import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReportWindow, whyRows } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

/** Ticks all that the preview lists, and applies it. */
async function applyAll(window: VsCodeWindow): Promise<void> {
  await window.page.locator('.bulk-edit-panel .edit-checkbox').first().click()
  await window.page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click()
}

const report = `# Bans and zones

The act bans manipulation [@eu-ai-act:5.1.a, p. 51, emphasis added]. The plan
asks first: @us-aiap-2025:I.1.3 [p. 3] weighs the climate of a state, and
[see @us-aiap-2025:III.2.1; @uk-aioap-2025:12].

Pandoc reads a parenthesis here: @eu-ai-act:6(b).
`

desk.test(
  'picture: Rewrite Citations shows what it would write, then says what stays and leads there',
  { name: 'bans.md', text: report, picture: true },
  async (window) => {
    await window.caretAt('zones|')
    await window.runCommand('Policy Citation: Rewrite Citations')
    const forms = await window.quickPick()
    assert.deepEqual(
      forms.map(({ label }) => label),
      ['Place in Words', 'Key'],
    )
    await window.press('Enter')
    const rows = window.page.locator('.bulk-edit-panel .monaco-list-row')
    await window.eventually('the preview lists what it would write', async () => {
      const shown = (await rows.allInnerTexts()).join('\n')
      assert.ok(shown.includes('eu-ai-act, p. 51, art. 5(1)(a)'), shown)
      return true
    })
    await window.screenshot('rewrite-citations')
    assert.equal(await window.editorText(), report)
    await applyAll(window)
    await window.textHolds('[@eu-ai-act, p. 51, art. 5(1)(a), emphasis added]')
    await window.textHolds('@us-aiap-2025 [p. 3, pillar I, sec. 1, action 3] weighs')
    await window.textHolds(
      '[see @us-aiap-2025, pillar III, sec. 2, action 1; @uk-aioap-2025, rec. 12]',
    )
    await window.eventually('a message says how many', async () => {
      const messages = await window.notifications()
      return messages.some((one) => one.includes('Citations rewritten: 4.') && one.includes('1.'))
    })
    await window.page
      .locator('.notification-toast .monaco-button', { hasText: 'Show Them' })
      .click()
    const [stays] = await window.quickPick(([first]) => first?.label.startsWith('Line 7') === true)
    assert.match(stays?.detail ?? '', /would be read as something else/)
    await window.press('Enter')
    await window.quickPickIsClosed()
  },
)

desk.test(
  'only what is selected is rewritten, and the key is first where the settings write it',
  {
    text: 'Both [@eu-ai-act, art. 5] and [@eu-ai-act, art. 6].\n',
    settings: { 'policyCitation.citation.style': 'key' },
  },
  async (window) => {
    await window.caretAt('|Both')
    await window.press('Shift+ArrowRight', 20)
    await window.runCommand('Policy Citation: Rewrite Citations')
    await window.quickPick(([first]) => first?.label === 'Key')
    await window.press('Enter')
    await applyAll(window)
    await window.textHolds('Both [@eu-ai-act:5] and [@eu-ai-act, art. 6].')
  },
)

desk.test(
  'a report in which nothing is to be rewritten is told so',
  'So [@eu-ai-act, art. 5].\n',
  async (window) => {
    await window.caretAt('So|')
    await window.runCommand('Policy Citation: Rewrite Citations')
    await window.quickPick()
    await window.press('Enter')
    await window.eventually('a message says so', async () => {
      const messages = await window.notifications()
      return messages.some((message) => message.startsWith('Nothing to rewrite'))
    })
  },
)

desk.test(
  'the action on one citation is named in the reader’s language, and writes in that of the report',
  {
    text: '---\nlang: zh-CN\n---\n\n据[@us-aiap-2025:I.1.3, 页 3]，先问各州。\n',
    settings: { 'policyCitation.language': 'zh-Hans' },
  },
  async (window) => {
    await window.caretAt('据[@us-|aiap')
    const titles = await window.quickFixes()
    assert.ok(titles.includes('改写为文字位置'), titles.join())
    await window.applyQuickFix('改写为文字位置')
    await window.textHolds('据[@us-aiap-2025, 第 3 页，第一支柱第 1 节第 3 项建议行动]，先问各州。')
  },
)

test('picture: who had chosen a style is told what it means now, and may keep keys', async () => {
  const files = { 'report.md': 'As planned \n' }
  const settings = { 'policyCitation.citation.style': 'locator' }
  const size = { width: 1100, height: 620 }
  await desk.code.inWindow({ files, settings, size }, async (window) => {
    const toast = window.page.locator('.notification-toast', { hasText: 'place in words' })
    await toast.waitFor()
    await window.screenshot('style-change')
    await toast.locator('.monaco-button', { hasText: 'Keep Keys' }).click()
    await toast.waitFor({ state: 'detached' })
    await window.eventually('the extension follows the choice', async () => {
      return (await whyRows(window)).some(({ description }) =>
        description.includes('citations as key'),
      )
    })
    await window.focusEditor()
    await window.caretAt('As planned |')
    await window.typeText('@us-aiap-2025:II.3.1')
    await window.suggestions(([first]) => first?.place === 'AIAP II.3.1')
    await window.acceptSuggestion()
    await window.textHolds('As planned [@us-aiap-2025:II.3.1, p. 16]')
  })
})
