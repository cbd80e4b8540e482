import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { Preview } from '../support/previewFrame.ts'
import { ReportWindow, whyRows } from '../support/reportWindow.ts'
import { shipped, shippedMeasures, shippedTitle } from '../support/shippedLibrary.ts'
import type { QuickPickRow, VsCodeWindow } from '../support/window.ts'

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
  'the status item counts the measures, and a click explains what is offered at the caret',
  'Rules @red tape\n',
  async (window) => {
    const item = window.page.locator('[id$=".policyCitation.corpus"]')
    assert.equal((await item.innerText()).trim(), String(shippedMeasures()))
    await window.caretAt('@red tape|')
    await item.click()
    const [first] = await window.quickPick()
    assert.match(first?.label ?? '', /[1-9]\d* provisions fit “red tape”/)
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
    const wrong = 'These settings have values of the wrong type and are not used: '
    await window.eventually('one message tells both', async () => {
      const told = (await window.notifications()).filter((said) => said.startsWith(wrong))
      assert.deepEqual(told, [
        `${wrong}policyCitation.citation.page, policyCitation.problems.severity.`,
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
        const count = String(shippedMeasures() + 1)
        await window.statusBarShows(count)
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
