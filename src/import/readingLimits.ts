import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import { documentLimits, isLimitReached, whyRefused, type DocumentError } from './documentError.ts'

/** What the process that reads a document may take before it ends. */
export interface ReadingLimits {
  /** Of all the time, in milliseconds. */
  readonly time: number
  /** Resident in memory, in megabytes. */
  readonly memory: number
}

/** What it may take unless somebody raised it. */
export const usualLimits: ReadingLimits = {
  time: documentLimits.time,
  memory: documentLimits.memory,
}

/** How the limits are written behind the script of the process that is to keep them. */
export function asArguments({ time, memory }: ReadingLimits): readonly string[] {
  return [String(time), String(memory)]
}

/** The limits that `written`, what stands behind a script, sets; the usual ones where it sets none. */
export function limitsIn([time, memory]: readonly string[]): ReadingLimits {
  return {
    time: positive(time) ?? usualLimits.time,
    memory: positive(memory) ?? usualLimits.memory,
  }
}

function positive(written: string | undefined): number | undefined {
  const number = Number(written)
  return Number.isFinite(number) && number > 0 ? number : undefined
}

/**
 * How much of the memory the heap of JavaScript may be, in megabytes: the program itself and the bytes of
 * the document lie beside it.
 */
export function heapWithin(memory: number): number {
  return Math.max(64, Math.floor(memory * 0.75))
}

/**
 * How much what is packed in a document may be when it is unpacked, in bytes: `one` part, and `all`.
 * A part of 64 MB takes about 512 MB to be read: pdf.js doubles what it unpacks into, and makes objects
 * of it. All together cost time rather than memory, and the published documents that we know stay below 40 MB.
 */
export function mostUnpacked({ memory }: ReadingLimits): {
  readonly one: number
  readonly all: number
} {
  return { one: memory * 125_000, all: memory * 1_000_000 }
}

/** By what who reads a document raises a limit: a setting, or an option of the command line. */
export interface RaisedBy {
  readonly time: string
  readonly memory: string
}

/** Why nothing was read, said of the document; of one of `limits`, also what it is and what raises it. */
export function whyNotRead(
  { reason, names }: Pick<DocumentError, 'reason' | 'names'>,
  { time, memory }: ReadingLimits,
  raisedBy: RaisedBy,
): Sentence {
  if (!isLimitReached(reason)) return whyRefused({ reason, names })
  switch (reason) {
    case 'too slow':
      return sentence`reading it took longer than ${time / 1000} seconds. Raise ${raisedBy.time} to give it more.`
    case 'too much memory':
      return sentence`reading it took more than ${memory} MB of memory. Raise ${raisedBy.memory} to give it more.`
    case 'unpacked too large':
      return sentence`unpacked, it is so large that reading it would take more than ${memory} MB of memory. Raise ${raisedBy.memory} to give it more.`
  }
}
