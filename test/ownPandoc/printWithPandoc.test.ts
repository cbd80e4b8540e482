import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test } from 'node:test'
import { eventually } from '../support/eventually.ts'
import { realFolder } from '../workspace/realFolder.ts'
import {
  answeringVersion,
  folderWithRefs,
  keeper,
  listing,
  namingRefs,
  playPandoc,
  printedBy,
  skip,
} from './playedPandoc.ts'

const folder = folderWithRefs()

/** Whether the process `id` runs. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

/** JavaScript that writes the number of its process to `file` and never ends. */
function sleeping(file: string): string {
  return `fs.writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`
}

/** The number of the process that wrote it to `file`. */
async function processIn(file: string): Promise<number> {
  return eventually(
    'the program runs',
    () => existsSync(file) && Number(readFileSync(file, 'utf8')),
  )
}

suite('What Pandoc is given', { skip }, () => {
  test('is our own arguments, the report as it stands, and copies of the files that it names', async () => {
    const { program, calls } = playPandoc(answeringVersion(listing(['An entry.'], namingRefs)))
    const list = await printedBy(program, { folder, text: 'As [@a].\n' })
    assert.deepEqual(list, {
      kind: 'printed',
      version: '3.1',
      entries: ['An entry.'],
      warnings: [],
    })
    const [read, printed, ...others] = calls()
    assert.ok(read !== undefined && printed !== undefined && others.length === 0)
    const own = read.folder
    assert.deepEqual(read.args, [
      '--sandbox',
      `--data-dir=${own}/none`,
      '--to=json',
      '--from=markdown',
    ])
    assert.equal(read.input, 'As [@a].\n')
    const filter = path.join(import.meta.dirname, '../../media/pandoc/policy-citation.lua')
    assert.deepEqual(printed.args, [
      ...['--sandbox', `--data-dir=${own}/none`, '--to=json', '--from=json'],
      ...[`--lua-filter=${filter}`, '--citeproc', `--bibliography=${own}/1/refs.json`],
    ])
    assert.equal(existsSync(own), false)
  })

  test('is nothing of our environment but what a program needs to start', async () => {
    const { program, calls } = playPandoc(answeringVersion(listing([], namingRefs)))
    process.env['POLICY_CITATION_SECRET'] = 'x'
    try {
      await printedBy(program, { folder })
    } finally {
      delete process.env['POLICY_CITATION_SECRET']
    }
    const [{ environment } = { environment: {} }] = calls()
    const allowed = [
      'PATH',
      'HOME',
      'LANG',
      'LC_ALL',
      'TMPDIR',
      'TMP',
      'TEMP',
      'http_proxy',
      'https_proxy',
    ]
    const others = Object.keys(environment).filter((name) => !allowed.includes(name))
    assert.deepEqual(
      others.filter(
        (name) => !['PWD', 'SHLVL', '_', 'OLDPWD', '__CF_USER_TEXT_ENCODING'].includes(name),
      ),
      [],
    )
  })
})

suite('What a program says', { skip }, () => {
  test('is shown where it ends with an error, with files called as the report calls them', async () => {
    const bad = `if (args.includes('--citeproc')) { say('Error in ' + args.at(-1).slice(15) + '\\n\\u001b[31m[x](command:quit)\\n', 2); process.exit(83) }`
    const { program } = playPandoc(answeringVersion(`${bad}; ${listing([], namingRefs)}`))
    assert.deepEqual(await printedBy(program, { folder }), {
      kind: 'failed',
      said: ['Error in refs.json', '\u001B[31m[x](command:quit)'],
    })
  })

  test('is told as warnings where it prints a list', async () => {
    const warning = `say('[WARNING] Citeproc: citation b not found\\n', 2)`
    const { program } = playPandoc(
      answeringVersion(
        `if (args.includes('--citeproc')) ${warning}; ${listing(['A.'], namingRefs)}`,
      ),
    )
    const list = await printedBy(program, { folder })
    assert.ok(list.kind === 'printed')
    assert.deepEqual(list.warnings, ['[WARNING] Citeproc: citation b not found'])
  })

  test('is no list where it is not what Pandoc says', async () => {
    for (const said of ['null', '[]', '{"meta": 3}', '{', ''])
      assert.deepEqual(
        await printedBy(playPandoc(answeringVersion(`say(${JSON.stringify(said)})`)).program, {
          folder,
        }),
        { kind: 'notPandoc' },
      )
  })

  test('is refused where it is too much', async () => {
    const flood = `const x = 'x'.repeat(1 << 20); for (;;) say(x)`
    const { program } = playPandoc(answeringVersion(flood))
    assert.deepEqual(await printedBy(program, { folder, time: 100_000 }), { kind: 'tooMuch' })
  })

  test('on standard error is cut', async () => {
    const much = `say('e'.repeat(1 << 20) + '\\n', 2); process.exit(1)`
    const list = await printedBy(playPandoc(answeringVersion(much)).program, { folder })
    assert.ok(list.kind === 'failed')
    assert.ok(list.said.join('').length <= 20_000)
  })

  test('counts although it never read what it was given', async () => {
    const { program } = playPandoc(answeringVersion('process.exit(3)'))
    const text = `[@a] ${'word '.repeat(1_000_000)}`
    assert.deepEqual(await printedBy(program, { folder, text }), { kind: 'failed', said: [] })
  })
})

suite('A program that does not end', { skip }, () => {
  test('is ended when its time is over, with what it started', async () => {
    const [outer, inner] = [path.join(realFolder(), 'outer'), path.join(realFolder(), 'inner')]
    const start = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
      `const fs = require('node:fs'); ${sleeping(inner)}`,
    )}], { stdio: 'ignore' })`
    const { program } = playPandoc(answeringVersion(`${start}; ${sleeping(outer)}`))
    const ended = new AbortController()
    const printing = printedBy(program, { folder, signal: ended.signal })
    const ids = [await processIn(outer), await processIn(inner)]
    assert.ok(ids.every(isRunning))
    ended.abort()
    assert.deepEqual(await printing, { kind: 'cancelled' })
    await eventually('both are gone', () => !ids.some(isRunning))
  })

  test('is not even started where all was cancelled before', async () => {
    const { program, calls } = playPandoc(`record({})`)
    assert.deepEqual(await printedBy(program, { folder, signal: AbortSignal.abort() }), {
      kind: 'cancelled',
    })
    assert.deepEqual(calls(), [])
  })

  test('is told of as too slow', async () => {
    const { program } = playPandoc(answeringVersion('setInterval(() => {}, 1000)'))
    assert.deepEqual(await printedBy(program, { folder, time: 1500 }), { kind: 'tooSlow' })
  })

  test('is ended when we are gone', async () => {
    const file = path.join(realFolder(), 'id')
    const { program } = playPandoc(answeringVersion(sleeping(file)))
    const script = `
      import { runKept } from ${JSON.stringify(path.join(import.meta.dirname, '../../src/ownPandoc/runKept.ts'))}
      await runKept(${JSON.stringify(keeper)}, { program: ${JSON.stringify(program)}, args: [], input: '',
        folder: ${JSON.stringify(tmpdir())}, environment: {}, time: 100_000, signal: new AbortController().signal })`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: 'ignore',
    })
    const id = await processIn(file)
    assert.ok(isRunning(id))
    parent.kill('SIGKILL')
    await eventually('it is gone', () => !isRunning(id))
  })

  test('leaves nothing behind in the folder for temporary files', async () => {
    const ours = (): readonly string[] =>
      readdirSync(tmpdir()).filter((name) => /^policy-citation-[A-Za-z\d]{6}$/u.test(name))
    const before = ours()
    const { program, calls } = playPandoc(
      answeringVersion(`record({}); setInterval(() => {}, 1000)`),
    )
    assert.deepEqual(await printedBy(program, { folder, time: 3000 }), { kind: 'tooSlow' })
    const [call] = calls()
    assert.ok(call !== undefined && !existsSync(call.folder))
    assert.deepEqual(
      ours().filter((name) => !before.includes(name) && call.folder.endsWith(name)),
      [],
    )
  })
})

suite('Which program is run', { skip }, () => {
  test('is the one that the setting names, by its whole path', async () => {
    const { program } = playPandoc(answeringVersion(listing(['A.'], namingRefs)))
    assert.equal((await printedBy(program, { folder })).kind, 'printed')
    for (const setting of ['pandoc', './pandoc', '~/pandoc', 'bin/pandoc', `${program}\0`])
      assert.deepEqual(await printedBy(setting, { folder }), { kind: 'notWhole' })
    for (const setting of [
      path.dirname(program),
      `${program}-none`,
      path.join(folder, 'refs.json'),
    ])
      assert.deepEqual(await printedBy(setting, { folder }), { kind: 'noProgram' })
  })

  test('is Quarto’s where that of PATH is too old', async () => {
    const old = playPandoc(answeringVersion('', '2.9'))
    const ofQuarto = playPandoc(
      answeringVersion(listing(['A.'], namingRefs)),
      `bin/tools/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}/pandoc`,
    )
    const bin = path.join(ofQuarto.program, '../../..')
    writeFileSync(path.join(bin, 'quarto'), '', { mode: 0o755 })
    const before = process.env['PATH']
    try {
      process.env['PATH'] = [path.dirname(old.program), bin].join(path.delimiter)
      assert.equal((await printedBy('', { folder })).kind, 'printed')
      process.env['PATH'] = path.dirname(old.program)
      assert.deepEqual(await printedBy('', { folder }), { kind: 'tooOld', version: '2.9' })
      process.env['PATH'] = folder
      assert.deepEqual(await printedBy('', { folder }), { kind: 'noPandoc' })
    } finally {
      process.env['PATH'] = before
    }
  })

  test('answers as Pandoc does, and is new enough', async () => {
    assert.deepEqual(await printedBy(playPandoc(`say('tool 3.1')`).program, { folder }), {
      kind: 'notPandoc',
    })
    for (const version of ['2.16.2', '2.9', '1.19'])
      assert.deepEqual(
        await printedBy(playPandoc(answeringVersion('', version)).program, { folder }),
        {
          kind: 'tooOld',
          version,
        },
      )
  })
})

suite('Our own folder', { skip }, () => {
  test('of a run that could not end goes with the next one, and no other does', async () => {
    const { program } = playPandoc(answeringVersion(listing([], namingRefs)))
    const before = process.env['TMPDIR']
    const top = realFolder()
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
    const names = ['policy-citation-printing-old', 'policy-citation-printing-new', 'of-others']
    for (const name of names) mkdirSync(path.join(top, name))
    writeFileSync(path.join(top, 'policy-citation-printing-old', 'refs.json'), '[]')
    symlinkSync(folder, path.join(top, 'policy-citation-printing-link'))
    for (const name of ['policy-citation-printing-old', 'of-others']) {
      utimesSync(path.join(top, name), old, old)
    }
    process.env['TMPDIR'] = top
    try {
      assert.equal((await printedBy(program, { folder })).kind, 'printed')
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
    assert.deepEqual(readdirSync(top).toSorted(), [
      'of-others',
      'policy-citation-printing-link',
      'policy-citation-printing-new',
    ])
    assert.ok(existsSync(path.join(folder, 'refs.json')))
  })

  test('that cannot be made is no list, and says why', async () => {
    const { program } = playPandoc(answeringVersion(listing([], namingRefs)))
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = path.join(folder, 'refs.json')
    try {
      const list = await printedBy(program, { folder })
      assert.equal(list.kind, 'noFolder')
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })
})
