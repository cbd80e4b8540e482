import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import type { AttachedDocument } from '../../../src/core/official/attachedDocument.ts'
import type { OfficialVersion } from '../../../src/core/official/officialVersions.ts'
import { AttachedFiles } from '../../../src/workspace/official/attachedFiles.ts'
import { OfficialTexts } from '../../../src/workspace/official/officialTexts.ts'
import { quaysCorpusFile } from '../../support/quaysPlan.ts'
import { editorHost } from '../../../src/vscode/host.ts'
import { hasProcesses } from '../../../src/vscode/hasProcesses.ts'
import { expectedHost } from '../expectedHost.ts'
import { suite, test } from '../mocha.ts'

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/')
const folder = vscode.Uri.joinPath(workspace, '.attached-test')
const { fs } = vscode.workspace

const document: AttachedDocument = {
  instrument: 'xx-quays',
  sha256: '0123456789abcdef'.repeat(4),
  name: 'quays.pdf',
  outline: {
    parts: [
      {
        level: 'division',
        heading: 'Keep the Harbour Open',
        text: 'A harbour lives by its quays.',
        parts: [],
      },
    ],
    unread: [],
  },
}

/** The keys of the passages in the only version. */
function foundIn(versions: readonly OfficialVersion[] = []): readonly string[] {
  assert.equal(versions.length, 1)
  return versions.flatMap(({ text }) => [...text.passages.keys()])
}

suite('attached documents', () => {
  const log = { warn: (): void => undefined }
  const open = (): AttachedFiles => new AttachedFiles(editorHost.files, folder.toString(), log)

  setup(async () => {
    await fs.createDirectory(folder)
  })
  teardown(async () => {
    await fs.delete(folder, { recursive: true })
  })

  async function onlyName(files: AttachedFiles): Promise<string> {
    const [name, ...others] = await files.names()
    assert.deepEqual(others, [])
    return name ?? assert.fail('nothing is stored')
  }

  test('what is attached is there after the next start, under no name that anybody chose', async () => {
    await open().write(document)
    const name = await onlyName(open())
    assert.match(name, /^[\da-f]{64}\.[\da-f]{64}\.json$/u)
    assert.deepEqual(await open().read(name), document)
  })

  test('another copy takes the place of the one before', async () => {
    await open().write(document)
    await open().write({ ...document, sha256: 'f'.repeat(64), name: 'second.pdf' })
    assert.equal((await open().read(await onlyName(open())))?.name, 'second.pdf')
  })

  for (const [what, damage] of [
    ['cut short', (file: Uint8Array) => file.slice(0, 90)],
    ['empty', () => new Uint8Array()],
    ['changed in one bit', (file: Uint8Array) => file.with(100, (file[100] ?? 0) ^ 1)],
    ['of another version', () => new TextEncoder().encode('{"version":0}')],
  ] as const) {
    test(`case 49: a stored document that is ${what} is as if it were not there`, async () => {
      await open().write(document)
      const name = await onlyName(open())
      const file = vscode.Uri.joinPath(folder, name)
      await fs.writeFile(file, damage(await fs.readFile(file)))
      assert.equal(await open().read(name), undefined)
    })
  }

  test('case 48: what a start that ended too soon left half written is no document', async () => {
    const half = `${'0'.repeat(64)}.${'1'.repeat(64)}.json.part`
    await fs.writeFile(vscode.Uri.joinPath(folder, half), new Uint8Array(10))
    assert.deepEqual(await open().names(), [])
  })

  test('case 53: what needs a process is offered where there are processes', () => {
    assert.equal(hasProcesses(), expectedHost === 'node')
  })

  test('a document that another window attached is in use after a reload', async () => {
    const corpus = assembleCorpus([parseCorpusFile(quaysCorpusFile, 'quays.md')])
    const { key } = corpus.instruments[0] ?? assert.fail('no instrument')
    const here = new OfficialTexts(open(), editorHost)
    try {
      await here.ready
      assert.equal(here.of(corpus, key), undefined)
      await open().write(document)
      await here.reload()
      assert.deepEqual(foundIn(here.of(corpus, key)), ['xx-quays:I'])
    } finally {
      here.dispose()
    }
  })

  test('the same document read anew takes the place of what was read before', async () => {
    const corpus = assembleCorpus([parseCorpusFile(quaysCorpusFile, 'quays.md')])
    const { key } = corpus.instruments[0] ?? assert.fail('no instrument')
    const here = new OfficialTexts(open(), editorHost)
    try {
      await here.attach({ ...document, outline: { parts: [], unread: [] } }, corpus)
      assert.deepEqual(foundIn(here.of(corpus, key)), [])
      await here.attach(document, corpus)
      assert.deepEqual(foundIn(here.of(corpus, key)), ['xx-quays:I'])
    } finally {
      here.dispose()
    }
  })

  test('texts of two days are kept beside one another from one start to the next', async () => {
    const corpus = assembleCorpus([parseCorpusFile(quaysCorpusFile, 'quays.md')])
    const { key } = corpus.instruments[0] ?? assert.fail('no instrument')
    const here = new OfficialTexts(open(), editorHost)
    await here.attach({ ...document, day: '2031-05-09' }, corpus)
    await here.attach({ ...document, sha256: 'f'.repeat(64), day: '2030-01-01' }, corpus)
    here.dispose()
    const later = new OfficialTexts(open(), editorHost)
    try {
      await later.ready
      const days = later.of(corpus, key)?.map(({ day }) => day)
      assert.deepEqual(days, ['2030-01-01', '2031-05-09'])
    } finally {
      later.dispose()
    }
  })

  test('case 49: a damaged document is told of once, and not looked at again', async () => {
    await open().write(document)
    await fs.writeFile(vscode.Uri.joinPath(folder, await onlyName(open())), new Uint8Array(200))
    const here = new OfficialTexts(open(), editorHost)
    await here.ready
    let changes = 0
    const counting = here.onDidChange(() => (changes += 1))
    try {
      await here.reload()
      await here.reload()
      assert.equal(changes, 0)
    } finally {
      counting.dispose()
      here.dispose()
    }
  })
})
