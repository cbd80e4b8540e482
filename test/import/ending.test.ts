import assert from 'node:assert/strict'
import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { after, suite, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { whyNotRead, usualLimits } from '../../src/import/readingLimits.ts'
import { longestWait, unlessItHangs } from '../support/eventually.ts'
import { pdfOf } from '../support/makePdf.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { quaysPdf } from '../support/quaysPlan.ts'

const sources = path.join(projectRoot, 'src/import')
const script = path.join(sources, 'readerProcess.ts')
const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-ending-'))
after(() => {
  rmSync(folder, { recursive: true })
})

/** A document that is read for many minutes: thousands of pages draw the same hundred thousand words. */
function endless(): Uint8Array {
  const content = 'BT /F1 11 Tf 72 700 Td (tide) Tj ET '.repeat(100_000)
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>'
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count 4000 /Kids [${'3 0 R '.repeat(4000)}] >>`,
    page,
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
  ])
}

const slow = path.join(folder, 'slow.pdf')
writeFileSync(slow, endless())

/** The process that reads, as somebody starts it by hand. */
function reading(bytes: Uint8Array, time: number, memory: number): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [script, String(time), String(memory)], {
    stdio: 'pipe',
  })
  // It may end before it has received all.
  child.stdin.on('error', () => undefined)
  child.stdin.write(bytes, () => child.stdin.end())
  return child
}

async function saidBy(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  return JSON.parse(await unlessItHangs(() => 'the reader', text(child.stdout)))
}

suite('case 26: without anybody who ends it, the process that reads', () => {
  test('ends when its time is over, however busy it is', async () => {
    const child = reading(endless(), 2500, 512)
    assert.deepEqual(await saidBy(child), {
      reason: 'too slow',
      message: 'not read after 2500 ms',
      names: [],
    })
  })

  test('ends when more of it is in memory than it may have', async () => {
    const child = reading(quaysPdf(), longestWait, 70)
    assert.deepEqual(await saidBy(child), {
      reason: 'too much memory',
      message: 'more than 70 MB resident',
      names: [],
    })
  })

  test('gives what it read where nothing of this happens', async () => {
    const said = await saidBy(reading(quaysPdf(), longestWait, 512))
    assert.ok(typeof said === 'object' && said !== null && 'outline' in said)
  })
})

/**
 * A process that has `slow` read, and a connection that lives as long as the process that reads it, which
 * has all of it by now.
 */
async function parentAndReader(server: Server): Promise<readonly [ChildProcess, Socket]> {
  const { port } = server.address() as AddressInfo
  const connected = path.join(folder, `reader-${String(port)}.mjs`)
  writeFileSync(
    connected,
    `import { once } from 'node:events'
import { connect } from 'node:net'
const test = connect(${String(port)}, '127.0.0.1')
await once(test, 'connect')
process.stdin.once('end', () => test.write('It has the whole document.'))
await import(${JSON.stringify(pathToFileURL(script).href)})
`,
  )
  const parent = path.join(folder, `parent-${String(port)}.mjs`)
  writeFileSync(
    parent,
    `import { readFileSync } from 'node:fs'
import { readOfficialDocument } from ${JSON.stringify(pathToFileURL(path.join(sources, 'readOfficialDocument.ts')).href)}
const reader = { command: process.execPath, script: ${JSON.stringify(connected)}, time: ${String(longestWait)}, memory: 4096 }
await readOfficialDocument(readFileSync(${JSON.stringify(slow)}), reader)
`,
  )
  const connection = once(server, 'connection')
  const child = spawn(process.execPath, [parent], { stdio: 'ignore' })
  const [socket] = (await unlessItHangs(() => 'the reader to begin', connection)) as [Socket]
  await unlessItHangs(() => 'the reader to have the document', once(socket, 'data'))
  return [child, socket]
}

suite('the process that reads ends by itself', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    test(`when its parent is ended by ${signal}`, async () => {
      const server = createServer()
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const [parent, reader] = await parentAndReader(server)
      const ended = once(reader.on('error', () => undefined).resume(), 'close')
      const started = performance.now()
      parent.kill(signal)
      await unlessItHangs(() => 'the reader to end', ended)
      server.close()
      const time = performance.now() - started
      assert.ok(time < longestWait / 4, `it ended by its own limit, after ${String(time)} ms`)
    })
  }
})

test('who reads that a limit was reached reads which one, and what raises it', () => {
  const raisedBy = { time: 'the time', memory: 'the memory' }
  const said = (['too slow', 'too much memory', 'unpacked too large'] as const).map((reason) =>
    inWords(whyNotRead({ reason, names: [] }, usualLimits, raisedBy)),
  )
  assert.deepEqual(said, [
    'reading it took longer than 30 seconds. Raise the time to give it more.',
    'reading it took more than 512 MB of memory. Raise the memory to give it more.',
    'unpacked, it is so large that reading it would take more than 512 MB of memory. Raise the memory to give it more.',
  ])
})
