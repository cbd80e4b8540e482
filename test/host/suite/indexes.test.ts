import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { createCorpus, type Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Instrument, Measure } from '../../../src/core/corpus/provision.ts'
import { search } from '../../../src/core/search/search.ts'
import { compileIndex, readSegment } from '../../../src/core/search/searchIndex.ts'
import { cacheName, IndexCache } from '../../../src/workspace/indexes/indexCache.ts'
import { SearchIndexes } from '../../../src/workspace/indexes/searchIndexes.ts'
import { editorHost } from '../../../src/vscode/host.ts'
import { instrument, measure } from '../../core/search/smallCorpus.ts'
import { suite, test } from '../mocha.ts'

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/')
const folder = vscode.Uri.joinPath(workspace, '.index-test')
const log = { warn: (): void => undefined }
const { fs } = vscode.workspace
const cacheIn = (place: vscode.Uri): IndexCache =>
  new IndexCache(editorHost.files, place.toString(), log)

interface Plan {
  readonly instrument: Instrument
  readonly provisions: readonly [Instrument, Measure]
}

function plan(id: string, title: string): Plan {
  const source = { file: `${id}.md`, line: 1, column: 1, span: { start: 0, end: 0 } }
  const whole = instrument(id, `Plan ${id}`, { source })
  return { instrument: whole, provisions: [whole, measure(`${id}:1`, title, { source })] }
}

const by = { place: 'work', hashOf: (file: string): string => `hash of ${file}` }
const byChanged = { ...by, hashOf: (file: string): string => `${by.hashOf(file)}, changed` }

function found(indexes: SearchIndexes, corpus: Corpus, text: string): readonly string[] {
  return search(indexes.get(corpus), { text, limit: 9 }).map(({ provision }) => provision.key)
}

/** The indexes that are kept. */
async function keptFiles(): Promise<readonly string[]> {
  const names = (await fs.readDirectory(folder)).map(([name]) => name)
  return names.filter((name) => !name.endsWith('.list'))
}

suite('the indexes of the analyst’s own corpora', () => {
  teardown(async () => {
    await fs.delete(folder, { recursive: true })
  })

  test('an instrument that did not change keeps its segment; a new start reads all from the cache', async () => {
    const [one, two, other] = [plan('one', 'Grids'), plan('two', 'Chips'), plan('two', 'Ports')]
    const indexes = new SearchIndexes(cacheIn(folder))
    const corpus = createCorpus([one, two], [])
    await indexes.prepare(corpus, by)
    assert.deepEqual(indexes.effort, { instruments: 2, compiled: 1, read: 0 })
    assert.deepEqual(found(indexes, corpus, 'chips'), ['two:1'])
    const changed = createCorpus([one, other], [])
    await indexes.prepare(changed, byChanged)
    assert.deepEqual(indexes.effort, { instruments: 3, compiled: 2, read: 0 })
    assert.deepEqual(found(indexes, changed, 'ports'), ['two:1'])
    assert.deepEqual(found(indexes, changed, 'chips'), [])
    await indexes.merged
    assert.deepEqual(indexes.effort, { instruments: 5, compiled: 3, read: 0 })
    assert.deepEqual(found(indexes, changed, 'ports'), ['two:1'])
    const later = new SearchIndexes(cacheIn(folder))
    await later.prepare(createCorpus([plan('one', 'Grids'), plan('two', 'Ports')], []), byChanged)
    assert.deepEqual(later.effort, { instruments: 0, compiled: 0, read: 1 })
  })

  test('case 49: a kept index that is cut, bit-flipped, of another corpus or another file is made anew', async () => {
    const corpus = createCorpus([plan('one', 'Grids')], [])
    const first = new SearchIndexes(cacheIn(folder))
    await first.prepare(corpus, by)
    const [name = ''] = await keptFiles()
    const place = vscode.Uri.joinPath(folder, name)
    const whole = Uint8Array.from(await fs.readFile(place))
    const flipped = whole.slice()
    flipped[200] = (flipped[200] ?? 0) ^ 1
    const foreign = whole.slice()
    foreign.set(compileIndex(createCorpus([plan('two', 'Chips')], [])).subarray(0, 40), 64)
    const renamed = whole.slice()
    renamed[0] = 0x78
    for (const bytes of [whole.slice(0, 150), flipped, foreign, renamed, new Uint8Array(0)]) {
      await fs.writeFile(place, bytes)
      const indexes = new SearchIndexes(cacheIn(folder))
      const again = createCorpus([plan('one', 'Grids')], [])
      await indexes.prepare(again, by)
      assert.deepEqual(indexes.effort, { instruments: 1, compiled: 1, read: 0 })
      assert.deepEqual(found(indexes, again, 'grids'), ['one:1'])
      assert.deepEqual(Uint8Array.from(await fs.readFile(place)), whole, 'it is whole again')
    }
  })

  test('case 48: what a start that was killed left half written is not read, and goes', async () => {
    const cache = cacheIn(folder)
    const name = await cacheName(['one'])
    const left = vscode.Uri.joinPath(folder, `${name}.1.part`)
    await fs.writeFile(left, new Uint8Array([1, 2, 3]))
    assert.equal(await cache.read(name), undefined)
    const corpus = createCorpus([plan('one', 'Grids')], [])
    await cache.write(name, compileIndex(corpus))
    assert.deepEqual(await keptFiles(), [name])
    const kept = await cache.read(name)
    assert.ok(kept && readSegment(kept, corpus.provisions))
  })

  test('case 49: where nothing can be kept, indexes are made all the same', async () => {
    await fs.writeFile(folder, new Uint8Array(1))
    const indexes = new SearchIndexes(cacheIn(vscode.Uri.joinPath(folder, 'in', 'a', 'file')))
    const corpus = createCorpus([plan('one', 'Grids')], [])
    await indexes.prepare(corpus, by)
    assert.deepEqual(found(indexes, corpus, 'grids'), ['one:1'])
  })
})
