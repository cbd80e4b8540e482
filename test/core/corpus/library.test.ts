import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'
import fc from 'fast-check'
import { compileLibrary } from '../../../src/core/corpusFile/compileLibrary.ts'
import { readLibrary } from '../../../src/core/corpus/library.ts'
import { writeLibrary } from '../../../src/core/corpus/writeLibrary.ts'
import { corpusOf, fixtureCorpus, fixtureFiles, readFixture } from '../../support/fixtureLibrary.ts'

test('the library read back is the corpus that was compiled', () => {
  const { json, troubles } = compileLibrary(fixtureFiles())
  assert.deepEqual(troubles, [])
  assert.deepEqual(readLibrary(json), fixtureCorpus())
})

test('hostile texts and unknown fields go through the compiled library unchanged', () => {
  const files = [...fixtureFiles(), readFixture('hostile.md')]
  const { json, troubles } = compileLibrary(files)
  assert.ok(troubles.length > 10)
  assert.deepEqual(troubles, corpusOf(files).troubles)
  assert.deepEqual(readLibrary(json), { ...corpusOf(files), troubles: [] })
})

test('a library without instruments is a library', () => {
  const { json } = compileLibrary([])
  assert.equal(readLibrary(json)?.instruments.length, 0)
})

test('compiling twice gives the same bytes, and writing what was read gives them again', () => {
  const { json } = compileLibrary(fixtureFiles())
  assert.equal(compileLibrary(fixtureFiles()).json, json)
  const corpus = readLibrary(json)
  assert.ok(corpus !== undefined)
  assert.equal(writeLibrary(corpus), json)
})

test('case 31: case 49: a library of another version or format is not read', () => {
  const { json } = compileLibrary(fixtureFiles())
  assert.equal(readLibrary(json.replace('"version":3', '"version":1')), undefined)
  assert.equal(readLibrary(json.replace('"version":3', '"version":"3"')), undefined)
  assert.equal(readLibrary(json.replace('policy-citation-library', 'other')), undefined)
  for (const other of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"__proto__":{"format":"policy-citation-library"}}',
  ]) {
    assert.equal(readLibrary(other), undefined, other)
  }
})

test('case 49: a library cut anywhere is not read', () => {
  const { json } = compileLibrary(fixtureFiles())
  for (let length = 0; length < json.length; length += 97) {
    assert.equal(readLibrary(json.slice(0, length)), undefined)
  }
})

test('case 49: a value of another type, or none, in place of any other never throws and never gives half a library', () => {
  const whole: unknown = JSON.parse(compileLibrary(fixtureFiles()).json)
  const keys = fixtureCorpus().provisions.map(({ key }) => key)
  const strange = fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    1e99,
    '',
    'x',
    [],
    {},
    [null],
    [[]],
    true,
    { length: 1 },
  )
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1000)), strange, (path, value) => {
      const corpus = readLibrary(JSON.stringify(replacedAt(whole, path, value)))
      if (corpus === undefined) return
      for (const { key, children } of corpus.provisions) {
        assert.equal(typeof key, 'string')
        for (const child of children) assert.ok(corpus.byKey.has(child))
      }
      assert.ok(corpus.provisions.length <= keys.length)
    }),
    { numRuns: 2000 },
  )
})

/** `value` with `put` in the place that `path` leads to, as deep as there is something. */
function replacedAt(value: unknown, path: Iterator<number>, put: unknown): unknown {
  if (typeof value !== 'object' || value === null) return put
  const entries = Object.entries(value)
  const step = Number(path.next().value) % (entries.length + 1)
  if (step === entries.length) return put
  const changed = entries.map(([name, member], index): [string, unknown] =>
    index === step ? [name, replacedAt(member, path, put)] : [name, member],
  )
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed)
}

test('two provisions with one key, or a parent that comes later, are damage', () => {
  const { json } = compileLibrary(fixtureFiles())
  assert.equal(readLibrary(json.replace('"path":"I.1.2"', '"path":"I.1.1"')), undefined)
  assert.equal(readLibrary(json.replace('"up":0', '"up":99')), undefined)
  assert.equal(readLibrary(json.replace('"path":"I.1.2"', '"path":"I.1.\u0430"')), undefined)
  assert.equal(readLibrary(json.replace('https://harbours', 'http://harbours')), undefined)
  assert.equal(readLibrary(json.replace('"kind":"pillar"', '"kind":"constructor"')), undefined)
})

test('reading the library brings neither unified nor js-yaml with it; compiling does', async () => {
  assert.deepEqual(await packagesOf('src/core/corpus/library.ts'), [])
  assert.deepEqual(await packagesOf('src/core/corpus/corpus.ts'), [])
  const compiling = await packagesOf('src/core/corpusFile/compileLibrary.ts')
  assert.ok(compiling.includes('unified') && compiling.includes('js-yaml'))
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
    (input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1],
  )
  return [...new Set(names)].filter((name) => name !== undefined)
}
