import type { Agency, Term } from '../../core/corpus/provision.ts'
import type { Disposable } from '../host.ts'

/** What is asked of a thread beside ours; the answer is bytes. */
export type Task = ReadingTask | CompilingTask

/** Reading one corpus file, which is then as `storedFile` writes it. */
export interface ReadingTask {
  readonly kind: 'read'
  /** The file as it is, and what troubles call it. */
  readonly bytes: Uint8Array
  readonly name: string
}

/** Compiling the segment of whole instruments. */
export interface CompilingTask {
  readonly kind: 'compile'
  /** The corpus files of the instruments, as they are stored. */
  readonly stored: readonly Uint8Array[]
  readonly agencies: readonly Agency[]
  readonly terms: readonly Term[]
}

/** What does tasks in threads beside ours, which it starts when there are tasks. */
export interface Beside extends Disposable {
  /**
   * Does `task`, which is not changed.
   *
   * @throws ThreadEnded where the thread ended before it was done; the reason of `signal` once that is aborted.
   */
  run(task: Task, signal?: AbortSignal): Promise<Uint8Array>
}

const threadEnded = 'ThreadEnded'

/** A thread ended before it had done what it was asked to. */
export class ThreadEnded extends Error {
  override readonly name = threadEnded
}

/** Errors lose their class on the way from one bundle to another. */
export function isThreadEnded(error: unknown): error is ThreadEnded {
  return error instanceof Error && error.name === threadEnded
}
