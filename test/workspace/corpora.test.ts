import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { parseKey } from '../../src/core/corpus/key.ts'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { search } from '../../src/core/search/search.ts'
import { Corpora } from '../../src/workspace/corpora/corpora.ts'
import { IndexCache } from '../../src/workspace/indexes/indexCache.ts'
import { SearchIndexes } from '../../src/workspace/indexes/searchIndexes.ts'
import { fixtureFiles } from '../support/fixtureLibrary.ts'
import { MemoryHost } from './memoryHost.ts'

const library = compileLibrary(fixtureFiles()).bytes

/** A plan with one measure, `own:1`. */
function plan(title: string, id = 'own'): string {
  return `---\nid: ${id}\ntype: plan\ntitle: The plan\n---\n\n# ${title} {#1}\n`
}

class Log {
  readonly lines: string[] = []
  info = (line: string): void => void this.lines.push(line)
  warn = this.info
  error = this.info
}

/** Corpora over files in memory, and what they told. */
class Bench {
  readonly host = new MemoryHost()
  readonly log = new Log()
  readonly indexes = new SearchIndexes(new IndexCache(this.host.files, 'memory:/kept', this.log))
  told = 0

  constructor(bytes: string | Uint8Array = library) {
    this.host.files.write('memory:/extension/dist/library.json', bytes)
  }

  open(): Corpora {
    const { host, indexes, log } = this
    const corpora = new Corpora({ host, extension: 'memory:/extension', indexes, log })
    corpora.onDidChange(() => (this.told += 1))
    return corpora
  }

  /** The corpora when what is there has been read. */
  async opened(): Promise<Corpora> {
    const corpora = this.open()
    await corpora.reload()
    return corpora
  }

  write(name: string, text: string): void {
    this.host.files.write(`memory:/desk/${name}`, text)
  }
}

function titleOf(corpora: Corpora, key: string): string | undefined {
  const parsed = parseKey(key)
  return parsed && corpora.current.byKey.get(parsed)?.titles.en
}

function codesIn(corpora: Corpora): readonly string[] {
  return corpora.current.troubles.map(({ place, code }) => `${place.file} ${code}`)
}

/** When the corpora tell of another snapshot. */
function nextChange(corpora: Corpora): Promise<void> {
  return new Promise((resolve) => {
    const listening = corpora.onDidChange(() => {
      listening.dispose()
      resolve()
    })
  })
}

suite('the library and own files as one corpus', () => {
  test('the library is there at once, and own files in subfolders come behind it', async () => {
    const bench = new Bench()
    bench.write('.policy/sub/own.md', plan('Paint'))
    const corpora = bench.open()
    const first = await corpora.ready
    assert.ok(first.instruments.some(({ key }) => key === 'xx-lantern-2031'))
    await corpora.reload()
    assert.equal(titleOf(corpora, 'own:1'), 'Paint')
    assert.equal(corpora.ownAddressOf('.policy/sub/own.md'), 'memory:/desk/.policy/sub/own.md')
    assert.equal(corpora.ownAddressOf('press.md'), undefined)
    assert.equal(search(bench.indexes.get(corpora.current), { text: 'paint', limit: 1 }).length, 1)
    corpora.dispose()
  })

  test('case 13: the last good state of a file stays in use, and which it is is told', async () => {
    const bench = new Bench()
    bench.write('.policy/own.md', plan('Kept'))
    bench.write('.policy/never.md', 'no front matter')
    const corpora = await bench.opened()
    bench.write('.policy/own.md', plan('Kept').slice(0, 20))
    await corpora.reload()
    assert.equal(titleOf(corpora, 'own:1'), 'Kept')
    assert.deepEqual(corpora.stale, [
      {
        name: '.policy/never.md',
        address: 'memory:/desk/.policy/never.md',
        line: 1,
        isUsed: false,
      },
      { name: '.policy/own.md', address: 'memory:/desk/.policy/own.md', line: 1, isUsed: true },
    ])
    bench.write('.policy/own.md', plan('Mended'))
    await corpora.reload()
    assert.equal(titleOf(corpora, 'own:1'), 'Mended')
    assert.equal(corpora.stale.length, 1)
    corpora.dispose()
  })

  test('case 17, case 28, case 51: what is no UTF-8, too large, a link or unreadable costs itself only', async () => {
    const bench = new Bench()
    bench.host.values = { 'corpora.largestFile': 1 }
    bench.write('.policy/fine.md', plan('Fine', 'fine'))
    bench.write('.policy/large.md', plan('Large', 'large') + 'x '.repeat(600_000))
    bench.host.files.write('memory:/desk/.policy/gbk.md', Uint8Array.of(0x2d, 0xd6, 0xd0))
    bench.host.files.link('memory:/desk/.policy/link.md', plan('Link', 'link'))
    const corpora = await bench.opened()
    assert.deepEqual(codesIn(corpora), [
      '.policy/gbk.md file.not-utf-8',
      '.policy/large.md file.too-large',
      '.policy/link.md file.is-link',
    ])
    assert.equal(titleOf(corpora, 'fine:1'), 'Fine')
    const fine = 'memory:/desk/.policy/fine.md'
    bench.host.files.failures.set(`readFile ${fine}`, new Error('no permission'))
    await corpora.reload()
    assert.ok(codesIn(corpora).includes('.policy/fine.md file.unreadable'))
    assert.equal(titleOf(corpora, 'fine:1'), 'Fine')
    corpora.dispose()
  })

  test('only what changed is read again, and where nothing did nobody is told', async () => {
    const bench = new Bench()
    bench.write('.policy/one.md', plan('One', 'one'))
    bench.write('.policy/two.md', plan('Two', 'two'))
    const corpora = await bench.opened()
    const readsOf = (name: string): number =>
      bench.host.files.reads.get(`memory:/desk/.policy/${name}.md`) ?? 0
    const before = [readsOf('one'), readsOf('two')]
    const { told } = bench
    bench.write('.policy/two.md', plan('Other', 'two'))
    bench.host.tellFiles()
    await nextChange(corpora)
    assert.equal(titleOf(corpora, 'two:1'), 'Other')
    assert.deepEqual([readsOf('one'), readsOf('two')], [before[0], (before[1] ?? 0) + 1])
    assert.equal(bench.told, told + 1)
    corpora.dispose()
  })

  test('what settings name is watched and read when they change, and what is gone goes when the analyst returns', async () => {
    const bench = new Bench()
    bench.write('plans/own.md', plan('Named'))
    const corpora = await bench.opened()
    assert.equal(titleOf(corpora, 'own:1'), undefined)
    bench.host.values = { corpora: ['plans/*.md'] }
    bench.host.tellPlaces()
    await nextChange(corpora)
    assert.equal(titleOf(corpora, 'own:1'), 'Named')
    assert.deepEqual(
      bench.host.watched.map(({ pattern }) => pattern),
      ['.policy', '.policy/**/*.md', 'plans/*.md'],
    )
    bench.host.files.remove('memory:/desk/plans/own.md')
    bench.host.tellReturn()
    await nextChange(corpora)
    assert.equal(titleOf(corpora, 'own:1'), undefined)
    corpora.dispose()
    assert.deepEqual(bench.host.watched, [])
  })

  test('a library that cannot be read is told, and own files are used all the same', async () => {
    const bench = new Bench('{}')
    bench.write('.policy/own.md', plan('Alone'))
    const corpora = await bench.opened()
    assert.match(corpora.failure ? inWords(corpora.failure) : '', /library is damaged/u)
    assert.equal(titleOf(corpora, 'own:1'), 'Alone')
    corpora.dispose()
  })

  test('a library that is damaged when it is read again leaves the last good one in use, and is told each time', async () => {
    const bench = new Bench()
    bench.write('.policy/own.md', plan('Stays'))
    const corpora = await bench.opened()
    const told: string[] = []
    corpora.onDidFail((why) => told.push(inWords(why)))
    const { provisions } = corpora.current
    const damaged = Uint8Array.from(library)
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 4
    bench.host.files.write('memory:/extension/dist/library.json', damaged)
    await corpora.reload()
    assert.deepEqual(corpora.current.provisions, provisions)
    await corpora.reload()
    assert.equal(told.length, 2)
    assert.match(told[0] ?? '', /library is damaged/u)
    bench.host.files.write('memory:/extension/dist/library.json', library)
    await corpora.reload()
    assert.equal(corpora.failure, undefined)
    assert.equal(told.length, 2)
    assert.equal(corpora.current.provisions.length, provisions.length)
    corpora.dispose()
  })

  test('an index of the library that is damaged is not used, but made anew', async () => {
    const bench = new Bench()
    bench.host.files.write('memory:/extension/dist/library.index', Uint8Array.of(1, 2, 3, 4))
    const corpora = await bench.opened()
    assert.match(bench.log.lines.join(), /index of the library is damaged/u)
    const found = search(bench.indexes.get(corpora.current), { text: 'lantern', limit: 3 })
    assert.ok(found.length > 0)
    corpora.dispose()
  })

  test('an index is kept under a name that follows the file, and read at the next start', async () => {
    const bench = new Bench()
    bench.write('.policy/own.md', plan('Kept'))
    const first = await bench.opened()
    first.dispose()
    assert.equal(bench.indexes.effort.read, 0)
    const again = new SearchIndexes(new IndexCache(bench.host.files, 'memory:/kept', bench.log))
    const { host, log } = bench
    const second = new Corpora({ host, extension: 'memory:/extension', indexes: again, log })
    await second.reload()
    assert.equal(again.effort.read, 1)
    second.dispose()
  })
})
