/** So long after an event nothing more may come before a reload begins, in milliseconds. */
const pause = 200

/** So long a reload waits at most while events go on coming, in milliseconds. */
const longestWait = 1500

/** Makes many events into few reloads, one after the other: a change of branch brings thousands. */
export class Reloading {
  readonly #load: () => Promise<void>
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitingSince: number | undefined
  #running: Promise<void> = Promise.resolve()
  #isDisposed = false

  constructor(load: () => Promise<void>) {
    this.#load = load
  }

  /** A reload once nothing has come for a while, or at the end of the longest wait. */
  soon(): void {
    if (this.#isDisposed) return
    const now = performance.now()
    this.#waitingSince ??= now
    clearTimeout(this.#timer)
    const rest = this.#waitingSince + longestWait - now
    this.#timer = setTimeout(
      () => {
        this.now().catch(() => undefined)
      },
      Math.max(0, Math.min(pause, rest)),
    )
  }

  /**
   * A reload, by `load` if it is to be another, behind the one that runs; resolves when it is done. What it was to
   * read besides, is read soon where another one fails.
   */
  now(load = this.#load): Promise<void> {
    clearTimeout(this.#timer)
    const isAwaited = this.#waitingSince !== undefined && load !== this.#load
    this.#waitingSince = undefined
    const loaded = this.#running.then(() => (this.#isDisposed ? undefined : load()))
    // One that fails keeps none of those behind it from running.
    this.#running = loaded.catch(() => {
      if (isAwaited) this.soon()
    })
    return loaded
  }

  dispose(): void {
    this.#isDisposed = true
    clearTimeout(this.#timer)
  }
}
