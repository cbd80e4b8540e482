import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { LastRun } from '../../../src/vscode/ownPandoc/lastRun.ts'
import { failureText, listText } from '../../../src/vscode/ownPandoc/referencesText.ts'
import { suite, test } from '../mocha.ts'

suite('Preview References', () => {
  test('is a command that needs processes, and says so to whoever calls it without', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '[@a]',
    })
    await vscode.window.showTextDocument(document)
    for (const argument of [undefined, 42, document.uri.toString(), 'file:///none.md'])
      await vscode.commands.executeCommand('policyCitation.previewReferences', argument)
    const shown = vscode.workspace.textDocuments.map(({ uri }) => uri.scheme)
    assert.ok(!shown.includes('policy-citation-result'))
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })

  test('shows what Pandoc says as plain text, each entry on a line of its own', () => {
    const list = {
      ...({ kind: 'printed', version: '3.1', style: 'my\u202E.csl' } as const),
      entries: ['Lee, A\u001B[31m red\n\nline', '[x](command:quit) <b>'],
      warnings: ['[WARNING] a\rb'],
    }
    assert.deepEqual(listText(list).split('\n'), [
      ...['Lee, A [31m red line', '', '[x](command:quit) <b>', ''],
      '2 references, printed by Pandoc 3.1 in the style my⟦U+202E⟧.csl.',
      ...['', 'Pandoc warns:', '[WARNING] a b', ''],
    ])
    assert.deepEqual(failureText(['a\u0007b']).split('\n'), [
      ...['Pandoc printed no list.', 'It said:', '', 'a b', ''],
    ])
    assert.match(listText({ ...list, entries: [] }), /^The style prints no list\.\n/u)
  })

  test('cancels a run when the next one begins, when it is cancelled, and when all ends', () => {
    const runs = new LastRun()
    const cancelling = new AbortController()
    const first = runs.begin(cancelling.signal)
    const second = runs.begin(cancelling.signal)
    assert.deepEqual([first.aborted, second.aborted], [true, false])
    cancelling.abort()
    assert.ok(second.aborted)
    const third = runs.begin(new AbortController().signal)
    assert.ok(!third.aborted)
    runs.dispose()
    assert.ok(third.aborted)
  })

  test('has one setting, which no workspace can make', async () => {
    const settings = vscode.workspace.getConfiguration('policyCitation')
    await assert.rejects(
      Promise.resolve(settings.update('pandoc.path', '/x', vscode.ConfigurationTarget.Workspace)),
    )
    assert.equal(settings.get('pandoc.path'), '')
  })
})
