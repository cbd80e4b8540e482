import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'
import { engineWords } from '../workspace/faultyFiles.ts'

const top = mkdtempSync(path.join(tmpdir(), 'policy-citation-cli-faults-'))
undoAtExit(() => {
  removeFolder(top)
})
const script = await buildCommandLine(path.join(top, 'extension'))
const work = path.join(top, 'work')
const failingDisk = path.join(import.meta.dirname, '../support/failingDisk.cjs')

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(work, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

const textOf = (name: string): string => readFileSync(path.join(work, name), 'utf8')
const plan = (id: string): string =>
  `---\nid: ${id}\ntype: plan\ntitle: The plan\n---\n\n# Paint {#1}\n`

write('wrong.md', 'See [@us-aiap-2025:I.98].\n')
write('other.md', 'See [@own-one:1; @own-two:1].\n')
write('two.md', 'See [@own-two:9].\n')
write('folder/in.md', 'Nothing cited.\n')
write('.policy/one.md', plan('own-one'))
write('.policy/two.md', plan('own-two'))
write('.vscode/settings.json', '{ "policyCitation.language": "en" }\n')
write('document.md', '# Night Act\n\n## Article 1 Lamps\n\nA lamp shall burn on each quay.\n')
write('out/old.md', 'old\n')

interface Answer {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Runs `args` while calls named `on` of files whose paths end with `of` fail as `fault`. */
async function run(
  fault: string,
  on: string,
  of: string,
  args: readonly string[],
): Promise<Answer> {
  const env = { ...process.env, FAULT: fault, FAULT_ON: on, FAULT_OF: of, LC_ALL: 'C' }
  const child = spawn(nodeOfCommandLine, ['--require', failingDisk, script, ...args], {
    cwd: work,
    env,
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { out, err, code }
}

const reading = 'open stat lstat readFile'
const held = /another program holds it/u
const shut = /you may not read it; ask for the permission/u

suite('R8: what cannot be read is named in a line, and costs only itself', () => {
  for (const [what, fault, on, of, args, line, code, rest] of [
    [
      'a report',
      'EACCES',
      'open',
      'wrong.md',
      ['check', 'wrong.md', 'other.md'],
      shut,
      1,
      /0 problems in 1 report/u,
    ],
    [
      'a report',
      'EBUSY',
      'open',
      'wrong.md',
      ['check', 'wrong.md', 'other.md'],
      held,
      1,
      /0 problems in 1 report/u,
    ],
    [
      'a report',
      'EIO',
      reading,
      'wrong.md',
      ['check', 'wrong.md', 'other.md'],
      /wrong\.md/u,
      1,
      /in 1 report/u,
    ],
    [
      'a folder of reports',
      'EACCES',
      'readdir',
      'folder',
      ['check', 'folder', 'other.md'],
      /folder could not be looked into/u,
      1,
      /in 1 report/u,
    ],
    [
      'a corpus file',
      'EACCES',
      'open',
      'one.md',
      ['check', 'two.md'],
      /\.policy\/one\.md:1:1: error: .*you may not read/u,
      1,
      /own-two:9/u,
    ],
    [
      'a corpus file',
      'EIO',
      'lstat stat',
      'one.md',
      ['check', 'two.md'],
      /\.policy\/one\.md:1:1: error: .*the disk reports an error/u,
      1,
      /own-two:9/u,
    ],
    [
      'a folder of corpus files',
      'EACCES',
      'readdir',
      '.policy',
      ['check', 'wrong.md'],
      /\.policy:1:1: error: The folder could not be looked into/u,
      1,
      /I\.98/u,
    ],
    [
      'the settings',
      'EACCES',
      'open',
      'settings.json',
      ['check', 'other.md'],
      /settings\.json could not be read: you may not/u,
      0,
      /0 problems/u,
    ],
    [
      'a named corpus',
      'EIO',
      'lstat',
      'two.md',
      ['check', 'wrong.md', '--corpus', '.policy/two.md'],
      /two\.md .*the disk reports/u,
      2,
      /^$/u,
    ],
    ['a report to render', 'EBUSY', 'open', 'wrong.md', ['render', 'wrong.md'], held, 2, /^$/u],
    [
      'a report to export',
      'EMFILE',
      'open',
      'wrong.md',
      ['export', 'wrong.md'],
      /too many files are open/u,
      2,
      /^$/u,
    ],
    [
      'a document to import',
      'EACCES',
      'open',
      'document.md',
      ['import', 'document.md'],
      shut,
      2,
      /^$/u,
    ],
    [
      'one of two editions',
      'EIO',
      'open',
      'document.md',
      ['diff', 'other.md', 'document.md'],
      /document\.md|other\.md/u,
      2,
      /^$/u,
    ],
    [
      'the library',
      'EIO',
      'open',
      'library.json',
      ['check', 'wrong.md'],
      /The library could not be read: the disk reports/u,
      2,
      /^$/u,
    ],
    [
      'the index of the library',
      'EIO',
      'open',
      'library.index',
      ['find', 'chips'],
      /^$/u,
      0,
      /us-aiap/u,
    ],
    ['the filter', 'EACCES', 'open', 'citation.lua', ['filter'], shut, 2, /^$/u],
  ] as const) {
    test(`${what}: ${fault}: ${args.join(' ')}`, async () => {
      const answer = await run(fault, on, of, args)
      assert.match(answer.err, line)
      assert.doesNotMatch(answer.err.replaceAll(work, ''), engineWords)
      assert.ok(answer.err.split('\n').length <= 3, answer.err)
      assert.match(answer.out, rest)
      assert.equal(answer.code, code)
    })
  }
})

suite('R8: what cannot be written leaves all as it was', () => {
  for (const [fault, on, of, reason] of [
    ['ENOSPC', 'write', '.part', 'no space is left'],
    ['EIO', 'write', '.part', 'the disk reports an error'],
    ['EBUSY', 'rename link', '.md', 'another program holds it; close that, or try again later'],
    ['EDQUOT', 'open', '.part', 'no space is left'],
  ] as const) {
    for (const [command, input, output] of [
      ['render', 'wrong.md', 'out/old.md'],
      ['import', 'document.md', 'out/new.md'],
      ['import', 'document.md', 'made/new.md'],
    ] as const) {
      test(`${command} to ${output}: ${fault} on ${on}`, async () => {
        const before = readdirSync(work)
        const answer = await run(fault, on, of, [command, input, '--output', output])
        assert.deepEqual(answer, {
          out: '',
          err: `${output} could not be written: ${reason}.\n`,
          code: 2,
        })
        assert.equal(textOf('out/old.md'), 'old\n')
        assert.deepEqual(readdirSync(path.join(work, 'out')), ['old.md'])
        assert.deepEqual(readdirSync(work), before)
      })
    }
  }
})
