import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually } from '../support/eventually.ts'
import { quaysCorpusFile, quaysPdf } from '../support/quaysPlan.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { shippedMeasures } from '../support/shippedLibrary.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open({
  files: { 'first.md': '# First\n', '.policy/quays.md': quaysCorpusFile },
})

desk.test(
  'picture: an official document is attached, and the card shows the passage with its page',
  {
    name: 'harbour.md',
    text: '# The harbour\n\nStone is kept ready [@xx-quays:I.1.2, pp. 1-2].\n',
    picture: true,
  },
  async (window) => {
    await ownCorpusIsRead(window)
    assert.doesNotMatch(await window.hoverOver('xx-quays:I.1.2'), /own words/)
    await window.pointAway()
    await attachQuays(window)
    const said = await eventually('VS Code says what was found', async () => {
      return (await window.notifications()).find((text) => text.includes('provisions were found'))
    })
    assert.equal(said, 'The Quays Plan: 7 of 7 provisions were found.')
    await window.page.keyboard.press('Escape')
    const card = await window.hoverOver('xx-quays:I.1.2')
    assert.match(card, /The issuer’s own words \(pp\. 1–2\)/)
    assert.match(
      card,
      /Keep a store of cut stone at the harbour, .* still serves the ships that use the harbour\./s,
    )
    await window.screenshot('passage')
    await window.pointAway()
  },
)

async function ownCorpusIsRead({ page }: VsCodeWindow): Promise<void> {
  const item = page.locator('[id$=".policyCitation.corpus"]')
  const all = String(shippedMeasures() + 4)
  await eventually('the own corpus is read', async () => (await item.innerText()).includes(all))
}

/** Attaches the PDF of the plan as an analyst does: by the palette, the list of instruments and the file dialog. */
async function attachQuays(window: VsCodeWindow): Promise<void> {
  const file = path.join(window.folder, 'documents', 'quays.pdf')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, quaysPdf())
  await window.runCommand('Policy Citation: Attach Official Document')
  const input = window.page.locator('.quick-input-widget input[type=text]')
  await window.quickPick((rows) => rows.length > 2)
  await window.typeText('quays')
  await window.quickPick(([first]) => first?.label === 'The Quays Plan')
  await window.press('Enter')
  await window.page
    .locator('.quick-input-widget', { hasText: 'The official document of' })
    .waitFor()
  await input.fill(file)
  await window.quickPick((rows) => rows.some(({ label }) => label === 'quays.pdf'))
  await window.press('Enter')
}
