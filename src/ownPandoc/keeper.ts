// Keeps another program: runs it with our own streams, and ends it with all that it started when it has
// ended, when it took too long, and when whoever started us let go of us or is gone. See runKept.ts.
import { spawn, type ChildProcess } from 'node:child_process'

const [time = '0', program = '', ...args] = process.argv.slice(2)

/** Elsewhere than on Windows it leads a group of processes, which is ended as a whole. */
const leadsGroup = process.platform !== 'win32'

/** What a program that was not started, or not waited for, gives for an answer. */
const notKept = 127

function start(): ChildProcess {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  return spawn(program, args, { env, stdio: 'inherit', detached: leadsGroup, windowsHide: true })
}

function end(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (leadsGroup) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

function endWith(child: ChildProcess, code: number): void {
  end(child)
  process.exit(code)
}

const kept = start()
kept.on('error', () => {
  endWith(kept, notKept)
})
kept.on('exit', (code) => {
  endWith(kept, code ?? notKept)
})
process.on('disconnect', () => {
  endWith(kept, notKept)
})
setTimeout(() => {
  endWith(kept, notKept)
}, Number(time))
if (!process.connected) endWith(kept, notKept)
