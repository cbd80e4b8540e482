import { spawn, type ChildProcess } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Outline } from '../core/official/outline.ts'
import { DocumentError, documentLimits, type Refusal, type SeenField } from './documentError.ts'
import { asArguments, heapWithin, usualLimits, type ReadingLimits } from './readingLimits.ts'

/** How the process that reads documents is started: what runs JavaScript, and the script. */
export interface ReaderProcess extends Partial<ReadingLimits> {
  readonly command: string
  /** Of readerProcess.ts, or of what it is bundled to. */
  readonly script: string
  /** Which fields of a list are what, as `parseFieldMap` reads it; those that are evident unless told. */
  readonly map?: string
}

/**
 * The outline of an official document, whatever its format is. A process of its own reads it, without
 * our environment: it ends after 30 seconds, when 512 MB of it are in memory, when this process does, and
 * when `signal` is aborted; nothing half read is returned.
 *
 * @throws DocumentError where nothing could be read.
 */
export async function readOfficialDocument(
  bytes: Uint8Array,
  reader: ReaderProcess,
  signal?: AbortSignal,
): Promise<Outline> {
  if (bytes.length > documentLimits.bytes) {
    throw new DocumentError('too large', `${String(bytes.length)} bytes`)
  }
  const limits = { ...usualLimits, ...reader }
  const late = AbortSignal.timeout(limits.time)
  const child = start(reader, limits, signal === undefined ? late : AbortSignal.any([signal, late]))
  const ended = endOf(child)
  feed(child, bytes)
  try {
    const said = child.stdout === null ? '' : await text(child.stdout)
    if (said.endsWith(endOfMessage)) return outlineIn(JSON.parse(said) as Said)
    await ended
    signal?.throwIfAborted()
    throw late.aborted
      ? new DocumentError('too slow', `not read after ${String(limits.time)} ms`)
      : new DocumentError('failed', 'the process that read it ended')
  } finally {
    child.kill('SIGKILL')
  }
}

/** What the process says, all of it, and that it is all: one line of JSON. */
export type Said =
  | { readonly outline: Outline }
  | {
      readonly reason: Refusal
      readonly message: string
      readonly names: readonly string[]
      readonly fields?: readonly SeenField[]
    }

/** A message without it was cut off. */
const endOfMessage = '}\n'

function outlineIn(said: Said): Outline {
  if ('reason' in said) {
    const { reason, message, names, fields } = said
    throw new DocumentError(reason, message, names, fields)
  }
  return said.outline
}

function start(
  { command, script, map }: ReaderProcess,
  limits: ReadingLimits,
  signal: AbortSignal,
): ChildProcess {
  const heap = `--max-old-space-size=${String(heapWithin(limits.memory))}`
  const behind = [...asArguments(limits), ...(map === undefined ? [] : [map])]
  return spawn(command, [heap, script, ...behind], {
    // Electron's binary runs JavaScript like Node's when it is told to.
    env: { ELECTRON_RUN_AS_NODE: '1' },
    // Nothing is said over the last one: it closes when this process ends.
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
    windowsHide: true,
    killSignal: 'SIGKILL',
    signal,
  })
}

/** Resolves when the process is gone, or could not be started. */
async function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('error', () => {
      resolve()
    })
    child.on('close', () => {
      resolve()
    })
  })
}

function feed({ stdin }: ChildProcess, bytes: Uint8Array): void {
  // The process may refuse and end before it has read all.
  stdin?.on('error', () => undefined)
  stdin?.end(bytes)
}
