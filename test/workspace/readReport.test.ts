import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { nodeFiles } from '../../src/cli/nodeFiles.ts'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { addressOfPath } from '../../src/workspace/addresses.ts'
import { readReport } from '../../src/workspace/reports/readReport.ts'
import { realFolder, writeIn } from './realFolder.ts'

const folder = realFolder()

async function read(name: string): Promise<string> {
  const report = await readReport(nodeFiles, addressOfPath(path.join(folder, name)), name)
  return report.kind === 'read' ? `“${report.text}”` : inWords(report.why)
}

test('a report is read in UTF-8, without a byte order mark, through a link that was named', async () => {
  writeIn(folder, 'mark.md', '\uFEFFAs 計劃 says.')
  symlinkSync('mark.md', path.join(folder, 'link.md'))
  assert.equal(await read('mark.md'), '“As 計劃 says.”')
  assert.equal(await read('link.md'), '“As 計劃 says.”')
})

test('case 12, case 51: what cannot be read as a report says why, and is not waited for', async () => {
  writeIn(folder, 'gb.md', Uint8Array.of(0xd6, 0xd0, 0xb9, 0xfa))
  writeIn(folder, 'huge.md', '')
  truncateSync(path.join(folder, 'huge.md'), 20_000_001)
  spawnSync('mkfifo', [path.join(folder, 'pipe.md')])
  symlinkSync('nowhere', path.join(folder, 'lost.md'))
  assert.equal(await read('gb.md'), 'gb.md is not in UTF-8.')
  assert.equal(await read('huge.md'), 'huge.md is larger than 20 MB and was not read.')
  assert.equal(await read('pipe.md'), 'pipe.md is no file.')
  assert.equal(await read('lost.md'), 'lost.md is no file.')
  assert.equal(await read('.'), '. is no file.')
  assert.equal(await read('gone.md'), 'gone.md could not be read.')
})
