import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { MemoryFiles } from '../memoryFiles.ts'
import { suite, test } from '../mocha.ts'
import { openReport, problemsOf } from '../reportEditor.ts'

const ours = 'policy-citation-result'

/** Runs Check Report with the first row of each of its lists, and gives its result. */
async function checkReport(): Promise<vscode.TextDocument> {
  let isDone = false
  const done = vscode.commands.executeCommand('policyCitation.checkReport').then(() => {
    isDone = true
  })
  await eventually('the command has run', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return isDone
  })
  await done
  const document = vscode.window.activeTextEditor?.document
  assert.equal(document?.uri.scheme, ours)
  return document
}

async function linksOf({ uri }: vscode.TextDocument): Promise<readonly vscode.DocumentLink[]> {
  return vscode.commands.executeCommand('vscode.executeLinkProvider', uri, 100)
}

function tabsOf(scheme: string): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs)
  return tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme,
  )
}

/** The report and the words of it that are selected, once the window shows one. */
async function selected(report: vscode.TextDocument): Promise<string> {
  return eventually('the report is shown', () => {
    const editor = vscode.window.activeTextEditor
    return editor?.document === report && report.getText(editor.selection)
  })
}

/** Does `work` with a report on a disk of its own, and with what Check Report found in it. */
async function withSavedReport(
  text: string,
  work: (report: vscode.TextDocument, result: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const scheme = 'policy-citation-saved'
  const files = new MemoryFiles()
  const registered = vscode.workspace.registerFileSystemProvider(scheme, files)
  try {
    files.texts.set('/report.md', text)
    const uri = vscode.Uri.from({ scheme, path: '/report.md' })
    const report = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(report)
    const result = await checkReport()
    await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.One })
    await work(report, result)
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    registered.dispose()
  }
}

/** Inserts two lines before all others. */
async function pushDown({ uri }: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  edit.insert(uri, new vscode.Position(0, 0), '\n\n')
  await vscode.workspace.applyEdit(edit)
}

suite('what a command found', () => {
  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('is no file to be saved, no report, and leads to its places in a report that is none yet', async () => {
    const { document: report } = await openReport(
      'One [@eu-ai-act:nowhere].\n\nTwo [@eu-ai-act:none].\n',
    )
    const result = await checkReport()
    assert.ok(!result.isDirty && !result.isUntitled)
    assert.ok(tabsOf(ours).every(({ isDirty }) => !isDirty))
    assert.deepEqual(problemsOf(result), [])
    const lines = result.getText().split('\n')
    assert.match(lines[1] ?? '', /:3:7: /u)
    const links = await linksOf(result)
    assert.deepEqual(
      links.map(({ range }) => result.getText(range)),
      lines.slice(0, 2).map((line) => /^.*?:\d+:\d+/u.exec(line)?.[0]),
    )
    const second = links[1]
    assert.match(String(second?.target), /^command:policyCitation\.showInReport\?/u)
    const [argument] = JSON.parse(second?.target?.query ?? '[]') as unknown[]
    await vscode.commands.executeCommand('policyCitation.showInReport', argument)
    assert.equal(await selected(report), 'eu-ai-act:none')
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One)
  })

  test('leads there from the line of the caret, and nowhere from a line without a place', async () => {
    const { document: report } = await openReport('One [@eu-ai-act:none].\n')
    const result = await checkReport()
    const editor = vscode.window.activeTextEditor
    assert.ok(editor?.document === result)
    const last = new vscode.Position(result.lineCount - 1, 0)
    editor.selection = new vscode.Selection(last, last)
    await vscode.commands.executeCommand('policyCitation.showInReport')
    assert.equal(vscode.window.activeTextEditor, editor)
    editor.selection = new vscode.Selection(0, 3, 0, 3)
    await vscode.commands.executeCommand('policyCitation.showInReport')
    assert.equal(await selected(report), 'eu-ai-act:none')
    for (const argument of ['', ':', 'x:0', '0:99', result.uri.toString(), 7, {}])
      await vscode.commands.executeCommand('policyCitation.showInReport', argument)
    await selected(report)
  })

  test('is renewed in its place when the command is run again', async () => {
    const { document: report, editor } = await openReport('One [@eu-ai-act:none].\n')
    const result = await checkReport()
    assert.match(result.getText(), /eu-ai-act:none/u)
    await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.One })
    await editor.edit((builder) => {
      builder.replace(new vscode.Range(0, 0, 1, 0), 'Now [@eu-ai-act:nowhere].\n')
    })
    assert.equal(await checkReport(), result)
    await eventually('it tells of what is there now', () =>
      result.getText().includes('eu-ai-act:nowhere'),
    )
    assert.doesNotMatch(result.getText(), /act:none/u)
    assert.equal(tabsOf(ours).length, 1)
  })

  test('follows the report when that is saved, while it is open', async () => {
    await withSavedReport('One [@eu-ai-act:none].\n', async (report, result) => {
      await pushDown(report)
      assert.match(result.getText(), /:1:7: /u)
      await report.save()
      await eventually('it leads to where that stands now', () =>
        result.getText().includes(':3:7: '),
      )
    })
  })

  test('follows the last of saves that come faster than they are looked at', async () => {
    const long = 'Two [@eu-ai-act, art. 5].\n\n'.repeat(1000)
    await withSavedReport(`One [@eu-ai-act:none].\n\n${long}`, async (report, result) => {
      for (let saves = 0; saves < 3; saves += 1) {
        await pushDown(report)
        await report.save()
      }
      await eventually('it leads to where that stands now', () =>
        result.getText().includes(':7:7: '),
      )
    })
  })
})
