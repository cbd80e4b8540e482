// Runs the built thread, `script`, over the corpus files that follow, by whatever Node this is: prints a hash of
// what it reads of each, and of the segment that it compiles of all.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

const [script, ...files] = process.argv.slice(2)
const thread = new Worker(script)
const stored = []
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file))
  stored.push(await answerTo({ kind: 'read', bytes, name: path.basename(file) }))
}
for (const bytes of stored) thread.postMessage({ kind: 'stored', bytes })
const segment = await answerTo({ kind: 'compile', agencies: [], terms: [] })
for (const bytes of [...stored, segment]) {
  console.log(createHash('sha256').update(bytes).digest('hex'), bytes.length)
}
await thread.terminate()

async function answerTo(task) {
  const answer = new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  const given = new Int32Array(new SharedArrayBuffer(4))
  thread.postMessage({ kind: 'task', task, given })
  const { kind, bytes, message } = await answer
  if (kind !== 'done') throw new Error(message ?? kind)
  return bytes
}
