// What stays in memory of a long day: own corpora saved and read again and again, with keys typed between.
// `node test/bench/lasting.bench.ts [reloads]`
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { roundsAsked, sized } from './benchSize.ts'
import { installed } from './shape/installed.ts'
import { makeShape, readQueries } from './shape/makeShape.ts'
import { middleFile, openProduct } from './shape/openProduct.ts'
import { loadProduct } from './shape/product.ts'
import { Typist } from './shape/typing.ts'

const reloads = roundsAsked(1000)

/** So many keys are typed behind each reload. */
const keysEach = 20

/** What is read first, and made on the way, is no part of what stays. */
const settledAfter = sized(50, 1)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes on the heap and in buffers after full collections. */
function memoryInUse(): number {
  for (let round = 0; round < 3; round++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

const folder = mkdtempSync(join(tmpdir(), 'lasting-'))
try {
  const root = resolve(import.meta.dirname, '../..')
  const [instruments, measures] = sized([13, 650], [2, 12])
  const place = {
    ...{ root, folder, storage: join(folder, 'storage') },
    installed: await installed(root, join(folder, 'installed')),
  }
  makeShape({ ...place, instruments, measures, queries: sized(60, 1) })
  const product = await loadProduct(root)
  const open = await openProduct(product, place)
  const typist = new Typist(product, open)
  const texts = readQueries(folder).map(({ text }) => text)
  const file = middleFile(place)
  let [keys, before] = [0, 0]
  for (let round = 0; round < settledAfter + reloads; round++) {
    if (round === settledAfter) before = memoryInUse()
    const title = `### round ${String(round)} `
    if (file !== undefined) writeFileSync(file.path, file.text.replace(/^### /mu, title))
    await open.source.readChanged()
    for (const end = keys + keysEach; keys < end; keys++) {
      typist.found(texts[keys % texts.length] ?? '')
    }
  }
  const after = memoryInUse()
  open.source.dispose()
  console.log(`${String(reloads)} reloads and ${String(reloads * keysEach)} keys`)
  console.log(`${'in use before'.padEnd(52)}${megabytes(before).padStart(14)}`)
  console.log(`${'in use afterwards'.padEnd(52)}${megabytes(after).padStart(14)}`)
  console.log(
    `${'grown by'.padEnd(52)}${`${((after / before - 1) * 100).toFixed(1)} %`.padStart(14)}`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
