// A thread that judges one document after the other, so that another can end it.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort } from 'node:worker_threads'
import { changedDocument } from './changedDocuments.ts'
import { judgedDocument, type Judged } from './judgedDocument.ts'
import type { DocumentKind } from './smallDocuments.ts'

/** What the thread is asked, and answers: by its kind and seed, a document. */
export interface Asked {
  readonly kind: DocumentKind
  readonly seed: number
}

/** What became of it, and how long the processor took, in milliseconds. */
export interface Answered extends Asked, Judged {
  readonly bytes: number
  readonly time: number
}

/** What is said before a document is read, when nothing of those before it is left. */
const begins = 'begins'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

parentPort?.on('message', (asked: Asked) => {
  void answer(asked)
})

async function answer({ kind, seed }: Asked): Promise<void> {
  const document = changedDocument(kind, seed)
  collectGarbage()
  parentPort?.postMessage(begins)
  const started = process.threadCpuUsage()
  const judged = await judgedDocument(document)
  const { user, system } = process.threadCpuUsage(started)
  const time = (user + system) / 1000
  const { length } = document
  parentPort?.postMessage({ kind, seed, ...judged, bytes: length, time } satisfies Answered)
}
