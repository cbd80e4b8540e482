import { watch } from 'node:fs'
import type { Signal } from './eventually.ts'

/** Signals whatever happens to the files that lie in `folder` itself. */
export function fileChanges(folder: string): Signal {
  return (listener) => {
    const watcher = watch(folder, listener)
    return {
      dispose: () => {
        watcher.close()
      },
    }
  }
}
