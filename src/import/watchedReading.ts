import { writeSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import type { Refusal } from './documentError.ts'
import { heapWithin, limitsIn, type ReadingLimits } from './readingLimits.ts'
import type { Said } from './readOfficialDocument.ts'

/** What the thread that reads is given. */
export interface DocumentToRead {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly limits: ReadingLimits
  /** Which fields of a list are what; empty where nothing says so. */
  readonly map: string
}

/** So often the limits are looked at, in milliseconds: what reads takes less than 50 MB in the meantime. */
const interval = 10

/**
 * Has a thread with the code at `script` read the standard input, and writes to the standard output what it
 * says. This thread has nothing else to do, so that it sees, whatever the other one is busy with, when the
 * time is over, when the process has become too large, and when its parent is gone; then the process ends.
 */
export async function readWatched(script: URL): Promise<void> {
  const written = process.argv.slice(2)
  const limits = limitsIn(written)
  endWithParent()
  const watch = watchLimits(limits)
  const thread = new Worker(script, {
    argv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapWithin(limits.memory) },
  })
  thread.on('error', (error: NodeJS.ErrnoException) => {
    endWith(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too much memory' : 'failed', error.message)
  })
  thread.once('message', (line: Uint8Array) => {
    // What is being said is not cut off by something else that is said.
    watch.isSilent = true
    process.stdout.write(line, () => process.exit())
  })
  const bytes = new Uint8Array(await buffer(process.stdin))
  const map = written[2] ?? ''
  thread.postMessage({ bytes, limits, map } satisfies DocumentToRead, [bytes.buffer])
}

/** The parent holds a channel open that closes with it, however it ends; where there is none, another process takes its place. */
function endWithParent(): void {
  process.on('disconnect', end)
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, interval).unref()
}

function watchLimits({ time, memory }: ReadingLimits): { isSilent: boolean } {
  const watch = { isSilent: false }
  const endOf = (reason: Refusal, message: string): void => {
    if (watch.isSilent) end()
    else endWith(reason, message)
  }
  setTimeout(() => {
    endOf('too slow', `not read after ${String(time)} ms`)
  }, time - performance.now())
  setInterval(() => {
    if (process.memoryUsage.rss() <= memory * 1_000_000) return
    endOf('too much memory', `more than ${String(memory)} MB resident`)
  }, interval)
  return watch
}

function endWith(reason: Refusal, message: string): void {
  try {
    writeSync(
      process.stdout.fd,
      `${JSON.stringify({ reason, message, names: [] } satisfies Said)}\n`,
    )
  } catch {
    // Nobody listens any more.
  }
  end()
}

/** At once: the other thread may be where nothing interrupts it. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
