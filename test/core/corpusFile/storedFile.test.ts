import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import type { CorpusFile } from '../../../src/core/corpusFile/corpusFile.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { fileIn, storedFile } from '../../../src/core/corpusFile/storedFile.ts'
import { browsingOrder } from '../../../src/core/search/browsingOrder.ts'
import { formerKeysOf, type Corpus } from '../../../src/core/corpus/corpus.ts'
import { fixtureFiles, readFixture } from '../../support/fixtureLibrary.ts'

const root = new URL('../../..', import.meta.url)

/** All corpus files that we have. */
const allFiles = readAllFiles()

function readAllFiles(): readonly CorpusFile[] {
  const ofFolder = (folder: string): readonly CorpusFile[] =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.md'))
      .map((name) => parseCorpusFile(readFileSync(new URL(folder + name, root), 'utf8'), name))
  return [
    ...ofFolder('corpus/'),
    ...ofFolder('examples/'),
    ...[...fixtureFiles(), readFixture('hostile.md')].map(({ name, text }) =>
      parseCorpusFile(text, name),
    ),
  ]
}

/** `file`, as another thread has it. */
function sent(file: CorpusFile): CorpusFile {
  const bytes = storedFile(file)
  const { buffer } = structuredClone(bytes, { transfer: [bytes.buffer] })
  return fileIn(new Uint8Array(buffer)) ?? assert.fail('not read')
}

/** `file` with its provisions as an array. */
function whole(file: CorpusFile): CorpusFile {
  if (file.kind !== 'instrument') return file
  const { instrument, provisions } = file.file
  return { ...file, file: { instrument, provisions: [...provisions] } }
}

test('every corpus file is in its bytes what it was, and gives the same bytes again', () => {
  const kinds = new Set<string>()
  for (const file of allFiles) {
    kinds.add(file.kind)
    assert.deepEqual(whole(sent(file)), whole(file))
    assert.deepEqual(storedFile(sent(file)), storedFile(file))
  }
  assert.deepEqual(kinds, new Set(['failed', 'register', 'instrument', 'glossary', 'relations']))
})

/** The corpus of the files that we have as objects, and the same of their bytes, the library's behind it. */
function corpora(): readonly [Corpus, Corpus] {
  const base = assembleCorpus(allFiles.slice(0, 4))
  return [assembleCorpus(allFiles, base), assembleCorpus(allFiles.map(sent), base)]
}

test('a corpus of bytes is the corpus of the same files, provision by provision and key by key', () => {
  const [objects, bytes] = corpora()
  assert.deepEqual(
    { ...bytes, provisions: [...bytes.provisions], byKey: new Map(bytes.byKey) },
    { ...objects, byKey: objects.byKey },
  )
  assert.deepEqual([...browsingOrder(bytes)], [...browsingOrder(objects)])
  for (const [at, provision] of objects.provisions.entries()) {
    const same = bytes.provisions.at(at) ?? assert.fail(provision.key)
    assert.deepEqual(formerKeysOf(bytes, same), formerKeysOf(objects, provision))
  }
})

test('a provision made of bytes is the same object to whoever asks, as long as one holds it', () => {
  const [, { provisions, byKey, instruments }] = corpora()
  for (const [at, provision] of provisions.entries()) {
    assert.equal(provisions.at(at), provision)
    assert.equal(byKey.get(provision.key), provision)
    assert.equal(provisions.indexOf(provision), at)
    assert.equal(provisions.slice(at, at + 1).at(0), provision)
  }
  for (const instrument of instruments) assert.equal(byKey.get(instrument.key), instrument)
})

test('no key but those of the corpus is found, in another case only when asked for in any', () => {
  const [objects, bytes] = corpora()
  for (const key of objects.byKey.keys()) {
    for (const other of [`${key}x`, key.slice(0, -1), key.toUpperCase(), `${key}:1`, `${key}é`]) {
      assert.equal(bytes.byKey.get(other)?.key, objects.byKey.get(other)?.key, other)
      assert.equal(bytes.byKey.has(other), objects.byKey.has(other))
    }
  }
  for (const none of ['', ':', 'eu-ai-act:', 'eu-ai-act::1', '\0'])
    assert.ok(!bytes.byKey.has(none))
})

test('bytes that are cut, of another version or of something else are no corpus file', () => {
  const [file] = allFiles.filter(({ kind }) => kind === 'instrument')
  const bytes = storedFile(file ?? assert.fail())
  const refused = [0, 3, 15, 16, 40, bytes.length - 1].map((end) => bytes.slice(0, end))
  for (const one of [...refused, bytes.toReversed()]) assert.equal(fileIn(one), undefined)
  const moved = new Uint8Array(bytes.length + 1)
  moved.set(bytes, 1)
  assert.deepEqual(fileIn(moved.subarray(1)), fileIn(bytes), 'wherever they begin')
})
