import { parentPort, type MessagePort } from 'node:worker_threads'
import type { InstrumentFile } from '../core/corpus/corpus.ts'
import { fileIn } from '../core/corpusFile/storedFile.ts'
import { compileInSlices } from '../core/search/searchIndex.ts'
import type * as ReadingModule from '../workspace/tasks/reading.ts'
import type { FromThread, ToThread } from './messages.ts'

type Reading = typeof ReadingModule
type ToDo = Extract<ToThread, { kind: 'task' }>

class CorpusThread {
  readonly #reading: Reading
  /** The corpus files of what is compiled next, the last one first. */
  #stored: Uint8Array[] = []

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** What there is to answer to `message`, if anything. */
  hear(message: ToThread): FromThread | undefined {
    if (message.kind === 'task') return this.#do(message)
    this.#stored.unshift(message.bytes)
    return undefined
  }

  #do({ task, given }: ToDo): FromThread {
    try {
      const steps = this.#stepsOf(task)
      while (Atomics.load(given, 0) === 0) {
        const step = steps.next()
        if (step.done === true) return { kind: 'done', bytes: owning(step.value) }
      }
      return { kind: 'givenUp' }
    } catch (error) {
      return { kind: 'failed', message: String(error) }
    } finally {
      this.#stored = []
    }
  }

  #stepsOf(task: ToDo['task']): Generator<unknown, Uint8Array> {
    if (task.kind === 'read') return this.#reading.storedInSteps(task.bytes, task.name)
    const agencies = new Map(task.agencies.map((agency) => [agency.code, agency]))
    return compileInSlices(this.#instruments(), { agencies, terms: task.terms })
  }

  /** Each is read when it is asked for, and then let go. */
  *#instruments(): Generator<InstrumentFile> {
    for (let bytes = this.#stored.pop(); bytes !== undefined; bytes = this.#stored.pop()) {
      const file = fileIn(bytes)
      if (file?.kind === 'instrument') yield file.file
    }
  }
}

/** `bytes` in a buffer that is theirs alone, and may be handed over. */
function owning(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes)
}

/** Does what comes at `port` once what reads corpus files is loaded, which other chunks load as well; until then it waits there. */
async function listen(port: MessagePort): Promise<void> {
  const thread = new CorpusThread(await import('../workspace/tasks/reading.ts'))
  port.on('message', (message: ToThread) => {
    const answer = thread.hear(message)
    if (answer === undefined) return
    port.postMessage(answer, answer.kind === 'done' ? [answer.bytes.buffer] : [])
  })
}

if (parentPort !== null) void listen(parentPort)
