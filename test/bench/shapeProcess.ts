// One stage of one shape, in a process of its own: see shape.bench.ts. Prints what it measured as JSON.
// `node --expose-gc shapeProcess.ts start|use ARGUMENTS-AS-JSON`
import { writeFileSync } from 'node:fs'
import { measured, quantiles, type Measured } from './measured.ts'
import { LoopWatch, processTime, type Block } from './shape/loopWatch.ts'
import { readQueries, type ShapeToMake } from './shape/makeShape.ts'
import {
  indexBytes,
  measuresOf,
  middleFile,
  openProduct,
  type OpenProduct,
  type Place,
} from './shape/openProduct.ts'
import { loadProduct, type Product } from './shape/product.ts'
import type { ShapeQuery } from './shape/shapeQueries.ts'
import { Typist, type Typed } from './shape/typing.ts'

/** What a stage is told. */
export interface StageArguments extends Place, ShapeToMake {
  /** How long may be typed, in seconds. */
  readonly seconds: number
  /** How often a short thing is measured. */
  readonly rounds: number
}

/** What a start gave, in milliseconds and bytes. */
export interface Started {
  /** Until the library is in use, until all own corpora are, and from nothing to a first list of all. */
  readonly library: number
  readonly all: number
  readonly first: number
  /** Until nothing is done in the background any more. */
  readonly settled: number
  /** What the whole process uses of the processor until then. */
  readonly ofProcessor: number
  /** What the names for mentions take behind that, and of the processor. */
  readonly names: number
  readonly namesOfProcessor: number
  readonly loading: Block
  readonly naming: Block
  /** The most that the process had of the machine, above what it had before. */
  readonly peak: number
}

/** What work with all in use gave, in milliseconds and bytes. */
export interface Used extends Typed {
  /** How it started, warm. */
  readonly started: Started
  readonly instruments: number
  readonly measures: number
  readonly hover: Measured
  readonly save: Measured
  readonly saving: Block
  /** Above what the process had before, after a full collection. */
  readonly resident: number
  readonly collectionBefore: number
  readonly collection: number
  readonly indexBytes: number
}

const [stage = '', given = '{}'] = process.argv.slice(2)
const told = JSON.parse(given) as StageArguments
console.log(JSON.stringify(await run()))

async function run(): Promise<Started | Used> {
  const product = await loadProduct(told.root)
  return stage === 'start' ? start(product) : use(product)
}

async function start(product: Product): Promise<Started> {
  const { open, started } = await startedFrom(product, residentMemory())
  open.source.dispose()
  return started
}

async function startedFrom(
  product: Product,
  before: number,
): Promise<{ readonly open: OpenProduct; readonly started: Started }> {
  const used = processTime()
  const loadingWatch = new LoopWatch()
  const open = await openProduct(product, told)
  const loading = await loadingWatch.end()
  const asked = performance.now()
  new Typist(product, open).found('the')
  const first = open.all + performance.now() - asked
  const backgroundWatch = new LoopWatch()
  await open.settled()
  const settled = open.all + performance.now() - asked
  const background = await backgroundWatch.end()
  const ofProcessor = processTime() - used
  const namingWatch = new LoopWatch()
  const begun = performance.now()
  await open.names()
  const names = performance.now() - begun
  const namesOfProcessor = processTime() - used - ofProcessor
  const naming = await namingWatch.end()
  const peak = process.resourceUsage().maxRSS * 1024 - before
  const { library, all } = open
  const blocks = { loading: longer(loading, background), naming }
  const times = { library, all, first, settled, ofProcessor, names, namesOfProcessor }
  return { open, started: { ...times, ...blocks, peak } }
}

function longer(one: Block, other: Block): Block {
  return {
    longest: Math.max(one.longest, other.longest),
    longestOfProcessor: Math.max(one.longestOfProcessor, other.longestOfProcessor),
  }
}

async function use(product: Product): Promise<Used> {
  const collectionBefore = collectionTime()
  const before = residentMemory()
  const { open, started } = await startedFrom(product, before)
  const queries = readQueries(told.folder)
  const typist = new Typist(product, open)
  const typed = typist.type(queries, told.seconds * 1000)
  const hover = hoverTimes(product, open, queries)
  const resident = residentMemory() - before
  const collection = collectionTime()
  const { current } = open.source
  const count = { instruments: current.instruments.length, measures: measuresOf(current) }
  const weight = { resident, collectionBefore, collection, indexBytes: indexBytes(open) }
  const saved = await save(open, typist)
  open.source.dispose()
  return { ...typed, ...weight, ...saved, ...count, hover, started }
}

/** Rests the pointer on citations of what queries mean, and words their cards. */
function hoverTimes(
  { analyseReport, findHover, cardParts }: Product,
  { source }: OpenProduct,
  queries: readonly ShapeQuery[],
): Measured {
  const texts = queries.slice(0, 400).map(({ key }) => `They are told so [@${key}, p. 3].\n\n`)
  const report = analyseReport(texts.join(''))
  const hover = (offset: number): number => {
    const begun = performance.now()
    const found = findHover(report, source.current, offset, '2026-11-30')
    if (found !== undefined) cardParts(found.card, 'en')
    return performance.now() - begun
  }
  let end = 0
  const offsets = texts.map((text) => (end += text.length) - text.length + text.indexOf('@') + 2)
  for (const offset of offsets) hover(offset)
  return quantiles(offsets.map(hover))
}

/** Saves one own file with another title in it, again and again, until that is found; leaves it as it was. */
async function save(
  { source, settled }: OpenProduct,
  typist: Typist,
): Promise<Pick<Used, 'save' | 'saving'>> {
  const file = middleFile(told)
  const watch = new LoopWatch()
  const times: number[] = []
  for (let round = 0; file !== undefined && round < told.rounds; round++) {
    const word = `quixotically${'abcdefghij'.charAt(round)}`
    writeFileSync(file.path, file.text.replace(/^### /mu, `### ${word} `))
    const begun = performance.now()
    await source.readChanged()
    times.push(performance.now() - begun)
    if (typist.found(word).length === 0) throw new Error(`${word} was saved, and is not found.`)
  }
  await settled()
  const saving = await watch.end()
  if (file !== undefined) writeFileSync(file.path, file.text)
  return { save: quantiles(file === undefined ? [0] : times), saving }
}

/** Bytes that the process has of the machine, after a full collection. */
function residentMemory(): number {
  collect()
  return process.memoryUsage().rss
}

/** The median of full garbage collections, in milliseconds. */
function collectionTime(): number {
  return measured(told.rounds * 3, collect).p50
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.')
  globalThis.gc()
}
