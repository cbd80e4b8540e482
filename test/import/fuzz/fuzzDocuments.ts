import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Answered, Asked, Said } from './fuzzProcess.ts'

/** What became of a document, or that nothing did. */
export interface Fuzzed extends Answered {
  /** How much more was resident while it was read than before, at most, in MB; 0 where the system does not tell it. */
  readonly memory: number
}

/** A document that takes longer hangs, in milliseconds: small ones take a few, on a busy machine some more. */
const longest = 60_000

/** As much of memory as the heap of the product's own reader may be, in MB. */
const heap = 384

/**
 * Judges the documents one after the other, in a process that is replaced where it hangs or dies. One that
 * dies for want of memory is what the product refuses as such.
 */
export async function* fuzzDocuments(all: Iterable<Asked>): AsyncGenerator<Fuzzed> {
  let child = newProcess()
  try {
    for (const asked of all) {
      const fuzzed = await answerOf(child, asked)
      if (fuzzed.outcome === 'hang' || fuzzed.outcome === 'too much memory') {
        await end(child)
        child = newProcess()
      }
      yield fuzzed
    }
  } finally {
    await end(child)
  }
}

function newProcess(): ChildProcess {
  return fork(path.join(import.meta.dirname, 'fuzzProcess.ts'), {
    execArgv: [...process.execArgv, `--max-old-space-size=${String(heap)}`],
    // What the engine writes when it dies of memory says nothing more.
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function answerOf(child: ChildProcess, asked: Asked): Promise<Fuzzed> {
  const memory = new Memory(child.pid)
  const none = { ...asked, bytes: 0, time: 0, faults: [] }
  return new Promise((resolve) => {
    const settle = (answered: Answered): void => {
      clearTimeout(late)
      child.removeAllListeners()
      resolve({ ...answered, memory: memory.taken() })
    }
    const late = setTimeout(() => {
      const faults = [`hangs: longer than ${String(longest)} ms`]
      settle({ ...none, outcome: 'hang', time: longest, faults })
    }, longest)
    child.on('message', (said: Said) => {
      if (said === 'begins') memory.begin()
      else settle(said)
    })
    child.once('exit', () => {
      settle({ ...none, outcome: 'too much memory' })
    })
    child.send(asked)
  })
}

/** What a process takes from when it begins. */
class Memory {
  readonly #id: number | undefined
  #before = 0
  #most = 0
  #looking: NodeJS.Timeout | undefined

  constructor(id: number | undefined) {
    this.#id = id
  }

  begin(): void {
    this.#before = residentOf(this.#id)
    this.#looking = setInterval(() => {
      this.#look()
    }, 5)
  }

  /** In MB, and no more is looked at. */
  taken(): number {
    clearInterval(this.#looking)
    this.#look()
    return Math.round(Math.max(0, this.#most - this.#before) / 1000)
  }

  #look(): void {
    this.#most = Math.max(this.#most, residentOf(this.#id))
  }
}

/** What the process `id` has resident, in KB; 0 where the system does not tell it. */
function residentOf(id: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(id)}/status`, 'utf8')
    return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}
