import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ReportWindow } from '../support/reportWindow.ts'
import { statusItem, type VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

const good = `---
id: xx-quays
type: plan
title: The Quays Plan
---

# Paint the lighthouse green {#1}

The harbour master has the lighthouse painted green by the end of the year.
`

function write({ folder }: VsCodeWindow, text: string): void {
  mkdirSync(path.join(folder, '.policy'), { recursive: true })
  writeFileSync(path.join(folder, '.policy/quays.md'), text)
}

/** How many measures the status item says that there are. */
async function measures(window: VsCodeWindow): Promise<number> {
  return Number(/Measures: (\d+)/u.exec(await window.statusLabel())?.[1])
}

/** Whether the status item bears the sign of a warning. */
async function warns({ page }: VsCodeWindow): Promise<boolean> {
  return (await page.locator(statusItem).locator('.codicon-warning').count()) > 0
}

desk.test(
  'case 13, case 15: a corpus of the workspace loads while the window is open, is broken and is mended',
  'As planned [@xx-quays:1].\n',
  async (window) => {
    const before = await measures(window)
    write(window, good)
    await window.eventually(
      'the corpus is there',
      async () => (await measures(window)) === before + 1,
    )
    assert.match(await window.hoverOver('xx-quays:1'), /Paint the lighthouse green/)
    await window.pointAway()

    // Another program cuts the file: the last good state stays, and the file says what is wrong.
    write(window, good.slice(0, 30))
    const broken = await window.problemsShow((shown) => shown.length > 0)
    assert.match(broken[0]?.message ?? '', /front matter/)
    assert.match(await window.hoverOver('xx-quays:1'), /Paint the lighthouse green/)
    await window.pointAway()
    await window.eventually('the status item warns', () => warns(window))
    assert.equal(await measures(window), before + 1)

    // A second file takes the id of the first: both are named.
    write(window, good)
    await window.problemsShow((shown) => shown.length === 0)
    writeFileSync(path.join(window.folder, '.policy/quays-again.md'), good)
    const twice = await window.problemsShow((shown) => shown.length > 0)
    assert.match(twice[0]?.message ?? '', /given twice: first in .*quays.*, which holds, and in /)

    rmSync(path.join(window.folder, '.policy/quays-again.md'))
    await window.problemsShow((shown) => shown.length === 0)
    rmSync(path.join(window.folder, '.policy'), { recursive: true })
    await window.eventually('the corpus is gone', async () => (await measures(window)) === before)
  },
)

desk.test(
  'case 51: links that lead out of the workspace, loops and pipes are refused, and nothing hangs',
  '# Brief\n',
  async (window) => {
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'))
    const own = path.join(window.folder, '.policy')
    try {
      writeFileSync(path.join(outside, 'secret.md'), good)
      mkdirSync(own)
      symlinkSync(path.join(outside, 'secret.md'), path.join(own, 'link.md'))
      symlinkSync(outside, path.join(own, 'folder'))
      symlinkSync(own, path.join(own, 'loop'))
      execFileSync('mkfifo', [path.join(own, 'pipe.md')])
      writeFileSync(path.join(own, 'good.md'), good.replace('xx-quays', 'xx-piers'))
      const problems = await window.problemsShow((shown) => shown.length === 2)
      const said = problems.map(({ message }) => message).join(' ')
      assert.match(said, /symbolic link/)
      assert.match(said, /no ordinary file/)
    } finally {
      rmSync(own, { recursive: true, force: true })
      rmSync(outside, { recursive: true })
    }
    await window.problemsShow((shown) => shown.length === 0)
  },
)

desk.test(
  'New Corpus File makes a commented file without troubles, in which fields are completed',
  '# Brief\n',
  async (window) => {
    await window.runCommand('Policy Citation: New Corpus File')
    const input = window.page.locator('.quick-input-widget input[type=text]')
    await input.fill('Harbour Plan 2031')
    await window.press('Enter')
    await window.quickPick((rows) => rows.some(({ label }) => label === 'plan'))
    await window.press('Enter')
    await window.page.locator('.tab.active[data-resource-name="harbour-plan-2031.md"]').waitFor()
    await window.textHolds(/id: harbour-plan-2031/)
    await window.problemsShow((shown) => shown.length === 0)
    await window.caretAt('status: in-force|')
    await window.press('Home')
    await window.press('Delete', 2)
    await window.press('End')
    await window.press('Backspace', 8)
    const offered = await window.suggestionsOnRequest((rows) => rows.length === 5)
    assert.deepEqual(
      offered.map(({ label }) => label),
      ['in-force', 'revoked', 'superseded', 'not-binding', 'review'],
    )
    await window.press('Escape')
    await window.noSuggestions()
    await window.press('Control+S')
    await window.page.locator('.tab.dirty').first().waitFor({ state: 'detached' })
    rmSync(path.join(window.folder, '.policy'), { recursive: true, maxRetries: 5 })
  },
)
