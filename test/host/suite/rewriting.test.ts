import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { openReport } from '../reportEditor.ts'
import { eventually } from '../../support/eventually.ts'

/** The actions that write the citation at `offset` in its other form. */
async function formsAt(
  document: vscode.TextDocument,
  offset: number,
): Promise<readonly vscode.CodeAction[]> {
  const at = document.positionAt(offset)
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.RefactorRewrite.value,
  )
  return actions.filter(({ title }) => title.startsWith('Write the '))
}

suite('rewriting', () => {
  test('a citation has an action that writes its other form, and back', async () => {
    const { document, offset } = await openReport('So [@eu-ai-|act:5.1.a, p. 51] says.\n')
    const [words, ...others] = await formsAt(document, offset)
    assert.equal(words?.title, 'Write the Place in Words')
    assert.deepEqual(others, [])
    assert.ok(words.edit)
    await vscode.workspace.applyEdit(words.edit)
    assert.equal(document.getText(), 'So [@eu-ai-act, p. 51, art. 5(1)(a)] says.\n')
    const [key] = await formsAt(document, offset)
    assert.equal(key?.title, 'Write the Key')
    assert.ok(key.edit)
    await vscode.workspace.applyEdit(key.edit)
    assert.equal(document.getText(), 'So [@eu-ai-act:5.1.a, p. 51] says.\n')
  })

  test('a citation that cannot be rewritten has none', async () => {
    const { document, offset } = await openReport('So @eu-ai-|act:5(b) says.\n')
    assert.deepEqual(await formsAt(document, offset), [])
  })

  test('Rewrite Citations writes nothing before it is confirmed, and nothing when it is discarded', async () => {
    const text = 'So [@eu-ai-act:5.1.a] says.\n'
    const { document } = await openReport(text)
    let isDone = false
    const done = vscode.commands.executeCommand('policyCitation.rewriteCitations').then(() => {
      isDone = true
    })
    await eventually('the form is chosen and the preview discarded', async () => {
      assert.equal(document.getText(), text)
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      await vscode.commands.executeCommand('refactorPreview.discard')
      return isDone
    })
    await done
    assert.equal(document.getText(), text)
  })
})
