import assert from 'node:assert/strict'
import http, { type RequestListener } from 'node:http'
import net, { type AddressInfo, type LookupFunction } from 'node:net'
import type { Writable } from 'node:stream'
import { suite, test } from 'node:test'
import { download, type DownloadOptions } from '../../src/import/download.ts'
import { isPublicAddress } from '../../src/import/publicAddress.ts'

const overHttp = { protocol: 'http:', request: http.request } as const
const document = new TextEncoder().encode('the official document '.repeat(5000))

/** The servers of these tests run on this machine. */
function isOurs(address: string): boolean {
  return address === '127.0.0.1'
}

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
      mayReach: isOurs,
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

test('a server that is never silent, and never done, is given up', async () => {
  let received = 0
  const dripping: RequestListener = (_, response) => {
    drip((more) => response.write(more), response)
  }
  const options = { time: 400, onProgress: (bytes: number) => (received = bytes) }
  await assert.rejects(from(dripping, options), { reason: 'too slow' })
  assert.ok(received > 2)
})

test('headings that never end are given up', async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 200 OK\r\nx-long: ')
    drip((more) => socket.write(more), socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { signal } = new AbortController()
  const options = { signal, transport: overHttp, mayReach: isOurs, time: 400 }
  await assert.rejects(download(`http://127.0.0.1:${String(port)}/`, options), {
    reason: 'too slow',
  })
  server.close()
})

/** Writes a little now and then, until `connection` is closed. */
function drip(write: (more: string) => void, connection: Writable): void {
  const clock = setInterval(() => {
    write('x')
  }, 20)
  connection.on('close', () => {
    clearInterval(clock)
  })
}

test('a time that is over while one redirect follows another ends the download', async () => {
  const answer: RequestListener = (_, response) => {
    setTimeout(() => response.writeHead(302, { location: '/plan.pdf' }).end(), 150)
  }
  await assert.rejects(from(answer, { time: 250 }), { reason: 'too slow' })
})

suite('nothing is asked of a private network', () => {
  const { signal } = new AbortController()

  for (const host of [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0.0.0.0', '10.1.2.3'],
    ...['172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['[::1]', '[::]', '[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[::ffff:10.0.0.1]'],
    ...['[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::a00:1]', '[2002:c0a8:101::]', '[ff02::1]'],
  ]) {
    test(`at ${host}`, async () => {
      await assert.rejects(download(`https://${host}/plan.pdf`, { signal }), {
        reason: 'private address',
      })
    })
  }

  test('nor is it by a redirect', async () => {
    const to = (location: string): RequestListener => {
      return (_, response) => response.writeHead(302, { location }).end()
    }
    for (const location of ['http://10.0.0.1/', 'http://[::1]/', 'http://3232235777/']) {
      await assert.rejects(from(to(location)), { reason: 'private address' }, location)
    }
  })

  test('by a name of which one address is private, or by localhost', async () => {
    const lookup = namesOf({ 'plans.example': ['203.0.113.5', '10.0.0.1'], 'own.example': ['::1'] })
    for (const host of ['plans.example', 'own.example']) {
      const answer = download(`https://${host}/plan.pdf`, { signal, lookup })
      await assert.rejects(answer, { reason: 'private address' }, host)
    }
    await assert.rejects(download('https://localhost/plan.pdf', { signal }), {
      reason: 'private address',
    })
  })

  test('public addresses are no private ones', () => {
    for (const address of [
      '8.8.8.8',
      '172.32.0.1',
      '192.169.0.1',
      '2606:4700::1111',
      '::ffff:8.8.8.8',
    ])
      assert.ok(isPublicAddress(address), address)
    assert.ok(!isPublicAddress('plans.example'))
  })
})

test('the address that was checked is the one that is connected to: a name is looked up once', async () => {
  const asked: string[] = []
  const hosts: (string | undefined)[] = []
  const server = http.createServer((request, response) => {
    hosts.push(request.headers.host)
    response.end(document)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const names = namesOf({ 'plans.example': ['127.0.0.1'] })
  const bytes = await download(`http://plans.example:${String(port)}/plan.pdf`, {
    signal: new AbortController().signal,
    transport: overHttp,
    mayReach: isOurs,
    lookup: (name, options, done) => {
      asked.push(name)
      names(name, options, done)
    },
  })
  server.closeAllConnections()
  server.close()
  assert.deepEqual(bytes, document)
  assert.deepEqual(asked, ['plans.example'])
  assert.deepEqual(hosts, [`plans.example:${String(port)}`])
})

/** What finds these addresses, as the system would. */
function namesOf(table: Readonly<Record<string, readonly string[]>>): LookupFunction {
  return (name, _options, done) => {
    const found = table[name] ?? []
    done(
      null,
      found.map((address) => ({ address, family: net.isIP(address) })),
    )
  }
}

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
