import type { CompilingTask, ReadingTask } from '../workspace/tasks/beside.ts'

/** What a thread is told: what it is to do, or a stored corpus file for what it compiles next. */
export type ToThread =
  | { readonly kind: 'stored'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'task'
      readonly task: ReadingTask | Omit<CompilingTask, 'stored'>
      /** One number: anything but 0 once nobody needs it any more. */
      readonly given: Int32Array
    }

/** What a thread answers to a task. */
export type FromThread =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'givenUp' }
  | { readonly kind: 'failed'; readonly message: string }
