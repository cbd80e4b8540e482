import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test, type TestContext } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const top = mkdtempSync(path.join(tmpdir(), 'policy-citation-cli-files-'))
undoAtExit(() => {
  removeFolder(top)
})
const script = await buildCommandLine(path.join(top, 'extension'))
const work = path.join(top, 'work')

const wrong = 'See [@us-aiap-2025:I.98].\n'
const wrongAt = (file: string): string =>
  `${file}:1:7: error: No provision of the corpus has the key us-aiap-2025:I.98: correct it, or choose another provision. [citation.unknown-key]\n`
write('wrong.md', wrong)
write('fine.md', 'Nothing cited.\n')

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(work, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

interface Answer {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

function run(...args: readonly string[]): Answer {
  const options = { cwd: work, encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(nodeOfCommandLine, [script, ...args], options)
  return { out: stdout, err: stderr, code: status }
}

suite('one bad file costs that file', () => {
  for (const [what, bad, line] of [
    ['a report that is not there', 'nowhere.md', 'nowhere.md is not there.'],
    ['a pipe', 'pipe.md', 'pipe.md is no file.'],
    ['a link that leads nowhere', 'lost.md', 'lost.md is no file.'],
    ['a report in a folder that is none', 'fine.md/a.md', 'fine.md/a.md is not there.'],
  ] as const) {
    test(`${what} is named, and the others are judged`, () => {
      if (bad === 'pipe.md') spawnSync('mkfifo', [path.join(work, bad)])
      if (bad === 'lost.md') symlinkSync('gone', path.join(work, bad))
      const { out, err, code } = run('check', 'wrong.md', bad, 'fine.md')
      assert.equal(
        out,
        `${wrongAt('wrong.md')}1 problem in 2 reports\n1 could not be read: ${bad}\n`,
      )
      assert.equal(err, `${line}\n`)
      assert.equal(code, 1)
      assert.equal(run('check', bad, 'fine.md').code, 1, 'never as if all were well')
      assert.deepEqual(run('check', bad), { out: '', err: `${line}\n`, code: 2 })
    })
  }

  test('JSON and SARIF name what could not be read, and why', () => {
    const json = JSON.parse(run('check', '--format', 'json', 'nowhere.md', 'fine.md').out) as object
    assert.deepEqual(json, {
      reports: 1,
      unread: [{ file: 'nowhere.md', message: 'nowhere.md is not there.' }],
      problems: [],
      verdicts: {},
    })
    const { out, code } = run('check', '--format', 'sarif', 'nowhere.md', 'fine.md')
    assert.match(out, /"executionSuccessful": false/u)
    assert.match(out, /"text": "nowhere\.md is not there\."/u)
    assert.equal(code, 1)
  })

  test('an official document that cannot be read is named, and quotations of others are verified', () => {
    const law = (id: string): string =>
      `---\nid: ${id}\ntype: act\ntitle: Night Act\nprinted-headings: article\n---\n\n# Lamps {#1 kind=article}\n`
    write('law/one.md', law('xx-one'))
    write('law/two.md', law('xx-two'))
    write('one.md', '# Night Act\n\n## Article 1 Lamps\n\nA lamp shall burn on each quay.\n')
    write('two.pdf', '%PDF-1.7\nno more\n')
    write('said.md', 'By law “a lamp shall burn on every quay” [@xx-one, art. 1].\n')
    const two = ['--official', 'xx-two=two.pdf']
    const check = (...args: readonly string[]): Answer =>
      run('check', 'said.md', '--corpus', 'law', ...args)
    const { out, err, code } = check('--official', 'xx-one=one.md', ...two)
    assert.match(
      out,
      /\[quotation\.altered\]\n1 problem in 1 report\n1 could not be read: two\.pdf\n/u,
    )
    assert.match(err, /^two\.pdf was not read: [^\n]+\n$/u)
    assert.equal(code, 1)
    const alone = check(...two)
    assert.match(alone.err, /^two\.pdf was not read: [^\n]+\n$/u)
    assert.deepEqual([alone.out, alone.code], ['', 2])
  })

  test('case 52: addresses in SARIF lead to the files, whatever these are called', () => {
    const names = [
      'a b.md',
      '报告.md',
      'c#d.md',
      'what?.md',
      '100%.md',
      'e%20f.md',
      'g:h.md',
      '[i].md',
    ]
    for (const name of names) write(`named/${name}`, wrong)
    const log = JSON.parse(run('check', '--format', 'sarif', 'named').out) as {
      readonly runs: readonly [{ readonly results: readonly Placed[] }]
    }
    const uris = log.runs[0].results.map(
      ({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri,
    )
    const base = pathToFileURL(`${work}/`)
    assert.deepEqual(
      uris.map((uri) => path.basename(fileURLToPath(new URL(uri, base)))).toSorted(),
      names.toSorted(),
    )
  })
})

interface Placed {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
  ]
}

suite('case 18: reports with a byte order mark', () => {
  const text = '---\ntitle: 政策\n---\n\n政策👩‍💻 [@us-aiap-2025:I.98].\n'
  const encodings = {
    'UTF-8': (content: string) => Buffer.from(`\uFEFF${content}`),
    'UTF-16, little end first': (content: string) => Buffer.from(`\uFEFF${content}`, 'utf16le'),
    'UTF-16, big end first': (content: string) =>
      Buffer.from(`\uFEFF${content}`, 'utf16le').swap16(),
  }
  for (const [what, encode] of Object.entries(encodings)) {
    test(`are read in ${what}, with lines, columns and offsets of their text`, () => {
      for (const lineEnd of ['\n', '\r\n', '\r']) {
        const content = text.replaceAll('\n', lineEnd)
        write('marked.md', encode(content))
        const { out, err } = run('check', '--format', 'json', 'marked.md')
        const { problems } = JSON.parse(out) as { readonly problems: readonly object[] }
        const start = content.indexOf('us-aiap')
        assert.equal(err, '')
        assert.equal(problems.length, 1)
        assert.partialDeepStrictEqual(problems, [
          { line: 5, column: 11, endLine: 5, endColumn: 28, start, end: start + 17 },
        ])
      }
      write('marked.md', encode('See [@us-aiap-2025:I.1.1, p. 3].\n'))
      assert.match(run('export', 'marked.md').out, /"us-aiap-2025/u)
      assert.match(
        run('render', 'marked.md').out,
        /^\uFEFF?---\n[^\uFEFF]*\n\nSee \[@us-aiap-2025, p\.\s3, [^\uFEFF]*\]\.\n$/u,
      )
    })
  }

  for (const [what, bytes] of [
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 with half a character at its end', Buffer.from('\uFEFFa\uD83D', 'utf16le')],
    ['UTF-16 with a byte too many', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62])],
    ['GB18030', Buffer.from([0xd6, 0xd0, 0xb9, 0xfa])],
  ] as const) {
    test(`${what} is refused with what to do`, () => {
      write('odd.md', bytes)
      const { out, err, code } = run('check', 'odd.md', 'fine.md')
      assert.equal(out, '0 problems in 1 report\n1 could not be read: odd.md\n')
      assert.match(err, /^odd\.md is not in UTF-8\. Save the file in the encoding UTF-8; /u)
      assert.equal(code, 1)
    })
  }
})

suite('output that cannot be written', () => {
  const full = '/dev/full'
  const skip = existsSync(full) ? false : `there is no ${full} here`
  const plan = 'us-aiap-2025'
  write('document.md', '# Night Act\n\n## Article 1 Lamps\n\nA lamp shall burn on each quay.\n')
  const commands = [
    ['check', 'wrong.md'],
    ['check', '--format', 'sarif', 'fine.md'],
    ['export', plan],
    ['import', 'document.md'],
    ['find', 'chips'],
    ['filter'],
    ['render', 'wrong.md'],
    ['diff', 'document.md', 'document.md', '--format', 'json'],
    ['library', '--languages'],
    ['--help'],
    ['--version'],
  ]

  /** Runs it with its output in `file`; in a shell that allows so many blocks of a file where that is said. */
  function runInto(file: string, args: readonly string[], blocks?: number): Answer {
    const output = openSync(file, 'w')
    const shell = blocks === undefined ? [] : ['-c', `ulimit -f ${String(blocks)}; exec "$@"`, 'sh']
    const command = [...shell, nodeOfCommandLine, script, ...args]
    const [first = '', ...rest] = blocks === undefined ? command : ['sh', ...command]
    const { stderr, status } = spawnSync(first, rest, {
      cwd: work,
      encoding: 'utf8',
      stdio: ['ignore', output, 'pipe'],
    })
    closeSync(output)
    return { out: '', err: stderr, code: status }
  }

  for (const args of commands) {
    test(`${args.join(' ')}: a full disk is said in a line, and ends with 2`, { skip }, () => {
      const { err, code } = runInto(full, args)
      assert.equal(err, 'The standard output could not be written: no space is left.\n')
      assert.equal(code, 2)
    })

    test(`${args.join(' ')}: whoever stops reading is not told so, and no code of 0 is given`, async () => {
      const child = spawn(nodeOfCommandLine, [script, ...args], { cwd: work })
      child.stdout.destroy()
      let complaints = ''
      child.stderr.on('data', (part: Buffer) => (complaints += part.toString()))
      const code = await new Promise((resolve) => child.on('close', resolve))
      assert.deepEqual([complaints, code], ['', 1])
    })
  }

  test('a disk that takes only the beginning is one that is full', (context: TestContext) => {
    const file = path.join(work, 'cut.json')
    const { err, code } = runInto(file, ['export', plan], 16)
    if (process.platform === 'win32') {
      context.skip('no limit can be set here')
      return
    }
    assert.match(err, /^The standard output could not be written: it would be too large\.\n$/u)
    assert.equal(code, 2)
    assert.ok(statSync(file).size < Buffer.byteLength(run('export', plan).out))
  })

  test('what cannot be complained of changes no exit code', { skip }, () => {
    const errors = openSync(full, 'w')
    const { stdout, status } = spawnSync(
      nodeOfCommandLine,
      [script, 'check', 'nowhere.md', 'fine.md'],
      { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', errors] },
    )
    closeSync(errors)
    assert.match(stdout, /^1 could not be read: nowhere\.md$/mu)
    assert.equal(status, 1)
  })

  for (const [command, input] of [
    ['render', 'wrong.md'],
    ['import', 'document.md'],
  ] as const) {
    for (const [what, output, line] of [
      ['below a file', 'fine.md/a.md', /^fine\.md\/a\.md could not be written: [^\n]+\.\n$/u],
      [
        'under a name too long',
        `${'n'.repeat(300)}.md`,
        /could not be written: its name is too long\.\n$/u,
      ],
      ['that is a folder', 'law/', /^law\/ (?:could not be written|is there already)\.\n$/u],
    ] as const) {
      test(`${command}: an --output ${what} is said in a line, and ends with 2`, () => {
        mkdirSync(path.join(work, 'law'), { recursive: true })
        const { out, err, code } = run(command, input, '--output', output)
        assert.match(err, line)
        assert.deepEqual([out, code], ['', 2])
      })
    }

    test(`${command}: of an --output that cannot be written whole, nothing is left`, (context: TestContext) => {
      if (process.platform === 'win32') {
        context.skip('no limit can be set here')
        return
      }
      const articles = Array.from(
        { length: 3000 },
        (_, at) => `## Article ${String(at + 1)} Lamps\n`,
      )
      write('long.md', ['# Night Act\n', ...articles].join('\n'))
      const limited = ['-c', 'ulimit -f 16; exec "$@"', 'sh', nodeOfCommandLine, script]
      const { stderr, status } = spawnSync(
        'sh',
        [...limited, command, 'long.md', '--output', 'cut.md'],
        {
          cwd: work,
          encoding: 'utf8',
        },
      )
      assert.equal(stderr, 'cut.md could not be written: it would be too large.\n')
      assert.equal(status, 2)
      assert.ok(!existsSync(path.join(work, 'cut.md')))
    })

    test(`${command}: a folder that may not be written to is said`, (context: TestContext) => {
      const folder = path.join(work, `shut-${command}`)
      mkdirSync(folder, { mode: 0o555 })
      const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
      const asNobody = (...args: readonly string[]) =>
        spawnSync(nodeOfCommandLine, [script, ...args], { cwd: work, encoding: 'utf8', ...nobody })
      spawnSync('chmod', ['-R', 'a+rX', top])
      if (asNobody('--version').status !== 0) {
        context.skip('only root may run Node here')
        return
      }
      const output = path.join(path.basename(folder), 'a.md')
      const { stderr, status } = asNobody(command, input, '--output', output)
      assert.equal(stderr, `${output} could not be written: you may not write there.\n`)
      assert.equal(status, 2)
    })
  }
})

suite('case 22: a document that nests deeper than can be followed', () => {
  for (const [what, name, text] of [
    ['lists in Markdown', 'lists.md', `${'- '.repeat(20_000)}x\n`],
    ['quotations in Markdown', 'quoted.md', `${'> '.repeat(20_000)}x\n`],
    ['elements of a page', 'deep.html', `<!doctype html>${'<div>'.repeat(20_000)}x`],
    ['elements of XML', 'deep.xml', '<a>'.repeat(20_000)],
  ] as const) {
    test(`is refused in our words, with what to do: ${what}`, () => {
      write(name, text)
      const { out, err, code } = run('import', name)
      assert.match(err, new RegExp(`^${name} was not read: [^\\n]+\\n$`, 'u'))
      assert.doesNotMatch(err, /call stack|RangeError|undefined/u)
      assert.deepEqual([out, code], ['', 2])
      const chinese = run('import', name, '--language', 'zh-Hans')
      assert.match(chinese.err, /嵌套过深。请将文件正文单独另存为一个文件。/u)
    })
  }
})
