import * as vscode from 'vscode'
import { plainMessage } from '../../core/text/inertMarkdown.ts'

/** What long work heeds, and by what it says how far it is. */
export interface LongWork {
  /** Aborted when the analyst cancels. */
  readonly signal: AbortSignal
  /** Says what is being done, and how much of the whole was done since, in per cent. */
  readonly tell: (message: string, increment?: number) => void
}

/**
 * What `work` gives, shown in a notification while it goes on, by which it can be cancelled; `undefined` where
 * it was: what it then gives, and what it throws, is nobody's business.
 */
export async function withProgress<T>(
  title: string,
  work: (long: LongWork) => Promise<T>,
): Promise<T | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: plainMessage(title),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController()
      const { signal } = abort
      token.onCancellationRequested(() => {
        abort.abort()
      })
      const tell = (message: string, increment = 0): void => {
        progress.report({ message: plainMessage(message), increment })
      }
      try {
        const done = await work({ signal, tell })
        return signal.aborted ? undefined : done
      } catch (error) {
        if (signal.aborted) return undefined
        throw error
      }
    },
  )
}
