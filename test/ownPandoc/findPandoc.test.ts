import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { findPandoc } from '../../src/ownPandoc/findPandoc.ts'
import type { Machine } from '../../src/ownPandoc/machine.ts'
import { isNewEnough, versionSaid } from '../../src/ownPandoc/pandocVersion.ts'
import { thisMachine } from '../../src/ownPandoc/thisMachine.ts'
import { realFolder } from '../workspace/realFolder.ts'
import { playPandoc, skip } from './playedPandoc.ts'

/** A machine on which these programs are, the keys of `links` leading to their values. */
function machineWith(
  platform: string,
  programs: readonly string[],
  variable: string,
  links: Readonly<Record<string, string>> = {},
): Machine {
  return {
    platform,
    arch: 'x64',
    variable: (name) => (name === 'PATH' ? variable : undefined),
    isProgram: async (file) => Promise.resolve(programs.includes(file)),
    realPath: async (file) => Promise.resolve(links[file] ?? file),
  }
}

const search = { setting: '', folders: ['/policy/plans'] }
const onWindows = { setting: '', folders: ['C:\\Work\\Plans'] }

suite('Pandoc is found', () => {
  test('in the whole entries of PATH, in order', async () => {
    const programs = ['/a/pandoc', '/b/pandoc', 'bin/pandoc', './pandoc', '/pandoc']
    const machine = machineWith('linux', programs, ':.:bin:/none:/b:/a/:/b')
    assert.deepEqual(await findPandoc(machine, search), ['/b/pandoc', '/a/pandoc'])
  })

  test('not in a folder that is worked in, nor through a link into it', async () => {
    const programs = ['/policy/plans/bin/pandoc', '/l/pandoc', '/policy/plans2/pandoc']
    const machine = machineWith('linux', programs, '/policy/plans/bin:/l:/policy/plans2', {
      '/l/pandoc': '/policy/plans/x',
    })
    assert.deepEqual(await findPandoc(machine, search), ['/policy/plans2/pandoc'])
    const linked = machineWith('linux', ['/real/pandoc'], '/real', { '/policy/plans': '/real' })
    assert.deepEqual(await findPandoc(linked, search), [])
  })

  test('on Windows as an .exe only, whatever the case of the folders', async () => {
    const programs = [
      ...[
        'C:\\Tools\\pandoc.exe',
        'C:\\Tools\\pandoc.cmd',
        'C:\\Bat\\pandoc.bat',
        'D:\\q\\pandoc.exe',
      ],
      ...['c:\\work\\PLANS\\bin\\pandoc.exe', 'pandoc.exe', '\\pandoc.exe'],
    ]
    const variable = '.;;\\;C:\\Bat;c:\\work\\PLANS\\bin;c:/policy/plans;C:\\Tools;"D:\\q"'
    const machine = machineWith('win32', programs, variable)
    assert.deepEqual(await findPandoc(machine, onWindows), [
      'C:\\Tools\\pandoc.exe',
      'D:\\q\\pandoc.exe',
    ])
  })

  test('beside Quarto, behind that of PATH', async () => {
    const tools = '/opt/quarto/bin/tools'
    const programs = [
      '/bin/quarto',
      `${tools}/x86_64/pandoc`,
      `${tools}/aarch64/pandoc`,
      '/p/pandoc',
    ]
    const links = { '/bin/quarto': '/opt/quarto/bin/quarto' }
    assert.deepEqual(await findPandoc(machineWith('linux', programs, '/bin:/p', links), search), [
      '/p/pandoc',
      `${tools}/x86_64/pandoc`,
      `${tools}/aarch64/pandoc`,
    ])
    const tool = 'C:\\Quarto\\bin\\tools\\pandoc.exe'
    const onDisk = machineWith('win32', ['C:\\Quarto\\bin\\quarto.cmd', tool], 'C:\\Quarto\\bin')
    assert.deepEqual(await findPandoc(onDisk, onWindows), [tool])
    const former = machineWith('linux', ['/bin/quarto', `${tools}/pandoc`], '/bin', links)
    assert.deepEqual(await findPandoc(former, search), [`${tools}/pandoc`])
  })

  test('where the setting says, and nowhere else', async () => {
    const machine = machineWith('linux', ['/a/pandoc', '/b/my pandoc'], '/a')
    const set = async (setting: string): ReturnType<typeof findPandoc> =>
      findPandoc(machine, { ...search, setting })
    assert.deepEqual(await set('/b/my pandoc'), ['/b/my pandoc'])
    assert.equal(await set('/b/none'), 'noProgram')
    assert.equal(await set('b/my pandoc'), 'notWhole')
    const windows = machineWith('win32', ['C:\\a\\pandoc.bat', 'C:\\a\\pandoc.exe'], '')
    const onDisk = async (setting: string): ReturnType<typeof findPandoc> =>
      findPandoc(windows, { ...onWindows, setting })
    assert.equal(await onDisk('C:\\a\\pandoc.bat'), 'noProgram')
    assert.equal(await onDisk('\\a\\pandoc.exe'), 'notWhole')
    assert.equal(await onDisk('C:pandoc.exe'), 'notWhole')
    assert.deepEqual(await onDisk('C:\\a\\pandoc.exe'), ['C:\\a\\pandoc.exe'])
  })

  test('on this machine: files that can be run, links followed', { skip }, async () => {
    const { program } = playPandoc('')
    const linked = path.join(realFolder(), 'linked')
    symlinkSync(path.dirname(program), linked)
    const here = (variable: string): Machine => ({ ...thisMachine, variable: () => variable })
    assert.deepEqual(await findPandoc(here(linked), { setting: '', folders: [] }), [
      `${linked}/pandoc`,
    ])
    const worked = { setting: '', folders: [path.dirname(program)] }
    assert.deepEqual(await findPandoc(here(linked), worked), [])
  })
})

test('a version is what Pandoc says on its first line', () => {
  assert.equal(versionSaid('pandoc 2.17.1.1\nCompiled with'), '2.17.1.1')
  assert.equal(versionSaid('pandoc.exe 3.1\r\n'), '3.1')
  for (const said of ['', 'pandocx 3', 'x\npandoc 3.1', 'pandoc'])
    assert.equal(versionSaid(said), undefined)
  assert.deepEqual(
    ['2.17', '2.17.0.1', '2.18', '3', '10.0'].filter((one) => !isNewEnough(one)),
    [],
  )
  assert.deepEqual(['2.16.9', '2', '1.99', '2.9'].filter(isNewEnough), [])
})
