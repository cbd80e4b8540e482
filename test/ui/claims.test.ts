import assert from 'node:assert/strict'
import { ReportWindow } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

desk.test(
  'picture: a claim that the plan does not contain is underlined, and can be cited from who said it',
  {
    name: 'chips.md',
    text: `# Chips and their borders

The plan traces every exported accelerator by a chip passport
[@us-aiap-2025:III.3.2, p. 21].
`,
    picture: true,
  },
  async (window) => {
    await underlined(window, 1)
    await window.caretAt('chip pass|port')
    const fixes = await window.quickFixes()
    assert.match(fixes[0] ?? '', /^Cite who said it: press-us-aiap-2025-08:8\.5 /)
    assert.match(fixes[1] ?? '', /^Cite press-us-aiap-2025-08:8\.5 as well/)
    assert.match(fixes[2] ?? '', /^Cite what the instrument does say: us-aiap-2025:III\.3\.1 /)
    await window.screenshot('claim-problem')
    await window.page.locator('.action-widget .monaco-list-row.action').nth(1).click()
    await window.textHolds('[@us-aiap-2025:III.3.2, p. 21; @press-us-aiap-2025-08, claim 8.5].')
    await underlined(window, 0)
  },
)

desk.test(
  'the problem says that the plan does not contain it, who says it, and where it comes from',
  'The plan wants a 芯片护照 [@us-aiap-2025:III.3.1].\n',
  async (window) => {
    const [problem] = await window.problemsShow((shown) => shown.length === 1)
    assert.match(
      problem?.message ?? '',
      /^AIAP does not contain “芯片护照”\. It is said by the reporter/,
    )
    assert.match(problem?.message ?? '', /Chip Security Act/)
  },
)

desk.test(
  'picture: the card of a claim says who claims it and that the plan does not contain it',
  {
    name: 'passport.md',
    text: '# Chips and their borders\n\nThe press speaks of a chip passport [@press-us-aiap-2025-08:8.5].\n',
    picture: true,
  },
  async (window) => {
    const card = await window.hoverOver('press-us-aiap-2025-08:8.5')
    assert.match(card, /America's AI Action Plan does not contain this\./)
    assert.match(card, /Said by the reporter/)
    assert.match(card, /us-aiap-2025:III\.3\.1 .*\(p\. 21\)/)
    await window.screenshot('claim-card')
  },
)

desk.test(
  'the card of a measure lists what is said of it, with speaker and support, and its counterparts',
  'As planned [@us-aiap-2025:III.3.1].\n',
  async (window) => {
    const card = await window.hoverOver('us-aiap-2025:III.3.1')
    assert.match(card, /What is said of it/)
    assert.match(card, /press-us-aiap-2025-08:8\.5 the reporter: .* · not in the instrument/)
  },
)

desk.test(
  'picture: the five dimensions of the article’s comparison come out as one table',
  {
    name: 'compare.md',
    text: '# Two roads\n\nWhat the article compares:\n\nAnd so on.\n',
    picture: true,
  },
  async (window) => {
    await window.caretAt('compares:|')
    await window.runCommand('Policy Citation: Compare')
    await window.quickPick((rows) => rows.some(({ label }) => label === 'All 5 dimensions'))
    await window.screenshot('compare-picker')
    await window.press('Enter')
    await window.quickPickIsClosed()
    await window.textHolds(/\| Dimension \| United States \| China \|\s+\| --- \| --- \| --- \|/)
    await window.press('Control+S')
    const rows = await window.onDisk('the report is saved', 'compare.md', (saved) => {
      return (
        saved.includes('| Industry') && saved.split('\n').filter((line) => line.startsWith('|'))
      )
    })
    assert.deepEqual(
      rows.slice(2).map((row) => row.split('|')[1]?.trim()),
      ['Technology path', 'Regulation', 'International route', 'Talent', 'Industry'],
    )
    for (const row of rows.slice(2)) {
      assert.equal(row.split(' | ').length, 3)
      assert.match(
        row,
        /\[@press-us-aiap-2025-08, claim 22\.\d\] \| .*\[@press-us-aiap-2025-08, claim 22\.\d\]/,
      )
    }
    await window.screenshot('comparison')
  },
)

desk.test(
  'a code action on a citation cites its counterpart in another instrument',
  'States feel it [@us-aiap-2025:I.1.3, p. 3].\n',
  async (window) => {
    await window.caretAt('@us-aiap-2025:I.1|.3')
    const actions = await window.quickFixes()
    const place = actions.findIndex((title) => title.includes('us-eo-14365:5.b'))
    assert.match(actions[place] ?? '', /^Cite the Counterpart: us-eo-14365:5\.b \(/)
    await window.page.locator('.action-widget .monaco-list-row.action').nth(place).click()
    await window.textHolds('[@us-aiap-2025:I.1.3, p. 3; @us-eo-14365, sec. 5(b)].')
  },
)

desk.test(
  'the list of Insert Citation is confined to one instrument, and to one kind',
  'Sandboxes \n',
  async (window) => {
    await window.caretAt('Sandboxes |')
    await window.runCommand('Policy Citation: Insert Citation')
    await window.quickPick()
    await window.typeText('sandbox')
    await window.quickPick((rows) => rows.some(({ detail }) => detail.startsWith('us-aiap-2025')))
    await window.page.locator('.quick-input-titlebar [aria-label^="Filter"]').click()
    await window.quickPick((rows) => rows.some(({ label }) => label === 'Everything'))
    await window.typeText('Artificial Intelligence Act')
    await window.press('Enter')
    await window.quickPick((shown) => {
      const keys = shown.map(({ detail }) => detail).filter((detail) => detail !== '')
      return keys.length > 0 && keys.every((detail) => detail.startsWith('eu-ai-act'))
    })
    await window.press('Escape')
  },
)

desk.test(
  'a revoked order is marked: on its card, in the list behind what holds, and in the report',
  'The old order [@us-eo-14110:1] fell.\n',
  async (window) => {
    const card = await window.hoverOver('us-eo-14110:1')
    assert.match(card, /was revoked on 2025-01-20 by EO 14148\./)
    await underlined(window, 1)
  },
)

async function underlined({ page }: VsCodeWindow, count: number): Promise<void> {
  const places = page.locator('.editor-instance .view-overlays .squiggly-info')
  await (count === 0
    ? places.first().waitFor({ state: 'detached' })
    : places.nth(count - 1).waitFor())
}
