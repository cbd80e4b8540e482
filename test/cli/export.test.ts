import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { pandocPlain } from '../pandoc/pandoc.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-export-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))

const report = `The plan weighs state rules [@us-aiap-2025:I.1.3, p. 3], and the act bans scoring
[@eu-ai-act:5.1.c]; see also the press [@press-us-aiap-2025-08:1.1] and @us-aiap-2025.
`
writeFileSync(path.join(folder, 'report.md'), report)

function run(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(nodeOfCommandLine, [script, 'export', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  assert.equal(stderr, '')
  return stdout
}

test('an instrument is exported whole, with its keys', () => {
  const items = JSON.parse(run('us-aiap-2025')) as readonly { readonly id: string }[]
  assert.equal(items.length, 1 + 3 + 30 + 103)
  assert.equal(items[0]?.id, 'us-aiap-2025')
})

test('of a report what it cites is exported, each once, behind its instrument', () => {
  const items = JSON.parse(run('report.md')) as readonly { readonly id: string }[]
  assert.deepEqual(
    items.map(({ id }) => id),
    [
      ...['us-aiap-2025', 'us-aiap-2025:I.1.3', 'eu-ai-act', 'eu-ai-act:5.1.c'],
      ...['press-us-aiap-2025-08', 'press-us-aiap-2025-08:1.1'],
    ],
  )
})

test('in BibTeX, what has capitals keeps them', () => {
  const bibtex = run('--format', 'bibtex', 'us-aiap-2025')
  assert.match(bibtex, /^@incollection\{us-aiap-2025:I\.1\.3,$/mu)
  assert.match(bibtex, /^ {2}title = \{\{Remove\} \{Red\} \{Tape\} and/mu)
})

test('in StratML, an instrument and a report keep their keys', () => {
  assert.match(
    run('--format', 'stratml', 'us-aiap-2025'),
    /<Identifier>us-aiap-2025_I\.1\.3<\/Identifier>/u,
  )
  assert.match(run('--format', 'stratml', 'report.md'), /Cite as @eu-ai-act:5\.1\.c/u)
})

test('in StratML, a place in words is the provision that it names, and no whole instrument', () => {
  const words = 'So [@eu-ai-act, art. 5(1)(c); @us-aiap-2025, p. 3, pillar I, sec. 1, action 3].\n'
  writeFileSync(path.join(folder, 'words.md'), words)
  const stratml = run('--format', 'stratml', 'words.md')
  const cited = Array.from(stratml.matchAll(/Cite as (@\S+?)[;<]/gu), ([, key]) => key)
  assert.deepEqual(cited, [
    '@eu-ai-act:chp-II',
    '@eu-ai-act:5.1.c',
    '@us-aiap-2025:I.1',
    '@us-aiap-2025:I.1.3',
  ])
})

test('troubles of corpus files are told in the language that is asked for', () => {
  writeFileSync(path.join(folder, 'broken.md'), '# No front matter\n')
  const args = ['export', '--corpus', 'broken.md', '--language', 'zh-Hans', 'us-eo-14320']
  const { stderr } = spawnSync(nodeOfCommandLine, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  assert.match(stderr, /^broken\.md:1:1: 错误：\p{Script=Han}/u)
})

test('Pandoc prints the same from BibTeX as from CSL-JSON, with the printed page', async () => {
  const [json, bibtex] = [run('report.md'), run('--format', 'bibtex', 'report.md')]
  const printed = await pandocPlain(report, { 'cited.json': json }, { bibliography: 'cited.json' })
  assert.match(printed, /\(White House 2025\S*, 3\)/u)
  assert.equal(
    await pandocPlain(report, { 'cited.bib': bibtex }, { bibliography: 'cited.bib' }),
    printed,
  )
})
