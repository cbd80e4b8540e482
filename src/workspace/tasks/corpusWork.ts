import type { ProvisionList } from '../../core/corpus/stored/provisionList.ts'
import type { Surroundings } from '../../core/search/searchedFields.ts'
import { compileInSlices } from '../../core/search/searchIndex.ts'
import type { Disposable } from '../host.ts'
import { inSlices } from '../inSlices.ts'
import { isThreadEnded, type Beside, type Task } from './beside.ts'

/** A segment that is to be compiled. */
export interface ToCompile {
  /** Those of whole instruments, one behind the other. */
  readonly provisions: ProvisionList
  /** The corpus files of these instruments as they are stored; `undefined` where that is not known of all. */
  readonly stored: readonly Uint8Array[] | undefined
  readonly surroundings: Surroundings
}

/**
 * The long work on corpora: done in threads beside ours where there are any, otherwise in slices between which
 * others have their turn; what comes of it is the same.
 */
export class CorpusWork implements Disposable {
  readonly #open: (() => Promise<Beside>) | undefined
  #beside: Promise<Beside> | undefined
  /** What is done here is done one after the other: two slices at once would be one that is twice as long. */
  #here: Promise<unknown> = Promise.resolve()

  /** Without `open` nothing is done beside. */
  constructor(open?: () => Promise<Beside>) {
    this.#open = open
  }

  /**
   * Reads the bytes of a corpus file called `name`: gives it as it is stored.
   *
   * @throws ThreadEnded where what reads it ended, and did so again; the reason of `signal` once that is aborted.
   */
  async read(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Uint8Array> {
    const done = await this.#doneBeside({ kind: 'read', bytes, name }, signal)
    if (done !== undefined) return done
    const { storedInSteps } = await import('./reading.ts')
    return this.#doneHere(storedInSteps(bytes, name), signal)
  }

  /**
   * The bytes of the segment of what is `toCompile`.
   *
   * @throws ThreadEnded where what compiles it ended, and did so again; the reason of `signal` once that is aborted.
   */
  async compile(
    { provisions, stored, surroundings }: ToCompile,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    const { agencies, terms } = surroundings
    const done =
      stored &&
      (await this.#doneBeside(
        { kind: 'compile', stored, agencies: [...agencies.values()], terms },
        signal,
      ))
    return done ?? this.#doneHere(compileInSlices([{ provisions }], surroundings), signal)
  }

  dispose(): void {
    this.#beside?.then(
      (beside) => {
        beside.dispose()
      },
      () => undefined,
    )
  }

  /** What `task` gives; `undefined` where nothing is done beside. A thread that ends is started again once. */
  async #doneBeside(task: Task, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    this.#beside ??= this.#open?.()
    const beside = await this.#beside
    if (beside === undefined) return undefined
    try {
      return await beside.run(task, signal)
    } catch (error) {
      signal?.throwIfAborted()
      if (!isThreadEnded(error)) throw error
      return beside.run(task, signal)
    }
  }

  async #doneHere(
    steps: Generator<unknown, Uint8Array>,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const work = this.#here.then(async () => {
      signal?.throwIfAborted()
      return inSlices(steps, () => signal?.aborted === true)
    })
    this.#here = work.catch(() => undefined)
    const done = await work
    signal?.throwIfAborted()
    return done ?? new Uint8Array(0)
  }
}
