import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { MemoryFiles } from '../memoryFiles.ts'

const scheme = 'policy-citation-test'
const cited = '\n\nAs planned [@us-aiap-2025:I.1.3].\n'
let count = 0

/** A report open in an editor, alone in a folder of its own that only memory holds. */
interface SavedReport {
  readonly editor: vscode.TextEditor
  readonly folder: string
}

suite('Write Bibliography', () => {
  const files = new MemoryFiles()
  const registered = vscode.workspace.registerFileSystemProvider(scheme, files, {
    isCaseSensitive: true,
  })
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
  suiteTeardown(() => {
    registered.dispose()
  })

  /** A new report whose front matter has `fields`. */
  async function openSaved(fields: string): Promise<SavedReport> {
    count += 1
    const folder = `/${String(count)}`
    const path = `${folder}/report.md`
    files.texts.set(path, `---\n${fields}\n---${cited}`)
    const uri = vscode.Uri.from({ scheme, path })
    const document = await vscode.workspace.openTextDocument(uri)
    return { editor: await vscode.window.showTextDocument(document), folder }
  }

  async function writeBibliography(): Promise<void> {
    await vscode.commands.executeCommand('policyCitation.writeBibliography')
  }

  test('writes the items beside the report and names the file in its front matter', async () => {
    const { editor, folder } = await openSaved('title: x')
    await writeBibliography()
    assert.equal(
      editor.document.getText(),
      `---\ntitle: x\nbibliography: report.policy.json\n---${cited}`,
    )
    assert.match(files.texts.get(`${folder}/report.policy.json`) ?? '', /"us-aiap-2025:I\.1\.3"/u)
  })

  test('puts its edit in the right place when the report changes while files are read', async () => {
    const { editor, folder } = await openSaved('title: x\nbibliography: a.bib')
    files.beforeStat.set(`${folder}/report.policy.json`, async () => {
      await editor.edit((builder) => {
        builder.insert(new vscode.Position(1, 0), 'subtitle: a line that was not there\n')
      })
    })
    await writeBibliography()
    assert.equal(files.beforeStat.size, 0)
    assert.equal(
      editor.document.getText(),
      `---\nsubtitle: a line that was not there\ntitle: x\nbibliography: [a.bib, report.policy.json]\n---${cited}`,
    )
  })

  test('case 50: in a read-only workspace nothing is written, not even half', async () => {
    const frozen = new MemoryFiles()
    const readOnly = vscode.workspace.registerFileSystemProvider(
      'policy-citation-case-50',
      frozen,
      {
        isCaseSensitive: true,
        isReadonly: true,
      },
    )
    try {
      frozen.texts.set('/report.md', `---\ntitle: x\n---${cited}`)
      const uri = vscode.Uri.from({ scheme: 'policy-citation-case-50', path: '/report.md' })
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
      const before = [...frozen.texts]
      await writeBibliography()
      assert.deepEqual([...frozen.texts], before)
    } finally {
      readOnly.dispose()
    }
  })

  for (const outside of ['../x.json', '/{folder}/../x.json', '..\\x.json']) {
    test(`writes nothing to ${outside}, which is not beside the report`, async () => {
      const path = outside.replace('/{folder}', `/${String(count + 1)}`)
      const { editor } = await openSaved(`bibliography: ${path}`)
      const before = [...files.texts]
      await writeBibliography()
      assert.deepEqual([...files.texts], before)
      assert.equal(editor.document.isDirty, false)
    })
  }
})
