import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { MemoryFiles } from '../memoryFiles.ts'

const scheme = 'policy-citation-read-only'
const text = `The chip security programme of the plan [@eu-ai-act:53].

根据@us-aiap-2025:I.1.3。

The Genesis mission and AI Exports Program: National Artificial Intelligence Research Resource.
`

suite('a read-only workspace', () => {
  const frozen = new MemoryFiles()
  const registered = vscode.workspace.registerFileSystemProvider(scheme, frozen, {
    isCaseSensitive: true,
    isReadonly: true,
  })
  suiteTeardown(() => {
    registered.dispose()
  })

  async function openFrozen(): Promise<vscode.TextDocument> {
    frozen.texts.set('/report.md', text)
    const uri = vscode.Uri.from({ scheme, path: '/report.md' })
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document)
    return document
  }

  for (const command of [
    ...['insertCitation', 'changePlace', 'compare', 'citeAllMentions'],
    ...['rewriteCitations', 'writeBibliography'],
  ]) {
    test(`case 50: ${command} writes nothing in a read-only workspace, not even half`, async () => {
      const document = await openFrozen()
      const before = [...frozen.texts]
      await vscode.commands.executeCommand(`policyCitation.${command}`)
      assert.equal(document.getText(), text)
      assert.equal(document.isDirty, false)
      assert.deepEqual([...frozen.texts], before)
    })
  }

  test('case 50: no quick fix and no counterpart is offered where nothing can be written', async () => {
    const document = await openFrozen()
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(text.length))
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
    )
    const writing = actions.filter(({ edit }) => edit?.has(document.uri) === true)
    assert.deepEqual(
      writing.map(({ title }) => title),
      [],
    )
  })
})
