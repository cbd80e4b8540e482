import assert from 'node:assert/strict'
import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { corpusTree, foundCorpora } from '../support/corpusTree.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const top = mkdtempSync(path.join(tmpdir(), 'policy-citation-cli-workspace-'))
undoAtExit(() => {
  removeFolder(top)
})
const build = buildCommandLine
const script = await build(path.join(top, 'extension'))
let count = 0

/** A plan of two pages with one measure, `1`. */
function plan(id: string): string {
  return `---\nid: ${id}\ntype: plan\ntitle: The plan\nurl: https://example.org/\nfirst-page: 1\nlast-page: 2\n---\n\n# Measure {#1}\n`
}

/** A folder of its own with these files. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  count += 1
  const folder = path.join(top, String(count))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

interface Answer {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

function run(folder: string, ...args: readonly string[]): Answer {
  return start(args, { cwd: folder })
}

/** Runs it without the rights of root, who may look into every folder. */
function runAsNobody(folder: string, ...args: readonly string[]): Answer {
  return start(args, { cwd: folder, ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}) })
}

function start(args: readonly string[], options: SpawnOptions): Answer {
  const { stdout, stderr, status } = spawnSync(nodeOfCommandLine, [script, ...args], {
    ...options,
    encoding: 'utf8',
  })
  return { out: stdout, err: stderr, code: status }
}

const settings = '.vscode/settings.json'

test('a corpus file in a subfolder of .policy/ is found', () => {
  const folder = folderWith({ '.policy/sub/own.md': plan('own'), 'r.md': 'See [@own:1, p. 99].\n' })
  const { out, err, code } = run(folder, 'check', 'r.md')
  assert.match(
    out,
    /^r\.md:1:\d+: warning: There is no page 99: .*\[citation\.page-outside-document\]$/mu,
  )
  assert.equal(err, '')
  assert.equal(code, 1)
})

test('.vscode/settings.json, with its comments, says where corpora are and how severe a problem is', () => {
  const folder = folderWith({
    [settings]: `{
      // Ours.
      "policyCitation.corpora": ["plans/**/*.md"],
      "policyCitation.problems.severity": { "citation.page-outside-document": "off" },
    }`,
    'plans/2030/own.md': plan('own'),
    'r.md': 'See [@own:1, p. 99] and [@own:2].\n',
  })
  const { out, err } = run(folder, 'check', '.')
  assert.match(
    out,
    /^r\.md:1:\d+: error: .*own:2: .*\[citation\.unknown-key\]\n1 problem in 1 report$/mu,
  )
  assert.equal(err, '')
})

test('messages are in the language that is set, unless another is asked for', () => {
  const folder = folderWith({
    [settings]: '{ "policyCitation.language": "zh-Hans" }',
    'r.md': '[@us-aiap-2025:IX]\n',
  })
  assert.match(run(folder, 'check', 'r.md').out, /语料库中没有/u)
  assert.match(run(folder, 'check', '--language', 'en', 'r.md').out, /No provision of the corpus/u)
})

test('what the editor does not show of a folder is not looked through', () => {
  const folder = folderWith({
    [settings]: '{ "files.exclude": { "**/_site": true } }',
    'book/_site/a.md': 'Made of a.qmd.\n',
    'book/a.qmd': 'Fine.\n',
  })
  assert.match(run(folder, 'check', '.').out, /in 1 report$/mu)
  assert.match(run(folder, 'check', 'book/_site').out, /in 1 report$/mu)
})

test('a setting of the wrong type is told, and not used', () => {
  const folder = folderWith({
    [settings]: '{ "policyCitation.corpora": "plans/*.md", "policyCitation.language": 5 }',
    'plans/own.md': plan('own'),
    'r.md': '[@own:1, p. 99]\n',
  })
  const { out, err, code } = run(folder, 'check', 'r.md')
  assert.equal(out, '0 problems in 1 report\n')
  assert.deepEqual(err.trim().split('\n'), [
    '“policyCitation.language” cannot be 5: auto is used.',
    '“policyCitation.corpora” cannot be "plans/*.md": [] is used.',
  ])
  assert.equal(code, 0)
})

for (const [what, text, line] of [
  ['cut short', '{\n  "policyCitation.corpora": ["plans/*.md"],\n  "x', 3],
  ['with a word too many', '{ "policyCitation.corpora": ["plans/*.md"] oops }', 1],
] as const) {
  test(`of settings that are ${what}, what can be understood holds, and that is told`, () => {
    const folder = folderWith({
      [settings]: text,
      'plans/own.md': plan('own'),
      'r.md': '[@own:1, p. 99]\n',
    })
    const { err, code } = run(folder, 'check', 'r.md')
    assert.match(
      err,
      new RegExp(`^\\.vscode/settings\\.json, line ${String(line)}: [a-z ]+\\. `, 'u'),
    )
    assert.equal(code, 1, 'the corpus is found')
  })
}

test('case 51: settings that are a pipe are not waited for', () => {
  const folder = folderWith({ '.vscode/x': '', 'r.md': 'Fine.\n' })
  spawnSync('mkfifo', [path.join(folder, settings)])
  const { err, code } = run(folder, 'check', 'r.md')
  assert.match(err, /settings\.json is no file\./u)
  assert.equal(code, 0)
})

test('--corpus takes the place of what is found, and is looked through, links left out', () => {
  const folder = folderWith({
    '.policy/own.md': plan('own'),
    'other/deep/other.md': plan('other'),
    'r.md': '[@other:1, p. 98] [@own:1, p. 99]\n',
  })
  symlinkSync(path.join(folder, '.policy/own.md'), path.join(folder, 'other/link.md'))
  symlinkSync(path.join(folder, 'other'), path.join(folder, 'linked'))
  for (const named of ['other', 'linked', 'other/deep/other.md']) {
    const { out, code } = run(folder, 'check', '--corpus', named, 'r.md')
    assert.match(out, / There is no page 98: .*\n1 problem in 1 report$/mu)
    assert.equal(code, 1)
  }
  assert.match(
    run(folder, 'check', '--corpus', 'other', 'r.md').err,
    /^other\/link\.md:1:1: error: /u,
  )
})

test('one report that is not in UTF-8 costs only itself, and is named with what to do', () => {
  const folder = folderWith({
    'many/a.md': Uint8Array.of(0x52, 0xe9, 0x73, 0x75, 0x6d, 0xe9, 0x0a),
    'many/b.md': 'See [@us-aiap-2025:I.98].\n',
    'fine/a.md': Uint8Array.of(0xe9),
    'fine/b.md': 'Fine.\n',
  })
  const { out, err, code } = run(folder, 'check', 'many')
  assert.match(out, /^many\/b\.md:1:7: error: .*I\.98: .*\n1 problem in 1 report$/mu)
  assert.match(
    err,
    /^many\/a\.md is not in UTF-8\. Save the file in the encoding UTF-8; [^\n]*\n$/u,
  )
  assert.equal(code, 1)
  const fine = run(folder, 'check', 'fine')
  assert.match(fine.out, /^0 problems in 1 report$/mu)
  assert.equal(fine.code, 1, 'never as if all were well')
  const alone = run(folder, 'check', 'many/a.md', 'fine/a.md')
  assert.deepEqual([alone.out, alone.code], ['', 2])
  assert.match(alone.err, /^many\/a\.md [^\n]*\nfine\/a\.md [^\n]*\n$/u)
  assert.match(run(folder, 'export', 'many/a.md').err, /^many\/a\.md is not in UTF-8\.\n$/u)
})

test('a folder that may not be looked into is named, and the rest is judged', (context) => {
  const folder = folderWith({ 'in/shut/a.md': 'A.\n', 'in/b.md': 'B.\n', 'shut/a.md': 'A.\n' })
  chmodSync(top, 0o755)
  for (const name of ['in/shut', 'shut']) chmodSync(path.join(folder, name), 0)
  if (runAsNobody(folder, '--version').code !== 0) {
    context.skip('only root may run Node here')
    return
  }
  const { out, err, code } = runAsNobody(folder, 'check', 'in')
  assert.match(out, /in 1 report$/mu)
  assert.match(err, /^in\/shut could not be looked into: [^\n]*\n$/u)
  assert.equal(code, 1)
  assert.equal(runAsNobody(folder, 'check', 'shut').code, 2)
  const corpus = runAsNobody(folder, 'check', '--corpus', 'shut', 'in/b.md')
  assert.match(corpus.err, /^shut could not be looked into: [^\n]*\n$/u)
  assert.equal(corpus.code, 2)
})

interface Problem {
  readonly line: number
  readonly code: string
}

test('it finds what the editor finds, whatever the settings', () => {
  for (const { corpora, found } of foundCorpora) {
    const files = corpusTree.map((name, at) => [name, plan(`plan-${String(at)}`)] as const)
    const citations = files.map((_, at) => `[@plan-${String(at)}:1, p. 99]\n`).join('\n')
    const folder = folderWith({
      ...Object.fromEntries(files),
      [settings]: JSON.stringify({ 'policyCitation.corpora': corpora }),
      'asked/all.txt': citations,
    })
    const { out } = run(folder, 'check', '--format', 'json', 'asked/all.txt')
    const { problems } = JSON.parse(out) as { readonly problems: readonly Problem[] }
    const known = problems.filter(({ code }) => code === 'citation.page-outside-document')
    const names = known.map(({ line }) => corpusTree[(line - 1) / 2] ?? '')
    assert.deepEqual(names.toSorted(), found.toSorted(), JSON.stringify(corpora))
  }
})

test('a backslash in a name is a part of it where folders are parted by slashes', (context) => {
  if (path.sep === '\\') {
    context.skip('folders are parted by backslashes here')
    return
  }
  const folder = folderWith({ 'a\\b/c\\d.md': 'See [@us-aiap-2025:X.9].\n' })
  const { out, code } = run(path.join(folder, 'a\\b'), 'check', 'c\\d.md')
  assert.match(out, /citation\.unknown-key/u)
  assert.equal(code, 1)
})

test('all problems of a report are told, however many there are', () => {
  const folder = folderWith({ 'many.md': 'See [@us-aiap-2025:X.9].\n\n'.repeat(1500) })
  const { out } = run(folder, 'check', '--format', 'json', 'many.md')
  assert.equal(out.match(/citation\.unknown-key/gu)?.length, 1500)
})
