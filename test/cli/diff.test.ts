import assert from 'node:assert/strict'
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { officialSource } from '../support/officialSource.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-diff-'))
undoAtExit(() => {
  removeFolder(folder)
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))

function diff(...args: readonly string[]): SpawnSyncReturns<string> {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 } as const
  return spawnSync(nodeOfCommandLine, [script, 'diff', ...args], options)
}

function written(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text)
  return name
}

const head = '---\nid: xx-quays\ntype: act\ntitle: Quays Act\n---\n\n'
const older = written('older.md', `${head}# Docks {#1}\n\nEvery dock has a warden.\n`)
const newer = written(
  'newer.md',
  `${head}# Docks {#1}\n\nEvery dock has two wardens.\n\n# Cranes {#1a}\n\nNone at night.\n`,
)

test('two corpus files are compared provision by provision', () => {
  const { stdout, stderr, status } = diff(older, newer)
  assert.deepEqual([stderr, status], ['', 1])
  assert.equal(
    stdout,
    `changed 1
Docks
Every dock has [-a warden-]{+two wardens+}.

inserted 1a
{+Cranes+}
{+None at night.+}
`,
  )
  assert.deepEqual([diff(older, older).stdout, diff(older, older).status], ['', 0])
})

test('two official documents are, too, and Markdown or JSON is written', () => {
  const page = (text: string): string =>
    `<html><body><h1>Quays Act</h1><h2>Article 1 Docks</h2><p>${text}</p></body></html>`
  const first = written('first.html', page('Every dock has a warden who reads the tide.'))
  const second = written('second.html', page('Every dock has a warden who knows the tide.'))
  const markdown = diff('--format', 'markdown', first, second)
  assert.equal(markdown.stderr, '')
  assert.match(markdown.stdout, /warden who <del>reads<\/del> <ins>knows<\/ins> the tide/u)
  const json = JSON.parse(diff('--format=json', first, second).stdout) as unknown
  assert.ok(Array.isArray(json) && json.length === 1)
})

for (const [args, reason] of [
  [['older.md'], 'Name two files to compare, the older first. See --help.'],
  [['older.md', 'newer.md', 'x.md'], 'Name two files to compare, the older first. See --help.'],
  [['older.md', 'none.md'], 'none.md could not be read.'],
  [
    ['--format', 'sarif', 'older.md', 'newer.md'],
    'There is no format “sarif”: text, markdown or json.',
  ],
] as const) {
  test(`is refused: diff ${args.join(' ')}`, () => {
    const { stdout, stderr, status } = diff(...args)
    assert.deepEqual([stdout, stderr, status], ['', `${reason}\n`, 2])
  })
}

const page = officialSource('eu-ai-act/aia.eurlex.xhtml')
const formex = officialSource('eu-ai-act/aia_fmx_en.xml')

test('one law in two formats has the same provisions', { skip: page.skip || formex.skip }, () => {
  const found = JSON.parse(diff('--format', 'json', page.file, formex.file).stdout) as readonly {
    readonly kind: string
    readonly from: unknown
    readonly to: unknown
  }[]
  // The two write the text that an article puts into another law at its number, or below it.
  const others = found.filter(({ kind, from, to }) => {
    const isPutIn = [from, to].some((one) => /^1(?:0[4-9]|10)\b/u.test(String(one)))
    return kind !== 'changed' && !isPutIn
  })
  assert.deepEqual(
    others.map(({ kind }) => kind),
    ['inserted'],
  )
})
