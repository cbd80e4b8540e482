import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { readRegular, readRegularNow } from '../../src/disk/readRegular.ts'
import { replace, writeNew, writeWhole } from '../../src/disk/writeWhole.ts'
import { realFolder } from './realFolder.ts'

const folder = realFolder()
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const place = (name: string): string => path.join(folder, name)
const textAt = (name: string): string => readFileSync(place(name), 'utf8')
const isWindows = process.platform === 'win32'

/** Runs `code`, which may use what we write files with, as `nobody` or with a limit of 16 blocks of a file. */
function runApart(
  code: string,
  { blocks, asNobody }: { blocks?: number; asNobody?: boolean } = {},
) {
  const from = JSON.stringify(import.meta.resolve('../../src/disk/writeWhole.ts'))
  const script = `import { writeNew, writeWhole } from ${from}; process.chdir(${JSON.stringify(folder)}); ${code}`
  const limit = blocks === undefined ? '' : `ulimit -f ${String(blocks)}; `
  const args = [
    '-c',
    `${limit}exec "$@"`,
    'sh',
    process.execPath,
    '--input-type=module',
    '--eval',
    script,
  ]
  const nobody = asNobody === true && process.getuid?.() === 0 ? { uid: 65_534 } : {}
  return spawnSync('sh', args, { encoding: 'utf8', ...nobody })
}

suite('a file that is written whole', () => {
  test('is new, with the folders above it, or takes the place of what was there', async () => {
    await writeWhole(place('new/folder/a.md'), bytesOf('one'))
    assert.equal(textAt('new/folder/a.md'), 'one')
    await writeWhole(place('new/folder/a.md'), bytesOf('two, longer'))
    await writeWhole(place('new/folder/a.md'), bytesOf('three'))
    assert.equal(textAt('new/folder/a.md'), 'three')
    assert.deepEqual(readdirSync(place('new/folder')), ['a.md'])
  })

  test('keeps its mode, its links and its other names', { skip: isWindows }, async () => {
    writeFileSync(place('real.json'), 'old')
    chmodSync(place('real.json'), 0o640)
    symlinkSync('real.json', place('link.json'))
    symlinkSync('link.json', place('link2.json'))
    await writeWhole(place('link2.json'), bytesOf('new'))
    assert.ok(lstatSync(place('link2.json')).isSymbolicLink())
    assert.ok(lstatSync(place('link.json')).isSymbolicLink())
    assert.equal(textAt('real.json'), 'new')
    assert.equal(statSync(place('real.json')).mode & 0o777, 0o640)
    linkSync(place('real.json'), place('other.json'))
    await writeWhole(place('other.json'), bytesOf('newer'))
    assert.equal(textAt('real.json'), 'newer')
    symlinkSync('yet.json', place('dangling.json'))
    await writeWhole(place('dangling.json'), bytesOf('there'))
    assert.equal(textAt('yet.json'), 'there')
  })

  test('is refused where links lead in a circle', { skip: isWindows }, async () => {
    symlinkSync('b', place('a'))
    symlinkSync('a', place('b'))
    await assert.rejects(writeWhole(place('a'), bytesOf('x')), { code: 'ELOOP' })
    assert.ok(lstatSync(place('a')).isSymbolicLink())
  })

  test('is one of those that are written at once, and no mixture of them', async () => {
    const texts = Array.from({ length: 12 }, (_, at) =>
      String.fromCharCode(97 + at).repeat(50_000 + at),
    )
    await Promise.all(texts.map((text) => writeWhole(place('both.md'), bytesOf(text))))
    assert.ok(texts.includes(textAt('both.md')))
    const outcomes = await Promise.allSettled(
      texts.map((text) => writeNew(place('first.md'), bytesOf(text))),
    )
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        assert.equal((outcome.reason as { code: string }).code, 'EEXIST')
    }
    assert.ok(texts.includes(textAt('first.md')))
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    )
  })

  for (const [what, prepare] of [
    ['an ordinary file', () => undefined],
    [
      'one of two names',
      () => {
        linkSync(place('full.md'), place('full2.md'))
      },
    ],
  ] as const) {
    test(`case 49: is as it was where the disk gets full: ${what}`, { skip: isWindows }, () => {
      writeFileSync(place('full.md'), 'kept '.repeat(100))
      prepare()
      const code = `
        for (const write of [writeWhole, writeNew]) {
          const name = write === writeNew ? 'made/deep/new.md' : 'full.md'
          await write(name, new Uint8Array(1e6)).catch((error) => console.log(error.code))
        }`
      const { stdout, stderr } = runApart(code, { blocks: 16 })
      assert.equal(stdout, 'EFBIG\nEFBIG\n', stderr)
      assert.equal(textAt('full.md'), 'kept '.repeat(100))
      assert.ok(!existsSync(place('made')))
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.endsWith('.part')),
        [],
      )
    })
  }

  test('is written over where its folder may not be written to', { skip: isWindows }, (context) => {
    mkdirSync(place('shut'))
    writeFileSync(place('shut/a.md'), 'old and longer')
    chmodSync(place('shut/a.md'), 0o666)
    chmodSync(folder, 0o755)
    chmodSync(place('shut'), 0o555)
    const { stdout, stderr } = runApart(
      `await writeWhole('shut/a.md', new TextEncoder().encode('new'));
       await writeNew('shut/b.md', new Uint8Array(1)).catch((error) => console.log(error.code))`,
      { asNobody: true },
    )
    if (/Cannot find module|EACCES[^\n]*src/u.test(stderr)) {
      context.skip('only root may read the project here')
      return
    }
    assert.deepEqual([textAt('shut/a.md'), stdout], ['new', 'EACCES\n'], stderr)
  })

  test('is written over where it is mounted by itself, as containers have it', (context) => {
    const [outer, inner] = [place('outer.md'), place('in ner.md')]
    writeFileSync(outer, 'old and longer')
    writeFileSync(inner, '')
    const from = JSON.stringify(import.meta.resolve('../../src/disk/writeWhole.ts'))
    const script = `import { writeWhole } from ${from}; await writeWhole(${JSON.stringify(inner)}, new TextEncoder().encode('new'))`
    const node = [process.execPath, '--input-type=module', '--eval', script]
    const mounts = 'mount --bind "$1" "$2" || exit 77; shift 2; exec "$@"'
    const args = ['-rm', 'sh', '-c', mounts, 'sh', outer, inner, ...node]
    const { status, stderr, error } = spawnSync('unshare', args, { encoding: 'utf8' })
    if (error !== undefined || status === 77 || stderr.startsWith('unshare:')) {
      context.skip('nothing can be mounted here')
      return
    }
    assert.deepEqual([status, stderr, textAt('outer.md'), textAt('in ner.md')], [0, '', 'new', ''])
  })

  test('leaves nothing beside it where the process ends by itself meanwhile', () => {
    runApart(
      `void writeWhole('ended.md', new Uint8Array(5e6)); setTimeout(() => process.exit(0), 5)`,
    )
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    )
  })
})

test('what replaces a file does so all at once, or not at all', async () => {
  writeFileSync(place('from'), 'new')
  writeFileSync(place('to'), 'old')
  await replace(place('from'), place('to'))
  assert.deepEqual([textAt('to'), existsSync(place('from'))], ['new', false])
  await assert.rejects(replace(place('from'), place('to')), { code: 'ENOENT' })
  assert.equal(textAt('to'), 'new')
})

suite('case 51: what is read', () => {
  test(
    'is an ordinary file of no more than is allowed, and nothing is waited for',
    { skip: isWindows },
    async () => {
      writeFileSync(place('read.md'), '12345')
      spawnSync('mkfifo', [place('pipe')])
      for (const [name, most, read] of [
        ['read.md', 5, bytesOf('12345')],
        ['read.md', 4, 'tooLarge'],
        ['pipe', 5, 'noFile'],
        ['.', 5, 'noFile'],
        ['/dev/zero', 5, 'noFile'],
      ] as const) {
        const file = path.resolve(folder, name)
        assert.deepEqual(await readRegular(file, most), read)
        assert.deepEqual(readRegularNow(file, most), read)
      }
      await assert.rejects(readRegular(place('a')), { code: 'ELOOP' })
      await assert.rejects(readRegular(place('gone')), { code: 'ENOENT' })
    },
  )
})
