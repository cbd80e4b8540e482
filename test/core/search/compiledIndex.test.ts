import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { readIndex, writeIndex } from '../../../src/core/search/compiledIndex.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from './libraryCorpus.ts'

for (const [name, corpus] of [
  ['the fixture library', fixtureCorpus()],
  ['the library', libraryCorpus()],
  ['nothing', emptyCorpus],
] as const) {
  test(`the index of ${name} comes back as it was made`, () => {
    const index = createSearchIndex(corpus)
    assert.deepEqual(readIndex(writeIndex(index), corpus), index)
  })
}

test('the bytes may begin anywhere in their buffer', () => {
  const corpus = fixtureCorpus()
  const bytes = writeIndex(createSearchIndex(corpus))
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  assert.ok(readIndex(shifted.subarray(3), corpus) !== undefined)
})

test('case 49: an index cut, bit-flipped, of another version or of another corpus is not read', () => {
  const corpus = fixtureCorpus()
  const bytes = writeIndex(createSearchIndex(corpus))
  for (let length = 0; length < bytes.length; length += 1013) {
    assert.equal(readIndex(bytes.subarray(0, length), corpus), undefined)
  }
  for (let at = 0; at < bytes.length; at += 401) {
    const flipped = bytes.slice()
    flipped[at] = (flipped[at] ?? 0) ^ 0x10
    assert.equal(readIndex(flipped, corpus), undefined, `a bit of byte ${String(at)}`)
  }
  assert.equal(readIndex(bytes, libraryCorpus()), undefined)
  assert.equal(readIndex(bytes, emptyCorpus), undefined)
})
