import assert from 'node:assert/strict'
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { quaysCorpusFile, quaysPdf } from '../support/quaysPlan.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-cli-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))

const report = `# The harbour

It wants “keep a store of dressed stone at the harbour” [@xx-quays:I.1.2, p. 1].

政策👩‍💻 [@xx-quays:I.9].
`
write('.policy/quays.md', quaysCorpusFile)
write('report.md', report)
write('fine.md', 'Nothing cited.\n')
write('plan.pdf', quaysPdf())

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

function run(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(nodeOfCommandLine, [script, ...args], { cwd: folder, encoding: 'utf8' })
}

test('check writes the problems of a report, with line and column, and ends with 1', () => {
  const { stdout, status, stderr } = run('check', 'report.md')
  assert.equal(
    stdout,
    'report.md:5:11: error: No provision of the corpus has the key xx-quays:I.9: correct it, or choose another provision. [citation.unknown-key]\n' +
      '1 problem in 1 report\nquotations: 1 without an official text\n',
  )
  assert.equal(stderr, '')
  assert.equal(status, 1)
})

test('check judges a report by its own day, by that of --as-of, else by today', () => {
  const act =
    '---\nid: xx-night\ntype: act\ntitle: Night Act\n---\n\n# Lamps {#1}\n\n- applies-from: 2031-06-01\n'
  write('night/night.corpus.md', act)
  const said = 'The duty on lamps already applies [@xx-night:1].\n'
  write('night/night.md', said)
  write('night/own-day.md', `---\npolicy-as-of: 2031-05-31\n---\n\n${said}`)
  const codes = (report: string, ...args: readonly string[]): readonly (string | undefined)[] => {
    const { stdout } = run('check', report, '--corpus', 'night/night.corpus.md', ...args)
    return [...stdout.matchAll(/\[([a-z.-]+)\]$/gmu)].map(([, code]) => code)
  }
  const early = ['citation.not-yet-applicable']
  assert.deepEqual(codes('night/night.md', '--as-of', '2031-05-31'), early)
  assert.deepEqual(codes('night/night.md', '--as-of', '2031-06-01'), [])
  assert.deepEqual(codes('night/own-day.md', '--as-of', '2031-06-01'), early)
  const { stderr, status } = run('check', 'night/night.md', '--as-of', 'tomorrow')
  assert.match(stderr, /“tomorrow” is no day: write it as 2026-07-27\./)
  assert.equal(status, 2)
  write('night/no-day.md', `---\npolicy-as-of: 2031-06-31\n---\n\n${said}`)
  const wrong = ['report.malformed-day']
  assert.deepEqual(codes('night/no-day.md', '--as-of', '2031-06-01'), wrong)
  assert.deepEqual(codes('night/no-day.md', '--as-of', '2031-05-31'), [...wrong, ...early])
  rmSync(path.join(folder, 'night'), { recursive: true })
})

test('a damaged library, or one of another version, is said in a line and ends with 2', () => {
  const file = path.join(path.dirname(script), 'library.json')
  const whole = readFileSync(file)
  const damaged = whole.with(whole.length - 9, 0x20)
  const newer = Buffer.from(
    whole.toString('latin1').replace(/"version":\d+/u, '"version":9999'),
    'latin1',
  )
  for (const [bytes, message] of [
    [damaged, 'The library is damaged. Install Policy Citation again.\n'],
    [
      newer,
      'The library is of another version than Policy Citation. Install Policy Citation again.\n',
    ],
  ] as const) {
    writeFileSync(file, bytes)
    const { stdout, stderr, status } = run('check', 'report.md')
    writeFileSync(file, whole)
    assert.deepEqual({ stdout, stderr, status }, { stdout: '', stderr: message, status: 2 })
  }
})

test('a quotation is verified against the official document that is named', () => {
  const { stdout } = run('check', '--official', 'xx-quays=plan.pdf', 'report.md')
  assert.match(
    stdout,
    /^report\.md:3:27: warning: xx-quays:I\.1\.2 has other words here, “cut”: quote these. \[quotation\.altered\]$/mu,
  )
  assert.match(stdout, /^quotations: 1 altered$/mu)
})

suite('several official texts of one instrument', () => {
  const act = `---
id: xx-night
type: act
title: Night Act
text-as-of: 2031-06-01
amended-by: Act 9 | 2031-05-02 | 2031-06-01
printed-headings: article
---

# Lamps {#1 kind=article}

- replaced-by: Act 9

# Bells {#2 kind=article}
`
  const document = (oil: string): string =>
    `# Night Act\n\n## Article 1 Lamps\n\nA lamp shall burn ${oil} at the end of each quay.\n\n## Article 2 Bells\n\nA bell shall ring at noon.\n`
  const said =
    'It says “a lamp shall burn whale oil at the end of each quay” [@xx-night, art. 1].\n'
  before(() => {
    write('versions/night.corpus.md', act)
    write('versions/old.md', document('whale oil'))
    write('versions/new=1.md', document('no oil'))
    write('versions/report.md', said)
    write('versions/report-2030.md', `---\npolicy-as-of: 2030-05-01\n---\n\n${said}`)
    const later = said.replace('whale', 'no')
    write('versions/later.md', `---\npolicy-as-of: 2030-05-01\n---\n\n${later}`)
    write(
      'versions/invented.md',
      'It says “all ships shall pay a toll at once” [@xx-night, art. 1].\n',
    )
  })
  after(() => {
    rmSync(path.join(folder, 'versions'), { recursive: true })
  })
  const older = 'xx-night@2030-01-01=versions/old.md'
  const newer = 'xx-night=versions/new=1.md'
  const check = (report: string, officials: readonly string[], ...more: readonly string[]) =>
    run(
      'check',
      `versions/${report}`,
      ...['--corpus', 'versions/night.corpus.md', '--as-of', '2032-01-01'],
      ...officials.flatMap((one) => ['--official', one]),
      ...more,
    )

  test('superseded words are information that names both days', () => {
    const { stdout, status } = check('report.md', [newer, older])
    assert.equal(
      stdout,
      'versions/report.md:1:10: information: These words stand in xx-night:1 in the older text of 2030-01-01, not in that of 2031-06-01, which this report means: quote that one, or say which text you quote. [quotation.superseded-wording]\n' +
        '1 problem in 1 report\nquotations: 1 superseded wording\n',
    )
    assert.equal(status, 0)
  })

  test('a report means the newest text that is not after its own day', () => {
    const { stdout } = check('report-2030.md', [older, newer])
    assert.doesNotMatch(stdout, /quotation\./u)
    assert.match(stdout, /^quotations: 1 verified$/mu)
    assert.match(check('later.md', [older, newer]).stdout, /^quotations: 1 later wording$/mu)
  })

  test('JSON and SARIF have the codes', () => {
    const json = JSON.parse(check('later.md', [older, newer], '--format', 'json').stdout) as {
      readonly problems: readonly { readonly code: string; readonly severity: string }[]
    }
    assert.deepEqual(
      json.problems
        .filter(({ code }) => code.startsWith('quotation.'))
        .map((one) => [one.code, one.severity]),
      [['quotation.later-wording', 'information']],
    )
    const sarif = check('report.md', [older, newer], '--format', 'sarif').stdout
    assert.match(sarif, /"ruleId": "quotation\.superseded-wording",[^}]*"level": "note"/u)
  })

  test('where only the older text is attached, words that are nowhere may be those of a newer one', () => {
    const { stdout } = check('invented.md', [older])
    assert.match(
      stdout,
      /neither in xx-night:1 nor elsewhere: quote what it says, or leave out the marks\. The attached text is of 2030-01-01; the library knows an amendment, Act 9 \(2031-06-01\), whose text is not attached\. \[quotation\.not-found\]/u,
    )
    assert.doesNotMatch(check('invented.md', [newer]).stdout, /not attached/u)
  })

  for (const [what, officials, why] of [
    ['a day that is none', ['xx-night@2030-02-30=versions/old.md'], /“2030-02-30” is no day/u],
    ['an empty day', ['xx-night@=versions/old.md'], /“” is no day/u],
    ['a pair without a file', ['xx-night@2030-01-01'], /names no official document/u],
    [
      'two of one day',
      [older, 'xx-night@2030-01-01=versions/new=1.md'],
      /Two official documents of “xx-night” are of 2030-01-01, versions\/old\.md and versions\/new=1\.md/u,
    ],
    [
      'two without a day',
      ['xx-night=versions/old.md', newer],
      /Two official documents of “xx-night” are of 2031-06-01/u,
    ],
  ] as const) {
    test(`case 63: ${what} ends with 2, and says why in one line`, () => {
      const { stdout, stderr, status } = check('report.md', officials)
      assert.deepEqual([stdout, status], ['', 2])
      assert.match(stderr, why)
      assert.match(stderr, /^[^\n]+\n$/u)
    })
  }
})

test('a report without problems ends with 0, and a folder is looked through', () => {
  assert.equal(run('check', 'fine.md').status, 0)
  const { stdout } = run('check', '.')
  assert.match(stdout, /^1 problem in 2 reports$/mu)
})

test('JSON says the same in numbers', () => {
  const { stdout } = run('check', '--format', 'json', 'report.md')
  const { reports, problems, verdicts } = JSON.parse(stdout) as {
    readonly reports: number
    readonly problems: readonly Record<string, unknown>[]
    readonly verdicts: object
  }
  assert.equal(reports, 1)
  assert.deepEqual(verdicts, { 'no official text': 1 })
  const start = report.indexOf('xx-quays:I.9')
  assert.deepEqual(problems, [
    {
      file: 'report.md',
      line: 5,
      column: 11,
      endLine: 5,
      endColumn: 23,
      start,
      end: start + 12,
      code: 'citation.unknown-key',
      severity: 'error',
      message:
        'No provision of the corpus has the key xx-quays:I.9: correct it, or choose another provision.',
    },
  ])
})

test('case 38: SARIF 2.1.0 counts columns in UTF-16 units', () => {
  const { stdout } = run('check', '--format', 'sarif', 'report.md')
  const { version, runs } = JSON.parse(stdout) as {
    readonly version: string
    readonly runs: readonly [
      {
        readonly columnKind: string
        readonly results: readonly [
          {
            readonly locations: readonly [
              { readonly physicalLocation: { readonly region: object } },
            ]
          },
        ]
      },
    ]
  }
  assert.equal(version, '2.1.0')
  assert.equal(runs[0].columnKind, 'utf16CodeUnits')
  assert.deepEqual(runs[0].results[0].locations[0].physicalLocation.region, {
    startLine: 5,
    startColumn: 11,
    endLine: 5,
    endColumn: 23,
  })
})

test('messages come in Chinese where that is asked for', () => {
  assert.match(run('check', '--language', 'zh-Hant', 'report.md').stdout, /語料庫中沒有引用鍵為/u)
})

for (const [name, args] of [
  ['a report that is not there', ['check', 'nowhere.md']],
  ['no report', ['check']],
  ['an unknown command', ['chekc', 'report.md']],
  ['an unknown option', ['check', '--fromat', 'json', 'report.md']],
  ['an unknown format', ['check', '--format', 'xml', 'report.md']],
  ['an unknown language', ['check', '--language', 'tlh', 'report.md']],
  ['a corpus that is not there', ['check', '--corpus', 'nowhere', 'report.md']],
  ['an official document of no instrument', ['check', '--official', 'zz=plan.pdf', 'report.md']],
  ['an official document that is none', ['check', '--official', 'xx-quays=fine.md', 'report.md']],
] as const) {
  test(`case 63: ${name} ends with 2, says why in one line, and writes nothing else`, () => {
    const { stdout, stderr, status } = run(...args)
    assert.equal(status, 2)
    assert.equal(stdout, '')
    assert.match(stderr, /^[^\n]+\n$/u)
  })
}

test('case 12, case 51: text that is not UTF-8, links in a circle and pipes are refused or passed by', () => {
  write('odd/gb.md', Uint8Array.of(0xd6, 0xd0, 0xb9, 0xfa))
  assert.equal(run('check', 'odd/gb.md').status, 2)
  write('loop/a.md', 'Fine.\n')
  symlinkSync('.', path.join(folder, 'loop/again'))
  spawnSync('mkfifo', [path.join(folder, 'loop/pipe.md')])
  const { stdout, status } = run('check', 'loop')
  assert.equal(status, 0)
  assert.match(stdout, /in 1 report$/mu)
})

test('case 63: who stops reading early does no harm', async () => {
  const child = spawn(nodeOfCommandLine, [script, 'check', 'report.md'], { cwd: folder })
  child.stdout.destroy()
  let complaints = ''
  child.stderr.on('data', (part: Buffer) => (complaints += part.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.ok(code === 0 || code === 1)
  assert.equal(complaints, '')
})

test('case 63: a line of ten million characters is read', () => {
  write('long.md', `${'word '.repeat(2_000_000)}[@xx-quays:I.9]\n`)
  const { stdout, status } = run('check', 'long.md')
  assert.equal(status, 1)
  assert.match(stdout, /^long\.md:1:10000003: error: /u)
})

test('help and version', () => {
  assert.match(run('--help').stdout, /^Usage: /u)
  assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/u)
})

/** A report that cites with a place in words, beside a bibliography of this name. */
function citingBeside(name: string, bibliography: string): void {
  write(name, `---\nbibliography: ${bibliography}\n---\n\nSee [@us-aiap-2025, p. 3].\n`)
}

test('check tells of a bibliography that lacks what is cited, and of none that holds it', () => {
  citingBeside('lists/a.md', 'refs.json')
  write('lists/refs.json', '[]\n')
  const { stdout, status } = run('check', 'lists/a.md')
  assert.equal(
    stdout,
    'lists/a.md:2:1: warning: Cited, but not in the bibliography: us-aiap-2025. [bibliography.outdated]\n1 problem in 1 report\n',
  )
  assert.equal(status, 1)
  write('lists/refs.json', run('export', 'lists/a.md').stdout)
  assert.equal(run('check', 'lists/a.md').stdout, '0 problems in 1 report\n')
})

test('check tells of a style that needs the filter, until the project names that', () => {
  const front = '---\nbibliography: refs.json\ncsl: styles/oscola.csl\n---\n'
  write('law/in/a.md', `${front}\nSee [@us-aiap-2025, p. 3].\n`)
  write('law/in/refs.json', run('export', 'law/in/a.md').stdout)
  const { stdout, status } = run('check', 'law/in/a.md')
  assert.match(
    stdout,
    /^law\/in\/a\.md:3:6: hint: In the style styles\/oscola\.csl .* \[bibliography\.filter-advised\]\n1 problem/u,
  )
  assert.equal(status, 0)
  write('law/_quarto.yml', 'filters:\n  - policy-citation\n')
  assert.equal(run('check', 'law/in/a.md').stdout, '0 problems in 1 report\n')
})

for (const [name, bytes] of [
  ['Latin-1', Buffer.from('[{"id":"mueller","title":"B\xfccher"}]', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFF[]', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('[]', 'utf16le')],
  ['GB18030', Buffer.from([0x5b, 0x7b, 0xc4, 0xe3, 0x7d, 0x5d])],
] as const) {
  test(`check says of a bibliography in ${name} what to do, and nothing of what it lacks`, () => {
    citingBeside('lists/b.md', 'other.json')
    write('lists/other.json', bytes)
    const { stdout, stderr } = run('check', 'lists/b.md')
    assert.equal(stdout, '0 problems in 1 report\n')
    assert.match(stderr, /^other\.json is not in UTF-8\. Save the file in the encoding UTF-8/u)
  })
}

test('check says nothing of bibliographies where the settings say so', () => {
  citingBeside('lists/c.md', 'refs.json')
  write('lists/refs.json', '[]\n')
  write('.vscode/settings.json', '{ "policyCitation.bibliography.update": "off" }')
  const { stdout } = run('check', 'lists/c.md')
  rmSync(path.join(folder, '.vscode'), { recursive: true })
  assert.equal(stdout, '0 problems in 1 report\n')
})

test('what comments ignore is counted no more, and is written with its reason where that is asked for', () => {
  write(
    'ignored.md',
    `# Brief

<!-- policy-citation-ignore-next citation.unknown-key: comes with the next text -->
See [@xx-quays:I.9].

See [@xx-quays:I.8].<!-- policy-citation-ignore-line citation.* -->
`,
  )
  const silent = run('check', 'ignored.md')
  assert.equal(silent.stdout, '0 problems in 1 report\n')
  assert.equal(silent.status, 0)
  assert.doesNotMatch(run('check', 'ignored.md', '--format', 'json').stdout, /ignored":/u)
  const told = run('check', '--report-ignored', 'ignored.md')
  assert.equal(
    told.stdout,
    'ignored.md:4:7: ignored: No provision of the corpus has the key xx-quays:I.9: correct it, or choose another provision. [citation.unknown-key]: comes with the next text\n' +
      'ignored.md:6:7: ignored: No provision of the corpus has the key xx-quays:I.8: correct it, or choose another provision. [citation.unknown-key]\n' +
      '0 problems in 1 report\n2 ignored\n',
  )
  assert.equal(told.status, 0)
  const json = JSON.parse(
    run('check', '--report-ignored', '--format', 'json', 'ignored.md').stdout,
  ) as {
    readonly ignored: readonly { readonly code: string; readonly reason: string }[]
  }
  assert.deepEqual(
    json.ignored.map(({ code, reason }) => [code, reason]),
    [
      ['citation.unknown-key', 'comes with the next text'],
      ['citation.unknown-key', ''],
    ],
  )
})

test('SARIF has what comments ignore with suppressions, and then says of all others that they have none', () => {
  write(
    'half.md',
    `[@xx-quays:I.9] <!-- policy-citation-ignore-line *: known -->\n[@xx-quays:I.8]\n`,
  )
  const results = (...args: readonly string[]): readonly unknown[] => {
    const { stdout } = run('check', ...args, '--format', 'sarif', 'half.md')
    const log = JSON.parse(stdout) as {
      readonly runs: readonly { readonly results: readonly { readonly suppressions?: unknown }[] }[]
    }
    return log.runs.flatMap((one) => one.results.map(({ suppressions }) => suppressions))
  }
  assert.deepEqual(results(), [undefined])
  assert.deepEqual(results('--report-ignored'), [
    [],
    [{ kind: 'inSource', justification: 'known' }],
  ])
})
