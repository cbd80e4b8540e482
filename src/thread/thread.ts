import { Worker } from 'node:worker_threads'
import { othersTurn } from '../workspace/inSlices.ts'
import { ThreadEnded, type Task } from '../workspace/tasks/beside.ts'
import type { FromThread, ToThread } from './messages.ts'

/** What threads may have. */
export interface ThreadLimits {
  /** So many run at most. */
  readonly threads: number
  /** So much of one's objects is in memory at most, in MB: one that needs more ends. */
  readonly memory: number
  /** One that had nothing to do for so long ends, and gives its memory back, in milliseconds. */
  readonly idle: number
}

/** Handing over goes on so long at a time, in milliseconds. */
const slice = 4

/** Who waits for the answer to a task. */
interface Waiting {
  readonly resolve: (answer: FromThread) => void
  readonly reject: (error: Error) => void
}

/** One thread; it does one task at a time, and keeps this process from ending only meanwhile. */
export class Thread {
  readonly #worker: Worker
  readonly #idle: number
  #waiting: Waiting | undefined
  #isBusy = false
  #ended: ThreadEnded | undefined
  #ending: ReturnType<typeof setTimeout> | undefined

  constructor(script: string, { memory, idle }: Omit<ThreadLimits, 'threads'>) {
    this.#idle = idle
    this.#worker = new Worker(script, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    this.#worker.on('message', (answer: FromThread) => {
      this.#waiting?.resolve(answer)
    })
    this.#worker.on('error', (error) => {
      this.#end(String(error))
    })
    this.#worker.on('exit', (code) => {
      this.#end(`it ended with ${String(code)}`)
    })
  }

  get isBusy(): boolean {
    return this.#isBusy
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined
  }

  /** See {@link Beside.run}. */
  async run(task: Task, signal?: AbortSignal): Promise<Uint8Array> {
    this.#isBusy = true
    clearTimeout(this.#ending)
    this.#worker.ref()
    try {
      return await this.#answerTo(task, signal)
    } finally {
      this.#isBusy = false
      this.#worker.unref()
      this.#ending = setTimeout(() => {
        this.end()
      }, this.#idle)
      this.#ending.unref()
    }
  }

  end(): void {
    clearTimeout(this.#ending)
    this.#end('it was not needed any more')
    this.#worker.terminate().catch(() => undefined)
  }

  async #answerTo(task: Task, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const given = new Int32Array(new SharedArrayBuffer(4))
    const giveUp = (): void => {
      Atomics.store(given, 0, 1)
    }
    signal?.addEventListener('abort', giveUp)
    try {
      const answer = await this.#asked(task, given)
      signal?.throwIfAborted()
      if (answer.kind === 'done') return answer.bytes
      throw new Error(answer.kind === 'failed' ? answer.message : 'It was given up.')
    } finally {
      signal?.removeEventListener('abort', giveUp)
    }
  }

  async #asked(task: Task, given: Int32Array): Promise<FromThread> {
    if (task.kind === 'read') return this.#ask({ ...task, bytes: task.bytes.slice() }, given)
    const { kind, stored, agencies, terms } = task
    await this.#handOver(stored)
    return this.#ask({ kind, agencies, terms }, given)
  }

  async #handOver(stored: readonly Uint8Array[]): Promise<void> {
    let begun = performance.now()
    for (const one of stored) {
      const bytes = one.slice()
      this.#post({ kind: 'stored', bytes }, [bytes.buffer])
      if (performance.now() - begun < slice) continue
      await othersTurn()
      begun = performance.now()
    }
  }

  #ask(task: Extract<ToThread, { kind: 'task' }>['task'], given: Int32Array): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended)
        return
      }
      this.#waiting = { resolve, reject }
      this.#post({ kind: 'task', task, given })
    })
  }

  #post(message: ToThread, handedOver: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, handedOver)
  }

  #end(why: string): void {
    this.#ended ??= new ThreadEnded(`A thread ended: ${why}`)
    this.#waiting?.reject(this.#ended)
  }
}
