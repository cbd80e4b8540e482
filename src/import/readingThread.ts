// The thread that reads a document, while the main one sees to the limits.
import { parentPort } from 'node:worker_threads'
import { inWords } from '../core/corpus/sentence.ts'
import { parseFieldMap } from '../core/corpus/imports/fieldMap.ts'
import { DocumentError, whyRefused } from './documentError.ts'
import { outlineOf } from './outlineOf.ts'
import type { Said } from './readOfficialDocument.ts'
import type { DocumentToRead } from './watchedReading.ts'

/** Answers the main thread with what is said of the document: the bytes of a line of JSON. */
export async function answerTo({ bytes, map, limits }: DocumentToRead): Promise<void> {
  const said = await saidOf(async () => ({
    outline: await outlineOf(bytes, parseFieldMap(map), limits),
  }))
  const line = new TextEncoder().encode(`${JSON.stringify(said)}\n`)
  parentPort?.postMessage(line, [line.buffer])
}

async function saidOf(read: () => Promise<Said>): Promise<Said> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof DocumentError) {
      const { reason, message, names, fields } = error
      return { reason, message, names, fields }
    }
    // What the engine says is of no use to anybody; of the libraries, it is.
    if (error instanceof RangeError && error.message.includes('call stack')) {
      return inOurWords('too deep')
    }
    const isOfEngine = error instanceof RangeError || error instanceof TypeError
    if (isOfEngine || !(error instanceof Error)) return inOurWords('malformed')
    return { reason: 'malformed', message: error.message, names: [] }
  }
}

function inOurWords(reason: 'too deep' | 'malformed'): Said {
  return { reason, message: inWords(whyRefused({ reason })), names: [] }
}
