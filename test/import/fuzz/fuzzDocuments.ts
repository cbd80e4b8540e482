import { Worker } from 'node:worker_threads'
import type { Answered, Asked } from './fuzzThread.ts'

/** What the thread says when it begins to read. */
const begins = 'begins'

/** What became of a document, or that nothing did. */
export interface Fuzzed extends Answered {
  /** How much more the process had resident while it was read than before, at most, in MB. */
  readonly memory: number
}

/** A document that takes longer hangs, in milliseconds: small ones take a few. */
const longest = 60_000

/** Judges the documents one after the other, in a thread that is replaced where it hangs or dies. */
export async function* fuzzDocuments(all: Iterable<Asked>): AsyncGenerator<Fuzzed> {
  let thread = newThread()
  try {
    for (const asked of all) {
      const fuzzed = await answerOf(thread, asked)
      if (fuzzed.outcome === 'hang' || fuzzed.outcome === 'died') {
        await thread.terminate()
        thread = newThread()
      }
      yield fuzzed
    }
  } finally {
    await thread.terminate()
  }
}

function newThread(): Worker {
  return new Worker(new URL('./fuzzThread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  })
}

async function answerOf(thread: Worker, asked: Asked): Promise<Fuzzed> {
  const none = { ...asked, bytes: 0, time: longest }
  const memory = new Memory()
  return new Promise((resolve) => {
    const settle = (answered: Answered): void => {
      clearTimeout(late)
      thread.removeAllListeners('message')
      thread.removeAllListeners('error')
      resolve({ ...answered, memory: memory.taken() })
    }
    const late = setTimeout(() => {
      settle({ ...none, outcome: 'hang', faults: [`hangs: longer than ${String(longest)} ms`] })
    }, longest)
    thread.on('message', (said: Answered | typeof begins) => {
      if (said === begins) memory.begin()
      else settle(said)
    })
    thread.once('error', (error: Error) => {
      settle({ ...none, outcome: 'died', faults: [`dies: ${error.message.slice(0, 100)}`] })
    })
    thread.postMessage(asked)
  })
}

/** What this process takes from when it begins. */
class Memory {
  #before = 0
  #most = 0
  #looking: NodeJS.Timeout | undefined

  begin(): void {
    this.#before = process.memoryUsage.rss()
    this.#looking = setInterval(() => {
      this.#look()
    }, 5)
  }

  /** In MB, and no more is looked at. */
  taken(): number {
    clearInterval(this.#looking)
    this.#look()
    return Math.round((this.#most - this.#before) / 1_000_000)
  }

  #look(): void {
    this.#most = Math.max(this.#most, this.#before, process.memoryUsage.rss())
  }
}
