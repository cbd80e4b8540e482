import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { assembleCorpus } from '../../src/core/corpusFile/assembleCorpus.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
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

/** Documents kept in memory, and the texts of what is attached there. */
function openTexts(): { readonly attached: AttachedFiles; readonly texts: OfficialTexts } {
  const host = new MemoryHost()
  const warn = (line: string): void => {
    throw new Error(line)
  }
  const attached = new AttachedFiles(host.files, 'memory:/official', { warn })
  return { attached, texts: new OfficialTexts(attached, host) }
}

const act = `---
id: xx-act
formerly: xx-old-act
type: act
title: Act
text-as-of: 2031-06-01
---

# One {#1 kind=article}
`
const corpus = assembleCorpus([parseCorpusFile(act, 'act.md')])

/** A document with these words of the only article. */
function version(sha: string, text: string, day?: string): AttachedDocument {
  const parts = [{ level: 'measure', kind: 'article', label: '1', text, parts: [] } as const]
  const own = { instrument: 'xx-act', sha256: sha.repeat(64), name: `${sha}.pdf` }
  return { ...own, outline: { parts, unread: [] }, ...(day !== undefined && { day }) }
}

function told(texts: OfficialTexts): readonly string[] {
  const [instrument] = corpus.instruments
  assert.ok(instrument)
  return (texts.of(corpus, instrument.key) ?? []).map(({ day, text }) => `${day} ${text.text}`)
}

test('one instrument has several texts, each of its day, the oldest first', async () => {
  const { texts } = openTexts()
  await texts.attach(version('b', 'New.', '2032-01-01'), corpus)
  await texts.attach(version('a', 'Old.', '2030-01-01'), corpus)
  assert.deepEqual(told(texts), ['2030-01-01 Old.', '2032-01-01 New.'])
  assert.deepEqual(
    texts.attached(corpus).map(({ instrument, day, name }) => [instrument.key, day, name]),
    [
      ['xx-act', '2030-01-01', 'a.pdf'],
      ['xx-act', '2032-01-01', 'b.pdf'],
    ],
  )
  texts.dispose()
})

test('what was attached before days were asked for is of the day that the corpus has', async () => {
  const { attached, texts } = openTexts()
  await attached.write({ ...version('a', 'Kept.'), instrument: 'xx-old-act' })
  await texts.reload()
  assert.deepEqual(told(texts), ['2031-06-01 Kept.'])
  await texts.attach(version('b', 'Old.', '2030-01-01'), corpus)
  assert.deepEqual(told(texts), ['2030-01-01 Old.', '2031-06-01 Kept.'])
  await texts.attach(version('c', 'Anew.', '2031-06-01'), corpus)
  assert.deepEqual(told(texts), ['2030-01-01 Old.', '2031-06-01 Anew.'])
  assert.equal((await attached.names()).length, 2)
  texts.dispose()
})

test('the same document attached with another day is of that one alone, in another window, too', async () => {
  const { attached, texts } = openTexts()
  await texts.attach(version('a', 'Old.', '2032-01-01'), corpus)
  await texts.attach(version('a', 'Old.', '2030-01-01'), corpus)
  assert.deepEqual(told(texts), ['2030-01-01 Old.'])
  await attached.write(version('a', 'Old.', '2029-01-01'))
  await texts.reload()
  assert.deepEqual(told(texts), ['2029-01-01 Old.'])
  texts.dispose()
})

test('what is detached is in use no more, and all else is', async () => {
  const { attached, texts } = openTexts()
  await texts.attach(version('a', 'Old.', '2030-01-01'), corpus)
  await texts.attach(version('b', 'New.', '2032-01-01'), corpus)
  let changes = 0
  texts.onDidChange(() => (changes += 1))
  await texts.detach(texts.attached(corpus)[0]?.id ?? '')
  assert.deepEqual(told(texts), ['2032-01-01 New.'])
  assert.equal(changes, 1)
  assert.equal((await attached.names()).length, 1)
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
