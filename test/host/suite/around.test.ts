import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { suite, test } from '../mocha.ts'
import {
  diagnosed,
  hoverAt,
  openReport,
  problemsBecome,
  problemsOf,
  suggestionsAt,
} from '../reportEditor.ts'

const keyOf = ({ detail }: vscode.CompletionItem): string => detail?.split(' ')[0] ?? ''

suite('around', () => {
  for (const language of ['quarto', 'rmd']) {
    test(`case 43: reports in ${language} are served like Markdown`, async () => {
      const report = await openReport('As [@us-aiap-2025:I.1.|3].', language)
      assert.match(await hoverAt(report), /us-aiap-2025:I\.1\.3/u)
      assert.ok((await suggestionsAt(await openReport('@red tape|', language))).length > 0)
    })
  }

  test('case 43: other languages are left alone', async () => {
    assert.equal(await hoverAt(await openReport('As [@us-aiap-2025:I.1.|3].', 'plaintext')), '')
  })

  test('case 42: a read-only document of another scheme is read, and never written', async () => {
    const scheme = 'case42'
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'As [@us-aiap-2025:I.1.3] and [@us-aiap-2025:IX.9].',
    })
    try {
      const uri = vscode.Uri.from({ scheme, path: '/report.md' })
      const document = await vscode.workspace.openTextDocument(uri)
      await vscode.window.showTextDocument(document)
      const [hover] = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(0, 10),
      )
      assert.ok(hover)
      await problemsBecome(document, ['citation.unknown-key us-aiap-2025:IX.9'])
      const before = document.getText()
      await vscode.commands.executeCommand('policyCitation.insertCitation')
      await vscode.commands.executeCommand('policyCitation.writeBibliography')
      assert.equal(document.getText(), before)
    } finally {
      provider.dispose()
    }
  })

  test('the definition of a key is its heading in the read-only corpus file', async () => {
    const { document, offset } = await openReport('[@us-aiap-2025:I.1.|3]')
    const [link] = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      document.positionAt(offset),
    )
    assert.equal(link?.targetUri.scheme, 'policy-citation')
    const corpusFile = await vscode.workspace.openTextDocument(link.targetUri)
    assert.match(corpusFile.lineAt(link.targetRange.start.line).text, /\{#I\.1\.3 /u)
    assert.equal(vscode.workspace.fs.isWritableFileSystem('policy-citation') === true, false)
  })

  test('a corpus file is no report', async () => {
    const uri = vscode.Uri.from({ scheme: 'policy-citation', path: '/us-aiap-2025.md' })
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document)
    assert.deepEqual(problemsOf(document), [])
    assert.ok(document.lineCount > 500)
  })

  test('case 57: a hundred reports opened and closed leave no problem behind', async () => {
    const before = vscode.languages.getDiagnostics().length
    for (let round = 0; round < 20; round += 1) {
      await openReport('[@us-aiap-2025:IX.9]')
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    }
    await diagnosed('no problem is left', () => {
      const left = vscode.languages
        .getDiagnostics()
        .filter(([, found]) => found.some(({ source }) => source === 'Policy Citation'))
      return left.length === 0 || left.length <= before
    })
  })

  test('case 58: another provider on “@” that throws does not take ours away', async () => {
    const other = vscode.languages.registerCompletionItemProvider(
      'markdown',
      {
        provideCompletionItems() {
          throw new Error('the other one')
        },
      },
      '@',
    )
    try {
      const keys = (await suggestionsAt(await openReport('@red tape|'))).map(keyOf)
      assert.ok(keys.includes('us-aiap-2025:I.1'))
    } finally {
      other.dispose()
    }
  })

  test('case 58: commands called with anything but a key of ours do nothing wrong', async () => {
    for (const argument of [42, { key: 'x' }, '__proto__', '../../etc/passwd', 'us-aiap-2025:IX']) {
      await vscode.commands.executeCommand('policyCitation.copyCitation', argument)
      await vscode.commands.executeCommand('policyCitation.showInCorpus', argument)
    }
  })

  test('Copy Citation copies what Pandoc reads', async () => {
    await vscode.commands.executeCommand('policyCitation.copyCitation', 'us-aiap-2025:I.1.3')
    await eventually(
      'the clipboard holds it',
      async () =>
        (await vscode.env.clipboard.readText()) ===
        '[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]',
    )
  })

  test('Show in Corpus opens the corpus file at the measure', async () => {
    await vscode.commands.executeCommand('policyCitation.showInCorpus', 'us-aiap-2025:II.1.1')
    const editor = vscode.window.activeTextEditor
    assert.equal(editor?.document.uri.scheme, 'policy-citation')
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /\{#II\.1\.1 /u)
  })

  test('the manifest promises Restricted Mode and virtual workspaces', () => {
    const manifest: unknown = vscode.extensions.getExtension(
      'policy-citation.policy-citation',
    )?.packageJSON
    const { capabilities } = manifest as { capabilities: Record<string, unknown> }
    const { description, ...untrusted } = capabilities['untrustedWorkspaces'] as {
      description: string
    }
    assert.match(description, /\.policy/u)
    assert.deepEqual(untrusted, {
      supported: 'limited',
      restrictedConfigurations: ['policyCitation.corpora'],
    })
    assert.equal(capabilities['virtualWorkspaces'], true)
  })

  test('every contributed command is registered', async () => {
    const known = await vscode.commands.getCommands(true)
    const manifest: unknown = vscode.extensions.getExtension(
      'policy-citation.policy-citation',
    )?.packageJSON
    const { contributes } = manifest as {
      contributes: { commands: readonly { command: string }[] }
    }
    assert.deepEqual(
      contributes.commands.filter(({ command }) => !known.includes(command)),
      [],
    )
  })
})
