import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, suite, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { problemCodes, usualSeverity } from '../../src/core/features/problems/problem.ts'
import { problemAddress } from '../../src/wording/problemAddress.ts'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { filesIn } from '../support/pages/fences.ts'
import { projectRoot } from '../support/projectPaths.ts'

const page = readFileSync(path.join(projectRoot, 'docs/problems.md'), 'utf8')
const [preface = '', ...sections] = page.split(/^<a id="/mu)

/** What the page says of one code. */
interface Explained {
  readonly anchor: string
  readonly code: string
  readonly severity: string
  readonly text: string
}

const explained = sections.map((text): Explained => {
  const [, anchor = '', code = '', severity = ''] =
    /^([^"]*)"><\/a>\n\n## (\S+)\n\n\*\*(\w+)\.\*\* /u.exec(text) ?? []
  return { anchor, code, severity, text }
})

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-pages-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const script = await buildCommandLine(path.join(folder, 'extension'))

const nothing: Explained = { anchor: '', code: '', severity: '', text: '' }

function write(within: string, text: string): void {
  for (const [name, content] of filesIn(text)) {
    const file = path.join(folder, within, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** The codes of all problems of the examples, by report, as one run of the command line finds them. */
function codesByReport(): ReadonlyMap<string, readonly string[]> {
  write('.', preface)
  for (const { code, text } of explained) write(path.join('reports', code), text)
  const officials = filesIn(preface).flatMap(([name]) => {
    const [, instrument] = /^official\/(.+)\.md$/u.exec(name) ?? []
    return instrument === undefined ? [] : ['--official', `${instrument}=${name}`]
  })
  const options = ['--as-of', '2026-11-30', '--format', 'json', ...officials]
  const { stdout, stderr } = spawnSync(
    nodeOfCommandLine,
    [script, 'check', 'reports', ...options],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  assert.equal(stderr, '')
  const { problems } = JSON.parse(stdout) as {
    readonly problems: readonly { readonly file: string; readonly code: string }[]
  }
  const found = new Map<string, readonly string[]>()
  for (const { file, code } of problems) found.set(file, [...(found.get(file) ?? []), code])
  return found
}

suite('docs/problems.md', () => {
  const found = codesByReport()

  test('explains each problem code once, and no other', () => {
    assert.deepEqual(explained.map(({ code }) => code).toSorted(), [...problemCodes].toSorted())
  })

  test('is where the addresses of the codes lead, in the repository that package.json names', () => {
    const manifest = readFileSync(path.join(projectRoot, 'package.json'), 'utf8')
    const { repository } = JSON.parse(manifest) as { readonly repository: { readonly url: string } }
    const address = `${repository.url.replace(/\.git$/u, '')}/blob/main/docs/problems.md`
    for (const code of problemCodes) assert.equal(problemAddress(code).split('#')[0], address)
  })

  for (const code of problemCodes) {
    const { severity, anchor, text } = explained.find((section) => section.code === code) ?? nothing

    test(`says how severe ${code} usually is, at the anchor to which its address leads`, () => {
      assert.equal(severity.toLowerCase(), usualSeverity[code])
      assert.equal(new URL(problemAddress(code)).hash, `#${anchor}`)
    })

    test(`shows a report that has ${code} and nothing else, and says what to do`, () => {
      assert.deepEqual(found.get(`reports/${code}/report.md`), [code])
      assert.deepEqual(found.get(`reports/${code}/mended.md`), undefined)
      const behindReport = text.slice(text.indexOf('```markdown report.md'))
      assert.match(behindReport.split(/^```$/mu)[1] ?? '', /^\n\n[A-Z].*\.\n/su)
    })
  }
})
