import assert from 'node:assert/strict'
import { mkdir, readFile, rename, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { reasonStopped, reasonUnread, reasonUnwritten } from '../../src/workspace/fileErrors.ts'
import { realFolder, writeIn } from './realFolder.ts'

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => assert.fail('nothing was thrown'),
    (error: unknown) => error,
  )
}

function said(reason: ReturnType<typeof reasonStopped>): string | undefined {
  return reason && inWords(reason)
}

test('why something stopped is said by what the system was asked for', async () => {
  const folder = realFolder()
  const circle = path.join(folder, 'circle')
  await symlink(circle, circle)
  const file = writeIn(folder, 'file', '')
  for (const [work, reason] of [
    [() => stat(path.join(circle, 'x')), 'links lead in a circle; put the file itself there'],
    [() => rename(file, path.join(circle, 'x')), 'links lead in a circle'],
    [() => readFile(folder), 'it is a folder'],
    [() => mkdir(file), 'something else is there'],
    [() => mkdir(path.join(file, 'x')), 'it lies in what is no folder'],
    [() => readFile(path.join(folder, 'absent')), undefined],
  ] as readonly (readonly [() => Promise<unknown>, string | undefined])[]) {
    assert.equal(said(reasonStopped(await thrownBy(work()))), reason)
  }
})

test('what is refused says whether reading or writing is, as far as that is known', () => {
  const refused = (syscall?: string): Error =>
    Object.assign(new Error('refused'), { code: 'EACCES', ...(syscall && { syscall }) })
  const reading = 'you may not read it; ask for the permission'
  const writing = 'you may not write there'
  assert.equal(said(reasonStopped(refused('scandir'))), reading)
  assert.equal(said(reasonStopped(refused('mkdir'))), writing)
  for (const error of [refused(), refused('open')]) {
    assert.equal(said(reasonStopped(error)), 'you lack the permission for it; ask for it')
    assert.equal(said(reasonUnread(error)), reading)
    assert.equal(said(reasonUnwritten(error)), writing)
  }
})
