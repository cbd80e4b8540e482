import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { buildThread } from '../../scripts/build.mjs'
import { CorpusWork } from '../../src/workspace/tasks/corpusWork.ts'
import { fixtureFiles } from '../support/fixtureLibrary.ts'
import { olderNode, olderNodes } from '../support/olderNodes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-nodes-'))
after(() => {
  rmSync(folder, { recursive: true })
})

test('the built thread reads and compiles the same by Node 20, 22 and 24, and as it is done in slices', async () => {
  const script = await buildThread(folder)
  const files = fixtureFiles().map(({ name, text }) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  })
  const work = new CorpusWork()
  const read = fixtureFiles().map(({ name, text }) =>
    work.read(new TextEncoder().encode(text), name),
  )
  const inSlices = (await Promise.all(read)).map(
    (bytes) => `${createHash('sha256').update(bytes).digest('hex')} ${String(bytes.length)}`,
  )
  const driver = path.join(import.meta.dirname, 'runThread.mjs')
  const said = [process.execPath, ...olderNodes.map(olderNode)].map((command) =>
    execFileSync(command, [driver, script, ...files], { encoding: 'utf8', env: {} }).trimEnd(),
  )
  for (const one of said) assert.equal(one, said[0])
  assert.deepEqual(said[0]?.split('\n').slice(0, -1), inSlices)
})
