// The list of a report beside the Pandoc that is installed: `POLICY_CITATION_PANDOC`, or what is found.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { ownFiles } from '../../src/core/setUp/ownFiles.ts'
import { findPandoc } from '../../src/ownPandoc/findPandoc.ts'
import { listedEntries, readTree } from '../../src/ownPandoc/reportTree.ts'
import { thisMachine } from '../../src/ownPandoc/thisMachine.ts'
import { realFolder, writeIn } from '../workspace/realFolder.ts'
import { printedBy } from './playedPandoc.ts'

const setting = process.env['POLICY_CITATION_PANDOC'] ?? ''
const found = await findPandoc(thisMachine, { setting, folders: [] })
const program = typeof found === 'string' ? undefined : found[0]
const skip = program === undefined && 'no Pandoc is installed'

const folder = realFolder()
const filter = path.join(import.meta.dirname, '../../media/pandoc/policy-citation.lua')
const item = (id: string, title: string): object => {
  return {
    id,
    type: 'book',
    title,
    author: [{ family: 'Lee' }],
    issued: { 'date-parts': [[2021]] },
  }
}
const refs = JSON.stringify([
  item('b', 'Banks'),
  item('a', 'Ä “quays” & [piers](command:quit)'),
  item('c', 'Cranes'),
])
writeIn(folder, 'my refs.json', refs)

const text = `---
title: 'Of [@b]'
bibliography: my refs.json
nocite: '@c'
...

Then [@a, p. 3].[^1]

[^1]: And [see @b; @none].

---
filters: [evil.lua]
---
`

test('it is the list of the whole report', { skip }, async () => {
  const list = await printedBy(program ?? '', { folder, text })
  assert.ok(list.kind === 'printed')
  const options = ['--lua-filter', filter, '--citeproc', '--to=json']
  const whole = execFileSync(program ?? '', options, {
    ...{ input: text, cwd: folder, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] },
  })
  const tree = readTree(whole) ?? assert.fail('no tree')
  assert.deepEqual(list.entries, listedEntries(tree))
  assert.equal(list.entries.length, 3)
  assert.match(list.entries.join('\n'), /2021a[\s\S]*2021b/u)
  assert.ok(list.warnings.some((line) => line.includes('none')))
})

test('an error of a style is what it says', { skip }, async () => {
  writeIn(folder, 'bad.csl', '<style>')
  const bad = text.replace('nocite:', 'csl: bad.csl\nnocite:')
  const list = await printedBy(program ?? '', { folder, text: bad })
  assert.ok(list.kind === 'failed' && list.said.length > 0)
})

test('what it cannot read in the metadata is told', { skip }, async () => {
  const list = await printedBy(program ?? '', { folder, text: '---\na: [\n---\n\n[@a]\n' })
  assert.ok(list.kind === 'failed' || list.kind === 'noBibliography', list.kind)
})

test(
  'the defaults file that is set up has the filter run, wherever Pandoc is called',
  { skip },
  () => {
    const extension = ''
    const shipped = { filter: readFileSync(filter, 'utf8'), extension, version: '1.0.0' }
    const project = realFolder()
    for (const { path: name, text: content } of ownFiles('pandoc', shipped))
      writeIn(project, `set up/${name}`, content)
    const work = { id: 'xx', type: 'book', title: 'Quays', 'policy-work': 'xx' }
    const provision = { ...work, id: 'xx:1', title: 'First quay', 'policy-place': 'art. 1' }
    writeIn(project, 'refs.json', JSON.stringify([work, provision]))
    const options = [
      '--defaults',
      'set up/policy-citation.yaml',
      '--to=plain',
      '--bibliography=refs.json',
    ]
    const printed = execFileSync(program ?? '', options, {
      ...{
        input: 'As [@xx:1].\n',
        cwd: project,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    })
    assert.match(printed, /^As \(.*art\.\s1\)\./u)
    assert.doesNotMatch(printed, /First quay/u)
  },
)
