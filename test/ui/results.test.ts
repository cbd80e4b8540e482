import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { insistently } from '../support/eventually.ts'
import { quaysCorpusFile } from '../support/quaysPlan.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open({
  files: { 'first.md': '# First\n', '.policy/quays.md': quaysCorpusFile },
})

const twoMistakes = `# The harbour

Stone is kept ready [@xx-quays:I.9.9].

Lamps burn by night [@eu-ai-act:none].
`

desk.test(
  'picture: what Check Report found leads to its places, follows the report, and is closed without a question',
  { name: 'harbour.md', text: twoMistakes, picture: true },
  async (window) => {
    await closeOthers(window)
    await check(window, 'This report', 'Text')
    await shows(
      window,
      'harbour.md:3:23: error: ',
      'harbour.md:5:23: error: ',
      '2 problems in 1 report',
    )
    assert.deepEqual(await dirtyTabs(window), [])
    await window.keepPicture('result')

    await insistently('the link is followed', async (patience) => {
      await clickLink(window, 'harbour.md:5:23')
      await activeIs(window, 'harbour.md', patience)
      return true
    })
    await caretIs(window, 'Ln 5, Col 37 (14 selected)')
    assert.equal(await window.page.locator('.tab', { hasText: 'harbour.md' }).count(), 1)

    await focusResult(window)
    await window.press('Control+Home')
    await window.press('Enter')
    await activeIs(window, 'harbour.md')
    await caretIs(window, /Ln 3, /)

    await window.press('Control+A')
    await window.typeText('Stone is kept ready [@xx-quays:I.9.9].')
    await window.press('Control+S')
    await focusResult(window)
    await shows(window, 'harbour.md:1:23: error: ', '1 problem in 1 report')
    await window.press('Control+W')
    await window.page
      .locator('.tab', { hasText: 'Check of harbour' })
      .waitFor({ state: 'detached' })
    assert.equal(await window.page.locator('.monaco-dialog-box').count(), 0)
  },
)

for (const [row, name] of [
  ['JSON', 'Check of forms.json'],
  ['SARIF 2.1.0', 'Check of forms.sarif'],
] as const) {
  desk.test(
    `what was found leads to its places as ${row}, too, and F12 does it from the keyboard`,
    { name: 'forms.md', text: twoMistakes },
    async (window) => {
      await closeOthers(window)
      await check(window, 'This report', row)
      const tab = window.page.locator('.tab.active', { hasText: name })
      await tab.waitFor()
      await find(window, 'forms.md')
      await insistently('F12 leads to the place', async (patience) => {
        await closeFind(window, patience)
        await window.press('F12')
        await activeIs(window, 'forms.md', patience)
        return true
      })
      await caretIs(window, /Ln [35], /)
    },
  )
}

desk.test(
  'picture: Compare begins with a search box: what is typed finds provisions, and what articles compare',
  { name: 'compare.md', text: '# Two roads\n\nSide by side:\n', picture: true },
  async (window) => {
    await closeOthers(window)
    await window.caretAt('side:|')
    await window.runCommand('Policy Citation: Compare')
    await window.quickPick((rows) => rows.some(({ label }) => label === 'All 5 dimensions'))
    await window.keepPicture('compare-begins')
    await window.typeText('talent')
    await window.quickPick(([first]) => first?.label === 'Talent')
    await window.page.locator('.quick-input-widget input[type=text]').fill('regulatory sandboxes')
    await window.quickPick(
      (rows) => rows[0]?.detail.includes('us-aiap-2025:I.2') === true || rows.length > 3,
    )
    await window.keepPicture('compare-searches')
    await window.typeText(';')
    await window.quickPick((rows) => rows.every(({ label }) => label !== 'All 5 dimensions'))
    await window.press('Enter')
    await window.quickPickIsClosed()
    await window.textHolds(/\| --- \| --- \|/)
  },
)

/** The act's own words, as a file that EUR-Lex would hand out. */
const act = `# Regulation (EU) 2024/1689

## Article 5 Prohibited AI practices

The following AI practices shall be prohibited.
`

desk.test(
  'picture: Import Instrument says that the document is in the library, and offers to attach it instead',
  { name: 'import.md', text: '# R\n', picture: true },
  async (window) => {
    const file = written(window, 'CELEX_32024R1689_EN_TXT.md', act)
    const before = ownFiles(window)
    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    const dialog = window.page.locator('.monaco-dialog-box')
    await dialog.waitFor()
    assert.match(
      await dialog.innerText(),
      /CELEX_32024R1689_EN_TXT\.md is in the library as eu-ai-act, Artificial Intelligence Act\./,
    )
    await window.keepPicture('import-known')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    assert.deepEqual(ownFiles(window), before)

    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    await dialog.getByRole('button', { name: 'Attach as Official Document' }).click()
    await window.page
      .locator('.quick-input-widget', { hasText: 'The day of the text in' })
      .waitFor()
    await window.dismissQuickPick()
    assert.deepEqual(ownFiles(window), before)

    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    await dialog.getByRole('button', { name: 'Import Anyway' }).click()
    await window.page.locator('.quick-input-widget', { hasText: 'The English title' }).waitFor()
    await window.dismissQuickPick()
    assert.deepEqual(ownFiles(window), before)
  },
)

desk.test(
  'a document that an own corpus file is of is known by its title once it was read, and that file is opened',
  { name: 'own.md', text: '# R\n' },
  async (window) => {
    const text = '---\ntitle: The Quays Plan\n---\n\n# Part 1\n\nQuays are kept.\n'
    const file = written(window, 'scan.md', text)
    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    const dialog = window.page.locator('.monaco-dialog-box')
    await dialog.waitFor()
    assert.match(await dialog.innerText(), /in your own corpus file .*quays\.md as xx-quays/)
    await dialog.getByRole('button', { name: 'Open Corpus File' }).click()
    await activeIs(window, 'quays.md')
  },
)

desk.test(
  'checking all reports is cancelled while it goes on: no result is shown, and the next check is whole',
  { name: 'many.md', text: twoMistakes },
  async (window) => {
    await closeOthers(window)
    const folder = path.join(window.folder, 'many')
    mkdirSync(folder, { recursive: true })
    const paragraph =
      'Stone is kept ready [@us-aiap-2025:I.1.3, p. 3], by law [@eu-ai-act, art. 5(1)(a)].\n\n'
    for (let at = 0; at < 60; at++)
      writeFileSync(path.join(folder, `${String(at)}.md`), paragraph.repeat(800))
    await check(window, 'All reports of the workspace', 'Text')
    const progress = window.page.locator('.notification-toast', { hasText: 'Checking reports' })
    await progress.waitFor()
    await window.keepPicture('checking')
    await progress.hover()
    await progress.getByRole('button', { name: 'Cancel' }).click()
    await progress.waitFor({ state: 'detached' })
    await window.focusEditor()
    await check(window, 'This report', 'Text')
    await shows(window, 'many.md:3:23: ', '2 problems in 1 report')
    assert.equal(await window.page.locator('.tab', { hasText: 'Check of all reports' }).count(), 0)
  },
)

async function closeOthers(window: VsCodeWindow): Promise<void> {
  await window.runCommand('View: Close Other Editors in Group')
}

/** Runs Check Report with these rows of its lists. */
async function check(window: VsCodeWindow, scope: string, form: string): Promise<void> {
  await window.runCommand('Policy Citation: Check Report')
  for (const label of [scope, form]) {
    await window.quickPick((rows) => rows.some((row) => row.label === label))
    await window.typeText(label)
    await window.quickPick(([first]) => first?.label === label)
    await window.press('Enter')
  }
}

/** Waits until the lines of the result beside the report begin and end so; the page has them in any order. */
async function shows(window: VsCodeWindow, ...wanted: readonly string[]): Promise<void> {
  const lines = window.page.locator('.editor-group-container.active .view-lines')
  await window.eventually('the result is as expected', async () => {
    const text = (await lines.innerText()).replaceAll('\u00a0', ' ').replaceAll('\n', '')
    for (const part of wanted) assert.ok(text.includes(part), text)
    return true
  })
}

/** Has Find select `text` in the active editor, and closes it; a key that it loses is pressed again. */
async function find(window: VsCodeWindow, text: string): Promise<void> {
  const widget = window.page.locator('.editor-group-container.active .find-widget')
  const input = widget.locator('textarea').first()
  await insistently(`${text} is found`, async (timeout) => {
    await window.press('Control+F')
    await input.waitFor({ timeout })
    await input.fill(text)
    await window.press('Enter')
    await widget.locator('.matchesCount', { hasText: / of / }).waitFor({ timeout })
    return true
  })
  await insistently('Find is closed', async (timeout) => {
    await window.press('Escape')
    await closeFind(window, timeout)
    return true
  })
}

/** Closes Find where it is open: it opens in its own time, and may do so behind the key that closed it. */
async function closeFind(window: VsCodeWindow, timeout: number): Promise<void> {
  const widget = window.page.locator('.editor-group-container.active .find-widget.visible')
  if (await widget.isVisible()) await window.press('Escape')
  await widget.waitFor({ state: 'detached', timeout })
}

async function dirtyTabs({ page }: VsCodeWindow): Promise<readonly string[]> {
  return page.locator('.tab.dirty').allInnerTexts()
}

/** Clicks the link with Ctrl held, upon which the line is drawn anew: by the place of it, therefore, not by the element. */
async function clickLink({ page }: VsCodeWindow, text: string): Promise<void> {
  const box = await page.locator('.detected-link', { hasText: text }).first().boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.keyboard.down('Control')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.keyboard.up('Control')
}

async function focusResult(window: VsCodeWindow): Promise<void> {
  await window.page.locator('.tab', { hasText: 'Check of' }).click()
}

async function activeIs({ page }: VsCodeWindow, name: string, timeout?: number): Promise<void> {
  await page
    .locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`)
    .waitFor(timeout === undefined ? {} : { timeout })
}

async function caretIs({ page }: VsCodeWindow, wanted: string | RegExp): Promise<void> {
  await page.locator('[id="status.editor.selection"]', { hasText: wanted }).waitFor()
}

function written(window: VsCodeWindow, name: string, text: string): string {
  const file = path.join(window.folder, 'documents', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

function ownFiles(window: VsCodeWindow): readonly string[] {
  const folder = path.join(window.folder, '.policy')
  return existsSync(folder) ? readdirSync(folder) : []
}
