// The first suggestion list after activation, in a fresh process each time: loading the code, reading
// the compiled library and its index, analysing a report, the list; beside it the same with the index
// made anew, and, in the same process, the same list again. Builds what it reads.
// `node test/bench/firstList.bench.ts [processes]`
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { writeLibrary } from '../../scripts/build.mjs'
import { roundsAsked } from './benchSize.ts'
import type { LibraryFiles } from './firstListProcess.ts'
import { printRow, printTitle, quantiles } from './measured.ts'

const processes = roundsAsked(30)

/** Milliseconds from nothing to the first list, and for the same list again. */
function timed(bundle: string, files: LibraryFiles): readonly number[] {
  const script = `
const start = performance.now()
const { firstListTimes } = require(${JSON.stringify(bundle)})
console.log(JSON.stringify(firstListTimes(start, ${JSON.stringify(files)})))`
  const printed = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  return JSON.parse(printed) as readonly number[]
}

const folder = mkdtempSync(join(tmpdir(), 'first-list-'))
try {
  const bundle = join(folder, 'firstList.cjs')
  const [library, index] = [join(folder, 'library.json'), join(folder, 'library.index')]
  await build({
    entryPoints: [join(import.meta.dirname, 'firstListProcess.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
  })
  await (writeLibrary as (folder: string) => Promise<void>)(folder)
  // One after the other, so that both see the same load of the machine.
  const rounds = Array.from({ length: processes }, () => ({
    stored: timed(bundle, { library, index }),
    made: timed(bundle, { library }),
  }))
  printTitle(`${processes} processes`, ['p50', 'p99', 'runs'])
  printRow(
    'from nothing to the first list',
    quantiles(rounds.map(({ stored: [first] }) => first ?? NaN)),
  )
  printRow('with the index made anew', quantiles(rounds.map(({ made: [first] }) => first ?? NaN)))
  printRow('the same list again', quantiles(rounds.map(({ stored: [, again] }) => again ?? NaN)))
} finally {
  rmSync(folder, { recursive: true })
}
