import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { parseKey } from '../../src/core/corpus/key.ts'
import { Corpora } from '../../src/workspace/corpora/corpora.ts'
import { IndexCache } from '../../src/workspace/indexes/indexCache.ts'
import { SearchIndexes } from '../../src/workspace/indexes/searchIndexes.ts'
import { CorpusWork } from '../../src/workspace/tasks/corpusWork.ts'
import { fixtureFiles } from '../support/fixtureLibrary.ts'
import { MemoryHost } from './memoryHost.ts'

const library = compileLibrary(fixtureFiles()).bytes
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Counts what is read, and not taken from what is kept. */
class CountingWork extends CorpusWork {
  readonly names: string[] = []

  override read(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Uint8Array> {
    this.names.push(name)
    return super.read(bytes, name, signal)
  }
}

/** One start of corpora on a desk; what it kept is left to the next. */
class Start {
  readonly host: MemoryHost
  readonly work = new CountingWork()
  readonly indexes: SearchIndexes
  readonly corpora: Corpora

  constructor(host: MemoryHost) {
    this.host = host
    const cache = new IndexCache(host.files, 'memory:/kept', silent)
    this.indexes = new SearchIndexes(cache, this.work)
    const { indexes, work } = this
    const extension = 'memory:/extension'
    this.corpora = new Corpora({ host, extension, indexes, work, cache, log: silent })
  }

  /** What was read, once all is. */
  async read(): Promise<readonly string[]> {
    await this.corpora.ready
    await this.corpora.readChanged()
    await this.indexes.merged
    this.corpora.dispose()
    return [...new Set(this.work.names)].sort()
  }

  titleOf(id: string): string | undefined {
    const key = parseKey(`${id}:1`)
    return key && this.corpora.current.byKey.get(key)?.titles.en
  }
}

function plan(id: string, title: string): string {
  return `---\nid: ${id}\ntype: plan\ntitle: The plan\n---\n\n# ${title} {#1}\n`
}

/** A desk with this many plans. */
function deskOf(count: number): MemoryHost {
  const host = new MemoryHost()
  host.files.write('memory:/extension/dist/library.json', library)
  for (let number = 0; number < count; number++) write(host, number, 'Before')
  return host
}

function write(host: MemoryHost, number: number, title: string): void {
  const id = `xx-${String(number)}`
  host.files.write(`memory:/desk/.policy/${id}.md`, plan(id, title))
}

function packsOf({ files }: MemoryHost): readonly string[] {
  return files.addresses.filter((address) => /\/kept\/[\da-f]{64}$/u.test(address))
}

suite('corpus files that were read are kept from one start to the next', () => {
  test('a second start reads a few files, and parses nothing', async () => {
    const host = deskOf(60)
    assert.equal((await new Start(host).read()).length, 60)
    assert.equal(packsOf(host).length, 2, 'one of what was read, one of what is searched')
    const again = new Start(host)
    assert.deepEqual(await again.read(), [])
    assert.equal(again.titleOf('xx-7'), 'Before')
    const { read, compiled } = again.indexes.effort
    assert.deepEqual({ read, compiled }, { read: 1, compiled: 1 }, 'the library has no index here')
  })

  test('what changed, came or got another name meanwhile is read, and nothing else', async () => {
    const host = deskOf(20)
    await new Start(host).read()
    write(host, 7, 'After')
    write(host, 20, 'New')
    host.files.remove('memory:/desk/.policy/xx-3.md')
    host.files.write('memory:/desk/.policy/other.md', plan('xx-3', 'Before'))
    const again = new Start(host)
    assert.deepEqual(await again.read(), [
      '.policy/other.md',
      '.policy/xx-20.md',
      '.policy/xx-7.md',
    ])
    assert.deepEqual(
      ['xx-7', 'xx-20', 'xx-3'].map((id) => again.titleOf(id)),
      ['After', 'New', 'Before'],
    )
    assert.deepEqual(await new Start(host).read(), [])
  })

  test('however often files are saved, few packs stay in use, and what is of no use goes', async () => {
    const host = deskOf(20)
    for (let edition = 0; edition < 30; edition++) {
      write(host, edition % 20, `Edition ${String(edition)}`)
      await new Start(host).read()
    }
    const lists = host.files.addresses.filter((address) => address.endsWith('.list'))
    const texts = await Promise.all(lists.map((list) => host.files.readFile(list)))
    const inUse = texts.flatMap((text) => new TextDecoder().decode(text).match(/^[\da-f]{64}$/gmu))
    assert.ok(inUse.length <= 14, `${String(inUse.length)} are in use`)
    assert.ok(packsOf(host).length <= 80, `${String(packsOf(host).length)} are there`)
    assert.deepEqual(await new Start(host).read(), [])
  })

  test('what is kept and damaged, or of another release, is read anew', async () => {
    const host = deskOf(3)
    await new Start(host).read()
    for (const address of packsOf(host)) {
      const bytes = (await host.files.readFile(address)).slice()
      bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
      host.files.write(address, bytes)
    }
    assert.deepEqual(await new Start(host).read(), ['.policy/xx-2.md'], 'the last of the pack')
    assert.deepEqual(await new Start(host).read(), [])
    host.files.write('memory:/extension/dist/library.json', library)
    assert.equal((await new Start(host).read()).length, 3)
  })
})
