import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { addressIn, checkedLookup, isPublicAddress, PrivateAddress } from './publicAddress.ts'

/** Why nothing was downloaded. */
export type DownloadRefusal =
  | 'address'
  | 'private address'
  | 'other host'
  | 'redirects'
  | 'status'
  | 'too large'
  | 'wrong length'
  | 'too slow'
  | 'connection'

/** Thrown where a download failed; `reason` says why, `message` what was said of it. */
class DownloadError extends Error {
  readonly reason: DownloadRefusal

  constructor(reason: DownloadRefusal, message: string) {
    super(message)
    this.name = 'DownloadError'
    this.reason = reason
  }
}

/** What a download may take, and how it is carried. */
export interface DownloadOptions {
  readonly signal: AbortSignal
  /** Called with the bytes received so far, and how many there will be where the server says so. */
  readonly onProgress?: (received: number, total: number | undefined) => void
  /** Of the document, in bytes; 100 MB unless told otherwise. */
  readonly limit?: number
  /** So long the server may say nothing, in milliseconds; 30 seconds unless told otherwise. */
  readonly patience?: number
  /** So long all of it may take, in milliseconds; ten minutes unless told otherwise. */
  readonly time?: number
  /** HTTPS unless a test has a server of its own. */
  readonly transport?: Transport
  /** Whether the document may come from an IP address: from public ones, unless a test has a server of its own. */
  readonly mayReach?: (address: string) => boolean
  /** What finds the addresses of a host; that of the system unless a test has names of its own. */
  readonly lookup?: LookupFunction
}

/** What requests are made with. */
export interface Transport {
  readonly protocol: 'https:' | 'http:'
  readonly request: (
    url: URL,
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ClientRequest
}

const secure: Transport = { protocol: 'https:', request: https.request }
const largestDocument = 100_000_000
const usualPatience = 30_000
const usualTime = 600_000
const mostRedirects = 3

/**
 * The bytes at `address`. VS Code's own proxy settings hold, since it carries Node's requests. Redirects
 * are followed within the host only. Nothing is asked of private addresses, whatever name leads to them: a name
 * is looked up, its addresses are checked, and one of these is connected to.
 *
 * @throws DownloadError where nothing whole was received; what `signal` was aborted with.
 */
export async function download(address: string, options: DownloadOptions): Promise<Uint8Array> {
  const { signal, time = usualTime } = options
  const late = new AbortController()
  const timer = setTimeout(() => {
    late.abort(new DownloadError('too slow', `not received after ${String(time)} ms`))
  }, time)
  try {
    return await fetched(address, { ...options, signal: AbortSignal.any([signal, late.signal]) })
  } finally {
    clearTimeout(timer)
  }
}

async function fetched(address: string, options: DownloadOptions): Promise<Uint8Array> {
  let url = checked(address, options)
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await answerOf(url, options)
    const status = response.statusCode ?? 0
    if (status >= 300 && status < 400 && response.headers.location !== undefined) {
      response.destroy()
      const next = checked(new URL(response.headers.location, url).href, options)
      if (next.host !== url.host) throw new DownloadError('other host', next.host)
      url = next
      continue
    }
    if (status === 200) return receive(response, options)
    response.destroy()
    throw new DownloadError('status', String(status))
  }
  throw new DownloadError('redirects', String(mostRedirects))
}

function checked(
  address: string,
  { transport = secure, mayReach = isPublicAddress }: DownloadOptions,
): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPlain = url?.username === '' && url.password === ''
  if (url?.protocol !== transport.protocol || !isPlain) throw new DownloadError('address', address)
  const number = addressIn(url)
  if (number !== undefined && !mayReach(number)) throw new DownloadError('private address', number)
  return url
}

async function answerOf(url: URL, options: DownloadOptions): Promise<IncomingMessage> {
  const { signal, patience = usualPatience, transport = secure } = options
  const { mayReach = isPublicAddress } = options
  const lookup = checkedLookup(url.hostname, mayReach, options.lookup)
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const wanted = { signal, lookup, headers: { accept: '*/*' } }
    const request = transport.request(url, wanted, (response) => {
      request.removeAllListeners('timeout')
      resolve(response)
    })
    request.setTimeout(patience)
    request.on('timeout', () => {
      request.destroy(tooSlow(patience))
    })
    request.on('error', (error) => {
      reject(asDownloadError(error, signal))
    })
    request.end()
  })
}

async function receive(
  response: IncomingMessage,
  { signal, onProgress, limit = largestDocument, patience = usualPatience }: DownloadOptions,
): Promise<Uint8Array> {
  const declared = lengthOf(response)
  const parts: Uint8Array[] = []
  let received = 0
  response.setTimeout(patience, () => {
    response.destroy(tooSlow(patience))
  })
  try {
    if (declared !== undefined && declared > limit) throw tooLarge(limit)
    for await (const part of response as AsyncIterable<Uint8Array>) {
      received += part.length
      if (received > limit) throw tooLarge(limit)
      parts.push(part)
      onProgress?.(received, declared)
    }
  } catch (error) {
    throw asDownloadError(error, signal)
  } finally {
    response.destroy()
  }
  if (declared !== undefined && declared !== received) {
    throw new DownloadError('wrong length', `${String(received)} of ${String(declared)} bytes`)
  }
  return new Uint8Array(Buffer.concat(parts))
}

function lengthOf({ headers }: IncomingMessage): number | undefined {
  const declared = headers['content-length']
  return declared === undefined ? undefined : Number(declared)
}

function tooSlow(patience: number): DownloadError {
  return new DownloadError('too slow', `silent for ${String(patience)} ms`)
}

function tooLarge(limit: number): DownloadError {
  return new DownloadError('too large', `more than ${String(limit)} bytes`)
}

function asDownloadError(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted && signal.reason instanceof Error) return signal.reason
  if (error instanceof DownloadError) return error
  if (error instanceof PrivateAddress) return new DownloadError('private address', error.message)
  return new DownloadError('connection', error instanceof Error ? error.message : String(error))
}
