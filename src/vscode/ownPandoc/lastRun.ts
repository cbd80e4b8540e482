import type * as vscode from 'vscode'

/** The run of Pandoc that is going on: the next one ends it. */
export class LastRun implements vscode.Disposable {
  #running = new AbortController()

  /** What ends a run that begins now: `signal`, and the next run. */
  begin(signal: AbortSignal): AbortSignal {
    this.#running.abort()
    this.#running = new AbortController()
    return AbortSignal.any([signal, this.#running.signal])
  }

  dispose(): void {
    this.#running.abort()
  }
}
