import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { openReport } from '../reportEditor.ts'
import { suite, test } from '../mocha.ts'

/** The pieces of `document` that have a semantic colour, each as `colour: words`. */
async function coloured(document: vscode.TextDocument): Promise<readonly string[]> {
  const { tokenTypes } = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  )
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  )
  const { data } = tokens ?? { data: new Uint32Array() }
  const pieces: string[] = []
  let line = 0
  let start = 0
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(at, at + 5)
    line += lines
    start = lines === 0 ? start + characters : characters
    const words = document.lineAt(line).text.slice(start, start + length)
    pieces.push(`${tokenTypes[type] ?? ''}: ${words}`)
  }
  return pieces
}

suite('colours of citations', () => {
  test('VS Code is told what the corpus knows of them', async () => {
    const { document } = await openReport(
      'See [@us-aiap-2025:I.1.3, p. 3;\n@us-aiap-2025:IX.9; @smith2020]| and `@us-aiap-2025:I.1`.',
    )
    const expected = [
      'policyKey: @us-aiap-2025:I.1.3',
      'policyPlace: p. 3',
      'unknownKey: @us-aiap-2025:IX.9',
      'otherKey: @smith2020',
    ]
    await eventually('the colours are told', async () => {
      assert.deepEqual(await coloured(document), expected)
      return true
    })
  })

  test('VS Code is never told that there are none because the report changes meanwhile', async () => {
    const { document, editor } = await openReport('See [@us-aiap-2025, p. 3].\n\n'.repeat(500))
    const asked = vscode.commands
      .executeCommand('vscode.provideDocumentSemanticTokens', document.uri)
      .then(String, () => 'asked again')
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(0, 0), 'First. ')
    })
    assert.notEqual(await asked, 'undefined')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })
})
