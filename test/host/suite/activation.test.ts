import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { actualHost, expectedHost } from '../expectedHost.ts'
import { suite, test } from '../mocha.ts'

const extensionId = 'policy-citation.policy-citation'

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
})
