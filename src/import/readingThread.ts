// The thread that reads a document, while the main one sees to the limits.
import { parentPort } from 'node:worker_threads'
import { parseFieldMap } from './data/fieldMap.ts'
import { DocumentError } from './documentError.ts'
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
      const { reason, message, names } = error
      return { reason, message, names }
    }
    const message = error instanceof Error ? error.message : String(error)
    return { reason: 'malformed', message, names: [] }
  }
}
