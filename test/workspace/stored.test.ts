import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import type { AttachedDocument } from '../../src/core/official/attachedDocument.ts'
import { AttachedFiles } from '../../src/workspace/official/attachedFiles.ts'
import { OfficialTexts } from '../../src/workspace/official/officialTexts.ts'
import { hashOf, writeWhole } from '../../src/workspace/storedFiles.ts'
import { dayOf } from '../../src/workspace/today.ts'
import { MemoryHost } from './memoryHost.ts'

const document: AttachedDocument = {
  instrument: 'xx-quays',
  sha256: '0123456789abcdef'.repeat(4),
  name: 'quays.pdf',
  outline: { parts: [], unread: [] },
}

test('case 48: a file that cannot be moved to its place leaves nothing beside it', async () => {
  const { files } = new MemoryHost()
  files.failures.set('rename memory:/kept/one', new Error('busy'))
  await assert.rejects(writeWhole(files, 'memory:/kept/one', new Uint8Array(3)), /busy/u)
  assert.deepEqual(files.addresses, [])
  await writeWhole(files, 'memory:/kept/one', new Uint8Array(3))
  assert.deepEqual(files.addresses, ['memory:/kept/one'])
})

test('a hash is the SHA-256 of what is hashed', async () => {
  assert.equal(
    await hashOf(new TextEncoder().encode('abc')),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('what another window attached is in use when the analyst returns', async () => {
  const host = new MemoryHost()
  const attached = new AttachedFiles(host.files, 'memory:/official', {
    warn: (line) => {
      throw new Error(line)
    },
  })
  const texts = new OfficialTexts(attached, host)
  await texts.ready
  const changed = new Promise<void>((resolve) => texts.onDidChange(resolve))
  await attached.write(document)
  host.tellReturn()
  await changed
  const [name = ''] = await attached.names()
  assert.deepEqual(await attached.read(name), document)
  texts.dispose()
})

test('one listener that throws keeps no other from hearing, and is an uncaught error', () => {
  const script = `
    import { Listeners } from ${JSON.stringify(import.meta.resolve('../../src/workspace/listeners.ts'))}
    const listeners = new Listeners()
    listeners.event(() => { throw new Error('the first one') })
    const second = listeners.event((value) => console.log('heard', value))
    listeners.tell(1)
    second.dispose()
    listeners.tell(2)
  `
  const args = ['--input-type=module', '--eval', script]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  assert.equal(stdout, 'heard 1\n')
  assert.match(stderr, /the first one/u)
  assert.equal(status, 1)
})

test('a day is that of the calendar here, whatever the hour', () => {
  assert.equal(dayOf(new Date(2026, 10, 29, 23, 59)), '2026-11-29')
  assert.equal(dayOf(new Date(2026, 0, 1, 0, 0)), '2026-01-01')
})
