import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import {
  answeringVersion,
  listing,
  namingRefs,
  playPandoc,
  skip,
} from '../ownPandoc/playedPandoc.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

const report = '---\nbibliography: refs.json\n---\n\nAs [@a].\n'
const files = { 'report.md': report, 'refs.json': '[]' }

/** Until a message holds `words`. */
async function messageHolds(window: VsCodeWindow, words: string): Promise<void> {
  await window.eventually(`a message says ${words}`, async () => {
    const shown = await window.notifications()
    return shown.some((one) => one.includes(words))
  })
}

suite('Preview References', { skip }, () => {
  const command = 'Policy Citation: Preview References'

  test('shows what Pandoc prints of the report as it stands, and prints anew', async () => {
    const entries = ['Lee, A. Of Quays. 2021.', '[x](command:workbench.action.quit) \u001B[31m']
    const warning = `say('[WARNING] of process ' + process.pid + '\\n', 2)`
    const { program, calls } = playPandoc(
      answeringVersion(`${warning}; ${listing(entries, namingRefs)}`),
    )
    const machineSettings = { 'policyCitation.pandoc.path': program }
    await desk.code.inWindow({ files, machineSettings }, async (window) => {
      const shown = window.page.locator('.editor-group-container').nth(1).locator('.view-lines')
      await window.caretAt('As |')
      await window.typeText('unsaved ')
      await window.runCommand(command)
      await window.eventually('the list is shown', async () => {
        const text = (await shown.innerText()).replaceAll('\u00A0', ' ')
        return text.includes('Lee, A. Of Quays. 2021.') && text.includes('2 references, printed')
      })
      await window.keepPicture('preview-references')
      assert.equal(calls().at(0)?.input, report.replace('As ', 'As unsaved '))
      const before = await shown.innerText()
      await window.typeText('again ')
      await window.runCommand(command)
      await window.eventually('it is printed again, and shown', async () => {
        return calls().length === 4 && (await shown.innerText()) !== before
      })
      assert.ok(calls().at(2)?.input?.includes('unsaved again'))
      assert.equal(
        await window.page.locator('.tab', { hasText: 'References of report' }).count(),
        1,
      )
    })
  })

  test('says what to do where there is no Pandoc', async () => {
    const machineSettings = { 'policyCitation.pandoc.path': '/none/pandoc' }
    await desk.code.inWindow({ files, machineSettings }, async (window) => {
      await window.runCommand(command)
      await messageHolds(window, 'names no program that can be run')
      await window.page
        .locator('.notification-toast .monaco-button', { hasText: 'Open Setting' })
        .first()
        .waitFor()
    })
  })

  test('is refused in Restricted Mode', async () => {
    const { program, calls } = playPandoc(`record({})`)
    const machineSettings = { 'policyCitation.pandoc.path': program }
    await desk.code.inWindow({ files, machineSettings, trust: 'restricted' }, async (window) => {
      await window.runCommand(command)
      await messageHolds(window, 'In Restricted Mode Pandoc is not run: trust the workspace first.')
      assert.deepEqual(calls(), [])
    })
  })
})

suite('Set Up Pandoc and Quarto', () => {
  const command = 'Policy Citation: Set Up Pandoc and Quarto'
  const quarto = 'project:\r\n  type: book # mine\r\nfilters:\r\n  - citeproc\r\n'
  const book = { 'report.qmd': 'As [@eu-ai-act].\n', '_quarto.yml': quarto }
  const folder = '_extensions/policy-citation'

  /** Ticks all that the preview lists, and applies it. */
  async function applyAll(window: VsCodeWindow): Promise<void> {
    const boxes = window.page.locator('.bulk-edit-panel .edit-checkbox')
    await boxes.first().waitFor()
    for (const box of await boxes.all()) await box.check()
    await window.page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click()
  }

  const read = (window: VsCodeWindow, name: string): string =>
    readFileSync(join(window.folder, name), 'utf8')

  test('writes a Quarto extension and names it, once it was seen; and takes both out again', async () => {
    await desk.code.inWindow({ files: book }, async (window) => {
      await window.runCommand(command)
      await window.page.locator('.bulk-edit-panel .edit-checkbox').first().waitFor()
      await window.keepPicture('set-up-quarto')
      assert.deepEqual(readdirSync(window.folder).sort(), ['_quarto.yml', 'report.qmd'])
      await applyAll(window)
      await messageHolds(window, 'Quarto runs the filter of Policy Citation now.')
      assert.deepEqual(readdirSync(join(window.folder, folder)).sort(), [
        '_extension.yml',
        'policy-citation.lua',
      ])
      assert.equal(
        read(window, '_quarto.yml'),
        quarto.replace('  - cite', '  - policy-citation\r\n  - cite'),
      )
      await window.runCommand(command)
      const rows = await window.quickPick()
      assert.deepEqual(
        rows.map(({ label }) => label),
        ['Remove'],
      )
      await window.press('Enter')
      await applyAll(window)
      await messageHolds(window, 'What Policy Citation had set up is taken out.')
      assert.equal(read(window, '_quarto.yml'), quarto)
      await window.eventually(
        'nothing is left',
        () => !existsSync(join(window.folder, '_extensions')),
      )
    })
  })

  test('writes a defaults file for Pandoc, tells what was changed, and does not touch it unasked', async () => {
    await desk.code.inWindow({ files: { 'report.md': 'As [@eu-ai-act].\n' } }, async (window) => {
      await window.runCommand(command)
      await window.quickPick(([first]) => first?.label === 'Pandoc')
      await window.press('Enter')
      await applyAll(window)
      await messageHolds(window, 'pandoc --defaults policy-citation.yaml report.md')
      const filter = join(window.folder, 'policy-citation.lua')
      const shipped = readFileSync(filter, 'utf8')
      writeFileSync(filter, `-- mine\n${shipped}`)
      await window.runCommand(command)
      const [update, remove] = await window.quickPick(([first]) => first?.label === 'Update')
      assert.match(update?.detail ?? '', /policy-citation\.lua: changed by you/u)
      assert.equal(remove?.label, 'Remove')
      await window.press('Enter')
      await window.page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Discard' }).click()
      assert.equal(readFileSync(filter, 'utf8'), `-- mine\n${shipped}`)
      await window.runCommand(command)
      await window.quickPick(([first]) => first?.label === 'Update')
      await window.press('Enter')
      await applyAll(window)
      await window.eventually('it is as it ships', () => readFileSync(filter, 'utf8') === shipped)
    })
  })

  test('writes nothing where _quarto.yml cannot be read, and says where', async () => {
    const bad = { ...book, '_quarto.yml': 'project:\n  type: [book\n' }
    await desk.code.inWindow({ files: bad }, async (window) => {
      await window.runCommand(command)
      await messageHolds(window, '_quarto.yml cannot be read as YAML at line 3, column 1')
      assert.deepEqual(readdirSync(window.folder).sort(), ['_quarto.yml', 'report.qmd'])
    })
  })

  test('is refused in Restricted Mode', async () => {
    await desk.code.inWindow({ files: book, trust: 'restricted' }, async (window) => {
      await window.runCommand(command)
      await messageHolds(window, 'In Restricted Mode nothing is set up: trust the workspace first.')
    })
  })
})
