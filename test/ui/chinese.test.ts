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
`

for (const display of ['zh-cn', 'zh-tw'] as const) {
  const desk = await ReportWindow.open({ display }, code)

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
