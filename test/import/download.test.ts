import assert from 'node:assert/strict'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { download, type DownloadOptions } from '../../src/import/download.ts'

const overHttp = { protocol: 'http:', request: http.request } as const
const document = new TextEncoder().encode('the official document '.repeat(5000))

/** What comes of downloading from a server of our own that answers like `answer`. */
async function from(
  answer: RequestListener,
  options: Partial<DownloadOptions> = {},
  address = '/plan.pdf',
): Promise<Uint8Array> {
  const server = http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await download(new URL(address, `http://127.0.0.1:${String(port)}`).href, {
      signal: new AbortController().signal,
      transport: overHttp,
      ...options,
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a document is received whole, with progress', async () => {
  const seen: (readonly [number, number | undefined])[] = []
  const bytes = await from(
    (_, response) => {
      response.setHeader('content-length', document.length)
      response.end(document)
    },
    { onProgress: (received, total) => seen.push([received, total]) },
  )
  assert.deepEqual(bytes, document)
  assert.deepEqual(seen.at(-1), [document.length, document.length])
})

test('a redirect within the host is followed', async () => {
  const bytes = await from((request, response) => {
    if (request.url === '/plan.pdf') response.writeHead(302, { location: '/moved.pdf' }).end()
    else response.end(document)
  })
  assert.deepEqual(bytes, document)
})

for (const { name, answer, options, reason } of [
  {
    name: 'a redirect to another host',
    answer: ((_, response) => {
      response.writeHead(302, { location: 'http://localhost:1/elsewhere.pdf' }).end()
    }) as RequestListener,
    reason: 'other host',
  },
  {
    name: 'a redirect to a file',
    answer: ((_, response) => {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    }) as RequestListener,
    reason: 'address',
  },
  {
    name: 'redirects without end',
    answer: ((_, response) => {
      response.writeHead(302, { location: '/plan.pdf' }).end()
    }) as RequestListener,
    reason: 'redirects',
  },
  {
    name: 'an answer that is no document',
    answer: ((_, response) => {
      response.writeHead(404).end('no')
    }) as RequestListener,
    reason: 'status',
  },
  {
    name: 'a document that says it is too large, before it is received',
    answer: ((_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).write('x')
    }) as RequestListener,
    options: { limit: 1000 },
    reason: 'too large',
  },
  {
    name: 'a document that is larger than anybody said',
    answer: ((_, response) => {
      response.end(document)
    }) as RequestListener,
    options: { limit: 1000 },
    reason: 'too large',
  },
  {
    name: 'a document that ends too soon',
    answer: ((_, response) => {
      response.writeHead(200, { 'content-length': '5000' })
      response.write('only this', () => response.socket?.end())
    }) as RequestListener,
    reason: 'connection',
  },
  {
    name: 'a server that says nothing',
    answer: (() => undefined) as RequestListener,
    options: { patience: 300 },
    reason: 'too slow',
  },
  {
    name: 'a server that stops in the middle',
    answer: ((_, response) => {
      response.write('a beginning')
    }) as RequestListener,
    options: { patience: 300 },
    reason: 'too slow',
  },
  {
    name: 'a connection that breaks',
    answer: ((_, response) => {
      response.write('a beginning', () => response.socket?.destroy())
    }) as RequestListener,
    reason: 'connection',
  },
]) {
  test(`nothing comes of ${name}`, async () => {
    await assert.rejects(from(answer, options), { name: 'DownloadError', reason })
  })
}

test('a download that is cancelled ends', async () => {
  const abort = new AbortController()
  const waiting = from((_, response) => void response.write('a beginning'), {
    signal: abort.signal,
    onProgress: () => {
      abort.abort()
    },
  })
  await assert.rejects(waiting, { name: 'AbortError' })
})

for (const address of [
  'http://example.org/x',
  'file:///etc/passwd',
  'https://me:secret@example.org/',
  'x',
]) {
  test(`nothing is asked of ${address}`, async () => {
    const { signal } = new AbortController()
    await assert.rejects(download(address, { signal }), { reason: 'address' })
  })
}
