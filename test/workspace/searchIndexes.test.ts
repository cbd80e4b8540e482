import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createCorpus, type Corpus } from '../../src/core/corpus/corpus.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { evidenceFor } from '../../src/core/search/evidence.ts'
import { search } from '../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../src/core/search/searchIndex.ts'
import { searchSentence } from '../../src/core/search/searchSentence.ts'
import { IndexCache } from '../../src/workspace/indexes/indexCache.ts'
import { CorpusWork } from '../../src/workspace/tasks/corpusWork.ts'
import { SearchIndexes } from '../../src/workspace/indexes/searchIndexes.ts'
import { division, instrument, measure } from '../core/search/smallCorpus.ts'
import { MemoryHost } from './memoryHost.ts'

const silent = { warn: (line: string): void => assert.fail(line) }

/** Words that make up titles. */
const words = 'amber birch copper delta ember fjord grove harbour iron jetty kelp lantern'.split(
  ' ',
)

interface Plan {
  readonly provisions: readonly [Provision, ...Provision[]]
}

/** A plan of two measures in a section; `edition` tells what it says, and the hash of its file. */
function plan(number: number, edition = 0): Plan {
  const id = `xx-plan-${String(number)}`
  const file = `${id}.md ${String(edition)}`
  const source = { file, line: 1, column: 1, span: { start: 0, end: 0 } }
  const title = (at: number): string =>
    [number + at, number * 5 + at * 3 + edition, number * 7 + edition]
      .map((word) => words[word % words.length])
      .join(' ')
  const section = `${id}:sec-1`
  return {
    provisions: [
      instrument(id, `Plan of ${words[number % words.length] ?? ''} ${String(number)}`, { source }),
      { ...division(section, { en: title(9) }, { kind: 'section' }), source },
      measure(`${section}.1`, title(1), { source }),
      measure(`${section}.2`, title(2), { source, summary: { en: `About ${title(4)}.` } }),
    ],
  }
}

const by = { place: 'memory:/desk', hashOf: (file: string): string => `hash of ${file}` }

const queries = [
  ...words,
  ...words.map((word) => word.slice(1)),
  ...words.map((word) => `${word.slice(0, 2)} ${words[3] ?? ''}`),
  'lantrn',
  'xx-plan-7',
  'plan-7:sec-1.2',
  'sec-1.1',
]

/** All that `index` finds. How rare a word is counts what is masked until that is merged: the order may differ a little. */
function answersOf(index: SearchIndex): readonly unknown[] {
  return queries.map((text) =>
    search(index, { text, limit: 1000 })
      .map(({ provision }) => provision.key)
      .sort(),
  )
}

/** That `index` answers as one that was made at once of all that `corpus` has. */
function assertAnswersAsNew(index: SearchIndex, corpus: Corpus): void {
  const keys = new Set<string>(corpus.provisions.map(({ key }) => key))
  const [given, fresh] = [answersOf(index), answersOf(createSearchIndex(corpus))]
  for (const [at, text] of queries.entries()) assert.deepEqual(given[at], fresh[at], text)
  assert.ok(given.flat().every((key) => keys.has(String(key))))
}

/** The plans with these numbers; those in `changed` in their next edition. */
function plans(numbers: readonly number[], changed: readonly number[] = []): readonly Plan[] {
  return numbers.map((number) => plan(number, changed.includes(number) ? 1 : 0))
}

function from(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number)
}

suite(
  'case 41: an index in the product’s shape: one segment for all, a small one for what changes',
  () => {
    test('many instruments are compiled together; one that changes costs itself, and no more', async () => {
      const all = plans(from(60))
      const indexes = new SearchIndexes()
      const corpus = createCorpus(all, [])
      await indexes.prepare(corpus, by)
      assert.deepEqual(indexes.effort, { instruments: 60, compiled: 1, read: 0 })
      assert.equal(indexes.get(corpus).segments.length, 1)
      const changed = createCorpus(all.toSpliced(20, 1, plan(20, 1)), [])
      await indexes.prepare(changed, by)
      assert.deepEqual(indexes.effort, { instruments: 61, compiled: 2, read: 0 })
      assert.equal(indexes.get(changed).segments.length, 2)
      assertAnswersAsNew(indexes.get(changed), changed)
      await indexes.merged
      assert.deepEqual(indexes.effort, { instruments: 61, compiled: 2, read: 0 }, 'it is small')
    })

    test('a merge that fails is told in the log; all is found as before, and merged behind the next change', async () => {
      const told: string[] = []
      const log = { warn: (line: string) => void told.push(line) }
      let isFirst = true
      /** Fails at the first merge: what is prepared behind the first time is one instrument. */
      class FailingWork extends CorpusWork {
        override compile(...asked: Parameters<CorpusWork['compile']>): Promise<Uint8Array> {
          const isMerge =
            asked[0].provisions.filter(({ level }) => level === 'instrument').length > 1
          if (isMerge && !isFirst && told.length === 0) return Promise.reject(new Error('no room'))
          isFirst = false
          return super.compile(...asked)
        }
      }
      const indexes = new SearchIndexes(undefined, new FailingWork(), log)
      let state = plans(from(20))
      const save = async (edition: number): Promise<Corpus> => {
        state = state.toSpliced(edition % 20, 1, plan(edition % 20, edition))
        const corpus = createCorpus(state, [])
        await indexes.prepare(corpus, by)
        await indexes.merged
        return corpus
      }
      let corpus = createCorpus(state, [])
      for (let edition = 1; told.length === 0 && edition < 20; edition++)
        corpus = await save(edition)
      assert.deepEqual(told, ['Indexes could not be merged: Error: no room'])
      assertAnswersAsNew(indexes.get(corpus), corpus)
      const before = indexes.get(corpus).segments.length
      corpus = await save(19)
      assertAnswersAsNew(indexes.get(corpus), corpus)
      assert.ok(indexes.get(corpus).segments.length < before)
    })

    test('what is gone, new, changed back or stands elsewhere is found as it stands now, whatever came before', async () => {
      const indexes = new SearchIndexes()
      const kept = plans(from(30))
      const states: readonly (readonly Plan[])[] = [
        kept,
        kept.slice(3),
        kept.toReversed(),
        [...plans([40, 41]), ...kept.slice(0, 20)],
        [...kept.slice(0, 11), plan(11, 1), ...kept.slice(12)],
        kept,
        [],
        plans(from(30), [2, 3, 5]),
      ]
      for (const state of states) {
        const corpus = createCorpus(state, [])
        await indexes.prepare(corpus, by)
        assertAnswersAsNew(indexes.get(corpus), corpus)
        await indexes.merged
        assertAnswersAsNew(indexes.get(corpus), corpus)
      }
    })

    test('however often one instrument is saved, there are few segments, and each is much larger than what follows', async () => {
      const indexes = new SearchIndexes()
      let state = plans(from(100))
      let compiled = 0
      for (let edition = 0; edition < 120; edition++) {
        state = state.toSpliced(edition % 100, 1, plan(edition % 100, edition))
        const corpus = createCorpus(state, [])
        await indexes.prepare(corpus, by)
        assert.ok(indexes.get(corpus).segments.length <= 7)
        await indexes.merged
        const sizes = indexes.get(corpus).places.map(({ size }) => size)
        let behind = 0
        for (const size of sizes.toReversed()) {
          assert.ok(behind === 0 || size >= 4 * behind, String(sizes))
          behind += size
        }
        compiled = indexes.effort.instruments
      }
      // Merging costs each change a few times itself, not all of it.
      assert.ok(compiled < 100 + 120 * 15, String(compiled))
    })

    test('a sentence, and why something is offered, follow what stands now', async () => {
      const indexes = new SearchIndexes()
      const all = plans(from(40))
      await indexes.prepare(createCorpus(all, []), by)
      const corpus = createCorpus(all.toSpliced(7, 1, plan(7, 1)).toReversed(), [])
      await indexes.prepare(corpus, by)
      const [index, fresh] = [indexes.get(corpus), createSearchIndex(corpus)]
      for (const { titles, key } of corpus.provisions) {
        const text = titles.en
        const [given, expected] = [index, fresh].map((one) =>
          searchSentence(one, { text, limit: 5 }),
        )
        assert.equal(given?.[0]?.provision.key, expected?.[0]?.provision.key, key)
        for (const { provision } of search(index, { text, limit: 3 })) {
          assert.deepEqual(
            evidenceFor(index, { text, limit: 1 }, provision),
            evidenceFor(fresh, { text, limit: 1 }, provision),
          )
        }
      }
    })
  },
)

suite('what is kept of it', () => {
  function opened(host: MemoryHost): SearchIndexes {
    return new SearchIndexes(new IndexCache(host.files, 'memory:/kept', silent))
  }

  test('a second start reads few files, however many instruments there are, and compiles nothing', async () => {
    const host = new MemoryHost()
    const first = opened(host)
    for (const state of [plans(from(200)), plans(from(200), [4]), plans(from(200), [4, 9])]) {
      await first.prepare(createCorpus(state, []), by)
      await first.merged
    }
    const second = opened(host)
    const corpus = createCorpus(plans(from(200), [4, 9]), [])
    await second.prepare(corpus, by)
    assert.equal(second.effort.compiled, 0)
    assert.ok(second.effort.read <= 3)
    assertAnswersAsNew(second.get(corpus), corpus)
  })

  test('of what changed between two starts only that is compiled', async () => {
    const host = new MemoryHost()
    const first = opened(host)
    await first.prepare(createCorpus(plans(from(50)), []), by)
    const second = opened(host)
    const corpus = createCorpus(plans(from(50).slice(1), [30, 31]), [])
    await second.prepare(corpus, by)
    assert.deepEqual(second.effort, { instruments: 2, compiled: 1, read: 1 })
    assertAnswersAsNew(second.get(corpus), corpus)
  })

  test('what is in use stays, however much other folders keep; what is no more in use goes', async () => {
    const host = new MemoryHost()
    const here = opened(host)
    await here.prepare(createCorpus(plans(from(20)), []), by)
    for (let other = 0; other < 70; other++) {
      const elsewhere = { ...by, place: `memory:/other-${String(other % 10)}` }
      await opened(host).prepare(createCorpus(plans([other], [other]), []), elsewhere)
    }
    const again = opened(host)
    await again.prepare(createCorpus(plans(from(20)), []), by)
    assert.deepEqual(again.effort, { instruments: 0, compiled: 0, read: 1 })
    assert.ok(host.files.addresses.length <= 48 + 11 + 11)
  })

  test('a list that is damaged, or names what is not there, costs what it names, and no more', async () => {
    for (const damage of ['', 'x', '\n \n  ', `${'a'.repeat(64)}\n xx-plan-1 h 1\n`]) {
      const host = new MemoryHost()
      const first = opened(host)
      const corpus = createCorpus(plans(from(5)), [])
      await first.prepare(corpus, by)
      const [list] = host.files.addresses.filter((address) => address.endsWith('.list'))
      host.files.write(list ?? '', damage)
      const second = opened(host)
      await second.prepare(corpus, by)
      assert.equal(second.effort.compiled, 1)
      assertAnswersAsNew(second.get(corpus), corpus)
    }
  })

  test('one that is aborted leaves what there was', async () => {
    const indexes = new SearchIndexes()
    const corpus = createCorpus(plans(from(30)), [])
    await indexes.prepare(corpus, by)
    const next = createCorpus(plans(from(90), from(90)), [])
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    await assert.rejects(indexes.prepare(next, by, stop.signal), /enough/u)
    assertAnswersAsNew(indexes.get(corpus), corpus)
    await indexes.prepare(next, by)
    assertAnswersAsNew(indexes.get(next), next)
  })
})
