import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { eventually } from '../support/eventually.ts'
import { VsCode } from '../support/vsCode.ts'
import type { VsCodeWindow } from '../support/window.ts'

const code = await VsCode.start('working tree')
after(() => code.stop())

const gluedTwice = `根据@us-aiap-2025:I.1.3。

按照@us-aiap-2025:I.1.2。
`
const bracketed = (key: string) => `[@us-aiap-2025:${key}]`

const ownCorpus = `---
id: own-plan
type: plan
title: A plan of our own
---

# Ferry timetables {#I kind=pillar}

## Timetables for night ferries {#I.1}

The harbour office prints when ferries leave at night.
`

test('case 44: one report mended in two windows: the last save wins, and both windows follow it', async () => {
  const files = { 'report.md': gluedTwice, '.policy/own-plan.md': ownCorpus }
  const settings = { 'files.autoSave': 'off' }
  const one = await code.openWindow({ files, settings })
  const other = await code.openWindow({ folder: one.folder, open: 'report.md', settings })
  try {
    await mend(one, 'I.1.3')
    await mend(other, 'I.1.2')
    await other.savedText('report.md')

    await one.press('Control+S')
    await overwrite(one)
    const first = gluedTwice.replace('@us-aiap-2025:I.1.3', bracketed('I.1.3'))
    await one.onDisk('the last save is on disk', 'report.md', (saved) => saved === first)
    await other.textHolds('按照@us-aiap-2025:I.1.2')
    await underlined(other, 1)

    await mend(other, 'I.1.2')
    await other.savedText('report.md')
    assert.equal(onDisk(one), first.replace('@us-aiap-2025:I.1.2', bracketed('I.1.2')))
    await one.textHolds(bracketed('I.1.2'))
    await underlined(one, 0)
  } catch (error) {
    await one.pictureFailure()
    throw error
  } finally {
    await one.close()
    await other.close()
  }
})

test('case 44: two windows write one bibliography and keep their indexes side by side, each file whole', async () => {
  const report =
    '---\nbibliography: cited.json\n---\n\nAs [@own-plan:I.1] and [@us-aiap-2025:I.1.3].\n'
  const files = { 'report.md': report, '.policy/own-plan.md': ownCorpus }
  const one = await code.openWindow({ files })
  const other = await code.openWindow({ folder: one.folder, open: 'report.md' })
  try {
    await Promise.all(
      [one, other].map(async (window) => {
        await window.runCommand('Policy Citation: Write Bibliography')
      }),
    )
    await one.onDisk(
      'the bibliography holds both documents and what is cited of them',
      'cited.json',
      (written) => {
        const items = JSON.parse(written) as { readonly id: string }[]
        assert.deepEqual(items.map(({ id }) => id).sort(), [
          'own-plan',
          'own-plan:I.1',
          'us-aiap-2025',
          'us-aiap-2025:I.1.3',
        ])
        return true
      },
    )
    await eventually('indexes are kept', () => keptIndexes(one).length > 0)
    const kept = keptIndexes(one)
    for (const file of kept.filter((each) => !each.endsWith('.list'))) {
      const name = path.basename(file)
      assert.equal(readFileSync(file).subarray(0, name.length).toString('utf8'), name)
    }
    await eventually('what is in use is listed', () =>
      keptIndexes(one).some((each) => each.endsWith('.list')),
    )
    for (const file of keptIndexes(one).filter((each) => each.endsWith('.list'))) {
      const listed = readFileSync(file, 'utf8').match(/^\S+$/gmu) ?? []
      assert.ok(listed.every((name) => keptIndexes(one).some((each) => each.endsWith(name))))
    }
  } finally {
    await one.close()
    await other.close()
  }
})

async function mend(window: VsCodeWindow, key: string): Promise<void> {
  await window.caretAt(`@us-aiap|-2025:${key}`)
  await window.applyQuickFix('Put the citation in brackets')
  await window.textHolds(bracketed(key))
}

async function underlined(window: VsCodeWindow, count: number): Promise<void> {
  await window.eventually(`${String(count)} keys are underlined`, async () => {
    return (await window.page.locator('.squiggly-warning').count()) === count
  })
}

/** VS Code says that the file is newer and asks: what stands in this window is to be kept. */
async function overwrite(window: VsCodeWindow): Promise<void> {
  await window.page
    .locator('.notification-list-item', { hasText: 'newer' })
    .getByRole('button', { name: 'Overwrite' })
    .click()
}

function onDisk({ folder }: VsCodeWindow): string {
  return readFileSync(path.join(folder, 'report.md'), 'utf8')
}

/** The indexes that the extension keeps in its own storage, for both windows. */
function keptIndexes({ folder }: VsCodeWindow): string[] {
  return readdirSync(path.dirname(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && path.basename(entry.parentPath) === 'indexes')
    .map((entry) => path.join(entry.parentPath, entry.name))
}
