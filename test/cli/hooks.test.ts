// What docs/command-line-and-ci.md would have run in CI and before a commit is run, on reports with a mistake and without.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { load } from 'js-yaml'
import { ExampleFolder, noShell } from '../support/pages/exampleFolder.ts'
import { filesIn } from '../support/pages/fences.ts'
import { projectRoot } from '../support/projectPaths.ts'

const page = readFileSync(path.join(projectRoot, 'docs/command-line-and-ci.md'), 'utf8')
const shown = new Map(filesIn(page))
const first = await ExampleFolder.make()

const right = 'The act forbids scoring [@eu-ai-act, art. 5(1)(c)].\n'
const wrong = 'The act forbids scoring [@eu-ai-act, art. 999].\n'

/** A folder with `report`, beside which the project lies in `policy-citation`. */
function folderWith(name: string, report: string): ExampleFolder {
  const folder = first.for(name)
  folder.write('reports/report.md', report)
  return folder
}

/** The file of the page called `name`, read as YAML. */
function yamlOf(name: string): unknown {
  return load(shown.get(name) ?? '')
}

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly 'working-directory'?: string
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: { readonly check: { readonly steps: readonly Step[] } }
}

suite('The workflow', { skip: noShell }, () => {
  const { permissions, jobs } = yamlOf('.github/workflows/citations.yml') as Workflow
  const { steps } = jobs.check
  const [build, check] = steps.filter(({ run }) => run !== undefined)
  const upload = steps.find(({ uses }) => uses?.includes('upload-sarif') === true)

  test('builds the project where it was checked out, by the commands that there are', () => {
    const manifest = readFileSync(path.join(projectRoot, 'package.json'), 'utf8')
    const { repository, scripts } = JSON.parse(manifest) as {
      readonly repository: { readonly url: string }
      readonly scripts: Readonly<Record<string, string>>
    }
    const [, checkout] = steps
    const address = `https://github.com/${String(checkout?.with?.['repository'])}.git`
    assert.equal(address, repository.url)
    assert.equal(build?.run, 'npm ci && npm run build')
    assert.ok('build' in scripts)
    assert.equal(build['working-directory'], checkout?.with?.['path'])
  })

  for (const [name, report, status] of [
    ['right', right, 0],
    ['wrong', wrong, 1],
  ] as const) {
    test(`ends with ${status} on a report that is ${name}, and uploads what it wrote`, () => {
      const folder = folderWith(`workflow-${name}`, report)
      symlinkSync('../policy-citation', folder.file('policy-citation'))
      assert.deepEqual(folder.run(check?.run ?? ''), { printed: '', status })
      const written = readFileSync(folder.file(String(upload?.with?.['sarif_file'])), 'utf8')
      const { version, runs } = JSON.parse(written) as {
        readonly version: string
        readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string }[] }]
      }
      assert.equal(version, '2.1.0')
      const rules = runs[0].results.map(({ ruleId }) => ruleId)
      assert.deepEqual(rules, status === 0 ? [] : ['citation.unknown-locator'])
    })
  }

  test('uploads also where the check failed, and may do so', () => {
    assert.equal(upload?.if, 'always()')
    assert.equal(permissions['security-events'], 'write')
  })
})

suite('The hook of pre-commit', { skip: noShell }, () => {
  interface Hook {
    readonly entry: string
    readonly language: string
    readonly files: string
  }
  const { repos } = yamlOf('.pre-commit-config.yaml') as {
    readonly repos: readonly [{ readonly hooks: readonly [Hook] }]
  }
  const [{ hooks }] = repos
  const [{ entry, language, files }] = hooks

  test('runs a program of the system on reports, and on nothing else', () => {
    assert.equal(language, 'system')
    const names = ['a.md', 'b/c.qmd', 'd.Rmd', 'e.markdownx', 'md', 'f.mdx', 'g.json']
    const fitting = names.filter((name) => new RegExp(files, 'u').test(name))
    assert.deepEqual(fitting, ['a.md', 'b/c.qmd', 'd.Rmd'])
  })

  test('refuses a report with a mistake, and lets one without pass', () => {
    const commit = (name: string, report: string) =>
      folderWith(name, report).run(`${entry} reports/report.md`)
    assert.equal(commit('pre-commit-right', right).status, 0)
    const { printed, status } = commit('pre-commit-wrong', wrong)
    assert.equal(status, 1)
    assert.match(printed, /^reports\/report\.md:1:\d+: warning: /u)
  })
})

const noGit = spawnSync('git', ['--version']).error !== undefined && 'Git is not installed'

suite('The hook of Git', { skip: noShell || noGit }, () => {
  const hook = '.git/hooks/pre-commit'
  const identity =
    '-c user.name=Analyst -c user.email=analyst@example.org -c core.hooksPath=.git/hooks'

  /** What a commit of all that lies in a folder with `report` comes to. */
  function commit(name: string, report: string) {
    const folder = folderWith(name, report)
    folder.write('notes.txt', 'The act forbids scoring [@eu-ai-act, art. 999].\n')
    folder.run('git init --quiet')
    folder.write(hook, shown.get(hook) ?? '')
    chmodSync(folder.file(hook), 0o755)
    return folder.run(`git add reports notes.txt && git ${identity} commit --quiet -m Reports`)
  }

  test('refuses a report with a mistake', () => {
    const { printed, status } = commit('git-wrong', wrong)
    assert.notEqual(status, 0)
    assert.match(printed, /^reports\/report\.md:1:\d+: warning: .*\n1 problem in 1 report\n$/u)
  })

  test('lets reports without one pass, whatever other files say', () => {
    assert.deepEqual(commit('git-right', right), { printed: '0 problems in 1 report\n', status: 0 })
  })

  test('has nothing to say where no report is committed', () => {
    const folder = first.for('git-none')
    folder.write('notes.txt', 'None.\n')
    folder.run('git init --quiet')
    folder.write(hook, shown.get(hook) ?? '')
    chmodSync(folder.file(hook), 0o755)
    const { printed, status } = folder.run(`git add notes.txt && git ${identity} commit -qm Notes`)
    assert.deepEqual({ printed, status }, { printed: '', status: 0 })
  })
})
