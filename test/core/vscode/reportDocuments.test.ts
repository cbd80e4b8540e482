import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { TextDocument } from 'vscode'
import { mayBeReport, takesEdits } from '../../../src/vscode/reports/reportDocuments.ts'

/** As much of a document as decides whether it is a report. */
function documentAt(scheme: string, path: string, languageId: string): TextDocument {
  const document = { uri: { scheme, path }, languageId }
  if (!isDocument(document)) throw new Error('no document')
  return document
}

function isDocument(value: object): value is TextDocument {
  return 'uri' in value && 'languageId' in value
}

suite('case 42: what can be written in', () => {
  for (const [scheme, isWritable, expected] of [
    ['file', true, true],
    ['file', false, false],
    ['vscode-vfs', false, false],
    ['untitled', undefined, true],
    ['vscode-notebook-cell', undefined, true],
    ['git', undefined, false],
    ['policy-citation', undefined, false],
  ] as const) {
    test(`${scheme}, of which VS Code says ${String(isWritable)}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(takesEdits(scheme, isWritable), expected)
    })
  }
})

suite('case 42: what is a report', () => {
  for (const [scheme, path, language, expected] of [
    ['file', '/a/report.md', 'markdown', true],
    ['untitled', 'Untitled-1', 'markdown', true],
    ['git', '/a/report.md', 'markdown', true],
    ['vscode-notebook-cell', '/a/book.ipynb', 'markdown', true],
    ['vscode-vfs', '/github/a/report.md', 'markdown', true],
    ['output', '/a/log', 'Log', false],
    ['output', '/a/log', 'markdown', false],
    ['comment', '/a/comment', 'markdown', false],
    ['policy-citation', '/us-aiap-2025.md', 'markdown', false],
    ['vscode-userdata', '/settings.json', 'jsonc', false],
  ] as const) {
    test(`${scheme}:${path} (${language}) is ${expected ? 'one' : 'none'}`, () => {
      assert.equal(mayBeReport(documentAt(scheme, path, language)), expected)
    })
  }

  test('case 43: Quarto and R Markdown files are, even as plain text', () => {
    assert.ok(mayBeReport(documentAt('file', '/a/report.qmd', 'plaintext')))
    assert.ok(mayBeReport(documentAt('file', '/a/report.Rmd', 'plaintext')))
    assert.ok(!mayBeReport(documentAt('file', '/a/notes.txt', 'plaintext')))
  })
})
