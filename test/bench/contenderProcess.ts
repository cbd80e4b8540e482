// One stage of one contender, in a process of its own, so that none pays for another:
// `node --expose-gc contenderProcess.ts write|load|ask CONTENDER FILE SIZE [QUERIES SECONDS]`.
// Prints what it measured as JSON. Without a contender, `queries` writes the queries.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { contenders, type Contender, type Find } from './contenders.ts'
import { CorpusMaker } from './corpora.ts'
import { measured, quantiles } from './measured.ts'
import { keystrokesOf, queriesFor, queryKinds, type MadeQuery, type QueryKind } from './queries.ts'

/** What writing the file of a contender gave. */
export interface Written {
  readonly seconds: number
  readonly bytes: number
}

/** From the file to the first answer, in milliseconds. */
export interface Loaded {
  readonly milliseconds: number
}

/** What a contender answered, and what it weighs. */
export interface Asked {
  /** Milliseconds for a key, over all that were typed. */
  readonly p50: number
  readonly p99: number
  readonly keys: number
  /** The share of the whole queries whose target was among the first ten, by kind. */
  readonly found: Readonly<Record<QueryKind, number>>
  /** How many whole queries that is judged by. */
  readonly judged: number
  /** Bytes on the heap and in array buffers while it is in use. */
  readonly memory: number
  /** Milliseconds that a full garbage collection takes longer for it. */
  readonly collection: number
}

const [stage = '', name = '', file = '', size = '', queryFile = '', seconds = ''] =
  process.argv.slice(2)
console.log(JSON.stringify(await run(Number(size))))

async function run(size: number): Promise<unknown> {
  switch (stage) {
    case 'queries':
      return writeQueries(size, Number(seconds))
    case 'write':
      return write(contenderNamed(name), size)
    case 'load':
      return load(contenderNamed(name), readQueries()[0]?.text ?? '')
    case 'ask':
      return ask(contenderNamed(name), readQueries(), Number(seconds) * 1000)
    default:
      throw new Error(`There is no stage ${stage}.`)
  }
}

function contenderNamed(wanted: string): Contender {
  const contender = contenders.find((one) => one.name === wanted)
  if (contender === undefined) throw new Error(`There is no contender ${wanted}.`)
  return contender
}

function readQueries(): readonly MadeQuery[] {
  return JSON.parse(readFileSync(queryFile, 'utf8')) as readonly MadeQuery[]
}

function writeQueries(size: number, perKind: number): number {
  const queries = queriesFor(new CorpusMaker(), size, perKind)
  writeFileSync(queryFile, JSON.stringify(queries))
  return queries.length
}

async function write(contender: Contender, size: number): Promise<Written> {
  const documents = new CorpusMaker().documents(size)
  const start = performance.now()
  await contender.write(documents, file)
  return { seconds: (performance.now() - start) / 1000, bytes: statSync(file).size }
}

async function load(contender: Contender, typed: string): Promise<Loaded> {
  const start = performance.now()
  const find = await contender.open(file)
  find(typed)
  return { milliseconds: performance.now() - start }
}

async function ask(
  contender: Contender,
  queries: readonly MadeQuery[],
  budget: number,
): Promise<Asked> {
  const before = { memory: memoryInUse(), collection: collectionTime() }
  const find = await contender.open(file)
  // What is made when it is first asked counts, too.
  for (const { text } of queries.slice(0, 5)) find(text)
  const memory = memoryInUse() - before.memory
  const collection = collectionTime() - before.collection
  return { ...typeAll(find, queries, budget), memory, collection }
}

/**
 * Types the queries key by key, as many as the milliseconds of `budget` allow, and asks for more whole
 * ones for as long again.
 */
function typeAll(
  find: Find,
  queries: readonly MadeQuery[],
  budget: number,
): Omit<Asked, 'memory' | 'collection'> {
  warmUp(find, queries)
  const times: number[] = []
  const started = performance.now()
  let typed = 0
  for (const { text } of queries) {
    if (performance.now() - started > budget && typed >= queryKinds.length) break
    typed += 1
    for (const key of keystrokesOf(text)) {
      const start = performance.now()
      find(key)
      times.push(performance.now() - start)
    }
  }
  const { p50, p99 } = quantiles(times)
  return { p50, p99, keys: times.length, ...judge(find, queries, budget) }
}

/** For two seconds at most, the last queries, so that code is compiled before the clock runs. */
function warmUp(find: Find, queries: readonly MadeQuery[]): void {
  const started = performance.now()
  for (const key of queries.slice(-50).flatMap(({ text }) => keystrokesOf(text))) {
    if (performance.now() - started > 2000) return
    find(key)
  }
}

function judge(
  find: Find,
  queries: readonly MadeQuery[],
  budget: number,
): Pick<Asked, 'found' | 'judged'> {
  const asked = { prefix: 0, typo: 0, chinese: 0, inside: 0, key: 0 }
  const found = { ...asked }
  const started = performance.now()
  let judged = 0
  for (const { kind, text, target } of queries) {
    // All kinds come in turn: each is judged by as many.
    if (judged % queryKinds.length === 0 && judged > 0 && performance.now() - started > budget)
      break
    judged += 1
    asked[kind] += 1
    if (find(text).slice(0, 10).includes(target)) found[kind] += 1
  }
  for (const kind of queryKinds) found[kind] /= asked[kind]
  return { found, judged }
}

/** Bytes in use after a full garbage collection. */
function memoryInUse(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The median of full garbage collections, in milliseconds. */
function collectionTime(): number {
  return measured(15, collect).p50
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.')
  globalThis.gc()
}
