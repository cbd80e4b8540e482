import assert from 'node:assert/strict'
import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite, test, type TestContext } from 'node:test'
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser'
import ts from 'typescript'
// @ts-expect-error -- a script of ours without types
import { withRooms } from '../../../scripts/rooms.mjs'
import { removeFolder } from '../../support/throwAway.ts'

interface Room {
  readonly folder: string
  readonly doors: readonly string[]
  readonly says: string
  readonly knows?: readonly string[]
}

const root = join(import.meta.dirname, '../../..')
const require = createRequire(import.meta.url)
const { rooms } = require('../../../.config/rooms.cjs') as { readonly rooms: readonly Room[] }
const { rulesOf } = require('../../../.config/roomRules.cjs') as {
  readonly rulesOf: (rooms: readonly Room[]) => IForbiddenRuleType[]
}

/** Paths from the root, with `/` on all systems. */
function filesLike(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
}

const sources = filesLike('src/**/*.ts')

/** Which of the source's files each file imports, types too. */
const importsOf: ReadonlyMap<string, readonly string[]> = new Map(
  [...sources, ...filesLike('scripts/*.mjs')].map((file) => [file, importedBy(file)]),
)

function importedBy(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'))
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(file), fileName).replaceAll('\\', '/'))
}

function isImportedFromOutside(folder: string, door: string): boolean {
  return [...importsOf].some(
    ([file, imports]) => !file.startsWith(`${folder}/`) && imports.includes(`${folder}/${door}`),
  )
}

suite('The rooms of the house', () => {
  test('are all folders of the source that hold files, and no others', () => {
    const holding = new Set(sources.map((file) => dirname(file)).filter((it) => it !== 'src'))
    assert.deepEqual(rooms.map(({ folder }) => folder).sort(), [...holding].sort())
  })

  test('hold at most twenty files each at one level', () => {
    const files = filesLike('src/**/*.*')
    const levels = ['src', ...rooms.map(({ folder }) => folder)]
    const heldBy = (folder: string): number => files.filter((it) => dirname(it) === folder).length
    assert.ok(levels.some((folder) => heldBy(folder) > 10))
    assert.deepEqual(
      levels.filter((folder) => heldBy(folder) > 20),
      [],
    )
  })

  test('have doors that are there, and that someone outside comes in by', () => {
    const needless = rooms.flatMap(({ folder, doors }) =>
      doors.filter((door) => !isImportedFromOutside(folder, door)).map((it) => `${folder}/${it}`),
    )
    assert.deepEqual(needless, [])
    const missing = rooms.flatMap(({ folder, doors }) =>
      doors.map((door) => `${folder}/${door}`).filter((door) => !sources.includes(door)),
    )
    assert.deepEqual(missing, [])
  })

  test('stand in the architecture page as .config/rooms.cjs has them', () => {
    const page = readFileSync(join(root, 'src/README.md'), 'utf8')
    assert.equal(
      page,
      (withRooms as (page: string) => string)(page),
      'Run: node scripts/rooms.mjs --write',
    )
  })
})

suite('The rules of the rooms', () => {
  const house: readonly Room[] = [
    { folder: 'src/core/low', doors: ['door.ts', 'part/step.ts'], says: '', knows: [] },
    { folder: 'src/core/low/part', doors: ['step.ts'], says: '' },
    { folder: 'src/core/high', doors: [], says: '', knows: ['core/low'] },
  ]
  const tree = {
    'src/core/low/door.ts': "import './private.ts'\nimport './part/step.ts'",
    'src/core/low/private.ts': 'export type Own = 1',
    'src/core/low/part/step.ts': "import './inner.ts'",
    'src/core/low/part/inner.ts': '',
    'src/core/high/guest.ts': "import '../low/door.ts'\nimport '../low/part/step.ts'",
  }
  const privacy = (folder: string): string => `src/core/${folder}: all but its doors is private`

  test('allow doors, and all that happens within a room', async (t) => {
    assert.deepEqual(await violations(t, house, tree), [])
  })

  for (const { name, file, text, broken } of [
    {
      name: 'what is no door',
      file: 'src/core/high/guest.ts',
      text: "import '../low/private.ts'",
      broken: [privacy('low')],
    },
    {
      name: 'a type of what is no door',
      file: 'src/core/high/guest.ts',
      text: "import type { Own } from '../low/private.ts'\nexport const own: Own = 1",
      broken: [privacy('low')],
    },
    {
      name: 'what is no door of a part, by the room that it is part of',
      file: 'src/core/low/door.ts',
      text: "import './part/inner.ts'",
      broken: [privacy('low/part')],
    },
    {
      name: 'what is no door of a part, from outside',
      file: 'src/core/high/guest.ts',
      text: "import '../low/part/inner.ts'",
      broken: [privacy('low/part'), privacy('low')],
    },
    {
      name: 'anything of a room without doors, or of one that the room does not know',
      file: 'src/core/low/private.ts',
      text: "import '../high/guest.ts'",
      broken: [privacy('high'), 'src/core/low: knows itself'],
    },
    {
      name: 'a file whose name only ends like that of a door',
      file: 'src/core/high/guest.ts',
      text: "import '../low/backdoor.ts'",
      broken: [privacy('low')],
    },
  ]) {
    test(`forbid to import ${name}`, async (t) => {
      const changed = { ...tree, 'src/core/low/backdoor.ts': '', [file]: text }
      assert.deepEqual(await violations(t, house, changed), broken)
    })
  }
})

/** The names of the rules that `files`, as a project of their own, break; sorted. */
async function violations(
  t: TestContext,
  house: readonly Room[],
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const baseDir = mkdtempSync(join(tmpdir(), 'rooms-'))
  t.after(() => {
    removeFolder(baseDir)
  })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(baseDir, dirname(file)), { recursive: true })
    writeFileSync(join(baseDir, file), text)
  }
  const ruleSet = { forbidden: rulesOf(house) }
  const { output } = await cruise(['src'], {
    baseDir,
    validate: true,
    ruleSet,
    tsPreCompilationDeps: true,
  })
  assert.ok(typeof output !== 'string')
  assert.equal(output.summary.totalCruised, Object.keys(files).length)
  return output.summary.violations.map(({ rule }) => rule.name).sort()
}
