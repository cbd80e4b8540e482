import assert from 'node:assert/strict'
import { insistently } from '../support/eventually.ts'
import { chooseInMenu, ReportWindow } from '../support/reportWindow.ts'
import { statusItem, type VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

/** So tall that the palette shows all commands of ours at once. */
const tall = { width: 1280, height: 2000 }

const report = '# Brief\n\nAs planned [@us-aiap-2025, p. 3, pillar I].\n\nMore prose here.\n'

desk.test(
  'the context menu on a citation has what one does with it, in a submenu',
  report,
  async (window) => {
    await window.caretAt('us-aiap|-2025')
    await contextMenuHas(window, ['Policy Citation'])
    await submenuIsOpen(window)
    await window.eventually('the submenu is as expected', async () => {
      assert.deepEqual(await ours(window), [
        'Policy Citation',
        'Open Official Document',
        'Show Passage',
        'Show in Corpus',
        'Copy Citation',
        'Copy as Reference',
        'Change Place',
      ])
      return true
    })
    await window.keepPicture('context-menu-citation')
    await closeMenus(window)
  },
)

const elsewhere = ['Insert Citation', 'Cite All Mentions', 'Check Report']

desk.test('the context menu elsewhere has what one does without', report, async (window) => {
  await window.caretAt('More| prose')
  await contextMenuHas(window, elsewhere)
  await window.keepPicture('context-menu-prose')
  await closeMenus(window)
})

desk.test(
  'a right click on a citation on which the pointer rests has the menu of a citation',
  report,
  async (window) => {
    await window.caretAt('More| prose')
    await window.hoverOver('us-aiap-2025')
    // At the first click: from the second one on the caret is there, too.
    await openByPointer(window)
    assert.deepEqual(await ours(window), ['Policy Citation'])
    await closeMenus(window)
  },
)

const citing = [
  'Open Official Document',
  'Copy Citation',
  'Copy as Reference',
  'Change Place',
  'Show in Corpus',
]

desk.test('the palette offers what is done with a citation only on one', report, async (window) => {
  await window.page.setViewportSize(tall)
  await window.caretAt('us-aiap|-2025')
  await window.offeredCommands((titles) => citing.every((title) => has(titles, title)))
  await window.caretAt('More| prose')
  await window.offeredCommands(
    (titles) => !citing.some((title) => has(titles, title)) && has(titles, 'Insert Citation'),
  )
  await window.keepPicture('palette')
})

desk.test(
  'beside a report the palette offers only what needs none',
  { name: 'notes.txt', text: 'Notes\n' },
  async (window) => {
    await window.page.setViewportSize(tall)
    await window.offeredCommands((titles) => !has(titles, 'Insert Citation'))
    await window.offeredCommands((titles) => {
      const offered = titles.map((title) => title.replace('Policy Citation: ', '')).sort()
      assert.deepEqual(offered, [
        'Attach Official Document',
        'Browse Plan',
        'Check Report',
        'Compare Editions',
        'Detach Official Document',
        'Download Official Document',
        'Import Instrument',
        'New Corpus File',
        'Open Sample Report',
        'Open Walkthrough',
        'Reload Corpora',
        'Why Is Nothing Offered Here?',
      ])
      return true
    })
    assert.equal(await window.page.locator(statusItem).count(), 0)
  },
)

desk.test(
  'the button of a message about settings opens them, each in the group that it is in',
  {
    text: 'As planned \n',
    settings: {
      'policyCitation.corpora': ['plans'],
      'policyCitation.problems.severity': { 'citation.glud': 'off' },
    },
  },
  async (window) => {
    const toast = window.page.locator('.notification-toast', { hasText: 'policyCitation.corpora' })
    await toast.waitFor()
    await window.keepPicture('settings-told')
    await toast.locator('.monaco-button', { hasText: 'Open Setting' }).click()
    const editor = window.page.locator('.settings-editor')
    for (const name of ['Corpora', 'Severity']) {
      await editor.locator('.setting-item-label', { hasText: name }).first().waitFor()
    }
    await window.keepPicture('settings-opened')
  },
)

desk.test('picture: our settings in groups', report, async (window) => {
  await chooseInMenu(window, 'Settings')
  const groups = window.page.locator('.settings-toc-entry')
  for (const group of [
    'Citations',
    'Checking Reports',
    'Bibliography and Pandoc',
    'Library and Search',
  ]) {
    await groups.filter({ hasText: group }).first().waitFor()
  }
  await window.keepPicture('settings-groups')
})

function has(titles: readonly string[], title: string): boolean {
  return titles.includes(`Policy Citation: ${title}`)
}

/** Opens the context menu at the caret until what of it is ours is `expected`: where the caret is becomes known a moment after it moved. */
async function contextMenuHas(window: VsCodeWindow, expected: readonly string[]): Promise<void> {
  await insistently('the context menu is as expected', async () => {
    await window.press('Shift+F10')
    await menuIsOpen(window)
    const found = await ours(window)
    if (found.join() === expected.join()) return true
    await closeMenus(window)
    throw new Error(`it has ${found.join()}`)
  })
}

/** Opens our submenu: a menu takes no click for a moment after it opened. */
async function submenuIsOpen({ page }: VsCodeWindow): Promise<void> {
  const entry = page.locator('.monaco-menu .action-item', { hasText: 'Open Official Document' })
  await insistently('our submenu is open', async (patience) => {
    if (await entry.first().isVisible()) return true
    await page.locator('.context-view .action-item', { hasText: 'Policy Citation' }).first().click()
    await entry.first().waitFor({ timeout: patience })
    return true
  })
}

async function openByPointer(window: VsCodeWindow): Promise<void> {
  await window.page.mouse.down({ button: 'right' })
  await window.page.mouse.up({ button: 'right' })
  await menuIsOpen(window)
}

async function menuIsOpen(window: VsCodeWindow): Promise<void> {
  await window.eventually('a menu is open', async () => (await shown(window)).length > 0)
}

async function shown({ page }: VsCodeWindow): Promise<readonly string[]> {
  const labels = await page
    .locator('.monaco-menu .action-item:not(.disabled) .action-label')
    .allInnerTexts()
  return labels.map((label) => label.trim()).filter((label) => label !== '')
}

const oursOf = new Set([
  ...[
    'Policy Citation',
    'Insert Citation',
    'Insert Quotation',
    'Cite All Mentions',
    'Check Report',
  ],
  ...['Show Passage', ...citing],
])

async function ours(window: VsCodeWindow): Promise<readonly string[]> {
  return (await shown(window)).filter((label) => oursOf.has(label))
}

async function closeMenus(window: VsCodeWindow): Promise<void> {
  await insistently('no menu is open', async () => {
    if ((await shown(window)).length === 0) return true
    await window.press('Escape')
    return (await shown(window)).length === 0
  })
}
