import assert from 'node:assert/strict'
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
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

test('docs/library.md says in which languages the library is', () => {
  const { stdout, stderr, status } = library('--languages', '--format', 'markdown')
  assert.deepEqual([stderr, status], ['', 0])
  const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8')
  const advice = 'put there what node dist/cli.js library --languages --format markdown writes'
  assert.equal(page.slice(page.indexOf('| instrument')), stdout, advice)
})

test('what is counted is told as text and JSON, too, of corpus files as well', () => {
  const text = `---
id: xx-b
type: act
title: B
title-zh-Hans: 乙
printed-headings: article
---

What it is.

# Cranes {#1}

Cranes rest.

- zh-Hans: 起重机
- zh-Hant: 起重機
- zh-Hant-HK: 天秤
- summary-zh-Hant: 起重機休息。
- formerly-said: Cranes worked.

## At night {#1.1 kind=paragraph}

- zh-Hant: 夜間
`
  writeFileSync(path.join(folder, 'b.md'), text)
  const row = 'xx-b\t3\t2 / 2 / 1 / 1\t1 / 0 / 1 / 0\t2 / 0 / 1 / 0\t1 / 0 / 0 / 0\n'
  assert.ok(library('--languages', '--corpus=b.md').stdout.endsWith(row))
  const { stdout } = library('--languages', '--corpus=b.md', '--format=json')
  const listed = JSON.parse(stdout) as readonly { readonly key: string }[]
  assert.deepEqual(
    listed.find(({ key }) => key === 'xx-b'),
    {
      key: 'xx-b',
      provisions: 3,
      headings: { en: 2, 'zh-Hans': 2, 'zh-Hant': 1, 'zh-Hant-HK': 1 },
      titles: { en: 1, 'zh-Hans': 0, 'zh-Hant': 1, 'zh-Hant-HK': 0 },
      summaries: { en: 2, 'zh-Hans': 0, 'zh-Hant': 1, 'zh-Hant-HK': 0 },
      formerWords: { en: 1, 'zh-Hans': 0, 'zh-Hant': 0, 'zh-Hant-HK': 0 },
    },
  )
})

for (const [args, reason] of [
  [[], 'Say what to list of the library: --stale or --languages. See --help.'],
  [
    ['--stale', '--languages'],
    'Say what to list of the library: --stale or --languages. See --help.',
  ],
  [['--languages', '--format', 'sarif'], 'There is no format “sarif”: text, markdown or json.'],
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
