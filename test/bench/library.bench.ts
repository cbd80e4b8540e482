// Loading the library that ships, from bytes to a corpus, and taking its index into use; beside it plain
// `JSON.parse` of everything. First again and again in one process, then the first time in fresh ones,
// as in a window that opens. `node test/bench/library.bench.ts [rounds] [processes]`
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { writeLibrary } from '../../scripts/build.mjs'
import { readBack } from '../support/readBack.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { printRow, printTitle, quantiles } from './measured.ts'

const rounds = roundsAsked(300)
const processes = sized(Number(process.argv[3] ?? 20), 1)
const warmUp = sized(30, 1)
const root = join(import.meta.dirname, '../..')

/** What is timed, by what the table calls it. */
const program = `
import { readFileSync } from 'node:fs'
import { createCorpus } from './src/core/corpus/corpus.ts'
import { readLibrary } from './src/core/corpus/library.ts'
import { openSegment } from './src/core/search/index/segment.ts'
import { readSegment } from './src/core/search/searchIndex.ts'
import { crc32 } from './src/core/text/bytes/checksum.ts'
const [library, index, plain] = ['library.json', 'library.index', 'plain.json'].map(
  (name) => readFileSync(__dirname + '/' + name),
)
const parsed = () => JSON.parse(new TextDecoder().decode(plain))
export const works = {
  'the library': () => readLibrary(library).corpus,
  '  its checksum alone': () => crc32(library),
  'its index': () => openSegment(index).size,
  '  its checksum alone, index': () => crc32(index),
  'both': () => readSegment(index, readLibrary(library).corpus.provisions).size,
  'JSON.parse of everything': parsed,
  '  made a frozen corpus': () => {
    const { provisions, agencies, relations, terms } = parsed()
    return createCorpus([{ provisions }], agencies, relations, [], terms)
  },
}
`

/** The library as it ships, and all of it as plain JSON. */
async function writeFiles(folder: string): Promise<void> {
  await writeLibrary(folder)
  const library = join(folder, 'library.json')
  writeFileSync(join(folder, 'plain.json'), plainJson(readBack(readFileSync(library))))
  for (const name of ['library.json', 'library.index', 'plain.json']) tellSize(join(folder, name))
}

function tellSize(file: string): void {
  const bytes = readFileSync(file)
  const [raw, packed] = [bytes.length, gzipSync(bytes).length]
  console.log(
    `${file.replace(/.*\//u, '').padEnd(16)} ${String(raw)} bytes, ${String(packed)} gzip`,
  )
}

/** What of `corpus` is not made of the rest. */
function plainJson({ agencies, provisions, relations, terms }: Corpus): string {
  return JSON.stringify({ agencies: [...agencies.values()], provisions, relations, terms })
}

/** Milliseconds of each of `count` times one behind the other, from the first one in a fresh process on. */
function timesOf(bundle: string, name: string, count: number): readonly number[] {
  const script = `
const work = require(${JSON.stringify(bundle)}).works[${JSON.stringify(name)}]
const times = Array.from({ length: ${count} }, () => {
  const start = performance.now()
  work()
  return performance.now() - start
})
console.log(JSON.stringify(times))`
  const printed = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  return printed.match(/[\d.]+/gu)?.map(Number) ?? []
}

const folder = mkdtempSync(join(tmpdir(), 'library-'))
try {
  await writeFiles(folder)
  const bundle = join(folder, 'works.cjs')
  const stdin = { contents: program, resolveDir: root, loader: 'ts' } as const
  await build({ stdin, bundle: true, minify: true, platform: 'node', outfile: bundle })
  const { works } = createRequire(import.meta.url)(bundle) as { readonly works: object }
  const names = Object.keys(works)
  printTitle('milliseconds, one process', ['p50', 'p99', 'runs'])
  for (const name of names) {
    printRow(name, quantiles(timesOf(bundle, name, warmUp + rounds).slice(warmUp)))
  }
  printTitle('milliseconds, the first time in a process', ['p50', 'p99', 'runs'])
  for (const name of names) {
    const first = Array.from({ length: processes }, () => timesOf(bundle, name, 1)[0] ?? NaN)
    printRow(name, quantiles(first))
  }
} finally {
  rmSync(folder, { recursive: true })
}
