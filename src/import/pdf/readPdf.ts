import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { PdfError, pdfLimits, type PdfPage, type PdfPages, type PdfRefusal } from './pages.ts'

/** How the process that reads PDFs is started: what runs JavaScript, and the script. */
export interface PdfReader {
  readonly command: string
  /** Of readerProcess.ts, or of what it is bundled to. */
  readonly script: string
  /** Milliseconds; {@link pdfLimits} unless told otherwise. */
  readonly time?: number
}

/**
 * What the PDF `bytes` draws. A process of its own reads it, without our environment: it is ended
 * after 30 seconds, when its heap reaches 512 MB, and when `signal` is aborted; nothing half read is
 * returned.
 *
 * @throws PdfError where nothing could be read.
 */
export async function readPdf(
  bytes: Uint8Array,
  reader: PdfReader,
  signal?: AbortSignal,
): Promise<PdfPages> {
  if (bytes.length > pdfLimits.bytes) {
    throw new PdfError('too large', `${String(bytes.length)} bytes`)
  }
  const time = reader.time ?? pdfLimits.time
  const late = AbortSignal.timeout(time)
  const child = start(reader, signal === undefined ? late : AbortSignal.any([signal, late]))
  const ended = endOf(child)
  feed(child, bytes)
  try {
    const pages = await collect(child)
    if (pages !== undefined) return pages
    await ended
    signal?.throwIfAborted()
    throw late.aborted
      ? new PdfError('too slow', `not read after ${String(time)} ms`)
      : new PdfError('failed', 'the process that read it ended')
  } finally {
    child.kill('SIGKILL')
  }
}

function start({ command, script }: PdfReader, signal: AbortSignal): ChildProcess {
  const memory = `--max-old-space-size=${String(pdfLimits.memory)}`
  return spawn(command, [memory, '--disable-warning=ExperimentalWarning', script], {
    // Electron's binary runs JavaScript like Node's when it is told to.
    env: { ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
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

/** What the process said, when it said all of it. */
async function collect({ stdout }: ChildProcess): Promise<PdfPages | undefined> {
  if (stdout === null) return undefined
  let head: Readonly<Record<string, string>> = {}
  const pages: PdfPage[] = []
  for await (const line of createInterface({ input: stdout })) {
    const said = JSON.parse(line) as Said
    if ('reason' in said) throw new PdfError(said.reason, said.message)
    if ('head' in said) head = said.head
    if ('page' in said) pages.push(said.page)
    if ('end' in said) return said.end === pages.length ? { ...head, pages } : undefined
  }
  return undefined
}

type Said =
  | { readonly head: Readonly<Record<string, string>> }
  | { readonly page: PdfPage }
  | { readonly end: number }
  | { readonly reason: PdfRefusal; readonly message: string }
