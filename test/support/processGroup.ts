import type { ChildProcess } from 'node:child_process'
import { undoAtExit } from './throwAway.ts'

/** Ends `child`, which must have been spawned `detached`, with everything that it started. */
export async function endProcessGroup(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  signalGroup(child, 'SIGTERM')
  const late = setTimeout(() => {
    signalGroup(child, 'SIGKILL')
  }, 5_000)
  await ended
  clearTimeout(late)
}

/** Ends `child` and what it started also when this process is interrupted. */
export function endGroupAtExit(child: ChildProcess): void {
  undoAtExit(() => {
    if (!hasEnded(child)) signalGroup(child, 'SIGKILL')
  })
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It went by itself in the meantime.
  }
}
