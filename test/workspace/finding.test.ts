import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { addressOfPath, pathOf, pathWithin, resolveIn } from '../../src/workspace/addresses.ts'
import { findOwnFiles, lookForOwnFiles } from '../../src/workspace/corpora/findOwnFiles.ts'
import { readOwnFiles, type OwnFile } from '../../src/workspace/corpora/ownFiles.ts'
import { isOwnFile } from '../../src/workspace/corpora/ownPlaces.ts'
import { fileState } from '../../src/workspace/corpora/fileState.ts'
import type { Address, Host } from '../../src/workspace/host.ts'
import { findReports } from '../../src/workspace/reports/findReports.ts'
import { corpusTree, foundCorpora, foundReports } from '../support/corpusTree.ts'
import { MemoryHost } from './memoryHost.ts'
import { hostIn, realFolder, writeIn } from './realFolder.ts'

type Settings = Readonly<Record<string, unknown>>

function memoryHost(values: Settings): Host {
  const host = new MemoryHost()
  host.values = values
  for (const name of corpusTree) host.files.write(resolveIn('memory:/desk', name), name)
  return host
}

const folder = realFolder()
for (const name of corpusTree) writeIn(folder, name, name)

/** Paths in the folder of `host`. */
function within(host: Host, addresses: readonly Address[]): readonly string[] {
  const [top = ''] = host.folders
  return addresses.map((address) => pathWithin(pathOf(top), pathOf(address)) ?? address)
}

async function existing(host: Host): Promise<readonly Address[]> {
  const found = await findOwnFiles(host)
  const states = await Promise.all(found.map((address) => fileState(host, address)))
  return found.filter((_, at) => states[at]?.kind !== 'gone')
}

for (const [where, makeHost] of [
  ['in memory', memoryHost],
  ['on disk', (values: Settings) => hostIn(folder, values)],
] as const) {
  suite(`files ${where}`, () => {
    for (const { corpora, found } of foundCorpora) {
      test(`corpus files with ${JSON.stringify(corpora)}`, async () => {
        const host = makeHost({ corpora })
        assert.deepEqual(within(host, await existing(host)), found)
      })

      test(`what is found with ${JSON.stringify(corpora)} is known as a corpus file, and nothing else`, () => {
        const host = makeHost({ corpora })
        const [top = ''] = host.folders
        const own = corpusTree.filter((name) => isOwnFile(host, resolveIn(top, name)))
        assert.deepEqual(own.toSorted(), found.toSorted())
      })
    }

    test('reports', async () => {
      const host = makeHost({})
      const [top = ''] = host.folders
      const { reports, unread, isWhole } = await findReports(host, top)
      assert.deepEqual(within(host, reports), foundReports)
      assert.deepEqual(unread, [])
      assert.ok(isWhole)
    })

    test('what the settings name as a corpus file is no report', async () => {
      const host = makeHost({ corpora: ['plans*/**/*.md', 'single/計劃 一.md'] })
      const [top = ''] = host.folders
      const { reports } = await findReports(host, top)
      assert.deepEqual(
        within(host, reports),
        foundReports.filter((name) => !/^plans|^single/u.test(name)),
      )
    })
  })
}

test('a single file elsewhere is found by its whole path, unless the folder is not trusted', async () => {
  const host = new MemoryHost()
  host.files.write('memory:///elsewhere/one.md', 'one')
  host.values = { corpora: ['/elsewhere/one.md', '../two.md', '//server/share/x.md', '/all/*.md'] }
  assert.deepEqual(await findOwnFiles(host), ['memory:///elsewhere/one.md', 'memory:/two.md'])
  assert.ok(isOwnFile(host, 'memory:/two.md'))
  host.isTrusted = false
  assert.deepEqual(await findOwnFiles(host), [])
})

test('all folders that are worked in are looked through', async () => {
  const host = new MemoryHost()
  host.folders = ['memory:/one', 'memory:/two']
  host.files.write('memory:/two/.policy/b.md', 'b')
  host.files.write('memory:/one/.policy/a.md', 'a')
  assert.deepEqual(await findOwnFiles(host), [
    'memory:/one/.policy/a.md',
    'memory:/two/.policy/b.md',
  ])
})

test('case 51: links are refused, those above a file too, and never followed; pipes are no files', async () => {
  const top = realFolder()
  const target = realFolder()
  writeIn(target, 'secret.md', 'secret')
  writeIn(top, '.policy/plain.md', 'plain')
  symlinkSync(path.join(target, 'secret.md'), path.join(top, '.policy/link.md'))
  symlinkSync(target, path.join(top, '.policy/folder'))
  symlinkSync('nowhere', path.join(top, '.policy/lost.md'))
  spawnSync('mkfifo', [path.join(top, '.policy/pipe.md')])
  const host = hostIn(top, { corpora: ['.policy/folder/secret.md'] })
  const found = await findOwnFiles(host)
  const states = await Promise.all(found.map((address) => fileState(host, address)))
  assert.deepEqual(
    within(host, found).map((name, at) => `${name} ${states[at]?.kind ?? ''}`),
    [
      '.policy/link.md link',
      '.policy/lost.md link',
      '.policy/pipe.md noFile',
      '.policy/plain.md file',
      '.policy/folder/secret.md link',
    ],
  )
  const { reports } = await findReports(host, addressOfPath(path.join(top, '.policy')))
  assert.deepEqual(within(host, reports), [])
})

test('a folder within itself by a link is looked into once', async () => {
  const top = realFolder()
  writeIn(top, 'a.md', 'a')
  symlinkSync('.', path.join(top, 'again'))
  const host = hostIn(top)
  const { reports } = await findReports(host, addressOfPath(top))
  assert.deepEqual(within(host, reports), ['a.md'])
})

test('folders that are too deep, and more files than a corpus has, are left out', async () => {
  const host = new MemoryHost()
  host.files.write(resolveIn('memory:/desk', `${'d/'.repeat(40)}deep.md`), 'deep')
  for (let place = 0; place < 5100; place++) {
    host.files.write(`memory:/desk/.policy/${String(place)}.md`, 'x')
  }
  const found = await lookForOwnFiles(host)
  assert.equal(found.files.length, 5000)
  assert.match(found.beyond ?? '', /^memory:\/desk\/\.policy\/\d+\.md$/u)
  assert.ok(!found.files.includes(found.beyond ?? ''))
  const [, left] = await readOwnFiles(host, { ...found, files: found.files.slice(0, 1) }, [])
  const [trouble] = left?.read.troubles ?? []
  assert.match(
    trouble === undefined ? '' : inWords(trouble.message),
    /^More than 5000 corpus files were found/u,
  )
  const known: readonly OwnFile[] = left === undefined ? [] : [left]
  assert.deepEqual(await readOwnFiles(host, { ...found, files: [] }, known), known)
  const { reports, isWhole } = await findReports(host, 'memory:/desk')
  assert.deepEqual(reports, [])
  assert.ok(!isWhole)
})

test('what the editor does not show is no report, unless its folder is asked for', async () => {
  const host = new MemoryHost()
  for (const name of ['a.md', 'site/b.md', 'd/site/c.md', 'd/e.md', 'd/f.qmd', 'g/h/i.md']) {
    host.files.write(resolveIn('memory:/desk', name), name)
  }
  host.hidden = { '**/site': true, 'd/*.qmd': true, 'g/h/**': true, 'a.md': false, e: 5 }
  const namesBelow = async (folder: Address): Promise<readonly string[]> =>
    within(host, (await findReports(host, folder)).reports)
  assert.deepEqual(await namesBelow('memory:/desk'), ['a.md', 'd/e.md'])
  assert.deepEqual(await namesBelow('memory:/desk/d'), ['d/e.md'])
  assert.deepEqual(await namesBelow('memory:/desk/site'), ['site/b.md'])
  for (const odd of [null, 'x', true, 5]) {
    host.hidden = odd
    assert.equal((await namesBelow('memory:/desk')).length, 6)
  }
})

test('a folder that cannot be looked into is told', async () => {
  const host = new MemoryHost()
  const { unread } = await findReports(host, 'memory:/nowhere')
  assert.deepEqual(unread, ['memory:/nowhere'])
})

for (const top of ['memory:/', 'web://mount/', 'web://mount']) {
  test(`a folder that is the root of its files, ${top}, is looked into and left again`, async () => {
    const host = new MemoryHost()
    host.folders = [top]
    const own = resolveIn(top, '.policy/own.md')
    host.files.write(own, 'own')
    assert.deepEqual(await findOwnFiles(host), [own])
    assert.equal((await fileState(host, own)).kind, 'file')
    assert.equal((await fileState(host, resolveIn(top, 'gone.md'))).kind, 'gone')
  })
}
