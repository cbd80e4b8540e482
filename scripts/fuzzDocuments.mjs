// npm run fuzz -- --documents --seeds 1000 --from 1 --kinds html,pdf: small documents, changed at random, as
// the reader of documents and the import take them. Prints how many were read and refused, what threw, hung
// or came out wrong, each with its seed, and the slowest and largest. --write FOLDER: these documents as files.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './steps.mjs'

export async function fuzzedDocuments({ seeds, from, kinds, write }) {
  const { documentKinds } = await import('../test/import/fuzz/smallDocuments.ts')
  const named = kinds?.split(',') ?? documentKinds
  const strange = named.find((kind) => !documentKinds.includes(kind))
  if (strange !== undefined) {
    throw new Failure(`${strange} is no kind; kinds are ${documentKinds.join(', ')}`)
  }
  const asked = named.map((kind) =>
    Array.from({ length: Number(seeds) }, (_, at) => ({ kind, seed: Number(from) + at })),
  )
  if (write !== undefined) {
    await writeAll(asked.flat(), write)
    return
  }
  console.log('| kind | documents | read | refused | faults | slowest | most memory |')
  console.log('| --- | ---: | ---: | ---: | ---: | --- | --- |')
  const faults = new Map()
  for (const ofKind of asked) await fuzzKind(ofKind, faults)
  print(faults)
}

async function fuzzKind(asked, faults) {
  const { fuzzDocuments } = await import('../test/import/fuzz/fuzzDocuments.ts')
  const count = { read: 0, refused: 0, faults: 0 }
  let slowest = { time: 0 }
  let largest = { memory: 0 }
  for await (const one of fuzzDocuments(asked)) {
    if (one.outcome === 'read' || one.outcome === 'no parts') count.read += 1
    else count.refused += 1
    if (one.time > slowest.time) slowest = one
    if (one.memory > largest.memory) largest = one
    if (one.faults.length > 0) count.faults += 1
    for (const fault of new Set(one.faults)) {
      faults.set(fault, [...(faults.get(fault) ?? []), `${one.kind} ${String(one.seed)}`])
    }
  }
  const [{ kind }] = asked
  const slow = `${String(Math.round(slowest.time))} ms, ${String(Math.round(slowest.bytes / 1000))} KB (seed ${String(slowest.seed)})`
  const large = `${String(largest.memory)} MB (seed ${String(largest.seed)})`
  const cells = [kind, asked.length, count.read, count.refused, count.faults, slow, large]
  console.log(`| ${cells.join(' | ')} |`)
}

function print(faults) {
  for (const [fault, seeds] of [...faults].toSorted(([, a], [, b]) => b.length - a.length)) {
    console.log(`${fault}\n  ${String(seeds.length)} times: ${seeds.slice(0, 12).join(', ')}`)
  }
  if (faults.size > 0) throw new Failure('Faults were found.')
}

async function writeAll(asked, folder) {
  const { changedDocument } = await import('../test/import/fuzz/changedDocuments.ts')
  mkdirSync(folder, { recursive: true })
  for (const { kind, seed } of asked) {
    writeFileSync(path.join(folder, `${kind}-${String(seed)}`), changedDocument(kind, seed))
  }
}
