import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { suite, test } from '../mocha.ts'

suite('the sample report', () => {
  test('is opened once, on no disk, as a report with one mistake, and at the place that is asked for', async () => {
    const open = (place?: number): Thenable<unknown> =>
      vscode.commands.executeCommand('policyCitation.openSample', place)
    await Promise.all([open(), open(3)])
    const editor = vscode.window.activeTextEditor
    assert.ok(editor !== undefined)
    const { document, selection } = editor
    assert.equal(document.isUntitled, true)
    assert.equal(document.languageId, 'markdown')
    assert.ok(!document.getText().includes('|'))
    const samples = vscode.workspace.textDocuments.filter(
      (one) => one.isUntitled && one.getText() === document.getText(),
    )
    assert.equal(samples.length, 1)
    assert.ok(document.lineAt(selection.active).text.includes('p. 15'))
    await eventually('its mistake is told', () => {
      const codes = vscode.languages.getDiagnostics(document.uri).map(({ code }) => code)
      return JSON.stringify(codes).includes('page-not-of-measure')
    })
  })

  test('is opened once and at its place where lines end as on Windows', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    const files = vscode.workspace.getConfiguration('files')
    await files.update('eol', '\r\n', vscode.ConfigurationTarget.Global)
    try {
      await vscode.commands.executeCommand('policyCitation.openSample', 0)
      const first = vscode.window.activeTextEditor
      assert.equal(first?.document.eol, vscode.EndOfLine.CRLF)
      await vscode.commands.executeCommand('policyCitation.openSample', 0)
      const editor = vscode.window.activeTextEditor
      assert.equal(editor?.document, first.document)
      const { document, selection } = editor
      const text = document.getText().slice(document.offsetAt(selection.active))
      assert.match(text, /^\.\r\n\r\n## /u)
    } finally {
      await files.update('eol', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})
