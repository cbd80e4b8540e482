import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { inWords } from '../../../src/core/corpus/sentence.ts'
import { editorHost } from '../../../src/vscode/host.ts'
import { reportText } from '../../../src/vscode/reports/reportFiles.ts'
import { addressOfPath, childOf, pathOf, pathWithin } from '../../../src/workspace/addresses.ts'
import { findOwnFiles } from '../../../src/workspace/corpora/findOwnFiles.ts'
import { isOwnFile, ownPatterns } from '../../../src/workspace/corpora/ownPlaces.ts'
import { fileState } from '../../../src/workspace/corpora/fileState.ts'
import type { Address, Host } from '../../../src/workspace/host.ts'
import { findReports } from '../../../src/workspace/reports/findReports.ts'
import { corpusTree, foundCorpora, foundReports } from '../../support/corpusTree.ts'
import { suite, test } from '../mocha.ts'

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/')
const folder = vscode.Uri.joinPath(workspace, '.workspace-test')

/** The editor, working in the folder of these tests with these corpora. */
function hostWith(corpora: readonly string[]): Host {
  return {
    files: editorHost.files,
    folders: [folder.toString()],
    isTrusted: true,
    displayLanguage: 'en',
    today: editorHost.today,
    settings: () => ({ get: (name) => (name === 'corpora' ? corpora : undefined) }),
    hiddenFiles: (top) => editorHost.hiddenFiles(top),
    nameOf: (address) => editorHost.nameOf(address),
  }
}

function within(addresses: readonly Address[]): readonly string[] {
  return addresses.map((address) => pathWithin(folder.path, pathOf(address)) ?? address)
}

suite('the editor as the workspace wing sees it', () => {
  suiteSetup(async () => {
    for (const name of corpusTree) {
      const uri = vscode.Uri.joinPath(folder, name)
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(name))
    }
  })
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true })
  })

  for (const { corpora, found } of foundCorpora) {
    test(`corpus files with ${JSON.stringify(corpora)} are those that the command line finds`, async () => {
      const host = hostWith(corpora)
      const all = await findOwnFiles(host)
      const states = await Promise.all(all.map((address) => fileState(host, address)))
      assert.deepEqual(within(all.filter((_, at) => states[at]?.kind === 'file')), found)
    })

    test(`patterns of ${JSON.stringify(corpora)} mean what VS Code’s patterns mean`, async () => {
      const host = hostWith(corpora)
      const patterns = ownPatterns(host).map(
        ({ pattern }) => new vscode.RelativePattern(folder, pattern),
      )
      const others = corpusTree.filter(
        (name) => name.endsWith('.md') && !/node_modules|\.git/u.test(name),
      )
      for (const name of others) {
        const uri = vscode.Uri.joinPath(folder, name)
        const document = await vscode.workspace.openTextDocument(uri)
        const fitting = patterns.some(
          (pattern) => vscode.languages.match({ pattern }, document) > 0,
        )
        const isNamed = corpora.some((one) => one.includes('..') && one.endsWith(name))
        assert.equal(isOwnFile(host, uri.toString()), fitting || isNamed, name)
      }
    })
  }

  test('reports are those that the command line finds', async () => {
    const { reports, isWhole } = await findReports(hostWith([]), folder.toString())
    assert.deepEqual(within(reports), foundReports)
    assert.ok(isWhole)
  })

  test('case 52: an address is the URI that VS Code makes', () => {
    for (const name of [
      'a b.md',
      'p%20q.md',
      'x#y?.md',
      '计划 (1).md',
      "it's!*.md",
      'é[1]{2}+~.md',
    ]) {
      const uri = vscode.Uri.joinPath(folder, name)
      assert.equal(childOf(folder.toString(), name), uri.toString())
      assert.equal(vscode.Uri.parse(uri.toString()).path, pathOf(uri.toString()))
      assert.equal(addressOfPath(`/here/${name}`), vscode.Uri.file(`/here/${name}`).toString())
    }
  })

  test('a report that is not in UTF-8 says so, and one that is edited is as it is edited', async () => {
    const uri = vscode.Uri.joinPath(folder, 'reports/latin.md')
    await vscode.workspace.fs.writeFile(uri, Uint8Array.of(0x52, 0xe9))
    const refused = await reportText(uri)
    const why = refused.kind === 'refused' ? inWords(refused.why) : ''
    assert.match(why, /reports\/latin\.md is not in UTF-8\.$/u)
    await vscode.workspace.fs.delete(uri)
    const edited = vscode.Uri.joinPath(folder, 'report.md')
    const document = await vscode.workspace.openTextDocument(edited)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(edited, new vscode.Position(0, 0), 'Edited. ')
    await vscode.workspace.applyEdit(edit)
    assert.deepEqual(await reportText(edited), { kind: 'read', text: 'Edited. report.md' })
    await vscode.window.showTextDocument(document)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    assert.deepEqual(await reportText(edited), { kind: 'read', text: 'report.md' })
  })

  test('a file that is there says what it is, and one that is not rejects', async () => {
    const { files } = editorHost
    const address = childOf(folder.toString(), 'report.md')
    const { kind, isLink, size } = await files.stat(address)
    assert.deepEqual({ kind, isLink, size }, { kind: 'file', isLink: false, size: 9 })
    assert.equal((await files.stat(folder.toString())).kind, 'folder')
    await assert.rejects(Promise.resolve(files.stat(childOf(folder.toString(), 'nowhere.md'))))
  })
})
