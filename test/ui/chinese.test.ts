import assert from 'node:assert/strict'
import { notChinese } from '../support/chineseText.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { VsCode } from '../support/vsCode.ts'

const code = await VsCode.start('working tree')

const text = `---
lang: zh-CN
---

由国防部牵头 [@us-aiap-2025:I.1.1]。该计划分为四大支柱 [@us-aiap-2025]，第三 [@us-eo-14110]。

第四 [@us-aiap-2025:I.9.9]，第五 [@us-aiap-2025:I.1.1, p. 99]。

出口管制 @芯片

文末。
`

/** What readers of each language look for. */
const titles = {
  'zh-cn': { why: '为什么这里没有建议？', settings: '设置', insert: '插入引文' },
  'zh-tw': { why: '為什麼這裡沒有建議？', settings: '設定', insert: '插入引文' },
} as const

for (const display of ['zh-cn', 'zh-tw'] as const) {
  const desk = await ReportWindow.open({ display }, code)
  const { why, settings, insert } = titles[display]

  desk.test(`in ${display}, ${why} has no English word`, { text }, async (window) => {
    await window.caretAt('芯片|')
    await window.runCommand(`Policy Citation: ${why}`)
    const rows = await window.quickPick((shown) => shown.length > 4)
    await window.keepPicture(`chinese-why-${display}`)
    const own = rows.slice(0, 3).map(({ label }) => label.trim())
    assert.deepEqual(own.flatMap(notChinese), [], own.join())
    await window.page.keyboard.type(settings)
    const [last] = await window.quickPick((shown) =>
      shown.some(({ label }) => label.trim() === settings),
    )
    assert.deepEqual(notChinese(last?.description ?? ''), [])
    await window.press('Escape')
  })

  desk.test(`in ${display}, the picker asks in Chinese`, { text }, async (window) => {
    await window.caretAt('文末|')
    await window.runCommand(`Policy Citation: ${insert}`)
    await window.quickPick((shown) => shown.length > 3)
    const asked = await window.page
      .locator('.quick-input-widget input[type=text]')
      .getAttribute('placeholder')
    assert.match(asked ?? '', /\p{Script=Han}/u)
    assert.deepEqual(notChinese(asked ?? ''), [])
    await window.keepPicture(`chinese-insert-${display}`)
    await window.press('Escape', 2)
  })

  desk.test(`in ${display}, no problem has an English word`, { text }, async (window) => {
    const problems = await window.problemsShow((shown) => shown.length >= 4)
    await window.keepPicture(`chinese-problems-${display}`)
    assert.deepEqual(
      problems.flatMap(({ message }) => notChinese(message)),
      [],
    )
  })

  desk.test(`in ${display}, no line of a card is half English`, { text }, async (window) => {
    const card = await window.hoverOver('us-aiap-2025:I.1.1')
    await window.keepPicture(`chinese-card-${display}`)
    await window.pointAway()
    const heads = card.split('\n').filter((line) => /牵头|主辦|第一支柱 |核对日期|·/u.test(line))
    assert.ok(heads.length > 2, card)
    const said = heads.filter((line) => !/\(|www\.|：Chicago/u.test(line))
    assert.deepEqual(said.flatMap((line) => wordsIn(line)).filter(isNoSign), [], card)
  })

  desk.test(`in ${display}, settings are told in Chinese`, { text }, async (window) => {
    await window.runCommand('Preferences: Open Settings (UI)')
    await window.page.locator('.settings-editor .suggest-input-container').waitFor()
    await window.page.keyboard.type('policyCitation')
    const told = window.page.locator('.setting-item-description')
    await window.eventually('a setting is told in Chinese', async () => {
      const [first = ''] = await told.allInnerTexts()
      return /\p{Script=Han}/u.test(first)
    })
    await window.keepPicture(`chinese-settings-${display}`)
  })
}

/** Latin words of three letters or more. */
function wordsIn(line: string): readonly string[] {
  return Array.from(line.matchAll(/[A-Za-z]{3,}/gu), ([word]) => word)
}

/** Not of a key, a code of an agency that stands behind its name, or a gazette. */
function isNoSign(word: string): boolean {
  return !['press', 'aiap', 'OSTP', 'Doc'].includes(word)
}
