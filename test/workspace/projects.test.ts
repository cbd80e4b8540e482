import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { ownFiles } from '../../src/core/setUp/ownFiles.ts'
import { findProject, placeFor } from '../../src/workspace/setUp/projects.ts'
import { MemoryHost } from './memoryHost.ts'

const [defaults] = ownFiles('pandoc', { filter: '', extension: '', version: '1' })
const report = 'memory:/desk/plans/report.md'

/** A desk on which these files lie. */
function desk(files: Readonly<Record<string, string>>): MemoryHost {
  const host = new MemoryHost()
  for (const [name, text] of Object.entries(files)) host.files.write(`memory:/desk/${name}`, text)
  return host
}

suite('The project of a report', () => {
  test('is its own folder where nothing says otherwise', async () => {
    const project = await findProject(desk({ 'plans/report.md': '' }), report)
    assert.deepEqual(project, { setUp: [] })
    for (const printer of ['quarto', 'pandoc'] as const)
      assert.deepEqual(placeFor(printer, project, report), {
        printer,
        folder: 'memory:/desk/plans',
      })
  })

  test('is that of the nearest _quarto.yml, up to the folder that is worked in', async () => {
    const host = desk({ '_quarto.yml': '', 'plans/report.md': '' })
    const project = await findProject(host, report)
    assert.equal(project.quartoFile, 'memory:/desk/_quarto.yml')
    assert.equal(placeFor('quarto', project, report).folder, 'memory:/desk')
    assert.equal(placeFor('pandoc', project, report).folder, 'memory:/desk/plans')
    host.files.write('memory:/desk/plans/_quarto.yaml', '')
    assert.equal((await findProject(host, report)).quartoFile, 'memory:/desk/plans/_quarto.yaml')
    host.files.write('memory:/_quarto.yml', '')
    host.folders = ['memory:/desk/plans/deep']
    assert.deepEqual(await findProject(host, 'memory:/desk/plans/deep/r.md'), { setUp: [] })
  })

  test('says what of ours is in it', async () => {
    const host = desk({
      'policy-citation.yaml': defaults.text,
      'plans/policy-citation.yaml': 'filters: [mine.lua]\n',
      'plans/_extensions/policy-citation/_extension.yml': 'title: T\n',
    })
    const project = await findProject(host, report)
    assert.deepEqual(project.setUp, [
      { printer: 'quarto', folder: 'memory:/desk/plans' },
      { printer: 'pandoc', folder: 'memory:/desk' },
    ])
    assert.equal(placeFor('pandoc', project, report).folder, 'memory:/desk')
  })
})
