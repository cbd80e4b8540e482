import type { Disposable } from './host.ts'

/** Something that can be listened to, until what it gives is disposed of. */
export type Event<T> = (listener: (value: T) => void) => Disposable

/** Those who listen to one thing. */
export class Listeners<T> implements Disposable {
  readonly #listeners = new Set<{ readonly call: (value: T) => void }>()

  readonly event: Event<T> = (call) => {
    const listener = { call }
    this.#listeners.add(listener)
    return { dispose: () => this.#listeners.delete(listener) }
  }

  /** Tells all of them; one that throws keeps none from hearing it, and is an uncaught error. */
  tell(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener.call(value)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  dispose(): void {
    this.#listeners.clear()
  }
}
