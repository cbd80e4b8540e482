import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { assembleCorpus } from '../../src/core/corpusFile/assembleCorpus.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import type { AttachedDocument } from '../../src/core/official/attachedDocument.ts'
import { evidenceFor } from '../../src/core/search/evidence.ts'
import { search } from '../../src/core/search/search.ts'
import { compileIndex } from '../../src/core/search/searchIndex.ts'
import { AttachedWords } from '../../src/workspace/indexes/attachedWords.ts'
import { IndexCache } from '../../src/workspace/indexes/indexCache.ts'
import { SearchIndexes } from '../../src/workspace/indexes/searchIndexes.ts'
import { Listeners } from '../../src/workspace/listeners.ts'
import { AttachedFiles } from '../../src/workspace/official/attachedFiles.ts'
import { OfficialTexts } from '../../src/workspace/official/officialTexts.ts'
import { MemoryHost } from './memoryHost.ts'

const library = parseCorpusFile(
  `---
id: xx-act
type: act
title: Act of the Isles
---

# Harbour lights {#1 kind=article}

- search: beacons

# Pilots {#2 kind=article}
`,
  'act.md',
)

function ownFile(title: string) {
  return parseCorpusFile(
    `---\nid: xx-own\ntype: act\ntitle: ${title}\n---\n\n# Ropes {#1}\n`,
    'own.md',
  )
}

const shipped = assembleCorpus([library])

/** A document of the act with these words in its first article. */
function act(sha: string, text: string): AttachedDocument {
  const parts = [{ level: 'measure', kind: 'article', label: '1', text, parts: [] } as const]
  const outline = { parts, unread: [] }
  return { instrument: 'xx-act', sha256: sha.repeat(64), name: `${sha}.pdf`, outline }
}

/** A window that searches the library, on what `host` has. */
class Window {
  readonly indexes: SearchIndexes
  readonly official: OfficialTexts
  readonly words: AttachedWords
  readonly #changed = new Listeners<Corpus>()
  current = shipped

  constructor(host: MemoryHost) {
    const fail = (line: string): void => {
      throw new Error(line)
    }
    const log = { warn: fail, error: fail }
    const cache = new IndexCache(host.files, 'memory:/indexes', log)
    this.indexes = new SearchIndexes(cache)
    assert.ok(this.indexes.adopt(shipped, compileIndex(shipped)))
    this.official = new OfficialTexts(new AttachedFiles(host.files, 'memory:/official', log), host)
    const { indexes, official } = this
    this.words = new AttachedWords({ source: this, official, indexes, log, cache })
  }

  get onDidChange() {
    return this.#changed.event
  }

  async use(corpus: Corpus): Promise<void> {
    await this.indexes.prepare(corpus, { place: 'memory:/work', hashOf: (file) => file })
    this.current = corpus
    this.#changed.tell(corpus)
    await this.words.ready
  }

  async attach(document: AttachedDocument): Promise<void> {
    await this.official.attach(document, this.current)
    await this.words.ready
  }

  found(text: string): readonly string[] {
    return search(this.indexes.get(this.current), { text, limit: 9 }).map(
      ({ provision }) => provision.key,
    )
  }

  dispose(): void {
    this.words.dispose()
    this.official.dispose()
    this.#changed.dispose()
  }
}

test('what is attached is searched by its words until it is detached, and each is compiled once', async () => {
  const window = new Window(new MemoryHost())
  await window.words.ready
  const plain = window.indexes.get(shipped)
  assert.deepEqual(window.found('lanterns'), [])
  await window.attach(act('a', 'Lanterns burn at night.'))
  assert.deepEqual(window.found('lanterns'), ['xx-act:1'])
  assert.deepEqual(window.found('beacons'), ['xx-act:1'], 'search phrases stay')
  const [provision] = search(window.indexes.get(shipped), { text: 'lanterns', limit: 1 })
  assert.ok(provision)
  const query = { text: 'lanterns', limit: 1 }
  assert.deepEqual(
    evidenceFor(window.indexes.get(shipped), query, provision.provision).map(({ field }) => field),
    ['official'],
  )
  await window.attach(act('b', 'Lamps burn at night.'))
  assert.deepEqual([window.found('lanterns'), window.found('lamps')], [[], ['xx-act:1']])
  assert.deepEqual(window.words.effort, { compiled: 2, read: 0 })
  const [attached] = window.official.attached(shipped)
  await window.official.detach(attached?.id ?? '')
  await window.words.ready
  assert.deepEqual(window.found('lamps'), [])
  assert.deepEqual(window.indexes.get(shipped).segments, plain.segments)
  assert.deepEqual(window.words.effort, { compiled: 2, read: 0 })
  window.dispose()
})

test('the next start reads what was compiled, and another corpus with the same library uses it', async () => {
  const host = new MemoryHost()
  const window = new Window(host)
  await window.attach(act('a', 'Lanterns burn at night.'))
  window.dispose()
  const next = new Window(host)
  await next.words.ready
  assert.deepEqual(next.found('lanterns'), ['xx-act:1'])
  assert.deepEqual(next.words.effort, { compiled: 0, read: 1 })
  for (const title of ['Ropes', 'Knots']) {
    await next.use(assembleCorpus([library, ownFile(title)]))
    assert.deepEqual(next.found('lanterns'), ['xx-act:1'])
    assert.ok(next.found('ropes').includes('xx-own:1'))
    assert.deepEqual(next.words.effort, { compiled: 0, read: 1 })
  }
  next.dispose()
})

test('with nothing attached no index is made anew', async () => {
  const window = new Window(new MemoryHost())
  const index = window.indexes.get(shipped)
  await window.use(shipped)
  assert.equal(window.indexes.get(shipped), index)
  assert.deepEqual(window.words.effort, { compiled: 0, read: 0 })
  window.dispose()
})
