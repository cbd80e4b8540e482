import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { eventually, insistently } from '../support/eventually.ts'
import { pdfOf } from '../support/makePdf.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open({ files: { 'first.md': '# First\n' } })

const quayPlan = `---
title: Quay Goals
---

# Preface

Much was said.

# Goal 3 Quays

Sec. 1. Purpose. Quays fall.

Sec. 2. Cranes. Cranes rest.

Sec. 3. Lamps. Lamps burn.
`

desk.test(
  'picture: parts are corrected by keyboard alone, a step at a time and back, and the file says what was corrected',
  { name: 'goals-report.md', text: '# R\n', picture: true },
  async (window) => {
    const file = path.join(window.folder, 'documents', 'goals.md')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, quayPlan)
    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    await asks(window, 'The English title')
    await window.press('Enter')
    await window.quickPick((rows) => rows.some(({ label }) => label === 'plan'))
    await window.press('Enter')
    await tree(window, '3 Quays', '1 Purpose', '2 Cranes', '3 Lamps')
    await window.press('ArrowDown', 2)
    await window.keepPicture('import-tree')
    await openActions(window)
    await window.keepPicture('import-correct')
    await window.typeText('Number anew')
    await window.quickPick(([first]) => first?.label === 'Number anew from here…')
    await window.press('Enter')
    await asks(window, 'from which those that follow')
    await window.press('Escape')
    await actionsAreShown(window)
    await window.typeText('Number anew')
    await window.quickPick(([first]) => first?.label === 'Number anew from here…')
    await window.press('Enter')
    await asks(window, 'from which those that follow')
    await window.press('Control+A')
    await window.typeText('5')
    await window.press('Enter')
    await tree(window, '3 Quays', '5 Purpose', '6 Cranes', '7 Lamps')
    await window.keepPicture('import-corrected')

    await openActions(window)
    await window.press('Escape')
    await tree(window, '3 Quays', '5 Purpose', '6 Cranes', '7 Lamps')
    await window.press('Escape')
    await window.quickPick((rows) => rows.some(({ label }) => label === 'order'))
    await window.press('Enter')
    await tree(window, '3 Quays', '5 Purpose', '6 Cranes', '7 Lamps')
    await window.press('Enter')
    const written = path.join(window.folder, '.policy', 'quay-goals.md')
    const text = await eventually('the corpus file is written', () => {
      const read = existsSync(written) ? readFileSync(written, 'utf8') : ''
      return read === '' ? undefined : read
    })
    assert.match(text, /^import:\n {2}- number 5 \| \(3\) quays \/ \(1\) purpose\n---$/mu)
    assert.deepEqual(text.match(/(?<=\{#)[\w.-]+/gu), ['goal-3', '5', '6', '7'])
    await window.eventually('VS Code says what was made', async () =>
      (await window.notifications()).some((said) => said.startsWith('Quay Goals: 4 divisions')),
    )
    await window.textHolds('id: quay-goals')
  },
)

desk.test(
  'picture: the next edition comes into the corpus file, each change taken or left, by one edit that is undone at once',
  { name: 'next-report.md', text: '# R\n', picture: true },
  async (window) => {
    const own = path.join(window.folder, '.policy', 'tide.md')
    mkdirSync(path.dirname(own), { recursive: true })
    writeFileSync(own, tideFile)
    const file = path.join(window.folder, 'documents', 'tide.md')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, tideOrder)
    const dialog = window.page.locator('.monaco-dialog-box')
    await insistently('the corpus file is known', async (patience) => {
      await window.runCommand('Policy Citation: Import Instrument')
      await window.chooseFile('The document to import', file)
      await dialog
        .or(window.page.locator('.quick-input-widget:visible'))
        .first()
        .waitFor({ timeout: patience })
      if (await dialog.isVisible()) return true
      await window.dismissQuickPick()
      return undefined
    })
    await dialog.getByRole('button', { name: 'Import as Next Edition' }).click()
    await tree(window, '1 Purpose', '3 Lamps')
    await window.press('Enter')
    await tree(window, '2 Cranes', 'Lamps')
    await window.keepPicture('import-next-edition')
    await window.press('Enter')
    const text = await eventually('the next edition is written', () => {
      const read = readFileSync(own, 'utf8')
      return read === tideFile ? undefined : read
    })
    assert.deepEqual(text.match(/(?<=\{#)[\w.-]+/gu), ['1', '2', '3'])
    assert.match(text, /# Why \{#1\}\n\nOur own words\./u)
    await window.textHolds('# Lamps')
    await window.press('Control+Z')
    await window.press('Control+S')
    await eventually('the edit is undone', () => readFileSync(own, 'utf8') === tideFile)
  },
)

desk.test(
  'picture: a list whose fields nobody knows is imported by saying which is what, by keyboard alone and back a step',
  { name: 'list-report.md', text: '# R\n', picture: true },
  async (window) => {
    const file = path.join(window.folder, 'documents', 'tide list.csv')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'x,"y, long",z\nK1,Survey the mole,Quays\nK2,Rest the cranes,Quays\n')
    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    await question(window, 'Which field numbers')
    await window.keepPicture('import-fields')
    await window.press('Enter')
    await question(window, 'Which field is the title')
    await window.press('Escape')
    await question(window, 'Which field numbers')
    await window.press('Enter')
    await question(window, 'Which field is the title')
    await window.press('Enter')
    await question(window, 'Which field is the text')
    await window.quickPick(
      (rows) => rows.map(({ label }) => label).join() === 'z,None of these fields',
    )
    await window.press('ArrowDown')
    await window.press('Enter')
    await question(window, 'Which field says what an item stands in')
    await window.press('ArrowDown')
    await window.keepPicture('import-fields-above')
    await window.press('Enter')
    await isNew(window)
    await asks(window, 'The English title')
    await window.press('Enter')
    await window.quickPick((rows) => rows.some(({ label }) => label === 'plan'))
    await window.press('Enter')
    await tree(window, 'Quays', 'K1 Survey the mole', 'K2 Rest the cranes')
    await window.press('Enter')
    await window.textHolds('type: plan')
  },
)

desk.test(
  'picture: a document that reaches a limit is refused with the limit, and with the setting that raises it',
  { name: 'limit-report.md', text: '# R\n', picture: true },
  async (window) => {
    const packed = deflateSync(deflateSync(new Uint8Array(100_000_000)))
    const stream = `<< /Filter [/Fl /Fl] /Length ${String(packed.length)} >>\nstream\n${packed.toString('latin1')}\nendstream`
    const file = path.join(window.folder, 'documents', 'tight.pdf')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, pdfOf(['<< /Type /Catalog >>', stream]))
    await window.runCommand('Policy Citation: Import Instrument')
    await window.chooseFile('The document to import', file)
    const said = window.page.locator('.notification-list-item', {
      hasText: 'tight.pdf was not read',
    })
    await said.getByRole('button', { name: 'Open Setting' }).waitFor()
    await window.keepPicture('import-limit')
    await said.getByRole('button', { name: 'Open Setting' }).click()
    await window.page.locator('.settings-editor', { hasText: 'Reading Memory' }).waitFor()
  },
)

const tideFile = `---
id: tide-order
type: order
title: Tide Order
sha256: ${'0'.repeat(64)}
---

# Why {#1}

Our own words.

- first-words: Purpose

# Cranes {#2}

- first-words: Cranes
`

const tideOrder = `---
title: Tide Order
---

Sec. 1. Purpose. Quays fall.

Sec. 3. Lamps. They burn.
`

/** The tree has these rows, as they are named. */
async function tree(window: VsCodeWindow, ...names: readonly string[]): Promise<void> {
  await window.quickPick((rows) => rows.map(({ label }) => label.trim()).join() === names.join())
}

/** Opens what can be done to the row in focus, by its button, to which Tab leads from wherever the focus is. */
async function openActions(window: VsCodeWindow): Promise<void> {
  await insistently('the button has the focus', async () => {
    const hasFocus = await window.page.evaluate<boolean>(
      `document.activeElement.matches('.quick-input-list .monaco-list-row.focused .codicon-edit')`,
    )
    if (!hasFocus) await window.press('Tab')
    return hasFocus
  })
  await window.press('Enter')
  await actionsAreShown(window)
}

async function actionsAreShown(window: VsCodeWindow): Promise<void> {
  await window.quickPick(([first]) => first?.label === 'Change its label…')
}

/** A list is open that asks this in its box. */
async function question(window: VsCodeWindow, words: string): Promise<void> {
  await window.page.locator(`.quick-input-widget:visible input[placeholder^="${words}"]`).waitFor()
}

/** Says that it is a new instrument, where those of other tests are there whose next edition it may be. */
async function isNew(window: VsCodeWindow): Promise<void> {
  const widget = window.page.locator('.quick-input-widget:visible')
  const what = widget.locator('input[placeholder="What it is"]')
  await what
    .or(widget.filter({ hasText: 'The English title' }))
    .first()
    .waitFor()
  if (await what.isVisible()) await window.press('Enter')
}

async function asks(window: VsCodeWindow, words: string): Promise<void> {
  await window.page.locator('.quick-input-widget', { hasText: words }).waitFor()
}
