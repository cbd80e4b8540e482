import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseKey } from '../../src/core/corpus/key.ts'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { Corpora } from '../../src/workspace/corpora/corpora.ts'
import { SearchIndexes } from '../../src/workspace/indexes/searchIndexes.ts'
import { inSlices } from '../../src/workspace/inSlices.ts'
import { findReports } from '../../src/workspace/reports/findReports.ts'
import { fixtureFiles } from '../support/fixtureLibrary.ts'
import { MemoryHost } from './memoryHost.ts'

const library = compileLibrary(fixtureFiles()).bytes
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

function plan(id: string, title: string): string {
  return `---\nid: ${id}\ntype: plan\ntitle: The plan\n---\n\n# ${title} {#1}\n`
}

/** A desk with a corpus file for each of `ids`, and the corpora of it. */
async function deskWith(
  ids: readonly string[],
): Promise<{ readonly host: MemoryHost; readonly corpora: Corpora }> {
  const host = new MemoryHost()
  host.files.write('memory:/extension/dist/library.json', library)
  for (const id of ids) host.files.write(`memory:/desk/.policy/${id}.md`, plan(id, 'Before'))
  const indexes = new SearchIndexes()
  const corpora = new Corpora({ host, extension: 'memory:/extension', indexes, log: silent })
  // Once the library is there they are read by themselves: that is behind us then.
  await corpora.ready
  await corpora.reload()
  await corpora.readChanged()
  return { host, corpora }
}

const ids = ['one', 'two', 'three', 'four']

function titleOf({ current }: Corpora, key: string): string | undefined {
  const parsed = parseKey(key)
  return parsed && current.byKey.get(parsed)?.titles.en
}

/** How often files of the desk were read. */
function readsOf({ files }: MemoryHost): number {
  return ids.reduce((sum, id) => sum + (files.reads.get(`memory:/desk/.policy/${id}.md`) ?? 0), 0)
}

suite('long work that is cancelled', () => {
  test('reading corpora: what was in use stays, no further file is read, and the next reading reads all', async () => {
    const { host, corpora } = await deskWith(ids)
    const before = corpora.current
    const [reads, cancelling] = [readsOf(host), new AbortController()]
    for (const id of ids) host.files.write(`memory:/desk/.policy/${id}.md`, plan(id, 'After'))
    const readFile = host.files.readFile.bind(host.files)
    host.files.readFile = (address) => {
      if (address.includes('/.policy/')) cancelling.abort()
      return readFile(address)
    }
    await assert.rejects(corpora.reload(cancelling.signal), { name: 'AbortError' })
    host.files.readFile = readFile
    assert.equal(readsOf(host), reads + 1)
    assert.equal(corpora.current, before)
    await corpora.readChanged()
    assert.equal(readsOf(host), reads + 1 + ids.length)
    assert.deepEqual(
      ids.map((id) => titleOf(corpora, `${id}:1`)),
      ids.map(() => 'After'),
    )
    corpora.dispose()
  })

  test('finding reports: no further folder is looked into', async () => {
    const host = new MemoryHost()
    const deep = 'memory:/desk/a/b/c/d/e'
    host.files.write(`${deep}/report.md`, '# R\n')
    const looked: string[] = []
    const cancelling = new AbortController()
    const readDirectory = host.files.readDirectory.bind(host.files)
    host.files.readDirectory = (folder) => {
      looked.push(folder)
      if (folder.endsWith('/b')) cancelling.abort()
      return readDirectory(folder)
    }
    const found = await findReports(host, 'memory:/desk', cancelling.signal)
    assert.deepEqual(found.reports, [])
    assert.ok(!found.isWhole)
    assert.deepEqual(looked, ['memory:/desk', 'memory:/desk/a', 'memory:/desk/a/b'])
  })

  test('work in slices: no step is taken any more', async () => {
    let steps = 0
    function* work(): Generator<undefined, string> {
      for (;;) {
        steps += 1
        const until = performance.now() + 5
        while (performance.now() < until);
        yield
      }
    }
    const cancelling = new AbortController()
    setTimeout(() => {
      cancelling.abort()
    })
    assert.equal(await inSlices(work(), () => cancelling.signal.aborted), undefined)
    const taken = steps
    await new Promise((resolve) => setTimeout(resolve, 0))
    assert.equal(steps, taken)
  })
})
