import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseKey } from '../../src/core/corpus/key.ts'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { assembleCorpus } from '../../src/core/corpusFile/assembleCorpus.ts'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import type { AttachedDocument } from '../../src/core/official/attachedDocument.ts'
import { Corpora } from '../../src/workspace/corpora/corpora.ts'
import { IndexCache } from '../../src/workspace/indexes/indexCache.ts'
import { SearchIndexes } from '../../src/workspace/indexes/searchIndexes.ts'
import { readShippedLibrary } from '../../src/workspace/library.ts'
import { AttachedFiles } from '../../src/workspace/official/attachedFiles.ts'
import { OfficialTexts } from '../../src/workspace/official/officialTexts.ts'
import { PinyinSource } from '../../src/workspace/pinyinSource.ts'
import { readNamedFiles } from '../../src/workspace/reports/bibliographyFiles.ts'
import { findReports } from '../../src/workspace/reports/findReports.ts'
import { readReport } from '../../src/workspace/reports/readReport.ts'
import { findProject } from '../../src/workspace/setUp/projects.ts'
import { fixtureFiles } from '../support/fixtureLibrary.ts'
import { engineWords, faultCodes, faultyHost, type Fault, type Operation } from './faultyFiles.ts'
import { MemoryHost } from './memoryHost.ts'

const library = compileLibrary(fixtureFiles()).bytes
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const faults = [...faultCodes, 'short', 'slow'] as const

function plan(id: string): string {
  return `---\nid: ${id}\ntype: plan\ntitle: The plan\n---\n\n# Paint ${id} {#1}\n`
}

/** A workspace in memory, with files that fail on purpose. */
function desk(files: Readonly<Record<string, string | Uint8Array>>) {
  const memory = new MemoryHost()
  memory.files.write('memory:/extension/dist/library.json', library)
  for (const [name, content] of Object.entries(files)) {
    memory.files.write(`memory:/desk/${name}`, content)
  }
  const host = faultyHost(memory)
  const fail = (operation: Operation, fault: Fault, end: string): void => {
    host.files.failing = { operation, fault, of: (address) => address.endsWith(end) }
  }
  return { memory, host, fail }
}

suite('case 13, R8: a corpus file that cannot be read costs no good one, and comes back', () => {
  const failing: readonly (readonly [Operation, string])[] = [
    ['stat', '/.policy/a.md'],
    ['readFile', '/.policy/a.md'],
    ['stat', '/.policy'],
    ['readDirectory', '/.policy'],
    ['readDirectory', '/.policy/sub'],
  ]
  for (const [operation, of] of failing) {
    for (const fault of faults) {
      test(`${operation} of ${of}: ${fault}`, async () => {
        const { host, fail } = desk({
          '.policy/a.md': plan('own-a'),
          '.policy/b.md': plan('own-b'),
          '.policy/sub/c.md': plan('own-c'),
        })
        const indexes = new SearchIndexes(new IndexCache(host.files, 'memory:/kept', silent))
        const parts = { host, extension: 'memory:/extension', indexes, log: silent }
        const corpora = new Corpora(parts)
        await corpora.reload()
        fail(operation, fault, of)
        const has = (): readonly boolean[] =>
          ['own-a:1', 'own-b:1', 'own-c:1'].map((key) => {
            const parsed = parseKey(key)
            return parsed !== undefined && corpora.current.byKey.has(parsed)
          })
        await corpora.reload()
        assert.ok(host.files.failed > 0)
        assert.deepEqual(has(), [true, true, true])
        const isTold = operation === 'readFile' || /^(?!slow|short)/u.test(fault)
        const { troubles } = corpora.current
        if (isTold && fault !== 'slow') {
          assert.deepEqual(new Set(troubles.map(({ code }) => code)), new Set(['file.unreadable']))
          assert.ok(
            corpora.stale.every(({ name }) => of.includes(name) || name.startsWith('.policy')),
          )
          for (const { message, advice } of troubles) {
            if (fault !== 'Unknown' && !/ENOSPC|EROFS/u.test(fault))
              assert.doesNotMatch(inWords(message), engineWords)
            assert.match(inWords(advice), /may be read/u)
          }
        } else assert.deepEqual(troubles, [])
        host.files.failing = undefined
        await corpora.readChanged()
        assert.deepEqual([corpora.stale, corpora.current.troubles], [[], []])
        assert.deepEqual(has(), [true, true, true])
        corpora.dispose()
      })
    }
  }

  test('one that is gone is gone, and so is one in a folder that is', async () => {
    const { memory, host } = desk({
      '.policy/a.md': plan('own-a'),
      '.policy/sub/c.md': plan('own-c'),
    })
    const parts = {
      host,
      extension: 'memory:/extension',
      indexes: new SearchIndexes(),
      log: silent,
    }
    const corpora = new Corpora(parts)
    await corpora.reload()
    memory.files.remove('memory:/desk/.policy/sub/c.md')
    await corpora.reload()
    const named = corpora.current.instruments.map(({ key }) => key)
    assert.ok(named.includes('own-a' as never) && !named.includes('own-c' as never))
    assert.deepEqual(corpora.current.troubles, [])
    corpora.dispose()
  })
})

suite('R8: a report that cannot be read is named, in words', () => {
  for (const operation of ['stat', 'readFile'] as const) {
    for (const fault of [...faults, 'ENOENT'] as const) {
      test(`${operation}: ${fault}`, async () => {
        const { host, fail } = desk({ 'r.md': 'See [@own-a:1].\n' })
        fail(operation, fault, '/r.md')
        const read = await readReport(host.files, 'memory:/desk/r.md', 'r.md')
        if (fault === 'slow' || (fault === 'short' && operation === 'stat')) {
          assert.deepEqual(read, { kind: 'read', text: 'See [@own-a:1].\n' })
          return
        }
        assert.ok(read.kind === 'refused')
        assert.match(inWords(read.why), /^r\.md could not be read[.:]/u)
        assert.doesNotMatch(inWords(read.why) + inWords(read.advice), engineWords)
      })
    }
  }

  test('one that grows while it is read is read again, and refused where it goes on growing', async () => {
    for (const [times, kind] of [
      [1, 'read'],
      [9, 'refused'],
    ] as const) {
      const { memory, host } = desk({ 'r.md': 'one\n' })
      const files = {
        ...{ stat: host.files.stat.bind(host.files) },
        readDirectory: host.files.readDirectory.bind(host.files),
        readFile: async (address: string) => {
          const bytes = await memory.files.readFile(address)
          const before = new TextDecoder().decode(bytes)
          if (before.length < 4 * (1 + times)) memory.files.write(address, `${before}two\n`)
          return bytes
        },
      }
      const read = await readReport(files, 'memory:/desk/r.md', 'r.md')
      assert.equal(read.kind, kind)
      if (read.kind === 'read') assert.equal(read.text, 'one\ntwo\n')
      else assert.match(inWords(read.why), /changes while it is read; try again/u)
    }
  })
})

suite('R8: what lies around a report', () => {
  for (const fault of faults) {
    for (const operation of ['stat', 'readDirectory', 'readFile'] as const) {
      test(`${operation}: ${fault}: is never taken for what it is not`, async () => {
        const { host } = desk({
          'sub/r.md': 'x',
          'sub/refs.json': '[]',
          '_quarto.yml': 'project:\n',
        })
        host.files.failing = {
          operation,
          fault,
          of: (address) => address.startsWith('memory:/desk'),
        }
        const report = 'memory:/desk/sub/r.md'
        const { textOf } = await readNamedFiles(host, report, '---\nbibliography: refs.json\n---\n')
        const { kind } = textOf('refs.json')
        const isRead =
          fault === 'slow' ||
          operation === 'readDirectory' ||
          (fault === 'short' && operation === 'stat')
        assert.ok(
          kind === 'unread' ||
            (isRead && kind === 'read') ||
            (fault === 'short' && kind === 'read'),
          kind,
        )
        await findProject(host, report)
        const { reports, unread } = await findReports(host, 'memory:/desk')
        assert.ok(reports.length === 1 || unread.length === 1)
      })
    }
  }
})

const act =
  '---\nid: xx-act\ntype: act\ntitle: Act\ntext-as-of: 2031-06-01\n---\n\n# One {#1 kind=article}\n'
const corpus = assembleCorpus([parseCorpusFile(act, 'act.md')])

function version(sha: string, text: string, day: string): AttachedDocument {
  const parts = [{ level: 'measure', kind: 'article', label: '1', text, parts: [] } as const]
  const own = { instrument: 'xx-act', sha256: sha.repeat(64), name: `${sha}.pdf`, day }
  return { ...own, outline: { parts, unread: [] } }
}

function told(texts: OfficialTexts): readonly string[] {
  const [instrument] = corpus.instruments
  return ((instrument && texts.of(corpus, instrument.key)) ?? []).map(
    ({ day, text }) => `${day} ${text.text}`,
  )
}

test('a bibliography that is not in UTF-8 is known as such, and is no text', async () => {
  const { host } = desk({ 'refs.json': Uint8Array.of(0x5b, 0x22, 0xfc, 0x22, 0x5d) })
  const front = '---\nbibliography: refs.json\n---\n'
  const { textOf } = await readNamedFiles(host, 'memory:/desk/r.md', front)
  assert.deepEqual(textOf('refs.json'), { kind: 'notUtf8' })
})

suite('R8: an attached document is not lost', () => {
  async function attached() {
    const { memory, host } = desk({})
    const files = new AttachedFiles(host.files, 'memory:/official', silent)
    const texts = new OfficialTexts(files, memory)
    await texts.attach(version('a', 'Old.', '2030-01-01'), corpus)
    await texts.attach(version('b', 'New.', '2032-01-01'), corpus)
    const stored = (): readonly string[] =>
      memory.files.addresses.filter((one) => one.startsWith('memory:/official/'))
    return { memory, host, texts, stored }
  }

  for (const operation of [
    'readFile',
    'readDirectory',
    'delete',
    'writeFile',
    'rename',
    'stat',
  ] as const) {
    for (const fault of [...faults, 'ENOENT'] as const) {
      test(`${operation}: ${fault}`, async () => {
        const { host, texts, stored } = await attached()
        const before = stored()
        host.files.failing = { operation, fault, of: () => true }
        await texts.reload()
        const isGone = fault === 'ENOENT' && operation === 'readDirectory'
        if (!isGone) assert.deepEqual(told(texts), ['2030-01-01 Old.', '2032-01-01 New.'])
        const isKept = await texts.attach(version('c', 'Third.', '2033-01-01'), corpus).then(
          () => true,
          () => false,
        )
        const isWriting = operation === 'writeFile' || operation === 'rename'
        assert.equal(isKept, !isWriting || fault === 'slow' || fault === 'short')
        host.files.failing = undefined
        await texts.reload()
        const third = isKept ? ['2033-01-01 Third.'] : []
        assert.deepEqual(told(texts), ['2030-01-01 Old.', '2032-01-01 New.', ...third])
        assert.equal(stored().length, before.length + third.length)
        assert.deepEqual(
          stored().filter((one) => one.endsWith('.part')),
          [],
        )
        texts.dispose()
      })
    }
  }

  test('one that was damaged goes with the next of its instrument, one that is only held stays', async () => {
    const { memory, host, texts, stored } = await attached()
    const [first = ''] = stored()
    host.files.failing = {
      operation: 'readFile',
      fault: 'EBUSY',
      of: (address) => address === first,
    }
    await texts.attach(version('d', 'Fourth.', '2034-01-01'), corpus)
    assert.ok(stored().includes(first))
    memory.files.write(first, 'cut')
    host.files.failing = undefined
    await texts.attach(version('e', 'Fifth.', '2035-01-01'), corpus)
    assert.ok(!stored().includes(first))
    texts.dispose()
  })
})

suite('R8: an index that cannot be kept or read is as if it were not there', () => {
  const name = 'f'.repeat(64)
  for (const operation of [
    'stat',
    'readFile',
    'readDirectory',
    'writeFile',
    'rename',
    'delete',
  ] as const) {
    for (const fault of [...faults, 'ENOENT'] as const) {
      test(`${operation}: ${fault}`, async () => {
        const { memory, host } = desk({})
        const cache = new IndexCache(host.files, 'memory:/kept', silent)
        await cache.write(name, Uint8Array.of(1, 2, 3, 4))
        host.files.failing = { operation, fault, of: () => true }
        await cache.write('0'.repeat(64), Uint8Array.of(5))
        const read = await cache.read(name)
        assert.ok(
          read === undefined || (read.length <= 4 && read.every((byte, at) => byte === at + 1)),
        )
        assert.deepEqual(
          memory.files.addresses.filter((one) => one.endsWith('.part')),
          [],
        )
        host.files.failing = undefined
        assert.deepEqual(await cache.read(name), Uint8Array.of(1, 2, 3, 4))
      })
    }
  }
})

suite('two windows on one storage', () => {
  const hour = 60 * 60 * 1000

  test('a cleaning takes what nobody finishes any more, and never what another window is writing', async () => {
    for (const [folder, write] of [
      [
        'memory:/kept',
        (files: MemoryHost['files']) =>
          new IndexCache(files, 'memory:/kept', silent).write('a'.repeat(64), Uint8Array.of(1)),
      ],
      [
        'memory:/official',
        (files: MemoryHost['files']) =>
          new AttachedFiles(files, 'memory:/official', silent).write(
            version('a', 'A.', '2030-01-01'),
          ),
      ],
    ] as const) {
      const { files } = new MemoryHost()
      files.write(`${folder}/old.part`, 'half')
      files.setClock(2 * hour)
      files.write(`${folder}/young.part`, 'half')
      await write(files)
      const left = files.addresses.filter((one) => one.endsWith('.part'))
      assert.deepEqual(left, [`${folder}/young.part`])
    }
  })

  test('what both write at once is whole, whoever was last', async () => {
    const { files } = new MemoryHost()
    const windows = [
      new IndexCache(files, 'memory:/kept', silent),
      new IndexCache(files, 'memory:/kept', silent),
    ]
    const name = 'a'.repeat(64)
    await Promise.all(windows.map((cache, at) => cache.write(name, new Uint8Array(999).fill(at))))
    const read = await windows[0]?.read(name)
    assert.ok(read?.length === 999 && new Set(read).size === 1)
    assert.deepEqual(files.addresses, [`memory:/kept/${name}`])
  })

  test('one that another window removes first is no reason to complain', async () => {
    const { memory, host } = desk({})
    const lines: string[] = []
    const cache = new IndexCache(host.files, 'memory:/kept', { warn: (line) => lines.push(line) })
    for (let at = 0; at < 60; at++) {
      if (at === 50)
        host.files.failing = { operation: 'stat', fault: 'ENOENT', of: (one) => one.endsWith('00') }
      await cache.write(at.toString(16).padStart(2, '0').padEnd(64, '0'), Uint8Array.of(at))
    }
    assert.deepEqual(lines, [])
    assert.ok(memory.files.addresses.filter((one) => one.startsWith('memory:/kept/')).length <= 50)
  })
})

suite('two windows, one of which waits before it moves what it wrote', () => {
  test('a cleaning of the other takes nothing of it, under the same name or another', async () => {
    for (const name of ['a', 'b']) {
      const { memory, host } = desk({})
      host.files.failing = { operation: 'rename', fault: 'slow', of: () => true }
      const slow = new IndexCache(host.files, 'memory:/kept', { warn: (line) => assert.fail(line) })
      const writing = slow.write(name.repeat(64), Uint8Array.of(1, 2))
      await new IndexCache(memory.files, 'memory:/kept', silent).write(
        'a'.repeat(64),
        Uint8Array.of(3),
      )
      await writing
      assert.deepEqual(await slow.read(name.repeat(64)), Uint8Array.of(1, 2))
    }
  })
})

suite('R8: what ships with us', () => {
  for (const fault of [...faults, 'ENOENT'] as const) {
    test(`${fault}: is done without, in words`, async () => {
      const { host, fail } = desk({})
      fail('readFile', fault, '')
      const read = await readShippedLibrary(host.files, 'memory:/extension/dist')
      if (fault !== 'slow')
        assert.match('refused' in read ? inWords(read.refused) : '', /^The library /u)
      const parts = { files: host.files, folder: 'memory:/extension/dist', log: silent }
      assert.equal(await new PinyinSource(parts).table(true), undefined)
    })
  }
})
