/**
 * So long anything is waited for, in milliseconds, before it counts as hung. It judges nothing: a slow
 * machine reaches it as little as a quick one.
 */
export const longestWait = 120_000

/** Has a listener called whenever something may have changed, until it is disposed of: an event of VS Code is one. */
export type Signal = (listener: () => void) => { readonly dispose: () => unknown }

type Awaitable<T> = T | PromiseLike<T>

/**
 * What `probe` gives as soon as it is neither `undefined` nor `false`: it is asked at once, and again at
 * each `signal`. Only a hang ends this otherwise, naming `what` and the last trouble of the probe.
 */
export async function eventually<T>(
  what: string,
  probe: () => Awaitable<T | false | undefined>,
  signal: Signal = everyMoment,
): Promise<T> {
  const bell = new Bell(signal)
  let trouble = ''
  const answer = async (): Promise<T> => {
    for (;;) {
      try {
        const found = await probe()
        if (found !== undefined && found !== false) return found
        trouble = ''
      } catch (error) {
        trouble = `: ${String(error)}`
      }
      await bell.rings()
    }
  }
  try {
    return await unlessItHangs(() => what + trouble, answer())
  } finally {
    bell.dispose()
  }
}

/**
 * What `attempt` gives. A window may lose what it is asked to do, so an attempt fails where nothing came
 * of it within its `patience`; the next one has twice as much, so that no machine is too slow for all.
 */
export async function insistently<T>(
  what: string,
  attempt: (patience: number) => Promise<T | false | undefined>,
): Promise<T> {
  let patience = 1_000
  return eventually(what, () => {
    patience *= 2
    return attempt(patience)
  })
}

/** What `wanted` comes to. Where it comes to nothing for {@link longestWait}, an error that says `what` it was. */
export async function unlessItHangs<T>(what: () => string, wanted: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hang = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`hung for ${String(longestWait / 1000)} s: ${what()}`))
    }, longestWait)
  })
  try {
    return await Promise.race([wanted, hang])
  } finally {
    clearTimeout(timer)
  }
}

/** Rings at each signal, and now and then by itself, since no signal tells everything. */
class Bell {
  readonly #subscription: ReturnType<Signal>
  readonly #clock: ReturnType<typeof setInterval>
  #hasRung = false
  #heard: () => void = () => undefined

  constructor(signal: Signal) {
    const ring = (): void => {
      this.#hasRung = true
      this.#heard()
    }
    this.#subscription = signal(ring)
    this.#clock = setInterval(ring, 500)
  }

  /** Until it has rung since this was asked last. */
  async rings(): Promise<void> {
    if (!this.#hasRung) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve
      })
    }
    this.#hasRung = false
  }

  dispose(): void {
    this.#subscription.dispose()
    clearInterval(this.#clock)
  }
}

/** For what has no event of its own. */
const everyMoment: Signal = (listener) => {
  const clock = setInterval(listener, 25)
  return {
    dispose: () => {
      clearInterval(clock)
    },
  }
}
