import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { suite, test } from '../mocha.ts'
import { diagnosed, hoverAt, openReport, problemsBecome, suggestionsAt } from '../reportEditor.ts'

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/')
const own = vscode.Uri.joinPath(folder, '.policy')
let count = 0

/** The front matter and one measure of a plan of our own; each call has an id of its own. */
function plan(id: string, body: string): string {
  return `---\nid: ${id}\ntype: plan\ntitle: The ${id} plan\n---\n\n${body}\n`
}

function freshId(): string {
  count += 1
  return `own-plan-${String(count)}`
}

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(own, name)
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  await reload()
  return uri
}

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri)
  await reload()
}

async function reload(): Promise<void> {
  await vscode.commands.executeCommand('policyCitation.reloadCorpora')
}

/** Our troubles in the corpus file at `uri`: `code line:column`. */
function troublesIn(uri: vscode.Uri): readonly string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code, range: { start } }) => {
    return `${typeof code === 'string' ? code : ''} ${String(start.line + 1)}:${String(start.character + 1)}`
  })
}

async function troublesBecome(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  await diagnosed(`the troubles are ${wanted.join(', ')}`, () => {
    assert.deepEqual(troublesIn(uri), wanted)
    return true
  })
}

suite('the analyst’s own corpora', () => {
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(own, { recursive: true })
    await reload()
  })

  test('case 53, case 54: a file in .policy/ loads beside the library, says so on its card, and goes when it is deleted', async () => {
    const id = freshId()
    const uri = await write('one.md', plan(id, '# Paint the lighthouse green {#1}\n\nOnce a year.'))
    const report = await openReport(`As [@${id}:|1] and [@us-aiap-2025:I.1.3].`)
    const card = await hoverAt(report)
    assert.match(card, /Paint the lighthouse green/u)
    assert.match(card, /From your own corpus.*one/u)
    const [first] = await suggestionsAt(await openReport('@lighthouse green|'))
    assert.equal(first?.detail, `${id}:1`)
    await remove(uri)
    assert.equal(await hoverAt(report), '')
  })

  test('case 46: a file that is gone leaves an empty card behind, and no error', async () => {
    const id = freshId()
    const uri = await write('gone.md', plan(id, '# Gone {#1}'))
    const report = await openReport(`As [@${id}:|1].`)
    const [, hover] = await Promise.all([vscode.workspace.fs.delete(uri), hoverAt(report)])
    assert.equal(typeof hover, 'string')
    await reload()
    assert.equal(await hoverAt(report), '')
  })

  test('case 14: one bad measure costs one measure, and is a problem at its place', async () => {
    const id = freshId()
    const uri = await write('bad.md', plan(id, '# Good {#1}\n\n# Bad {#a@b}\n\n# Better {#2}'))
    await troublesBecome(uri, ['heading.malformed-label 9:9'])
    assert.match(await hoverAt(await openReport(`[@${id}:|2]`)), /Better/u)
    await write('bad.md', plan(id, '# Good {#1}\n\n# Mended {#3}'))
    await troublesBecome(uri, [])
    assert.match(await hoverAt(await openReport(`[@${id}:|3]`)), /Mended/u)
    await remove(uri)
  })

  test('case 13: of a file that is cut mid-write the last good state stays in use', async () => {
    const id = freshId()
    const text = plan(id, '# Kept {#1}')
    const uri = await write('cut.md', text)
    const report = await openReport(`As [@${id}:|1].`)
    await write('cut.md', text.slice(0, 20))
    await troublesBecome(uri, ['file.no-front-matter 1:1'])
    assert.match(await hoverAt(report), /Kept/u)
    await problemsBecome(report.document, [])
    await write('cut.md', text)
    await troublesBecome(uri, [])
    await remove(uri)
  })

  test('case 15: an id that is given twice is told in both words, and the first file holds', async () => {
    const id = freshId()
    const first = await write('a-first.md', plan(id, '# First {#1}'))
    const second = await write('b-second.md', plan(id, '# Second {#1}'))
    await troublesBecome(second, ['instrument.duplicate-id 1:1'])
    const [problem] = vscode.languages.getDiagnostics(second)
    assert.match(problem?.message ?? '', /a-first\.md, line 1, which holds, and in .*b-second\.md/u)
    assert.match(await hoverAt(await openReport(`[@${id}:|1]`)), /First/u)
    await vscode.workspace.fs.delete(first)
    await remove(second)
  })

  test('a file that takes an id of the library is told so, and the library holds', async () => {
    const uri = await write('clash.md', plan('us-aiap-2025', '# Mine {#I.1.3}'))
    await troublesBecome(uri, ['instrument.duplicate-id 1:1'])
    assert.doesNotMatch(await hoverAt(await openReport('[@us-aiap-2025:I.1.|3]')), /Mine/u)
    await remove(uri)
  })

  test('case 17: a file in another encoding is told which byte is wrong', async () => {
    const uri = vscode.Uri.joinPath(own, 'gbk.md')
    await vscode.workspace.fs.writeFile(uri, new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xd6, 0xd0]))
    await reload()
    await troublesBecome(uri, ['file.not-utf-8 1:1'])
    await remove(uri)
  })

  test('case 28: a file above the limit is refused unread, and the message names the setting', async () => {
    const configuration = vscode.workspace.getConfiguration('policyCitation')
    await configuration.update('corpora.largestFile', 1, vscode.ConfigurationTarget.Global)
    const uri = await write('large.md', plan(freshId(), 'x '.repeat(600_000)))
    await troublesBecome(uri, ['file.too-large 1:1'])
    const [problem] = vscode.languages.getDiagnostics(uri)
    assert.match(problem?.message ?? '', /policyCitation\.corpora\.largestFile/u)
    await configuration.update('corpora.largestFile', undefined, vscode.ConfigurationTarget.Global)
    await remove(uri)
  })

  test('a corpus file is no report: nothing is offered or reported in it, but fields are', async () => {
    const uri = await write('fields.md', plan(freshId(), '# M {#1}\n\n- le\n\n[@us-aiap-2025:IX]'))
    const document = await vscode.workspace.openTextDocument(uri)
    const at = document.positionAt(document.getText().indexOf('- le') + 4)
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    )
    const lead = list.items.find(({ label }) => label === 'lead: ')
    assert.equal(lead?.detail, 'who leads it, where the instrument says so')
    assert.ok(
      vscode.languages.getDiagnostics(uri).every(({ code }) => code !== 'citation.unknown-key'),
    )
    await remove(uri)
  })

  test('troubles follow what is typed, stay while another file reloads, and go when it is undone', async () => {
    const uri = await write('edited.md', plan(freshId(), '# Good {#1}'))
    const document = await vscode.workspace.openTextDocument(uri)
    const editor = await vscode.window.showTextDocument(document)
    await troublesBecome(uri, [])
    const line = document.lineCount - 2
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(line, document.lineAt(line).text.length), '\n\n# Bad {#1}')
    })
    const [trouble, ...others] = await diagnosed('what was typed is told', () => {
      const found = troublesIn(uri)
      return found.length > 0 ? found : undefined
    })
    assert.match(trouble ?? '', /^key\.|^provision\.|duplicate/u)
    assert.deepEqual(others, [])
    const other = await write('other.md', plan(freshId(), '# Other {#1}'))
    assert.deepEqual(troublesIn(uri), [trouble])
    await vscode.commands.executeCommand('undo')
    const changes = vscode.workspace.onDidChangeTextDocument
    await eventually('the file is as it is saved', () => !document.isDirty, changes)
    await troublesBecome(uri, [])
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await remove(other)
    await remove(uri)
  })

  test('troubles of what is saved stay until it is read', async () => {
    const uri = await write('saved.md', plan(freshId(), '# Good {#1}'))
    const document = await vscode.workspace.openTextDocument(uri)
    const editor = await vscode.window.showTextDocument(document)
    await troublesBecome(uri, [])
    const line = document.lineCount - 2
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(line, document.lineAt(line).text.length), '\n\n# Bad {#1}')
    })
    const told = await diagnosed('what was typed is told', () => {
      const found = troublesIn(uri)
      return found.length > 0 ? found : undefined
    })
    const shown: (readonly string[])[] = []
    const watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) shown.push(troublesIn(uri))
    })
    await document.save()
    await reload()
    watching.dispose()
    assert.deepEqual(
      [...shown, troublesIn(uri)].map(String).filter((troubles) => troubles !== String(told)),
      [],
    )
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await remove(uri)
  })

  test('case 52: names with spaces, percent signs, number signs and Chinese are one file each', async () => {
    const names = ['a b.md', 'p%20q.md', 'x#y.md', '计划.md']
    for (const name of names) {
      const id = freshId()
      const uri = await write(name, plan(id, '# Found {#1}'))
      const report = await openReport(`[@${id}:|1]`)
      assert.match(await hoverAt(report), /Found/u, name)
      const [place] = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        report.document.uri,
        report.document.positionAt(report.offset),
      )
      assert.equal(place?.targetUri.toString(), uri.toString())
      await remove(uri)
    }
  })

  test('case 47: thousands of events make few reloads, and the last state is read', async () => {
    const id = freshId()
    const uri = vscode.Uri.joinPath(own, 'storm.md')
    for (let round = 0; round < 300; round++) {
      const text = plan(id, `# Round ${String(round)} {#1}`)
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
    }
    await eventually('the last state is read', async () => {
      await reload()
      return (await hoverAt(await openReport(`[@${id}:|1]`))).includes('Round 299')
    })
    await remove(uri)
  })
})
