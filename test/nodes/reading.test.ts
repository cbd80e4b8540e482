import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { after, suite, test } from 'node:test'
import { buildReader } from '../../scripts/build.mjs'
import { readOfficialDocument } from '../../src/import/readOfficialDocument.ts'
import { longestWait } from '../support/eventually.ts'
import { sourcesFolder } from '../support/officialSource.ts'
import { olderNode, olderNodes } from '../support/olderNodes.ts'
import { documents } from './documents.ts'

/** Node 20 is that of VS Code 1.91, our lowest: where the registry has it, the very 20.9.0 of its Electron 29. */
const older = olderNodes.map((major) => ({ major, command: olderNode(major) }))
const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-nodes-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const script = await buildReader(folder)

/** What the built reader says of each of `files`, run by the Node `command`. */
async function saidBy(command: string, files: readonly string[]): Promise<readonly string[]> {
  const driver = path.join(import.meta.dirname, 'readAll.mjs')
  const child = spawn(command, [driver, script, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  })
  return (await text(child.stdout)).trimEnd().split('\n')
}

async function compare(files: readonly string[]): Promise<void> {
  const expected = await saidBy(process.execPath, files)
  assert.equal(expected.length, files.length)
  for (const { major, command } of older) {
    const said = await saidBy(command, files)
    for (const [place, file] of files.entries()) {
      assert.equal(said[place], expected[place], `${file} by Node ${String(major)}`)
    }
  }
}

suite('what the built reader makes of a document is the same by Node 20, 22 and 24', () => {
  test('of each format, and of what is refused', async () => {
    const files = Object.entries(documents).map(([name, bytes]) => {
      const file = path.join(folder, name)
      writeFileSync(file, bytes)
      return file
    })
    const said = await saidBy(process.execPath, files)
    assert.deepEqual(
      Object.fromEntries(files.map((file, place) => [path.basename(file), kindOf(said[place])])),
      outcomes,
    )
    await compare(files)
  })

  test('of every published document', { skip: sourcesFolder.skip }, async () => {
    const files = readdirSync(sourcesFolder.file, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'PROVENANCE.txt')
      .map((entry) => path.join(entry.parentPath, entry.name))
    assert.ok(files.length > 30)
    await compare(files)
  })
})

/** `read`, or why it was not. */
function kindOf(line = '{}'): string {
  const said = JSON.parse(line) as { readonly outline?: object; readonly reason?: string }
  return said.outline === undefined ? (said.reason ?? '') : 'read'
}

/** Where nothing else is said, it is read. */
const outcomes = Object.fromEntries(
  Object.keys(documents).map((name) => [
    name,
    {
      'a PDF that is packed too tightly': 'unpacked too large',
      'an encrypted PDF': 'encrypted',
      'a damaged PDF': 'malformed',
      'a document type of its own': 'not allowed',
      'what is nested too deep': 'too deep',
      'bytes of no format': 'unknown format',
      nothing: 'unknown format',
    }[name] ?? 'read',
  ]),
)

for (const { major, command } of older) {
  suite(`by Node ${String(major)} the whole process`, () => {
    const plan = documents['a plan in PDF'] ?? assert.fail()

    test('reads', async () => {
      const outline = await readOfficialDocument(plan, { command, script, time: longestWait })
      assert.equal(outline.parts.length, 1)
    })

    test('keeps its limits', async () => {
      await assert.rejects(
        readOfficialDocument(plan, { command, script, time: longestWait, memory: 60 }),
        { reason: 'too much memory' },
      )
    })
  })
}
