import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { Bibliographies } from '../../src/workspace/reports/bibliographies.ts'
import {
  bibliographyAddress,
  readBibliographyFile,
  levelsAbove,
  readNamedFiles,
  readPrintingFiles,
} from '../../src/workspace/reports/bibliographyFiles.ts'
import { MemoryHost } from './memoryHost.ts'

const report = 'memory:/desk/plans/report.md'
const file = 'memory:/desk/plans/refs.json'

function hostWith(content: string | Uint8Array): MemoryHost {
  const host = new MemoryHost()
  host.files.write(report, 'text')
  host.files.write(file, content)
  return host
}

suite('A bibliography file', () => {
  for (const [name, bytes, kind] of [
    ['UTF-8', Buffer.from('[]'), 'read'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF[]\r\n'), 'read'],
    ['Latin-1', Buffer.from('[{"title":"B\xfccher"}]', 'latin1'), 'notUtf8'],
    ['UTF-16', Buffer.from('\uFEFF[]', 'utf16le'), 'notUtf8'],
    ['UTF-16, big-endian', Buffer.from('\uFEFF[]', 'utf16le').swap16(), 'notUtf8'],
    ['UTF-16 without a byte order mark', Buffer.from('[]', 'utf16le'), 'notUtf8'],
    ['GB18030', Buffer.from([0x5b, 0xc4, 0xe3, 0xba, 0xc3, 0x5d]), 'notUtf8'],
    ['half a character', Buffer.from([0x5b, 0xe4, 0xbd]), 'notUtf8'],
  ] as const) {
    test(`in ${name} is ${kind === 'read' ? 'read whole' : 'told apart'}`, async () => {
      const read = await readBibliographyFile(hostWith(bytes).files, file)
      assert.equal(read.kind, kind)
      if (read.kind === 'read') assert.deepEqual(Buffer.from(read.text), bytes)
    })
  }

  test('that is not there is told from one that cannot be read', async () => {
    const host = hostWith('[]')
    const kindOf = async (address: string): Promise<string> =>
      (await readBibliographyFile(host.files, address)).kind
    assert.equal(await kindOf('memory:/desk/plans/other.json'), 'missing')
    assert.equal(await kindOf('memory:/elsewhere/other.json'), 'unread')
    host.files.failures.set(`readFile ${file}`, new Error('locked'))
    assert.equal(await kindOf(file), 'unread')
    assert.equal(await kindOf('memory:/desk/plans'), 'unread')
  })

  test('lies within the folder that is worked in, or nowhere', () => {
    const host = new MemoryHost()
    const place = (path: string): string | undefined => bibliographyAddress(host, report, path)
    assert.equal(place('my refs.json'), 'memory:/desk/plans/my%20refs.json')
    assert.equal(place('../refs.json'), 'memory:/desk/refs.json')
    assert.equal(place('../../refs.json'), undefined)
    assert.equal(place('//server/share/refs.json'), undefined)
  })

  test('is read for a report by the names in its front matter', async () => {
    const host = hostWith('[]')
    const front = '---\nbibliography: [../out/../../b.bib, refs.json]\n---\n'
    const { reportName, files, textOf } = await readNamedFiles(host, report, front)
    assert.equal(reportName, 'report.md')
    assert.deepEqual([...files.keys()], ['../out/../../b.bib', 'refs.json'])
    assert.deepEqual(textOf('refs.json'), { kind: 'read', text: '[]' })
    assert.equal(textOf('../out/../../b.bib').kind, 'unread')
  })

  test('is read with what says how the report is printed, as far up as one works', async () => {
    const host = hostWith('[]')
    const front = '---\nbibliography: refs.json\ncsl: oscola\n---\n'
    host.files.write('memory:/desk/_quarto.yml', 'filters: []')
    const { levels, files, textOf } = await readPrintingFiles(host, report, front)
    assert.equal(levels, 1)
    assert.equal(textOf('../_quarto.yml').kind, 'read')
    assert.equal(textOf('oscola.csl').kind, 'missing')
    assert.equal(files.has('../../_quarto.yml'), false)
    const { files: named } = await readNamedFiles(host, report, front)
    assert.deepEqual([...named.keys()], ['refs.json'])
    assert.equal(levelsAbove(host, 'memory:/elsewhere/deep/report.md'), 0)
    assert.equal(levelsAbove(host, 'memory:/desk/a/b/report.md'), 2)
  })
})

suite('Bibliographies of open reports', () => {
  test('are read once, and again when a file in their folder changed', async () => {
    const host = hostWith('[]')
    const bibliographies = new Bibliographies(host)
    let told = 0
    bibliographies.onDidChange(() => (told += 1))
    assert.equal(bibliographies.of(report, 'refs.json').kind, 'unread')
    await bibliographies.ready
    const first = bibliographies.of(report, 'refs.json')
    assert.deepEqual([first, told], [{ kind: 'read', text: '[]' }, 1])
    assert.equal(host.files.reads.get(file), 1)
    assert.equal(host.watched[0]?.folder, 'memory:/desk/plans')

    host.tellFiles()
    await bibliographies.ready
    assert.equal(bibliographies.of(report, 'refs.json'), first)
    assert.equal(told, 1)

    host.files.write(file, '[ ]')
    host.tellFiles()
    await bibliographies.ready
    assert.deepEqual(bibliographies.of(report, 'refs.json'), { kind: 'read', text: '[ ]' })
    host.files.remove(file)
    host.tellReturn()
    await bibliographies.ready
    assert.deepEqual([bibliographies.of(report, 'refs.json').kind, told], ['missing', 3])
    bibliographies.dispose()
    assert.deepEqual(host.watched, [])
  })

  test('outside of the folder that is worked in are not looked at', async () => {
    const host = hostWith('[]')
    const bibliographies = new Bibliographies(host)
    assert.equal(bibliographies.of(report, '../../refs.json').kind, 'unread')
    await bibliographies.ready
    assert.deepEqual(host.watched, [])
    bibliographies.dispose()
  })
})
