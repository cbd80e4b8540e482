// The first suggestion list after activation, in a fresh process each time: loading the code, reading
// the compiled library and its index, analysing a report, the list; beside it the same with the index
// made anew, and, in the same process, the same list again. `npm run build -- --production`, then
// `node test/bench/firstList.bench.ts [processes]`
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { printRow, printTitle, quantiles } from './measured.ts'

const processes = Number(process.argv[2] ?? 30)
const root = join(import.meta.dirname, '../..')
const library = join(root, 'dist/library.json')
const libraryIndex = join(root, 'dist/library.index')
if (!existsSync(library)) throw new Error('Build first: npm run build -- --production')

const program = `
import { readLibrary } from ${JSON.stringify(join(root, 'src/core/corpus/library.ts'))}
import { suggestCitations } from ${JSON.stringify(join(root, 'src/core/features/completion.ts'))}
import { analyseReport } from ${JSON.stringify(join(root, 'src/core/report/report.ts'))}
import { createSearchIndex, indexOf, readSegment } from ${JSON.stringify(join(root, 'src/core/search/searchIndex.ts'))}
export { readLibrary, suggestCitations, analyseReport, createSearchIndex, indexOf, readSegment }
`

/** Milliseconds from nothing to the first list, and for the same list again. */
function timed(bundle: string, makeIndex: string): readonly number[] {
  const script = `
const { readFileSync } = require('node:fs')
const start = performance.now()
const core = require(${JSON.stringify(bundle)})
const { corpus } = core.readLibrary(readFileSync(${JSON.stringify(library)}))
const index = ${makeIndex}
const list = () => {
  const report = core.analyseReport('See @export controls')
  return core.suggestCitations(report, index, corpus, 20, { language: 'en', withPage: true, limit: 100 })
}
if (list().items.length === 0) throw new Error('no list')
const first = performance.now()
list()
console.log(JSON.stringify([first - start, performance.now() - first]))`
  const printed = execFileSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
  return printed.match(/[\d.]+/gu)?.map(Number) ?? []
}

const folder = mkdtempSync(join(tmpdir(), 'first-list-'))
try {
  const bundle = join(folder, 'core.cjs')
  const stdin = { contents: program, resolveDir: root, loader: 'ts' } as const
  await build({
    stdin,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
  })
  const segment = `core.readSegment(readFileSync(${JSON.stringify(libraryIndex)}), corpus.provisions)`
  const stored = `core.indexOf(corpus, [${segment}])`
  // One after the other, so that both see the same load of the machine.
  const rounds = Array.from({ length: processes }, () => ({
    stored: timed(bundle, stored),
    made: timed(bundle, 'core.createSearchIndex(corpus)'),
  }))
  printTitle(`milliseconds, ${String(processes)} processes`, ['p50', 'p99', 'runs'])
  printRow(
    'from nothing to the first list',
    quantiles(rounds.map(({ stored: [first] }) => first ?? NaN)),
  )
  printRow('with the index made anew', quantiles(rounds.map(({ made: [first] }) => first ?? NaN)))
  printRow('the same list again', quantiles(rounds.map(({ stored: [, again] }) => again ?? NaN)))
} finally {
  rmSync(folder, { recursive: true })
}
