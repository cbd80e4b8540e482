import assert from 'node:assert/strict'
import { ReportWindow } from '../support/reportWindow.ts'
import { themeIs } from '../support/shownColours.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()
const report = `# Brief

As planned [@us-aiap-2025:I.1.3, p. 41], as by nobody [@us-aiap-2025:IX.9].
Once there was another order [@us-eo-14110, sec. 4].

See
`

/** What has the focus, as a screen reader is told it. */
async function focusedName(window: VsCodeWindow): Promise<string> {
  return window.page.evaluate<string>(`(() => {
    const owner = document.activeElement
    const active = document.getElementById(owner?.getAttribute('aria-activedescendant') ?? '') ?? owner
    return active?.getAttribute('aria-label') ?? active?.textContent ?? ''
  })()`)
}

async function isFocused(window: VsCodeWindow, name: string | RegExp): Promise<void> {
  await window.eventually(`${String(name)} has the focus`, async () => {
    const focused = await focusedName(window)
    if (typeof name === 'string') assert.equal(focused, name)
    else assert.match(focused, name)
    return true
  })
}

desk.test(
  'a suggestion is called by its place and its title; arrow keys walk the list, and the card beside it is text',
  report,
  async (window) => {
    await window.caretAt('See|')
    await window.typeText(' @sandbox')
    const list = window.page.locator('.suggest-widget')
    // What is typed quickly is answered letter by letter: another list may take the place of the first.
    await window.eventually('each row is called by its place and its title', async () => {
      const rows = await window.suggestions((shown) => shown.length > 2)
      for (const { place, label } of rows) {
        const option = list.getByRole('option', { name: `${place}, ${label}, ` })
        if ((await option.count()) === 0) return false
      }
      return true
    })
    await window.focusAnotherSuggestion()
    const [, second] = await window.suggestions((shown) => shown[1]?.focused === true)
    await window.eventually('the focus is told', async () => {
      const name = await focusedName(window)
      return name.startsWith(`${second?.place ?? ''}, ${second?.label ?? ''}, `)
    })
    assert.match(await window.suggestionDetails(), /eu-ai-act:57/)
  },
)

desk.test(
  'the picker, its rows and their buttons have names, and all are reached by keys',
  report,
  async (window) => {
    await window.caretAt('See|')
    await window.runCommand('Policy Citation: Insert Citation')
    const { page } = window
    await page.getByRole('textbox', { name: /^Words, key, agency or page/ }).fill('sandboxes')
    await window.quickPick((rows) => rows.some(({ label }) => label.includes('57.15')))
    await page
      .getByRole('option', { name: /^AI Act 57\.15 · List of sandboxes, eu-ai-act:57\.15 · / })
      .waitFor()
    await isFocused(window, /^AI Act 57 · /)
    await window.press('ArrowDown')
    await isFocused(window, /^AI Act 57\.\d+ · /)
    await window.press('Tab', 2)
    await isFocused(window, 'Add to This Citation')
    await window.press('ArrowRight')
    await isFocused(window, 'Show Neighbors')
    await window.press('ArrowRight')
    await isFocused(window, 'Copy Citation')
    await window.press('ArrowLeft')
    await window.press('Enter')
    await page.getByRole('button', { name: /^Back/ }).waitFor()
    await window.press('Escape')
    await window.quickPickIsClosed()
  },
)

desk.test(
  'a row of the picker says in words that an instrument was revoked',
  report,
  async (window) => {
    await window.caretAt('See|')
    await window.runCommand('Policy Citation: Insert Citation')
    await window.page.getByRole('textbox', { name: /^Words, key/ }).fill('EO 14110')
    const rows = await window.quickPick((shown) => shown[0]?.label.includes('EO 14110') === true)
    assert.match(rows[0]?.detail ?? '', /^us-eo-14110 · revoked · /)
    await window.press('Escape')
    await window.quickPickIsClosed()
  },
)

desk.test(
  'picture: a card is opened and walked by keys, and says what it is without colours, in high contrast at 200 %',
  {
    name: 'contrast.md',
    text: report,
    settings: { 'workbench.colorTheme': 'Default High Contrast' },
  },
  async (window) => {
    await themeIs(window, 'hc_black')
    await window.caretAt('us-aiap-2025:I|.1.3')
    await showHover(window)
    await showHover(window)
    const card = window.hoverCard()
    assert.match(await card.innerText(), /⚠ There is no page 41/)
    for (const link of await card.getByRole('link').all()) {
      assert.notEqual((await link.innerText()).trim(), '')
    }
    await isFocused(window, /^Weigh state AI rules/)
    await window.press('Tab')
    await isFocused(window, /^Official document, p\. 3/)
    await window.press('Tab')
    await isFocused(window, 'Copy citation')
    await window.page.setViewportSize(halfOfWindow)
    await window.press('Escape')
    await showHover(window)
    await card.waitFor()
    await window.keepPicture('card-contrast-200')
    await window.press('Escape')
  },
)

/** As large as the window is to the page when it is magnified to 200 %. */
const halfOfWindow = { width: 640, height: 400 }

async function showHover(window: VsCodeWindow): Promise<void> {
  await window.press('Control+K')
  await window.press('Control+I')
  await window.hoverCard().waitFor()
}

desk.test(
  'picture: a problem says how grave it is, what is wrong and where, and so does the status bar',
  { text: report, settings: { 'workbench.colorTheme': 'Default High Contrast Light' } },
  async (window) => {
    await themeIs(window, 'hc_light')
    await window.problemsShow((problems) => problems.length >= 3)
    for (const name of [
      /^Error: No provision .* at line 3 /,
      /^Warning: There is no page 41.* at line 3 /,
      /^Info: EO 14110 was revoked .* at line 4 /,
    ]) {
      await window.page.getByRole('treeitem', { name }).waitFor()
    }
    await window.page
      .getByRole('button', { name: /^Policy Citation\b/ })
      .first()
      .waitFor()
    await window.keepPicture('problems-contrast-light')
    await window.press('Control+J')
  },
)
