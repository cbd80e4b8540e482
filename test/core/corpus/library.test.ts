import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'
import { compileLibrary } from '../../../src/core/corpusFile/compileLibrary.ts'
import { headerOf, readLibrary } from '../../../src/core/corpus/library.ts'
import { writeLibrary } from '../../../src/core/corpus/writeLibrary.ts'
import { damagesOf, type Damaged } from '../../support/damages.ts'
import { corpusOf, fixtureCorpus, fixtureFiles, readFixture } from '../../support/fixtureLibrary.ts'
import { readBack } from '../../support/readBack.ts'
import { libraryAnew, libraryCorpus } from '../search/libraryCorpus.ts'

test('the library read back is the corpus that was compiled', () => {
  const { bytes, troubles } = compileLibrary(fixtureFiles())
  assert.deepEqual(troubles, [])
  assert.deepEqual(readBack(bytes), fixtureCorpus())
})

test('the library that ships is, read back, the corpus of its files', () => {
  const { troubles, ...corpus } = libraryAnew()
  assert.deepEqual(troubles, [])
  assert.deepEqual(readBack(writeLibrary({ ...corpus, troubles })), { ...corpus, troubles })
})

test('hostile texts and unknown fields go through the compiled library unchanged', () => {
  const files = [...fixtureFiles(), readFixture('hostile.md')]
  const { bytes, troubles } = compileLibrary(files)
  assert.ok(troubles.length > 10)
  assert.deepEqual(troubles, corpusOf(files).troubles)
  assert.deepEqual(readBack(bytes), { ...corpusOf(files), troubles: [] })
})

test('a library without instruments is a library', () => {
  assert.equal(readBack(compileLibrary([]).bytes).instruments.length, 0)
})

test('what is read is frozen through and through, before and after it was shown', () => {
  const corpus = readBack(compileLibrary(fixtureFiles()).bytes)
  for (const provision of corpus.provisions) {
    assert.ok(isFrozen(provision), provision.key)
    assert.equal(provision.titles, provision.titles, 'parsed once')
  }
  for (const agency of corpus.agencies.values()) assert.ok(isFrozen(agency), agency.code)
  assert.ok(isFrozen(corpus.relations) && isFrozen(corpus.terms))
})

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isFrozen)
}

test('a provision copied with something else of its own keeps what its text says', () => {
  const [plan] = readBack(compileLibrary(fixtureFiles()).bytes).provisions
  assert.ok(plan !== undefined)
  assert.deepEqual({ ...plan, aliases: ['x'] }.titles, fixtureCorpus().provisions.at(0)?.titles)
})

test('compiling twice gives the same bytes, and writing what was read gives them again', () => {
  const { bytes } = compileLibrary(fixtureFiles())
  assert.deepEqual(compileLibrary(fixtureFiles()).bytes, bytes)
  assert.deepEqual(writeLibrary(readBack(bytes)), bytes)
})

test('every line of a library is JSON: a header, the structure, and a text for each provision', () => {
  const { bytes } = compileLibrary(fixtureFiles())
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n')
  assert.equal(lines.length, 2 + fixtureCorpus().provisions.length)
  for (const line of lines) assert.equal(typeof JSON.parse(line), 'object')
})

test('case 31: case 49: a library of another version is told from a damaged one, and what is no library is damaged', () => {
  const text = new TextDecoder().decode(compileLibrary(fixtureFiles()).bytes)
  assert.equal(refusalOf(text.replace('"version":9', '"version":10')), 'otherVersion')
  assert.equal(refusalOf(text.replace('"version":9', '"version":"6"')), 'damaged')
  assert.equal(refusalOf(text.replace('policy-citation-library', 'other')), 'damaged')
  assert.equal(
    refusalOf('{"format":"policy-citation-library","version":3,"agencies":[]}'),
    'otherVersion',
  )
  for (const other of ['', '{', 'null', '[]', '\n', '\n\n', '{}\n{}\n']) {
    assert.equal(refusalOf(other), 'damaged', other)
  }
})

test('case 49: what has a header that fits, but is no library behind it, is refused without throwing', () => {
  for (const rest of ['', '{', 'null\n', '{}\n', '[]\n', '{"provisions":[{}],"shapes":[]}\n']) {
    assert.equal(refusalOf(headerOf(new TextEncoder().encode(rest)) + rest), 'damaged', rest)
  }
})

function refusalOf(text: string): string | undefined {
  const reading = readLibrary(new TextEncoder().encode(text))
  return 'refused' in reading ? reading.refused.why : undefined
}

test('case 49: a library with any one bit flipped is not read', () => {
  const { bytes } = compileLibrary(fixtureFiles())
  const accepted: string[] = []
  for (let at = 0; at < bytes.length; at++) {
    const bit = 1 << (at % 8)
    bytes[at] = (bytes[at] ?? 0) ^ bit
    if ('corpus' in readLibrary(bytes)) accepted.push(`bit ${at % 8} of ${at}`)
    bytes[at] = (bytes[at] ?? 0) ^ bit
  }
  assert.deepEqual(accepted, [])
  assert.deepEqual(readBack(bytes), fixtureCorpus())
})

test('case 49: none of thousands of damages to the library that ships is read', () => {
  const bytes = writeLibrary(libraryCorpus())
  const damages = [...howRead(damagesOf(bytes, 2000))]
  assert.ok(damages.length >= 2000)
  assert.deepEqual(
    damages.filter(({ isRead }) => isRead),
    [],
  )
})

function* howRead(damages: Iterable<Damaged>): Generator<{ how: string; isRead: boolean }> {
  for (const { how, bytes } of damages) yield { how, isRead: 'corpus' in readLibrary(bytes) }
}

test('reading the library brings no parser with it; compiling does', async () => {
  assert.deepEqual(await packagesOf('src/core/corpus/library.ts'), [])
  assert.deepEqual(await packagesOf('src/core/corpus/corpus.ts'), [])
  const compiling = await packagesOf('src/core/corpusFile/compileLibrary.ts')
  assert.ok(compiling.includes('mdast-util-from-markdown') && compiling.includes('js-yaml'))
})

/** The npm packages that a module of ours imports, itself or through others. */
async function packagesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: new URL('../../..', import.meta.url).pathname,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    logLevel: 'silent',
  })
  const names = Object.keys(metafile.inputs).map(
    (input) => /\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1],
  )
  return [...new Set(names)].filter((name) => name !== undefined)
}
