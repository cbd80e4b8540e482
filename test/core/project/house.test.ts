import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { root } from './projectText.ts'

/** The house that is looked at: what is wrong with it is known. */
const house = {
  'src/core/corpus/key.ts':
    'export type Key = string\n/** Says nothing. */\nexport interface Part { readonly key: Key }\n',
  'src/core/pandoc/part.ts':
    "export { type Key } from '../corpus/key.ts'\nexport type Part = any\n",
  'src/core/report/report.ts':
    'export function resolutionOf(): void {}\nexport const own = () => resolutionOf()\n',
  'src/vscode/write.ts':
    "import type { Part } from '../core/corpus/key.ts'\nimport { resolutionOf } from '../core/report/report.ts'\n" +
    'let last = resolutionOf()\nexport const cite = ({ key }: Part) => `see [-@${key}]`\n' +
    "export const mail = (host: string) => 'me@' + host\n",
}

test('the figures of the house are counted from the source', (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'))
  context.after(() => {
    rmSync(folder, { recursive: true })
  })
  for (const [name, text] of Object.entries(house)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const printed = figuresOf(folder)
  for (const line of [
    '| src/core/corpus | 1 | – | 1 |',
    '| src/core/report | 1 | – | 1 |',
    '| src/vscode | 1 | – | 0 |',
    '## Exported names of core with two meanings: 1',
    '| Part | corpus/key.ts, pandoc/part.ts |',
    '## Files that ask what a citation names: 1, in 1 places',
    '| src/vscode/write.ts | 3 |',
    '## Files that join an @ and a key: 1, in 1 places',
    '| src/vscode/write.ts | 4 |',
    '| core | 3 | 6 |',
    '| 1 | 0 | 0 | 1 |',
  ]) {
    assert.ok(printed.includes(`${line}\n`), `${line}\n${printed}`)
  }
})

test('where the project lists its rooms, their doors are counted', (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'))
  context.after(() => {
    rmSync(folder, { recursive: true })
  })
  mkdirSync(path.join(folder, 'src/core/text/inner'), { recursive: true })
  mkdirSync(path.join(folder, '.config'))
  writeFileSync(path.join(folder, 'src/core/text/span.ts'), "import './inner/width.ts'\n")
  writeFileSync(path.join(folder, 'src/core/text/inner/width.ts'), 'export const width = 1\n')
  const rooms = [
    { folder: 'src/core/text', doors: ['span.ts', 'width.ts'] },
    { folder: 'src/core/text/inner', doors: [] },
  ]
  writeFileSync(
    path.join(folder, '.config/rooms.cjs'),
    `module.exports = ${JSON.stringify({ rooms })}`,
  )
  const printed = figuresOf(folder)
  assert.match(printed, /^\| src\/core\/text \| 2 \| 2 \| 0 \|$/mu)
  assert.match(printed, /^\| src\/core\/text\/inner \| 1 \| 0 \| 1 \|$/mu)
  assert.match(printed, /^\| all \| 2 \| 2 \| 0 \|$/mu)
})

function figuresOf(folder: string): string {
  const script = path.join(root, 'scripts/house.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--root', folder], {
    encoding: 'utf8',
  })
  assert.equal(stderr, '')
  return stdout
}
