import assert from 'node:assert/strict'
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-library-'))
undoAtExit(() => {
  removeFolder(folder)
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))

function library(...args: readonly string[]): SpawnSyncReturns<string> {
  const options = { cwd: folder, encoding: 'utf8' } as const
  return spawnSync(nodeOfCommandLine, [script, 'library', ...args], options)
}

/** On this day no fact of the library that ships may be stale. */
const dayOfRelease = '2026-12-01'

test('no fact of the library is stale on the day of release', () => {
  const { stdout, stderr, status } = library('--stale', '--as-of', dayOfRelease)
  assert.deepEqual([stderr, status], ['', 0], stdout)
  assert.match(stdout, /^us-aiap-2025\t\d{4}-\d\d-\d\d\t\d+ days$/mu)
})

test('years later all of it is, and the exit code says so', () => {
  const { stdout, status } = library('--stale', '--as-of', '2030-01-01')
  assert.equal(status, 1)
  assert.match(stdout, /^us-aiap-2025\t.* days\tstale: check it again, after 180 days$/mu)
})

test('corpus files that are named are listed, too, and JSON has all that is known', () => {
  const head = '---\nid: xx-a\ntype: plan\ntitle: A\nchecked: 2026-11-01\n'
  writeFileSync(path.join(folder, 'a.md'), `${head}check-not-due: it is over\n---\n`)
  const { stdout, stderr } = library(
    '--stale',
    '--as-of=2030-01-01',
    '--corpus=a.md',
    '--format=json',
  )
  assert.equal(stderr, '')
  const listed = JSON.parse(stdout) as readonly { readonly key: string }[]
  assert.deepEqual(
    listed.find(({ key }) => key === 'xx-a'),
    { key: 'xx-a', checked: '2026-11-01', days: 1157, stale: false, checkNotDue: 'it is over' },
  )
})

for (const [args, reason] of [
  [[], 'Say what to list of the library: --stale. See --help.'],
  [['--stale', 'us-aiap-2025'], 'library is given nothing. See --help.'],
  [['--stale', '--as-of', '2026-02-30'], '“2026-02-30” is no day: write it as 2026-07-27.'],
  [['--stale', '--as-of', '2026-11'], '“2026-11” is no day: write it as 2026-07-27.'],
  [['--stale', '--format', 'sarif'], 'There is no format “sarif”: text or json.'],
] as const) {
  test(`is refused: library ${args.join(' ')}`, () => {
    const { stdout, stderr, status } = library(...args)
    assert.deepEqual([stdout, stderr, status], ['', `${reason}\n`, 2])
  })
}
