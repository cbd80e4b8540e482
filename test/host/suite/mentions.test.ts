import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { openReport } from '../reportEditor.ts'
import { eventually } from '../../support/eventually.ts'

const kind = vscode.CodeActionKind.RefactorRewrite

/** The actions that cite mentions at `offset`. */
async function mentionsAt(
  document: vscode.TextDocument,
  offset: number,
): Promise<readonly vscode.CodeAction[]> {
  const at = document.positionAt(offset)
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    kind.value,
  )
  return actions.filter(({ title }) => title.startsWith('Cite “'))
}

suite('mentions', () => {
  test('a sentence that names a measure can be cited at once, and then no more', async () => {
    const { document, offset } = await openReport('The AI Workforce Hub will |count jobs.\n')
    const [action, ...others] = await mentionsAt(document, offset)
    assert.match(action?.title ?? '', /^Cite “AI Workforce Hub”: us-aiap-2025:I\.5\.4 \(.+\)$/u)
    assert.deepEqual(others, [])
    assert.equal(action?.kind?.value, kind.value)
    assert.ok(action.edit)
    await vscode.workspace.applyEdit(action.edit)
    assert.equal(
      document.getText(),
      'The AI Workforce Hub [@us-aiap-2025, pp. 6-7, pillar I, sec. 5, action 4] will count jobs.\n',
    )
    assert.deepEqual(await mentionsAt(document, offset), [])
  })

  test('a sentence that names nothing is left alone', async () => {
    const { document, offset } = await openReport('AI adoption |is uneven. PermitAI is not.\n')
    assert.deepEqual(await mentionsAt(document, offset), [])
  })

  test('Cite All Mentions writes nothing before it is confirmed, and nothing when it is discarded', async () => {
    const text = 'The AI Workforce Hub will count jobs.\n'
    const { document } = await openReport(text)
    let isDone = false
    const done = vscode.commands.executeCommand('policyCitation.citeAllMentions').then(() => {
      isDone = true
    })
    await eventually('the preview is discarded', async () => {
      assert.equal(document.getText(), text)
      await vscode.commands.executeCommand('refactorPreview.discard')
      return isDone
    })
    await done
    assert.equal(document.getText(), text)
  })
})
