// Runs the benchmarks that the goals are measured by, one after the other: npm run bench -- [options]
//   --only search,shape   some of them
//   --smallest            each at its smallest size
//   --write               writes the figures into docs/performance.md, those of earlier runs with them
// All other options go to the benchmarks that have them: --sizes, --rivals to `search`; --shapes, --against,
// --starts, --profile to `shape`; --queries, --seconds to both.
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Failure, main, root } from './steps.mjs'

const folder = path.join(root, '.test-out/bench')
const page = path.join(root, 'docs/performance.md')

/** The benchmarks in their order, with the options that each has. */
const benches = {
  search: ['sizes', 'rivals', 'queries', 'seconds'],
  shape: ['shapes', 'against', 'starts', 'profile', 'queries', 'seconds'],
  ...{ activation: [], typing: [], mentions: [], reading: [] },
}

const text = { type: 'string' }
const { values } = parseArgs({
  options: {
    only: { ...text, default: Object.keys(benches).join(',') },
    smallest: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    ...Object.fromEntries(
      Object.values(benches).flatMap((names) => names.map((name) => [name, text])),
    ),
  },
})

await main(async () => {
  const chosen = values.only.split(',').filter((name) => name !== '')
  const unknown = chosen.find((name) => !Object.hasOwn(benches, name))
  if (unknown !== undefined) {
    throw new Failure(`${unknown} is none of the benchmarks: ${Object.keys(benches).join(', ')}`)
  }
  mkdirSync(folder, { recursive: true })
  for (const name of chosen) await run(name)
  if (values.write) await writePage()
})

/** Prints what a benchmark prints, and keeps it. */
async function run(name) {
  const given = benches[name].flatMap((option) =>
    values[option] === undefined ? [] : [`--${option}`, values[option]],
  )
  if (name === 'shape') given.push('--json', path.join(folder, 'shape.json'))
  if (values.smallest) given.push('--smallest')
  console.log(`\n## ${[`${name}.bench.ts`, ...given].join(' ')}\n`)
  const script = path.join(root, `test/bench/${name}.bench.ts`)
  const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
  const bench = spawn(process.execPath, [quiet, script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  bench.stdout.pipe(process.stdout, { end: false })
  bench.stdout.pipe(createWriteStream(path.join(folder, `${name}.txt`)))
  const [code] = await once(bench, 'close')
  if (code !== 0) throw new Failure(`${name}.bench.ts failed`)
}

async function writePage() {
  const { PrintedFigures } = await import('../test/bench/goals/printedFigures.ts')
  const { filledPage, filledParts } = await import('../test/bench/goals/performancePage.ts')
  const parts = { machine: machine(), ...filledParts(new PrintedFigures(folder)) }
  writeFileSync(page, filledPage(readFileSync(page, 'utf8'), parts))
}

function machine() {
  const model = cpus()[0]?.model ?? 'unknown'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const day = new Date().toISOString().slice(0, 10)
  const node = `Node ${process.version}`
  // In the last quarter of an hour: an idle machine has that of the benchmark itself, 1.
  const load = `${Math.round(loadavg()[2])} processes that wanted to run`
  return `Written on ${day}: ${model}, ${cpus().length} cores, ${memory}, ${node}; ${load} in the last quarter of an hour.`
}
