import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { fileIn } from '../../../src/core/corpusFile/storedFile.ts'
import { expectedHost } from '../expectedHost.ts'
import { suite, test } from '../mocha.ts'

const extension = vscode.extensions.getExtension('policy-citation.policy-citation')

suite('threads beside the extension host', () => {
  test('the packed one starts in this host and reads a corpus file; the web has none', async () => {
    if (expectedHost !== 'node') return
    assert.ok(extension)
    const { ThreadsBeside } = await import('../../../src/thread/threadsBeside.ts')
    const script = vscode.Uri.joinPath(extension.extensionUri, 'dist/chunks/corpusThread.js').fsPath
    const threads = new ThreadsBeside(script)
    const text = '---\nid: one\ntype: plan\ntitle: One\n---\n\n# Chips {#1}\n'
    const bytes = new TextEncoder().encode(text)
    const stored = await threads.run({ kind: 'read', bytes, name: 'one.md' })
    const file = fileIn(stored)
    assert.equal(file?.kind === 'instrument' && file.file.provisions.at(1)?.key, 'one:1')
    threads.dispose()
  })
})
