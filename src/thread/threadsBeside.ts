import type { Beside, Task } from '../workspace/tasks/beside.ts'
import { Thread, type ThreadLimits } from './thread.ts'

const usualLimits: ThreadLimits = { threads: 2, memory: 1024, idle: 5000 }

/** Threads of this process that run `script`, that of `corpusThread.ts`: started when there are tasks. */
export class ThreadsBeside implements Beside {
  readonly #script: string
  readonly #limits: ThreadLimits
  readonly #threads = new Set<Thread>()
  readonly #waiting: (() => void)[] = []

  constructor(script: string, limits: Partial<ThreadLimits> = {}) {
    this.#script = script
    this.#limits = { ...usualLimits, ...limits }
  }

  async run(task: Task, signal?: AbortSignal): Promise<Uint8Array> {
    try {
      for (;;) {
        signal?.throwIfAborted()
        const thread = this.#free()
        if (thread !== undefined) return await thread.run(task, signal)
        await new Promise<void>((resolve) => this.#waiting.push(resolve))
      }
    } finally {
      // Also where it was given up while it waited: else its turn would be nobody's.
      this.#waiting.shift()?.()
    }
  }

  dispose(): void {
    for (const thread of this.#threads) thread.end()
  }

  /** One that has nothing to do, a new one if need be; `undefined` where all are busy. */
  #free(): Thread | undefined {
    for (const thread of this.#threads) {
      if (thread.hasEnded) this.#threads.delete(thread)
      else if (!thread.isBusy) return thread
    }
    if (this.#threads.size >= this.#limits.threads) return undefined
    const thread = new Thread(this.#script, this.#limits)
    this.#threads.add(thread)
    return thread
  }
}
