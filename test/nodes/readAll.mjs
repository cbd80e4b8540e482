// Run by any Node: what the built reader says of each document, a line each. A thread of it reads one after the
// other, since a process for each would take the longest time to start.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

const [script, ...files] = process.argv.slice(2)
const limits = { time: 600_000, memory: 512 }
const thread = new Worker(pathToFileURL(script), { stderr: true })
for (const file of files) {
  const line = new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  thread.postMessage({ bytes: new Uint8Array(readFileSync(file)), limits, map: '' })
  process.stdout.write(await line)
  thread.removeAllListeners('error')
}
await thread.terminate()
