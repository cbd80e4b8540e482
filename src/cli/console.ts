import { once } from 'node:events'
import { fstatSync, writeSync } from 'node:fs'
import { inWords, sentence, type FillTemplate } from '../core/corpus/sentence.ts'
import { visibleLine, visibleLines } from '../core/text/controls/visibleControls.ts'
import { Unwritten } from './failure.ts'

/**
 * Writes `text` for people to the standard output: lines, parted by line feeds, in which no character of a
 * name or a text steers the terminal.
 *
 * @throws Unwritten where that is a file, and it cannot be written.
 */
export function tell(text: string): void {
  write(visibleLines(text))
}

/**
 * Writes a document to the standard output, byte for byte, unless that is a terminal.
 *
 * @throws Unwritten where that is a file, and it cannot be written.
 */
export function say(document: string): void {
  write(process.stdout.isTTY ? visibleLines(document) : document)
}

/** As {@link tell}; waits where whoever reads it is slower than we are. */
export async function tellInTime(text: string): Promise<void> {
  if (!write(visibleLines(text))) await once(process.stdout, 'drain')
}

/** Writes a line for people to the standard error. */
export function complain(line: string): void {
  process.stderr.write(`${visibleLine(line)}\n`)
}

/** Whether more may be written at once. */
function write(text: string): boolean {
  if (!isFile()) return process.stdout.write(text)
  writeAll(Buffer.from(text))
  return true
}

/** Whether the standard output is a file on a disk. */
function isFile(): boolean {
  return fstatSync(process.stdout.fd).isFile()
}

/** Node's stream loses the rest where a disk that gets full takes a part of it only. */
function writeAll(bytes: Uint8Array): void {
  try {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(process.stdout.fd, bytes, written)
    }
  } catch (error) {
    throw new Unwritten(standardOutput, error)
  }
}

const standardOutput = sentence`The standard output`

/**
 * Ends the process where its output can no longer be written: with a message and 2, and without a message
 * and with 1 where whoever reads it stops before its end, as `head` does. `words` are those of the reader.
 */
export function endWhereUnwritten(words: () => FillTemplate): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(1)
    complain(inWords(new Unwritten(standardOutput, error).said, words()))
    process.exit(2)
  })
  // Nothing is left to say it to.
  process.stderr.on('error', () => undefined)
}
