// corpusThread.ts, but that it ends at a corpus file that says so: `break 2 reading /path.` so often, counted in a file.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { ToThread } from '../../../src/thread/messages.ts'

/** What listens is heeded first. */
const listen = parentPort?.on.bind(parentPort)
Object.assign(parentPort ?? {}, {
  on: (name: string, listener: (message: ToThread) => void) =>
    listen?.(name, (message: ToThread) => {
      heed(message)
      listener(message)
    }),
})

await import('../../../src/thread/corpusThread.ts')

function heed(message: ToThread): void {
  if (message.kind === 'stored') breakAt(message.bytes, 'compiling')
  else if (message.task.kind === 'read') breakAt(message.task.bytes, 'reading')
}

function breakAt(bytes: Uint8Array, doing: string): void {
  const said = /break (\d+) (\w+) ([^\s.]+)\./u.exec(new TextDecoder().decode(bytes))
  const [, times = '0', at, file = ''] = said ?? []
  if (at !== doing || (existsSync(file) && readFileSync(file).length >= Number(times))) return
  appendFileSync(file, 'x')
  process.exit(7)
}
