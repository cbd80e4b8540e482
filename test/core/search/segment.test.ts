import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { oneBehindTheOther } from '../../../src/core/search/index/segmentPlace.ts'
import { search } from '../../../src/core/search/search.ts'
import {
  compileIndex,
  createSearchIndex,
  searchIndexOf,
  readSegment,
} from '../../../src/core/search/searchIndex.ts'
import { damagesOf } from '../../support/damages.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { typedQueries } from './typedQueries.ts'

test('the same corpus gives the same bytes', () => {
  const corpus = fixtureCorpus()
  assert.deepEqual(compileIndex(corpus), compileIndex(corpus))
})

test('a segment read from its bytes finds what the index that it was compiled with finds', () => {
  const corpus = libraryCorpus()
  const segment = readSegment(compileIndex(corpus), corpus.provisions)
  assert.ok(segment)
  const [read, made] = [
    searchIndexOf(corpus, oneBehindTheOther([segment])),
    createSearchIndex(corpus),
  ]
  for (const { text } of typedQueries) {
    assert.deepEqual(search(read, { text, limit: 20 }), search(made, { text, limit: 20 }), text)
  }
})

test('segments of single instruments find what one segment of all finds', () => {
  const corpus = libraryCorpus()
  const segments = corpus.instruments.map((instrument) => {
    const provisions = corpus.provisions.filter(
      ({ key }) => key === instrument.key || key.startsWith(`${instrument.key}:`),
    )
    const alone = { ...corpus, instruments: [instrument], provisions }
    const segment = readSegment(compileIndex(alone), provisions)
    assert.ok(segment)
    return segment
  })
  const [parted, whole] = [
    searchIndexOf(corpus, oneBehindTheOther(segments)),
    createSearchIndex(corpus),
  ]
  for (const { text } of typedQueries) {
    assert.deepEqual(search(parted, { text, limit: 20 }), search(whole, { text, limit: 20 }), text)
  }
})

test('an empty corpus has a segment, too', () => {
  assert.equal(readSegment(compileIndex(emptyCorpus), [])?.size, 0)
})

test('the bytes may begin anywhere in their buffer', () => {
  const corpus = fixtureCorpus()
  const bytes = compileIndex(corpus)
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  assert.ok(readSegment(shifted.subarray(3), corpus.provisions) !== undefined)
})

test('case 49: an index cut, bit-flipped, of another version or of another corpus is not read', () => {
  const corpus = fixtureCorpus()
  const bytes = compileIndex(corpus)
  for (let length = 0; length < bytes.length; length += 1013) {
    assert.equal(readSegment(bytes.subarray(0, length), corpus.provisions), undefined)
  }
  for (let at = 0; at < bytes.length; at += 401) {
    const flipped = bytes.slice()
    flipped[at] = (flipped[at] ?? 0) ^ 0x10
    assert.equal(readSegment(flipped, corpus.provisions), undefined, `a bit of byte ${String(at)}`)
  }
  assert.equal(readSegment(bytes, libraryCorpus().provisions), undefined)
  assert.equal(readSegment(bytes, emptyCorpus.provisions), undefined)
})

test('case 49: none of thousands of damages to the index of the library is read', () => {
  const corpus = libraryCorpus()
  const bytes = compileIndex(corpus)
  const damages = Array.from(damagesOf(bytes, 3000), ({ how, bytes: damaged }) => ({
    how,
    isRead: readSegment(damaged, corpus.provisions) !== undefined,
  }))
  assert.ok(damages.length >= 3000)
  assert.deepEqual(
    damages.filter(({ isRead }) => isRead),
    [],
  )
})
