import { rmSync } from 'node:fs'

/**
 * Runs `undo` when this process ends, however it ends short of SIGKILL: a server, a folder or a
 * browser that we made goes with us. `undo` must be synchronous and must not mind being late.
 */
export function undoAtExit(undo: () => void): void {
  if (process.listenerCount('exit', leaveAtOnce) === 0) {
    process.on('exit', leaveAtOnce)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => process.exit(130))
    }
  }
  undos.push(undo)
}

/** Removes a folder that we made, also when files are still being written to it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

const undos: (() => void)[] = []

function leaveAtOnce(): void {
  for (const undo of undos.splice(0).reverse()) undo()
}
