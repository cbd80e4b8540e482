import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'

/** How programs are kept: what runs JavaScript, and the script of keeper.ts or of what it is bundled to. */
export interface Keeper {
  readonly command: string
  readonly script: string
}

/** A program to run, and by what it is held. */
export interface Run {
  readonly program: string
  readonly args: readonly string[]
  /** What it finds on its standard input. */
  readonly input: string
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  /** When it is ended at the latest, in milliseconds from now. */
  readonly time: number
  readonly signal: AbortSignal
}

/** What a program wrote, and the number that it ended with. */
export interface Answer {
  readonly code: number
  readonly output: string
  /** The beginning of what it wrote on standard error. */
  readonly said: string
}

/** The most that a program may write, in bytes; of standard error no more is kept. */
const mostBytes = { output: 100_000_000, said: 20_000 }

/**
 * Runs a program without a shell until it ends. A process beside it ends it when its time is over, `signal` is
 * aborted, it writes too much, or we are gone ourselves.
 */
export async function runKept(keeper: Keeper, run: Run): Promise<Answer | 'tooMuch'> {
  run.signal.throwIfAborted()
  const child = start(keeper, run)
  const letGo = (): void => {
    if (child.connected) child.disconnect()
  }
  run.signal.addEventListener('abort', letGo, { once: true })
  feed(child, run.input)
  const output = collected(child.stdout, mostBytes.output, letGo)
  const said = collected(child.stderr, mostBytes.said)
  try {
    const code = await endOf(child)
    run.signal.throwIfAborted()
    if (code === undefined) return { code: notStarted, output: '', said: '' }
    const whole = await output
    return whole.isWhole ? { code, output: whole.text, said: (await said).text } : 'tooMuch'
  } finally {
    run.signal.removeEventListener('abort', letGo)
    letGo()
  }
}

function start({ command, script }: Keeper, run: Run): ChildProcess {
  return spawn(command, [script, String(run.time), run.program, ...run.args], {
    cwd: run.folder,
    // Electron's binary runs JavaScript like Node's when it is told to.
    env: { ...run.environment, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  })
}

function feed({ stdin }: ChildProcess, input: string): void {
  // It may end before it has read all.
  stdin?.on('error', () => undefined)
  stdin?.end(input)
}

/** The number of what kept the program, where it could not be started, or was ended by others. */
const notStarted = -1

/**
 * Resolves when the process is gone, to nothing where it could not be started. Node tells of no `close` once we
 * let go of a process.
 */
async function endOf(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    child.on('error', () => {
      resolve(undefined)
    })
    child.on('exit', (code) => {
      resolve(code ?? notStarted)
    })
  })
}

interface Collected {
  readonly text: string
  readonly isWhole: boolean
}

/** What comes out of `stream`: its first `most` bytes; calls `tooMuch` when more comes. */
async function collected(
  stream: Readable | null,
  most: number,
  tooMuch = (): void => undefined,
): Promise<Collected> {
  const parts: Uint8Array[] = []
  let size = 0
  stream?.on('data', (part: Uint8Array) => {
    size += part.length
    if (size <= most) parts.push(part)
    else tooMuch()
  })
  return new Promise((resolve) => {
    const done = (): void => {
      resolve({ text: Buffer.concat(parts).toString('utf8'), isWhole: size <= most })
    }
    if (stream === null) done()
    else stream.on('close', done)
  })
}
