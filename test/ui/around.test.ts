import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { Preview } from '../support/previewFrame.ts'
import { chooseInMenu, openMenu, ReportWindow, whyRows } from '../support/reportWindow.ts'
import { shipped, shippedMeasures, shippedTitle } from '../support/shippedLibrary.ts'
import { statusItem, type QuickPickRow, type VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

desk.test(
  'Go to Definition on a key opens the measure in its corpus file',
  'As planned [@us-aiap-2025:II.3.1, p. 16].\n',
  async (window) => {
    await window.caretAt('@us-aiap-2025:II|')
    await window.press('F12')
    await window.page.locator('.tab.active[data-resource-name="us-aiap-2025.md"]').waitFor()
    await window.eventually('the caret is on its heading', async () => {
      const { line, column } = shipped('us-aiap-2025:II.3.1').source
      assert.deepEqual(await window.caret(), { line, column })
      return true
    })
  },
)

desk.test(
  'Peek on a key shows the measure without leaving the report',
  'As planned [@us-aiap-2025:II.3.1, p. 16].\n',
  async (window, name) => {
    await window.caretAt('@us-aiap-2025:II|')
    await window.runCommand('Peek Definition')
    const peeked = window.page.locator('.peekview-widget .view-lines')
    await window.eventually('the measure is shown', async () => {
      const shown = (await peeked.first().innerText()).replaceAll('\u00a0', ' ')
      return shown.includes(`### ${shippedTitle('us-aiap-2025:II.3.1')}`)
    })
    await window.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
  },
)

desk.test(
  'the status item names us, says how many citations and findings the report has, and follows it',
  'As planned [@us-aiap-2025, p. 3; @eu-ai-act, art. 5] and [@eu-ai-act:999].\n',
  async (window) => {
    await window.statusBarShows('Policy Citation: 2 · 1 finding')
    await window.statusSays('Citations in this report: 2. Findings: 1. Measures: ')
    await window.statusSays(`Measures: ${String(shippedMeasures())}, `)
    await window.keepPicture('status-item')
    await window.caretAt('999].|')
    await window.press('Shift+Home')
    await window.typeText('Nothing [@eu-ai-act, art. 6].')
    await window.eventually('the findings are gone with what they were of', async () => {
      return (await window.page.locator(statusItem).innerText()).trim() === 'Policy Citation: 1'
    })
  },
)

desk.test(
  'a click on the status item opens a menu of what can be done here, and it explains what is offered',
  'Rules @red tape\n\nSo [@eu-ai-act:999].\n',
  async (window) => {
    await window.statusBarShows('Policy Citation: 0 · 1 finding')
    await window.caretAt('@red tape|')
    const rows = await openMenu(window)
    assert.deepEqual(
      rows.map(({ label }) => label.trim()),
      [
        'Insert Citation',
        'Browse Plan',
        'Check Report',
        'Preview References',
        'Why Is Nothing Offered Here?',
        'Settings',
      ],
    )
    assert.equal(rows[2]?.description, '1 finding')
    await window.keepPicture('status-menu')
    await closeQuickPick(window)
    await chooseInMenu(window, 'Why Is Nothing Offered Here?')
    const [first] = await window.quickPick(([row]) => row?.label.includes('red tape') === true)
    assert.match(first?.label ?? '', /[1-9]\d* provisions fit “red tape”/)
    await closeQuickPick(window)
  },
)

const explanations = [
  {
    promise: 'in code that Pandoc reads no citation there',
    report: 'Run `@red| tape`\n',
    says: 'Pandoc reads no citation here: the cursor is in code.',
  },
  {
    promise: 'in prose without @ what to type',
    report: 'Rules and |tape\n',
    says: 'Type @ and a few words: there is no open @ before the cursor',
  },
  {
    promise: 'at words that fit nothing that nothing fits',
    report: 'Rules @zeppelin| mooring\n',
    says: 'No provision fits all of the words “zeppelin”',
  },
  {
    promise: 'at a cross-reference whose it is',
    report: 'See @fig-one| here\n',
    says: '“@fig-one” is a cross-reference of Quarto or pandoc-crossref',
  },
]

for (const { promise, report, says } of explanations) {
  desk.test(
    `case 43: Why Is Nothing Offered Here? says ${promise}`,
    report.replace('|', ''),
    async (window) => {
      await window.caretAt(report.trimEnd())
      const rows = (await whyRows(window)).map(({ label }) => label)
      assert.equal(rows[0], says)
      assert.ok(rows.includes('Language of the editor: markdown'))
      assert.ok(
        rows.some((row) => row.includes(` ${String(shippedMeasures())},`)),
        rows.join('\n'),
      )
    },
  )
}

desk.test(
  'case 56: a setting of the wrong type is told in one message, and its default holds',
  {
    text: 'As planned \n',
    settings: { 'policyCitation.citation.page': 'yes', 'policyCitation.problems.severity': 3 },
  },
  async (window) => {
    await window.eventually('one message tells both', async () => {
      const told = (await window.notifications()).filter((said) => said.includes('policyCitation.'))
      assert.deepEqual(told, [
        '“policyCitation.citation.page” cannot be "yes": true is used. “policyCitation.problems.severity” cannot be 3: {} is used.',
      ])
      return true
    })
    await citesByTyping(window)
    await window.runCommand('Notifications: Clear All Notifications')
  },
)

for (const name of ['paper.qmd', 'notes.Rmd']) {
  desk.test(`case 43: ${name} is a report`, { name, text: 'As planned \n' }, async (window) => {
    await citesByTyping(window)
    assert.match(await window.hoverOver('sec. 3'), /Recommended action 1/)
  })
}

test('case 55: in Restricted Mode suggestions, cards and the preview work', async () => {
  await desk.code.inWindow(
    { files: { 'report.md': 'As planned \n' }, trust: 'restricted' },
    async (window) => {
      await citesByTyping(window)
      assert.match(await window.hoverOver('sec. 3'), /Recommended action 1/)
      await window.pointAway()
      const preview = await Preview.open(window)
      await preview.shows('As planned (White House 2025, 16, pillar II, sec. 3, action 1)')
      assert.deepEqual(window.foreignRequests(), [])
    },
  )
})

test('in Restricted Mode an outdated bibliography is told of, and not written', async () => {
  const front = '---\nbibliography: report.policy.json\n---\n\n'
  const settings = { 'policyCitation.bibliography.update': 'onSave' }
  const files = { 'report.md': `${front}As planned [@us-aiap-2025].\n`, 'other.txt': '' }
  await desk.code.inWindow({ files, settings, trust: 'restricted' }, async (window) => {
    await window.problemsShow((shown) =>
      shown.some(({ message }) => message.startsWith('Cited, but not in the bibliography')),
    )
    await window.caretAt('As planned |')
    await window.typeText('then')
    await window.savedText('report.md')
    await window.runCommand('Policy Citation: Write Bibliography')
    await window.eventually('it says why', async () =>
      (await window.notifications()).includes(
        'In Restricted Mode no bibliography is written: trust the workspace first.',
      ),
    )
    assert.ok(!readdirSync(window.folder).includes('report.policy.json'))
  })
})

test('case 55: in Restricted Mode own corpora of the folder are read, and no file elsewhere', async () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'outside-'))
  const corpus = (id: string): string =>
    `---\nid: ${id}\ntype: plan\ntitle: T\n---\n\n# Something ${id} {#1}\n\nWords.\n`
  writeFileSync(path.join(outside, 'far.md'), corpus('xx-far'))
  try {
    await desk.code.inWindow(
      {
        files: {
          'report.md': 'As planned [@xx-near:1] and [@xx-far:1].\n',
          '.policy/near.md': corpus('xx-near'),
          '.vscode/settings.json': JSON.stringify({
            'policyCitation.corpora': [path.join(outside, 'far.md')],
          }),
        },
        trust: 'restricted',
      },
      async (window) => {
        await window.statusSays(`Measures: ${String(shippedMeasures() + 1)},`)
        assert.match(await window.hoverOver('xx-near:1'), /Something xx-near/)
        await window.pointAway()
        await window.caretAt('xx-far:1].|')
        await window.runCommand('Policy Citation: Insert Citation')
        await window.quickPick()
        await window.typeText('Something xx')
        const rows = await window.quickPick((shown) => shown.some(isOf('xx-near:1')))
        assert.ok(!rows.some(isOf('xx-far:1')))
      },
    )
  } finally {
    rmSync(outside, { recursive: true })
  }
})

/** Closes what the status item opened, from where the focus goes back to it. */
async function closeQuickPick(window: VsCodeWindow): Promise<void> {
  await window.press('Escape')
  await window.quickPickIsClosed()
}

/** Whether a row is that of `key`. */
function isOf(key: string): (row: QuickPickRow) => boolean {
  return ({ detail }) => detail.startsWith(key)
}

async function citesByTyping(window: VsCodeWindow): Promise<void> {
  await window.caretAt('As planned |')
  await window.typeText('@us-aiap-2025:II.3.1')
  await window.suggestions(([first]) => first?.place === 'AIAP II.3.1')
  await window.acceptSuggestion()
  await window.textHolds('As planned [@us-aiap-2025, p. 16, pillar II, sec. 3, action 1]')
}
