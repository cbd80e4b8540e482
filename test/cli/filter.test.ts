import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { filterFile, filtering, pandocPlain } from '../pandoc/pandoc.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-filter-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))

function run(...args: readonly string[]) {
  const options = { cwd: folder, encoding: 'utf8' } as const
  return spawnSync(nodeOfCommandLine, [script, ...args], options)
}

test('filter writes the filter that ships, and Pandoc runs what is written', async () => {
  const { stdout, stderr, status } = run('filter')
  assert.deepEqual([stderr, status], ['', 0])
  assert.equal(stdout, filterFile['policy-citation.lua'])
  const item = { id: 'xx', type: 'report', title: 'Frame', 'policy-work': 'xx' }
  const provision = { ...item, id: 'xx:5', 'policy-place': 'p. 3, art. 5' }
  const files = { 'policy-citation.lua': stdout, 'b.json': JSON.stringify([item, provision]) }
  const printed = await pandocPlain('[@xx:5]\n', files, { bibliography: 'b.json', ...filtering })
  assert.match(printed, /^\(Frame, n\.d\., 3, art\.\u00A05\)\n/u)
})

test('filter is given nothing', () => {
  const { stdout, stderr, status } = run('filter', 'report.md')
  assert.deepEqual([stdout, status], ['', 2])
  assert.match(stderr, /^filter is given nothing\. See --help\.$/mu)
})

test('--help tells of it', () => {
  assert.match(run('--help').stdout, /^ {7}node cli\.js filter$/mu)
})
