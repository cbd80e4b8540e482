// A process that judges one document after the other, so that another can end it.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { changedDocument } from './changedDocuments.ts'
import { judgedDocument, type Judged } from './judgedDocument.ts'
import type { DocumentKind } from './smallDocuments.ts'

/** A document, by its kind and seed. */
export interface Asked {
  readonly kind: DocumentKind
  readonly seed: number
}

/** What became of it, and how long the processor took, in milliseconds. */
export interface Answered extends Asked, Judged {
  readonly bytes: number
  readonly time: number
}

/** What is said: that a document is read from now on, nothing of those before it being left; then what became of it. */
export type Said = 'begins' | Answered

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

process.on('message', (asked: Asked) => {
  void answer(asked)
})

async function answer({ kind, seed }: Asked): Promise<void> {
  const document = changedDocument(kind, seed)
  const { length } = document
  collectGarbage()
  say('begins')
  const started = process.cpuUsage()
  const judged = await judgedDocument(document)
  const { user, system } = process.cpuUsage(started)
  say({ kind, seed, ...judged, bytes: length, time: (user + system) / 1000 })
}

function say(said: Said): void {
  process.send?.(said)
}
