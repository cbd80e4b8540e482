import assert from 'node:assert/strict'
import { offeredOnRequest } from '../support/reportTyping.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { shippedTitle } from '../support/shippedLibrary.ts'

const desk = await ReportWindow.open()
const labelling = shippedTitle('cn-labelling-2025:4')
const funding = shippedTitle('us-aiap-2025:I.1.3')

const brief = `# States and their statutes

Washington would hold back grants from states with heavy-handed AI statutes

On Sunday the ferry to the lighthouse was late again.
`

desk.test(
  'picture: with nothing typed the sentence before @ offers its measure, and Enter cites it',
  { name: 'states.md', text: brief, picture: true },
  async (window) => {
    await window.caretAt('heavy-handed AI statutes|')
    await window.typeText(' [@')
    await window.suggestions(([first]) => first?.label === funding)
    await window.screenshot('sentence')
    await window.acceptSuggestion(funding)
    await window.textHolds('AI statutes [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]\n')
  },
)

const briefInChinese = `---
lang: zh-CN
---

# 生成式人工智能

服务商须给用户看到的合成图片和视频打上标记
`

desk.test(
  'picture: with nothing typed a Chinese sentence before @ offers its article, and Enter cites it in Chinese',
  { name: 'labels.md', text: briefInChinese, picture: true },
  async (window) => {
    await window.caretAt('打上标记|')
    await window.typeText('［@')
    await window.suggestions(([first]) => first?.label === labelling)
    await window.screenshot('sentence-zh')
    await window.acceptSuggestion(labelling)
    await window.textHolds('打上标记[@cn-labelling-2025, 第四条]')
  },
)

desk.test(
  'when nothing fits the sentence there is no list; it opens with the first letters of a word',
  { name: 'ferry.md', text: brief },
  async (window) => {
    await window.caretAt('ferry to the lighthouse was late again|.')
    await window.typeText(' @')
    await window.noSuggestions()
    const onlyWords = (await offeredOnRequest(window)).every(({ place }) => place === '')
    assert.ok(onlyWords, 'a provision is offered on request')
    await window.press('Escape')
    await window.typeText('export controls', { delay: 80 })
    await window.suggestions((rows) => rows.length > 0)
  },
)

desk.test(
  'a list that was emptied by a wrong letter comes back when that is deleted',
  'Chips.\n',
  async (window) => {
    await window.caretAt('Chips|')
    await window.typeText(' @deepfake')
    await window.suggestions()
    await window.typeText('qzxwv', { delay: 60 })
    await window.noSuggestions()
    await window.press('Backspace', 5)
    await window.suggestions((rows) => rows.length > 0)
  },
)

desk.test(
  'picture: Insert Citation without a selection begins with what fits the sentence',
  { name: 'states.md', text: brief, picture: true },
  async (window) => {
    await window.caretAt('heavy-handed AI statutes|')
    await window.runCommand('Policy Citation: Insert Citation')
    const rows = await window.quickPick((found) => found.length > 1)
    assert.ok(rows[0]?.detail.includes('us-aiap-2025:I.1.3'), rows[0]?.detail)
    await window.screenshot('sentence-picker')
    await window.press('Enter')
    await window.textHolds('AI statutes [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]\n')
  },
)

desk.test(
  'where nothing fits the sentence, the list of Insert Citation says so',
  { name: 'ferry.md', text: brief },
  async (window) => {
    await window.caretAt('ferry to the lighthouse was late again|.')
    await window.runCommand('Policy Citation: Insert Citation')
    const rows = await window.quickPick((found) => found.length > 1)
    assert.equal(rows[0]?.label, 'Type a few words of the measure, or choose below.')
    await window.dismissQuickPick()
  },
)

const streets = `# Streets

Robotaxis have blocked fire engines so often that the city wants a say over where they may operate
`

desk.test(
  'picture: what the sentence may well not be about stands below Perhaps, and Enter takes none of it',
  { name: 'streets.md', text: streets, picture: true },
  async (window) => {
    await window.caretAt('where they may operate|')
    await window.typeText(' [@')
    const rows = await window.suggestions((found) => found.length > 1)
    assert.equal(rows.length, 4)
    assert.ok(rows[0]?.focused)
    assert.equal(rows[0].place, 'Perhaps')
    await window.keepPicture('perhaps')
    await window.press('Enter')
    await window.noSuggestions()
    await window.textHolds(/where they may operate \[@\]?\n/u)
  },
)

desk.test(
  'picture: the list of Insert Citation asks before what may well not be meant',
  { name: 'crossings.md', text: streets, picture: true },
  async (window) => {
    await window.caretAt('where they may operate|')
    await window.runCommand('Policy Citation: Insert Citation')
    const rows = await window.quickPick((found) => found.length > 4)
    assert.ok(rows[0]?.focused)
    assert.equal(rows[0].label, 'Type a few words of the measure, or choose below.')
    await window.keepPicture('perhaps-picker')
    await window.dismissQuickPick()
  },
)

desk.test(
  'picture: Why Is Nothing Offered Here? says why each stands where it stands',
  { name: 'why.md', text: 'Chips are traced @comerce chips\n', picture: true },
  async (window) => {
    await window.caretAt('@comerce chips|')
    await window.runCommand('Policy Citation: Why Is Nothing Offered Here?')
    const rows = await window.quickPick((found) =>
      found.some(({ label }) => label.startsWith('1. ')),
    )
    const first = rows.find(({ label }) => label.startsWith('1. '))
    assert.match(first?.detail ?? '', /comerce.*typing error/u)
    await window.screenshot('why')
    await window.dismissQuickPick()
  },
)
