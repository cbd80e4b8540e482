import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const top = mkdtempSync(path.join(tmpdir(), 'policy-citation-cli-terminal-'))
undoAtExit(() => {
  removeFolder(top)
})
const script = await buildCommandLine(path.join(top, 'extension'))
const work = path.join(top, 'work')

/** Sets a title, rings, changes colours by C0 and by C1, deletes, and turns what follows round. */
const evil = '\u001B]0;evil\u0007\u001B[31m\u009B1m\u007F\u202Egnp\u2066\u200F'
const steering = /(?![\t\n])[\p{Cc}\p{Surrogate}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u
const shown = '⟦U+001B⟧]0;evil⟦U+0007⟧⟦U+001B⟧[31m⟦U+009B⟧1m⟦U+007F⟧⟦U+202E⟧gnp⟦U+2066⟧⟦U+200F⟧'

const law = `---
id: xx-evil
type: act
title: "Night ${JSON.stringify(evil).slice(1, -1)} Act"
printed-headings: article
---

# Lamps ${evil} {#1 kind=article}
`
const official = (words: string): string =>
  `# Night Act\n\n## Article 1 Lamps\n\nA lamp shall burn ${words}${evil} at the end of each quay.\n`
write('law.md', law)
write('old.md', official('whale oil'))
write('new.md', official('no oil'))
write(
  'report.md',
  `---\ncsl: "${JSON.stringify(evil).slice(1, -1)}"\n---\n
It says “a lamp shall burn whale oil by night at the end of each quay” [@xx-evil, art. 1].

${evil} [@xx-evil:${evil}9] led by ${evil} 政策@xx-evil:1${evil} [@xx-evil, art. 9${evil}].
`,
)
write(`in${evil}/a${evil}\nb.md`, 'See [@us-aiap-2025:I.98].\n')
write(`in${evil}/latin${evil}.md`, Uint8Array.of(0xe9))

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(work, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

interface Answer {
  readonly out: string
  readonly err: string
}

function run(...args: readonly string[]): Answer {
  const options = { cwd: work, encoding: 'utf8' } as const
  const { stdout, stderr } = spawnSync(nodeOfCommandLine, [script, ...args], options)
  return { out: stdout, err: stderr }
}

const corpus = ['--corpus', 'law.md']
const attached = ['--official', 'xx-evil=old.md']

suite('control characters of names and texts never steer a terminal', () => {
  for (const [what, args] of [
    ['check of a folder', ['check', `in${evil}`]],
    ['check as JSON', ['check', `in${evil}`, '--format', 'json']],
    ['check as SARIF', ['check', `in${evil}`, '--format', 'sarif']],
    ['check of a quotation', ['check', 'report.md', ...corpus, ...attached]],
    [
      'check of a quotation as JSON',
      ['check', 'report.md', ...corpus, ...attached, '--format', 'json'],
    ],
    ['find', ['find', 'lamps', ...corpus]],
    ['find as JSON', ['find', evil, 'lamps', ...corpus, '--format', 'json']],
    ['diff', ['diff', 'old.md', 'new.md']],
    ['diff as Markdown', ['diff', 'old.md', 'new.md', '--format', 'markdown']],
    ['diff as JSON', ['diff', 'old.md', 'new.md', '--format', 'json']],
    ['library', ['library', '--stale', ...corpus]],
    ['library as JSON', ['library', '--languages', ...corpus, '--format', 'json']],
    ...['csl-json', 'csl-yaml', 'bibtex', 'biblatex', 'ris', 'stratml'].map(
      (format) =>
        [`export as ${format}`, ['export', 'xx-evil', ...corpus, '--format', format]] as const,
    ),
    ['export of a report', ['export', 'report.md', ...corpus]],
    ['import', ['import', 'old.md']],
  ] as const) {
    test(`${what}: in neither output`, () => {
      const { out, err } = run(...args)
      assert.notEqual(out, '')
      assert.doesNotMatch(out, steering)
      assert.doesNotMatch(err, steering)
    })
  }

  for (const args of [
    ['check', `no${evil}\n.md`],
    ['check', 'report.md', '--corpus', `no${evil}.md`],
    ['check', 'report.md', '--official', `xx${evil}=a.md`],
    ['check', 'report.md', '--official', `us-aiap-2025@${evil}=a.md`],
    ['check', 'report.md', '--official', `us-aiap-2025=a${evil}.md`],
    ['check', 'report.md', '--format', evil],
    ['check', 'report.md', '--language', evil],
    ['check', 'report.md', '--as-of', evil],
    ['export', `no${evil}.md`],
    ['export', 'us-aiap-2025', '--format', evil],
    ['import', `no${evil}.md`],
    ['import', 'old.md', '--id', evil],
    ['import', 'old.md', '--output', `report.md/${evil}`],
    ['render', `no${evil}.md`],
    ['render', 'report.md', '--to', evil],
    ['render', 'report.md', '--output', `report.md/${evil}`],
    ['find', '--limit', evil, 'chips'],
    ['diff', `a${evil}.md`, 'b.md'],
    [evil],
    ['check', `--${evil}`],
  ]) {
    test(`what is said of ${JSON.stringify(args)} is one line of visible characters`, () => {
      const { out, err } = run(...args)
      assert.equal(out, '')
      assert.match(err, /^[^\n]+\n(?:Usage: [^\n]+\n)?$/u)
      assert.doesNotMatch(err, steering)
      assert.ok(err.includes(shown), err)
    })
  }

  test('a name with a line end makes no line of its own', () => {
    const [first = '', ...rest] = run('check', `in${evil}`).out.split('\n')
    assert.ok(first.startsWith(`in${shown}/a${shown}⟦U+000A⟧b.md:1:7: error: `), first)
    assert.deepEqual(rest, [
      '1 problem in 1 report',
      `1 could not be read: in${shown}/latin${shown}.md`,
      '',
    ])
  })

  test('JSON gives the very names and texts', () => {
    const [, name = ''] = readdirSync(path.join(work, `in${evil}`)).toSorted()
    const { unread, problems } = JSON.parse(run('check', `in${evil}`, '--format', 'json').out) as {
      readonly unread: readonly { readonly file: string }[]
      readonly problems: readonly { readonly file: string }[]
    }
    assert.deepEqual(
      [problems[0]?.file, unread[0]?.file],
      [`in${evil}/a${evil}\nb.md`, `in${evil}/${name}`],
    )
  })

  test('case 8: settings and corpus files that are wrong are told in visible characters', () => {
    write('set/.vscode/settings.json', '{ "policyCitation.language": 5 }')
    write(`set/.policy/a${evil}.md`, '---\nid: nothing\n---\n')
    write('set/r.md', 'Fine.\n')
    const { stdout, stderr } = spawnSync(nodeOfCommandLine, [script, 'check', 'r.md'], {
      cwd: path.join(work, 'set'),
      encoding: 'utf8',
    })
    assert.ok(stderr.includes(shown))
    assert.doesNotMatch(stdout + stderr, steering)
  })
})

suite('documents', () => {
  test('are written byte for byte where no terminal reads them', () => {
    const { out, err } = run('render', 'report.md', ...corpus)
    assert.ok(out.includes(`\n${evil} [@xx-evil`))
    assert.ok(err.includes(shown), 'the name of the style')
    assert.doesNotMatch(err, steering)
  })

  const skip =
    spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0
      ? false
      : 'there is no script of util-linux here'

  test('are shown to a terminal in visible characters', { skip }, () => {
    const command = `"${nodeOfCommandLine}" "${script}" render report.md --corpus law.md`
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: work,
      encoding: 'utf8',
    })
    assert.ok(stdout.includes(`${shown} [@xx-evil`), stdout)
    assert.doesNotMatch(stdout.replaceAll('\r\n', '\n'), steering)
  })
})
