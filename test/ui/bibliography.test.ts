import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { withRecord } from '../../src/core/bibliography/record.ts'
import { ReportWindow } from '../support/reportWindow.ts'

const desk = await ReportWindow.open()
const report = `---
title: Who pays
bibliography: cited.json
---

# Who pays

The plan looks at state rules before it pays [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].
`

desk.test(
  'a bibliography that lacks what is cited is underlined, and its fix writes it',
  { name: 'pays.md', text: report, picture: true },
  async (window) => {
    writeFileSync(path.join(window.folder, 'cited.json'), '[]\n')
    const told = await window.problemsShow((shown) => shown.length === 1)
    assert.equal(told[0]?.message, 'Cited, but not in the bibliography: us-aiap-2025.')
    await window.caretAt('bibliog|raphy')
    const fixes = await window.quickFixes()
    assert.deepEqual(fixes, [
      'Write Bibliography',
      'Ignore bibliography.outdated in the whole report',
    ])
    await window.keepPicture('bibliography')
    await window.page.locator('.action-widget .monaco-list-row.action').first().click()
    await window.onDisk('the item is written', 'cited.json', (text) =>
      text.includes('"us-aiap-2025"'),
    )
    await window.problemsShow((shown) => shown.length === 0)
    await window.page.getByRole('button', { name: 'Open File' }).click()
    await window.textHolds('"id": "us-aiap-2025"')
  },
)

desk.test(
  'what nothing cites is taken out on request, after it was seen; what was changed is not ticked',
  report.replace('cited.json', 'kept.json'),
  async (window) => {
    const file = path.join(window.folder, 'kept.json')
    const ours = { type: 'report', title: 'Gone', language: 'en' } as const
    const gone = withRecord({ id: 'xx-gone', ...ours })
    const mine = { ...withRecord({ id: 'xx-mine', ...ours }), note: 'read it' }
    const entries = ['{"id":"smith2020"}', gone, mine].map((entry) =>
      typeof entry === 'string' ? entry : JSON.stringify(entry),
    )
    const left = entries.filter((entry) => !entry.includes('xx-gone'))
    writeFileSync(file, `[\n  ${entries.join(',\n  ')}\n]\n`)
    await window.runCommand('Policy Citation: Remove Uncited References')
    const rows = await window.quickPick((shown) => shown.length === 2)
    assert.deepEqual(
      rows.map(({ label }) => label.trim()),
      ['xx-gone', 'xx-mine'],
    )
    await window.keepPicture('bibliography-uncited')
    await window.press('Enter')
    const wanted = `[\n  ${left.join(',\n  ')}\n]\n`
    await window.onDisk('xx-gone is taken out', 'kept.json', (text) => text === wanted)
    await window.runCommand('Notifications: Clear All Notifications')
  },
)

desk.test(
  'in Chinese, the problem and its fix say so',
  {
    text: report.replace('cited.json', 'zh.json'),
    settings: { 'policyCitation.language': 'zh-Hans' },
  },
  async (window) => {
    await window.problemsShow(([told, ...others]) => {
      return told?.message === '已引用，但参考文献文件中没有：us-aiap-2025。' && others.length === 0
    })
    await window.caretAt('bibliog|raphy')
    assert.deepEqual(await window.quickFixes(), [
      '生成参考文献',
      '在整篇报告中忽略 bibliography.outdated',
    ])
    await window.press('Escape')
  },
)
