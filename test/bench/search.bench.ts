// The search beside what else finds measures while one types, in one run: every query is typed key by
// key over corpora of 1,000 to 1,000,000 measures. Prints Markdown tables.
// `npm run bench -- [--sizes 1000,10000] [--rivals none|all|NAME,NAME] [--queries 500] [--seconds 30]`
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isSmallest, sized } from './benchSize.ts'
import type { Asked, Loaded, Written } from './contenderProcess.ts'
import { contenders, type Contender } from './contenders.ts'
import { quantiles } from './measured.ts'
import { queryKinds } from './queries.ts'

const { values: options } = parseArgs({
  options: {
    /** How many measures the corpora have. */
    sizes: { type: 'string', default: sized('1000,10000,100000,1000000', '100') },
    /** What is measured beside ours. */
    rivals: { type: 'string', default: 'all' },
    /** How many queries of each kind are typed. */
    queries: { type: 'string', default: sized('500', '1') },
    /** How long a rival may be typed to, and be judged; ours is asked everything. */
    seconds: { type: 'string', default: sized('30', '1') },
    /** All of these at their least. */
    smallest: { type: 'boolean', default: isSmallest },
  },
})

/** Rivals are not asked for more measures than these: their files or their answers take minutes. */
const mostForRivals = 100_000
const [ours, ...rivals] = contenders

/** So many fresh processes load a file. */
const loads = sized(5, 1)

const folder = mkdtempSync(join(tmpdir(), 'search-bench-'))

function printMachine(): void {
  const model = cpus()[0]?.model ?? 'unknown'
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GB`
  console.log(`${model}, ${cpus().length} cores, ${memory}, Node ${process.version}\n`)
  console.log(`\`npm run bench ${['--', ...process.argv.slice(2)].join(' ')}\``)
}

function benchmark(size: number): void {
  const queryFile = join(folder, 'queries.json')
  run('queries', '', '', size, queryFile, options.queries)
  console.log(`\n### ${size.toLocaleString('en')} measures\n`)
  printRow(columns.map(({ title }) => title))
  printRow(columns.map((_, at) => (at === 0 ? '---' : '---:')))
  for (const contender of contendersFor(size)) {
    printRow(columns.map(cellsOf(contender, size, queryFile)))
  }
}

function contendersFor(size: number): readonly Contender[] {
  const wanted = rivals.filter(
    ({ name }) => options.rivals === 'all' || options.rivals.split(',').includes(name),
  )
  const able = wanted.filter(({ name }) => size <= mostForRivals || name === 'plain includes')
  return ours === undefined ? able : [ours, ...able]
}

interface Row extends Written, Loaded, Asked {
  readonly name: string
  readonly size: number
}

const columns: readonly { readonly title: string; readonly cell: (row: Row) => string }[] = [
  { title: '', cell: ({ name }) => name },
  { title: 'p50 ms', cell: ({ p50 }) => milliseconds(p50) },
  { title: 'p99 ms', cell: ({ p99 }) => milliseconds(p99) },
  ...queryKinds.map((kind) => ({
    title: `${kind} %`,
    cell: ({ found }: Row) => (found[kind] * 100).toFixed(1),
  })),
  { title: 'load ms', cell: ({ milliseconds: load }) => milliseconds(load) },
  { title: 'file MB', cell: ({ bytes }) => megabytes(bytes) },
  { title: 'bytes a measure', cell: ({ bytes, size }) => (bytes / size).toFixed(0) },
  { title: 'memory MB', cell: ({ memory }) => megabytes(memory) },
  { title: 'GC + ms', cell: ({ collection }) => collection.toFixed(1) },
  { title: 'keys', cell: ({ keys }) => keys.toLocaleString('en') },
  { title: 'queries', cell: ({ judged }) => judged.toLocaleString('en') },
]

function cellsOf(
  contender: Contender,
  size: number,
  queryFile: string,
): (column: (typeof columns)[number]) => string {
  const row = measure(contender, size, queryFile)
  return ({ cell }) => cell(row)
}

function measure({ name }: Contender, size: number, queryFile: string): Row {
  const file = join(folder, 'contender')
  const written = run('write', name, file, size, queryFile) as Written
  const loaded = Array.from(
    { length: loads },
    () => run('load', name, file, size, queryFile) as Loaded,
  )
  const seconds = name === ours?.name ? 'Infinity' : options.seconds
  const asked = run('ask', name, file, size, queryFile, seconds) as Asked
  rmSync(file)
  return {
    name,
    size,
    ...written,
    milliseconds: quantiles(loaded.map((one) => one.milliseconds)).p50,
    ...asked,
  }
}

/** What `contenderProcess.ts` prints for a stage, in a process of its own. */
function run(
  stage: 'queries' | 'write' | 'load' | 'ask',
  name: string,
  file: string,
  size: number,
  queryFile: string,
  last = '',
): unknown {
  const script = join(import.meta.dirname, 'contenderProcess.ts')
  const given = [stage, name, file, String(size), queryFile, last]
  const flags = ['--expose-gc', '--max-old-space-size=12288']
  const printed = execFileSync(process.execPath, [...flags, script, ...given], { encoding: 'utf8' })
  return JSON.parse(printed) as unknown
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(3) : value.toFixed(1)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

try {
  printMachine()
  for (const size of options.sizes.split(',').map(Number)) benchmark(size)
} finally {
  rmSync(folder, { recursive: true })
}
