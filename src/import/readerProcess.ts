// The process that reads documents: bytes come in, their outline goes out as one line of JSON. It has
// no network and nothing that it must keep, and ends by itself: see watchedReading.ts.
import { isMainThread, parentPort } from 'node:worker_threads'
import type { DocumentToRead } from './watchedReading.ts'

if (isMainThread) {
  const { readWatched } = await import('./watchedReading.ts')
  await readWatched(new URL(import.meta.url))
} else {
  const { answerTo } = await import('./readingThread.ts')
  parentPort?.on('message', (document: DocumentToRead) => {
    void answerTo(document)
  })
}
