import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-render-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const script = await buildCommandLine(path.join(folder, 'extension'))

function run(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(nodeOfCommandLine, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_DATA_HOME: path.join(folder, 'data') },
  })
  return { stdout, stderr, status }
}

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

function textOf(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
}

const report = '---\nbibliography: cited.json\n---\n\nBans [@eu-ai-act:5.1.c; @smith].\n'
put('report.md', report)
put('cited.json', run('export', 'report.md').stdout)

test('a report is rendered for the style that it names, to the standard output', () => {
  const { stdout, stderr, status } = run('render', 'report.md')
  assert.deepEqual([stderr, status], ['', 0])
  assert.equal(stdout, report.replace('@eu-ai-act:5.1.c', '@eu-ai-act, art.\u00A05(1)(c)'))
})

test('`--to markdown` is what it writes, and nothing else', () => {
  assert.equal(run('render', 'report.md', '--to', 'markdown').status, 0)
  const { stdout, stderr, status } = run('render', 'report.md', '--to', 'docx')
  assert.deepEqual([stdout, status], ['', 2])
  assert.equal(stderr, '“docx” is nothing that render writes: markdown.\n')
})

test('one report is rendered, and no folder', () => {
  for (const names of [[], ['report.md', 'report.md']]) {
    const { stderr, status } = run('render', ...names)
    assert.deepEqual([stderr, status], ['Name one report to render. See --help.\n', 2])
  }
  assert.match(run('render', 'missing.md').stderr, /^missing\.md could not be read\.\n$/u)
  assert.match(run('render', 'data').stderr, /could not be read|is no file/u)
})

const notes = '<style class="note"><info><id>http://www.zotero.org/styles/house</id></info></style>'

test('a style is read beside the report, or where Pandoc keeps its own', () => {
  put('sub/house.csl', notes)
  put('data/pandoc/csl/ours.csl', notes)
  for (const csl of ['house', 'house.csl', 'ours', 'ours.csl']) {
    put('sub/report.md', report.replace('---\n', `---\ncsl: ${csl}\n`))
    const { stdout, stderr } = run('render', 'sub/report.md')
    assert.equal(stderr, '', csl)
    assert.match(stdout, /\[@eu-ai-act\{\}, art\.\s5\(1\)\(c\)/u)
  }
})

test('one that is not there is known by its name, and that is said', () => {
  const { stdout, stderr, status } = run('render', 'report.md', '--csl', 'oscola')
  assert.equal(
    stderr,
    'report.md: the style “oscola” is not here; what it does was told by its name.\n',
  )
  assert.equal(status, 0)
  assert.match(stdout, /\nreferences:\n- id: "eu-ai-act"\n/u)
  assert.match(stdout, /\[@eu-ai-act\{\}, art 5\(1\)\(c\); @smith\]/u)
})

test('line ends and a byte order mark stay', () => {
  put('windows.md', `\uFEFF${report.replaceAll('\n', '\r\n')}`)
  const { stdout } = run('render', 'windows.md', '--csl', 'bluebook-law-review')
  assert.match(stdout, /^\uFEFF---\r\nbibliography: cited\.json\r\nreferences:\r\n/u)
  assert.doesNotMatch(stdout, /(?<!\r)\n/u)
})

test('it is written to a file, also in place of an older one', () => {
  for (let time = 0; time < 2; time += 1) {
    const { stdout, stderr, status } = run('render', 'report.md', '--output', 'out/rendered.md')
    assert.deepEqual([stdout, stderr, status], ['', '', 0])
    assert.match(textOf('out/rendered.md'), /@eu-ai-act, art/u)
  }
})

test('never over what it reads, whatever that is called', () => {
  symlinkSync('report.md', path.join(folder, 'link.md'))
  symlinkSync('.', path.join(folder, 'here'))
  linkSync(path.join(folder, 'report.md'), path.join(folder, 'hard.md'))
  const before = [textOf('report.md'), textOf('cited.json')]
  const names = ['report.md', './sub/../report.md', 'link.md', 'here/report.md', 'hard.md']
  for (const output of [...names, path.join(folder, 'report.md'), 'cited.json']) {
    const { stdout, stderr, status } = run('render', 'report.md', '--output', output)
    assert.deepEqual([stdout, status], ['', 2], output)
    assert.equal(stderr, `${output} is what is read here. Name another file to write.\n`)
  }
  assert.equal(run('render', 'link.md', '--output', 'report.md').status, 2)
  assert.deepEqual([textOf('report.md'), textOf('cited.json')], before)
  const refused = run('render', 'report.md', '--output', 'sub')
  assert.deepEqual([refused.stderr, refused.status], ['sub could not be written.\n', 2])
})

test('what it cannot do is said', () => {
  put(
    'table.md',
    '---\nnocite: "@*"\nbibliography: [cited.json, x.ris]\n---\n\na              b\n-------------- ---\n[@eu-ai-act:5] c\n',
  )
  assert.equal(
    run('render', 'table.md').stderr,
    'table.md:8: “eu-ai-act:5” stays as it is: the columns of its table would move.\n' +
      'table.md: nocite “*” stays as it is, since not all of the bibliography could be read.\n',
  )
})
