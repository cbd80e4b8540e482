import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { eventually } from '../../support/eventually.ts'
import { MemoryFiles } from '../memoryFiles.ts'
import { problemsBecome } from '../reportEditor.ts'

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

  /** Sets `policyCitation.${name}` for the time of `use`. */
  async function withSetting(name: string, value: string, use: () => Promise<void>): Promise<void> {
    const set = async (to: string | undefined): Promise<void> => {
      const settings = vscode.workspace.getConfiguration('policyCitation')
      await settings.update(name, to, vscode.ConfigurationTarget.Global)
    }
    await set(value)
    try {
      await use()
    } finally {
      await set(undefined)
    }
  }

  /** The quick fixes and other code actions of ours that write a bibliography, at `text`. */
  async function offersAt(
    { document }: vscode.TextEditor,
    text: string,
  ): Promise<readonly vscode.CodeAction[]> {
    const start = document.positionAt(document.getText().indexOf(text))
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(start, start),
    )
    return actions.filter(({ command }) => command?.command === 'policyCitation.writeBibliography')
  }

  async function run({ command }: vscode.CodeAction): Promise<void> {
    const args: readonly unknown[] = command?.arguments ?? []
    await vscode.commands.executeCommand(command?.command ?? '', ...args)
  }

  function idsIn(path: string): readonly string[] {
    const items = JSON.parse(files.texts.get(path) ?? '[]') as readonly { readonly id: string }[]
    return items.map(({ id }) => id)
  }

  const cites = ['us-aiap-2025', 'us-aiap-2025:I.1.3']
  const outdated = 'bibliography.outdated bibliography:'

  test('mends what is told at bibliography:, which follows the file', async () => {
    const { editor, folder } = await openSaved('bibliography: refs.json')
    const file = editor.document.uri.with({ path: `${folder}/refs.json` })
    files.change(file, '[]\n')
    await problemsBecome(editor.document, [outdated])
    const [fix, ...others] = await offersAt(editor, 'bibliography')
    assert.ok(fix !== undefined && others.length === 0)
    assert.equal(fix.kind?.value, 'quickfix')
    await run(fix)
    assert.deepEqual(idsIn(file.path), cites)
    await problemsBecome(editor.document, [])
    const held = files.texts.get(file.path) ?? ''
    files.change(file, '[]\n')
    await problemsBecome(editor.document, [outdated])
    files.change(file, held)
    await problemsBecome(editor.document, [])
    await editor.edit((builder) => {
      builder.insert(editor.document.positionAt(editor.document.getText().length), '[@eu-ai-act]')
    })
    await problemsBecome(editor.document, [outdated])
  })

  test('is told at csl: by which style the filter is needed, until the project names it', async () => {
    const { editor, folder } = await openSaved('csl: oscola')
    const advised = 'bibliography.filter-advised oscola'
    await problemsBecome(editor.document, [advised])
    const start = editor.document.positionAt(editor.document.getText().indexOf('oscola'))
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(start, start),
    )
    const fixes = actions.filter(({ command }) => command?.command === 'policyCitation.setUpPandoc')
    assert.deepEqual(
      fixes.map(({ kind, isPreferred, command }) => [kind?.value, isPreferred, command?.arguments]),
      [['quickfix', true, [editor.document.uri.toString()]]],
    )
    const file = editor.document.uri.with({ path: `${folder}/_quarto.yml` })
    files.change(file, 'filters: [policy-citation]\n')
    await problemsBecome(editor.document, [])
  })

  test('is done on saving where the settings say so, and nothing is told', async () => {
    await withSetting('bibliography.update', 'onSave', async () => {
      const { editor, folder } = await openSaved('bibliography: report.policy.json')
      await editor.edit((builder) => {
        builder.insert(editor.document.positionAt(editor.document.getText().length), '[@eu-ai-act]')
      })
      await editor.document.save()
      const path = `${folder}/report.policy.json`
      const changed = files.onDidChangeFile
      await eventually('the file is written', () => files.texts.has(path), changed)
      assert.deepEqual(idsIn(path), [...cites, 'eu-ai-act'])
      assert.equal(editor.document.isDirty, false)
      await problemsBecome(editor.document, [])
    })
  })

  test('is not done on saving into a file of others, which the problem tells of', async () => {
    await withSetting('bibliography.update', 'onSave', async () => {
      const { editor, folder } = await openSaved('bibliography: refs.json')
      const path = `${folder}/refs.json`
      files.change(editor.document.uri.with({ path }), '[{"id":"smith2020"}]')
      await problemsBecome(editor.document, [outdated])
      await editor.edit((builder) => {
        builder.insert(editor.document.positionAt(editor.document.getText().length), 'More.')
      })
      await editor.document.save()
      // What is saved behind it has been looked at when the file of ours beside it is written.
      const other = await openSaved('bibliography: report.policy.json')
      await other.editor.edit((builder) => {
        builder.insert(new vscode.Position(4, 0), 'More. ')
      })
      await other.editor.document.save()
      const written = `${other.folder}/report.policy.json`
      const changed = files.onDidChangeFile
      await eventually('the other file is written', () => files.texts.has(written), changed)
      assert.equal(files.texts.get(path), '[{"id":"smith2020"}]')
    })
  })

  test('and its problem are off where the settings say so', async () => {
    await withSetting('bibliography.update', 'off', async () => {
      const { editor, folder } = await openSaved('bibliography: refs.json')
      files.texts.set(`${folder}/refs.json`, '[]')
      await editor.edit((builder) => {
        builder.insert(editor.document.positionAt(editor.document.getText().length), '[@us-eo-1]')
        builder.insert(new vscode.Position(4, 0), '[@us-aiap-2025:IX] ')
      })
      await problemsBecome(editor.document, ['citation.unknown-key us-aiap-2025:IX'])
      assert.deepEqual(await offersAt(editor, 'bibliography'), [])
    })
  })

  for (const [name, bytes] of [
    ['Latin-1', [0x5b, 0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xfc, 0x22, 0x7d, 0x5d]],
    ['UTF-16', [0xff, 0xfe, 0x5b, 0x00, 0x5d, 0x00]],
    ['GB18030', [0x5b, 0x22, 0xc4, 0xe3, 0xba, 0xc3, 0x22, 0x5d]],
  ] as const) {
    test(`leaves a file in ${name} as it is, on request and on saving`, async () => {
      const { editor, folder } = await openSaved('bibliography: report.policy.json')
      const path = `${folder}/report.policy.json`
      files.bytes.set(path, Uint8Array.from(bytes))
      const texts = [...files.texts.keys()]
      await writeBibliography()
      assert.deepEqual([...files.texts.keys()], texts)
      assert.deepEqual([...(files.bytes.get(path) ?? [])], bytes)
      assert.equal(editor.document.isDirty, false)
    })
  }

  test('keeps a byte order mark and mixed line ends', async () => {
    const { folder } = await openSaved('bibliography: refs.json')
    const others = '\uFEFF[\r\n  {"id": "a"},\n  {"id": "b"}\r\n]\n\r\n'
    files.texts.set(`${folder}/refs.json`, others)
    await writeBibliography()
    const text = files.texts.get(`${folder}/refs.json`) ?? ''
    assert.ok(text.startsWith('\uFEFF[\r\n  {"id": "a"},\n  {"id": "b"},'), JSON.stringify(text))
    assert.ok(text.endsWith('}\r\n]\n\r\n'), JSON.stringify(text))
    assert.match(text, /"id": "us-aiap-2025:I\.1\.3"/u)
  })

  test('is offered to a report that names no bibliography, where something of ours is cited', async () => {
    const { editor, folder } = await openSaved('title: x')
    const [offer, ...others] = await offersAt(editor, 'us-aiap')
    assert.ok(offer !== undefined && others.length === 0)
    assert.deepEqual(await offersAt(editor, 'As planned'), [])
    await run(offer)
    assert.deepEqual(idsIn(`${folder}/report.policy.json`), cites)
    assert.match(editor.document.getText(), /\nbibliography: report\.policy\.json\n---\n/u)
    assert.deepEqual(await offersAt(editor, 'us-aiap'), [])
  })

  test('opens the file that its message speaks of', async () => {
    const { folder } = await openSaved('bibliography: refs.json')
    await vscode.commands.executeCommand('notifications.clearAll')
    await writeBibliography()
    await eventually('the file is open', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction')
      return vscode.window.activeTextEditor?.document.uri.path === `${folder}/refs.json`
    })
  })

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
