import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { hoverAt, openReport } from '../reportEditor.ts'
import { actualHost, expectedHost } from '../expectedHost.ts'
import { suite, test } from '../mocha.ts'

const extensionId = 'policy-citation.policy-citation'

/** The list at the end of `document`, and how long VS Code took to bring it, in milliseconds. */
async function timedList(
  document: vscode.TextDocument,
): Promise<{ readonly list: vscode.CompletionList; readonly time: number }> {
  const start = performance.now()
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().length),
  )
  return { list, time: performance.now() - start }
}

suite('activation', () => {
  test('these tests run in the extension host that they were built for', () => {
    assert.equal(actualHost(), expectedHost)
  })

  test('opening a Markdown file activates the extension', async () => {
    const extension = vscode.extensions.getExtension(extensionId)
    assert.ok(extension, `${extensionId} is installed`)
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' })
    await vscode.window.showTextDocument(document)
    await eventually('the extension is active', () => extension.isActive)
  })

  test('the first list comes with the library behind it; its time is printed, not judged', async () => {
    // Quarto, because there no other provider is asked: the time is ours.
    const document = await vscode.workspace.openTextDocument({
      language: 'quarto',
      content: 'See @export controls',
    })
    // Nobody types in the moment in which the window opens: what is loaded behind activation is there.
    assert.match(await hoverAt(await openReport('[@us-aiap-2025:I.1|.3]')), /I\.1\.3/u)
    const first = await timedList(document)
    const again = await timedList(document)
    console.log(
      `    first list after activation ${first.time.toFixed(1)} ms; again ${again.time.toFixed(1)} ms, which is VS Code's own share`,
    )
    const { list } = first
    assert.ok(list.items.some(({ detail }) => detail?.startsWith('us-aiap-2025:III.3')))
  })
})
